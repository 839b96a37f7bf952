// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/detail/outcome_errors.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
double replicate_spread::standard_error() const noexcept {
    double all = 0.0;
    double sum = 0.0;
    for (std::size_t r = 0; r < size(); ++r) {
        all += weights[r];
        sum += weights[r] * values[r];
    }
    const double mean = sum / all;
    double squares = 0.0;
    for (std::size_t r = 0; r < size(); ++r) {
        const double off = weights[r] / all * (values[r] - mean);
        squares += off * off;
    }
    const double n = static_cast<double>(size());
    return sqrt(squares * n / (n - 1.0));
}
HEADWAY_INSTANTIATE(double replicate_spread::standard_error<>() const);

template <class>
double independent_share_error(double share, double n) noexcept {
    return share > 0.0 && share < 1.0 ? sqrt(share * (1.0 - share) / n) : 1.0 / n;
}
HEADWAY_INSTANTIATE(double independent_share_error<>(double share, double n));

template <class>
double scrambled_share_error(const replicate_spread& shares, double n) noexcept {
    return std::max(shares.standard_error(), 1.0 / n);
}
HEADWAY_INSTANTIATE(double scrambled_share_error<>(const replicate_spread& shares, double n));

template <class>
double scrambled_half_width(const replicate_spread& shares, double n, double level) noexcept {
    return std::max(student_factor(static_cast<double>(shares.size()) - 1.0, level) * shares.standard_error(),
                    -expm1(log1p(-level) / n));
}
HEADWAY_INSTANTIATE(double scrambled_half_width<>(const replicate_spread& shares, double n, double level));

template <class>
double hall_quantile(double z, double skewness) noexcept {
    const double y = z - skewness / 6.0;
    const double w = skewness * y;
    if (abs(w) < 1e-8) return y;
    const double root = w > -1.0 ? expm1(log1p(w) / 3.0) : -1.0 - pow(-1.0 - w, 1.0 / 3.0);
    return 3.0 / skewness * root;
}
HEADWAY_INSTANTIATE(double hall_quantile<>(double z, double skewness));

HEADWAY_OUT_OF_LINE void replicate_spread::add(double value, double weight) {
    values.push_back(value);
    weights.push_back(weight);
}

template <class V>
double basic_outcome_errors<V>::mean_error() const {
    of_.require_two("standard_error");
    if (!scrambled()) return sqrt(total_.variance() / static_cast<double>(total_.count));
    const double error = spread_of([](const moments& m) { return m.mean_offset(); }).standard_error();
    return error > 0.0 ? error : resolution() / static_cast<double>(total_.count);
}

template <class V>
base_interval basic_outcome_errors<V>::mean_interval(double level) const {
    require_interval_level("interval", level);
    of_.require_two("interval");
    const double mean = of_.known_mean();
    const double n = static_cast<double>(total_.count);
    if (!(total_.variance() > 0.0)) return {mean, mean};
    const double skewness = this->skewness() / sqrt(n);
    const auto margins = [](double skew, double error, double factor) {
        // The skewness of draws understates that of what they are drawn from, the more the greater it is.
        factor *= 1.0 + 0.5 * abs(skew);
        return std::pair{hall_quantile(factor, skew) * error, -hall_quantile(-factor, skew) * error};
    };
    if (!scrambled()) {
        const auto [below, above] = margins(skewness, sqrt(total_.variance() / n), student_factor(n - 1.0, level));
        return {mean - below, mean + above};
    }
    const auto means = spread_of([](const moments& m) { return m.mean_offset(); });
    const double error = means.standard_error();
    if (!(error > 0.0)) {
        const double least = -expm1(log1p(-level) / n) * resolution();
        return {mean - least, mean + least};
    }
    // However even its points, a scrambling has about one in either outermost cell, and what differs there from
    // scrambling to scrambling is most of the error where a tail is heavy.
    const double of_outermost = outermost_third_moment(2 * means.size(), 1.0 / (n * error));
    const double most = 0.9;
    const double factor = student_factor(static_cast<double>(means.size()) - 1.0, level);
    const auto [below, above] = margins(
        std::clamp(abs(of_outermost) > abs(skewness) ? of_outermost : skewness, -most, most), error, factor);
    return {mean - std::max(below, factor * error), mean + std::max(above, factor * error)};
}

