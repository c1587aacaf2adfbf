// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/appearanceform.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

namespace metriscope::app
{

AppearanceForm::AppearanceForm(QWidget *parent)
    : SettingsPage(parent), m_language(new QComboBox(this)), m_theme(new QComboBox(this))
{
    auto *form = new QFormLayout(this);
    m_languageLabel = addRow(*form, m_language);
    m_themeLabel = addRow(*form, m_theme);
    m_language->addItem(QString(), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Русский"), QStringLiteral("ru"));
    for (int theme = 0; theme < ThemeCount; ++theme)
        m_theme->addItem(QString());
    connect(m_language, &QComboBox::currentIndexChanged, this, &SettingsPage::edited);
    connect(m_theme, &QComboBox::currentIndexChanged, this, &SettingsPage::edited);
    retranslate();
}

void AppearanceForm::setValue(const AppearanceSettings &value)
{
    m_language->setCurrentIndex(std::max(0, m_language->findData(value.language)));
    m_theme->setCurrentIndex(static_cast<int>(value.theme));
}

AppearanceSettings AppearanceForm::value() const
{
    return {m_language->currentData().toString(), static_cast<Theme>(m_theme->currentIndex())};
}

QString AppearanceForm::title() const
{
    return tr("Appearance");
}

void AppearanceForm::retranslate()
{
    m_languageLabel->setText(tr("&Language"));
    m_language->setItemText(0, tr("As the system"));
    m_language->setAccessibleDescription(tr("Language"));
    m_themeLabel->setText(tr("&Theme"));
    m_theme->setItemText(0, tr("As the system"));
    m_theme->setItemText(1, tr("Light"));
    m_theme->setItemText(2, tr("Dark"));
    m_theme->setAccessibleDescription(tr("Theme"));
}

} // namespace metriscope::app
