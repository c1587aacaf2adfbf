// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/contexts/contextbook.h"

#include <QStandardPaths>

#include <algorithm>
#include <chrono>

namespace metriscope::net
{

namespace
{

/// Many workers of one site register within a moment: one write is enough.
constexpr std::chrono::milliseconds SaveAfter{200};

} // namespace

ContextBook::ContextBook(NetThread &thread, const QString &file, QObject *parent)
    : ContextBook(thread, file, Limits(), parent)
{
}

ContextBook::ContextBook(NetThread &thread, const QString &file, Limits limits, QObject *parent)
    : QObject(parent), m_thread(thread), m_limits(limits)
{
    qRegisterMetaType<std::vector<RegistrationPtr>>();
    qRegisterMetaType<ContextStoreProblem>();
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(SaveAfter);
    connect(&m_saveTimer, &QTimer::timeout, this, &ContextBook::save);
    if (file.isEmpty())
        return;
    m_store = new ContextStore(file);
    m_thread.adopt(*m_store);
    connect(m_store, &ContextStore::loaded, this, &ContextBook::take, Qt::QueuedConnection);
    connect(m_store, &ContextStore::troubled, this, &ContextBook::storeTroubled, Qt::QueuedConnection);
    m_thread.run([store = m_store] { store->load(); });
}

ContextBook::~ContextBook()
{
    if (m_saveTimer.isActive())
        save();
    if (m_store)
        m_thread.run([store = m_store] { delete store; });
}

QString ContextBook::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/metriscope/contexts.json");
}

/// What registered since the start is news, the file is not.
void ContextBook::take(const std::vector<RegistrationPtr> &loaded)
{
    for (const RegistrationPtr &each : loaded) {
        if (each->shape == Registration::Shape::Pasted ? !m_pasted : !find(each->identity.name()))
            put(each);
    }
    keepWithinLimits();
    Q_EMIT changed();
}

void ContextBook::put(const RegistrationPtr &registration)
{
    RegistrationPtr &place = registration->shape == Registration::Shape::Pasted
                                 ? m_pasted
                                 : m_registrations[registration->identity.name()];
    m_bytes += registration->bytes;
    m_bytes -= place ? place->bytes : 0;
    place = registration;
}

void ContextBook::keepWithinLimits()
{
    while (m_registrations.size() > m_limits.applications ||
           (m_bytes > m_limits.bytes && m_registrations.size() > 1)) {
        const auto oldest = std::ranges::min_element(m_registrations, {},
                                                     [](const auto &each) { return each.second->received; });
        m_bytes -= oldest->second->bytes;
        m_registrations.erase(oldest);
        ++m_pushedOut;
    }
}

void ContextBook::add(const RegistrationPtr &registration)
{
    put(registration);
    keepWithinLimits();
    noteChange();
}

int ContextBook::paste(const QString &text)
{
    auto pasted = std::make_shared<Registration>(pastedRegistration(text));
    const std::size_t before = this->pasted();
    if (m_pasted) {
        for (const auto &[md5, url] : m_pasted->urls) {
            if (!pasted->url(md5))
                pasted->add(pasted->urls, md5, url);
        }
    }
    if (pasted->urls.size() == before || pasted->bytes > m_limits.bytes)
        return 0;
    put(pasted);
    noteChange();
    return static_cast<int>(this->pasted() - before);
}

void ContextBook::forgetPasted()
{
    if (!m_pasted)
        return;
    m_bytes -= m_pasted->bytes;
    m_pasted = nullptr;
    noteChange();
}

void ContextBook::forget(const std::string &application)
{
    const auto found = m_registrations.find(application);
    if (found == m_registrations.end())
        return;
    m_bytes -= found->second->bytes;
    m_registrations.erase(found);
    noteChange();
}

RegistrationPtr ContextBook::find(std::string_view application) const
{
    const auto found = m_registrations.find(application);
    return found == m_registrations.end() ? nullptr : found->second;
}

const std::string *ContextBook::url(const Registration *registration, const Md5 &md5) const
{
    if (const std::string *url = registration ? registration->url(md5) : nullptr)
        return url;
    return m_pasted ? m_pasted->url(md5) : nullptr;
}

const std::string *ContextBook::controller(const Registration *registration, const Md5 &md5) const
{
    if (const std::string *url = registration ? registration->controller(md5) : nullptr)
        return url;
    return m_pasted ? m_pasted->url(md5) : nullptr;
}

void ContextBook::noteChange()
{
    if (!m_saveTimer.isActive())
        m_saveTimer.start();
    Q_EMIT changed();
}

void ContextBook::save()
{
    m_saveTimer.stop();
    if (!m_store)
        return;
    std::vector<RegistrationPtr> all;
    for (const auto &[name, registration] : m_registrations) {
        if (!registration->passing)
            all.push_back(registration);
    }
    if (m_pasted)
        all.push_back(m_pasted);
    m_thread.run([store = m_store, all = std::move(all)] { store->save(all); });
}

} // namespace metriscope::net
