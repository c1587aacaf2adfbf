// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/seriesstore.h"

#include <array>

namespace metriscope::net
{

std::span<const Measure> measuresOf(MetricKind kind) noexcept
{
    using enum Measure::What;
    static constexpr std::array counters{Measure{Rate}, Measure{Count}, Measure{Total}, Measure{Up},
                                         Measure{Down}};
    static constexpr std::array levels{Measure{Value}};
    static constexpr std::array samples{Measure{Quantile, 0.95},
                                        Measure{Quantile, 0.5},
                                        Measure{Quantile, 0.99},
                                        Measure{Mean},
                                        Measure{Rate},
                                        Measure{Count},
                                        Measure{Sum},
                                        Measure{Lower},
                                        Measure{Upper},
                                        Measure{Deviation}};
    if (kind == MetricKind::Counter)
        return counters;
    return isSampled(kind) ? std::span<const Measure>(samples) : std::span<const Measure>(levels);
}

} // namespace metriscope::net
