" Vim filetype plugin file
" Language: pactlog

if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal comments=:# commentstring=#\ %s
setlocal formatoptions-=t formatoptions+=croql
setlocal expandtab shiftwidth=4 softtabstop=4
setlocal iskeyword+=-
setlocal foldmethod=expr foldexpr=pact#fold_log(v:lnum)
if &foldlevelstart < 0
  setlocal foldlevel=99 " open, where nobody asked for anything else
endif
if !exists('current_compiler')
  compiler pact
endif

let b:undo_ftplugin = 'setlocal comments< commentstring< formatoptions< expandtab< shiftwidth< softtabstop< iskeyword<'
      \ . ' foldmethod< foldexpr< foldlevel< makeprg< errorformat<'
