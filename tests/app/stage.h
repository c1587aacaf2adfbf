// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/languageswitcher.h"
#include "app/mainwindow.h"
#include "app/settings.h"

#include "netlayer/contexts/contextbook.h"
#include "netlayer/contexts/contextserver.h"
#include "netlayer/series/registry.h"
#include "netlayer/series/seriesstore.h"

#include <QAction>
#include <QListWidget>
#include <QToolButton>

/// A window with everything around it that main() gives it, driven tick by tick.
struct Stage {
    metriscope::net::Registry registry{1000};
    metriscope::net::SeriesStore store{metriscope::net::StoreConfig()};
    metriscope::app::Settings settings;
    metriscope::app::LanguageSwitcher languages;
    metriscope::net::NetThread netThread;
    metriscope::net::ContextBook book{netThread, {}};
    metriscope::net::ContextServer contexts{netThread, {}};
    metriscope::app::MainWindow window;

    explicit Stage(const QString &file, const QString &language = QStringLiteral("en"))
        : settings(file), window(registry, store, settings, languages)
    {
        languages.setLanguage(language);
        window.setContexts(book, contexts);
    }
    [[nodiscard]] static metriscope::net::Tick tickAt(int second)
    {
        metriscope::net::Tick tick;
        tick.time = metriscope::net::Time{std::chrono::seconds{1'700'000'000 + second}};
        tick.elapsed = metriscope::net::Millis{1000};
        return tick;
    }
    void tick(int second, std::uint64_t lines, std::uint64_t rejected = 0)
    {
        metriscope::net::Tick tick = tickAt(second);
        tick.statsd.lines = lines;
        tick.statsd.rejected = rejected;
        tick.statsd.byIssue[static_cast<std::size_t>(metriscope::net::LineIssue::BadNumber)] = rejected;
        tick.self.series = 2310;
        window.apply(tick);
    }
    [[nodiscard]] QAction *action(const QKeySequence &key) const
    {
        for (QAction *candidate : window.findChildren<QAction *>())
            if (candidate->shortcut() == key)
                return candidate;
        return nullptr;
    }
    [[nodiscard]] QToolButton *button(const QString &part) const
    {
        for (QToolButton *candidate : window.findChildren<QToolButton *>())
            if (candidate->text().contains(part))
                return candidate;
        return nullptr;
    }
    [[nodiscard]] int page() const { return window.findChild<QListWidget *>()->currentRow(); }
};
