// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/pollform.h"

#include "widgets/common/errortext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHostAddress>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

#include <array>
#include <cmath>

namespace metriscope::ui
{

namespace
{

using Login = net::PollConfig::Login;

constexpr std::array Kinds{net::SourceKind::Gstats, net::SourceKind::GstatsHttp, net::SourceKind::Prometheus,
                           net::SourceKind::Istats};

[[nodiscard]] QDoubleSpinBox *secondsBox(QWidget *parent)
{
    auto *box = new QDoubleSpinBox(parent);
    box->setDecimals(1);
    box->setRange(0, std::chrono::duration<double>(net::MaxPollInterval).count());
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    return box;
}

[[nodiscard]] net::Millis millisOf(const QDoubleSpinBox &box)
{
    return net::Millis{std::llround(box.value() * 1000)};
}

/// A secret would travel where others may read along.
[[nodiscard]] bool isOpenRoad(const QString &address)
{
    for (const QString &part : address.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString authority = part.section(QLatin1Char('/'), 2, 2);
        const QString host = authority.startsWith(QLatin1Char('['))
                                 ? authority.mid(1).section(QLatin1Char(']'), 0, 0)
                                 : authority.section(QLatin1Char(':'), 0, 0);
        const bool local = host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
        if (part.startsWith(QLatin1String("http:"), Qt::CaseInsensitive) && !local)
            return true;
    }
    return false;
}

} // namespace

PollForm::PollForm(QWidget *parent)
    : SettingsPage(parent), m_form(new QFormLayout(this)), m_kind(new QComboBox(this)),
      m_login(new QComboBox(this)), m_address(new QLineEdit(this)), m_application(new QLineEdit(this)),
      m_user(new QLineEdit(this)), m_secret(new QLineEdit(this)), m_activeUsers(new QLineEdit(this)),
      m_interval(secondsBox(this)), m_timeout(secondsBox(this)), m_enabled(new QCheckBox(this))
{
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_kindLabel = addRow(*m_form, m_kind);
    m_kindHint = addHint(*m_form);
    m_addressLabel = addRow(*m_form, m_address);
    m_addressHint = addHint(*m_form);
    m_applicationLabel = addRow(*m_form, m_application);
    m_intervalLabel = addRow(*m_form, m_interval);
    m_timeoutLabel = addRow(*m_form, m_timeout);
    m_loginLabel = addRow(*m_form, m_login);
    m_userLabel = addRow(*m_form, m_user);
    m_secretLabel = addRow(*m_form, m_secret);
    m_secretHint = addHint(*m_form);
    m_activeUsersLabel = addRow(*m_form, m_activeUsers);
    m_activeUsersHint = addHint(*m_form);
    m_form->addRow(m_enabled);
    for (const net::SourceKind kind : Kinds)
        m_kind->addItem(QString(), static_cast<int>(kind));
    for (int i = 0; i < 3; ++i)
        m_login->addItem(QString());
    m_address->setMaxLength(net::MaxPollAddress);
    m_secret->setEchoMode(QLineEdit::Password);
    for (QLineEdit *line : {m_application, m_user, m_activeUsers})
        line->setMaxLength(200);
    m_secret->setMaxLength(8192);
    m_activeUsers->setPlaceholderText(QStringLiteral("active_users{site=\"main\"}"));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PollForm::showKind);
    connect(m_login, &QComboBox::currentIndexChanged, this, &PollForm::showKind);
    for (const QComboBox *box : {m_kind, m_login})
        connect(box, &QComboBox::currentIndexChanged, this, &SettingsPage::edited);
    connect(m_address, &QLineEdit::textChanged, this, &PollForm::showHints);
    for (const QLineEdit *line : {m_address, m_application, m_user, m_secret, m_activeUsers})
        connect(line, &QLineEdit::textChanged, this, &SettingsPage::edited);
    for (const QDoubleSpinBox *box : {m_interval, m_timeout})
        connect(box, &QDoubleSpinBox::valueChanged, this, &SettingsPage::edited);
    connect(m_enabled, &QCheckBox::toggled, this, &SettingsPage::edited);
    retranslate();
    setValue({});
}

