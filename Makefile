# Everything that is done to the kiosk. `make` alone tells what there is.
PYTHON ?= python3
VENV = .venv/bin/python -P

.PHONY: help environment test lint format lock screenshots

help:  ## tell what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

environment:
	@$(PYTHON) -m kiosk.environment test

test: environment  ## run all tests
	$(VENV) -m pytest -n 2 --dist loadgroup

lint: environment  ## run the linters and the type checker
	$(VENV) -m ruff check .
	$(VENV) -m ruff format --check .
	$(VENV) -m mypy
	$(VENV) -c 'from importlinter.cli import lint_imports_command as check; check()'

format: environment  ## put the code into its usual form
	$(VENV) -m ruff check --fix .
	$(VENV) -m ruff format .

lock: environment  ## renew the locks from the .in files (needs uv)
	for name in requirements requirements-test; do \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --no-emit-find-links --no-header --no-annotate --override requirements-overrides.in \
	    --output-file $$name.lock $$name.in; \
	done

screenshots: environment  ## draw the pictures in docs/pictures anew, and every page in build/screenshots
	$(VENV) tools/screenshots.py
	PYTHONPATH=tools $(VENV) tools/every_page.py
