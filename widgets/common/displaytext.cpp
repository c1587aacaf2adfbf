// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/displaytext.h"

#include <QChar>

namespace metriscope::ui
{

namespace
{

constexpr char32_t ControlPictures = 0x2400;
constexpr char32_t PictureOfDelete = 0x2421;

[[nodiscard]] bool isHarmful(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

void appendVisible(QString &out, char32_t c)
{
    if (c < 0x20)
        out += QChar(static_cast<char16_t>(ControlPictures + c));
    else if (c == 0x7F)
        out += QChar(static_cast<char16_t>(PictureOfDelete));
    else if (isHarmful(c))
        out += QStringLiteral("[U+%1]").arg(static_cast<uint>(c), 4, 16, QLatin1Char('0')).toUpper();
    else
        out += QString::fromUcs4(&c, 1);
}

} // namespace

QString displayText(const QString &text, int maxCharacters)
{
    QString out;
    out.reserve(text.size());
    int shown = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (shown++ == maxCharacters) {
            out += QChar(0x2026);
            break;
        }
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        appendVisible(out, c);
    }
    return out;
}

QString displayText(std::string_view bytes, int maxCharacters)
{
    // Four bytes a character at most: what lies beyond is not decoded at all.
    const auto budget = static_cast<std::size_t>(maxCharacters) * 4 + 4;
    const std::string_view head = bytes.substr(0, budget);
    return displayText(QString::fromUtf8(head.data(), static_cast<qsizetype>(head.size())), maxCharacters);
}

QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString()
                          : QStringLiteral("<span>%1</span>")
                                .arg(text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

} // namespace metriscope::ui
