// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/pool_quantiles.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
component_list quantile_pool::pooled() const {
    const component_list& first = *beliefs_.front().parts;
    if (std::all_of(beliefs_.begin(), beliefs_.end(), [&](const pooled_belief& b) { return *b.parts == first; })) {
        return first;
    }
    if (const auto closed = closed_form(); closed.functions != nullptr) return closed;
    return on_the_grid();
}
HEADWAY_INSTANTIATE(component_list quantile_pool::pooled<>() const);

template <class>
void quantile_pool::check() const {
    if (beliefs_.empty()) maker_.refuse("there are no beliefs; give at least one");
    if (!(rule_.trimmed >= 0.0 && rule_.trimmed < 0.5)) {
        maker_.number_must_be("trimmed", "from 0 to below 0.5, the share left out at each end", rule_.trimmed);
    }
    double sum = 0.0;
    for (const pooled_belief& b : beliefs_) {
        if (!(b.weight >= 0.0 && b.weight < infinity)) {
            maker_.number_must_be("every weight", ">= 0 and finite", b.weight);
        }
        sum += b.weight;
    }
    if (!(sum > 0.0)) maker_.refuse("all weights are zero; give one above zero");
    if (!(sum < infinity)) maker_.number_must_be("the sum of the weights", "finite", sum);
}
HEADWAY_INSTANTIATE(void quantile_pool::check<>() const);

template <class>
component quantile_pool::closed_form() const {
    const component& first = (*beliefs_.front().parts)[0].part;
    const bool is_closed = first.shape == belief_shape::normal || first.shape == belief_shape::uniform;
    if (rule_.takes_median || rule_.trimmed > 0.0 || !is_closed) return {};
    weighted_numbers lower(beliefs_.size());
    weighted_numbers upper(beliefs_.size());
    for (std::size_t i = 0; i < beliefs_.size(); ++i) {
        const component_list& parts = *beliefs_[i].parts;
        const component& a = parts[0].part;
        if (parts.size() != 1 || a.is_truncated || a.shape != first.shape) return {};
        lower.unshared()[i] = {a.parameter[0], beliefs_[i].weight};
        upper.unshared()[i] = {a.parameter[1], beliefs_[i].weight};
    }
    lower.sort();
    upper.sort();
    const double one = lower.trimmed_mean(0.0);
    const double other = upper.trimmed_mean(0.0);
    return first.shape == belief_shape::normal ? normal_component(maker_, one, other)
                                               : uniform_component(maker_, one, other);
}
HEADWAY_INSTANTIATE(component quantile_pool::closed_form<>() const);

template <class>
std::vector<split_probability> quantile_pool::grid() const {
    std::vector<split_probability> all;
    const auto add = [&](double tail) {
        all.push_back({tail, 1.0 - tail});
        all.push_back({1.0 - tail, tail});
    };
    add(0.0);
    for (int i = 8 * 29; i >= 0; --i) {
        double tail = 0.5;
        for (int k = 0; k < i / 8; ++k) tail *= 0.5;
        add(tail * (1.0 - 0.0625 * (i % 8)));
    }
    for (int hundredth = 1; hundredth < 50; ++hundredth) add(hundredth / 100.0);
    for (const double tail : {0.001, 0.005, 0.025}) add(tail);
    for (const pooled_belief& b : beliefs_) {
        if (!is_continuous(*b.parts)) add_jumps(*b.parts, all);
    }
    std::sort(all.begin(), all.end(), [](split_probability a, split_probability b) {
        return a.lower < b.lower || (a.lower == b.lower && a.upper > b.upper);
    });
    return all;
}
HEADWAY_INSTANTIATE(std::vector<split_probability> quantile_pool::grid<>() const);

