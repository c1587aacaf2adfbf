// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/sockettable.h"
#include "netlayer/checks/statsdnodes.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <iterator>

namespace metriscope::net
{

namespace
{

constexpr std::chrono::seconds NameLookup{10};

int gravity(CheckVerdict verdict)
{
    switch (verdict) {
    case CheckVerdict::Pass:
        return 0;
    case CheckVerdict::Skipped:
        return 1;
    case CheckVerdict::Warning:
        return 2;
    case CheckVerdict::Fail:
        return 3;
    }
    return 0;
}

/// Listens where nobody does, and finds out who does otherwise.
class PortOwnerCheck final : public Check
{
public:
    explicit PortOwnerCheck(std::shared_ptr<StatsdWatch> watch)
        : Check(CheckId::PortOwner, NameLookup), m_watch(std::move(watch))
    {
    }

private:
    void run() override
    {
        connect(m_watch.get(), &StatsdWatch::opened, this, [this] {
            CheckResult worst = m_watch->targets().front().claim;
            for (const StatsdWatch::Target &target : m_watch->targets()) {
                if (gravity(target.claim.verdict) > gravity(worst.verdict))
                    worst = target.claim;
            }
            if (worst.verdict == CheckVerdict::Pass)
                worst.evidence.address = m_watch->targetText();
            finish(worst);
        });
        m_watch->open();
    }

    std::shared_ptr<StatsdWatch> m_watch;
};

class SelfTestCheck final : public Check
{
public:
    explicit SelfTestCheck(std::shared_ptr<StatsdWatch> watch)
        : Check(CheckId::SelfTest, std::chrono::seconds(2)), m_watch(std::move(watch))
    {
        m_poll.setInterval(20);
        connect(&m_poll, &QTimer::timeout, this, &SelfTestCheck::askConsole);
    }

private:
    void run() override
    {
        using Holder = StatsdWatch::Holder;
        const ConsoleKnowledge &console = m_watch->context().console;
        for (const StatsdWatch::Target &target : m_watch->targets()) {
            if (target.holder == Holder::Others || (target.holder == Holder::Console && !console.selfTests)) {
                CheckEvidence evidence = target.claim.evidence;
                return finish(skip(CheckReason::NotOurSocket, evidence));
            }
        }
        m_name = QByteArray(SelfTestName.data(), static_cast<qsizetype>(SelfTestName.size())) +
                 QByteArray::number(QRandomGenerator::global()->generate64(), 16);
        connect(m_watch.get(), &StatsdWatch::selfTestSeen, this, [this](const QByteArray &name) {
            if (name == m_name && ++m_seen == m_sent)
                arrived();
        });
        m_before = console.selfTests ? console.selfTests() : 0;
        m_clock.start();
        for (const StatsdWatch::Target &target : m_watch->targets())
            send(target.endpoint, target.holder == Holder::Console);
        if (m_toConsole > 0)
            m_poll.start();
    }
    void release() override { m_poll.stop(); }
    CheckResult lateResult() const override
    {
        return fail(CheckReason::SelfTestLost, at(m_watch->targetText()));
    }

    void send(const Endpoint &endpoint, bool toConsole)
    {
        const auto address = SocketAddress::of(endpoint);
        const FileDescriptor fd(
            ::socket(address->get()->sa_family, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        const QByteArray line = m_name + ":1|c";
        const auto size = static_cast<std::size_t>(line.size());
        ::sendto(fd.get(), line.constData(), size, MSG_NOSIGNAL, address->get(), address->size);
        ++(toConsole ? m_toConsole : m_sent);
    }
    void askConsole()
    {
        if (m_watch->context().console.selfTests() >= m_before + m_toConsole && m_seen >= m_sent)
            arrived();
    }
    void arrived()
    {
        if (m_poll.isActive() && m_watch->context().console.selfTests() < m_before + m_toConsole)
            return;
        CheckEvidence evidence = at(m_watch->targetText());
        evidence.count = m_clock.nsecsElapsed() / 1000;
        finish(pass(CheckReason::SelfTestArrived, evidence));
    }

    std::shared_ptr<StatsdWatch> m_watch;
    QByteArray m_name;
    QTimer m_poll;
    QElapsedTimer m_clock;
    std::uint64_t m_before = 0, m_toConsole = 0, m_sent = 0, m_seen = 0;
};

/// Compares the kernel's count over a moment, or over the time of waiting when there is one.
class KernelDropsCheck final : public Check
{
public:
    explicit KernelDropsCheck(std::shared_ptr<StatsdWatch> watch)
        : Check(CheckId::KernelDrops, watch->context().wait + std::chrono::seconds(3)),
          m_watch(std::move(watch))
    {
    }

private:
    void run() override
    {
        static constexpr std::chrono::milliseconds Moment{300};
        m_before = drops();
        QTimer::singleShot(std::max(Moment, m_watch->context().wait), this, [this] { judge(); });
    }
    std::uint64_t drops() const
    {
        std::uint64_t sum = 0;
        for (const StatsdWatch::Target &target : m_watch->targets())
            sum += droppedDatagrams(target.endpoint);
        return sum;
    }
    void judge()
    {
        const std::uint64_t now = drops();
        CheckEvidence evidence = at(m_watch->targetText());
        evidence.count = static_cast<qint64>(now);
        evidence.total = largestReceiveBuffer();
        if (now > m_before)
            finish(fail(CheckReason::DropsGrow, evidence));
        else if (now > 0)
            finish(warn(CheckReason::DropsBefore, evidence));
        else
            finish(pass(CheckReason::NoDrops, evidence));
    }

    std::shared_ptr<StatsdWatch> m_watch;
    std::uint64_t m_before = 0;
};

class CaptureRightCheck final : public Check
{
public:
    explicit CaptureRightCheck(std::shared_ptr<StatsdWatch> watch)
        : Check(CheckId::CaptureRight), m_watch(std::move(watch))
    {
    }

private:
    void run() override { finish(m_watch->lookAtWire()); }

    std::shared_ptr<StatsdWatch> m_watch;
};

} // namespace

CheckNodes statsdNodes(const std::shared_ptr<StatsdWatch> &watch)
{
    CheckNodes nodes;
    nodes.push_back({std::make_unique<PortOwnerCheck>(watch)});
    nodes.push_back({std::make_unique<SelfTestCheck>(watch), {CheckId::PortOwner}});
    nodes.push_back({std::make_unique<KernelDropsCheck>(watch), {CheckId::PortOwner}});
    nodes.push_back({std::make_unique<CaptureRightCheck>(watch)});
    CheckNodes traffic = trafficNodes(watch);
    nodes.insert(nodes.end(), std::make_move_iterator(traffic.begin()),
                 std::make_move_iterator(traffic.end()));
    return nodes;
}

CheckNodes statsdChecks(const CheckContext &context)
{
    return statsdNodes(std::make_shared<StatsdWatch>(context));
}

} // namespace metriscope::net
