// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/near_names.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void near_names::offer(std::string_view name) {
    const std::size_t shorter = wanted_.size() < name.size() ? wanted_.size() : name.size();
    const std::size_t longer = wanted_.size() + name.size() - shorter;
    const std::size_t most = 1 + longer / 3;
    if (shorter == 0 || longer > longest) return;
    const std::size_t d = begins(name) ? 1 : longer - shorter > most ? longest : distance(name);
    if (d > most) return;
    for (int i = 0; i < count_; ++i) {
        if (names_[i] == name) return;
    }
    int place = count_;
    while (place > 0 && d < distances_[place - 1]) --place;
    if (place == kept) return;
    count_ = count_ < kept ? count_ + 1 : kept;
    for (int i = count_ - 1; i > place; --i) {
        names_[i] = names_[i - 1];
        distances_[i] = distances_[i - 1];
    }
    names_[place] = name;
    distances_[place] = d;
}
HEADWAY_INSTANTIATE(void near_names::offer<>(std::string_view name));

template <class>
std::string near_names::text(const char* quote) const {
    std::string all;
    for (int i = 0; i < count_; ++i) {
        if (i > 0) all += i + 1 == count_ ? " or " : ", ";
        all += quote + std::string(names_[i]) + quote;
    }
    return all;
}
HEADWAY_INSTANTIATE(std::string near_names::text<>(const char* quote) const);

template <class>
bool near_names::begins(std::string_view name) const noexcept {
    if (wanted_.size() < 4 || wanted_.size() >= name.size()) return false;
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
        if (lower_case(wanted_[i]) != lower_case(name[i])) return false;
    }
    return true;
}
HEADWAY_INSTANTIATE(bool near_names::begins<>(std::string_view name) const);

template <class>
std::size_t near_names::distance(std::string_view name) const noexcept {
    std::size_t row[longest + 1];
    for (std::size_t i = 0; i <= name.size(); ++i) row[i] = i;
    for (std::size_t k = 0; k < wanted_.size(); ++k) {
        std::size_t diagonal = row[0];
        row[0] = k + 1;
        for (std::size_t i = 0; i < name.size(); ++i) {
            const std::size_t changed = diagonal + (lower_case(name[i]) == lower_case(wanted_[k]) ? 0 : 1);
            diagonal = row[i + 1];
            const std::size_t least = (row[i] < row[i + 1] ? row[i] : row[i + 1]) + 1;
            row[i + 1] = changed < least ? changed : least;
        }
    }
    return row[name.size()];
}
HEADWAY_INSTANTIATE(std::size_t near_names::distance<>(std::string_view name) const);

}  // namespace headway::detail

#include <headway/header_end.hpp>
