# Every target first runs ./setup, which does nothing when all is there. `make` alone lists the targets.

python = .venv/bin/python
members = core cli templates/beschikkingen plugins/schagen plugins/beekdaelen plugins/zwolle plugins/doetinchem
# What the lock leaves out: our own members.
ours = toegang toegang-cli toegang-beschikkingen toegang-schagen toegang-beekdaelen toegang-zwolle \
	toegang-doetinchem

# An image that forbids bytecode would have every start compile everything again, and a test starts hundreds.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup demo test test-all rules check lint types imports deps docs docs-check beelden brieven bench fix lock clean

help: ## deze lijst
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

setup: ## de voorbereiding, verder niets
	@./setup

demo: setup ## vier gemeenten aan het werk, met testpersonen
	@.venv/bin/toegang demo

test: setup ## de tests, op twee kernen (ARGS="-k regie" kiest er een paar)
	$(python) -m pytest -n 2 $(ARGS)

test-all: setup ## ook de lange tests
	$(python) -m pytest -n 2 -m "lang or not lang" $(ARGS)

rules: setup ## welke regels dragen we? (ARGS=--uit bewijst ze een voor een, --alleen S-11,B-1 kiest)
	@$(python) -m toegang_cli.regelstand $(ARGS)

check: lint types imports deps docs-check ## alle controles behalve de tests

lint: setup ## ruff: fouten en opmaak
	$(python) -m ruff check .
	$(python) -m ruff format --check .

types: setup ## mypy --strict
	$(python) -m mypy

imports: setup ## wie mag wie importeren
	.venv/bin/lint-imports --no-logo

deps: setup ## elke import is aangemeld, en andersom
	@for member in $(members); do (cd $$member && "$(CURDIR)/.venv/bin/deptry" .) || exit 1; done

docs: setup ## schrijf de documentatie die uit de code komt
	$(python) -m toegang_cli.docs --schrijf

docs-check: setup ## klopt die documentatie nog met de code?
	$(python) -m toegang_cli.docs --controleer

beelden: setup ## maak de beelden in de docs opnieuw (vraagt poppler-utils)
	$(python) docs/beelden/maak.py

brieven: setup ## een contactvel van elke brief van elke gemeente, in build/brieven
	$(python) docs/beelden/contactvel.py

bench: setup ## meet de snelheid
	$(python) benchmarks/run.py

fix: setup ## herstel wat ruff zelf kan herstellen
	$(python) -m ruff check --fix .
	$(python) -m ruff format .

# Versions in the present file are kept where they still fit; ARGS=--upgrade takes the newest.
lock: setup ## maak requirements.txt opnieuw (ARGS=--upgrade: met de nieuwste versies)
	@PATH="$$PATH:$(CURDIR)/.tools/bin" uv pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --custom-compile-command "make lock" $(ARGS) \
		pyproject.toml --group dev --group build $(ours:%=--no-emit-package %) -o requirements.txt

clean: ## gooi tussenbestanden weg (./setup --opnieuw begint helemaal opnieuw)
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build
	find $(members) tests -name __pycache__ -type d -prune -exec rm -rf {} +
