# Everything a checkout needs: `make` builds the site, `make test` checks everything.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
BUILD_READY := $(VENV)/.build-ready
TEST_READY := $(VENV)/.test-ready

.PHONY: all test check bench schema lock weigh fuzz messages screenshots lighthouse clean

all: $(BUILD_READY)
	$(RUN) build.py
	@echo "Open $(CURDIR)/site/index.html in a browser."

check: $(BUILD_READY)
	$(RUN) build.py check

test: $(TEST_READY)
	./tools/check

bench: $(BUILD_READY)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt
	$(RUN) tools/bench.py

# How many bytes each type of page loads.
weigh: $(BUILD_READY)
	$(RUN) tools/weigh.py

# A picture of each type of page into screenshots/.
screenshots: $(TEST_READY)
	$(RUN) tools/screenshots.py

# Lighthouse's four scores; needs Node.
lighthouse: $(TEST_READY)
	npm ci --prefix tools/lighthouse --no-audit --no-fund --silent
	$(RUN) tools/lighthouse.py

# Broken and hostile input to all that reads text, other than what `make test` tries; SEED says which.
EXAMPLES ?= 2000
SEED ?= 0
fuzz: $(TEST_READY)
	FUZZ_EXAMPLES=$(EXAMPLES) $(RUN) -m pytest -q tests/unit/test_fuzz.py --hypothesis-seed=$(SEED)

# What the program says, in the languages of its users: new sentences wait in workreport/diagnostics/*/ for theirs.
messages: $(BUILD_READY)
	$(RUN) tools/messages.py

schema: $(BUILD_READY)
	$(RUN) tools/schema.py

# Rewrite the pinned requirements from the .in files.
lock: $(TEST_READY)
	$(VENV)/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header requirements.in -o requirements.txt
	$(VENV)/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header -c requirements.txt requirements-dev.in -o requirements-dev.txt

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is needed; on Debian: apt-get install python3-venv"; exit 1; }

$(BUILD_READY): requirements.txt | $(VENV)/bin/python
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(TEST_READY): requirements-dev.txt tools/setup-tests | $(VENV)/bin/python
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	./tools/setup-tests
	@touch $@ $(BUILD_READY)

clean:
	rm -rf screenshots $(VENV) .cache .bench .mypy_cache .ruff_cache .hypothesis site
