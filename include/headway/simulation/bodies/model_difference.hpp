// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/model_difference.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string point_of_difference(const model_call& a, const model_call& b, const input_view& points,
                                const std::vector<date>& dates) {
    const std::size_t count = a.over_time ? dates.size() : 1;
    block_model first(a, dates.data(), count);
    block_model second(b, dates.data(), count);
    const input_samplers beliefs = samplers_of(points);
    for (std::size_t i = 0; i < points.input_count; ++i) {
        fingerprint_points(i, points.inputs[i].parts(), beliefs[i], first.input(i));
        copy_lanes<batch::size>(first.input(i), second.input(i));
    }
    std::vector<std::vector<double>> at(batch::size);
    for (std::size_t draw = 0; draw < at.size(); ++draw) {
        for (std::size_t i = 0; i < points.input_count; ++i) at[draw].push_back(first.input(i)[draw]);
    }
    std::uint64_t faults[2] = {};
    first.run(batch::size, [&](int draw, const std::string&) { faults[0] |= std::uint64_t{1} << draw; });
    second.run(batch::size, [&](int draw, const std::string&) { faults[1] |= std::uint64_t{1} << draw; });
    for (std::size_t draw = 0; draw < at.size(); ++draw) {
        bool same = ((faults[0] ^ faults[1]) >> draw & 1U) == 0;
        for (std::size_t c = 0; c < first.results().size() && same && (faults[0] >> draw & 1U) == 0; ++c) {
            same = fingerprint_bits(first.results()[c][draw]) == fingerprint_bits(second.results()[c][draw]);
        }
        if (!same) return input_text(points, at[draw].data());
    }
    return {};
}
HEADWAY_INSTANTIATE(std::string point_of_difference<>(const model_call& a, const model_call& b,
                                                      const input_view& points, const std::vector<date>& dates));

template <class>
void require_one_model(const char* function, const model_call& a, const model_call& b, const std::vector<date>& dates) {
    const auto refuse = [&](const std::string& why) {
        throw std::domain_error(std::string(function) + ": the two forecasts are of different models: " + why +
                                "; give two forecasts of one model that differ in what they believe, as f and "
                                "f.with(override(...)) do");
    };
    if (a.version != b.version) {
        refuse("one is of version '" + std::string(a.version) + "', one of '" + std::string(b.version) + "'");
    }
    if (a.is_surely_the_model_of(b)) return;
    if (a.outputs != b.outputs || a.output_names != b.output_names) refuse("they name their outputs otherwise");
    for (const model_call* points : {&a, &b}) {
        const std::string at = point_of_difference(a, b, *points, dates);
        if (!at.empty()) refuse("they give different results for " + at);
    }
}
HEADWAY_INSTANTIATE(void require_one_model<>(const char* function, const model_call& a, const model_call& b,
                                             const std::vector<date>& dates));

}  // namespace headway::detail

#include <headway/header_end.hpp>
