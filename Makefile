# Everything runs in .venv, which `make setup` builds from requirements.lock. Needs Python 3.11 or
# newer and make; works with GNU Make 3.81, the one that macOS ships.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help setup lab report test bench fuzz soak notebooks tables train launch lint format lock clean distclean

VENV := .venv
BIN := $(VENV)/bin
SOURCES := src tests notebooks conftest.py

# Each is written last: what was installed is told from what was only begun.
INSTALLED := $(VENV)/requirements.lock
STAMP := $(VENV)/setup-done

# As typed, whatever characters they hold: the shell sees them as variables, make never expands them.
export PYTHON_WANTED := $(value PYTHON)
export RELEASE_WANTED := $(value RELEASE)
export ARCHIVE_WANTED := $(value ARCHIVE)
export REPOSITORY_WANTED := $(value REPOSITORY)
export GOLD_WANTED := $(value GOLD)
export CALLED_FROM := $(value PWD)

# The reader's own Python settings must not change what is installed or computed.
export PYTHONUTF8 := 1
export PYTHONUNBUFFERED := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
export PIP_USER := 0
unexport PYTHONPATH PYTHONHOME PYTHONSTARTUP VIRTUAL_ENV

help: ## list what make can do
	@echo 'make …'
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' Makefile

setup: $(STAMP) ## build .venv from requirements.lock; nothing to do when it is there
	@case ' $(MAKECMDGOALS) ' in *' setup '*) echo '$(VENV) is ready: make lab, make report, make test';; esac

# Whether .venv still has a Python, of the version that it was made for, and holds this very folder.
HEALTHY := $(shell $(BIN)/python -I -c 'import importlib.util, os; \
    os.path.samefile(importlib.util.find_spec("helpers").origin, "src/helpers/__init__.py") and print("yes")' 2>/dev/null)
ifneq ($(HEALTHY),yes)
.PHONY: $(INSTALLED)
endif

$(STAMP): $(INSTALLED) pyproject.toml
	@echo 'Installing this project into $(VENV)'
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --no-index --editable .
	@touch $@

# Built from nothing, always: half an environment, one of another lock or one whose Python is gone can't
# be mended. Of several Pythons one that the lock has wheels for comes first.
$(INSTALLED): requirements.lock
	@if [ '$(HEALTHY)' = yes ] && cmp -s requirements.lock $@; then touch $@; exit 0; fi; \
	suits() { "$$1" -c "import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info < (3, $$2))" >/dev/null 2>&1; }; \
	found=; \
	if [ -n "$$PYTHON_WANTED" ]; then suits "$$PYTHON_WANTED" 99 && found=$$PYTHON_WANTED; \
	else \
	    for below in 15 99; do for python in python3 python3.13 python3.12 python3.11 python3.14 python; do \
	        if [ -z "$$found" ] && suits $$python $$below; then found=$$python; fi; \
	    done; done; \
	fi; \
	if [ -z "$$found" ]; then \
	    echo "No suitable Python: $${PYTHON_WANTED:-python3} is not Python 3.11 or newer with venv and pip; install one, or name it: make PYTHON=/path/to/python3" >&2; \
	    exit 1; \
	fi; \
	echo "Building $(VENV) with $$("$$found" --version) ($$found)"; \
	"$$found" -m venv --clear $(VENV) || exit 1; \
	echo 'Installing the packages of requirements.lock, each checked by its hash: some 300 MB, one to five minutes'; \
	{ $(BIN)/python -m pip install --require-hashes --only-binary :all: --progress-bar off --requirement requirements.lock; \
	  echo $$? > $(VENV)/pip-status; } | \
	awk '/^(Collecting|Processing) / && ++n % 25 == 0 { print "  " n " packages"; fflush() } \
	     /^Installing collected/ { print "  " n " packages, now unpacking them"; fflush() }'; \
	if [ "$$(cat $(VENV)/pip-status)" != 0 ]; then \
	    echo 'Setup failed, see above: pip must reach a Python package registry. Then run make setup again' >&2; \
	    exit 1; \
	fi; \
	cp requirements.lock $@

