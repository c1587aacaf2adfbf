// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/sketch.h"

#include "netlayer/series/varint.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace metriscope::net
{

namespace
{

// The binary logarithm is read off the exponent and a cubic of the mantissa, (A s + B) s + C) s, which is
// within one percent of the width of the true one and needs no call. Its slope against ln(value) is never
// below C, so that no bin is wider than gamma = (1 + error) / (1 - error).
constexpr double A = 6.0 / 35, B = -3.0 / 5, C = 10.0 / 7;
const double BinsPerOctave = 1 / (C * std::log((1 + Sketch::RelativeError) / (1 - Sketch::RelativeError)));
constexpr std::int32_t Offset = 1 << 16; // beyond the keys of the smallest and the largest double
constexpr double Tiny = std::numeric_limits<double>::min();
constexpr int DenormalShift = 64;

double approximateLog2(double value) noexcept
{
    int shift = 0;
    if (value < Tiny) {
        value *= 0x1p64;
        shift = DenormalShift;
    }
    const auto bits = std::bit_cast<std::uint64_t>(value);
    const int exponent = static_cast<int>(bits >> 52) - 1023 - shift;
    const double s = std::bit_cast<double>((bits & 0x000F'FFFF'FFFF'FFFFULL) | 0x3FF0'0000'0000'0000ULL) - 1;
    return exponent + ((A * s + B) * s + C) * s;
}

/// The inverse of approximateLog2(): the cubic grows steadily, a few steps of Newton find its root.
double approximateExp2(double log) noexcept
{
    const double exponent = std::floor(log), target = log - exponent;
    double s = target;
    for (int step = 0; step < 6; ++step)
        s -= (((A * s + B) * s + C) * s - target) / ((3 * A * s + 2 * B) * s + C);
    return std::ldexp(1 + s, static_cast<int>(exponent));
}

std::int32_t keyOf(double value) noexcept
{
    if (value == 0)
        return 0;
    const auto magnitude =
        static_cast<std::int32_t>(std::floor(approximateLog2(std::abs(value)) * BinsPerOctave)) + Offset;
    return value < 0 ? -magnitude : magnitude;
}

/// The value whose relative distance to both ends of the bin is the same.
double valueOf(std::int32_t key) noexcept
{
    if (key == 0)
        return 0;
    const double index = std::abs(key) - Offset;
    const double low = approximateExp2(index / BinsPerOctave);
    const double high =
        std::min(approximateExp2((index + 1) / BinsPerOctave), std::numeric_limits<double>::max());
    const double value = low > 0 ? low + (high - low) / (1 + high / low) : high;
    return key < 0 ? -value : value;
}

} // namespace

void Sketch::add(double value, std::uint32_t times)
{
    if (std::isfinite(value) && times > 0)
        addKey(keyOf(value), times);
}

void Sketch::addKey(std::int32_t key, std::uint64_t times)
{
    m_count += times;
    // ticks of a steady load arrive in bins that exist: search without branches, insert seldom
    const Bin *base = m_bins.data();
    std::size_t length = m_bins.size();
    while (length > 1) {
        const std::size_t half = length / 2;
        base = base[half].key <= key ? base + half : base;
        length -= half;
    }
    auto at = m_bins.begin() + (base - m_bins.data());
    if (length == 1) {
        if (at->key == key) {
            at->count += times;
            return;
        }
        if (at->key < key)
            ++at;
    }
    m_bins.insert(at, {key, times});
    limit();
}

void Sketch::limit()
{
    if (m_bins.size() <= MaxBins)
        return;
    const auto excess = static_cast<std::ptrdiff_t>(m_bins.size() - MaxBins);
    std::uint64_t shared = 0;
    for (auto bin = m_bins.begin(); bin != m_bins.begin() + excess; ++bin)
        shared += bin->count;
    m_bins.erase(m_bins.begin(), m_bins.begin() + excess);
    m_bins.front().count += shared;
}

void Sketch::merge(const Sketch &other)
{
    if (other.m_bins.size() * 8 < m_bins.size()) {
        for (const Bin bin : std::vector<Bin>(other.m_bins))
            addKey(bin.key, bin.count);
        return;
    }
    std::vector<Bin> merged;
    merged.reserve(m_bins.size() + other.m_bins.size());
    auto left = m_bins.cbegin();
    for (const Bin &bin : other.m_bins) {
        while (left != m_bins.cend() && left->key < bin.key)
            merged.push_back(*left++);
        merged.push_back(bin);
        if (left != m_bins.cend() && left->key == bin.key)
            merged.back().count += left++->count;
    }
    merged.insert(merged.end(), left, m_bins.cend());
    m_count += other.m_count;
    m_bins = std::move(merged);
    limit();
}

std::uint64_t Sketch::mergeShare(const Sketch &other, double from, double to, std::span<std::uint64_t> ranks)
{
    // Each bin rounds at a place of its own, spread by the golden ratio, so that bins of one sample do not
    // all come at the same fraction.
    constexpr double Golden = 0.61803398874989485;
    const std::uint64_t before = m_count;
    double phase = 0.5;
    std::uint64_t below = 0;
    auto rank = ranks.begin();
    for (const Bin &bin : other.m_bins) {
        const auto count = static_cast<double>(bin.count);
        const auto upTo = [&](double fraction) { return std::floor(count * fraction + phase); };
        const double first = from > 0 ? upTo(from) : 0, last = to < 1 ? upTo(to) : count;
        // of a bin the lowest samples go first
        for (; rank != ranks.end() && *rank <= below + bin.count; ++rank) {
            const auto lowest = static_cast<double>(*rank - below);
            *rank = m_count - before +
                    static_cast<std::uint64_t>(std::min(last, lowest) - std::min(first, lowest));
        }
        below += bin.count;
        if (last > first)
            addKey(bin.key, static_cast<std::uint64_t>(last - first));
        phase += Golden;
        phase -= std::floor(phase);
    }
    std::fill(rank, ranks.end(), m_count - before);
    return m_count - before;
}

void Sketch::clear() noexcept
{
    m_bins.clear();
    m_count = 0;
}

double Sketch::quantile(double quantile) const noexcept
{
    if (m_count == 0)
        return std::numeric_limits<double>::quiet_NaN();
    const double rank = std::ceil(std::clamp(quantile, 0.0, 1.0) * static_cast<double>(m_count) - 1e-9);
    return atRank(rank < 1 ? 0 : std::min(static_cast<std::uint64_t>(rank), m_count) - 1);
}

double Sketch::atRank(std::uint64_t rank) const noexcept
{
    std::uint64_t seen = 0;
    for (const Bin &bin : m_bins) {
        seen += bin.count;
        if (seen > rank)
            return valueOf(bin.key);
    }
    return std::numeric_limits<double>::quiet_NaN();
}

Sketch::Run Sketch::run(std::uint64_t first, std::uint64_t last) const noexcept
{
    Run run;
    std::uint64_t seen = 0;
    for (const Bin &bin : m_bins) {
        const std::uint64_t from = std::max(seen, first), to = std::min(seen + bin.count, last);
        seen += bin.count;
        if (from >= to)
            continue;
        const double value = valueOf(bin.key), times = static_cast<double>(to - from);
        run.count += to - from;
        run.sum += value * times;
        run.sumSquares += value * value * times;
    }
    return run;
}

// The first key stands as its distance from the bin of 1, the others as the distance to the one before. The
// lowest bit says whether a count follows; a bin of one sample needs none.
void Sketch::encode(std::vector<std::uint8_t> &out) const
{
    std::int32_t previous = Offset;
    for (const Bin &bin : m_bins) {
        const bool first = &bin == m_bins.data();
        const std::int64_t distance = std::int64_t{bin.key} - previous;
        const std::uint64_t step = first ? zigzag(distance) : static_cast<std::uint64_t>(distance);
        putVarint(out, step << 1 | (bin.count > 1 ? 1U : 0U));
        if (bin.count > 1)
            putVarint(out, bin.count);
        previous = bin.key;
    }
}

void Sketch::mergeEncoded(std::span<const std::uint8_t> bytes)
{
    std::int64_t key = Offset;
    for (bool first = true; !bytes.empty(); first = false) {
        const std::uint64_t head = takeVarint(bytes);
        key += first ? unzigzag(head >> 1) : static_cast<std::int64_t>(head >> 1);
        addKey(static_cast<std::int32_t>(key), (head & 1) != 0 ? takeVarint(bytes) : 1);
    }
}

} // namespace metriscope::net
