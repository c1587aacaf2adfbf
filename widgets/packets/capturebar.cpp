// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/capturebar.h"

#include "widgets/common/displaytext.h"
#include "widgets/common/themeicon.h"

#include "netlayer/capture/capturefilter.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSignalBlocker>
#include <QThreadPool>
#include <QToolButton>

#include <array>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int CheckAfter = 200; ///< milliseconds without a key

/// The first one is the reader's own.
const std::array<QString, 5> &presets()
{
    static const std::array<QString, 5> filters{
        QString(), u"udp dst port 8125"_s, u"tcp dst port 1942"_s, u"tcp dst port 2003"_s,
        u"udp dst port 8125 or tcp dst port 1942 or tcp dst port 2003"_s};
    return filters;
}

} // namespace

CaptureBar::CaptureBar(QWidget *parent)
    : QWidget(parent), m_tap(new QToolButton(this)), m_start(new QToolButton(this)),
      m_presetLabel(new QLabel(this)), m_interfaceLabel(new QLabel(this)), m_filterLabel(new QLabel(this)),
      m_preset(new QComboBox(this)), m_interface(new QComboBox(this)), m_filter(new QLineEdit(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QToolButton *button : {m_tap, m_start}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    m_tap->setObjectName(u"watchsockets"_s);
    m_tap->setIcon(themeIcon(u"follow"_s));
    m_start->setIcon(themeIcon(u"record"_s));
    m_presetLabel->setBuddy(m_preset);
    m_interfaceLabel->setBuddy(m_interface);
    m_filterLabel->setBuddy(m_filter);
    for (std::size_t i = 0; i < presets().size(); ++i)
        m_preset->addItem(QString());
    m_preset->setCurrentIndex(1);
    m_interface->setObjectName(u"captureinterface"_s);
    m_interface->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setFilter(presets()[1]);
    m_filter->setClearButtonEnabled(true);
    layout->addWidget(m_tap);
    layout->addSpacing(8);
    layout->addWidget(m_start);
    layout->addWidget(m_interfaceLabel);
    layout->addWidget(m_interface);
    layout->addWidget(m_presetLabel);
    layout->addWidget(m_preset);
    layout->addWidget(m_filterLabel);
    layout->addWidget(m_filter, 1);
    m_check.setSingleShot(true);
    m_check.setInterval(CheckAfter);

    connect(m_tap, &QToolButton::toggled, this, &CaptureBar::tapWanted);
    connect(m_start, &QToolButton::toggled, this, &CaptureBar::captureWanted);
    connect(m_preset, &QComboBox::activated, this, &CaptureBar::choosePreset);
    connect(m_filter, &QLineEdit::textChanged, this, [this] {
        showPreset();
        m_check.start();
    });
    connect(m_interface, &QComboBox::currentIndexChanged, this, [this] { m_check.start(); });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { m_start->setChecked(true); });
    connect(&m_check, &QTimer::timeout, this, &CaptureBar::checkFilter);
    retranslate();
    fillInterfaces();
}

void CaptureBar::addButton(QToolButton *button)
{
    layout()->addWidget(button);
}

QString CaptureBar::interface() const
{
    return m_interface->currentData().toString();
}

void CaptureBar::setInterface(const QString &name)
{
    if (m_interface->findData(name) < 0 && !name.isEmpty())
        m_interface->addItem(displayText(name, 40), name);
    m_interface->setCurrentIndex(std::max(0, m_interface->findData(name)));
}

QString CaptureBar::filter() const
{
    return m_filter->text().trimmed();
}

void CaptureBar::setFilter(const QString &filter)
{
    m_filter->setText(filter);
    m_filter->setCursorPosition(0); // a long one is read from its beginning
}

void CaptureBar::setTapOn(bool on)
{
    const QSignalBlocker shownOnly(m_tap);
    m_tap->setChecked(on);
}

