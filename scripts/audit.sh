#!/bin/sh
# Hold every package that runs against PyPI's known faults. Ends with 1 if there are any, 2 if nothing could be asked.
# Run by `make audit`.
set -u
cd "$(dirname "$0")/.."
said=$(mktemp)
trap 'rm -f "$said"' EXIT
# Strict: without it, what could not be asked about is passed over, and the end is «No known vulnerabilities found».
.venv-audit/bin/pip-audit --strict --require-hashes --disable-pip --requirement requirements/base.txt 2>"$said" && exit 0
if grep -qE 'could not be audited|Connection|resolve' "$said"; then
    echo "Nothing was audited: PyPI's list of known faults cannot be reached from here. It says:"
    tail -n 1 "$said"
    exit 2
fi
cat "$said" >&2
exit 1
