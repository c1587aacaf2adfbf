// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/languageswitcher.h"
#include "app/mainwindow.h"
#include "app/pages.h"

#include "netlayer/contexts/contextbook.h"
#include "netlayer/engine/foldthread.h"
#include "netlayer/engine/mailbox.h"
#include "netlayer/series/aggregator.h"
#include "tests/bench/busymeter.h"

#include <QTemporaryDir>

#include <atomic>
#include <string>

/// A source whose every series has a sample in every tick once it is told to speak, without a socket in the
/// way.
class BusySource final : public metriscope::net::BankSource
{
public:
    explicit BusySource(std::vector<std::string> names) : m_names(std::move(names)) {}

    void speak() { m_speaks = true; } ///< any thread
    std::unique_ptr<metriscope::net::Bank> flip(std::unique_ptr<metriscope::net::Bank> empty) override
    {
        using namespace metriscope::net;
        ++m_round;
        for (std::size_t i = 0; m_speaks && i < m_names.size(); ++i) {
            Sample sample;
            sample.name = m_names[i];
            sample.value = static_cast<double>((i * 31 + m_round * 17) % 97);
            sample.kind = i % 3 == 0 ? MetricKind::Gauge : MetricKind::Counter;
            m_aggregator.add(sample);
        }
        return m_aggregator.swap(std::move(empty), std::chrono::steady_clock::now());
    }

private:
    const std::vector<std::string> m_names;
    std::atomic<bool> m_speaks{false};
    metriscope::net::Aggregator m_aggregator{{}, 1};
    std::uint64_t m_round = 0;
};

/// The real window over a real store that a BusySource fills by way of the fold thread, as in the program.
class BusyWindow final : public QObject
{
    Q_OBJECT

public:
    explicit BusyWindow(std::vector<std::string> names)
        : m_registry(names.size() + 1000), m_settings(m_folder.filePath(QStringLiteral("settings.ini"))),
          m_book(m_thread, {}), m_window(m_registry, m_store, m_settings, m_languages),
          m_source(std::move(names))
    {
        m_window.pages().setContextBook(m_book);
        m_window.resize(1280, 720);
        m_window.show();
        connect(this, &BusyWindow::ticked, &m_window, &metriscope::app::MainWindow::apply);
    }

    /// Ticks come from here on.
    void start()
    {
        using namespace metriscope::net;
        m_fold = std::make_unique<FoldThread>(
            EngineConfig(), m_registry, m_store,
            std::vector<FoldThread::Inlet>{{&m_source, StatsdSource, {}}}, [this](Tick &&tick) {
                if (m_mailbox.post(std::move(tick)))
                    QMetaObject::invokeMethod(this, &BusyWindow::drain, Qt::QueuedConnection);
            });
    }

    [[nodiscard]] metriscope::net::Registry &registry() noexcept { return m_registry; }
    [[nodiscard]] metriscope::net::SeriesStore &store() noexcept { return m_store; }
    [[nodiscard]] metriscope::app::MainWindow &window() noexcept { return m_window; }
    [[nodiscard]] BusySource &source() noexcept { return m_source; }
    [[nodiscard]] int ticks() const noexcept { return m_ticks; }

Q_SIGNALS:
    void ticked(const metriscope::net::Tick &tick);

private:
    void drain()
    {
        for (const metriscope::net::Tick &tick : m_mailbox.take()) {
            ++m_ticks;
            Q_EMIT ticked(tick);
        }
    }

    QTemporaryDir m_folder;
    metriscope::net::NetThread m_thread;
    metriscope::net::Registry m_registry;
    metriscope::net::SeriesStore m_store{metriscope::net::StoreConfig()};
    metriscope::app::Settings m_settings;
    metriscope::app::LanguageSwitcher m_languages;
    metriscope::net::ContextBook m_book;
    metriscope::app::MainWindow m_window;
    BusySource m_source;
    metriscope::net::Mailbox<metriscope::net::Tick> m_mailbox{8};
    int m_ticks = 0;
    std::unique_ptr<metriscope::net::FoldThread> m_fold; ///< last: runs only while everything above is alive
};
