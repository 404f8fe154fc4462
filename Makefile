# Two commands on a fresh machine with only Python (3.11 or later) and make:
#   make demo   set up, then judge the examples
#   make test   set up, then run everything that CI runs
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
DEV := $(VENV)/.installed
# What somebody needs who only uses it; `make setup` brings more.
RUN := $(VENV)/.run
# Each package is fetched once, what builds this one beside what it runs on, and compiled if it is used: two thirds of the time are saved.
NEEDED := import tomllib; at = tomllib.load(open("pyproject.toml", "rb")); \
  print(*{*at["build-system"]["requires"], *at["project"]["dependencies"]})
OLD_ENOUGH := $(PYTHON) -c 'import sys; sys.exit("pactlang needs Python 3.11 or later") if sys.version_info < (3, 11) else None'

.PHONY: bench spark fuzz links long mutate site demo test setup lint types layers unit docs package editors editor-vscode clean

# The examples are judged in copies: in this folder, earlier versions of them that git keeps would count, too.
demo: $(if $(wildcard $(DEV)),$(DEV),$(RUN))
	@bin=$$(cd $(BIN) && pwd) && copy=$$(mktemp -d) && cp -R examples "$$copy" && for folder in first couple-disclosure flat; do \
	  echo; echo "== examples/$$folder"; \
	  (cd "$$copy/examples/$$folder" && "$$bin/pact" check us.pact log.pactlog --as-of "$$(cat as-of)") || test $$? -eq 1; \
	done; rm -rf "$$copy"

$(RUN): pyproject.toml hatch_build.py $(shell find src -name '*.py' -o -name '*.lark' -o -name '*.pact')
	$(OLD_ENOUGH)
	$(PYTHON) -m venv --without-pip $(VENV)
	@pip="$(PYTHON) -m pip --python $(BIN)/python"; $$pip --version > /dev/null 2>&1 || \
	  { $(PYTHON) -m venv $(VENV) && pip="$(BIN)/python -m pip"; } && PIP_DISABLE_PIP_VERSION_CHECK=1 && export PIP_DISABLE_PIP_VERSION_CHECK && \
	  echo "$$pip install pactlang" && $$pip install --quiet --no-compile $$($(BIN)/python -c '$(NEEDED)') && \
	  $$pip install --quiet --no-compile --no-index --no-deps --no-build-isolation .
	@touch $@

setup: $(DEV)

$(DEV): pyproject.toml hatch_build.py src/pactlang/grammar.lark src/pactlang/language/tables.py
	$(OLD_ENOUGH)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable ".[parquet]" --group dev
	@touch $@

# What uses one core goes side by side; the tests after it use all there are.
test: setup
	+$(MAKE) --jobs 2 lint types layers package editors
	+$(MAKE) unit

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports

# One process more than there are cores, since some tests wait for a server, an editor or a browser.
WORKERS = $(shell $(PYTHON) -c 'import os; print(1 + (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1))')

unit: setup
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadscope --no-loadscope-reorder --doctest-modules src tests

# The laws, the reference checker and the directions with other examples each time, and many times as many. It takes hours.
long: setup
	PACT_FUZZ=long $(BIN)/python -m pytest --numprocesses auto --dist loadscope tests/reference tests/laws tests/negotiate tests/versions tests/report tests/lint tests/safety tests/lsp

# Every reader with broken files, other ones each time; PACT_FUZZ_ROUNDS says how many (4000 for each reader).
fuzz: setup
	PACT_FUZZ=long $(BIN)/python -m pytest --numprocesses auto tests/fuzz

# Single changes to the checker that no test notices: 400 of 12,000, drawn at random. Others: make mutate MUTATE='--seed 2', or all those of
# one place: make mutate MUTATE='--only engine.judge~'. `python -m tests.mutations --help` says more.
mutate: setup
	$(BIN)/python -m pip install --quiet --group mutate
	nice $(BIN)/python -m tests.mutations $(if $(MUTATE),$(MUTATE),--sample 400)

