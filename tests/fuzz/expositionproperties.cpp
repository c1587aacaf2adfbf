// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/properties.h"

#include "netlayer/prometheus/familyreader.h"
#include "netlayer/prometheus/textparser.h"

#include <cmath>
#include <string>

namespace metriscope::net::test
{

namespace
{

/// Writes down all that it is told.
class Record final : public FamilySink
{
public:
    std::string text;
    const char *broken = nullptr;

    void sample(const FamilySample &sample) override
    {
        const ExpositionSample &raw = *sample.sample;
        if (raw.name.empty() || sample.family->name.empty())
            broken = "a sample without a name";
        if (raw.labels.size() > TextParser::MaxLabels)
            broken = "more labels than there may be";
        if (sample.role == SampleRole::Quantile && !(sample.bound >= 0 && sample.bound <= 1))
            broken = "a quantile beyond its range";
        if (sample.role == SampleRole::Bucket && std::isnan(sample.bound))
            broken = "a bucket without a bound";
        write(sample.family->name);
        write(raw.name);
        write(std::to_string(raw.line) + ' ' + std::to_string(sample.series) + ' ' +
              std::to_string(sample.group));
        number(raw.value);
        number(raw.timestamp.value_or(0));
        labels(raw.labels);
        if (raw.exemplar) {
            labels(raw.exemplar->labels);
            number(raw.exemplar->value);
        }
    }
    void problem(const ExpositionProblem &problem) override
    {
        if (problem.at > TextParser::MaxLine || problem.line == 0)
            broken = "a problem where nothing stands";
        if (issueName(problem.issue).empty())
            broken = "a problem without a name";
        write(std::to_string(problem.line) + ':' + std::to_string(problem.at) + ' ' +
              std::string(issueName(problem.issue)) + std::string(hintName(problem.hint)));
    }

private:
    void write(std::string_view part) { text.append(part) += '\n'; }
    void number(double value) { text.append(reinterpret_cast<const char *>(&value), sizeof value); }
    void labels(std::span<const ExpositionLabel> all)
    {
        for (const ExpositionLabel &label : all) {
            if (label.name.empty())
                broken = "a label without a name";
            write(label.name);
            write(label.value);
        }
    }
};

Record read(std::string_view text, ExpositionFormat format, std::size_t chunk)
{
    Record record;
    FamilyReader reader(format, record);
    TextParser parser(format, reader);
    for (std::size_t at = 0; at < text.size(); at += chunk) {
        // a copy, so that a look beyond its end is found
        const std::string piece(text.substr(at, chunk));
        parser.feed(piece);
    }
    parser.finish();
    reader.finish();
    for (const MetricFamily &family : reader.families())
        record.text += family.name + ' ' + family.help + ' ' + family.unit + '\n';
    return record;
}

} // namespace

/// The first byte says which format, the second how large the chunks are.
const char *brokenByExposition(std::string_view input)
{
    if (input.size() < 2)
        return nullptr;
    const ExpositionFormat format =
        (input[0] & 1) != 0 ? ExpositionFormat::OpenMetrics : ExpositionFormat::Text;
    const std::size_t chunk = 1 + static_cast<unsigned char>(input[1]) % 61U;
    const std::string_view text = input.substr(2);
    const Record whole = read(text, format, text.size() + 1), pieces = read(text, format, chunk);
    if (whole.broken)
        return whole.broken;
    return whole.text == pieces.text ? nullptr : "chunks make a difference";
}

} // namespace metriscope::net::test
