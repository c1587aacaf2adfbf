// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace metriscope::ui
{

/// The range of a value axis in round numbers. Grows at once when a value leaves it; shrinks only when the
/// values would do with half of it, so that the picture stands still from tick to tick.
class ValueScale final
{
public:
    /// With `fromZero`, zero is always in the range: rates, counts, durations. Without, a level far from zero
    /// is shown around itself.
    void setFromZero(bool fromZero) noexcept;
    /// NaN, NaN means that there is no value. True when the range changed.
    bool fit(double lowest, double highest, int steps);
    /// The next fit() starts afresh: the reader changed the view.
    void reset() noexcept { m_fresh = true; }

    [[nodiscard]] double from() const noexcept { return m_from; }
    [[nodiscard]] double to() const noexcept { return m_to; }
    [[nodiscard]] double step() const noexcept { return m_step; }

private:
    double m_from = 0, m_to = 1, m_step = 0.5;
    int m_steps = 0;
    bool m_fresh = true, m_fromZero = true;
};

/// 1, 2, 2.5 or 5 times a power of ten, not below `step`.
[[nodiscard]] double niceStep(double step) noexcept;

} // namespace metriscope::ui
