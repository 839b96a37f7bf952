// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/inference/weighted_record.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
basic_weighted_record<V>::basic_weighted_record(draw_record draws, std::shared_ptr<const draw_weights> weights)
    : draws_(std::move(draws)), weights_(std::move(weights)), order_(std::make_shared<sorted_draws>()) {
    const auto& kept = draws_.column().kept();
    if (kept.size() < 2) return;
    auto joined = std::make_shared<std::vector<double>>();
    for (const auto& range : kept) joined->insert(joined->end(), range.draws().begin(), range.draws().end());
    joined_ = std::move(joined);
}

template <class V>
std::span<const double> basic_weighted_record<V>::values() const noexcept {
    if (joined_ != nullptr) return *joined_;
    const auto& kept = draws_.column().kept();
    return kept.empty() ? std::span<const double>() : kept.front().draws();
}

template <class V>
double basic_weighted_record<V>::mean_error() const {
    const happening all = moments_of("standard_error", true);
    return spread(all, [&](double x) { return x < never_value ? x - all.mean : 0.0; }).error;
}

template <class V>
double basic_weighted_record<V>::stddev_error() const {
    const happening all = moments_of("stddev_standard_error", true);
    if (!(all.variance > 0.0)) return 0.0;
    const double sd = sqrt(all.variance);
    const double about = all.variance * all.shrinkage;
    return spread(all,
                  [&](double x) {
                      return x < never_value ? ((x - all.mean) * (x - all.mean) - about) / (2.0 * sd) : 0.0;
                  })
        .error;
}

template <class V>
base_interval basic_weighted_record<V>::mean_interval(double level) const {
    require_interval_level("interval", level);
    const happening all = moments_of("interval", true);
    if (!(all.variance > 0.0)) return {all.mean, all.mean};
    const ratio_spread of_mean = spread(all, [&](double x) { return x < never_value ? x - all.mean : 0.0; });
    const double skewness = std::clamp(of_mean.skewness, -0.9, 0.9);
    // The skewness of draws understates that of what they are drawn from, the more the greater it is.
    const double factor = student_factor(degrees_of_freedom(all.effective), level) * (1.0 + 0.5 * abs(skewness));
    return {all.mean - hall_quantile(factor, skewness) * of_mean.error,
            all.mean + -hall_quantile(-factor, skewness) * of_mean.error};
}

template <class V>
std::vector<double> basic_weighted_record<V>::quantiles(std::span<const double> probabilities) const {
    for (const double p : probabilities) require_quantile_probability("quantile", p);
    require_weight("quantile");
    const sorted_draws& all = sorted();
    std::vector<double> found;
    for (const double p : probabilities) {
        const double target = p * all.place.back();
        const auto after = std::upper_bound(all.place.begin(), all.place.end(), target);
        const auto k = static_cast<std::size_t>(after - all.place.begin()) - 1;
        if (after == all.place.end()) {
            found.push_back(all.value.back());
            continue;
        }
        found.push_back(interpolated(all.value[k], all.value[k + 1],
                                     (target - all.place[k]) / (all.place[k + 1] - all.place[k])));
    }
    return found;
}

template <class V>
double basic_weighted_record<V>::quantile_error(double p) const {
    require_quantile_probability("quantile_standard_error", p);
    require_two("quantile_standard_error");
    const double step = error_of_share_below_quantile(p);
    const bool beyond = !(p + step < 1.0);
    if (!(p - step > 0.0) || (beyond && !(share_never() > 0.0))) return never_value;
    const auto ends = quantiles(std::array{p - step, beyond ? 1.0 : p + step});
    return ends[0] == ends[1] ? 0.0 : 0.5 * (ends[1] - ends[0]);
}

