(log) @local.scope

(as_part id: (id) @local.definition.var)
(about_part entry: (id) @local.reference)
(entry about: (id) @local.reference)
