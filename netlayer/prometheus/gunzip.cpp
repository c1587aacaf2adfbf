// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/prometheus/gunzip.h"

#include <zlib.h>

#include <array>
#include <vector>

namespace metriscope::net
{

namespace
{
constexpr int AnyHeader = 15 + 32; // the largest window; zlib or gzip, as the header says
}

struct Gunzip::Stream {
    z_stream zlib{};
    std::vector<unsigned char> input; ///< zlib wants it writable
    std::array<char, 64 * 1024> output;
};

Gunzip::Gunzip(std::size_t limit) : m_stream(std::make_unique<Stream>()), m_left(limit)
{
    if (::inflateInit2(&m_stream->zlib, AnyHeader) != Z_OK)
        m_state = State::Damaged;
}

Gunzip::~Gunzip()
{
    ::inflateEnd(&m_stream->zlib);
}

Gunzip::State Gunzip::feed(std::string_view packed, const std::function<void(std::string_view)> &out)
{
    if (m_state == State::Damaged || m_state == State::TooLarge)
        return m_state;
    z_stream &zlib = m_stream->zlib;
    m_stream->input.assign(packed.begin(), packed.end());
    zlib.next_in = m_stream->input.data();
    zlib.avail_in = static_cast<uInt>(m_stream->input.size());
    bool full = false;
    while (zlib.avail_in > 0 || full) {
        if (m_state == State::Whole) { // another part behind the first
            if (::inflateReset(&zlib) != Z_OK)
                return m_state = State::Damaged;
            m_state = State::Open;
        }
        zlib.next_out = reinterpret_cast<Bytef *>(m_stream->output.data());
        zlib.avail_out = static_cast<uInt>(m_stream->output.size());
        const int result = ::inflate(&zlib, Z_NO_FLUSH);
        const std::size_t size = m_stream->output.size() - zlib.avail_out;
        if (size > m_left)
            return m_state = State::TooLarge;
        m_left -= size;
        if (size > 0)
            out({m_stream->output.data(), size});
        full = zlib.avail_out == 0 && result == Z_OK;
        if (result == Z_STREAM_END)
            m_state = State::Whole;
        else if (result != Z_OK && result != Z_BUF_ERROR)
            return m_state = State::Damaged;
        else if (result == Z_BUF_ERROR)
            break;
    }
    return m_state;
}

} // namespace metriscope::net
