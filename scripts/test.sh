#!/bin/sh
# Every check and test, in the order in which they are quickest to tell of a fault. Run by `make test`.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

step() { printf '\n== %s\n' "$1"; }

step "style"
$python -m ruff check .
$python -m ruff format --check .
step "types"
$python -m mypy
step "deploy"
.venv-lint/bin/hadolint --failure-threshold warning deploy/Dockerfile
.venv-lint/bin/check-jsonschema --builtin-schema vendor.compose-spec deploy/compose.yml
.venv-lint/bin/kubernetes-validate --strict deploy/kubernetes/*.yml
step "content"
$python -m bot check
step "rules do not contradict each other"
$python -m bot train
$python -m bot rasa data validate --fail-on-warnings --max-history 5 >"$scratch/validate.txt" 2>&1 || { cat "$scratch/validate.txt"; exit 1; }
step "conversations"
$python -m bot rasa test core --stories tests/conversations --fail-on-prediction-errors --no-plot \
    --model models --out "$scratch/core" >"$scratch/core.txt" 2>&1 || { cat "$scratch/core.txt"; exit 1; }
tail -n 5 "$scratch/core.txt"
step "everything else"
$python -m pytest -q
