; Made from tree-sitter-pact/queries/pactlog/highlights.scm by python -m tests.editors.queries: change that one.

; Colours for logs. Of two patterns for one word the later one counts.

(event) @function
(name) @variable
(with_part (names (name) @variable.parameter))
(id) @label
(finding) @label
(place) @string
(item) @property
(tagged_part (items (item) @attribute))
(field name: (field_name) @property)
(field value: (value) @string)
(field unit: (unit) @constant)
(number) @number
[(date) (time) (offset)] @string.special
(string) @string
"," @punctuation.delimiter

["about" "and" "as" "at" "by" "covering" "instead" "noted" "of" "tagged" "to" "until" "with"] @keyword
["a" "an" "the"] @keyword
((event) @function
  (#any-of? @function
    "complete" "confirm" "consent" "dispute" "leave" "pause" "refuse" "resume" "waive" "withdraw consent"))
(event ["a" "an" "the"] @function)
(place ["a" "an" "the"] @string)

(note) @comment.doc
(comment) @comment
(bad_line) @error
