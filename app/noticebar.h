// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/checks/checkresult.h"
#include "netlayer/types/metric.h"

#include <QFrame>

#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QToolButton;

namespace metriscope::app
{

/// A line above the page for what the reader should know but need not answer. It stays until it is closed; of
/// many notices the latest is shown, with the number of the others.
class NoticeBar final : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);
    /// The words are asked for again when the language changes.
    /// With a kind to verify there is a button for it. What is said of a source replaces what was said of it
    /// before.
    void tell(std::function<QString()> words, std::optional<net::CheckKind> verify = {},
              std::optional<net::SourceId> source = {});
    /// Takes back what was said of a source.
    void takeBack(net::SourceId source);

Q_SIGNALS:
    void verifyRequested(std::optional<metriscope::net::CheckKind> kind);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void closeNewest();

    struct Notice {
        std::function<QString()> words;
        std::optional<net::CheckKind> verify;
        std::optional<net::SourceId> source;
    };
    std::vector<Notice> m_notices;
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_verify, *m_close;
};

} // namespace metriscope::app
