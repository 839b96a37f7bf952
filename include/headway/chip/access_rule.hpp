// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string>
#include <string_view>

#include <headway/chip/access_window.hpp>
#include <headway/chip/shipment_cap.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Which fact of a buyer a rule asks for.
enum class rule_reach {
    place_of_use,       ///< where the chips are used
    last_parent,        ///< where the company sits that owns the buyer in the end: headquarters
    either,             ///< one of the two is enough
    last_parent_alone,  ///< headquarters there, while the chips are used elsewhere
};

/// Where a buyer is, two facts that may differ: a data centre in Malaysia whose last parent sits in China.
struct buyer_seat {
    std::string_view place_of_use{};
    std::string_view last_parent{};
};

namespace detail {

[[noreturn, gnu::cold]] inline void access_rule_ends_before_it_starts(std::string_view name, double from,
                                                                      double until) {
    throw std::domain_error("access_rule: " + std::string(name) + " must end after it starts, got " + iso_text(from) +
                            " to " + iso_text(until) + "; give from, then until, and date::never() for no end");
}
[[noreturn, gnu::cold]] inline void access_rule_binds_too_early(std::string_view name, double from, double binds) {
    throw std::domain_error("access_rule: " + std::string(name) + " must not bind before it is issued (" +
                            iso_text(from) + "), got " + iso_text(binds));
}
[[noreturn, gnu::cold]] inline void access_rule_needs_a_share(std::string_view name, const char* what, double got) {
    throw std::domain_error("access_rule: the " + std::string(what) + " of " + std::string(name) +
                            " must be a share between 0 and 1, got " + number_text(got));
}
[[noreturn, gnu::cold]] inline void access_rule_caps_no_share(std::string_view name) {
    throw std::domain_error("shipment_cap: " + std::string(name) +
                            " caps no share of home shipments; give it one with with_share_of_home");
}
[[noreturn, gnu::cold]] inline void rule_never_binds(std::string_view name, double binds, double until) {
    throw std::domain_error("shipment_cap: " + std::string(name) + " never takes effect (it would bind from " +
                            iso_text(binds) + " and ends on " + iso_text(until) + "), so it caps nothing");
}
[[noreturn, gnu::cold]] inline void buyer_tells_not_where(std::string_view rule, const char* what) {
    throw std::domain_error("access_rule: " + std::string(rule) + " asks for the " + what +
                            " of a buyer, which is not stated; give it to buyer_seat");
}

}  // namespace detail

/// A rule of access as it is written: what it says, for whom, from when and until when; made by `access_rule`, or from a dated
/// rule of `figures` by `access_rule_of`. `with_...` give the same rule with one thing changed, of any number type.
///
/// Three dates: it is issued on one, binds from another (the same unless said), and ends before the third. A rule that ends
/// before it would bind never takes effect, and binds nobody.
///
/// A licence is told as the share of applications that are granted, from 0 to 1. Where one decision is for all, draw it:
/// `with_licence(in[granted])` with `granted` an assumption of `bernoulli(p)`, which is 0 or 1 in each draw.
template <class Number>
class basic_access_rule {
  public:
    using number_type = Number;

    constexpr basic_access_rule(std::string_view name, const basic_date<Number>& from, const basic_date<Number>& until,
                                const access_policy<Number>& policy)
        : name_(name), from_(from), until_(until), binds_from_(from), policy_(policy) {
        detail::require_real_date("access_rule", "day on which a rule is issued", from);
        for (int i = 0; i < lanes_of<Number>; ++i) {
            const double start = value_at(from.seconds_since_1970(), i);
            const double end = value_at(until.seconds_since_1970(), i);
            if (!(start < end)) detail::access_rule_ends_before_it_starts(name, start, end);
        }
    }

    [[nodiscard]] constexpr std::string_view name() const noexcept { return name_; }
    [[nodiscard]] constexpr const basic_date<Number>& from() const noexcept { return from_; }
    [[nodiscard]] constexpr const basic_date<Number>& until() const noexcept { return until_; }
    [[nodiscard]] constexpr const basic_date<Number>& binds_from() const noexcept { return binds_from_; }
    /// What the buyer may have while the rule binds.
    [[nodiscard]] constexpr const access_policy<Number>& policy() const noexcept { return policy_; }
    /// Most that may be shipped, as a share of what is shipped to the home market; infinite for no such cap.
    [[nodiscard]] constexpr const Number& share_of_home() const noexcept { return share_of_home_; }
    /// Share of applications that are granted; 1 where no licence is needed.
    [[nodiscard]] constexpr const Number& licence() const noexcept { return licence_; }
    [[nodiscard]] constexpr const levy<Number>& levies() const noexcept { return levies_; }

