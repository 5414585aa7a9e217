# Everything a person or a machine does with this project. `make help` lists it.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TEST ?=

.DEFAULT_GOAL := help
.PHONY: help demo run test quick check lint types contracts lock pictures bench clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/runtime.stamp ## set up on a fresh machine and start with invented surveys and answers
	@$(BIN)/dalalab run --demo

run: $(VENV)/runtime.stamp ## set up and start without demo data
	@$(BIN)/dalalab run

test: $(VENV)/development.stamp ## run every test that can run here, and say what was skipped and why
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 $(TEST)

quick: $(VENV)/development.stamp ## the tests without the slow ones, while you work
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 -m "not slow" $(TEST)

check: lint types contracts ## what CI checks before the tests

lint: $(VENV)/development.stamp ## style and common mistakes
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/development.stamp ## mypy --strict
	@$(BIN)/mypy

contracts: $(VENV)/development.stamp ## which room may import which
	@$(BIN)/lint-imports

lock: $(VENV)/development.stamp ## resolve the dependencies anew; the locks name no address
	@$(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade -q -o requirements.lock
	@$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade -q -o requirements-dev.lock
	@! grep -n '://' requirements.lock requirements-dev.lock

pictures: $(VENV)/development.stamp ## the pictures in README and docs, made from the demo
	@$(BIN)/python -m tools.pictures

bench: $(VENV)/development.stamp ## measure; prints both sides of every comparison
	@for script in bench/*.py; do $(BIN)/python $$script || exit 1; done

clean: ## remove the environment and the demo's data
	rm -rf $(VENV) data/demo.sqlite* *.egg-info build

# A machine with Python 3.11 or newer needs nothing else: the locks hold every package with its hash. They are whole, so
# pip resolves nothing (--no-deps): resolving, it can prefer a release newer than the lock for a package with extras, and stop.
$(VENV)/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Dalalab needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1). Set PYTHON=… to one."; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { \
		echo "Python cannot make a virtual environment. On Debian: apt install python3-venv"; exit 2; }
	@touch $@

$(VENV)/runtime.stamp: requirements.lock pyproject.toml | $(VENV)/python.stamp
	@echo "Installing what Dalalab needs (once; about a minute) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/development.stamp: requirements-dev.lock pyproject.toml | $(VENV)/python.stamp
	@echo "Installing what the tests need (once; about a minute) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/runtime.stamp