void CaptureBar::setTapAvailable(bool available)
{
    m_tap->setVisible(available);
}

void CaptureBar::setCapturing(bool capturing)
{
    m_capturing = capturing;
    const QSignalBlocker shownOnly(m_start);
    m_start->setChecked(capturing);
    showCapturing();
}

void CaptureBar::showCapturing()
{
    m_start->setText(m_capturing ? tr("S&top capturing") : tr("&Capture"));
    m_start->setEnabled(m_capturing || m_filterRight);
    for (QWidget *widget : {static_cast<QWidget *>(m_interface), static_cast<QWidget *>(m_preset),
                            static_cast<QWidget *>(m_filter)})
        widget->setEnabled(!m_capturing);
}

void CaptureBar::fillInterfaces()
{
    const QString chosen = interface();
    const QSignalBlocker quiet(m_interface);
    m_interface->clear();
    for (const net::InterfaceEntry &entry : net::captureInterfaces()) {
        QString text = displayText(entry.name, 40);
        if (entry.name == "any"_L1)
            //: %1 is the name under which the system knows "all network interfaces"
            text = tr("%1: all interfaces").arg(text);
        else if (!entry.addresses.isEmpty())
            text += u" "_s + displayText(entry.addresses.front(), 60);
        m_interface->addItem(text, entry.name);
        m_interface->setItemData(m_interface->count() - 1, plainToolTip(entry.addresses.join(", "_L1)),
                                 Qt::ToolTipRole);
    }
    setInterface(chosen);
}

void CaptureBar::choosePreset(int preset)
{
    if (preset > 0)
        setFilter(presets()[static_cast<std::size_t>(preset)]);
    else
        m_filter->setFocus();
}

void CaptureBar::showPreset()
{
    const auto known = std::find(presets().begin() + 1, presets().end(), filter());
    m_preset->setCurrentIndex(known == presets().end() ? 0 : static_cast<int>(known - presets().begin()));
}

/// Off the window's thread: an expression with the name of a host asks the resolver.
void CaptureBar::checkFilter()
{
    const int check = ++m_checks;
    QThreadPool::globalInstance()->start(
        [bar = QPointer<CaptureBar>(this), filter = filter(), device = interface(), check] {
            const auto problem = net::filterProblem(filter, device);
            QMetaObject::invokeMethod(QCoreApplication::instance(), [bar, problem, check] {
                if (bar == nullptr || check != bar->m_checks)
                    return;
                bar->m_filterRight = !problem;
                bar->showCapturing();
                Q_EMIT bar->filterChecked(problem.value_or(QString()));
            });
        });
}

void CaptureBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_capturing)
        fillInterfaces();
}

void CaptureBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CaptureBar::retranslate()
{
    m_tap->setText(tr("&Own sockets"));
    m_tap->setToolTip(tr("Shows what the program's own sockets receive; needs no rights"));
    m_start->setToolTip(tr("Shows what passes a network interface, whoever it is for"));
    m_presetLabel->setText(tr("P&reset"));
    m_interfaceLabel->setText(tr("On"));
    m_filterLabel->setText(tr("F&ilter"));
    m_preset->setAccessibleDescription(tr("Usual filters"));
    m_interface->setAccessibleDescription(tr("Network interface"));
    m_filter->setPlaceholderText(tr("everything"));
    m_filter->setToolTip(tr("Which packets are captured, as tcpdump and ngrep take it"));
    m_filter->setAccessibleName(tr("Capture filter"));
    //: a filter that the reader typed, none of the usual ones
    m_preset->setItemText(0, tr("Own"));
    m_preset->setItemText(1, tr("statsd, 8125/udp"));
    m_preset->setItemText(2, tr("Contexts, 1942/tcp"));
    m_preset->setItemText(3, tr("Graphite, 2003/tcp"));
    m_preset->setItemText(4, tr("All three"));
    showCapturing();
    fillInterfaces();
}

} // namespace metriscope::ui
