" Vim filetype plugin file
" Language: pact

if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal comments=:#,:> commentstring=#\ %s
setlocal formatoptions-=t formatoptions+=croql
setlocal expandtab shiftwidth=4 softtabstop=4
setlocal iskeyword+=-
setlocal suffixesadd=.pact
setlocal include=^include\\s\\+\"\\zs[^\"]*
setlocal define=^\\%(event\\\|term\\\|person\\\|state\\\|matrix\\\|[a-z-]\\+\\)\\s\\+
setlocal formatexpr=pact#format()
setlocal foldmethod=expr foldexpr=pact#fold(v:lnum)
if &foldlevelstart < 0
  setlocal foldlevel=99 " open, where nobody asked for anything else
endif
if !exists('current_compiler')
  compiler pact
endif

let b:undo_ftplugin = 'setlocal comments< commentstring< formatoptions< expandtab< shiftwidth< softtabstop< iskeyword<'
      \ . ' suffixesadd< include< define< formatexpr< foldmethod< foldexpr< foldlevel< makeprg< errorformat<'
