#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Both manual pages format without a warning. What they explain is checked by tst_manual.
set -eu
said=$(groff -wall -Tutf8 -k -man -z resources/man/*.1 2>&1)
[ -z "$said" ] || { echo "$said"; exit 1; }
