// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/collectorlinks.h"

#include "app/commandline.h"
#include "app/console.h"
#include "app/mainwindow.h"
#include "app/pages.h"
#include "app/pollbook.h"
#include "app/verification.h"

#include <algorithm>

namespace metriscope::app
{

void connectCollectors(MainWindow &window, Console &console, Settings &settings, Verification &verification,
                       const Options &options)
{
    using Origin = ui::CollectorModel::Origin;
    Sources &polled = console.polled();
    const auto show = [&window, named = options.polls](net::Source &source, const net::PollConfig &config) {
        const bool isNamed = std::ranges::find(named, config.id, &net::PollConfig::id) != named.end();
        window.addSource(source, isNamed ? Origin::CommandLine : Origin::Kept, config);
    };
    for (net::Source *source : polled.all())
        show(*source, *polled.configOf(*source));
    QObject::connect(&polled, &Sources::added, &window, show);
    ui::CollectorModel &model = window.pages().collectors();
    QObject::connect(&polled, &Sources::changed, &model, &ui::CollectorModel::setConfig);

    auto *book = new PollBook(settings, polled, console.secrets(), options.polls, &window);
    QObject::connect(&window.pages(), &Pages::collectorRequested, book, &PollBook::carryOut);
    QObject::connect(&verification, &Verification::addWanted, book,
                     [book](const net::PollConfig &config, const QString &secret) {
                         book->carryOut({ui::CollectorRequest::Verb::Add, config, secret});
                     });
    QObject::connect(book, &PollBook::added, &window, [&window, &polled](const QString &id) {
        if (const net::Source *source = polled.find(id))
            window.pages().showSource(*source);
    });
    QObject::connect(book, &PollBook::secretLost, &window,
                     [&window](const QString &address, const QString &trouble) {
                         window.news().settingsTroubled({ui::SettingsProblem::SecretNotKept,
                                                         QStringLiteral("%1 (%2)").arg(address, trouble)});
                     });
}

} // namespace metriscope::app
