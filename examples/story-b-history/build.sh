#!/bin/sh
# Writes the story of ../couple-evenings as a git repository: a draft, two signatures, a new name, a second draft, two more signatures.
# Usage: sh build.sh FOLDER (which must not exist yet)
set -eu
if [ $# -ne 1 ] || [ -e "$1" ]; then
    echo "usage: sh build.sh FOLDER (which must not exist yet)" >&2
    exit 2
fi
story=$(CDPATH='' cd -- "$(dirname -- "$0")/../couple-evenings" && pwd)
mkdir -p -- "$1"
cd -- "$1"

# No setting of whoever runs this has a say, so the commits are the same everywhere.
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
git -c init.defaultBranch=main init --quiet
git config user.name Nora
git config user.email nora@example.org
git config core.autocrlf false

commit() { # NAME DATE REASON
    git add --all
    GIT_AUTHOR_NAME=$1 GIT_AUTHOR_EMAIL="$1@example.org" GIT_AUTHOR_DATE="$2 +0100" \
        GIT_COMMITTER_NAME=$1 GIT_COMMITTER_EMAIL="$1@example.org" GIT_COMMITTER_DATE="$2 +0100" \
        git commit --quiet --message "$3"
}

grep -v "signed by" "$story/v1.pact" >first.pact
commit Nora "2026-01-29 20:10:00" "Our first page, to sleep on"
grep -v "signed by Felix" "$story/v1.pact" >first.pact
commit Nora "2026-01-30 19:00:00" "Signed by Nora"
cp "$story/v1.pact" first.pact
commit Felix "2026-01-31 09:30:00" "Signed by Felix"
git mv first.pact us.pact
commit Felix "2026-03-08 11:00:00" "The page is called us.pact from now on"
grep -v "signed by" "$story/v2.pact" >us.pact
commit Felix "2026-06-30 21:15:00" "A second page: fewer evenings, and what comes after them"
grep -v "signed by Felix" "$story/v2.pact" >us.pact
commit Nora "2026-07-02 20:00:00" "Signed by Nora"
cp "$story/v2.pact" us.pact
commit Felix "2026-07-03 08:45:00" "Signed by Felix"
cp "$story/log.pactlog" log.pactlog
commit Nora "2026-09-28 08:55:00" "The log until the end of September"