    /// The same rule held in another number type.
    template <class Other>
    [[nodiscard]] constexpr auto in_number_type() const {
        basic_access_rule<Other> copy(name_, from_, until_, policy_);
        copy.binds_from_ = binds_from_;
        copy.share_of_home_ = share_of_home_;
        copy.licence_ = licence_;
        copy.levies_ = levies_;
        copy.reach_ = reach_;
        copy.places_ = places_;
        copy.place_count_ = place_count_;
        return copy;
    }
    template <class Other>
    [[nodiscard]] constexpr auto with_policy(const access_policy<Other>& policy) const {
        auto copy = in_number_type<common_number_t<Number, Other>>();
        copy.policy_ = policy;
        return copy;
    }
    /// It binds from this day, which may be after its end or never. \throws std::domain_error for a day before it is issued.
    template <date_like Day>
    [[nodiscard]] constexpr auto binding_from(const Day& day) const {
        auto copy = in_number_type<common_number_t<Number, detail::date_number_t<Day>>>();
        copy.binds_from_ = detail::to_date(day);
        for (int i = 0; i < lanes_of<typename decltype(copy)::number_type>; ++i) {
            const double start = value_at(copy.from_.seconds_since_1970(), i);
            const double binds = value_at(copy.binds_from_.seconds_since_1970(), i);
            if (!(start <= binds)) detail::access_rule_binds_too_early(name_, start, binds);
        }
        return copy;
    }
    /// \throws std::domain_error, naming the rule, for a share below 0 or above 1.
    template <detail::amount Share>
    [[nodiscard]] constexpr auto with_share_of_home(const Share& most) const {
        auto copy = in_number_type<common_number_t<Number, detail::number_of<Share>>>();
        copy.share_of_home_ = require_share("share of home shipments", detail::base_of_dimension<dimensionless>(most));
        return copy;
    }
    /// \throws std::domain_error, naming the rule, for a share below 0 or above 1.
    template <detail::amount Share>
    [[nodiscard]] constexpr auto with_licence(const Share& granted) const {
        auto copy = in_number_type<common_number_t<Number, detail::number_of<Share>>>();
        copy.licence_ =
            require_share("share of licences that are granted", detail::base_of_dimension<dimensionless>(granted));
        return copy;
    }
    template <class Other>
    [[nodiscard]] constexpr auto with_levy(const levy<Other>& taken) const {
        auto copy = in_number_type<common_number_t<Number, Other>>();
        copy.levies_ = taken;
        return copy;
    }
    /// Chosen only for arguments of the wrong kind, to say so in words.
    template <class Other>
    constexpr basic_access_rule with_levy(const Other&) const {
        constexpr bool it_is_a_levy = std::same_as<Other, levy<Number>>;
        static_assert(
            it_is_a_levy,
            "with_levy: say on whom it falls: duty_on_price(0.25), of the buyer, or share_of_revenue(0.25), of the "
            "seller");
        return *this;
    }
    /// It binds only buyers of whom this fact is one of these places: `reaching(rule_reach::last_parent, "China", "Macau")`;
    /// without it, everybody. The names must live as long as the rule.
    template <std::convertible_to<std::string_view>... Places>
    [[nodiscard]] constexpr basic_access_rule reaching(rule_reach by, const Places&... places) const {
        static_assert(sizeof...(Places) >= 1 && sizeof...(Places) <= most_places,
                      "reaching: after the fact come one to eight places, such as \"China\", \"Macau\"");
        basic_access_rule copy = *this;
        copy.reach_ = by;
        copy.places_ = {std::string_view(places)...};
        copy.place_count_ = sizeof...(Places);
        return copy;
    }

