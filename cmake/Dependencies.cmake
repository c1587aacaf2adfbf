# SPDX-License-Identifier: GPL-3.0-or-later
# Every library the program uses, named once. The Debian packages behind them stand in packages.sh beside.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network Charts Svg LinguistTools)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)   # hash of a metric's raw name, once per line
