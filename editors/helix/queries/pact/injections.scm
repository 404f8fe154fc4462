; Made from tree-sitter-pact/queries/pact/injections.scm by python -m tests.editors.queries: change that one.

; An entry of an example is a line of a log.
((entry) @injection.content
  (#set! injection.language "pactlog"))

((comment) @injection.content
  (#set! injection.language "comment"))
