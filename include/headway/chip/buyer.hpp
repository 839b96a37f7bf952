// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string_view>

#include <headway/chip/access_window.hpp>
#include <headway/trend/cumulative.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn]] inline void windows_overlap(std::string_view name, double until, double next) {
    throw std::domain_error("buyer: windows must follow one another, got for " + std::string(name) +
                            " one that starts on " + iso_text(next) + " after one that ends on " + iso_text(until));
}
[[noreturn]] inline void purchases_run_backwards(double first, double last) {
    throw std::domain_error("purchases: the last date must not be before the first (" + iso_text(first) + "), got " +
                            iso_text(last));
}

}  // namespace detail

/// A buyer of chips, such as a country, and what it is allowed when; made by `buyer`.
template <detail::window_list Windows>
class basic_buyer {
    using window_type = std::remove_cvref_t<decltype(std::declval<const Windows&>()[0])>;

  public:
    using policy_type = decltype(window_type::policy);
    using number_type = std::remove_cvref_t<decltype(policy_type{}.restriction.generations_behind)>;

    /// \throws std::domain_error, naming the buyer, for windows that overlap or are out of order.
    constexpr basic_buyer(std::string_view name, const policy_type& otherwise, const Windows& windows)
        : name_(name), otherwise_(otherwise), windows_(windows) {
        for (std::size_t i = 1; i < windows_.size(); ++i) {
            for (int draw = 0; draw < lanes_of<number_type>; ++draw) {
                const double end = value_at(windows_[i - 1].until.seconds_since_1970(), draw);
                const double next = value_at(windows_[i].from.seconds_since_1970(), draw);
                if (!(end <= next)) detail::windows_overlap(name, end, next);
            }
        }
    }

    [[nodiscard]] constexpr std::string_view name() const noexcept { return name_; }
    [[nodiscard]] constexpr const Windows& windows() const noexcept { return windows_; }

    /// What the buyer is allowed on a date.
    template <date_like Date>
    [[nodiscard]] constexpr auto policy_on(const Date& when) const {
        using result = common_number_t<number_type, detail::date_number_t<Date>>;
        const result t = detail::to_date(when).seconds_since_1970();
        access_policy<result> policy = otherwise_;
        for (std::size_t i = 0; i < windows_.size(); ++i) {
            const auto valid = t >= result(windows_[i].from.seconds_since_1970()) &&
                               t < result(windows_[i].until.seconds_since_1970());
            policy = select(valid, access_policy<result>(windows_[i].policy), policy);
        }
        return policy;
    }

    /// The best chip that the buyer can get on a date, of a roadmap's: what it can rent, too.
    template <class Roadmap, date_like Date>
    [[nodiscard]] constexpr auto frontier(const Roadmap& roadmap, const Date& when,
                                          workload use = workload::any) const {
        const auto on = detail::to_date(when);
        return roadmap.frontier(on, policy_on(on).restriction, use);
    }
    /// The best chip that the buyer can have bought by a date. Physical chips stay when access ends, so it never falls.
    template <class Roadmap, date_like Date>
    [[nodiscard]] constexpr auto frontier_held(const Roadmap& roadmap, const Date& when,
                                               workload use = workload::any) const {
        const auto on = detail::to_date(when);
        auto best = frontier(roadmap, on, use);
        using result = std::remove_cvref_t<decltype(best.place)>;
        const result t = on.seconds_since_1970();
        const auto consider = [&](const result& period_from, const result& until, const auto& policy) {
            // Nothing was bought in a period of no length, or in one that has not begun.
            const auto counts = period_from < until && period_from < t;
            const result last = select(counts, min(until, t), t);
            const auto held =
                roadmap.frontier_before(basic_date<result>::from_seconds_since_1970(last), policy.restriction, use);
            best = select(counts, better_of(best, held), best);
        };
        result free_from(-no_limit);
        for (std::size_t i = 0; i < windows_.size(); ++i) {
            const result from = windows_[i].from.seconds_since_1970();
            consider(free_from, from, otherwise_);
            free_from = windows_[i].until.seconds_since_1970();
            consider(from, free_from, windows_[i].policy);
        }
        consider(free_from, result(no_limit), otherwise_);
        return best;
    }

