// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string>
#include <string_view>

#include <headway/chip/access_rule.hpp>
#include <headway/chip/buyer.hpp>
#include <headway/source/dated_rule.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn, gnu::cold]] inline void rule_caps_a_number_of_chips(std::string_view rule) {
    throw std::domain_error(
        "rule_book: " + std::string(rule) +
        " caps a number of chips, which counts over its own time and not over that of the rules beside "
        "it; give it to buyer in a window of its own");
}
[[noreturn, gnu::cold]] inline void lag_needs_a_roadmap(const char* function, std::string_view chip,
                                                        std::string_view rule) {
    throw std::domain_error(std::string(function) + ": a lag in generations" +
                            (rule.empty() ? "" : ", as " + std::string(rule) + " asks for,") + " says of " +
                            std::string(chip) + " nothing by itself; ask for the frontier of a roadmap");
}

/// Whether one limit is kept, of a chip that may not state what it limits.
constexpr figures::admission one_limit(bool is_set, bool is_stated, bool is_kept) noexcept {
    if (!is_set) return figures::admission::yes;
    if (!is_stated) return figures::admission::unknown;
    return is_kept ? figures::admission::yes : figures::admission::no;
}
/// Of several at once.
constexpr figures::admission both(figures::admission a, figures::admission b) noexcept {
    using figures::admission;
    if (a == admission::no || b == admission::no) return admission::no;
    return a == admission::yes ? b : a;
}

/// `keeps_limits`, asked by a function about a rule.
template <class A, class B, class Name>
constexpr auto keeps_limits_of(const char* function, std::string_view rule, const access_policy<A>& policy,
                               const basic_generation<B, Name>& chip) {
    using result = common_number_t<A, B>;
    const access_policy<result> all = policy;
    const auto& only = all.restriction;
    const auto capped = only.most_performance.base_value() < no_limit;
    const result counts = chip.processing_performance.base_value();
    const auto open = only.generations_behind < no_limit && !(capped && counts > only.most_performance.base_value());
    const auto keeps = below_limits<result>(function, open, only, chip, rule);
    if (any_of(keeps && capped && counts == 0.0)) {
        generation_has_no_such_value(function, chip.name, "processing performance, which a cap is compared with", rule);
    }
    if (any_of(keeps && only.generations_behind > 0.0)) lag_needs_a_roadmap(function, chip.name, rule);
    return keeps;
}

}  // namespace detail

/// Whether a chip keeps the limits that a policy sets to it: no where it breaches one, unknown where it breaches none but does
/// not state what another one limits. A lag in generations is unknown, too: it depends on what else is launched, so it takes
/// the frontier of a roadmap. For single values, not for blocks of draws; there `keeps_limits`.
template <class A, class B, class Name>
    requires(lanes_of<A> == 1 && lanes_of<B> == 1)
[[nodiscard]] constexpr figures::admission admits(const access_policy<A>& policy,
                                                  const basic_generation<B, Name>& chip) {
    using figures::admission;
    if (policy.denies()) return admission::no;
    const auto& only = policy.restriction;
    const auto& counts = chip.processing_performance;
    const auto& bandwidth = chip.memory_bandwidth;
    const bool counted = counts.base_value() > 0.0;
    admission all = only.generations_behind > 0.0 ? admission::unknown : admission::yes;
    all = detail::both(all, detail::one_limit(only.most_performance.base_value() < no_limit, counted,
                                              counts <= only.most_performance));
    all = detail::both(all, detail::one_limit(only.below_performance.base_value() < no_limit, counted,
                                              counts < only.below_performance));
    return detail::both(all, detail::one_limit(only.below_bandwidth.base_value() < no_limit,
                                               bandwidth.base_value() > 0.0, bandwidth < only.below_bandwidth));
}

/// The same as a definite answer, of any number type; draw by draw for a block of draws.
/// \throws std::domain_error, naming the chip, where the answer is unknown.
template <class A, class B, class Name>
[[nodiscard]] constexpr auto keeps_limits(const access_policy<A>& policy, const basic_generation<B, Name>& chip) {
    return detail::keeps_limits_of("keeps_limits", {}, policy, chip);
}

