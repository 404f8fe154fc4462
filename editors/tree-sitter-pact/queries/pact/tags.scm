; What a list of the symbols of a file shows.
(event_block (event_heading name: (name) @name)) @definition.class
(term_block (term_heading name: (name) @name)) @definition.class
(state_block (state_heading name: (name) @name)) @definition.constant
(days_block (days_heading name: (name) @name)) @definition.constant
(hours_block (hours_heading name: (name) @name)) @definition.constant
(matrix_block (matrix_heading name: (name) @name)) @definition.interface
(clause_block (clause_heading name: (name) @name)) @definition.function
(hope_block (hope_heading name: (name) @name)) @definition.function
(guarantee_block (guarantee_heading name: (name) @name)) @definition.function
(noun (name) @name) @reference.class
(breach_trigger clause: (name) @name) @reference.call
