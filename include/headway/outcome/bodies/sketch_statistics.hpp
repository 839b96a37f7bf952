// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/sketch_statistics.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
void basic_sketch_statistics<V>::find(std::span<const std::uint64_t> ranks, std::span<double> found) const {
    std::fill(found.begin(), found.end(), no_limit);
    if (contents_.how == counting_plan::form::few) {
        const auto end = std::lower_bound(ranks.begin(), ranks.end(), contents_.few.size());
        if (end == ranks.begin()) return;
        const auto asked = static_cast<std::size_t>(end - ranks.begin());
        held_draws(contents_.few).find(ranks.first(asked), found.first(asked));
        return;
    }
    std::size_t r = 0;
    const auto is_asked_for = [&](std::uint32_t, std::uint64_t below) { return ranks[r] < below; };
    each_cell(is_asked_for, [&](const cell& c) {
        if (!(ranks[r] < c.below + c.count)) return true;
        const detailed inside(*this, c);
        for (; r < ranks.size() && ranks[r] < c.below + c.count; ++r)
            found[r] = inside.value_at(ranks[r] - c.below);
        return r < ranks.size();
    });
}

template <class V>
void basic_sketch_statistics<V>::count_below(std::span<const double> limits, std::span<std::uint64_t> below) const {
    if (contents_.how == counting_plan::form::few) {
        for (std::size_t i = 0; i < limits.size(); ++i) below[i] = held_draws(contents_.few).count_below(limits[i]);
        return;
    }
    std::size_t l = 0;
    const auto is_asked_for = [&](std::uint32_t last, std::uint64_t) {
        return l < limits.size() && bins_.key_of(limits[l]) <= last;
    };
    const std::uint64_t all = each_cell(is_asked_for, [&](const cell& c) {
        while (l < limits.size() && bins_.key_of(limits[l]) < c.key) below[l++] = c.below;
        if (l == limits.size()) return false;
        if (bins_.key_of(limits[l]) > c.key) return true;
        const detailed inside(*this, c);
        for (; l < limits.size() && bins_.key_of(limits[l]) == c.key; ++l) {
            below[l] = c.below + inside.count_below(limits[l]);
        }
        return l < limits.size();
    });
    for (; l < limits.size(); ++l) below[l] = all;
}

template <class V>
auto basic_sketch_statistics<V>::known_in_bins(const sketch_contents& contents, const value_bins& bins)
    -> std::vector<known_value> {
    std::vector<known_value> known;
    if (contents.edges.least_count == 0) return known;
    const bin_edges& e = contents.edges;
    const auto note = [&](double x, std::uint64_t count) {
        if (!(x - x == 0.0)) return;
        for (const known_value& k : known) {
            if (k.value == x) return;
        }
        known.push_back({x, count, bins.key_of(x)});
    };
    note(e.least, e.least_count);
    note(e.greatest, e.greatest_count);
    for (const double x : {e.below_zero, e.above_zero, e.below_pivot, e.above_pivot}) note(x, 1);
    std::sort(known.begin(), known.end(),
              [](const known_value& a, const known_value& b) { return a.value < b.value; });
    return known;
}

template <class V>
std::uint64_t basic_sketch_statistics<V>::stretch::count() const noexcept {
    std::uint64_t all = rest;
    for (const known_value& k : known) all += k.count;
    return all;
}

template <class V>
double basic_sketch_statistics<V>::stretch::value_at(std::uint64_t rank) const noexcept {
    std::uint64_t before = 0;
    double from = lower;
    for (const known_value& k : known) {
        const std::uint64_t less = rest_below(k.value);
        if (rank < before + less) return std::clamp(rest_at(rank - before), from, std::max(from, k.value));
        if (rank < before + less + k.count) return k.value;
        before += k.count;
        from = std::max(from, k.value);
    }
    return std::clamp(rest_at(rank - before), from, std::max(from, upper));
}

template <class V>
std::uint64_t basic_sketch_statistics<V>::stretch::count_below(double x) const noexcept {
    std::uint64_t below = rest_below(x);
    for (const known_value& k : known) below += k.value < x ? k.count : 0;
    return below;
}

template <class V>
std::uint64_t basic_sketch_statistics<V>::stretch::rest_below(double x) const noexcept {
    if (rest == 0 || !(x > lower)) return 0;
    if (x > upper) return rest;
    const double place = static_cast<double>(rest) * ((x - lower) / (upper - lower)) - 0.5;
    const auto whole = place > 0.0 ? static_cast<std::uint64_t>(place) : 0;
    return std::min(whole + (static_cast<double>(whole) < place ? 1U : 0U), rest);
}

template <class V>
basic_sketch_statistics<V>::detailed::detailed(const basic_sketch_statistics& all, const cell& c) : values_(c.values) {
    if (c.in_bin == 0) return;
    const value_bins::range range = all.bins_.range_of(c.key);
    const bin_edges& e = all.contents_.edges;
    double lower = std::max(range.least, e.least);
    double upper = std::min(range.greatest, e.greatest);
    for (const double x : {e.below_zero, e.below_pivot}) upper = range.holds(x) ? std::min(upper, x) : upper;
    for (const double x : {e.above_zero, e.above_pivot}) lower = range.holds(x) ? std::max(lower, x) : lower;
    std::uint64_t below = 0;
    for (const counted_value& v : values_) {
        add_stretch(all, lower, std::min(upper, next_below(v.value)), v.below_in_bin - below);
        below = v.below_in_bin;
        lower = std::max(lower, next_above(v.value));
    }
    add_stretch(all, lower, upper, c.in_bin - below);
}

template <class V>
double basic_sketch_statistics<V>::detailed::value_at(std::uint64_t rank) const {
    for (std::size_t i = 0; i < values_.size(); ++i) {
        if (!stretches_.empty()) {
            if (rank < stretches_[i].count()) return stretches_[i].value_at(rank);
            rank -= stretches_[i].count();
        }
        if (rank < values_[i].count()) return values_[i].value;
        rank -= values_[i].count();
    }
    return stretches_.back().value_at(rank);
}

template <class V>
std::uint64_t basic_sketch_statistics<V>::detailed::count_below(double x) const {
    std::uint64_t below = 0;
    for (const counted_value& v : values_) below += v.value < x ? v.count() : 0;
    for (const stretch& s : stretches_) below += s.count_below(x);
    return below;
}

template <class V>
void basic_sketch_statistics<V>::detailed::add_stretch(const basic_sketch_statistics& all, double lower, double upper,
                                                       std::uint64_t count) {
    stretch s{lower, std::max(lower, upper), count, {}};
    for (const known_value& k : all.known_) {
        if (count == 0 || !(s.lower <= k.value && k.value <= s.upper)) continue;
        s.known.push_back(k);
        s.rest -= std::min(k.count, s.rest);
    }
    // No more of the draws are at the ends than are known there.
    const bin_edges& e = all.contents_.edges;
    if (s.lower <= e.least) s.lower = next_above(e.least);
    if (s.upper >= e.greatest) s.upper = next_below(e.greatest);
    s.upper = std::max(s.lower, s.upper);
    stretches_.push_back(std::move(s));
}

HEADWAY_INSTANTIATE(class basic_sketch_statistics<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