/// What of a demand is let through; made by a rule book's `permitted`. As a trend: demand times the part that is let through.
template <class Demand, class Number, std::size_t Count>
class permitted_trend : public trend_base {
  public:
    constexpr permitted_trend(const Demand& demand, const std::array<basic_date<Number>, Count>& days,
                              const std::array<Number, Count>& parts)
        : demand_(demand), days_(days), parts_(parts) {}

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        return demand_(when) * part_on(when);
    }
    /// The part of the demand that is let through on a date.
    template <date_like Date>
    [[nodiscard]] constexpr auto part_on(const Date& when) const {
        using result = common_number_t<Number, detail::date_number_t<Date>>;
        const result t = detail::to_date(when).seconds_since_1970();
        result part(1.0);
        for (std::size_t i = 0; i < Count; ++i) {
            part = select(t >= result(days_[i].seconds_since_1970()), result(parts_[i]), part);
        }
        return part;
    }
    /// Part by part the integral of the demand, in closed form where it has one.
    template <class A, class B>
    [[nodiscard]] constexpr auto integral(const basic_date<A>& first, const basic_date<B>& last) const {
        using day_type = basic_date<typename detail::common_number_of<Number, A, B>::type>;
        const day_type start = first;
        const day_type end = last;
        day_type left = start;
        day_type right = min(max(day_type(days_[0]), start), end);
        auto sum = cumulative(demand_, left, right) * Number(1.0);
        for (std::size_t i = 0; i < Count; ++i) {
            left = right;
            right = i + 1 < Count ? min(max(day_type(days_[i + 1]), start), end) : end;
            sum = sum + cumulative(demand_, left, right) * parts_[i];
        }
        return sum;
    }
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        for (const auto& day : days_) visitor(day);
        detail::visit_breakpoints(demand_, visitor);
    }

  private:
    Demand demand_;
    std::array<basic_date<Number>, Count> days_;
    std::array<Number, Count> parts_;
};

/// Rules that hold beside each other, each in its time and for whom it reaches; made by `rule_book`. What binds on one day binds
/// together: limits of all, the product of the licences' shares, the sum of the levies. The product is for licences that are
/// decided apart; where one decision serves two rules, give it to one of them.
template <class Number, std::size_t Count>
class basic_rule_book {
  public:
    using number_type = Number;
    using rule_type = basic_access_rule<Number>;

    /// \throws std::domain_error, naming the rule, for one that caps a number of chips.
    constexpr explicit basic_rule_book(const std::array<rule_type, Count>& rules) : rules_(rules) {
        for (const rule_type& r : rules_) {
            const auto& policy = r.policy();
            const auto caps = policy.most_chips.base_value() < no_limit || policy.quota.base_value() < no_limit;
            if (any_of(caps && !policy.denies())) detail::rule_caps_a_number_of_chips(r.name());
        }
    }

    [[nodiscard]] constexpr std::size_t size() const noexcept { return Count; }
    [[nodiscard]] constexpr const rule_type& operator[](std::size_t place) const noexcept { return rules_[place]; }

    /// What a buyer is allowed on a date by all rules that bind it; denied where a licence is needed of which none is granted.
    template <date_like Date>
    [[nodiscard]] constexpr auto policy_on(const Date& when, const buyer_seat& seat) const {
        access_policy<common_number_t<Number, detail::date_number_t<Date>>> all;
        for (const rule_type& r : rules_) {
            if (!r.reaches(seat)) continue;
            all = select(r.binds_on(when), all & r.granted_policy(), all);
        }
        return all;
    }
    /// Whether a chip may be had on a date, three-valued. A licence that is granted to some leaves yes.
    template <date_like Date, class B, class Name>
    [[nodiscard]] constexpr figures::admission admits(const basic_generation<B, Name>& chip, const Date& when,
                                                      const buyer_seat& seat) const {
        return headway::admits(policy_on(when, seat), chip);
    }
    /// Chosen only where it is not said for whom, to say so in words.
    template <class Chip, class Date>
    constexpr figures::admission admits(const Chip&, const Date&) const {
        constexpr bool the_buyer_is_told = !std::same_as<Chip, Chip>;
        static_assert(
            the_buyer_is_told,
            "admits: after the chip and the date comes the buyer's seat, buyer_seat{.place_of_use = \"China\", "
            ".last_parent = \"China\"}");
        return figures::admission::unknown;
    }
    /// The share of applications that are granted on a date, of all licences that are needed together.
    template <date_like Date>
    [[nodiscard]] constexpr auto licence_on(const Date& when, const buyer_seat& seat) const {
        using result = common_number_t<Number, detail::date_number_t<Date>>;
        result share(1.0);
        for (const rule_type& r : rules_) {
            if (r.reaches(seat)) share = share * select(r.binds_on(when), result(r.licence()), result(1.0));
        }
        return share;
    }
    /// What states take of a sale on a date. \throws std::domain_error where shares of revenue come to 1 or more.
    template <date_like Date>
    [[nodiscard]] constexpr auto levy_on(const Date& when, const buyer_seat& seat) const {
        using result = common_number_t<Number, detail::date_number_t<Date>>;
        levy<result> all;
        for (const rule_type& r : rules_) {
            if (r.reaches(seat)) all = all + select(r.binds_on(when), levy<result>(r.levies()), levy<result>());
        }
        return all;
    }

