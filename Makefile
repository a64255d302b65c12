# Needs make and Python 3.11 or newer, nothing else. Another Python: make PYTHON=python3.12 test

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCKS := .ci/requirements
PLUGINS := $(patsubst %/pyproject.toml,%,$(wildcard plugins/*/pyproject.toml))
DEMO_PLUGINS := $(filter plugins/mosaic,$(PLUGINS))
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PROJECTS := pyproject.toml $(addsuffix /pyproject.toml,$(PLUGINS))
COMPILE := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate --no-emit-index-url

editable = $(foreach folder,$(1),-e ./$(folder))

.PHONY: help demo test fuzz bench lint format types docs docs-check lock clean

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

demo: $(VENV)/.demo ## install into .venv and run the demonstration
	$(BIN)/sos-audit demo

test: $(VENV)/.dev ## run all tests with coverage; one of them: make test TESTS=tests/test_errors.py
	$(BIN)/python -m pytest $(if $(TESTS),$(TESTS),--cov)

fuzz: $(VENV)/.dev ## throw damaged files at every reader; longer: make fuzz SECONDS=600
	$(BIN)/python -m tests.fuzz $(or $(SECONDS),60)

bench: $(VENV)/.dev ## measure memory and speed of reading, on exports of 100 MB and 1 GB
	$(BIN)/python -m tests.benchmarks.reading

lint: $(VENV)/.dev ## check style, format and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

format: $(VENV)/.dev ## put the code into the project's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(VENV)/.dev ## check types, strictly
	$(BIN)/mypy sos_audit
	set -e; for folder in $(PLUGINS); do $(BIN)/mypy $$folder/sos_audit_*; done

docs: $(VENV)/.dev ## write the guide's generated pages: rules and commands
	$(BIN)/python -m tests.docs

docs-check: $(VENV)/.dev ## fail when a generated page differs from the rules and commands
	$(BIN)/python -m tests.docs --check

lock: $(VENV)/.dev ## renew the hashed requirement lists, for every platform
	$(COMPILE) --upgrade --output-file $(LOCKS)/runtime.txt
	$(COMPILE) --upgrade --constraints $(LOCKS)/runtime.txt --all-extras --output-file $(LOCKS)/dev.txt

clean: ## remove the environment and every cache
	rm -rf $(VENV) build dist .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("sos-audit needs Python 3.11 or newer; name one with: make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo: $(PROJECTS) $(LOCKS)/runtime.txt | $(VENV)/bin/python
	$(PIP) install --require-hashes -r $(LOCKS)/runtime.txt
	$(PIP) install --no-deps $(call editable,. $(DEMO_PLUGINS))
	@touch $@

$(VENV)/.dev: $(PROJECTS) $(LOCKS)/dev.txt | $(VENV)/bin/python
	$(PIP) install --require-hashes -r $(LOCKS)/dev.txt
	$(PIP) install --no-deps $(call editable,. $(PLUGINS))
	@touch $@
