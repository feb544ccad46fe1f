# make demo   sets everything up in .venv and plays the demo
# make test   sets everything up in .venv and passes lint, types and tests

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: demo test check clean

demo: $(VENV)/demo.stamp
	$(BIN)/rt-timbre demo

test: check
	$(BIN)/python -m pytest -n 2

check: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	PYTHONPATH=.:export $(BIN)/lint-imports

clean:
	rm -rf $(VENV)

$(VENV)/pip.stamp:
	$(PYTHON) -m venv $(VENV)
	$(PIP) --upgrade "pip>=25.1"
	touch $@

$(VENV)/demo.stamp: $(VENV)/pip.stamp pyproject.toml
	$(PIP) --editable ".[pictures]"
	touch $@

$(VENV)/test.stamp: $(VENV)/pip.stamp pyproject.toml constraints.txt tests/system_packages.sh
	sh tests/system_packages.sh
	$(PIP) --constraint constraints.txt --editable ".[export,tinysol,cluster,pictures,bench,midi,encode]" --group test --group lint
	# nsgt, the oracle of the transform, builds against the numpy that is installed.
	$(PIP) setuptools wheel
	$(PIP) --no-build-isolation nsgt
	touch $@
