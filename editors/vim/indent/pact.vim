" Vim indent file
" Language: pact

if exists('b:did_indent')
  finish
endif
let b:did_indent = 1

setlocal indentexpr=pact#indent(v:lnum)
setlocal indentkeys=o,O,!^F
setlocal autoindent nosmartindent

let b:undo_indent = 'setlocal indentexpr< indentkeys< autoindent< smartindent<'