template <class V>
base_interval basic_weighted_record<V>::quantile_interval(double p, double level) const {
    require_interval_level("interval", level);
    require_quantile_probability("interval", p);
    require_weight("interval");
    const double tail = 0.5 * (1.0 - level);
    const double step = error_of_share_below_quantile(p);
    double lower = 0.0;  // shares
    double upper = 1.0;
    bool low_is_known = false;
    bool high_is_known = false;
    if (weights_->parts().size() > 1) {
        const double half = half_width(step, level);
        lower = p - half;
        upper = p + half;
        low_is_known = lower > 0.0;
        high_is_known = upper < 1.0;
    } else {
        const double n = equal_draws(p, step);
        const double low_rank = rank_above(tail, p, n);
        const double high_rank = rank_above(1.0 - tail, p, n);
        low_is_known = low_rank >= 1.0;
        high_is_known = high_rank <= n;
        lower = (low_rank - 0.5) / n;
        upper = (high_rank - 0.5) / n;
    }
    base_interval result{-never_value, never_value, low_is_known, high_is_known || share_never() > 0.0};
    if (low_is_known) result.low = quantile(std::clamp(lower, 0.0, 1.0));
    if (high_is_known) result.high = quantile(std::clamp(upper, 0.0, 1.0));
    return result;
}

template <class V>
double basic_weighted_record<V>::share(const char* function, condition met) const {
    require_weight(function);
    return sum([&](double x, double w) { return met(x) ? w : 0.0; }) / weights_->sum();
}

template <class V>
double basic_weighted_record<V>::share_error(double share, condition met) const {
    require_two("probability_standard_error");
    return floored(share, spread(everything(), [&](double x) { return (met(x) ? 1.0 : 0.0) - share; }).error);
}

template <class V>
base_interval basic_weighted_record<V>::share_interval(double share, condition met, double level) const {
    require_interval_level("interval", level);
    const double error = share_error(share, met);
    if (weights_->parts().size() > 1) {
        const double half = half_width(error, level);
        return {std::max(0.0, share - half), std::min(1.0, share + half)};
    }
    const double n = equal_draws(share, error);
    const share_bounds bounds = binomial_interval(share * n, n, level);
    return {bounds.low, bounds.high};
}

template <class V>
std::vector<double> basic_weighted_record<V>::shares_between(const std::vector<double>& edges) const {
    require_weight("histogram");
    std::vector<double> shares(edges.size() - 1, 0.0);
    const auto x = values();
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!(x[i] >= edges.front() && x[i] <= edges.back())) continue;
        const auto bar =
            static_cast<std::size_t>(std::upper_bound(edges.begin(), edges.end(), x[i]) - edges.begin());
        shares[std::min(bar, shares.size()) - 1] += weights_->relative()[i];
    }
    for (double& s : shares) s /= weights_->sum();
    return shares;
}

template <class V>
bin_shares basic_weighted_record<V>::histogram(double from, double to, std::size_t bins) const {
    // What is not a histogram is refused as for draws without weights.
    static_cast<void>(draws_.histogram(from, to, bins));
    require_weight("histogram");
    bin_shares shares{std::vector<double>(bins, 0.0)};
    const double width = static_cast<double>(bins) / (to - from);
    const auto x = values();
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double w = weights_->relative()[i] / weights_->sum();
        if (!(x[i] < never_value)) {
            shares.never += w;
        } else if (x[i] < from) {
            shares.below += w;
        } else if (x[i] >= to) {
            shares.above += w;
        } else {
            const auto bin = static_cast<std::size_t>((x[i] - from) * width);
            shares.bins[bin < bins ? bin : bins - 1] += w;
        }
    }
    return shares;
}

template <class V>
auto basic_weighted_record<V>::given(const basic_weighted_record& other, condition met) const -> basic_weighted_record {
    if (!(other.weights_->identity() == weights_->identity()) || !(other.draws_.identity() == draws_.identity())) {
        throw std::domain_error("given: the other outcome is of another run; take both from one simulate(...)");
    }
    std::vector<double> chosen;
    std::vector<double> surprises;
    std::size_t i = 0;
    for (const auto& range : weights_->surprises().kept()) {
        for (const double s : range.draws()) {
            if (met(other.values()[i])) {
                chosen.push_back(values()[i]);
                surprises.push_back(s);
            }
            ++i;
        }
    }
    if (chosen.empty()) throw std::domain_error("given: no draw meets the condition; widen it or draw more");
    auto part = std::make_shared<run_identity>(draws_.identity());
    auto updated = std::make_shared<run_identity>(weights_->identity());
    part->describe_condition(chosen);
    updated->condition = part->condition;
    return {draw_record(std::move(part), kept_column(chosen, draws_.column().pivot())),
            std::make_shared<const draw_weights>(std::move(updated), kept_column(surprises, 0.0))};
}

