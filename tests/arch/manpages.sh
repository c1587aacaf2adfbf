#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Both manual pages format without a warning, and explain the same options.
set -eu
said=$(groff -wall -Tutf8 -k -man -z resources/man/*.1 2>&1)
[ -z "$said" ] || { echo "$said"; exit 1; }

options() { sed 's/\\-/-/g' "$1" | grep -oE '^\.[BI][RI]? ("?-[-a-z" ,]*)' | grep -oE -- '-[-a-z]+' | sort -u; }
english=$(options resources/man/metriscope.1)
russian=$(options resources/man/metriscope.ru.1)
[ -n "$english" ] || { echo "No options found"; exit 1; }
[ "$english" = "$russian" ] || { printf 'The pages differ:\n%s\n---\n%s\n' "$english" "$russian"; exit 1; }
