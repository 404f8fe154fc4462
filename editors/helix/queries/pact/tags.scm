(event_block (event_heading name: (name) @name)) @definition.class
(term_block (term_heading name: (name) @name)) @definition.class
(state_block (state_heading name: (name) @name)) @definition.constant
(person_block (person_heading name: (name) @name)) @definition.constant
(matrix_block (matrix_heading name: (name) @name)) @definition.struct
(clause_block (clause_heading name: (name) @name)) @definition.function
(hope_block (hope_heading name: (name) @name)) @definition.function
(guarantee_block (guarantee_heading name: (name) @name)) @definition.function
