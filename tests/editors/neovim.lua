-- Asks Neovim what an editor asks of the language server, and writes the answers as JSON for test_neovim.py.
-- Its folder is the current one: `us.pact` with a fault in a line, `log.pactlog` beside it.

local LONGEST = 60000 -- milliseconds; an answer that comes earlier is not waited for
local answers = {}

vim.opt.runtimepath:prepend(vim.env.PACT_NVIM)
vim.cmd('filetype plugin indent on')
require('pact').setup()

local get_clients = vim.lsp.get_clients or vim.lsp.get_active_clients

local function wait(what, done)
  if not vim.wait(LONGEST, done, 20) then
    error('waited in vain for ' .. what)
  end
end

--- Lines (from 0), columns (in bytes, from 0) and codes of what is said about a buffer.
local function said(buffer)
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(found, { one.lnum, one.col, one.code, vim.diagnostic.severity[one.severity] })
  end
  return found
end

local function faults(buffer)
  return vim.diagnostic.get(buffer, { severity = vim.diagnostic.severity.ERROR })
end

--- Put the cursor before the first place of a text on a line (from 1), or behind it.
local function at(line, text, behind)
  local start, finish = vim.fn.getline(line):find(text, 1, true)
  vim.api.nvim_win_set_cursor(0, { line, behind and finish or start - 1 })
end

local function ask(method)
  local client = get_clients()[1]
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  local got = vim.lsp.buf_request_sync(0, method, params, LONGEST)
  for _, one in pairs(got or {}) do
    return one.result or { error = one.err }
  end
end

local function main()
  vim.cmd('edit log.pactlog')
  local log = vim.api.nvim_get_current_buf()
  vim.cmd('edit us.pact')
  local pact = vim.api.nvim_get_current_buf()
  wait('the server', function()
    return #get_clients() > 0 and get_clients()[1].server_capabilities ~= nil
  end)
  answers.clients = #get_clients()

  wait('diagnostics', function()
    return #faults(pact) > 0
  end)
  answers.fault = said(pact)
  local place = vim.fn.search('atmost')
  vim.fn.setline(place, (vim.fn.getline(place):gsub('atmost', 'at most')))
  wait('the fault to go', function()
    return #faults(pact) == 0
  end)
  wait('a verdict in the log', function()
    return #vim.diagnostic.get(log) > 0
  end)
  answers.log = said(log)

  vim.fn.append(place, '    ')
  vim.api.nvim_win_set_cursor(0, { place + 1, 4 })
  vim.cmd('startinsert!') -- a cursor behind the last letter
  vim.wait(1)
  local items = ask('textDocument/completion')
  answers.completion = vim.tbl_map(function(item)
    return item.label
  end, items.items or items)
  vim.cmd('stopinsert')
  vim.fn.deletebufline(pact, place + 1)
  answers.omnifunc = vim.bo.omnifunc

  at(place, 'most')
  local hover = ask('textDocument/hover')
  answers.hover = hover.contents and hover.contents.value

  if vim.lsp.buf.format then
    vim.lsp.buf.format({ timeout_ms = LONGEST })
  else
    vim.lsp.buf.formatting_sync(nil, LONGEST)
  end
  answers.formatted = vim.api.nvim_buf_get_lines(pact, 0, -1, false)

  at(vim.fn.search('^event stroll'), 'stroll')
  vim.lsp.buf.rename('walk')
  wait('the new name', function()
    return vim.fn.search('^event walk') > 0
  end)
  answers.renamed = { vim.api.nvim_buf_get_lines(pact, 0, -1, false), vim.api.nvim_buf_get_lines(log, 0, -1, false) }
end

local fine, problem = pcall(main)
answers.problem = not fine and tostring(problem) or nil
vim.fn.writefile({ vim.fn.json_encode(answers) }, 'answers.json')
for _, client in ipairs(get_clients()) do
  client.stop(client)
end
vim.cmd('qall!')
