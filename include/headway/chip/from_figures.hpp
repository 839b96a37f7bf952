// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <headway/chip/rule_book.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn, gnu::cold]] inline void chip_facts_lack(const char* function, std::string_view id,
                                                    const std::string& what) {
    throw std::domain_error(std::string(function) + ": " + std::string(id) + " states no " + what +
                            "; add it to a copy of the facts, with its source");
}
[[noreturn, gnu::cold]] inline void levy_needs_a_base(std::string_view id, double share) {
    throw std::domain_error(
        "access_rule_of: " + std::string(id) + " takes a levy of " + number_text(share) +
        "; say of what, levy_base::price (a duty on top of it) or levy_base::revenue (out of the seller's)");
}
[[noreturn, gnu::cold]] inline void rule_takes_no_levy(std::string_view id) {
    throw std::domain_error("access_rule_of: " + std::string(id) +
                            " takes no levy; leave out what it would be a share of");
}
[[noreturn, gnu::cold]] inline void limit_lies_between_two_copies(std::string_view rule, std::string_view chip,
                                                                  const char* what) {
    throw std::domain_error("keeps_limits: the limit of " + std::string(rule) + " lies between the two values of " +
                            what + " that " + std::string(chip) + " states; choose one of them in a copy of the facts");
}

/// Stated, and of copies that differ all on one side of the limit.
template <class Quantity>
constexpr void require_definite(const figures::dated_rule& rule, const figures::chip_facts& chip, const char* what,
                                const figures::stated_range<Quantity>& range, const Quantity& limit) {
    if (limit.base_value() == 0.0) return;
    if (!range.is_stated()) {
        chip_facts_lack("keeps_limits", chip.id, std::string(what) + ", which " + std::string(rule.id) + " limits");
    }
    if (range.low() < limit && range.high() >= limit) limit_lies_between_two_copies(rule.id, chip.id, what);
}

}  // namespace detail

/// What a levy of a dated rule is a share of.
enum class levy_base {
    price,    ///< on top of the price, a duty
    revenue,  ///< out of what the seller takes in
};

/// The generation that models take, from the facts of a data sheet: name, performance at operands of 4, 8 or 16 bits, processing
/// performance, launch in the middle of the span in which sales or deliveries began (`with_launch` for another day), and where
/// they are stated, power and memory bandwidth. Of a quantity of which copies differ, the middle.
/// \throws std::domain_error, naming the chip, where it does not state performance at that length or when it was first sold.
[[nodiscard]] constexpr generation generation_of(const figures::chip_facts& chip, int bits) {
    const bool there = (bits == 4 && chip.at_4_bits.is_stated()) || (bits == 8 && chip.at_8_bits.is_stated()) ||
                       (bits == 16 && chip.at_16_bits.is_stated());
    if (!there) {
        detail::chip_facts_lack("generation_of", chip.id, "performance at " + std::to_string(bits) + " bits");
    }
    if (!chip.first_sales.is_stated()) detail::chip_facts_lack("generation_of", chip.id, "time of first sales");
    generation g{.name = chip.words,
                 .launch = chip.first_sales.earliest + 0.5 * (chip.first_sales.latest - chip.first_sales.earliest),
                 .performance = chip.performance_at(bits).middle(),
                 .processing_performance = chip.processing_performance().middle()};
    if (chip.power.is_stated()) g.power = chip.power.middle();
    if (chip.memory_bandwidth.is_stated()) g.memory_bandwidth = chip.memory_bandwidth.middle();
    return g;
}

/// The memory bandwidth of the facts, as a quantity that must be there.
/// \throws std::domain_error, naming the chip, where it is not stated.
[[nodiscard]] constexpr quantity<detail::bandwidth_per_chip> memory_bandwidth_of(const figures::chip_facts& chip) {
    if (!chip.memory_bandwidth.is_stated()) {
        detail::chip_facts_lack("memory_bandwidth_of", chip.id, "memory bandwidth");
    }
    return chip.memory_bandwidth.middle();
}

/// Whether a chip as its data sheet has it keeps the limits of a policy, such as a rule book's on a date: `unknown` also where
/// the limit lies between the two values of copies that differ.
[[nodiscard]] constexpr figures::admission admits(const access_policy<double>& policy,
                                                  const figures::chip_facts& chip) {
    generation low{.name = chip.words};
    generation high = low;
    if (chip.states_performance()) {
        low.processing_performance = chip.processing_performance().low();
        high.processing_performance = chip.processing_performance().high();
    }
    low.memory_bandwidth = chip.memory_bandwidth.low();  // 0 where it is not stated
    high.memory_bandwidth = chip.memory_bandwidth.high();
    const figures::admission of_low = admits(policy, low);
    return of_low == admits(policy, high) ? of_low : figures::admission::unknown;
}

/// Whether a chip keeps the limits of a rule, both as the sources have them: `admits` as a definite answer.
/// \throws std::domain_error where that is unknown, naming chip and quantity, and for a rule without limits.
[[nodiscard]] constexpr bool keeps_limits(const figures::dated_rule& rule, const figures::chip_facts& chip) {
    const figures::admission known = figures::admits(rule, chip);
    if (known == figures::admission::unknown) {
        detail::require_definite(rule, chip, "performance",
                                 chip.states_performance() ? chip.processing_performance()
                                                           : decltype(chip.processing_performance()){},
                                 rule.below_processing_performance);
        detail::require_definite(rule, chip, "memory bandwidth", chip.memory_bandwidth, rule.below_memory_bandwidth);
    }
    return known == figures::admission::yes;
}

/// The rule that models take, from a dated rule: its id as the name, its three dates, limits to chips and share of home
/// shipments. What the data say in words only is the user's to add: `with_policy(denied())`, `with_licence`, `reaching`.
/// \throws std::domain_error, naming it, for a rule with a levy: say of what.
[[nodiscard]] constexpr basic_access_rule<double> access_rule_of(const figures::dated_rule& rule) {
    if (rule.levy != 0.0) detail::levy_needs_a_base(rule.id, rule.levy);
    access_policy<double> policy;
    if (rule.below_processing_performance.base_value() > 0.0) {
        policy = policy & performance_below(rule.below_processing_performance);
    }
    if (rule.below_memory_bandwidth.base_value() > 0.0) policy = policy & bandwidth_below(rule.below_memory_bandwidth);
    const auto made = access_rule(rule.id, rule.from, rule.until, policy).binding_from(rule.binds_from);
    return rule.most_share_of_home_shipments > 0.0 ? made.with_share_of_home(rule.most_share_of_home_shipments) : made;
}
/// With its levy. \throws std::domain_error, naming it, for a rule without one.
[[nodiscard]] constexpr basic_access_rule<double> access_rule_of(const figures::dated_rule& rule, levy_base base) {
    if (rule.levy == 0.0) detail::rule_takes_no_levy(rule.id);
    figures::dated_rule without = rule;
    without.levy = 0.0;
    return access_rule_of(without).with_levy(base == levy_base::price ? duty_on_price(rule.levy)
                                                                      : share_of_revenue(rule.levy));
}

}  // namespace headway

#include <headway/header_end.hpp>
