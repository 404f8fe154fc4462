; What a list of the symbols of a file shows.
(event_block name: (name) @name) @definition.class
(term_block name: (name) @name) @definition.class
(state_block name: (name) @name) @definition.constant
(matrix_block name: (name) @name) @definition.interface
(clause_block name: (name) @name) @definition.function
(hope_block name: (name) @name) @definition.function
(guarantee_block name: (name) @name) @definition.function
(noun (name) @name) @reference.class
(breach_trigger clause: (name) @name) @reference.call
