// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/statsd/receiver.h"

#include <QElapsedTimer>
#include <QTest>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

/// Flips until enough has arrived and adds everything up, as the fold does.
class Gathered final
{
public:
    explicit Gathered(metriscope::net::Receiver &receiver) : m_receiver(receiver) {}

    bool until(const std::function<bool()> &enough)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 20'000) {
            if (!flip())
                return false;
            if (enough())
                return true;
            QTest::qWait(1);
        }
        return enough();
    }
    bool lines(std::uint64_t count)
    {
        return until([this, count] { return counts.lines >= count; }) && counts.lines == count;
    }
    bool flip()
    {
        std::unique_ptr<metriscope::net::Bank> bank = m_receiver.flip(std::move(m_empty));
        if (!bank)
            return false;
        for (const metriscope::net::NewName &name : bank->newNames)
            names.push_back(std::string(name.name) + (name.tags.empty() ? "" : "#") + std::string(name.tags));
        for (const metriscope::net::CounterCell &cell : bank->counters)
            counters[names.at(cell.metric)] += cell.up - cell.down;
        for (const metriscope::net::LineNote &note : bank->notes)
            notes.push_back(note);
        for (const metriscope::net::Annotation &annotation : bank->annotations)
            annotations.push_back(annotation);
        counts = bank->counts;
        dropsOfBanks += bank->kernelDrops;
        bank->clear();
        m_empty = std::move(bank);
        return true;
    }

    std::vector<std::string> names;
    std::map<std::string, double> counters;
    std::vector<metriscope::net::LineNote> notes;
    std::vector<metriscope::net::Annotation> annotations;
    metriscope::net::IngestCounts counts;
    std::uint64_t dropsOfBanks = 0;

private:
    metriscope::net::Receiver &m_receiver;
    std::unique_ptr<metriscope::net::Bank> m_empty;
};
