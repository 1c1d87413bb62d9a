#!/bin/sh
# Build snapviz as a folder that needs no Python: dist/snapviz, and the same as one archive.
# Usage: sh resources/packaging/bundle.sh
set -eu
cd "$(dirname "$0")/../.."

[ -x build/environment/bin/python ] || python3 -m venv build/environment
build/environment/bin/python -m pip install --quiet . 'pyinstaller>=6.10'
build/environment/bin/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build/bundle \
    resources/packaging/snapviz.spec
ln -sf _internal/snapviz/_resources/packaging/install.sh dist/snapviz/install.sh
tar -C dist -czf "dist/snapviz-$(uname -s)-$(uname -m).tar.gz" snapviz
du -sh dist/*
