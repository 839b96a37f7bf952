// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string_view>

#include <headway/chip/frontier.hpp>
#include <headway/trend/point.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

template <class T>
inline constexpr bool is_generation = false;
template <class Number, class Name>
inline constexpr bool is_generation<basic_generation<Number, Name>> = true;

/// A container of generations that can be indexed: an array or a vector.
template <class T>
concept generation_list = requires(const T& list) {
    list.size();
    requires is_generation<std::remove_cvref_t<decltype(list[0])>>;
};

[[noreturn]] inline void roadmap_is_empty() {
    throw std::domain_error("roadmap: no generations given; give at least one");
}
[[noreturn]] inline void generation_is_out_of_order(std::string_view name, double launch, std::string_view before,
                                                    double launch_before) {
    throw std::domain_error("roadmap: launch dates must ascend, got " + std::string(name) + " (" + iso_text(launch) +
                            ") after " + std::string(before) + " (" + iso_text(launch_before) + ")");
}
[[noreturn]] inline void generation_is_named_twice(std::string_view name) {
    throw std::domain_error("roadmap: two generations have the name " + std::string(name) + "; rename one of them");
}
[[noreturn]] inline void launch_must_be_known(std::string_view name, double launch) {
    throw std::domain_error("roadmap: launch of generation " + std::string(name) +
                            " must be a date in the calendar, got " + iso_text(launch));
}
[[noreturn]] inline void generation_is_unknown(std::string_view name, const std::string& known) {
    throw std::domain_error("roadmap: there is no generation " + std::string(name) + "; it has " + known);
}
[[noreturn]] inline void no_chip_can_be_had() {
    throw std::domain_error("roadmap: no chip can be had there, so it has no generation; ask exists() first");
}

}  // namespace detail

/// Generations in the order of their launches; made by `roadmap`. It is a trend, the performance of the best launched
/// chip: zero before the first launch.
template <detail::generation_list Generations>
class basic_roadmap : public trend_base {
  public:
    using generation_type = std::remove_cvref_t<decltype(std::declval<const Generations&>()[0])>;
    using number_type = typename generation_type::number_type;

    /// \throws std::domain_error, naming the generation, unless there is one, launch dates ascend, names differ, each
    /// performance is above zero and finite and so are price, power and processing performance where stated.
    constexpr explicit basic_roadmap(const Generations& generations) : generations_(generations) {
        if (generations_.size() == 0) detail::roadmap_is_empty();
        for (std::size_t i = 0; i < size(); ++i) {
            detail::require_generation("roadmap", generations_[i]);
            for (int draw = 0; draw < lanes_of<number_type>; ++draw) require_order(i, draw);
            for (std::size_t j = 0; j < i; ++j) {
                if (generations_[j].name == generations_[i].name)
                    detail::generation_is_named_twice(generations_[i].name);
            }
        }
    }