net::SourceKind PollForm::kind() const
{
    return static_cast<net::SourceKind>(m_kind->currentData().toInt());
}

Login PollForm::login() const
{
    return static_cast<Login>(m_login->currentIndex());
}

void PollForm::setValue(const net::PollConfig &value)
{
    m_given = value;
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(value.kind)));
    m_address->setText(value.address);
    m_application->setText(value.application);
    m_interval->setValue(std::chrono::duration<double>(value.interval).count());
    m_timeout->setValue(std::chrono::duration<double>(value.timeout).count());
    m_login->setCurrentIndex(static_cast<int>(value.login));
    m_user->setText(value.user);
    m_secret->clear();
    m_activeUsers->setText(value.activeUsers);
    m_enabled->setChecked(value.enabled);
    showKind();
}

net::PollConfig PollForm::value() const
{
    net::PollConfig value;
    value.id = m_given.id;
    value.kind = kind();
    value.address = m_address->text().simplified();
    if (value.kind != net::SourceKind::Istats) // it has no application
        value.application = m_application->text().trimmed();
    const auto bounded = [](net::Millis time) {
        return time.count() == 0 ? time : std::max(time, net::MinPollInterval);
    };
    value.interval = bounded(millisOf(*m_interval));
    value.timeout = bounded(millisOf(*m_timeout));
    value.enabled = m_enabled->isChecked();
    if (value.kind == net::SourceKind::Prometheus) {
        value.login = login();
        if (value.login == Login::Basic)
            value.user = m_user->text();
        value.activeUsers = m_activeUsers->text().trimmed();
    }
    return value;
}

void PollForm::setKindFixed(bool fixed)
{
    m_kind->setEnabled(!fixed);
}

void PollForm::setSecretKept(bool kept)
{
    m_secretKept = kept;
    showHints();
}

QString PollForm::secret() const
{
    return kind() == net::SourceKind::Prometheus && login() != Login::None ? m_secret->text() : QString();
}

QString PollForm::title() const
{
    return tr("What to poll");
}

void PollForm::setAddressOptional(bool optional)
{
    m_addressOptional = optional;
}

QString PollForm::problem() const
{
    const net::PollConfig now = value();
    if (const auto issue = net::checkPollAddress(now.kind, now.address);
        issue != net::PollIssue::None && !(issue == net::PollIssue::Empty && m_addressOptional))
        return pollIssueText(issue, now.kind);
    if (now.login == Login::Basic && (now.user.isEmpty() || now.user.contains(QLatin1Char(':'))))
        return tr("Enter the user's name; it holds no colon.");
    // A secret belongs to a way of logging in: what is kept for another one is of no use.
    if (now.login != Login::None && m_secret->text().isEmpty() &&
        !(m_secretKept && now.login == m_given.login))
        return now.login == Login::Basic ? tr("Enter the password.") : tr("Enter the token.");
    static const QRegularExpression gauge(QStringLiteral(R"(^[a-zA-Z_:][a-zA-Z0-9_:.]*(\{[^{}]*\})?$)"));
    if (!now.activeUsers.isEmpty() && !gauge.match(now.activeUsers).hasMatch())
        return tr("Active users: enter the name of a gauge, with labels in braces if need be.");
    return {};
}

void PollForm::focusAddress()
{
    m_address->setFocus(Qt::OtherFocusReason);
    m_address->selectAll();
}

