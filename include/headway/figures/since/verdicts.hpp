// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/detail/since_verdicts_amodei.hpp>
#include <headway/figures/detail/since_verdicts_others.hpp>
#include <headway/figures/detail/since_verdicts_schmidt.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures::since {

namespace detail {

struct verdict_pointers {
    static constexpr std::size_t on_articles = std::size(verdicts_on_amodei) + std::size(verdicts_on_schmidt) +
        std::size(verdicts_on_graylin_triolo) + std::size(verdicts_on_microsoft) + std::size(verdicts_on_krishnan);

    const verdict* items[on_articles]{};
    const verdict* published[std::size(verdicts_on_published)]{};

    constexpr verdict_pointers() noexcept {
        const verdict** at = items;
        const auto add = [&](const auto& verdicts) {
            for (const verdict& v : verdicts) *at++ = &v;
        };
        add(verdicts_on_amodei);
        add(verdicts_on_schmidt);
        add(verdicts_on_graylin_triolo);
        add(verdicts_on_microsoft);
        add(verdicts_on_krishnan);
        at = published;
        add(verdicts_on_published);
    }
};
inline constexpr verdict_pointers all_verdicts;

}  // namespace detail

/// What became of every figure of the five articles, in the order of `figures::catalogue()`.
/// `verdicts().find(schmidt::rebuild_cost)` gives that on one.
[[nodiscard]] constexpr verdict_list verdicts() noexcept { return verdict_list(detail::all_verdicts.items); }

/// What became of the figures published beside the articles; of those without a verdict no new evidence was sought.
[[nodiscard]] constexpr verdict_list published_verdicts() noexcept { return verdict_list(detail::all_verdicts.published); }

}  // namespace headway::figures::since

#include <headway/header_end.hpp>
