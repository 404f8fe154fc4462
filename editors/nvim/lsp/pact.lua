-- For Neovim 0.11 or later without `require('pact').setup()`: `vim.lsp.enable('pact')`.
return require('pact').lsp()