void PollForm::showKind()
{
    const bool prometheus = kind() == net::SourceKind::Prometheus;
    for (QWidget *field : std::initializer_list<QWidget *>{m_login, m_activeUsers, m_activeUsersHint})
        m_form->setRowVisible(field, prometheus);
    m_form->setRowVisible(m_application, kind() != net::SourceKind::Istats);
    m_form->setRowVisible(m_user, prometheus && login() == Login::Basic);
    m_form->setRowVisible(m_secret, prometheus && login() != Login::None);
    m_form->setRowVisible(m_secretHint, prometheus && login() != Login::None);
    m_address->setPlaceholderText(pollAddressExample(kind()));
    showHints();
}

void PollForm::showHints()
{
    switch (kind()) {
    case net::SourceKind::Gstats:
        m_kindHint->setText(tr("Asks a gstats collector for the requests of all its applications."));
        break;
    case net::SourceKind::GstatsHttp:
        m_kindHint->setText(tr("Asks the status page of the gstats WSGI application."));
        break;
    case net::SourceKind::Istats:
        m_kindHint->setText(
            tr("Asks a deviantART pystatsd how it is doing, at its statsd port plus 10. A pystatsd "
               "forgets its errors every minute."));
        break;
    default:
        m_kindHint->setText(tr("Reads the metrics page of an application, such as one with "
                               "django-prometheus."));
        break;
    }
    if (kind() == net::SourceKind::Prometheus)
        //: the name of an application, where none is entered
        m_application->setPlaceholderText(tr("taken from the address"));
    else
        //: what the name of a collector is good for
        m_application->setPlaceholderText(tr("tells apart applications of the same name"));
    m_form->setRowVisible(m_addressHint, kind() == net::SourceKind::Prometheus);
    m_addressHint->setText(tr("A port may be a range, such as 8001-8049. Several addresses of one "
                              "application are separated by spaces."));
    const auto usual = [](net::Millis time) {
        //: in a field for a time: %1 is a number of seconds
        return tr("usual (%1 s)").arg(QLocale().toString(std::chrono::duration<double>(time).count()));
    };
    m_interval->setSpecialValueText(usual(net::defaultPollInterval(kind())));
    m_timeout->setSpecialValueText(usual(net::defaultPollTimeout(kind())));
    for (QDoubleSpinBox *box : {m_interval, m_timeout})
        box->updateGeometry(); // it forgets its size, but tells no layout
    //: in an empty field for a secret
    m_secret->setPlaceholderText(m_secretKept && login() == m_given.login ? tr("kept; type to replace it")
                                                                          : QString());
    QString hint = tr("Kept in the keyring of the system, never in a file.");
    if (isOpenRoad(m_address->text()))
        hint += QLatin1Char('\n') + tr("It is sent unencrypted: use https:// if you can.");
    m_secretHint->setText(hint);
}

void PollForm::retranslate()
{
    m_kindLabel->setText(tr("&Kind"));
    for (int i = 0; i < m_kind->count(); ++i)
        m_kind->setItemText(i, sourceKindText(Kinds[static_cast<std::size_t>(i)]));
    m_addressLabel->setText(tr("&Address"));
    //: the name of an application, to be shown
    m_applicationLabel->setText(tr("Na&me"));
    m_intervalLabel->setText(tr("&Poll every"));
    m_timeoutLabel->setText(tr("&Wait for"));
    for (QDoubleSpinBox *box : {m_interval, m_timeout})
        //: seconds, after a number in a field
        box->setSuffix(tr(" s"));
    m_timeout->setAccessibleDescription(tr("How long to wait for an answer"));
    //: how to prove who asks
    m_loginLabel->setText(tr("&Log in"));
    m_login->setItemText(0, tr("not at all"));
    m_login->setItemText(1, tr("with user and password"));
    m_login->setItemText(2, tr("with a token"));
    m_userLabel->setText(tr("&User"));
    m_secretLabel->setText(tr("Password or &token"));
    m_activeUsersLabel->setText(tr("Active u&sers"));
    m_activeUsersHint->setText(tr("The gauge that tells how many users are active, if there is one."));
    m_enabled->setText(tr("P&oll as soon as Metriscope starts"));
    showHints();
}

} // namespace metriscope::ui
