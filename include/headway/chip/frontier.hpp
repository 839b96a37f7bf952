// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chip/chip_generation.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The best chip that can be had on a date: made by a roadmap's `frontier`.
template <class Number>
struct frontier_chip {
    /// Zero where no chip can be had.
    quantity<detail::performance_per_chip, Number> performance{};
    /// Zero too where its generation does not state it.
    quantity<detail::processing_performance_per_chip, Number> processing_performance{};
    /// Never where no chip can be had.
    basic_date<Number> launch = basic_date<Number>::never();
    /// Which generation of its roadmap, counted from 0; undefined (NaN) where no chip can be had.
    Number place = Number(__builtin_nan(""));

    /// Whether there is a chip at all; draw by draw for a block of draws.
    [[nodiscard]] constexpr auto exists() const noexcept { return performance.base_value() > 0.0; }
};

template <class Mask, class Number>
[[nodiscard]] constexpr frontier_chip<Number> select(const Mask& condition, const frontier_chip<Number>& yes,
                                                     const frontier_chip<Number>& no) noexcept {
    return {select(condition, yes.performance, no.performance),
            select(condition, yes.processing_performance, no.processing_performance),
            select(condition, yes.launch, no.launch), select(condition, yes.place, no.place)};
}

/// The chip that performs better, the first where they are equal.
template <class Number>
[[nodiscard]] constexpr frontier_chip<Number> better_of(const frontier_chip<Number>& a,
                                                     const frontier_chip<Number>& b) noexcept {
    return select(b.performance > a.performance, b, a);
}

/// Which of the launched chips can be had: those at least so many generations behind the best, and of at most so much
/// processing performance. An infinite lag permits none.
template <class Number>
struct chip_restriction {
    Number generations_behind{0.0};
    quantity<detail::processing_performance_per_chip, Number> most_performance =
        quantity<detail::processing_performance_per_chip, Number>::from_base_value(Number(no_limit));
};

/// The restriction to chips at least n generations behind the best: `roadmap.frontier(when, behind(1))`.
/// \throws std::domain_error for a negative number.
template <number_like Generations>
[[nodiscard]] constexpr auto behind(const Generations& generations) {
    detail::require_not_negative("behind", "number of generations", to_number(generations));
    return chip_restriction<as_number_t<Generations>>{to_number(generations)};
}

/// The restriction to chips of at most so much processing performance each:
/// `roadmap.frontier(when, performing_at_most(cap))`.
/// \throws std::domain_error for a negative cap.
template <class Number>
[[nodiscard]] constexpr auto
performing_at_most(const quantity<detail::processing_performance_per_chip, Number>& most_per_chip) {
    detail::require_not_negative("performing_at_most", "cap in TPP per chip", most_per_chip.base_value());
    return chip_restriction<Number>{Number(0.0), most_per_chip};
}

namespace detail {

/// Whether a roadmap looks at what is launched on the date itself or only before it.
enum class launched { by, before };

/// A cap in processing performance can be compared only with generations that state theirs.
template <class Restriction, class Number, class Name>
constexpr void require_comparable(const Restriction& only, const basic_generation<Number, Name>& g) {
    if (any_of(only.most_performance.base_value() < no_limit)) {
        require_stated("frontier", g.name, "processing performance, which a cap is compared with",
                       g.processing_performance);
    }
}

}  // namespace detail

}  // namespace headway

#include <headway/header_end.hpp>
