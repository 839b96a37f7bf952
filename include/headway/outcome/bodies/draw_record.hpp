// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/draw_record.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
double basic_draw_record<V>::mean() const {
    require_drawn("mean", draws(), 1);
    if (total_.count == 0) {
        throw std::domain_error("mean: in every draw the value is never; ask probability_never()");
    }
    return known_mean();
}

template <class V>
double basic_draw_record<V>::stddev() const {
    require_two("stddev");
    return sqrt(total_.variance());
}

template <class V>
void basic_draw_record<V>::require_two(const char* function) const {
    require_drawn(function, draws(), 1);
    if (total_.count > 1) return;
    throw std::domain_error(std::string(function) + ": needs at least 2 draws in which the value happens, has " +
                            std::to_string(total_.count) + "; draw more");
}

template <class V>
void basic_draw_record<V>::require_kept(const char* function) const {
    if (keeps_draws()) return;
    throw std::domain_error(std::string(function) + ": the run did not keep its draws; simulate with .keep = true");
}

template <class V>
std::vector<double> basic_draw_record<V>::quantiles(std::span<const double> probabilities) const {
    for (const double p : probabilities) require_quantile_probability("quantile", p);
    require_drawn("quantile", draws(), 1);
    if (keeps_draws()) {
        std::vector<double> joined;
        return sample_quantiles(all_kept(joined), total_.least, total_.greatest, probabilities);
    }
    const auto find = [this](std::span<const std::uint64_t> ranks, std::span<double> found) {
        column_.find_streamed(ranks, found);
    };
    return interpolated_quantiles(draws(), probabilities, find);
}

template <class V>
double basic_draw_record<V>::share_below(double x) const {
    require_number("probability_below", x);
    require_drawn("probability_below", draws(), 1);
    std::uint64_t below = 0;
    if (keeps_draws()) {
        each_kept([&](double draw) { below += draw < x ? 1U : 0U; });
    } else {
        below = column_.streamed_below({x}).front();
    }
    return static_cast<double>(below) / static_cast<double>(draws());
}

template <class V>
double basic_draw_record<V>::share_above(double x) const {
    require_number("probability_above", x);
    require_drawn("probability_above", draws(), 1);
    std::uint64_t above = 0;
    if (keeps_draws()) {
        each_kept([&](double draw) { above += draw > x ? 1U : 0U; });
    } else if (x < never_value) {
        above = draws() - column_.streamed_below({next_above(x)}).front();
    }
    return static_cast<double>(above) / static_cast<double>(draws());
}

template <class V>
double basic_draw_record<V>::share_never() const {
    require_drawn("probability_never", draws(), 1);
    return static_cast<double>(total_.never) / static_cast<double>(draws());
}

template <class V>
bin_counts basic_draw_record<V>::histogram(double from, double to, std::size_t bins) const {
    require_number("histogram", from);
    require_number("histogram", to);
    if (!(from < to)) value_breaks_a_rule("histogram", "lo", "must be below hi", from);
    if (bins == 0) value_breaks_a_rule("histogram", "bins", "must be at least 1", 0.0);
    require_drawn("histogram", draws(), 1);
    if (!(to - from < never_value)) value_breaks_a_rule("histogram", "hi - lo", "must be finite", to - from);
    const double width = static_cast<double>(bins) / (to - from);
    if (!(width < never_value)) {
        value_breaks_a_rule("histogram", "hi - lo", "must be more than so many bins can share", to - from);
    }
    bin_counts counts{std::vector<std::uint64_t>(bins, 0)};
    const auto bin_of = [&](double x) {
        const auto bin = static_cast<std::size_t>((x - from) * width);
        return bin < bins ? bin : bins - 1;
    };
    if (!keeps_draws()) {
        // Each edge is the least number that a run which keeps its draws would count beyond it.
        std::vector<double> edges{from + 0.0};
        for (std::size_t i = 1; i < bins; ++i) {
            edges.push_back(least_double([&](double x) { return x >= from && (x >= to || bin_of(x) >= i); }));
        }
        edges.push_back(to + 0.0);
        const std::vector<std::uint64_t> below = column_.streamed_below(edges);
        for (std::size_t i = 0; i < bins; ++i) counts.bins[i] = below[i + 1] - below[i];
        counts.below = below.front();
        counts.above = total_.count - below.back();
        counts.never = total_.never;
        return counts;
    }
    each_kept([&](double x) {
        if (!(x < never_value)) {
            ++counts.never;
        } else if (x < from) {
            ++counts.below;
        } else if (x >= to) {
            ++counts.above;
        } else {
            ++counts.bins[bin_of(x)];
        }
    });
    return counts;
}

template <class V>
auto basic_draw_record<V>::given(const basic_draw_record& other, function_ref<bool(double)> condition) const
    -> basic_draw_record {
    require_kept("given");
    if (!(other.identity() == identity()) || !other.keeps_draws()) {
        throw std::domain_error("given: the other outcome is of another run; take both from one simulate(...)");
    }
    std::vector<double> chosen;
    for (std::size_t r = 0; r < column_.kept().size(); ++r) {
        const auto mine = column_.kept()[r].draws();
        const auto theirs = other.column().kept()[r].draws();
        for (std::size_t i = 0; i < mine.size(); ++i) {
            if (condition(theirs[i])) chosen.push_back(mine[i]);
        }
    }
    if (chosen.empty()) throw std::domain_error("given: no draw meets the condition; widen it or draw more");
    auto part = std::make_shared<run_identity>(*identity_);
    part->describe_condition(chosen);
    draw_column subset(column_.pivot(), 1, true);
    std::copy(chosen.begin(), chosen.end(), subset.keep_range(0, chosen.size()));
    for (std::size_t i = 0; i < chosen.size(); i += batch::size) {
        const std::size_t valid = std::min<std::size_t>(batch::size, chosen.size() - i);
        subset.add_block(chosen.data() + i, static_cast<int>(valid), 0);
    }
    return basic_draw_record(std::move(part), std::move(subset));
}

template <class V>
std::span<const double> basic_draw_record<V>::all_kept(std::vector<double>& joined) const {
    if (column_.kept().size() == 1) return column_.kept().front().draws();
    for (const auto& range : column_.kept()) joined.insert(joined.end(), range.draws().begin(), range.draws().end());
    return joined;
}

HEADWAY_INSTANTIATE(class basic_draw_record<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
