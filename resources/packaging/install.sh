#!/bin/sh
# Make snapviz known to the desktop: menu entry, icon, file type, and the command `snapviz`.
# Usage: sh install.sh [--prefix DIR] [--program FILE] [--uninstall]
#   --prefix     where to; ~/.local unless given, which needs no rights of root
#   --program    the snapviz to start; unless given, the one this script came with
#   --uninstall  take away what was put there; the program itself stays
set -eu

here=$(dirname "$(readlink -f "$0")")
metainfo=org.snapviz.snapviz.metainfo.xml

refuse() {
    echo "install.sh: $1" >&2
    exit 2
}

usage() {
    sed -n '2,6s/^# \{0,1\}//p' "$here/install.sh"
}

prefix="" program="" uninstall=""
while [ $# -gt 0 ]; do
    case $1 in
    --prefix | --program)
        [ -n "${2:-}" ] || refuse "$1 needs a path after it"
        case $1 in --prefix) prefix=$2 ;; *) program=$2 ;; esac
        shift 2
        ;;
    --uninstall) uninstall=yes && shift ;;
    -h | --help) usage && exit 0 ;;
    *) refuse "there is no option $1; see: sh install.sh --help" ;;
    esac
done

if [ -n "$prefix" ]; then
    case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
    share=$prefix/share
else
    [ -n "${HOME:-}" ] || refuse "HOME is not set; name a folder with --prefix"
    prefix=$HOME/.local
    share=${XDG_DATA_HOME:-$prefix/share}
fi
bin=$prefix/bin
entry=$share/applications/snapviz.desktop
icons=$share/icons/hicolor

# Beside this script in a checkout, a bundle and an environment; then the one on the PATH.
find_program() {
    for found in ../../.venv/bin/snapviz ../../../../_internal/../snapviz \
        ../../../../../../bin/snapviz; do
        if [ -f "$here/$found" ] && [ -x "$here/$found" ]; then
            echo "$(readlink -f "$(dirname "$here/$found")")/snapviz"
            return
        fi
    done
    command -v snapviz || true
}

check_program() {
    [ -n "$program" ] || refuse "there is no snapviz beside this script or on the PATH; \
name it with --program, or set it up first: sh resources/setup.sh"
    if [ ! -f "$program" ] || [ ! -x "$program" ]; then
        refuse "$program is not a program that can be started"
    fi
    case $program in
    *[\"\`\$\\%]* | *"
"*) refuse "$program: a menu entry cannot start a path with any of \" \` \$ \\ %; \
move it to another folder" ;;
    esac
}

check_writable() {
    folder=$1
    while [ ! -e "$folder" ]; do folder=$(dirname "$folder"); done
    [ -d "$folder" ] || refuse "$folder is not a folder; choose another --prefix"
    [ -w "$folder" ] || refuse "$folder cannot be written; choose another --prefix, such as ~/.local"
}

check_command() {
    link=yes
    if [ -e "$bin/snapviz" ]; then
        [ "$(readlink -f "$bin/snapviz")" = "$(readlink -f "$program")" ] ||
            refuse "$bin/snapviz is another program; move it away, or choose another --prefix"
        made_here || link=""
    fi
}

# Whether the command was put there by this script; an environment may have put its own.
made_here() {
    grep -qs '^X-Snapviz-Command=true$' "$entry"
}

write_entry() {
    while IFS= read -r line; do
        case $line in
        Exec=*) printf 'TryExec=%s\nExec="%s" %%f\n' "$program" "$program" ;;
        *) printf '%s\n' "$line" ;;
        esac
    done <"$here/snapviz.desktop"
    [ -z "$link" ] || echo 'X-Snapviz-Command=true'
}

put() {
    mkdir -p "$(dirname "$2")"
    cp "$1" "$2"
    chmod 644 "$2"
}

refresh() {
    if command -v update-mime-database >/dev/null && [ -d "$share/mime/packages" ]; then
        # Named as the home of data, the folder is not complained of as being out of the way.
        XDG_DATA_HOME=$share update-mime-database "$share/mime" || true
    fi
    if command -v update-desktop-database >/dev/null && [ -d "$share/applications" ]; then
        update-desktop-database -q "$share/applications" || true
    fi
    # Whoever keeps a list of the icons looks again.
    [ ! -d "$icons" ] || touch "$icons"
}

install_all() {
    [ -n "$program" ] || program=$(find_program)
    case $program in "" | /*) ;; *) program=$PWD/$program ;; esac
    check_program
    for folder in "$bin" "$share/applications" "$icons" "$share/mime/packages" "$share/metainfo"; do
        check_writable "$folder"
    done
    check_command
    written=$(write_entry)
    mkdir -p "$bin" "$share/applications"
    printf '%s\n' "$written" >"$entry"
    put "$here/../icons/snapviz.svg" "$icons/scalable/apps/snapviz.svg"
    for size in 48 128; do
        put "$here/snapviz-$size.png" "$icons/${size}x$size/apps/snapviz.png"
    done
    put "$here/snapviz-mime.xml" "$share/mime/packages/snapviz.xml"
    put "$here/$metainfo" "$share/metainfo/$metainfo"
    [ -z "$link" ] || ln -sf "$program" "$bin/snapviz"
    refresh
    echo "snapviz is in the menu, and opens *.snapviz.json; it starts $program"
    case :$PATH: in
    *":$bin:"*) ;;
    *) echo "The command snapviz is $bin/snapviz; $bin is not on your PATH." ;;
    esac
}

# With nobody else's types left, what update-mime-database made is empty too.
forget_types() {
    rmdir "$share/mime/packages" 2>/dev/null || return 0
    for made in XMLnamespaces aliases generic-icons globs globs2 icons magic mime.cache subclasses \
        treemagic types version; do
        rm -f "$share/mime/$made"
    done
}

uninstall_all() {
    [ -f "$entry" ] || refuse "there is no snapviz in $share; give the --prefix it was installed with"
    check_writable "$share/applications"
    if made_here && [ -L "$bin/snapviz" ]; then rm -f "$bin/snapviz"; fi
    rm -f "$entry" "$icons/scalable/apps/snapviz.svg" "$icons/48x48/apps/snapviz.png" \
        "$icons/128x128/apps/snapviz.png" "$share/mime/packages/snapviz.xml" \
        "$share/metainfo/$metainfo" "$share/mime/application/x-snapviz+json.xml"
    refresh
    forget_types
    if [ -z "$(find "$share/applications" -name '*.desktop')" ]; then
        rm -f "$share/applications/mimeinfo.cache"
    fi
    for folder in "$share/applications" "$share/metainfo" "$share/mime/application" "$share/mime" \
        "$icons/scalable/apps" "$icons/scalable" "$icons/48x48/apps" "$icons/48x48" \
        "$icons/128x128/apps" "$icons/128x128" "$icons" "$share/icons" "$share" "$bin" "$prefix"; do
        rmdir "$folder" 2>/dev/null || true
    done
    echo "snapviz is no longer in the menu; the program itself is where it was"
}

if [ -n "$uninstall" ]; then uninstall_all; else install_all; fi