template <class V>
void basic_weighted_record<V>::require_weight(const char* function) const {
    require_drawn(function, draws_.draws(), 1);
    if (!(weights_->sum() > 0.0)) no_draw_has_weight(function);
}

template <class V>
auto basic_weighted_record<V>::sorted() const -> const sorted_draws& {
    std::call_once(order_->once, [this] {
        const auto x = values();
        const auto w = weights_->relative();
        std::vector<std::pair<double, std::size_t>> order;
        for (std::size_t i = 0; i < x.size(); ++i) {
            if (w[i] > 0.0) order.emplace_back(x[i], i);
        }
        // By draw where values are equal, so that the sums do not depend on the way of sorting.
        std::sort(order.begin(), order.end());
        double at = 0.0;
        for (std::size_t k = 0; k < order.size(); ++k) {
            if (k > 0) at += 0.5 * (w[order[k - 1].second] + w[order[k].second]);
            order_->value.push_back(order[k].first);
            order_->place.push_back(at);
        }
    });
    return *order_;
}

template <class V>
auto basic_weighted_record<V>::moments_of(const char* function, bool two) const -> happening {
    require_weight(function);
    happening all;
    const double pivot = draws_.column().pivot();
    all.weight = sum([](double x, double w) { return x < never_value ? w : 0.0; });
    const double squares = sum([](double x, double w) { return x < never_value ? w * w : 0.0; });
    if (!(all.weight > 0.0)) {
        throw std::domain_error(std::string(function) +
                                ": in every draw the value is never; ask probability_never()");
    }
    all.effective = all.weight * all.weight / squares;
    const double off =
        sum([&](double x, double w) { return x < never_value ? w * (x - pivot) : 0.0; }) / all.weight;
    all.mean = pivot + off;
    if (!two) return all;
    if (!(all.effective > 1.0 + 1e-9)) {
        throw std::domain_error(std::string(function) +
                                ": needs at least 2 draws with weight in which the value happens; "
                                "draw more, or widen the error of the observation");
    }
    const double second =
        sum([&](double x, double w) { return x < never_value ? w * (x - all.mean) * (x - all.mean) : 0.0; }) /
        all.weight;
    all.shrinkage = 1.0 - 1.0 / all.effective;
    all.variance = second / all.shrinkage;
    return all;
}

template <class V>
void basic_weighted_record<V>::require_two(const char* function) const {
    require_weight(function);
    require_drawn(function, draws_.draws(), 2);
}

template <class V>
double basic_weighted_record<V>::degrees_of_freedom(double effective) const noexcept {
    const double parts = static_cast<double>(weights_->parts().size());
    return std::max(1.0, (parts > 1.0 ? parts : effective) - 1.0);
}

template <class V>
double basic_weighted_record<V>::floored(double share, double error) const noexcept {
    const bool none_or_all = !(share > 0.0 && share < 1.0);
    return none_or_all || weights_->parts().size() > 1 ? std::max(error, 1.0 / effective()) : error;
}

template <class V>
double basic_weighted_record<V>::equal_draws(double share, double error) const noexcept {
    const bool is_inside = share > 0.0 && share < 1.0 && error > 0.0;
    const double n = is_inside ? share * (1.0 - share) / (error * error) : effective();
    return std::clamp(n, 1.0, static_cast<double>(weights_->draws()));
}

template <class V>
double basic_weighted_record<V>::error_of_share_below_quantile(double p) const {
    const double q = quantile(p);
    const double below = sum([&](double x, double w) { return x < q ? w : 0.0; });
    const double equal = sum([&](double x, double w) { return x == q ? w : 0.0; });
    const double part = equal > 0.0 ? std::clamp((p * weights_->sum() - below) / equal, 0.0, 1.0) : 0.0;
    const double reached = (below + part * equal) / weights_->sum();
    const double error = spread(everything(), [&](double x) {
                             return (x < q ? 1.0 : x == q ? part : 0.0) - reached;
                         }).error;
    return floored(p, error);
}

HEADWAY_INSTANTIATE(class basic_weighted_record<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
