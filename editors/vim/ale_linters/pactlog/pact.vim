" Logs in ALE: the text as it is in the buffer, judged by the agreement beside it.

call ale#linter#Define('pactlog', {
      \ 'name': 'pact',
      \ 'executable': {buffer -> pact#program()},
      \ 'cwd': '%s:h',
      \ 'command': {buffer -> '%e check --format json ' . pact#beside(buffer) . '-'},
      \ 'output_stream': 'both',
      \ 'callback': 'pact#ale#check',
      \})
