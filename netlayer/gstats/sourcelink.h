// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>

#include <mutex>
#include <utility>

namespace metriscope::net
{

/// The way from another thread to an object of the GUI thread, for as long as that object wants to hear.
class SourceLink final
{
public:
    explicit SourceLink(QObject &target) : m_target(&target) {}

    /// Any thread; `job` is called on the object's thread, or not at all once the link is cut.
    template <typename Job>
    void post(Job job)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_target != nullptr)
            QMetaObject::invokeMethod(m_target, std::move(job), Qt::QueuedConnection);
    }
    /// The object's thread. What was posted before may still be called: ask isCut() there.
    void cut()
    {
        const std::scoped_lock lock(m_mutex);
        m_target = nullptr;
    }
    [[nodiscard]] bool isCut()
    {
        const std::scoped_lock lock(m_mutex);
        return m_target == nullptr;
    }

private:
    std::mutex m_mutex;
    QObject *m_target;
};

} // namespace metriscope::net
