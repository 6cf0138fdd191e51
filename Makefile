.PHONY: ablation audit bench sbom security run test setup check train chat evaluate lint help extra-tensorflow
.DEFAULT_GOAL := help
PYTHON := .venv/bin/python

run: setup ## set up, train if changed, and answer on http://127.0.0.1:8080
	@$(PYTHON) -m bot serve

test: ## set up and run every check and test (what CI runs)
	@python3 scripts/setup.py dev
	@python3 scripts/setup.py lint --venv .venv-lint
	@sh scripts/test.sh

security: ## attack it much longer than `make test` does: thousands of fuzzed requests, texts and content files
	@python3 scripts/setup.py dev
	@OROSBOTEN_TEST_THOROUGH=1 .venv/bin/python -m pytest -q tests/security

audit: ## hold every package that runs against the known faults (asks PyPI)
	@python3 scripts/setup.py audit --venv .venv-audit
	@sh scripts/audit.sh

sbom: ## write sbom.json: every package that runs, in CycloneDX
	@python3 scripts/setup.py audit --venv .venv-audit
	@python3 scripts/setup.py base --venv .venv-base
	@.venv-audit/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --output-file sbom.json .venv-base

setup: ## everything into .venv
	@python3 scripts/setup.py base

check: setup ## content and style of every file in data/: seconds, no model
	@$(PYTHON) -m bot check

train: setup ## train the model, unless nothing has changed
	@$(PYTHON) -m bot train

chat: setup ## talk in the terminal
	@$(PYTHON) -m bot chat

evaluate: setup ## how well the bot understands, on messages it was not trained on
	@$(PYTHON) -m bot evaluate tests/nlu/test

bench: ## measure beside stock Rasa and a bare server: 20 minutes on two cores, most of it stock training
	@python3 scripts/setup.py dev
	@.venv/bin/python -m bench.run

ablation: ## what each part of the understanding is worth: 20 minutes on two cores
	@python3 scripts/setup.py dev
	@.venv/bin/python -m bench.understanding

extra-tensorflow: ## an environment of its own with TensorFlow, for stock pipelines (bench/)
	@python3 scripts/setup.py tensorflow --venv .venv-tensorflow

help: ## this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*##/\t/'
