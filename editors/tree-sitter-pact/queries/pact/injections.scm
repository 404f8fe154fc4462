; An entry of an example is a line of a log.
((entry) @injection.content
  (#set! injection.language "pactlog"))

((comment) @injection.content
  (#set! injection.language "comment"))
