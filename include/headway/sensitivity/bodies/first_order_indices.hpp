// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/sensitivity/first_order_indices.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::vector<double> centred(std::vector<double> y) {
    const double pivot = y.front();
    for (double& x : y) x -= pivot;
    const double mean = mean_of(y.size(), [&](std::size_t i) { return y[i]; });
    double greatest = 0.0;
    for (double& x : y) {
        x -= mean;
        greatest = greatest < abs(x) ? abs(x) : greatest;
    }
    require_variance("first_order_indices", is_finite(mean) ? greatest : mean);
    const std::uint64_t exponent = std::bit_cast<std::uint64_t>(greatest) >> 52U & 0x7FFU;
    const double scale = std::bit_cast<double>((2046U - (exponent < 2045U ? exponent : 2045U)) << 52U);
    for (double& x : y) x *= scale;
    return y;
}
HEADWAY_INSTANTIATE(std::vector<double> centred<>(std::vector<double> y));

template <class>
std::vector<std::size_t> scramblings_of(const run_identity& run, const std::vector<kept_range>& kept) {
    std::vector<std::size_t> parts;
    if (run.method != method::sobol) return parts;
    for (const auto& range : kept) {
        for (std::uint64_t draw = range.first; draw < range.last(); ++draw) {
            parts.push_back(static_cast<std::size_t>(draw / run.draws_per_replicate));
        }
    }
    if (parts.front() == parts.back()) {
        throw std::domain_error(
            "first_order_indices: all draws are of one scrambling of Sobol' points, which keeps those that are close in "
            "one input apart in the others; simulate with .replicates of at least 2, or with method::independent");
    }
    return parts;
}
HEADWAY_INSTANTIATE(std::vector<std::size_t> scramblings_of<>(const run_identity& run,
                    const std::vector<kept_range>& kept));

template <class>
std::vector<first_order_index> first_order_of_run(const model_call& model, const std::vector<date>& dates,
                                                  const run_identity& run, const draw_column& result) {
    std::vector<double> y = draws_of_run("first_order_indices", model, dates, run, result);
    for (const double x : y) {
        if (!(x < no_limit)) never_has_no_variance("first_order_indices");
    }
    const auto parts = scramblings_of(run, result.kept());
    const std::vector<double> z = centred(std::move(y));
    const double n = static_cast<double>(z.size());
    const double variance = mean_of(z.size(), [&](std::size_t i) { return z[i] * z[i]; }) * n / (n - 1.0);
    const auto columns = drawn_again(model, run, result.kept());
    next_in_rank compared(z, variance, parts);
    std::vector<first_order_index> rows(model.input_count);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const share_by_rank share = compared.share(columns[i]);
        rows[i] = {model.inputs[i].name, share.value > 0.0 ? share.value : 0.0, share.standard_error};
    }
    return rows;
}
HEADWAY_INSTANTIATE(std::vector<first_order_index> first_order_of_run<>(const model_call& model,
                    const std::vector<date>& dates, const run_identity& run, const draw_column& result));

}  // namespace headway::detail

#include <headway/header_end.hpp>
