--- Agreements and logs in Neovim, 0.7.2 or later: `require('pact').setup()`.
local M = {}

local FILETYPES = { 'pact', 'pactlog' }
local ROOT = { 'pact.toml', '.git' }

--- Where this folder is, and Vim's files beside it.
local function here()
  return vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h:h:h')
end

--- Colours, folding and indenting are Vim's own files, in the folder beside this one. Where they are known already, nothing is added.
function M.add_vim_files()
  if #vim.api.nvim_get_runtime_file('syntax/pact.vim', false) == 0 then
    vim.opt.runtimepath:append(vim.fn.fnamemodify(here(), ':h') .. '/vim')
  end
end

--- What the server is started with.
---@param options table|nil `cmd`, `on_attach`, `capabilities`, `filetypes` and all else that `vim.lsp.start` takes
function M.config(options)
  local base = { name = 'pact', cmd = { vim.g.pact_program or 'pact', 'lsp' } }
  return vim.tbl_extend('force', base, options or {})
end

--- The same as Neovim 0.11 and later keep it, in `lsp/pact.lua`.
function M.lsp(options)
  local config = vim.tbl_extend('force', { filetypes = FILETYPES, root_markers = ROOT }, M.config(options))
  config.name = nil
  return config
end

--- The folder that holds an agreement: the nearest with a `pact.toml` or a `.git`, else its own. The server needs no root file.
local function root_of(path)
  local folder = vim.fn.fnamemodify(path, ':p:h')
  local above = folder
  while true do
    for _, name in ipairs(ROOT) do
      if vim.fn.isdirectory(above .. '/' .. name) == 1 or vim.fn.filereadable(above .. '/' .. name) == 1 then
        return above
      end
    end
    local next_one = vim.fn.fnamemodify(above, ':h')
    if next_one == above then
      return folder
    end
    above = next_one
  end
end

local clients = {} -- by root; only where Neovim does not keep them itself (0.7)

local function start(options, buffer)
  local config = M.config(options)
  config.root_dir = config.root_dir or root_of(vim.api.nvim_buf_get_name(buffer))
  if vim.lsp.start then
    vim.api.nvim_buf_call(buffer, function()
      vim.lsp.start(config) -- in 0.8 it takes no other buffer than the current one
    end)
    return
  end
  local known = clients[config.root_dir]
  if not known then
    -- It counts as stopped until the server has answered, so it is kept until it has gone.
    local root, on_exit = config.root_dir, config.on_exit
    config.on_exit = function(...)
      clients[root] = nil
      if on_exit then
        on_exit(...)
      end
    end
    known = vim.lsp.start_client(config)
    clients[root] = known
  end
  if known then
    vim.lsp.buf_attach_client(buffer, known)
    vim.bo[buffer].omnifunc = 'v:lua.vim.lsp.omnifunc' -- later ones do so by themselves
  end
end

--- Start the language server for every agreement and log that is opened.
---@param options table|nil see `config`
function M.setup(options)
  M.add_vim_files()
  if vim.lsp.config and vim.lsp.enable then -- 0.11 and later
    vim.lsp.config('pact', M.lsp(options))
    vim.lsp.enable('pact')
    return
  end
  local filetypes = options and options.filetypes or FILETYPES
  local group = vim.api.nvim_create_augroup('pact', { clear = true })
  vim.api.nvim_create_autocmd('FileType', {
    group = group,
    pattern = filetypes,
    callback = function(event)
      start(options, event.buf)
    end,
  })
  -- Files that were open before.
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) and vim.tbl_contains(filetypes, vim.bo[buffer].filetype) then
      start(options, buffer)
    end
  end
end

return M
