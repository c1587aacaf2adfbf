# SPDX-License-Identifier: GPL-3.0-or-later
# Every library the program uses, named once. The Debian packages behind them stand in packages.sh beside.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core DBus Gui Widgets Network HttpServer Charts Svg LinguistTools)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)   # hash of a metric's raw name, once per line
pkg_check_modules(libpcap REQUIRED IMPORTED_TARGET libpcap)    # the capture helper; checking a filter while it is typed
pkg_check_modules(libseccomp REQUIRED IMPORTED_TARGET libseccomp) # the capture helper gives up every other ability
pkg_check_modules(libcap REQUIRED IMPORTED_TARGET libcap)      # and every right
find_package(ZLIB REQUIRED)                                    # gzip bodies of scrapes, within limits
find_package(Qt6Keychain REQUIRED)                             # secrets of targets
