// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/bankexchange.h"

#include <sys/eventfd.h>

#include <utility>

namespace metriscope::net
{

void BankExchange::open(int wakeFd)
{
    const std::scoped_lock lock(m_mutex);
    m_wakeFd = wakeFd;
}

void BankExchange::close()
{
    const std::scoped_lock lock(m_mutex);
    m_wakeFd = -1;
    m_wanted = false;
    m_delivered.notify_all();
}

std::unique_ptr<Bank> BankExchange::request(std::unique_ptr<Bank> empty)
{
    if (!empty)
        empty = std::make_unique<Bank>();
    empty->prepare(m_expected);
    std::unique_lock lock(m_mutex);
    if (m_wakeFd < 0)
        return nullptr;
    m_empty = std::move(empty);
    m_wanted = true;
    ::eventfd_write(m_wakeFd, 1);
    m_delivered.wait(lock, [this] { return m_full || m_wakeFd < 0; });
    if (m_full)
        m_expected = m_full->extent();
    return std::exchange(m_full, nullptr);
}

std::unique_ptr<Bank> BankExchange::takeEmpty()
{
    const std::scoped_lock lock(m_mutex);
    m_wanted = false;
    return std::exchange(m_empty, nullptr);
}

void BankExchange::deliver(std::unique_ptr<Bank> full)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_full = std::move(full);
    }
    m_delivered.notify_all();
}

} // namespace metriscope::net
