// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace metriscope::ui
{

/// A line for filters over packets: offers what may come next while one types.
class FilterEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(QWidget *parent = nullptr);
    [[nodiscard]] QCompleter *completions() const noexcept { return m_completer; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void offer(bool always);
    void complete(const QString &word);

    QCompleter *m_completer;
    QStringListModel *m_words;
    int m_at = 0; ///< where the word begins that is being typed
};

} // namespace metriscope::ui
