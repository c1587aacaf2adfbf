// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/checks/checkcontext.h"
#include "netlayer/checks/family.h"
#include "netlayer/checks/httpprobe.h"
#include "netlayer/checks/scrapefacts.h"
#include "netlayer/prometheus/portrange.h"

#include <QUrl>

#include <memory>
#include <vector>

namespace metriscope::net
{

/// What the checks of one exporter find out and share.
struct Exporter {
    explicit Exporter(const CheckContext &context);

    QString address; ///< as given, without secrets
    TargetList targets;
    bool valid = false;
    std::vector<QUrl> open; ///< targets whose port takes connections
    struct Scrape {
        QUrl url;
        HttpAnswer answer;
        ScrapeFacts facts;
    };
    std::vector<Scrape> scrapes; ///< of those that answered metrics
};
using ExporterPtr = std::shared_ptr<Exporter>;

/// The facts of an answer with metrics; not an exposition for any other answer.
[[nodiscard]] ScrapeFacts factsOf(const HttpAnswer &answer);
/// What a failed request means, whatever was asked for; nothing for an answer with a status.
[[nodiscard]] std::optional<CheckResult> httpFault(const QUrl &url, const HttpAnswer &answer);

/// Finds out where metrics are, when the address given has none.
class ExporterAnswerCheck final : public Check
{
public:
    explicit ExporterAnswerCheck(ExporterPtr exporter);

private:
    void run() override;
    void release() override;
    void ask(const QUrl &url);
    void answered(const QUrl &url, const HttpAnswer &answer);
    void judge();
    void lookElsewhere(const HttpAnswer &answer);
    void elsewhere();

    const ExporterPtr m_exporter;
    std::vector<std::unique_ptr<HttpProbe>> m_probes;
    std::vector<std::pair<QUrl, HttpAnswer>> m_others; ///< answers that are no metrics
    CheckResult m_fault;
    QStringList m_found;
    std::size_t m_waiting = 0;
};

} // namespace metriscope::net