# What an installed wheel costs: start-up, and logs beside the same sentences by hand (plain Python, polars, DuckDB); then what earlier
# versions cost beyond a plain check. `make bench BENCH='1000000 --rounds 1'` takes minutes.
bench: setup
	rm -rf $(VENV)/bench $(VENV)/bench-wheel
	$(BIN)/python -m build --wheel --outdir $(VENV)/bench-wheel .
	$(PYTHON) -m venv $(VENV)/bench
	$(VENV)/bench/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	$(VENV)/bench/bin/python -m pip install --quiet $(VENV)/bench-wheel/*.whl --group bench
	$(VENV)/bench/bin/python benchmarks/run.py $(BENCH)
	$(VENV)/bench/bin/python benchmarks/memory.py
	$(BIN)/python benchmarks/versions.py

# Apache Spark in local mode, with two workers, finds the same as this machine alone. It needs Java 17 or later, and an environment of its own.
spark: setup
	@if ! command -v java > /dev/null; then \
	  echo "spark: skipped, since there is no java here. What Spark finds was not held against what this machine finds."; \
	else \
	  test -x $(VENV)/spark/bin/python || $(PYTHON) -m venv $(VENV)/spark; \
	  if $(VENV)/spark/bin/python -m pip install --quiet --disable-pip-version-check ".[spark]"; then \
	    PYTHONPATH=. SPARK_LOCAL_IP=127.0.0.1 $(VENV)/spark/bin/python -m tests.fleet.spark; \
	  else \
	    echo "spark: skipped, since pyspark cannot be installed. What Spark finds was not held against what this machine finds."; \
	  fi; \
	fi

# The package is built, and the wheel is tried in an environment of its own.
package: setup
	rm -rf dist $(VENV)/wheel
	$(BIN)/python -m build --outdir dist .
	mkdir -p $(VENV)/again && rm -f $(VENV)/again/*.whl && $(BIN)/python -m build --wheel --outdir $(VENV)/again . > /dev/null
	cmp dist/*.whl $(VENV)/again/*.whl  # whoever builds it gets the same bytes, from the source archive, too
	$(PYTHON) -m venv $(VENV)/wheel
	$(VENV)/wheel/bin/python -m pip install --quiet dist/*.whl
	$(VENV)/wheel/bin/pact --version
	for file in man/man1/pact.1 bash-completion/completions/pact zsh/site-functions/_pact fish/vendor_completions.d/pact.fish; do test -s $(VENV)/wheel/share/$$file; done
	rm -rf $(VENV)/first && cp -R examples/first $(VENV)/first
	wheel=$$(cd $(VENV)/wheel && pwd) dist=$$(cd dist && pwd) && cd $(VENV)/first \
	  && "$$wheel/bin/pactlang" check us.pact log.pactlog --this-text --as-of "$$(cat as-of)" > "$$dist/first.txt" || test $$? -eq 1
	diff examples/first/expected.txt dist/first.txt

# The documentation as a site, in dist/site: every warning is an error, every link is followed. Building needs no network.
site: setup
	$(BIN)/python -c 'import furo, myst_parser' 2> /dev/null || $(BIN)/python -m pip install --quiet --group site
	nice $(BIN)/python website/build.py dist/site

# Asks each link of the documents that leads outside whether it is there; this alone needs a network. A test holds the list of them.
links:
	$(PYTHON) website/outside.py --ask

# What the text editors need is tried with the tools of each, where they are installed.
editors: editor-vscode

editor-vscode:
	@if ! command -v npm > /dev/null; then \
	  echo "editor-vscode: skipped, since there is no npm here. The extension for VS Code was not tried."; \
	elif ! node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'; then \
	  echo "editor-vscode: skipped, since it needs Node.js 20 or later. The extension for VS Code was not tried."; \
	else \
	  cd editors/vscode && npm ci --no-audit --no-fund --loglevel=error && npm test && npm run package; \
	fi

clean:
	rm -rf $(VENV) dist editors/vscode/node_modules editors/vscode/out editors/vscode/*.vsix
