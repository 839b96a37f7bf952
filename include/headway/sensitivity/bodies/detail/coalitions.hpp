// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/sensitivity/detail/coalitions.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
bool find_near(std::span<const double> draws, std::span<const std::uint64_t> ranks, std::span<double> found) {
    constexpr std::size_t size = 256;
    constexpr double spread = 32.0;  // four standard errors of a rank among so many, and more away from the middle
    if (draws.size() < 16 * size) return false;
    double sample[size];
    const std::size_t step = draws.size() / size;
    for (std::size_t i = 0; i < size; ++i) sample[i] = draws[i * step + i % step];
    std::sort(sample, sample + size);
    const auto place = [&](std::uint64_t rank) {
        return static_cast<double>(rank) / static_cast<double>(draws.size()) * static_cast<double>(size);
    };
    const double from = place(ranks.front()) - spread;
    const double to = place(ranks.back()) + spread;
    if (!(from >= 0.0 && to < static_cast<double>(size))) return false;
    const double low = sample[static_cast<std::size_t>(from)];
    const double high = sample[static_cast<std::size_t>(to)];
    std::vector<double> inside(draws.size());
    double* const to_here = inside.data();
    std::uint64_t below = 0;
    std::size_t count = 0;
    for (const double x : draws) {  // without a branch: either way is as good as random
        to_here[count] = x;
        count += static_cast<std::size_t>(static_cast<int>(x >= low) & static_cast<int>(x <= high));
        below += x < low ? 1U : 0U;
    }
    if (ranks.front() < below || ranks.back() >= below + count) return false;
    auto first = inside.begin();
    const auto last = inside.begin() + static_cast<std::ptrdiff_t>(count);
    for (std::size_t r = 0; r < ranks.size(); ++r) {
        const auto at = inside.begin() + static_cast<std::ptrdiff_t>(ranks[r] - below);
        std::nth_element(first, at, last);
        found[r] = *at;
        first = at;
    }
    return true;
}
HEADWAY_INSTANTIATE(bool find_near<>(std::span<const double> draws, std::span<const std::uint64_t> ranks,
                    std::span<double> found));

template <class>
sectioned_value sectioned_quantile(const outcome<double>& result, std::span<const double> draws,
                                   const run_sections& sections, double p) {
    const double n = static_cast<double>(draws.size());
    const double half = 2.0 * sqrt(max(p * (1.0 - p), 0.5 / n) / n);
    const double lower = max(p - half, 0.0);
    const double upper = min(p + half, 1.0);
    const auto find = [&](std::span<const std::uint64_t> ranks, std::span<double> values) {
        if (find_near(draws, ranks, values)) return;
        const moments& total = result.record().total();
        order_statistics<>::find(draws, total.least, total.greatest, ranks, values);
    };
    const std::vector<double> found = interpolated_quantiles(draws.size(), std::array{lower, p, upper}, find);
    const double q = found[1];
    const bool is_known = p - half > 0.0 && p + half < 1.0;
    const double slope = is_known && q < never_value ? (found[2] - found[0]) / (upper - lower) : never_value;
    sectioned_value value{q};
    if (!(slope < never_value) || slope == 0.0) {
        value.resize(sections.size() + 1, slope == 0.0 ? q : never_value);
        return value;
    }
    double below = 0.0;
    double equal = 0.0;
    for (std::size_t r = 0; r < sections.size(); ++r) {
        const std::span<const double> part = sections.of(draws, r);
        double part_below = 0.0;
        double part_equal = 0.0;
        for (const double x : part) {
            part_below += x < q ? 1.0 : 0.0;
            part_equal += x == q ? 1.0 : 0.0;
        }
        below += part_below;
        equal += part_equal;
        value.push_back((part_below + 0.5 * part_equal) / static_cast<double>(part.size()));
    }
    const double whole = (below + 0.5 * equal) / n;
    for (std::size_t r = 1; r < value.size(); ++r) value[r] = q + slope * (whole - value[r]);
    return value;
}
HEADWAY_INSTANTIATE(sectioned_value sectioned_quantile<>(const outcome<double>& result, std::span<const double> draws,
                                                         const run_sections& sections, double p));

template <class>
sectioned_value sectioned(const outcome<double>& result, const run_sections& sections, const asked_statistic& asked) {
    const std::span<const double> draws = result.column().kept().front().draws();
    if (asked.is == asked_statistic::kind::quantile) return sectioned_quantile(result, draws, sections, asked.p);
    if (asked.is == asked_statistic::kind::never && result.record().total().never == 0) {
        return sectioned_value(sections.size() + 1);
    }
    sectioned_value value{asked.of(result)};
    for (std::size_t r = 0; r < sections.size(); ++r) value.push_back(asked.of(sections.of(draws, r)));
    return value;
}
HEADWAY_INSTANTIATE(sectioned_value sectioned<>(const outcome<double>& result, const run_sections& sections,
                                                const asked_statistic& asked));

