// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>
#include <string>

#include <headway/source/constant_list.hpp>
#include <headway/source/figure.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures {

/// A list of figures of any kind, in the order of the source; iterates as `const figure_info&`.
class figure_list : public constant_list<figure_info> {
  public:
    using constant_list::constant_list;

    /// The figure of that id, or null.
    [[nodiscard]] constexpr const figure_info* find(std::string_view id) const noexcept {
        for (const figure_info& f : *this) {
            if (f.id == id) return &f;
        }
        return nullptr;
    }
};

namespace detail {

[[noreturn, gnu::cold]] inline void listed_figure_has_no_source(std::string_view id, std::size_t place) {
    throw std::domain_error("all_have_sources: the figure " + std::string(id) + " at place " + std::to_string(place) +
                            " (counted from 0) has no source; give it an article with a key and a speaker");
}

}  // namespace detail

/// True, for a list must be cited: `static_assert(all_have_sources(list))`.
/// \throws std::domain_error, naming the first figure that has no source, or one without a key or a speaker.
[[nodiscard]] constexpr bool all_have_sources(const figure_list& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        const figure_info& f = list[i];
        if (f.source->key.empty() || f.speaker().empty()) detail::listed_figure_has_no_source(f.id, i);
    }
    return true;
}

}  // namespace headway::figures

#include <headway/header_end.hpp>
