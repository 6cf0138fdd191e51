#!/bin/sh
# Write requirements/*.txt anew from pyproject.toml. Needs uv. Review the diff.
set -eu
cd "$(dirname "$0")/.."
lock() {
    out=$1
    shift
    uv pip compile pyproject.toml --python-version 3.10 --universal --generate-hashes --no-emit-index-url --no-header \
        --quiet --override requirements/overrides.txt "$@" --output-file "requirements/$out.txt"
}
lock base --override requirements/without-tensorflow.txt
lock dev --override requirements/without-tensorflow.txt --extra dev
lock tensorflow --override requirements/with-tensorflow.txt --extra tensorflow
# Linters of deploy/, which want newer libraries than Rasa's.
printf 'check-jsonschema\nhadolint-bin\nkubernetes-validate\n' | uv pip compile - --python-version 3.10 --generate-hashes \
    --no-emit-index-url --no-header --quiet --output-file requirements/lint.txt
# Known faults, and the list of what runs.
printf 'pip-audit\ncyclonedx-bom\n' | uv pip compile - --python-version 3.10 --generate-hashes --no-emit-index-url --no-header \
    --quiet --output-file requirements/audit.txt
# What pip installs for somebody who asks for Rasa, to be compared with (bench/).
printf 'rasa==3.6.21\nspacy\n' | uv pip compile - --python-version 3.10 --generate-hashes --no-emit-index-url --no-header \
    --quiet --output-file requirements/stock.txt
echo "uv" | uv pip compile - --generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements/uv.txt