    /// The performance of the best chip launched by the date.
    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        return frontier(when).performance;
    }

    /// The best chip launched by the date, among those fit for the work.
    template <date_like Date>
    [[nodiscard]] constexpr auto frontier(const Date& when, workload use = workload::any) const {
        return frontier(when, chip_restriction<number_type>{}, use);
    }
    /// The best that the restriction leaves. A chip is n generations behind when n launched ones, fit for the same
    /// work, perform better, so a chip made weaker for export is no generation ahead of anything.
    /// \throws std::domain_error, naming the generation, when performance is capped and it does not state its processing
    /// performance, or when it would be the answer but for a quantity that is limited and that it does not state.
    template <date_like Date, class Restricted>
    [[nodiscard]] constexpr auto frontier(const Date& when, const chip_restriction<Restricted>& only,
                                          workload use = workload::any) const {
        return best<detail::launched::by>(detail::to_date(when), only, use);
    }
    /// As `frontier`, of what is launched before the date and not on it.
    template <date_like Date, class Restricted>
    [[nodiscard]] constexpr auto frontier_before(const Date& when, const chip_restriction<Restricted>& only,
                                                 workload use = workload::any) const {
        return best<detail::launched::before>(detail::to_date(when), only, use);
    }

    [[nodiscard]] constexpr std::size_t size() const noexcept { return generations_.size(); }
    [[nodiscard]] constexpr const generation_type& operator[](std::size_t place) const { return generations_[place]; }
    /// \throws std::domain_error for a name that is not there.
    [[nodiscard]] constexpr const generation_type& operator[](std::string_view name) const {
        return generations_[place_of(name)];
    }
    /// The generation of a frontier of this roadmap. \throws std::domain_error where no chip can be had.
    [[nodiscard]] constexpr const generation_type& operator[](const frontier_chip<double>& chip) const {
        if (!chip.exists()) detail::no_chip_can_be_had();
        return generations_[static_cast<std::size_t>(chip.place)];
    }
    [[nodiscard]] constexpr const Generations& generations() const noexcept { return generations_; }

    /// How far one generation is behind a later one: places in the list, time between launches, ratio of performance.
    /// Below zero where it is ahead. \throws std::domain_error for a name that is not there.
    [[nodiscard]] constexpr auto gap(std::string_view generation_behind, std::string_view generation_ahead) const {
        const std::size_t from = place_of(generation_behind);
        const std::size_t to = place_of(generation_ahead);
        const double places = static_cast<double>(to) - static_cast<double>(from);
        return generation_gap<number_type>{number_type(places), generations_[to].launch - generations_[from].launch,
                                           generations_[to].performance / generations_[from].performance};
    }
    /// The regular cadence from the first launch to the last: mean span, geometric mean of the factors.
    /// \throws std::domain_error for a single generation, and when the last is no better than the first.
    [[nodiscard]] constexpr auto mean_cadence() const {
        if (size() < 2) {
            detail::value_breaks_a_rule("mean_cadence", "number of generations", "must be at least 2",
                                        static_cast<double>(size()));
        }
        const auto& first = generations_[0];
        const auto& last = generations_[size() - 1];
        const double steps = static_cast<double>(size() - 1);
        return cadence((last.launch - first.launch) / steps,
                       number_type(pow(last.performance / first.performance, 1.0 / steps)));
    }

    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        for (std::size_t i = 0; i < size(); ++i) visitor(generations_[i].launch);
    }

  private:
    constexpr void require_order(std::size_t i, int draw) const {
        const double launch = value_at(generations_[i].launch.seconds_since_1970(), draw);
        if (!(launch - launch == 0.0)) detail::launch_must_be_known(generations_[i].name, launch);
        if (i == 0) return;
        const double before = value_at(generations_[i - 1].launch.seconds_since_1970(), draw);
        if (!(before < launch)) {
            detail::generation_is_out_of_order(generations_[i].name, launch, generations_[i - 1].name, before);
        }
    }

    constexpr std::size_t place_of(std::string_view name) const {
        for (std::size_t i = 0; i < size(); ++i) {
            if (generations_[i].name == name) return i;
        }
        std::string known;
        for (std::size_t i = 0; i < size(); ++i) {
            known.append(i == 0 ? "" : ", ").append(generations_[i].name);
        }
        detail::generation_is_unknown(name, known);
    }

    template <detail::launched When, class Result>
    static constexpr auto is_launched(const generation_type& g, const Result& t) {
        const Result launch = g.launch.seconds_since_1970();
        if constexpr (When == detail::launched::by) {
            return launch <= t;
        } else {
            return launch < t;
        }
    }

    template <detail::launched When, class DateNumber, class Restricted>
    constexpr auto best(const basic_date<DateNumber>& when, const chip_restriction<Restricted>& only,
                        workload use) const {
        using result = typename detail::common_number_of<number_type, DateNumber, Restricted>::type;
        const result t = when.seconds_since_1970();
        const result lag = only.generations_behind;
        const result cap = only.most_performance.base_value();
        const bool capped = any_of(cap < no_limit);
        const bool limited = any_of(only.below_performance.base_value() < no_limit) ||
                             any_of(only.below_bandwidth.base_value() < no_limit);
        frontier_chip<result> found;
        for (std::size_t i = 0; i < size(); ++i) {
            const generation_type& g = generations_[i];
            if (!g.fits(use)) continue;
            detail::require_comparable(only, g);
            result better_ones(0.0);
            for (std::size_t j = 0; j < size(); ++j) {
                const generation_type& other = generations_[j];
                if (!other.fits(use)) continue;
                const auto is_better = is_launched<When>(other, t) &&
                                       result(other.performance.base_value()) > result(g.performance.base_value());
                better_ones = better_ones + select(is_better, result(1.0), result(0.0));
            }
            auto permitted = is_launched<When>(g, t) && better_ones >= lag;
            if (capped) permitted = permitted && result(g.processing_performance.base_value()) <= cap;
            if (limited) permitted = detail::below_limits<result>("frontier", permitted, only, g);
            const frontier_chip<result> chip{g.performance, g.processing_performance, g.launch,
                                             result(static_cast<double>(i))};
            found = select(permitted && chip.performance > found.performance, chip, found);
        }
        return found;
    }

    Generations generations_;
};

/// The generations in the order of their launches: `roadmap(generation{...}, generation{...})`.
/// \throws std::domain_error, naming the generation, unless launch dates ascend, names differ and each performance is
/// above zero.
template <class Name, class... Numbers>
[[nodiscard]] constexpr auto roadmap(const basic_generation<Numbers, Name>&... generations) {
    using number_type = typename detail::common_number_of<Numbers...>::type;
    using list = std::array<basic_generation<number_type, Name>, sizeof...(Numbers)>;
    return basic_roadmap<list>(list{generations.template in_number_type<number_type>()...});
}
/// From a container of generations, such as a `std::vector` filled at run time; a copy is kept.
template <detail::generation_list Generations>
[[nodiscard]] constexpr auto roadmap(const Generations& generations) {
    return basic_roadmap<Generations>(generations);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class... Generations>
    requires(!(detail::is_generation<Generations> && ...) && !(detail::generation_list<Generations> && ...))
constexpr auto roadmap(const Generations&...) {
    constexpr bool each_is_a_generation = (detail::is_generation<Generations> && ...);
    static_assert(each_is_a_generation,
                  "roadmap: every argument must be a generation, such as generation{.name = \"H100\", "
                  ".launch = date(2022y / 9 / 20), .performance = ...}");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
