autocmd BufNewFile,BufRead *.pact setfiletype pact
autocmd BufNewFile,BufRead *.pactlog setfiletype pactlog
