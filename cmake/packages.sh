# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh disable=SC2034
# The Debian 12 packages of the project, each named once. Read by ./run and ./test; the libraries behind them
# stand in Dependencies.cmake, what an installed program needs in Packaging.cmake.

# A compiler and the libraries that the program links. Configuring fails without
# libqt6opengl6-dev (Qt Charts) and qt6-websockets-dev (Qt HttpServer), which nothing pulls in.
build_packages="cmake ninja-build g++ pkg-config qt6-base-dev libqt6opengl6-dev qt6-charts-dev qt6-svg-dev
 qt6-tools-dev qt6-l10n-tools libxxhash-dev qt6-httpserver-dev qt6-websockets-dev libpcap-dev libseccomp-dev
 libcap-dev zlib1g-dev qtkeychain-qt6-dev"

# Found while the program runs, so no linker asks for them: Qt's own words in Russian, a font with Cyrillic.
run_packages="qt6-translations-l10n fonts-dejavu-core"

# Programs that the tests call. dpkg-dev and file find what the Debian package depends on; from gunicorn on,
# the peers that the tests start.
test_packages="clang-format shellcheck openssl nftables desktop-file-utils appstream groff dpkg-dev file gunicorn
 python3-django-prometheus python3-prometheus-client python3-zmq graphite-carbon graphite-web dbus-daemon libcap2-bin iproute2 ngrep tcpdump tshark"

# install_packages PACKAGES: as root, by way of $root. None of them starts a service: what a test needs, it starts itself.
install_packages() (
    policy=/usr/sbin/policy-rc.d
    if [ ! -e "$policy" ]; then
        trap '$root rm -f "$policy"' EXIT
        trap 'exit 1' INT TERM
        printf '#!/bin/sh\nexit 101\n' | $root tee "$policy" >/dev/null
        $root chmod 755 "$policy"
    fi
    # shellcheck disable=SC2086 # a list of words on purpose
    $root apt-get update -q && $root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends $1
)

# need_packages WHAT PACKAGES: installs those of PACKAGES that are missing, and says so. Without any missing
# one, apt is not touched and no network is needed.
need_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        echo "This is no Debian: make sure yourself that the counterparts of these are there: $2" >&2
        return 0
    fi
    installed=" $(dpkg-query -W -f='${db:Status-Status}:${Package} ' | tr ' ' '\n' | sed -n 's/^installed://p' | tr '\n' ' ')"
    missing=
    for package in $2; do
        case $installed in *" $package "*) ;; *) missing="$missing $package" ;; esac
    done
    [ -n "$missing" ] || return 0

    echo "$1 needs Debian packages that are not there yet, installing:$missing" >&2
    root=
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "There is no sudo here. As root: apt-get install --no-install-recommends$missing" >&2
            return 1
        fi
        root=sudo
    fi
    if ! install_packages "$missing" >&2; then
        echo "Installing failed, the reason stands above. By hand: apt-get install --no-install-recommends$missing" >&2
        return 1
    fi
}
