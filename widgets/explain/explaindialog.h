// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace metriscope::ui
{

class ExplainModel;

/// A place to paste statsd lines and see what each dialect makes of them, while typing.
class ExplainDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ExplainDialog(QWidget *parent = nullptr);

    void setLines(const QByteArray &lines); ///< at most some megabytes are taken
    void setDialect(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void explain();
    void openFile();
    void showDetail();
    void retranslate();

    ExplainModel *m_model;
    QLabel *m_inputLabel, *m_dialectLabel, *m_summary, *m_marked, *m_detail;
    QPlainTextEdit *m_input;
    QComboBox *m_dialect;
    QPushButton *m_open, *m_close;
    QTableView *m_table;
    QTimer m_soon;
};

} // namespace metriscope::ui
