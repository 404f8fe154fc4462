; Names are known in the whole agreement, above and below the line that makes them.
(agreement) @local.scope

(event_block name: (name) @local.definition.type)
(term_block name: (name) @local.definition.type)
(state_block name: (name) @local.definition.constant)
(person_block name: (name) @local.definition.parameter)
(clause_block name: (name) @local.definition.label)
(hope_block name: (name) @local.definition.label)
(guarantee_block name: (name) @local.definition.label)
(matrix_block name: (name) @local.definition.label)
(between_line parties: (items (name) @local.definition.var))

(name) @local.reference
