(clause_block) @class.around
(hope_block) @class.around
(guarantee_block) @class.around
(example_block) @class.around
(sentence) @function.around
(filter) @parameter.around
(comment) @comment.around