lab: setup ## open the notebooks in JupyterLab (ARGS="--no-browser" and the like go to it)
	@$(BIN)/python -m jupyterlab $(ARGS) notebooks

# A path is looked for here, then where `make -C` was called.
report: setup ## run the notebooks into build/report/index.html (RELEASE=path for another release, RELEASE="a.txt b.pdf" for some, ARCHIVE=folder for many)
	@if [ -n "$$ARCHIVE_WANTED" ]; then \
	archive=$$ARCHIVE_WANTED; \
	if [ ! -e "$$archive" ] && [ -e "$$CALLED_FROM/$$archive" ]; then archive=$$CALLED_FROM/$$archive; fi; \
	exec $(BIN)/python -m helpers.report --archive="$$archive"; fi; \
	if [ -z "$$RELEASE_WANTED" ]; then exec $(BIN)/python -m helpers.report; fi; \
	exec $(BIN)/python -m helpers.report --beside="$$CALLED_FROM" --release="$$RELEASE_WANTED"

test: setup ## check style, then run all tests and validate every notebook's outputs
	@echo 'Style'
	@$(BIN)/python -m ruff check --output-format concise $(SOURCES)
	@$(BIN)/python -m ruff format --check $(SOURCES)
	@echo 'Tests and notebooks, two at a time: some minutes'
	@$(BIN)/python -m pytest -n 2 --dist loadscope --nbval $(ARGS)

bench: setup ## measure speed and memory as ratios in one run, into build/bench.json (ARGS="--texts DIR")
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 VECLIB_MAXIMUM_THREADS=1 \
	    $(BIN)/python tests/bench.py $(ARGS)

fuzz: setup ## spoil documents for every reader, a minute each (ARGS="600 html pdf": seconds, which readers)
	@$(BIN)/python -m tests.fuzz $(ARGS)

soak: setup ## read ten thousand invented releases while workers are killed (ARGS="DIR 2000": where, how many)
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.soak $(or $(ARGS),build/soak)

notebooks: setup ## run every notebook and store its outputs in it
	@$(BIN)/python -m helpers.report --in-place

tables: setup ## write docs/tables.md, the columns of every table, from the schema
	@$(BIN)/python -c 'from helpers import paths; from helpers.text import schema; (paths.ROOT / "docs" / "tables.md").write_text(schema.as_markdown(), encoding="utf-8")'

train: setup ## fit what is learned to data/training (GOLD="folder folder" reads annotated texts anew)
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m helpers.training $$GOLD_WANTED

launch: setup ## write links that open the notebooks on Binder (REPOSITORY=owner/name)
	@exec $(BIN)/python -m helpers.report.launch -- "$$REPOSITORY_WANTED"

lint: setup ## check style, and mend what can be mended
	@$(BIN)/python -m ruff check --fix $(SOURCES)

format: setup ## lay out code and notebooks
	@$(BIN)/python -m ruff format $(SOURCES)

lock: ## renew requirements.lock to the newest versions (needs uv, which is not a dependency)
	@command -v uv >/dev/null || { echo 'make lock needs uv on the PATH' >&2; exit 1; }
	uv pip compile pyproject.toml --upgrade --extra dev --universal --python-version 3.11 --generate-hashes \
	    --no-header --no-annotate -o requirements.lock

clean: ## remove what was built: reports and caches, not .venv
	rm -rf build .pytest_cache .ruff_cache .hypothesis .mypy_cache
	find src tests notebooks -name __pycache__ -prune -exec rm -rf {} +
	find src tests notebooks -name .ipynb_checkpoints -prune -exec rm -rf {} +

distclean: clean ## remove .venv too: back to a fresh clone
	rm -rf $(VENV) src/*.egg-info
