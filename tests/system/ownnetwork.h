// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Gives this process a network of its own with nothing but a loopback: the usual ports are free in it, and
/// nobody else speaks. Threads and children inherit it, so it is made before there are any. False when this
/// machine does not give one to an ordinary user; then all is as it was, apart from the privileges.
[[nodiscard]] bool makeOwnNetwork();
