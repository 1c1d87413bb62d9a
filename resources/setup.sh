#!/bin/sh
# Prepare a checkout: a virtual environment in .venv, snapviz in it, and the
# system libraries Qt needs. Usage: sh resources/setup.sh [test]
set -eu
cd "$(dirname "$0")/.."

# Without a screen; with one; fonts, Chinese included.
offscreen="libegl1 libgl1 libx11-6 libdbus-1-3 libfontconfig1 libfreetype6 libglib2.0-0 libxkbcommon0"
window="libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
 libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0"
fonts="fonts-dejavu-core fonts-noto-cjk"

[ -x .venv/bin/python ] || python3 -m venv .venv
if [ "${1:-}" = test ]; then
    .venv/bin/python -m pip install --quiet --editable '.[test]'
else
    .venv/bin/python -m pip install --quiet --editable .
fi

command -v apt-get >/dev/null 2>&1 || exit 0
missing=""
# shellcheck disable=SC2086
for package in $offscreen $window $fonts; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
        missing="$missing $package"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ]; then
    apt-get update --quiet=2
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --yes --no-install-recommends \
        $missing >/dev/null
else
    echo "Pictures and the window need: sudo apt-get install -y --no-install-recommends$missing" >&2
fi
