#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# package.sh BUILD: the Debian package made of this build holds what a desktop needs, and says what it depends on.
set -eu
work=$(mktemp -d "$1/package.XXXXXX")
trap 'rm -r "$work"' EXIT
cpack -G DEB --config "$1/CPackConfig.cmake" -B "$work" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
package=$(find "$work" -maxdepth 1 -name 'metriscope_*.deb')
[ -n "$package" ] || { echo "No package was made"; exit 1; }

code=0
depends=$(dpkg-deb --field "$package" Depends)
for wanted in libc6 libqt6core6 libqt6widgets6 qt6-translations-l10n fonts-dejavu-core; do
    case $depends in *"$wanted"*) ;; *) echo "Does not depend on $wanted: $depends"; code=1 ;; esac
done
contents=$(dpkg-deb --contents "$package")
id=io.github.metriscope.Metriscope
for wanted in bin/metriscope libexec/metriscope/metriscope-capture share/applications/$id.desktop share/metainfo/$id.metainfo.xml share/man/man1/metriscope.1.gz \
    share/man/ru/man1/metriscope.1.gz share/doc/metriscope/copyright share/icons/hicolor/scalable/apps/$id.svg \
    share/icons/hicolor/16x16/apps/$id.png share/icons/hicolor/256x256/apps/$id.png; do
    case $contents in *" ./usr/$wanted"*) ;; *) echo "Does not hold $wanted"; code=1 ;; esac
done
# The helper gets its right when it is installed.
control=$(dpkg-deb --ctrl-tarfile "$package" | tar -xO ./postinst)
case $control in *"setcap cap_net_raw+ep"*) ;; *) echo "Does not give metriscope-capture its right"; code=1 ;; esac
# What is ours alone: not a header, archive or test may slip in.
stray=$(echo "$contents" | awk '{print $6}' | grep -E '\.(a|h|cmake)$|tst_' || true)
[ -z "$stray" ] || { echo "Holds what it should not: $stray"; code=1; }
exit $code