    /// It binds before it ends; draw by draw for a block of draws.
    [[nodiscard]] constexpr auto takes_effect() const noexcept {
        return binds_from_.seconds_since_1970() < until_.seconds_since_1970();
    }
    template <date_like Date>
    [[nodiscard]] constexpr auto binds_on(const Date& when) const {
        using result = common_number_t<Number, detail::date_number_t<Date>>;
        const result t = detail::to_date(when).seconds_since_1970();
        return result(binds_from_.seconds_since_1970()) <= t && t < result(until_.seconds_since_1970());
    }
    /// Whether a buyer there is among those whom it binds while it does.
    /// \throws std::domain_error, naming the rule, where the buyer does not state the fact that it asks for.
    [[nodiscard]] constexpr bool reaches(const buyer_seat& seat) const {
        if (place_count_ == 0) return true;
        const bool used = reach_ != rule_reach::last_parent && is_listed(seat.place_of_use, "place of use");
        const bool owned =
            reach_ != rule_reach::place_of_use && is_listed(seat.last_parent, "place of the last parent");
        return reach_ == rule_reach::last_parent_alone ? owned && !used : used || owned;
    }

    /// The rule as the window of one buyer, with a licence of which no application is granted as a denial: for a buyer to whom
    /// no other rule applies. Empty where it never takes effect.
    [[nodiscard]] constexpr access_window<Number> window() const {
        return {binds_from_, max(binds_from_, until_), granted_policy()};
    }
    /// The policy, or a denial where no application is granted.
    [[nodiscard]] constexpr access_policy<Number> granted_policy() const {
        return select(licence_ > 0.0, policy_, access_policy<Number>(denied()));
    }
    /// The cap on shipments that it sets, given what is shipped to the home market per time.
    /// \throws std::domain_error, naming the rule, where it sets none and where it never takes effect.
    template <any_trend Home>
    [[nodiscard]] constexpr auto shipment_cap(const Home& home) const {
        if (!all_of(share_of_home_ < no_limit)) detail::access_rule_caps_no_share(name_);
        for (int i = 0; i < lanes_of<Number>; ++i) {
            const double binds = value_at(binds_from_.seconds_since_1970(), i);
            const double end = value_at(until_.seconds_since_1970(), i);
            if (!(binds < end)) detail::rule_never_binds(name_, binds, end);
        }
        return basic_shipment_cap<Number, Home>(share_of_home_, home, binds_from_, until_);
    }

  private:
    template <class>
    friend class basic_access_rule;
    static constexpr std::size_t most_places = 8;

    template <class Share>
    constexpr const Share& require_share(const char* subject, const Share& share) const {
        if (!all_of(share >= 0.0 && share <= 1.0)) {
            detail::access_rule_needs_a_share(
                name_, subject, detail::offender(share, [](double x) { return !(x >= 0.0 && x <= 1.0); }));
        }
        return share;
    }
    constexpr bool is_listed(std::string_view place, const char* subject) const {
        if (place.empty()) detail::buyer_tells_not_where(name_, subject);
        for (std::size_t i = 0; i < place_count_; ++i) {
            if (places_[i] == place) return true;
        }
        return false;
    }

    std::string_view name_;
    basic_date<Number> from_;
    basic_date<Number> until_;
    basic_date<Number> binds_from_;
    access_policy<Number> policy_;
    Number share_of_home_{no_limit};
    Number licence_{1.0};
    levy<Number> levies_{};
    rule_reach reach_ = rule_reach::place_of_use;
    std::array<std::string_view, most_places> places_{};
    std::size_t place_count_ = 0;
};

/// A rule from the day on which it is issued to before that on which it ends, `date::never()` for none:
/// `access_rule("like the H200", 2026y / 1 / 15, date::never(), performance_below(21'000.0 * tpp / chip))`. The name must live as
/// long as the rule. \throws std::domain_error, naming it, for a rule that ends before it starts.
template <date_like From, date_like Until, class Number>
[[nodiscard]] constexpr auto access_rule(std::string_view name, const From& from, const Until& until,
                                         const access_policy<Number>& policy) {
    using number_type =
        typename detail::common_number_of<detail::date_number_t<From>, detail::date_number_t<Until>, Number>::type;
    return basic_access_rule<number_type>(name, detail::to_date(from), detail::to_date(until), policy);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class From, class Until, class Policy>
    requires(!(date_like<From> && date_like<Until> && detail::is_access_policy<Policy>))
constexpr auto access_rule(std::string_view, const From&, const Until&, const Policy&) {
    static_assert(date_like<From> && date_like<Until>, "access_rule: after the name come two dates, from and until");
    static_assert(detail::is_access_policy<Policy>,
                  "access_rule: the last argument must be a policy, such as denied() or performance_below(...)");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
