#!/bin/sh
# Writes src/parser.c and its companions anew, for both grammars. It needs the tree-sitter command line (0.24 or later) and Node.js.
# ABI 14 is what editors of the last years read as well; nothing here needs a later one.
set -eu
cd "$(dirname "$0")"
for grammar in pact pactlog; do
    (cd "$grammar" && "${TREE_SITTER:-tree-sitter}" generate --abi 14)
done
# A test tells from these when a grammar was changed and not generated.
sha256sum common/words.js */grammar.js */src/grammar.json */src/parser.c > generated.sha256
