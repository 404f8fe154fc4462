; Names are known in the whole agreement, above and below the line that makes them.
(agreement) @local.scope

(event_heading name: (name) @local.definition.type)
(term_heading name: (name) @local.definition.type)
(state_heading name: (name) @local.definition.constant)
(days_heading name: (name) @local.definition.constant)
(hours_heading name: (name) @local.definition.constant)
(person_heading name: (name) @local.definition.parameter)
(clause_heading name: (name) @local.definition.label)
(hope_heading name: (name) @local.definition.label)
(guarantee_heading name: (name) @local.definition.label)
(matrix_heading name: (name) @local.definition.label)
(between_line parties: (items (name) @local.definition.var))

(name) @local.reference
