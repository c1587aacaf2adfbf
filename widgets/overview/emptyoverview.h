// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace metriscope::ui
{

/// What the Overview says while there is no application to show: what to do next, with buttons that do it.
class EmptyOverview final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyOverview(QWidget *parent);

    /// Where the statsd receiver listens: for the test command. Port 0: it does not.
    void setAddress(const QString &host, quint16 port);
    /// Metrics that arrive though no preset recognises a signal in them.
    void setSeries(quint64 series);
    /// A pystatsd is asked how it is doing, which makes no application.
    void setMonitored(bool monitored);
    [[nodiscard]] QString testCommand() const;

Q_SIGNALS:
    void startDemoRequested();
    void verifyRequested();
    void openMetricsRequested();
    void chartMonitorRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void restyle();

    QLabel *m_heading, *m_text, *m_command;
    QPushButton *m_verify, *m_demo, *m_copy, *m_metrics, *m_monitor;
    QString m_host;
    quint64 m_series = 0;
    bool m_monitored = false;
    quint16 m_port = 0;
};

} // namespace metriscope::ui
