" Vim syntax file
" Language: pact, what people have agreed
" The words come from autoload/pact/words.vim, which is made from the language itself.

if exists('b:current_syntax')
  finish
endif
let s:cpo_save = &cpo
set cpo&vim

syntax case match
" Names hold hyphens: `check-in` is one word.
syntax iskeyword @,48-57,192-255,_,-

function! s:Any(list) abort
  return '\%(' . join(pact#words#list(a:list), '\|') . '\)\>'
endfunction

" Everywhere.
syntax match pactNumber /\<\d\+\%(\.\d\+\)\?\>/ contained
syntax match pactDate /\<\d\{4}-\d\d-\d\d\>/ contained
syntax match pactTime /\<\d\d:\d\d\>/ contained
syntax match pactZone /\<\a[A-Za-z_]*\%(\/[A-Za-z0-9_+-]\+\)\+/ contained
syntax match pactDigest /\<sha256:\x\+/ contained
syntax match pactString /"[^"]*"\|“[^”“]*[”“]\|„[^“”]*[“”]/ contained contains=@Spell
syntax match pactUnclosed /"[^"]*$\|“[^”“]*$\|„[^“”]*$/ contained
syntax match pactComment /\%(^\|\s\)\@1<=#.*$/ contains=pactAllow,pactTodo,@Spell
syntax match pactAllow /\c#\s*\zsallow\s*:/ contained
syntax keyword pactTodo TODO FIXME XXX contained
syntax cluster pactPlain contains=pactDate,pactTime,pactNumber,pactZone,pactDigest,pactString,pactUnclosed,pactComment,pactValue

" Words that mean something under one kind of heading only are told apart by it. They are matches and no keywords, since a keyword would go
" before the heading of the same name.
for [s:group, s:list] in [['Value', 'values'], ['Event', 'events'], ['InHeading', 'heading'], ['InPact', 'pact'], ['InEvent', 'event'],
      \ ['InState', 'state'], ['InDays', 'days'], ['InHours', 'hours'], ['InMatrix', 'matrix'], ['InClause', 'clause']]
  execute 'syntax match pact' . s:group . ' /\<' . s:Any(s:list) . '/ contained'
endfor
syntax match pactCell /\<\%(yes\|ask\|no\)\>\|?/ contained

" Headings: the word, then the name.
execute 'syntax match pactHeading /^' . s:Any('headings') . '/ contained nextgroup=pactName skipwhite'
execute 'syntax match pactKind /^' . s:Any('kinds') . '/ contained nextgroup=pactName skipwhite'
syntax match pactName /[[:alpha:]\u0080-\uffff][^ \t"“„,#]*/ contained

" Indented lines: reasons and promises are people's own words.
syntax match pactReason /^\s\+>.*$/ contained contains=@Spell
execute 'syntax match pactModifier /\%(^\s\+\)\@<=' . s:Any('modifiers') . '/ contained'

" A block runs to the next line that starts in the first column, comments aside.
let s:block = 'transparent keepend contains=pactHeadingLine,pactReason,pactEvent,@pactPlain,'
let s:end = 'end=/^\ze[^ \t#]/'
execute 'syntax region pactBlock start=/^[^ \t#]/ ' . s:end s:block . 'pactInClause,pactModifier'
for [s:heading, s:group] in [['pact', 'pactInPact'], ['event', 'pactInEvent'], ['state', 'pactInState'], ['days', 'pactInDays'], ['hours', 'pactInHours'], ['matrix', 'pactInMatrix,pactCell']]
  execute 'syntax region pactBlock start=/^' . s:heading . '\>/ ' . s:end s:block . s:group
endfor
syntax match pactHeadingLine /^[^ \t#].*$/ contained transparent contains=pactHeading,pactKind,pactInHeading,pactEvent,@pactPlain
" Agreements are short, and a block may be long: read from the start.
syntax sync fromstart

highlight default link pactComment Comment
highlight default link pactTodo Todo
highlight default link pactAllow PreProc
highlight default link pactHeading Structure
highlight default link pactKind Structure
highlight default link pactName Function
highlight default link pactInHeading Statement
highlight default link pactInPact Statement
highlight default link pactInEvent Statement
highlight default link pactInState Statement
highlight default link pactInDays Statement
highlight default link pactInHours Statement
highlight default link pactInMatrix Statement
highlight default link pactInClause Statement
highlight default link pactModifier Keyword
highlight default link pactEvent Type
highlight default link pactValue Constant
highlight default link pactCell Constant
highlight default link pactDate Number
highlight default link pactTime Number
highlight default link pactNumber Number
highlight default link pactZone Constant
highlight default link pactDigest Constant
highlight default link pactString String
highlight default link pactUnclosed Error
highlight default link pactReason SpecialComment

let b:current_syntax = 'pact'
unlet s:block s:end s:heading s:group s:list
let &cpo = s:cpo_save
unlet s:cpo_save
