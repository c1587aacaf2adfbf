// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/bytepool.h"

#include <new>

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
        m_slabs.push_back(std::make_unique_for_overwrite<std::byte[]>(SlabBytes));
        m_fresh = m_slabs.back().get();
        m_freshBytes = SlabBytes;
    }
    void *piece = m_fresh;
    m_fresh += size;
    m_freshBytes -= size;
    return piece;
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
