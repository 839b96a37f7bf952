// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/input_drawer.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
input_samplers samplers_of(const input_view& model) {
    input_samplers result;
    result.reserve(model.input_count);
    for (std::size_t i = 0; i < model.input_count; ++i) {
        const bool correlated = model.correlation.takes_part[i];
        result.emplace_back(model.inputs[i].parts(), correlated ? drawn_from::normals : drawn_from::uniforms);
    }
    return result;
}
HEADWAY_INSTANTIATE(input_samplers samplers_of<>(const input_view& model));

template <class>
std::string input_text(const input_view& model, const double* base_values) {
    std::string out;
    for (std::size_t i = 0; i < model.input_count; ++i) {
        const assumption_record& a = model.inputs[i];
        out += (i == 0 ? "" : ", ") + std::string(a.name) + " = " + a.text(base_values[i], 17);
        if (a.kind().is_date()) out += " (" + number_text(base_values[i]) + " seconds since 1970)";
    }
    return out;
}
HEADWAY_INSTANTIATE(std::string input_text<>(const input_view& model, const double* base_values));

template <class V>
basic_input_drawer<V>::basic_input_drawer(const input_view& model, const input_samplers& beliefs,
                                          const sampling_plan& draws, std::vector<double*> places)
    : model_(model), beliefs_(beliefs), blocks_(draws.blocks()), drawn_(std::move(places)), groups_(model.input_count),
      normals_(model.correlation.any ? model.input_count : 0) {
    readers_.reserve(model.input_count);
    for (std::size_t i = 0; i < model.input_count; ++i) {
        readers_.push_back(draws.read(i, hash_of(model.inputs[i].name)));
        if (in_groups(i)) groups_[i] = std::make_unique<group>();
    }
}

template <class V>
void basic_input_drawer<V>::draw(std::uint64_t block, int valid) {
    const std::size_t size = drawn_.size();
    const copula_view& copula = model_.correlation;
    for (std::size_t i = 0; i < size; ++i) {
        if (groups_[i] == nullptr) readers_[i].uniforms(block, drawn_[i]);
    }
    if (copula.any) {
        for (std::size_t i = 0; i < size; ++i) {
            if (copula.takes_part[i]) normal_quantile_block<batch::size>(drawn_[i], normals_[i].lane);
        }
        copula.mix(normals_.data());
    }
    for (std::size_t i = 0; i < size; ++i) {
        double* const drawn = drawn_[i];
        if (groups_[i] != nullptr) {
            draw_from_group(i, block);
        } else if (copula.takes_part[i]) {
            beliefs_[i].template draw_from_normal_block<batch::size>(normals_[i].lane, drawn);
        } else {
            beliefs_[i].template draw_block<batch::size>(drawn, drawn);
        }
        for (int k = valid; k < batch::size; ++k) drawn[k] = drawn[0];
    }
}

template <class V>
void basic_input_drawer<V>::draw_from_group(std::size_t i, std::uint64_t block) {
    group& g = *groups_[i];
    const std::uint64_t first = block - block % group::blocks;
    if (g.first != first) {
        g.first = first;
        double u[belief_sampler::group_size];
        for (std::size_t b = 0; b < group::blocks; ++b) {
            double* const of_block = u + b * batch::size;
            if (first + b < blocks_) {
                readers_[i].uniforms(first + b, of_block);
            } else {
                std::fill(of_block, of_block + batch::size, 0.5);
            }
        }
        beliefs_[i].draw_group(u, g.drawn);
    }
    const double* const drawn = g.drawn + (block - first) * batch::size;
    copy_block(drawn, drawn_[i]);
}

template <class V>
std::vector<double*> basic_drawn_inputs<V>::places(std::vector<batch>& blocks) {
    std::vector<double*> all;
    for (batch& b : blocks) all.push_back(b.lane);
    return all;
}

HEADWAY_INSTANTIATE(class basic_input_drawer<>);

HEADWAY_INSTANTIATE(class basic_drawn_inputs<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
