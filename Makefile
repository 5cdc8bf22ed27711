# Everything that is done to the kiosk. `make` alone tells what there is.
PYTHON ?= python3
VENV = .venv/bin/python -P

TOOLS = build/tools/bin/python -P -m
MUTANTS = build/mutants/bin/python -P
LOCKS = $(wildcard requirements*.lock)

.PHONY: help environment test coverage mutants soak acceptance bench lint format lock audit sbom goldens screenshots messages man

help:  ## tell what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

environment:
	@$(PYTHON) -m kiosk.startup.environment test

test: environment  ## run all tests
	$(VENV) -m pytest -n 2 --dist loadgroup

build/mutants/stamp: requirements.lock requirements-test.lock requirements-mutants.lock
	$(PYTHON) -m venv --clear build/mutants
	for lock in $^; do \
	  $(MUTANTS) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary=:all: \
	    -r $$lock || exit 1; \
	done
	touch $@

coverage: build/mutants/stamp  ## how much of the core the tests run: idle clock, speech queue, spoken form, content reader
	$(MUTANTS) tools/mutants.py coverage

mutants: build/mutants/stamp  ## which small faults in the same parts the tests find (an hour or more)
	nice $(MUTANTS) tools/mutants.py

soak: environment  ## what years in a waiting room come to: a line for each hardship (two hours)
	$(VENV) -m bench.soak

acceptance: environment  ## an evening on a Debian of its own, from an empty disk to a power cut (needs root and the network)
	$(VENV) -m acceptance

bench: environment  ## measure the way of keys, the start, the rest, growth, and others beside it (a quarter of an hour)
	$(VENV) -m bench

lint: environment  ## run the linters and the type checker
	$(VENV) -m ruff check .
	$(VENV) -m ruff format --check .
	$(VENV) -m mypy
	$(VENV) -c 'from importlinter.cli import lint_imports_command as check; check()'

format: environment  ## put the code into its usual form
	$(VENV) -m ruff check --fix .
	$(VENV) -m ruff format .

lock: environment  ## renew the locks from pyproject.toml (needs uv; RAISE="textual rich" for newer ones)
	$(VENV) tools/lock.py $(RAISE)

build/tools/stamp: requirements-tools.lock
	$(PYTHON) -m venv --clear build/tools
	$(TOOLS) pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary=:all: -r $<
	touch $@

audit: build/tools/stamp  ## ask whether a fault of security is known in any part of any lock (needs the network)
	for lock in $(LOCKS); do echo "$$lock:"; $(TOOLS) pip_audit --strict --disable-pip --requirement $$lock || exit 1; done

sbom: build/tools/stamp  ## write what the kiosk is built from to build/sbom.json (CycloneDX)
	$(TOOLS) cyclonedx_py requirements requirements.lock --pyproject pyproject.toml --mc-type application \
	  --output-reproducible --spec-version 1.6 --output-format JSON --output-file build/sbom.json

messages: environment  ## bring the kiosk's own words in other languages up to date (NEW=vi for a new one)
	$(VENV) tools/messages.py $(NEW)

goldens: environment  ## write the pages and messages in tests/golden again, to be read as a diff
	$(VENV) -m tests.visit.test_transcript
	$(VENV) -m tests.content.test_told

screenshots: environment  ## make the pictures and the sound in docs anew, and every page in build/screenshots
	$(VENV) tools/screenshots.py
	$(VENV) tools/sample_sound.py
	PYTHONPATH=tools $(VENV) tools/every_page.py

man: environment  ## write the manual page, docs/kiosk.1, from the help of the commands
	$(VENV) tools/man_page.py
