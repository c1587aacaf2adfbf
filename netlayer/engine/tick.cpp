// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/engine/tick.h"

#include <algorithm>
#include <iterator>

namespace metriscope::net
{

namespace
{

template <typename T>
void prepend(std::vector<T> &later, std::vector<T> &&earlier, std::size_t most)
{
    if (earlier.size() < most) {
        const auto room = std::min(later.size(), most - earlier.size());
        earlier.insert(earlier.end(), std::make_move_iterator(later.begin()),
                       std::make_move_iterator(later.begin() + static_cast<std::ptrdiff_t>(room)));
    }
    later = std::move(earlier);
}

} // namespace

void absorb(Tick &later, Tick &&earlier)
{
    later.elapsed += earlier.elapsed;
    later.firstNew = earlier.firstNew;
    later.kernelDrops += earlier.kernelDrops;
    later.touched += earlier.touched;
    later.merged += earlier.merged + 1;
    prepend(later.notes, std::move(earlier.notes), Bank::MaxNotes);
    prepend(later.annotations, std::move(earlier.annotations), Bank::MaxAnnotations);
}

} // namespace metriscope::net