template <class V>
double basic_outcome_errors<V>::stddev_error() const {
    of_.require_two("stddev_standard_error");
    const double n = static_cast<double>(total_.count);
    const double variance = total_.variance();
    if (scrambled()) return spread_of([](const moments& m) { return sqrt(m.variance()); }).standard_error();
    if (!of_.keeps_draws() || variance == 0.0) return sqrt(variance / (2.0 * (n - 1.0)));
    const double kurtosis_excess = standardised_power(4) - 1.0;
    return sqrt(variance * (kurtosis_excess > 0.0 ? kurtosis_excess : 0.0) / (4.0 * n));
}

template <class V>
double basic_outcome_errors<V>::quantile_error(double p) const {
    require_quantile_probability("quantile_standard_error", p);
    require_drawn("quantile_standard_error", of_.draws(), 2);
    const double n = draws();
    const double step =
        shares_differ() ? scrambled_share_error(shares_up_to_quantile(p), n) : sqrt(p * (1.0 - p) / n);
    const bool beyond = !(p + step < 1.0);
    // Nothing lies above never: where some draws are, it is the upper end.
    if (!(p - step > 0.0) || (beyond && total_.never == 0)) return never_value;
    const auto ends = of_.quantiles(std::array{p - step, beyond ? 1.0 : p + step});
    return ends[0] == ends[1] ? 0.0 : 0.5 * (ends[1] - ends[0]);
}

template <class V>
base_interval basic_outcome_errors<V>::quantile_interval(double p, double level) const {
    require_interval_level("interval", level);
    require_quantile_probability("interval", p);
    require_drawn("interval", of_.draws(), 1);
    const double n = draws();
    const double tail = 0.5 * (1.0 - level);
    double lower = 0.0;  // ranks, counted from 1
    double upper = n + 1.0;
    if (shares_differ()) {
        const double half = scrambled_half_width(shares_up_to_quantile(p), n, level);
        // The order statistic of rank r stands at the share (r - 1/2) / n.
        if (p - half > 0.0) lower = std::max(1.0, (p - half) * n + 0.5);
        if (p + half < 1.0) upper = std::min(n, (p + half) * n + 0.5);
    } else {
        lower = rank_above(tail, p, n);
        upper = rank_above(1.0 - tail, p, n);
    }
    base_interval result{-never_value, never_value, lower >= 1.0, upper <= n || total_.never > 0};
    if (result.low_is_known) result.low = at_rank_or_before(lower);
    if (upper <= n) result.high = of_.quantile(place(upper));
    return result;
}

template <class V>
double basic_outcome_errors<V>::share_error(double share, condition met) const {
    if (shares_differ()) return scrambled_share_error(shares_of(met), draws());
    return independent_share_error(share, draws());
}

template <class V>
base_interval basic_outcome_errors<V>::share_interval(double share, condition met, double level) const {
    require_interval_level("interval", level);
    require_drawn("interval", of_.draws(), 1);
    const double n = draws();
    if (shares_differ()) {
        const double half = scrambled_half_width(shares_of(met), n, level);
        return {std::max(0.0, share - half), std::min(1.0, share + half)};
    }
    const share_bounds bounds = binomial_interval(share * n, n, level);
    return {bounds.low, bounds.high};
}

template <class V>
bool basic_outcome_errors<V>::scrambled() const noexcept {
    std::size_t filled = 0;
    for (const moments& m : of_.column().replicates()) filled += m.count > 1 ? 1U : 0U;
    return filled > 1;
}

template <class V>
replicate_spread basic_outcome_errors<V>::spread_of(double (*statistic)(const moments&)) const {
    replicate_spread spread;
    for (const moments& m : of_.column().replicates()) {
        if (m.count > 1) spread.add(statistic(m), static_cast<double>(m.count));
    }
    return spread;
}

template <class V>
double basic_outcome_errors<V>::resolution() const {
    double least = never_value;
    double greatest = -never_value;
    of_.each_kept([&](double x) {
        least = std::min(least, x);
        greatest = x < never_value ? std::max(greatest, x) : greatest;
    });
    if (least <= greatest) return greatest - least;
    return total_.never == 0 ? total_.greatest - total_.least : 2.0 * sqrt(total_.variance());
}

template <class V>
double basic_outcome_errors<V>::standardised_power(int power) const {
    const double mean = of_.known_mean();
    const double scale = 1.0 / sqrt(total_.variance());
    double sum = 0.0;
    of_.each_kept([&](double x) {
        const double off = x < never_value ? (x - mean) * scale : 0.0;
        sum += power == 3 ? off * off * off : off * off * (off * off);
    });
    return sum / static_cast<double>(total_.count);
}

