(event_block name: (name) @name) @definition.class
(term_block name: (name) @name) @definition.class
(state_block name: (name) @name) @definition.constant
(person_block name: (name) @name) @definition.constant
(matrix_block name: (name) @name) @definition.struct
(clause_block name: (name) @name) @definition.function
(hope_block name: (name) @name) @definition.function
(guarantee_block name: (name) @name) @definition.function
