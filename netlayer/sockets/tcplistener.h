// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/source.h"
#include "netlayer/sockets/endpoint.h"
#include "netlayer/sockets/filedescriptor.h"
#include "netlayer/sockets/portowner.h"
#include "netlayer/types/result.h"

#include <QString>

namespace metriscope::net
{

/// A socket that listens, non-blocking. `endpoint` gets the real port in place of 0. The error is an errno:
/// EINVAL for a unix socket or no numeric address. Any thread.
[[nodiscard]] Result<FileDescriptor, int> listenTcp(Endpoint &endpoint);

/// What a listener that could not be had is told to be.
struct ListenTrouble {
    SourceError error = SourceError::SystemError;
    QString detail; ///< see SourceError
};
/// Of an errno; asks who owns a port that is taken.
[[nodiscard]] ListenTrouble listenTrouble(int error, Transport transport, const Endpoint &endpoint);

} // namespace metriscope::net
