// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/replaydialog.h"

#include "widgets/common/displaytext.h"

#include "netlayer/statsd/dialect.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <array>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array Speeds{1.0, 10.0, 100.0, 0.0}; ///< times; 0: at once

} // namespace

ReplayDialog::ReplayDialog(const net::ReplayConfig &config, QWidget *parent)
    : QDialog(parent), m_config(config), m_explanation(new QLabel(this)), m_speedLabel(new QLabel(this)),
      m_dialectLabel(new QLabel(this)), m_speed(new QComboBox(this)), m_dialect(new QComboBox(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(u"replaydialog"_s);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    m_explanation->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    for (const double speed : Speeds)
        m_speed->addItem(QString(), speed);
    for (const net::Dialect &dialect : net::dialects()) {
        const QString name =
            QString::fromLatin1(dialect.name.data(), static_cast<qsizetype>(dialect.name.size()));
        m_dialect->addItem(name, name);
    }
    m_dialect->setCurrentIndex(std::max(0, m_dialect->findData(config.dialect)));
    m_speedLabel->setBuddy(m_speed);
    m_dialectLabel->setBuddy(m_dialect);
    auto *form = new QFormLayout(this);
    form->addRow(m_explanation);
    form->addRow(m_speedLabel, m_speed);
    form->addRow(m_dialectLabel, m_dialect);
    form->addRow(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
}

net::ReplayConfig ReplayDialog::config() const
{
    net::ReplayConfig config = m_config;
    config.speed = m_speed->currentData().toDouble();
    config.dialect = m_dialect->currentData().toString();
    return config;
}

void ReplayDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ReplayDialog::retranslate()
{
    setWindowTitle(tr("Replay into the charts"));
    //: %1 is the name of a file
    m_explanation->setText(tr("The statsd lines of %1 are read as if they came in now. Their series stand "
                              "apart from those of the receiver.")
                               .arg(displayText(QFileInfo(m_config.path).fileName(), 80)));
    m_speedLabel->setText(tr("&Speed"));
    m_dialectLabel->setText(tr("&Dialect"));
    m_speed->setItemText(0, tr("As it was captured"));
    m_speed->setItemText(1, tr("%L1 times as fast").arg(10));
    m_speed->setItemText(2, tr("%L1 times as fast").arg(100));
    m_speed->setItemText(3, tr("All at once"));
    m_speed->setAccessibleDescription(tr("How fast the capture is played"));
    m_dialect->setAccessibleDescription(tr("Which server's rules the lines are read by"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Replay"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
}

} // namespace metriscope::ui
