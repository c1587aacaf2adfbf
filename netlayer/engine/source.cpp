// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/engine/source.h"

#include <array>

namespace metriscope::net
{

std::string_view sourceErrorName(SourceError error) noexcept
{
    static constexpr std::array<std::string_view, 22> Names{"",
                                                            "address-in-use",
                                                            "address-invalid",
                                                            "permission-denied",
                                                            "system-error",
                                                            "refused",
                                                            "no-host",
                                                            "unreachable",
                                                            "timed-out",
                                                            "no-reply",
                                                            "http-status",
                                                            "needs-login",
                                                            "redirects",
                                                            "tls-failed",
                                                            "too-large",
                                                            "not-metrics",
                                                            "bad-answer",
                                                            "not-zmq",
                                                            "wrong-socket",
                                                            "peer-fault",
                                                            "no-secret",
                                                            "nothing-answers"};
    static_assert(Names.size() == static_cast<std::size_t>(SourceError::NothingAnswers) + 1);
    return Names[static_cast<std::size_t>(error)];
}

std::string_view sourceNoteName(SourceNote note) noexcept
{
    switch (note) {
    case SourceNote::SeveralWorkers:
        return "several-workers";
    case SourceNote::DamagedLines:
        return "damaged-lines";
    case SourceNote::SomeTargetsFail:
        return "some-targets-fail";
    }
    return {};
}

} // namespace metriscope::net
