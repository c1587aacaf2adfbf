// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

namespace metriscope::app
{

/// Puts the program into a language while it runs: our catalogue, Qt's own, and the locale that numbers are
/// shown in. Widgets hear of it by QEvent::LanguageChange. GUI thread.
class LanguageSwitcher final : public QObject
{
    Q_OBJECT

public:
    explicit LanguageSwitcher(QObject *parent = nullptr);
    ~LanguageSwitcher() override;

    /// "en", "ru", or empty for the system's language.
    void setLanguage(const QString &language);
    [[nodiscard]] const QString &language() const noexcept { return m_language; } ///< "en" or "ru"
    /// The first of the system's languages that we speak, English otherwise.
    [[nodiscard]] static QString systemLanguage(const QStringList &preferred);

Q_SIGNALS:
    void languageChanged();

private:
    QString m_language;
    QTranslator m_ours, m_qts;
};

} // namespace metriscope::app
