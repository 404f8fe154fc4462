(entry) @function.around
(note) @comment.around
(comment) @comment.around
