" Vim compiler file
" Compiler: pact, what people have agreed
"
" :make fills the quickfix list: with `pact lint` for an agreement, with `pact check` for a log (with the agreement beside it).
" The errorformat reads what either says, and `pact lint --format github` too, so another 'makeprg' works as well.

if exists('current_compiler')
  finish
endif
let current_compiler = 'pact'

if exists(':CompilerSet') != 2
  command -nargs=* CompilerSet setlocal <args>
endif
let s:cpo_save = &cpo
set cpo&vim

let s:program = &filetype ==# 'pactlog' ? 'check $* ' . pact#beside(bufnr('%')) . '%:S' : 'lint --all $* %:S'
execute 'CompilerSet makeprg=' . escape(pact#program() . ' ' . s:program, ' \|"')

" In this order: annotations; a breach (its name, its sentence with the place, what is wrong, the entries); a fault or finding, with what
" was expected, is advised or is seen elsewhere. All other lines are for people.
let s:formats = [
      \ '::%trror file=%f\,line=%l\,endLine=%e\,col=%c\,title=%m',
      \ '::%tarning file=%f\,line=%l\,endLine=%e\,col=%c\,title=%m',
      \ '::%totice file=%f\,line=%l\,endLine=%e\,col=%c\,title=%m',
      \ '%A  %\%%(%[%^ ]%\+@%[0-9~-]%\+%\%%( (%\|%$%\)%\)%\@=%m',
      \ '%C    %.%#”  %f:%l',
      \ '%-C    “%.%#',
      \ '%E%f:%l:%c: %m',
      \ '%I      %\%%(%\d%\d%\d%\d-%\)%\@=%m  %f:%l%.%#',
      \ '%I    %f:%l: %m',
      \ '%W  %f:%l: %m',
      \ '%W%f:%l: %m',
      \ '%-C%*[ ]%*[0-9] |%.%#',
      \ '%-C%*[ ]^%.%#',
      \ '%Z    %m',
      \ '%-G%.%#',
      \ ]
execute 'CompilerSet errorformat=' . escape(join(s:formats, ','), ' \|"')

unlet s:program s:formats
let &cpo = s:cpo_save
unlet s:cpo_save
