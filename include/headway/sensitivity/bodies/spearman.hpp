// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/sensitivity/spearman.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::optional<double> spread_of_spearman(const run_identity& run, const std::vector<kept_range>& kept,
                                         std::span<const double> x, std::span<const double> y) {
    std::vector<double> each;
    std::size_t before = 0;
    for (const auto& range : kept) {
        for (std::uint64_t draw = range.first; draw < range.last();) {
            const std::uint64_t end =
                std::min(range.last(), (draw / run.draws_per_replicate + 1) * run.draws_per_replicate);
            const auto first = before + static_cast<std::size_t>(draw - range.first);
            const auto size = static_cast<std::size_t>(end - draw);
            const double rho = spearman_of(ranking(x.subspan(first, size)), ranking(y.subspan(first, size)));
            if (is_finite(rho)) each.push_back(rho);
            draw = end;
        }
        before += range.size;
    }
    if (each.size() < 2) return std::nullopt;
    const double n = static_cast<double>(each.size());
    const double mean = mean_of(each.size(), [&](std::size_t i) { return each[i]; });
    const double square = mean_of(each.size(), [&](std::size_t i) { return (each[i] - mean) * (each[i] - mean); });
    return sqrt(square / (n - 1.0));
}
HEADWAY_INSTANTIATE(std::optional<double> spread_of_spearman<>(const run_identity& run,
                    const std::vector<kept_range>& kept, std::span<const double> x, std::span<const double> y));

template <class>
std::vector<spearman_correlation> spearman_of_run(const model_call& model, const std::vector<date>& dates,
                                                  const run_identity& run, const draw_column& result) {
    const std::vector<double> y = draws_of_run("spearman", model, dates, run, result);
    const auto& kept = result.kept();
    const auto columns = drawn_again(model, run, kept);
    const ranking rank_of_result(y);
    std::vector<spearman_correlation> rows(model.input_count);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].input = model.inputs[i].name;
        const ranking rank_of_input(columns[i]);
        const double rho = spearman_of(rank_of_input, rank_of_result);
        if (!is_finite(rho)) continue;
        rows[i].value = rho;
        if (run.method == method::sobol) rows[i].standard_error = spread_of_spearman(run, kept, columns[i], y);
        if (!rows[i].standard_error) {
            rows[i].standard_error = spearman_error_of(rank_of_input, rank_of_result, rho);
        }
    }
    return rows;
}
HEADWAY_INSTANTIATE(std::vector<spearman_correlation> spearman_of_run<>(const model_call& model,
                    const std::vector<date>& dates, const run_identity& run, const draw_column& result));

}  // namespace headway::detail

#include <headway/header_end.hpp>
