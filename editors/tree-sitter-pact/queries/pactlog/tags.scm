(as_part id: (id) @name) @definition.constant
(about_part entry: (id) @name) @reference.call
