// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/metric.h"

#include <QRegularExpression>
#include <QString>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::ui
{

/// What the reader typed above the list of metrics.
struct MetricFilter {
    enum class Syntax : std::uint8_t {
        Text, ///< words, all of which must occur; `key:value` looks at the tags, `-word` excludes
        Glob, ///< `*`, `?` and `[a-z]` over the whole name, or over one whole tag
        Regex ///< Perl-compatible, found anywhere in the name or in the tags
    };
    static constexpr std::uint8_t AllKinds = (1U << net::MetricKindCount) - 1U;

    QString text;
    Syntax syntax = Syntax::Text;
    std::uint8_t kinds = AllKinds; ///< bit per net::MetricKind

    friend bool operator==(const MetricFilter &, const MetricFilter &) = default;
};

/// A filter made ready to be asked many times. Letter case never counts.
class MetricMatcher final
{
public:
    enum class Error : std::uint8_t { None, TooLong, OpenBracket, BadExpression };
    enum class Answer : std::uint8_t { No, Yes, Undecided /**< the expression took too long on this one */ };
    static constexpr qsizetype MaxLength = 1000;

    explicit MetricMatcher(const MetricFilter &filter);

    [[nodiscard]] Error error() const noexcept { return m_error; }
    [[nodiscard]] QString errorDetail() const { return m_errorDetail; }    ///< of a BadExpression, in words
    [[nodiscard]] qsizetype errorAt() const noexcept { return m_errorAt; } ///< character, -1 when unknown
    [[nodiscard]] bool acceptsAll() const noexcept;
    [[nodiscard]] Answer match(const net::MetricInfo &info) const;

private:
    struct Word {
        std::string bytes; ///< folded
        bool excluded = false, tag = false, ascii = true;
    };
    void addWord(QStringView word);
    [[nodiscard]] bool matchesWords(const net::MetricInfo &info) const;
    [[nodiscard]] bool matchesGlob(const net::MetricInfo &info) const;
    [[nodiscard]] Answer matchesExpression(const net::MetricInfo &info) const;

    MetricFilter::Syntax m_syntax;
    std::uint8_t m_kinds;
    Error m_error = Error::None;
    qsizetype m_errorAt = -1;
    QString m_errorDetail;
    std::vector<Word> m_words;
    std::string m_glob;
    QRegularExpression m_expression;
};

/// Shell-like match over the whole of `text`: `*` any run, `?` one character, `[a-z]` and `[!a-z]` a class.
/// Linear in practice: one point of return, no recursion.
[[nodiscard]] bool globMatches(std::string_view foldedGlob, std::string_view text) noexcept;

/// The value of tag `key` in canonical tags; null when it is not there, empty for a bare tag.
[[nodiscard]] std::string_view tagValue(std::string_view tags, std::string_view key) noexcept;

} // namespace metriscope::ui
