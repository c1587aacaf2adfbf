// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/sample.h"

#include <memory>

namespace metriscope::net
{

/// A sink without its type, for the part of the parser that is compiled once.
class SampleSink final
{
public:
    template <class Sink>
    explicit SampleSink(Sink &sink) noexcept
        : m_sink(std::addressof(sink)),
          m_sample([](void *s, const Sample &sample) { static_cast<Sink *>(s)->sample(sample); })
    {
        if constexpr (requires(const Event &e) { sink.event(e); })
            m_event = [](void *s, const Event &e) { static_cast<Sink *>(s)->event(e); };
        if constexpr (requires(const ServiceCheck &c) { sink.serviceCheck(c); })
            m_check = [](void *s, const ServiceCheck &c) { static_cast<Sink *>(s)->serviceCheck(c); };
    }
    void sample(const Sample &sample) const { m_sample(m_sink, sample); }
    void event(const Event &event) const
    {
        if (m_event)
            m_event(m_sink, event);
    }
    void serviceCheck(const ServiceCheck &check) const
    {
        if (m_check)
            m_check(m_sink, check);
    }

private:
    void *m_sink;
    void (*m_sample)(void *, const Sample &);
    void (*m_event)(void *, const Event &) = nullptr;
    void (*m_check)(void *, const ServiceCheck &) = nullptr;
};

} // namespace metriscope::net
