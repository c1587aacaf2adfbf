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
class ExpositionModel;
class VerdictModel;

/// A place to paste statsd lines or an exposition and see what is made of them, while typing.
class ExplainDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ExplainDialog(QWidget *parent = nullptr);

    void setLines(const QByteArray &lines); ///< or an exposition; at most some megabytes are taken
    void setDialect(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void explain();
    void openFile();
    void showDetail();
    void retranslate();

    /// What the text is read as; Detect says so from the text itself.
    enum Kind { Detect, Statsd, PrometheusText, OpenMetrics, KindCount };
    [[nodiscard]] Kind kindOf(const QByteArray &text) const;
    void present(VerdictModel &model);

    ExplainModel *m_lines;
    ExpositionModel *m_exposition;
    VerdictModel *m_model = nullptr; ///< the one that is shown
    QLabel *m_inputLabel, *m_kindLabel, *m_dialectLabel, *m_summary, *m_marked, *m_detail;
    QPlainTextEdit *m_input;
    QComboBox *m_kind, *m_dialect;
    QPushButton *m_open, *m_close;
    QTableView *m_table;
    QTimer m_soon;
};

} // namespace metriscope::ui
