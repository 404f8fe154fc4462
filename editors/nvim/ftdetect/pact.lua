require('pact').add_vim_files()

if vim.fn.has('nvim-0.8') == 1 then
  vim.filetype.add({ extension = { pact = 'pact', pactlog = 'pactlog' } })
else
  -- Before 0.8, filetypes that are added to Lua's list are looked at only if one asks for it.
  for _, name in ipairs({ 'pact', 'pactlog' }) do
    vim.api.nvim_create_autocmd({ 'BufNewFile', 'BufRead' }, { pattern = '*.' .. name, command = 'setfiletype ' .. name })
  end
end
