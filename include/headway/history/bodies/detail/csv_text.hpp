// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/history/detail/csv_text.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

HEADWAY_OUT_OF_LINE csv_text::csv_text(std::string_view text) {
    append(text);
    finish();
}

HEADWAY_OUT_OF_LINE void csv_text::append(std::string_view piece, std::size_t expected) {
    if (piece.empty()) return;
    if (piece.size() > most - size_) throw std::bad_alloc();
    const std::size_t needed = size_ + piece.size() + 1;
    if (needed > capacity_) {
        resize(std::max(needed + expected, std::min(2 * capacity_, capacity_ + most_spare)));
    }
    std::memcpy(bytes_.get() + size_, piece.data(), piece.size());
    size_ += piece.size();
}

HEADWAY_OUT_OF_LINE void csv_text::finish() {
    if (capacity_ != size_ + 1) resize(size_ + 1);
    bytes_[size_] = '\0';
}

HEADWAY_OUT_OF_LINE void csv_text::resize(std::size_t capacity) {
    char* const bytes = static_cast<char*>(std::realloc(bytes_.get(), capacity));
    if (bytes == nullptr) throw std::bad_alloc();
    static_cast<void>(bytes_.release());
    bytes_.reset(bytes);
    capacity_ = capacity;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
