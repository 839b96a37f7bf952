// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/source/chip_facts.hpp>
#include <headway/trend/amount.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures {

/// What a rule says, with its validity. A limit is unset (0) where the rule has none of that kind; all that are set hold at
/// once.
struct rule_terms {
    /// The day on which it is issued, reported or announced.
    date from{};
    /// The day on which it ends, excluded; never where no end is known.
    date until = date::never();
    /// The day from which it binds, where that is not `from`; never for what is not law.
    date binds_from{};
    /// Chips stay below these.
    quantity<detail::processing_performance_per_chip> below_processing_performance{};
    quantity<detail::bandwidth_per_chip> below_memory_bandwidth{};
    /// Shipments to the buyer as a share of those to the home market, at most.
    double most_share_of_home_shipments = 0.0;
    /// What the state takes of price or revenue, as a share.
    double levy = 0.0;
    /// Part that must come from the home country.
    double home_content = 0.0;
};

/// Whether a chip keeps the limits of a rule.
enum class admission {
    no,       ///< one limit is not kept
    yes,      ///< all are kept
    unknown,  ///< those that can be compared are kept, but the chip does not state what another one limits
};

[[nodiscard]] constexpr std::string_view to_text(admission a) noexcept {
    switch (a) {
    case admission::no:
        return "no";
    case admission::yes:
        return "yes";
    case admission::unknown:
        return "unknown";
    }
    return "";
}

namespace detail {

[[noreturn, gnu::cold]] inline void rule_ends_before_it_starts(std::string_view id, const date& from, const date& until) {
    throw std::domain_error("dated_rule: " + std::string(id) + " must end after it starts, got " +
                            headway::detail::iso_text(from.seconds_since_1970()) + " to " +
                            headway::detail::iso_text(until.seconds_since_1970()) +
                            "; give from, then until, and date::never() for no end");
}
[[noreturn, gnu::cold]] inline void rule_binds_before_it_is_issued(std::string_view id, const date& from, const date& binds) {
    throw std::domain_error("dated_rule: " + std::string(id) + " must not bind before it is issued, got " +
                            headway::detail::iso_text(binds.seconds_since_1970()) + " before " +
                            headway::detail::iso_text(from.seconds_since_1970()));
}
[[noreturn, gnu::cold]] inline void share_of_rule_is_above_one(std::string_view id, const char* what, double got) {
    throw std::domain_error("dated_rule: the " + std::string(what) + " of " + std::string(id) +
                            " must be a share between 0 and 1, got " + headway::detail::number_text(got));
}
[[noreturn, gnu::cold]] inline void rule_limits_no_chip(std::string_view id) {
    throw std::domain_error("admits: " + std::string(id) +
                            " limits neither processing performance nor memory bandwidth of a chip");
}

/// yes when all of the range is below the limit, no when none of it is, else unknown.
template <class Quantity>
[[nodiscard]] constexpr admission is_below(const stated_range<Quantity>& range, const Quantity& limit) noexcept {
    if (!range.is_stated()) return admission::unknown;
    if (range.high() < limit) return admission::yes;
    return range.low() < limit ? admission::unknown : admission::no;
}

}  // namespace detail

/// A rule of access with its dates; a figure of many numbers, whose words say it.
/// \throws std::domain_error for a rule that ends before it starts, a share outside 0 to 1 and a negative limit.
struct dated_rule : figure_info, rule_terms {
    constexpr dated_rule(const rule_terms& terms, const figure_info& info) : figure_info(info), rule_terms(terms) {
        if (!(from < until)) detail::rule_ends_before_it_starts(id, from, until);
        if (binds_from == date{}) binds_from = from;
        if (!(from <= binds_from)) detail::rule_binds_before_it_is_issued(id, from, binds_from);
        headway::detail::require_not_negative("dated_rule", "limit in TPP per chip",
                                              below_processing_performance.base_value());
        headway::detail::require_not_negative("dated_rule", "limit of bandwidth", below_memory_bandwidth.base_value());
        const auto require_share = [&](const char* subject, double share) {
            if (!(share >= 0.0 && share <= 1.0)) detail::share_of_rule_is_above_one(id, subject, share);
        };
        require_share("share of home shipments", most_share_of_home_shipments);
        require_share("levy", levy);
        require_share("home content", home_content);
    }

    /// It binds before it ends.
    [[nodiscard]] constexpr bool takes_effect() const noexcept { return binds_from < until; }
    [[nodiscard]] constexpr bool binds_on(const date& day) const noexcept { return binds_from <= day && day < until; }
    [[nodiscard]] constexpr bool limits_chips() const noexcept {
        return below_processing_performance.base_value() > 0.0 || below_memory_bandwidth.base_value() > 0.0;
    }
};

/// Whether a chip keeps the limits that a rule sets to a chip, all at once; unknown where none that can be compared is
/// breached and the chip does not state one of the quantities, or only ends between which the limit lies.
/// \throws std::domain_error for a rule without such a limit.
[[nodiscard]] constexpr admission admits(const dated_rule& rule, const chip_facts& chip) {
    if (!rule.limits_chips()) detail::rule_limits_no_chip(rule.id);
    admission all = admission::yes;
    const auto hold = [&](admission one) {
        if (one == admission::no || (one == admission::unknown && all == admission::yes)) all = one;
    };
    if (rule.below_processing_performance.base_value() > 0.0) {
        hold(chip.states_performance()
                 ? detail::is_below(chip.processing_performance(), rule.below_processing_performance)
                 : admission::unknown);
    }
    if (rule.below_memory_bandwidth.base_value() > 0.0 && all != admission::no) {
        hold(detail::is_below(chip.memory_bandwidth, rule.below_memory_bandwidth));
    }
    return all;
}

}  // namespace headway::figures

#include <headway/header_end.hpp>
