// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/packetsave.h"

#include "netlayer/capture/verdictcomment.h"

#include <QElapsedTimer>
#include <QThreadPool>

#include <utility>

namespace metriscope::ui
{

namespace
{

constexpr qint64 TimeToWork = 2; ///< milliseconds of the window's thread at a time
constexpr std::size_t LookAtClockEvery = 16;

} // namespace

void PacketSave::start(std::vector<std::uint64_t> numbers, const QString &path)
{
    if (m_finishing.joinable())
        m_finishing.join();
    ++m_turn;
    m_numbers = std::move(numbers);
    m_next = 0;
    m_gone = 0;
    m_path = path;
    m_writer = std::make_unique<net::CaptureWriter>();
    if (const QString why = m_writer->open(path); !why.isEmpty()) {
        end(why);
        return;
    }
    m_timer.start(0);
    Q_EMIT progressChanged();
}

void PacketSave::cancel()
{
    if (m_finishing.joinable())
        return;
    m_timer.stop();
    // To delete hundreds of megabytes takes long, too.
    QThreadPool::globalInstance()->start([gone = std::shared_ptr(std::exchange(m_writer, nullptr))] {});
    m_numbers = {};
    Q_EMIT progressChanged();
}

int PacketSave::percent() const noexcept
{
    return m_numbers.empty() ? 100 : static_cast<int>(100 * m_next / m_numbers.size());
}

void PacketSave::work()
{
    QElapsedTimer timer;
    timer.start();
    const int told = percent();
    while (m_next < m_numbers.size()) {
        const std::uint64_t number = m_numbers[m_next++];
        if (m_desk.ring().contains(number)) {
            const net::PacketRecord record = m_desk.ring().at(number);
            const QString interface =
                m_desk.interfaces(record.feed).value(static_cast<qsizetype>(record.interface));
            m_writer->add(record.packet(), interface.toStdString(),
                          net::savedComments(record.wholeText(), record.kind, m_desk.dialect(),
                                             m_desk.ring().comments(number)));
        } else {
            ++m_gone;
        }
        if (m_next % LookAtClockEvery == 0 && timer.elapsed() >= TimeToWork) {
            if (percent() != told)
                Q_EMIT progressChanged();
            return;
        }
    }
    finish();
}

void PacketSave::finish()
{
    m_timer.stop();
    m_finishing = std::jthread([this, turn = m_turn, writer = m_writer.get()] {
        const QString why = writer->finish();
        QMetaObject::invokeMethod(this, [this, turn, why] {
            if (turn == m_turn)
                end(why);
        });
    });
}

void PacketSave::end(const QString &why)
{
    if (m_finishing.joinable())
        m_finishing.join();
    cancel();
    Q_EMIT finished(m_path, why, m_gone);
}

} // namespace metriscope::ui
