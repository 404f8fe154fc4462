; Made from tree-sitter-pact/queries/pactlog/injections.scm by python -m tests.editors.queries: change that one.

((comment) @injection.content
  (#set! injection.language "comment"))
