// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/source.h"
#include "netlayer/gstats/gstatscommand.h"

#include <QObject>
#include <QPointer>
#include <QString>

class QAction;

namespace metriscope::ui
{

class CollectorsPane;

/// What can be told to a gstats collector, ours or another: to forget what it counted, to end. Adds itself to
/// the pane, and asks before it does anything, in words that name the consequence.
class GstatsActions final : public QObject
{
    Q_OBJECT

public:
    explicit GstatsActions(CollectorsPane &pane); ///< the pane owns it

    [[nodiscard]] QAction *reset() const noexcept { return m_reset; }
    [[nodiscard]] QAction *quit() const noexcept { return m_quit; }
    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();
    void ask(net::GstatsCommand command);
    void carryOut(net::GstatsCommand command, net::Source &source);
    void said(net::GstatsCommand command, net::SourceError error, const QString &detail);
    void retranslate();

    CollectorsPane &m_pane;
    QAction *m_reset, *m_quit;
};

} // namespace metriscope::ui
