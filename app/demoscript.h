// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/contexts/registration.h"

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace metriscope::app
{

/// What the made-up applications send: two of m3 (one whose prefix ends with the notorious dot), one behind
/// gunicorn, some tagged metrics, an event and a wrong line now and then. A day lasts ten minutes; every
/// three minutes something slows down for a while. The same seed sends the same bytes at the same time.
class DemoScript final
{
public:
    explicit DemoScript(std::uint64_t seed = 1);

    /// The datagrams of the time from the last call up to `seconds` after the start, in whole steps.
    [[nodiscard]] std::vector<std::string> upTo(double seconds);

    static constexpr double Step = 0.05;

    /// What its m3 applications would register at their start.
    [[nodiscard]] static std::vector<net::RegistrationPtr> registrations();

private:
    struct M3 {
        std::string prefix; ///< with what joins it to a name
        double requests;    ///< a second, at the height of the day
        double users;       ///< likewise
        double latency;     ///< milliseconds, the middle
        std::vector<std::string> paths;
        int active = 0, total = 0;
    };
    void step();
    void start();
    void m3(M3 &application);
    void gunicorn();
    void tagged();
    void sometimes();
    void send(std::string datagram) { m_out.push_back(std::move(datagram)); }

    [[nodiscard]] double uniform();                 ///< 0 <= x < 1
    [[nodiscard]] int arrivals(double perSecond);   ///< of a step
    [[nodiscard]] double latency(double middle);    ///< milliseconds
    [[nodiscard]] bool every(double seconds) const; ///< once in so many
    [[nodiscard]] double time() const { return static_cast<double>(m_step) * Step; }
    [[nodiscard]] double daylight() const; ///< 0.25 .. 1
    [[nodiscard]] bool incident() const;

    std::mt19937_64 m_random;
    std::uint64_t m_step = 0;
    std::array<M3, 2> m_m3;
    std::vector<std::string> m_out;
};

} // namespace metriscope::app
