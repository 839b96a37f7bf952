// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/project/project_network.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::size_t network_shape::place_of(std::string_view name) const {
    const std::size_t place = find(name);
    if (place < names.size()) return place;
    throw std::domain_error("project_network: there is no stage \"" + std::string(name) + "\"; there are " +
                            all_names());
}
HEADWAY_INSTANTIATE(std::size_t network_shape::place_of<>(std::string_view name) const);

template <class>
void network_shape::sort() {
    std::vector<char> done(names.size(), 0);
    while (order.size() < names.size()) {
        const std::size_t before = order.size();
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (done[i] != 0 || waits(i, done)) continue;
            done[i] = 1;
            order.push_back(i);
        }
        if (order.size() == before) throw_cycle(done);
    }
}
HEADWAY_INSTANTIATE(void network_shape::sort<>());

template <class>
bool network_shape::waits(std::size_t i, const std::vector<char>& done) const noexcept {
    for (const std::size_t j : after[i]) {
        if (done[j] == 0) return true;
    }
    return false;
}
HEADWAY_INSTANTIATE(bool network_shape::waits<>(std::size_t i, const std::vector<char>& done) const);

HEADWAY_OUT_OF_LINE std::size_t network_shape::find(std::string_view name) const noexcept {
    std::size_t i = 0;
    while (i < names.size() && names[i] != name) ++i;
    return i;
}

HEADWAY_OUT_OF_LINE std::string network_shape::all_names() const {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

HEADWAY_OUT_OF_LINE void network_shape::throw_cycle(const std::vector<char>& done) const {
    std::vector<std::size_t> path;
    std::vector<char> seen(names.size(), 0);
    std::size_t at = 0;
    while (done[at] != 0) ++at;
    while (seen[at] == 0) {
        seen[at] = 1;
        path.push_back(at);
        for (const std::size_t j : after[at]) {
            if (done[j] == 0) {
                at = j;
                break;
            }
        }
    }
    std::string text = names[at];
    std::size_t i = path.size();
    do {
        text += " -> " + names[path[--i]];
    } while (path[i] != at);
    throw std::domain_error("project_network: stages wait for each other in a circle, " + text +
                            "; remove one of these dependencies");
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
