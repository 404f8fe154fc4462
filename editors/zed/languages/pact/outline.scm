(pact_block (pact_heading "pact" @context title: (string) @name)) @item
(event_block (event_heading "event" @context name: (name) @name)) @item
(term_block (term_heading "term" @context name: (name) @name)) @item
(state_block (state_heading "state" @context name: (name) @name)) @item
(days_block (days_heading "days" @context name: (name) @name)) @item
(hours_block (hours_heading "hours" @context name: (name) @name)) @item
(person_block (person_heading "person" @context name: (name) @name)) @item
(matrix_block (matrix_heading "matrix" @context name: (name) @name)) @item
(clause_block (clause_heading kind: (clause_kind) @context name: (name) @name)) @item
(clause_block (clause_heading kind: (clause_kind) @name !name)) @item
(hope_block (hope_heading "hope" @context name: (name) @name)) @item
(guarantee_block (guarantee_heading "guarantee" @context name: (name) @name)) @item
(example_block (example_heading "example" @context title: (string) @name)) @item
