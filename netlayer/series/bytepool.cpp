// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/bytepool.h"

#include <algorithm>
#include <new>
#include <utility>

namespace metriscope::net
{

BytePool::~BytePool() = default;

void *BytePool::allocate(std::size_t bytes)
{
    const std::size_t size = rounded(bytes);
    m_used += size;
    if (size > Largest)
        return ::operator new(size);
    Piece *&head = m_free[size / Step];
    if (head) {
        Piece *piece = head;
        head = piece->next;
        return piece;
    }
    if (m_freshBytes < size) {
        // the rest of the old slab becomes one free piece
        if (m_freshBytes >= Step) {
            Piece *&rest = m_free[m_freshBytes / Step];
            rest = new (m_fresh) Piece{rest};
        }
        ++m_begun;
        if (m_ready.empty()) {
            m_slabs.push_back(std::make_unique_for_overwrite<std::byte[]>(SlabBytes));
        } else {
            m_slabs.push_back(std::move(m_ready.back()));
            m_ready.pop_back();
        }
        m_fresh = m_slabs.back().get();
        m_freshBytes = SlabBytes;
    }
    void *piece = m_fresh;
    m_fresh += size;
    m_freshBytes -= size;
    return piece;
}

void BytePool::prepare()
{
    const std::size_t wanted = std::min(2 * std::exchange(m_begun, 0), MostReady);
    if (wanted == 0)
        m_ready.clear();
    while (m_ready.size() < wanted)
        m_ready.push_back(std::make_unique<std::byte[]>(SlabBytes)); // zeroed: that is the touch
}

void BytePool::free(void *piece, std::size_t bytes) noexcept
{
    const std::size_t size = rounded(bytes);
    m_used -= size;
    if (size > Largest) {
        ::operator delete(piece);
        return;
    }
    Piece *&head = m_free[size / Step];
    head = new (piece) Piece{head};
}

} // namespace metriscope::net
