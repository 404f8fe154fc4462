" Vim syntax file
" Language: pactlog, what happened, one entry a line

if exists('b:current_syntax')
  finish
endif
let s:cpo_save = &cpo
set cpo&vim

syntax case match
syntax iskeyword @,48-57,192-255,_,-

" An entry: when, what, and the rest.
syntax match pactlogEntry /^[^ \t#].*$/ contains=pactlogWhen,@pactlogRest
syntax match pactlogEvent /[[:alpha:]\u0080-\uffff][^ \t"“„,#]*/ contained
execute 'syntax match pactlogOwn /\%(' . join(map(reverse(sort(copy(pact#words#list('log_events')))), 'substitute(v:val, " ", "\\\\s\\\\+", "g")'), '\|') . '\)\>/ contained'

for s:word in pact#words#list('log')
  execute 'syntax keyword pactlogWord contained' s:word
endfor
syntax match pactlogNumber /\<[0-9]\+\%(\.[0-9]\+\)\?\>/ contained
syntax match pactlogDate /\<\d\{4}-\d\d-\d\d\>/ contained
syntax match pactlogTime /\<\d\d:\d\d\%(Z\|[+-]\d\d:\d\d\)\?\>/ contained
" `as e1` gives an entry a name; `about e1` speaks of it, and so do `waive tell of e1` and `tell@2026-10-03`; `pause breather` names a clause.
syntax match pactlogId /\%(\<\%(as\|about\|\%(instead\s\+\)\@<!of\)\s\+\)\@<=[^ \t",]\+/ contained
syntax match pactlogId /\%(\<\%(pause\|resume\)\s\+\)\@<=\%(by\>\|until\>\)\@![^ \t",]\+/ contained
syntax match pactlogId /\<[[:alpha:]\u0080-\uffff][^ \t",@]*@\d\{4}-\d\d-\d\d\%(\~\d\+\)\?/ contained
syntax match pactlogString /"[^"]*"\|“[^”“]*[”“]\|„[^“”]*[“”]/ contained contains=@Spell
syntax match pactlogUnclosed /"[^"]*$\|“[^”“]*$\|„[^“”]*$/ contained
syntax match pactlogWhen /^\d\{4}-\d\d-\d\d\%(\s\+\d\d:\d\d\%(Z\|[+-]\d\d:\d\d\)\?\)\?\%(\s\+to\%(\s\+\d\{4}-\d\d-\d\d\)\?\%(\s\+\d\d:\d\d\%(Z\|[+-]\d\d:\d\d\)\?\)\?\)\?/
      \ contained contains=pactlogDate,pactlogTime,pactlogWord nextgroup=pactlogOwn,pactlogEvent skipwhite
syntax cluster pactlogRest contains=pactlogWord,pactlogDate,pactlogTime,pactlogNumber,pactlogId,pactlogString,pactlogUnclosed,pactlogComment

" What is indented is a note, in people's own words.
syntax match pactlogNote /^\s\+[^ \t#].*$/ contains=@Spell
syntax match pactlogComment /\%(^\|\s\)\@1<=#.*$/ contains=@Spell

highlight default link pactlogDate Number
highlight default link pactlogTime Number
highlight default link pactlogNumber Number
highlight default link pactlogOwn Keyword
highlight default link pactlogEvent Type
highlight default link pactlogWord Statement
highlight default link pactlogId Identifier
highlight default link pactlogString String
highlight default link pactlogUnclosed Error
highlight default link pactlogNote SpecialComment
highlight default link pactlogComment Comment

let b:current_syntax = 'pactlog'
unlet! s:word
let &cpo = s:cpo_save
unlet s:cpo_save
