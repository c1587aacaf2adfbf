// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/shelltext.h"

#include <algorithm>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

QString shellQuoted(const QByteArray &bytes)
{
    const bool plain = std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
    if (plain)
        return u"'"_s + QString::fromLatin1(bytes).replace(u'\'', u"'\\''"_s) + u"'"_s;
    QString text = u"$'"_s;
    for (const char c : bytes) {
        if (c == '\'' || c == '\\')
            text += u'\\';
        if (c >= 0x20 && c < 0x7F)
            text += QLatin1Char(c);
        else
            text += u"\\x%1"_s.arg(uint(static_cast<unsigned char>(c)), 2, 16, QLatin1Char('0'));
    }
    return text + u"'"_s;
}

} // namespace metriscope::ui
