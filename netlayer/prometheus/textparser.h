// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/prometheus/exposition.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// Reads an exposition in chunks of any size, line by line, and tells a sink. Keeps one line at most: its
/// memory does not grow with the text. Allocates nothing for a sample, once its buffers have grown. More
/// lenient than other readers: what they take differently is taken here too, with a warning.
///
/// Grammar: https://prometheus.io/docs/instrumenting/exposition_formats/ and
/// https://prometheus.io/docs/specs/om/open_metrics_spec/
class TextParser final
{
public:
    static constexpr std::size_t MaxLine = 64 * 1024, MaxLabels = 64;
    static constexpr std::size_t LongestExemplar = 128; ///< bytes of its labels, by the specification

    TextParser(ExpositionFormat format, ExpositionSink &sink) : m_format(format), m_sink(sink) {}

    void feed(std::string_view chunk);
    /// There is no more. Tells of a last line without its end, and of a missing `# EOF`.
    void finish();
    [[nodiscard]] ExpositionFormat format() const noexcept { return m_format; }
    [[nodiscard]] std::uint64_t lines() const noexcept { return m_line; }
    /// The first line shows that this is no exposition; the rest is not read.
    [[nodiscard]] bool gaveUp() const noexcept { return m_gaveUp; }

private:
    struct Cursor {
        const char *at, *end;
        [[nodiscard]] bool done() const noexcept { return at == end; }
        void skipBlanks() noexcept
        {
            while (at != end && (*at == ' ' || *at == '\t'))
                ++at;
        }
    };

    void keepRest(std::string_view rest);
    void line(std::string_view text);
    [[nodiscard]] bool looksWrong(std::string_view first);
    void comment(Cursor cursor);
    void metadata(std::string_view keyword, Cursor cursor);
    void sample(Cursor cursor);
    [[nodiscard]] bool labels(Cursor &cursor, std::string_view *name, std::vector<ExpositionLabel> &into);
    [[nodiscard]] bool label(Cursor &cursor, std::vector<ExpositionLabel> &into);
    [[nodiscard]] bool quoted(Cursor &cursor, std::string_view &value);
    [[nodiscard]] bool unescape(Cursor &cursor, const char *from, std::string_view &value);
    [[nodiscard]] bool number(Cursor &cursor, double &value);
    [[nodiscard]] bool timestamp(Cursor &cursor, std::optional<double> &seconds, bool inSeconds);
    [[nodiscard]] bool tail(Cursor &cursor, ExpositionSample &sample);
    void exemplar(Cursor cursor, ExpositionSample &sample);
    void problem(const char *at, ExpositionIssue issue, ExpositionHint hint = ExpositionHint::None);
    void once(const char *at, ExpositionIssue issue);

    const ExpositionFormat m_format;
    ExpositionSink &m_sink;
    std::string m_partial; ///< the beginning of a line whose end is not there yet
    bool m_tooLong = false, m_gaveUp = false, m_eof = false, m_cut = false;
    bool m_inExemplar = false; ///< what is wrong in there is told as BadExemplar
    std::uint64_t m_line = 0;
    const char *m_begin = nullptr; ///< of the line in hand
    std::uint64_t m_told = 0;      ///< a bit for each issue told once in an exposition
    std::vector<ExpositionLabel> m_labels, m_exemplarLabels;
    ExpositionExemplar m_exemplar;
    std::string m_unescaped; ///< never grows within a line: labels point into it
};

} // namespace metriscope::net
