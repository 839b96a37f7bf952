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

/// Which of the launched chips can be had: those at least so many generations behind the best, of at most so much
/// processing performance, and below limits of processing performance and memory bandwidth. All hold at once. An infinite
/// lag permits none.
template <class Number>
struct chip_restriction {
    Number generations_behind{0.0};
    quantity<detail::processing_performance_per_chip, Number> most_performance =
        quantity<detail::processing_performance_per_chip, Number>::from_base_value(Number(no_limit));
    /// A chip at the limit itself is not below it.
    quantity<detail::processing_performance_per_chip, Number> below_performance =
        quantity<detail::processing_performance_per_chip, Number>::from_base_value(Number(no_limit));
    quantity<detail::bandwidth_per_chip, Number> below_bandwidth =
        quantity<detail::bandwidth_per_chip, Number>::from_base_value(Number(no_limit));

    /// The same restriction held in another number type.
    template <class Other>
    [[nodiscard]] constexpr auto in_number_type() const {
        return chip_restriction<Other>{generations_behind, most_performance, below_performance, below_bandwidth};
    }
};

template <class Mask, class A, class B>
[[nodiscard]] constexpr auto select(const Mask& condition, const chip_restriction<A>& yes,
                                    const chip_restriction<B>& no) noexcept {
    // The condition may hold draws where the restrictions hold none.
    const auto lag = select(condition, yes.generations_behind, no.generations_behind);
    const auto most = select(condition, yes.most_performance.base_value(), no.most_performance.base_value());
    const auto performance = select(condition, yes.below_performance.base_value(), no.below_performance.base_value());
    const auto bandwidth = select(condition, yes.below_bandwidth.base_value(), no.below_bandwidth.base_value());
    using number_type = std::remove_const_t<decltype(lag)>;
    using counted = quantity<detail::processing_performance_per_chip, number_type>;
    return chip_restriction<number_type>{lag, counted::from_base_value(most), counted::from_base_value(performance),
                                         quantity<detail::bandwidth_per_chip, number_type>::from_base_value(bandwidth)};
}

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

/// Both restrictions at once: the tighter of each limit.
template <class A, class B>
[[nodiscard]] constexpr auto operator&(const chip_restriction<A>& a, const chip_restriction<B>& b) noexcept {
    return chip_restriction<common_number_t<A, B>>{
        max(a.generations_behind, b.generations_behind), min(a.most_performance, b.most_performance),
        min(a.below_performance, b.below_performance), min(a.below_bandwidth, b.below_bandwidth)};
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

/// The draws among `open` in which a generation is below a restriction's limits. One limit that it breaches is enough to know
/// that it is not, whatever it does not state; where it breaches none, it has to state what each of them limits.
template <class Result, class Mask, class Restricted, class Number, class Name>
constexpr auto below_limits(const char* function, const Mask& open, const chip_restriction<Restricted>& only,
                            const basic_generation<Number, Name>& g, std::string_view rule = {}) {
    const Result most_performance = only.below_performance.base_value();
    const Result most_bandwidth = only.below_bandwidth.base_value();
    const Result performance = g.processing_performance.base_value();
    const Result bandwidth = g.memory_bandwidth.base_value();
    const auto by_performance = most_performance < no_limit;
    const auto by_bandwidth = most_bandwidth < no_limit;
    const auto breaches = (by_performance && performance > 0.0 && performance >= most_performance) ||
                          (by_bandwidth && bandwidth > 0.0 && bandwidth >= most_bandwidth);
    const auto below = open && !breaches;
    if (any_of(below && by_performance && performance == 0.0)) {
        generation_has_no_such_value(function, g.name, "processing performance, which a limit is compared with", rule);
    }
    if (any_of(below && by_bandwidth && bandwidth == 0.0)) {
        generation_has_no_such_value(function, g.name, "memory bandwidth, which a limit is compared with", rule);
    }
    return below;
}

}  // namespace detail

}  // namespace headway

#include <headway/header_end.hpp>
