" What ALE is told. It asks for a list of places; pact answers in JSON, or with faults as text where nothing could be judged.

let s:kinds = {'error': 'E', 'warning': 'W', 'note': 'I'}

" `pact lint --format json -`.
function! pact#ale#lint(buffer, lines) abort
  let l:found = []
  let l:answer = s:decoded(a:lines)
  for l:one in get(l:answer, 'faults', []) + get(l:answer, 'findings', []) + get(l:answer, 'remarks', [])
    let l:at = l:one.location
    let l:item = {'lnum': l:at.line, 'text': l:one.message, 'code': l:one.code, 'type': get(s:kinds, l:one.severity, 'W')}
    if l:at.file ==# '-'
      " Columns of pact count characters, from 1 and with the end left out; those of Vim count bytes.
      let l:item.col = s:bytes(a:buffer, l:at.line, l:at.column - 1) + 1
      let l:item.end_lnum = l:at.end_line
      let l:item.end_col = s:bytes(a:buffer, l:at.end_line, l:at.end_column - 1)
    else
      let l:item.filename = fnamemodify(bufname(a:buffer), ':p:h') . '/' . l:at.file
    endif
    if get(l:one, 'advice', '') !=# ''
      let l:item.detail = l:one.message . "\n" . l:one.advice
    endif
    call add(l:found, l:item)
  endfor
  return l:found
endfunction

" `pact check --format json us.pact -`: faults of the log, and breaches at the last entry that they speak of.
function! pact#ale#check(buffer, lines) abort
  let l:found = []
  for l:line in a:lines
    let l:parts = matchlist(l:line, '^-:\(\d\+\):\(\d\+\): \(.*\) \[\([A-Z]\d\+\)\]$')
    if !empty(l:parts)
      let l:item = {'lnum': str2nr(l:parts[1]), 'text': l:parts[3], 'code': l:parts[4], 'type': 'E'}
      let l:item.col = s:bytes(a:buffer, l:item.lnum, l:parts[2] - 1) + 1
      call add(l:found, l:item)
    endif
  endfor
  for l:one in get(s:decoded(a:lines), 'findings', [])
    let l:here = filter(copy(l:one.events), {_, event -> event.file ==# '-'})
    if l:one.status ==# 'breach' && !empty(l:here)
      call add(l:found, {'lnum': l:here[-1].line, 'text': l:one.id . ': ' . l:one.message, 'code': l:one.clause, 'type': 'W'})
    endif
  endfor
  return l:found
endfunction

function! s:decoded(lines) abort
  try
    let l:answer = json_decode(join(a:lines, "\n"))
    return type(l:answer) == v:t_dict ? l:answer : {}
  catch
    return {}
  endtry
endfunction

function! s:bytes(buffer, line, characters) abort
  return max([0, byteidx(get(getbufline(a:buffer, a:line), 0, ''), a:characters)])
endfunction
