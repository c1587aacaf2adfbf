// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/checks/checkrun.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace metriscope::ui
{

/// One check in the list: its title and verdict, and unfolded what was found and what to do about it. The
/// verdict is told by a sign, a colour and a word.
class CheckCard final : public QFrame
{
    Q_OBJECT

public:
    explicit CheckCard(net::CheckId id, QWidget *parent = nullptr);

    void setEntry(const net::CheckEntry &entry);
    void setUnfolded(bool unfolded);
    [[nodiscard]] bool isUnfolded() const;
    [[nodiscard]] const net::CheckEntry &entry() const noexcept { return m_entry; }
    void retranslate();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showDetails();
    void restyle();

    net::CheckEntry m_entry;
    QToolButton *m_head;
    QLabel *m_verdict;
    QWidget *m_details;
    QLabel *m_evidence, *m_remedy;
    QPushButton *m_copy;
};

/// Sign and word of a verdict, of a check that still waits or runs: "✔ in order", "◐ running".
[[nodiscard]] QString entryVerdictText(const net::CheckEntry &entry);

} // namespace metriscope::ui
