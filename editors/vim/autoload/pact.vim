" What the filetypes pact and pactlog share. Nothing here runs before a file asks for it.

" A program of this name, or the one that the person names: let g:pact_program = '/home/ana/venv/bin/pact'
function! pact#program() abort
  return get(g:, 'pact_program', 'pact')
endfunction

" Folds: every heading opens one; comments straight above a heading go with it.
function! pact#fold(line) abort
  let l:text = getline(a:line)
  if l:text =~# '^[^ \t#]'
    return getline(a:line - 1) =~# '^#' && a:line > 1 ? '=' : '>1'
  endif
  if l:text !~# '^#'
    return '='
  endif
  if a:line > 1 && getline(a:line - 1) =~# '^#'
    return '='
  endif
  let l:next = a:line + 1
  while l:next <= line('$') && getline(l:next) =~# '^#'
    let l:next += 1
  endwhile
  return getline(l:next) =~# '^[^ \t#]' ? '>1' : '='
endfunction

" Folds of a log: every comment in the first column opens one, as in `# March`.
function! pact#fold_log(line) abort
  return getline(a:line) =~# '^#' && getline(a:line - 1) !~# '^#' ? '>1' : '='
endfunction

" Whether a line's text is a heading. A clause has the same first word as some sentences (`check-in by everyone every week`), but a
" heading has nothing after its name and title.
function! s:heading(text) abort
  let l:one = '^\%(' . join(pact#words#list('headings'), '\|') . '\)\%(\s\|$\)'
  let l:kind = '^\%(' . join(pact#words#list('kinds'), '\|') . '\)\%(\s\+[^ \t"#]\+\)\?\%(\s\+"[^"]*"\)\?\s*\%(\s#.*\)\?$'
  return a:text =~# l:one || a:text =~# l:kind
endfunction

" The indent of a line of an agreement: headings in the first column, all else under them.
function! pact#indent(line) abort
  let l:text = substitute(getline(a:line), '^\s*', '', '')
  let l:before = prevnonblank(a:line - 1)
  if l:text =~# '^#'
    return indent(a:line)
  endif
  if s:heading(l:text) || l:before == 0
    return 0
  endif
  if l:text ==# '' && l:before < a:line - 1
    return 0
  endif
  return getline(l:before) =~# '^#' ? indent(l:before) : shiftwidth()
endfunction

" The indent of a line of a log: entries in the first column, notes under them.
function! pact#indent_log(line) abort
  let l:text = substitute(getline(a:line), '^\s*', '', '')
  if l:text =~# '^\%(\d\{4}-\|#\)'
    return 0
  endif
  let l:before = prevnonblank(a:line - 1)
  if l:text ==# ''
    return l:before == a:line - 1 && indent(l:before) > 0 ? indent(l:before) : 0
  endif
  return l:before > 0 ? shiftwidth() : 0
endfunction

" For 'formatexpr': lays out the blocks that the lines touch with `pact fmt -`. Where it fails, the text stays as it is.
function! pact#format() abort
  if mode() =~# '[iR]'
    return 1
  endif
  let l:first = v:lnum
  " Comments and empty lines above a heading go with what comes, where the lines reach so far.
  let l:next = l:first
  while l:next < v:lnum + v:count - 1 && getline(l:next) =~# '^\s*\%(#.*\)\?$'
    let l:next += 1
  endwhile
  if getline(l:next) =~# '^[^ \t#]'
    let l:first = l:next
  endif
  while l:first > 1 && getline(l:first) !~# '^[^ \t#]'
    let l:first -= 1
  endwhile
  let l:last = v:lnum + v:count - 1
  while l:last < line('$') && getline(l:last + 1) !~# '^[^ \t#]'
    let l:last += 1
  endwhile
  while l:last > l:first && getline(l:last) =~# '^\s*\%(#.*\)\?$' && l:last < line('$')
    let l:last -= 1
  endwhile
  let l:old = getline(l:first, l:last)
  let l:said = tempname()
  let l:new = systemlist(pact#program() . ' fmt - 2>' . shellescape(l:said), l:old)
  if v:shell_error
    echohl WarningMsg | echomsg 'pact fmt: ' . join(filereadable(l:said) ? readfile(l:said) : [], ' ') | echohl None
    return 0
  endif
  if l:new !=# l:old
    call setline(l:first, l:new[: len(l:old) - 1])
    if len(l:new) > len(l:old)
      call append(l:last, l:new[len(l:old) :])
    elseif len(l:new) < len(l:old)
      call deletebufline('%', l:first + len(l:new), l:last)
    endif
  endif
  return 0
endfunction

" The agreements beside a log, as arguments for a command: what has a `pact` heading, not what is included.
function! pact#beside(buffer) abort
  let l:folder = fnamemodify(bufname(a:buffer), ':p:h')
  let l:found = filter(glob(fnameescape(l:folder) . '/*.pact', 1, 1), {_, path -> match(readfile(path, '', 200), '^pact\>') >= 0})
  return join(map(l:found, {_, path -> shellescape(path) . ' '}), '')
endfunction
