// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/journalentry.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QTableView;

namespace metriscope::ui
{

class IssueModel;
class JournalModel;

/// Rows of at least a severity that hold a text.
class JournalFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit JournalFilter(QObject *parent = nullptr);
    void setText(const QString &text);
    void setLeastSeverity(Severity severity);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    Severity m_least = Severity::Information;
};

/// The journal as a page: what happened, filtered as one types, and the rejected lines by reason below it.
class JournalPane final : public QWidget
{
    Q_OBJECT

public:
    JournalPane(JournalModel &journal, IssueModel &issues, QWidget *parent = nullptr);

    void showAll();
    /// Leaves only what is at least that severe and holds the text.
    void showOnly(Severity least, const QString &text = {});
    void showRejected(); ///< errors of lines, with the table by reason in view
    [[nodiscard]] QList<QAction *> exportActions() const { return {m_exportAction}; }
    /// Every row that passes the filter; CSV with a header line, or text. False when it could not be written.
    [[nodiscard]] bool exportTo(const QString &file, QString &why) const;

Q_SIGNALS:
    void exported(const QString &file);
    void exportFailed(const QString &file, const QString &why);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void applyFilter();
    void copySelection(const QTableView *view) const;
    void askAndExport();
    void showMenu(QTableView *view, const QPoint &position);
    void updateEvicted();

    JournalModel &m_journal;
    IssueModel &m_issues;
    JournalFilter *m_filtered;
    QLineEdit *m_filter;
    QLabel *m_severityLabel;
    QComboBox *m_severity;
    QCheckBox *m_follow;
    QTableView *m_view;
    QTableView *m_issueView;
    QLabel *m_issueTitle;
    QLabel *m_evicted;
    QLabel *m_empty;
    QSplitter *m_splitter;
    QAction *m_copyAction;
    QAction *m_exportAction;
    QAction *m_clearFilterAction;
};

} // namespace metriscope::ui
