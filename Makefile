# Harbour. `make demo` and `make test` need only git, make and python3; the rest they set up.
PYTHON ?= python3
VENV := .venv/bin
ARGS ?=

.PHONY: env demo test check check-fast bench search-engine schema

env:
	@$(PYTHON) portal/runtime/bootstrap.py

demo: env
	@$(VENV)/python -m portal.runtime.demo

test: env
	@$(VENV)/python -m portal.runtime.suite $(ARGS)

check: check-fast
	@$(VENV)/mypy portal search sop_library shelter_directory casebase
	@$(VENV)/python -m portal.runtime.check

check-fast: env
	@$(VENV)/ruff check . && $(VENV)/ruff format --check .
	@$(VENV)/lint-imports --no-cache
	@for site in test test_casework; do \
	  $(VENV)/python -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run --settings=portal.settings.$$site || exit 1; done

bench: env
	@$(VENV)/python -m tests.bench $(ARGS)

search-engine: env
	@$(VENV)/python -m portal.runtime.elasticsearch

schema: env
	@$(VENV)/python -m portal.runtime.schema
