(pact_block "pact" @context title: (string) @name) @item
(event_block "event" @context name: (name) @name) @item
(term_block "term" @context name: (name) @name) @item
(state_block "state" @context name: (name) @name) @item
(person_block "person" @context name: (name) @name) @item
(matrix_block "matrix" @context name: (name) @name) @item
(clause_block kind: (clause_kind) @context name: (name) @name) @item
(clause_block kind: (clause_kind) @name !name) @item
(hope_block "hope" @context name: (name) @name) @item
(guarantee_block "guarantee" @context name: (name) @name) @item
(example_block "example" @context title: (string) @name) @item