    /// What of a demand for one chip is let through over time: nothing while a rule denies it or its limits keep the chip out,
    /// the share of licences while one is needed. What is not let through is lost. Its integral is in closed form where the
    /// demand's is. A cap on shipments then holds for what comes out: `rule.shipment_cap(home).shipped(permitted, a, b)`.
    /// \throws std::domain_error, naming the chip and the rule, where it does not state what a rule that takes effect limits.
    template <any_trend Demand, class B, class Name>
    [[nodiscard]] constexpr auto permitted(const Demand& demand, const basic_generation<B, Name>& chip,
                                           const buyer_seat& seat) const {
        using result = common_number_t<Number, B>;
        const auto days = days_in_order();
        std::array<basic_date<result>, 2 * Count> dates{};
        std::array<result, 2 * Count> parts{};
        for (std::size_t i = 0; i < 2 * Count; ++i) {
            dates[i] = days[i];
            parts[i] = result(1.0);
        }
        for (const rule_type& r : rules_) {
            if (!r.reaches(seat)) continue;
            // Where it never takes effect it asks nothing of the chip.
            const auto policy = select(r.takes_effect(), access_policy<result>(r.policy()), access_policy<result>());
            const auto keeps = detail::keeps_limits_of("permitted", r.name(), policy, chip);
            const result part = select(keeps, result(r.licence()), result(0.0));
            for (std::size_t i = 0; i < 2 * Count; ++i) {
                parts[i] = parts[i] * select(r.binds_on(days[i]), part, result(1.0));
            }
        }
        return permitted_trend<Demand, result, 2 * Count>(demand, dates, parts);
    }

    /// The buyer under the rules, for `frontier`, `frontier_held`, `usable` and `purchases`: windows between the days on which a
    /// rule begins or ends to bind, in each of which all hold that bind then. A licence of which none is granted is a denial,
    /// and one of which some are granted is none; caps on shipments are not among what a window can hold. The name must live as
    /// long as the buyer.
    [[nodiscard]] constexpr auto buyer(std::string_view name, const buyer_seat& seat) const {
        const auto days = days_in_order();
        std::array<access_window<Number>, 2 * Count> windows{};
        for (std::size_t i = 0; i < 2 * Count; ++i) {
            const auto until = i + 1 < 2 * Count ? days[i + 1] : basic_date<Number>::never();
            windows[i] = {days[i], until, policy_on(days[i], seat)};
        }
        return basic_buyer<std::array<access_window<Number>, 2 * Count>>(name, access_policy<Number>(unrestricted()),
                                                                         windows);
    }

  private:
    /// The days on which a rule begins or ends to bind, in their order, in each draw; also of those that never do.
    constexpr auto days_in_order() const {
        std::array<basic_date<Number>, 2 * Count> days{};
        for (std::size_t i = 0; i < Count; ++i) {
            days[2 * i] = rules_[i].binds_from();
            days[2 * i + 1] = rules_[i].until();
        }
        for (std::size_t round = 1; round < days.size(); ++round) {
            for (std::size_t i = days.size() - 1; i >= round; --i) {
                const auto earlier = min(days[i - 1], days[i]);
                days[i] = max(days[i - 1], days[i]);
                days[i - 1] = earlier;
            }
        }
        return days;
    }

    std::array<rule_type, Count> rules_;
};

/// The rules that hold beside each other: `rule_book(h200_rule, duty, customs_block)`.
/// \throws std::domain_error, naming the rule, for one that caps a number of chips.
template <class... Numbers>
    requires(sizeof...(Numbers) > 0)
[[nodiscard]] constexpr auto rule_book(const basic_access_rule<Numbers>&... rules) {
    using number_type = typename detail::common_number_of<Numbers...>::type;
    using list = std::array<basic_access_rule<number_type>, sizeof...(Numbers)>;
    return basic_rule_book<number_type, sizeof...(Numbers)>(list{rules.template in_number_type<number_type>()...});
}

namespace detail {

template <class T>
inline constexpr bool is_access_rule = false;
template <class Number>
inline constexpr bool is_access_rule<basic_access_rule<Number>> = true;

}  // namespace detail

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class... Rules>
    requires(sizeof...(Rules) == 0 || !(detail::is_access_rule<Rules> && ...))
constexpr auto rule_book(const Rules&...) {
    constexpr bool each_is_a_rule = sizeof...(Rules) > 0 && (detail::is_access_rule<Rules> && ...);
    static_assert(each_is_a_rule,
                  "rule_book: every argument must be a rule, such as access_rule_of(figures::since::h200_rule) or "
                  "access_rule(\"embargo\", 2025y / 5 / 15, "
                  "date::never(), denied()); there must be at least one");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
