// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <initializer_list>

#include <headway/figures/amodei.hpp>
#include <headway/figures/graylin_triolo.hpp>
#include <headway/figures/krishnan.hpp>
#include <headway/figures/microsoft.hpp>
#include <headway/figures/published.hpp>
#include <headway/figures/schmidt.hpp>
#include <headway/source/figure_text.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures {

namespace detail {

template <std::size_t Size>
struct figure_array {
    const figure_info* items[Size] = {};
};

template <std::size_t Size>
[[nodiscard]] constexpr figure_array<Size> joined(std::initializer_list<figure_list> lists) noexcept {
    figure_array<Size> all;
    std::size_t at = 0;
    for (const figure_list& list : lists) {
        for (const figure_info& f : list) all.items[at++] = &f;
    }
    return all;
}

inline constexpr auto all_articles =
    joined<amodei::catalogue().size() + schmidt::catalogue().size() + graylin_triolo::catalogue().size() +
           microsoft::catalogue().size() + krishnan::catalogue().size()>(
        {amodei::catalogue(), schmidt::catalogue(), graylin_triolo::catalogue(), microsoft::catalogue(),
         krishnan::catalogue()});

}  // namespace detail

/// Every figure of the five articles, article by article. A row has id, what, source, speaker(), precision, kind, note
/// and feeds; `value_text(row)` prints its value. The typed value is in the constant itself.
[[nodiscard]] constexpr figure_list catalogue() noexcept { return figure_list(detail::all_articles.items); }

/// Every figure published outside the articles, kept apart from them.
[[nodiscard]] constexpr figure_list published_catalogue() noexcept { return published::catalogue(); }

}  // namespace headway::figures

#include <headway/header_end.hpp>