    /// The chips that the buyer can use: those it owns, and those it rents unless access is denied on the date.
    template <date_like Date, class Owned, class Rented>
    [[nodiscard]] constexpr auto usable(const Date& when, const quantity<dim::chips, Owned>& owned,
                                        const quantity<dim::chips, Rented>& rented) const {
        detail::require_not_negative("usable", "chips owned", owned.base_value());
        detail::require_not_negative("usable", "chips rented", rented.base_value());
        const auto policy = policy_on(when);
        using result =
            typename detail::common_number_of<std::remove_cvref_t<decltype(policy.restriction.generations_behind)>,
                                              Owned, Rented>::type;
        const access_policy<result> now = policy;
        return owned + select(now.denies(), quantity<dim::chips, result>{}, quantity<dim::chips, result>(rented));
    }

    /// The chips bought from a date to another by who wants `demand` chips per time, a trend: what each policy lets
    /// through while it is valid, at most its cap in chips of this kind; a policy that restricts only quality lets all
    /// through. The cap of the policy outside the windows counts anew for each stretch between them, and what was
    /// bought before the first date counts against none.
    /// \param per_chip what a chip counts against a quota; 0 for not stated, where there is no quota. Who is denied buys
    /// nothing, whatever it is.
    /// \throws std::domain_error for dates out of order and for a chip that counts nothing while there is a quota.
    template <any_trend Demand, class PerChip, date_like First, date_like Last>
    [[nodiscard]] constexpr auto purchases(const Demand& demand,
                                           const quantity<detail::processing_performance_per_chip, PerChip>& per_chip,
                                           const First& first, const Last& last) const {
        using result =
            typename detail::common_number_of<number_type, trend_number_t<Demand>, PerChip,
                                              detail::date_number_t<First>, detail::date_number_t<Last>>::type;
        using chips = quantity<dim::chips, result>;
        using when = basic_date<result>;
        const when start = detail::to_date(first);
        const when end = detail::to_date(last);
        for (int i = 0; i < lanes_of<result>; ++i) {
            const double from = value_at(start.seconds_since_1970(), i);
            const double to = value_at(end.seconds_since_1970(), i);
            if (!(from <= to)) detail::purchases_run_backwards(from, to);
        }
        chips bought{};
        const auto add = [&](const when& from, const when& until, const policy_type& policy) {
            const when left = min(max(from, start), end);
            const when right = max(left, min(until, end));
            const chips wanted = cumulative(demand, left, right);
            // A policy that is not valid in the time asked about has no say, nor asks what a chip counts.
            const auto valid = left < right;
            const auto in_force = select(valid, access_policy<result>(policy), access_policy<result>(unrestricted()));
            bought = bought + min(wanted, chips(in_force.chips_of(per_chip)));
        };
        when free_from = start;
        for (std::size_t i = 0; i < windows_.size(); ++i) {
            add(free_from, windows_[i].from, otherwise_);
            free_from = windows_[i].until;
            add(windows_[i].from, free_from, windows_[i].policy);
        }
        add(free_from, end, otherwise_);
        return bought;
    }

  private:
    std::string_view name_;
    policy_type otherwise_;
    Windows windows_;
};

/// A buyer with a policy for the time outside the windows, and the windows in their order:
/// `buyer("tier 2", unrestricted(), during(2025y / 5 / 15, date::never(), generations_behind(1)))`. The name must live
/// as long as the buyer. \throws std::domain_error, naming the buyer, for windows that overlap or are out of order.
template <class Number, class... Numbers>
[[nodiscard]] constexpr auto buyer(std::string_view name, const access_policy<Number>& otherwise,
                                   const access_window<Numbers>&... windows) {
    using number_type = typename detail::common_number_of<Number, Numbers...>::type;
    using list = std::array<access_window<number_type>, sizeof...(Numbers)>;
    return basic_buyer<list>(name, otherwise,
                             list{access_window<number_type>{windows.from, windows.until, windows.policy}...});
}
/// With a container of windows, such as a `std::vector` filled at run time; a copy is kept.
template <class Number, detail::window_list Windows>
[[nodiscard]] constexpr auto buyer(std::string_view name, const access_policy<Number>& otherwise,
                                   const Windows& windows) {
    return basic_buyer<Windows>(name, otherwise, windows);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Name, class Otherwise, class... Windows>
    requires(!detail::is_access_policy<Otherwise> ||
             !((detail::is_access_window<Windows> && ...) || (detail::window_list<Windows> && ...)))
constexpr auto buyer(const Name&, const Otherwise&, const Windows&...) {
    static_assert(detail::is_access_policy<Otherwise>,
                  "buyer: the second argument must be the policy outside all windows, such as unrestricted()");
    static_assert(!detail::is_access_policy<Otherwise>,
                  "buyer: after the policy come windows, such as during(2025y / 5 / 15, date::never(), denied())");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
