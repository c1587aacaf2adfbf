// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/languageswitcher.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace metriscope::app
{

namespace
{

/// The system's own region where it speaks that language, so that dates look as the reader expects.
[[nodiscard]] QLocale localeOf(const QString &language)
{
    const QLocale system = QLocale::system();
    const QLocale plain(language == QLatin1String("ru") ? QLocale(QLocale::Russian, QLocale::Russia)
                                                        : QLocale(QLocale::English, QLocale::UnitedStates));
    return system.language() == plain.language() ? system : plain;
}

} // namespace

LanguageSwitcher::LanguageSwitcher(QObject *parent) : QObject(parent) {}

LanguageSwitcher::~LanguageSwitcher()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
}

QString LanguageSwitcher::systemLanguage(const QStringList &preferred)
{
    for (const QString &tag : preferred)
        for (const char *known : {"ru", "en"})
            if (tag.section(QLatin1Char('-'), 0, 0) == QLatin1String(known))
                return QString::fromLatin1(known);
    return QStringLiteral("en");
}

void LanguageSwitcher::setLanguage(const QString &language)
{
    const QString wanted = language.isEmpty() ? systemLanguage(QLocale::system().uiLanguages()) : language;
    if (wanted == m_language)
        return;
    m_language = wanted;
    QLocale::setDefault(localeOf(wanted));
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
    // Qt's own texts are English without a catalogue: a false for it there is normal.
    if (m_qts.load(QStringLiteral("qt_") + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
    if (m_ours.load(QStringLiteral(":/i18n/metriscope_%1.qm").arg(wanted)))
        QCoreApplication::installTranslator(&m_ours);
    Q_EMIT languageChanged();
}

} // namespace metriscope::app