template <class>
void quantile_pool::add_jumps(const component_list& parts, std::vector<split_probability>& all) {
    const auto add = [&](double x) {
        const split_probability p = probability_of(parts, x);
        const double mass = mass_of(parts, x);
        all.push_back(p);
        all.push_back({clamped(p.lower - mass, 0.0, 1.0), clamped(p.upper + mass, 0.0, 1.0)});
    };
    for (const weighted_component& c : parts) {
        if (!(c.share > 0.0) || is_continuous(c.part.shape)) continue;
        if (c.part.shape == belief_shape::empirical) {
            for (std::size_t i = 0; i < c.part.data_size; ++i) add(c.part.observation(i));
            continue;
        }
        // From value to value, as far as they matter and as many as a list can have.
        double x = c.part.lo;
        for (int count = 0; count < 32'768; ++count) {
            add(x);
            const double left = probability_of(c.part, x).upper;
            if (!(left > 0x1p-30)) break;
            const double next = quantile_of(c.part, from_upper(left * (1.0 - 1e-9)));
            if (!(next > x)) break;
            x = next;
        }
    }
}
HEADWAY_INSTANTIATE(void quantile_pool::add_jumps<>(const component_list& parts, std::vector<split_probability>& all));

template <class>
quantile_pool::cell_ends quantile_pool::ends_of(split_probability from, split_probability to, bool leaps) const {
    const bool is_lower = to.lower <= 0.5;
    const double width = is_lower ? to.lower - from.lower : from.upper - to.upper;
    const auto place = [&](double share) {
        return is_lower ? from_lower(from.lower + share * width) : from_upper(to.upper + (1.0 - share) * width);
    };
    // Not the very end where a quantile leaps there, or where it may be infinite.
    const double step = leaps ? 0x1p-20 : 0.0;
    double lo = at(place(step));
    double hi = at(place(1.0 - step));
    if (from.lower == 0.0 && !is_finite(lo)) lo = at(place(0x1p-10));
    if (to.upper == 0.0 && !is_finite(hi)) hi = at(place(1.0 - 0x1p-10));
    return {lo, hi < lo ? lo : hi};
}
HEADWAY_INSTANTIATE(quantile_pool::cell_ends quantile_pool::ends_of<>(split_probability from, split_probability to,
                                                                      bool leaps) const);

template <class>
component_list quantile_pool::on_the_grid() const {
    const auto breaks = grid();
    bool leaps = false;
    for (const pooled_belief& b : beliefs_) leaps = leaps || !is_continuous(*b.parts);
    component_builder made(maker_);
    bool is_a_list = true;
    double sure = 0.0;  // a value that goes on over several cells, and its probability so far
    double sure_share = 0.0;
    const auto add_sure = [&] {
        if (sure_share > 0.0) made.add(exactly_component(maker_, sure), sure_share);
        sure_share = 0.0;
    };
    for (std::size_t i = 1; i < breaks.size(); ++i) {
        const split_probability from = breaks[i - 1];
        const split_probability to = breaks[i];
        const double share = to.lower <= 0.5 ? to.lower - from.lower : from.upper - to.upper;
        // Beside a leap, what two roundings of one probability leave between them.
        if (!(share > 1e-13 * min(from.upper, to.lower))) continue;
        const auto [lo, hi] = ends_of(from, to, leaps);
        if (lo != hi && !(is_finite(lo) && is_finite(hi))) {
            maker_.refuse("the quantile of probability " + number_text(to.lower, 3) +
                          " is not finite; truncate the beliefs, or take pool" +
                          (rule_.takes_median ? "" : " or median_of_quantiles"));
        }
        if (lo < hi) {
            add_sure();
            made.add(uniform_component(maker_, lo, hi), share);
            is_a_list = false;
        } else {
            if (sure_share > 0.0 && lo != sure) add_sure();
            sure = lo;
            sure_share += share;
        }
    }
    add_sure();
    return is_a_list ? made.discrete() : made.mixture();
}
HEADWAY_INSTANTIATE(component_list quantile_pool::on_the_grid<>() const);

HEADWAY_OUT_OF_LINE double quantile_pool::at(asked_probability p) const {
    weighted_numbers all(beliefs_.size());
    for (std::size_t i = 0; i < beliefs_.size(); ++i) {
        all.unshared()[i] = {quantile_of(*beliefs_[i].parts, p), beliefs_[i].weight};
    }
    all.sort();
    return rule_.takes_median ? all.median() : all.trimmed_mean(rule_.trimmed);
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
