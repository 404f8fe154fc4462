" Agreements in ALE: the text as it is in the buffer, saved or not.

call ale#linter#Define('pact', {
      \ 'name': 'pact',
      \ 'executable': {buffer -> pact#program()},
      \ 'cwd': '%s:h',
      \ 'command': '%e lint --all --format json -',
      \ 'callback': 'pact#ale#lint',
      \})