template <class V>
double basic_outcome_errors<V>::outermost_third_moment(std::size_t size, double scale) const {
    size = static_cast<std::size_t>(std::min<std::uint64_t>(size, total_.count / 2));
    std::vector<double> least;
    std::vector<double> greatest;
    if (of_.keeps_draws()) {
        const auto keep = [size](std::vector<double>& heap, double x, auto before) {
            if (heap.size() == size) {
                if (!before(x, heap.front())) return;
                std::pop_heap(heap.begin(), heap.end(), before);
                heap.back() = x;
            } else {
                heap.push_back(x);
            }
            std::push_heap(heap.begin(), heap.end(), before);
        };
        of_.each_kept([&](double x) {
            if (!(x < never_value)) return;
            keep(least, x, std::less<>{});
            keep(greatest, x, std::greater<>{});
        });
        // In order, so that the rounding of the sums does not depend on that of the draws.
        std::sort(least.begin(), least.end());
        std::sort(greatest.begin(), greatest.end());
    } else {
        for (std::size_t i = 0; i < size; ++i) {
            const double rank = static_cast<double>(i) + 1.0;
            least.push_back(of_.quantile(place(rank)));
            greatest.push_back(of_.quantile(place(static_cast<double>(total_.count) + 1.0 - rank)));
        }
    }
    double sum = 0.0;
    for (const auto* side : {&least, &greatest}) {
        double mean = 0.0;
        for (const double x : *side) mean += x / static_cast<double>(size);
        for (const double x : *side) {
            const double off = (x - mean) * scale;
            sum += off * off * off;
        }
    }
    return sum;
}

template <class V>
double basic_outcome_errors<V>::skewness() const {
    if (!(total_.variance() > 0.0)) return 0.0;
    if (of_.keeps_draws()) return standardised_power(3);
    std::vector<double> ranks;
    const double last = static_cast<double>(total_.count) - 1.0;
    for (double step = 0.0; step < 0.5 * last; step = step < 8.0 ? step + 1.0 : step * 1.2) ranks.push_back(step);
    const std::size_t lower = ranks.size();
    ranks.push_back(0.5 * last);
    for (std::size_t i = lower; i-- > 0;) ranks.push_back(last - ranks[i]);
    const double mean = of_.known_mean();
    const double scale = 1.0 / sqrt(total_.variance());
    double sum = 0.0;
    double from = -0.5;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        const double to = i + 1 < ranks.size() ? 0.5 * (ranks[i] + ranks[i + 1]) : last + 0.5;
        const double off = (of_.quantile(ranks[i] / (draws() - 1.0)) - mean) * scale;
        if (off < never_value) sum += (to - from) * off * off * off;
        from = to;
    }
    return sum / static_cast<double>(total_.count);
}

template <class V>
replicate_spread basic_outcome_errors<V>::shares_by(function_ref<double(double draw)> count) const {
    const run_identity& run = of_.identity();
    const std::size_t replicates = of_.column().replicates().size();
    replicate_spread shares;
    for (std::size_t r = 0; r < replicates; ++r) {
        const auto [first, last] = run.draws_of_replicate(r);
        double met = 0.0;
        std::uint64_t all = 0;
        for (const auto& range : of_.column().kept()) {
            const std::uint64_t from = std::max(first, range.first);
            const std::uint64_t to = std::min(last, range.last());
            if (!(from < to)) continue;
            const auto part =
                range.draws().subspan(static_cast<std::size_t>(from - range.first), static_cast<std::size_t>(to - from));
            for (const double x : part) met += count(x);
            all += to - from;
        }
        if (all > 0) shares.add(met / static_cast<double>(all), static_cast<double>(all));
    }
    return shares;
}

template <class V>
replicate_spread basic_outcome_errors<V>::shares_up_to_quantile(double p) const {
    const double q = of_.quantile(p);
    double below = 0.0;
    double equal = 0.0;
    of_.each_kept([&](double x) {
        below += x < q ? 1.0 : 0.0;
        equal += x == q ? 1.0 : 0.0;
    });
    const double part = equal > 0.0 ? std::clamp((p * draws() - below) / equal, 0.0, 1.0) : 0.0;
    return shares_by([&](double x) { return x < q ? 1.0 : x == q ? part : 0.0; });
}

template <class V>
double basic_outcome_errors<V>::at_rank_or_before(double rank) const {
    const double last = static_cast<double>(total_.count);
    if (rank > last && rank < last + 1.0) rank = last;
    const double x = of_.quantile(place(rank));
    return x < never_value || rank > last ? x : of_.quantile(place(rank - 1e-9 * last));
}

HEADWAY_INSTANTIATE(class basic_outcome_errors<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
