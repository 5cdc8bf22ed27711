# Everything that is done to the kiosk. `make` alone lists it.
PYTHON ?= python3
VENV = .venv/bin/python -P

TOOLS = build/tools/bin/python -P -m
MUTANTS = build/mutants/bin/python -P
VOICES = PYTHONPATH=$(CURDIR) build/voices/bin/python -P
CANARY = build/canary/bin/python -P
LOCKS = $(wildcard requirements*.lock)

PYTEST = $(VENV) -m pytest

.PHONY: help environment quick test slow terminal sound coverage mutants voices soak acceptance image acceptance-vm bench lint style types imports prose format \
  lock tools audit canary sbom dist messages goldens evidence screenshots man

help:  ## list all targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

environment:
	@$(PYTHON) -m kiosk.startup.environment test

quick: environment  ## run the tests that need nothing but Python
	$(PYTEST) -n 2 -m "not slow and not terminal and not sound"

test: environment  ## run all tests (four workers for two cores, since many tests wait)
	$(PYTEST) -n 4

slow: environment  ## run only the tests that take long or call programs
	$(PYTEST) -n 3 -m slow

terminal: environment  ## run only the tests in terminals
	$(PYTEST) -n 3 -m terminal

sound: environment  ## run only the tests that listen to a sound server
	$(PYTEST) -n 2 -m sound

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

soak: environment  ## years in a waiting room in two hours: a line for each hardship
	$(VENV) -m bench.soak

acceptance: environment  ## an evening on a Debian of its own, from an empty disk to a power cut (needs root and the internet)
	$(VENV) -m acceptance

image:  ## make a disk that starts, build/image/kiosk.img: Debian 13 with the kiosk (needs root and the internet)
	nice deploy/image/make.sh build/image

acceptance-vm: environment  ## start that disk in QEMU, with a kernel of its own: type, look, listen, pull the plug
	nice $(VENV) -m acceptance.virtual

bench: environment  ## measure the way of keys, the start, the rest, growth, and others beside it (a quarter of an hour)
	$(VENV) -m bench

lint: style types imports prose  ## run the linters, the type checker, and the reader of the project's English

style: environment
	$(VENV) -m ruff check .
	$(VENV) -m ruff format --check .

types: environment
	$(VENV) -m mypy

imports: environment
	$(VENV) -c 'from importlinter.cli import lint_imports_command as check; check()'

prose: environment
	$(VENV) tools/prose.py

format: environment  ## put the code into its usual form
	$(VENV) -m ruff check --fix .
	$(VENV) -m ruff format .

lock: environment  ## renew the locks from pyproject.toml (needs uv; RAISE="textual rich" for newer ones)
	$(VENV) tools/lock.py $(RAISE)

build/voices/stamp: requirements.lock requirements-hibari.lock requirements-voices.lock
	$(PYTHON) -m venv --clear build/voices
	for lock in $^; do \
	  $(VOICES) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary=:all: \
	    -r $$lock || exit 1; \
	done
	touch $@

voices: build/voices/stamp  ## hear every voice with a recogniser of free text, alone and in noise (an hour)
	nice $(VOICES) -m bench.voices

build/tools/stamp: requirements-tools.lock
	$(PYTHON) -m venv --clear build/tools
	$(TOOLS) pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary=:all: -r $<
	touch $@

tools: build/tools/stamp

audit: tools  ## look for known vulnerabilities in every part of every lock (needs the internet)
	for lock in $(LOCKS); do echo "$$lock:"; $(TOOLS) pip_audit --strict --disable-pip --requirement $$lock || exit 1; done

sbom: tools  ## write what the kiosk is built from to build/sbom.json (CycloneDX)
	cat requirements.lock requirements-natural.lock | $(TOOLS) cyclonedx_py requirements - --pyproject pyproject.toml \
	  --mc-type application --output-reproducible --spec-version 1.6 --output-format JSON --output-file build/sbom.json

canary: environment  ## run the tests with the newest Textual, in an environment of its own (needs the internet)
	$(PYTHON) -m venv --clear build/canary
	$(CANARY) -m pip install --quiet --require-hashes --no-deps --only-binary=:all: -r requirements.lock \
	  -r requirements-natural.lock -r requirements-test.lock
	echo $(CURDIR) > $$($(CANARY) -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/kiosk.pth
	$(CANARY) -m pip install --quiet --upgrade textual
	$(CANARY) -m pip list | grep -i textual
	$(CANARY) -m pytest -n 3 -m "not slow and not sound"

dist: environment sbom  ## build what a release holds: wheel, source, bill of materials and checksums, in dist
	rm -rf dist
	$(VENV) -m hatchling build
	cp build/sbom.json dist/
	cd dist && sha256sum * > SHA256SUMS

messages: environment  ## bring the kiosk's own words in other languages up to date (NEW=vi for a new one)
	$(VENV) tools/messages.py $(NEW)

goldens: environment  ## write the pages and messages in tests/golden again, to be read as a diff
	$(VENV) -m tests.visit.test_transcript
	$(VENV) -m tests.content.test_told

evidence: environment  ## bring the figures of evidence/ into the documents (renew them by bench NAME --keep)
	$(VENV) tools/evidence.py

screenshots: environment  ## make the pictures and the sound in docs, and every page in build/screenshots
	$(VENV) tools/screenshots.py
	PYTHONPATH=tools $(VENV) tools/visit_picture.py
	$(VENV) tools/sample_sound.py
	PYTHONPATH=tools $(VENV) tools/every_page.py

man: environment  ## write the manual page, docs/kiosk.1, from the help of the commands
	$(VENV) tools/man_page.py