template <class>
std::vector<std::vector<sectioned_value>> sectioned_values(const drawn_once& runs, const run_sections& sections,
                                                           const std::vector<drawn_once::version>& versions,
                                                           const std::vector<asked_statistic>& asked) {
    std::vector<std::vector<sectioned_value>> values(versions.size(), std::vector<sectioned_value>(asked.size()));
    for (std::size_t from = 0; from < versions.size();) {
        const std::size_t to = std::min(versions.size(), from + runs.versions_at_once());
        const std::vector<outcome<double>> results = runs.run(
            {versions.begin() + static_cast<std::ptrdiff_t>(from), versions.begin() + static_cast<std::ptrdiff_t>(to)});
        run_on_threads(runs.threads_for(results.size()), 0, results.size(),
                       [&](unsigned, std::uint64_t first, std::uint64_t last) {
                           for (auto v = static_cast<std::size_t>(first); v < last; ++v) {
                               for (std::size_t a = 0; a < asked.size(); ++a) {
                                   values[from + v][a] = sectioned(results[v], sections, asked[a]);
                               }
                           }
                       });
        from = to;
    }
    return values;
}
HEADWAY_INSTANTIATE(std::vector<std::vector<sectioned_value>> sectioned_values<>(
    const drawn_once& runs, const run_sections& sections, const std::vector<drawn_once::version>& versions,
    const std::vector<asked_statistic>& asked));

template <class V>
basic_change_players<V>::basic_change_players(const drawn_once& runs, const input_view& before, const input_view& after)
    : runs_(runs), before_(before), after_(after) {
    const std::size_t inputs = before.input_count;
    for (std::size_t i = 0; i < inputs; ++i) {
        if (!(before.inputs[i].parts() == after.inputs[i].parts())) changed_.push_back(i);
    }
    correlations_ = differ(before.correlation, after.correlation);
    std::vector<char> all(inputs, 1);
    std::vector<char> other(inputs, 0);
    for (const std::size_t i : changed_) other[i] = 1;
    columns_[0][0] = runs.draw(before, all);
    columns_[0][1] = runs.draw({after.inputs, inputs, before.correlation}, other);
    if (!correlations_) return;
    for (std::size_t i = 0; i < inputs; ++i) {
        all[i] = before.correlation.takes_part[i] || after.correlation.takes_part[i] ? 1 : 0;
        other[i] = other[i] != 0 && all[i] != 0 ? 1 : 0;
    }
    columns_[1][0] = runs.draw({before.inputs, inputs, after.correlation}, all);
    columns_[1][1] = runs.draw(after, other);
}

template <class V>
std::string basic_change_players<V>::belief(std::size_t player, bool after) const {
    if (player >= changed_.size()) return {};
    const assumption_record& a = (after ? after_ : before_).inputs[changed_[player]];
    return shown_belief(a.parts(), a.notation());
}

template <class V>
drawn_once::version basic_change_players<V>::version(const choice& after) const {
    const auto copula = static_cast<std::size_t>(correlations_ && after.back() != 0 ? 1 : 0);
    drawn_once::version read(before_.input_count);
    for (std::size_t i = 0; i < read.size(); ++i) read[i] = column(copula, 0, i);
    for (std::size_t player = 0; player < changed_.size(); ++player) {
        if (after[player] != 0) read[changed_[player]] = column(copula, 1, changed_[player]);
    }
    return read;
}

template <class V>
bool basic_change_players<V>::differ(const copula_view& a, const copula_view& b) noexcept {
    if (!a.any && !b.any) return false;
    if (a.any != b.any) return true;
    for (std::size_t i = 0; i < a.size * a.size; ++i) {
        if (a.factor[i] != b.factor[i]) return true;
    }
    return false;
}

template <class V>
const double* basic_change_players<V>::column(std::size_t copula, std::size_t belief, std::size_t i) const noexcept {
    if (copula == 1 && i < columns_[1][belief].size() && !columns_[1][belief][i].empty()) {
        return columns_[1][belief][i].data();
    }
    return columns_[0][belief][i].data();
}

template <class V>
basic_run_sections<V>::basic_run_sections(const char* function, const drawn_once& runs) : draws_(runs.draws()) {
    if (draws_ < 20) {
        value_breaks_a_rule(function, "draws", "must be at least 20, for the spread of parts of them is the error",
                            static_cast<double>(draws_));
    }
    const std::size_t scramblings = runs.plan().replicates();
    if (scramblings > 1) {
        for (std::size_t r = 0; r <= scramblings; ++r) {
            ends_.push_back(
                r == scramblings ? draws_ : static_cast<std::size_t>(runs.identity().draws_of_replicate(r).first));
        }
        return;
    }
    const std::size_t sections = std::min<std::size_t>(20, draws_ / 10);
    for (std::size_t r = 0; r <= sections; ++r) ends_.push_back(draws_ * r / sections);
}

template <class V>
double basic_run_sections<V>::error(double whole, std::span<const double> parts) const noexcept {
    double squares = 0.0;
    for (std::size_t r = 0; r < parts.size(); ++r) {
        const double weight = static_cast<double>(ends_[r + 1] - ends_[r]) / static_cast<double>(draws_);
        const double off = weight * (parts[r] - whole);
        squares += off * off;
    }
    const double n = static_cast<double>(parts.size());
    const double error = sqrt(squares * n / (n - 1.0));
    return error < never_value ? error : never_value;
}

HEADWAY_INSTANTIATE(class basic_change_players<>);

HEADWAY_INSTANTIATE(class basic_run_sections<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
