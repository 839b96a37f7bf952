// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/detail/rare_pilot.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
basic_rare_model<V>::basic_rare_model(const model_evaluation& evaluation, const sampling_plan& draws, std::size_t place,
                                      bool below, double limit)
    : worker_(evaluation, draws, "rare_probability"), copula_(evaluation.model().correlation), place_(place),
      below_(below), limit_(limit), normals_(evaluation.inputs()) {
    const model_call& model = evaluation.model();
    for (std::size_t i = 0; i < model.input_count; ++i) {
        const component_list& parts = model.inputs[i].parts();
        beliefs_.push_back(parts.shape() == belief_shape::mixture && !copula_.takes_part[i]
                               ? belief_sampler(parts, drawn_from::normals)
                               : evaluation.beliefs()[i]);
        streams_.push_back(
            random_stream(draws.seed(), hash_combine(hash_of(model.inputs[i].name), std::uint64_t{3})).read());
    }
    choices_ = random_stream(draws.seed(), hash_combine(hash_of("rare_probability"), std::uint64_t{3})).read();
}

template <class V>
void basic_rare_model<V>::normals(double* z) {
    double u[batch::size], drawn[batch::size];
    for (std::size_t i = 0; i < size(); ++i) {
        streams_[i].uniforms(block_, u);
        normal_quantile_block<batch::size>(u, drawn);
        for (std::size_t k = 0; k < block_size; ++k) z[k * size() + i] = drawn[k];
    }
}

template <class V>
void basic_rare_model<V>::evaluate(const double* z, double* way) {
    for (std::size_t i = 0; i < size(); ++i) {
        for (std::size_t k = 0; k < block_size; ++k) normals_[i].lane[k] = z[k * size() + i];
    }
    if (copula_.any) copula_.mix(normals_.data());
    for (std::size_t i = 0; i < size(); ++i) {
        beliefs_[i].template draw_from_normal_block<batch::size>(normals_[i].lane, worker_.drawn(i));
    }
    const double* const y = worker_.result_of_drawn(block_++, place_);
    for (std::size_t k = 0; k < block_size; ++k) way[k] = below_ ? y[k] : -y[k];
}

template <class V>
void basic_rare_pilot<V>::run() {
    const std::size_t block = rare_model::block_size;
    for (std::size_t p = 0; p < way_.size(); p += block) {
        model_.normals(&z_[p * size_]);
        model_.evaluate(&z_[p * size_], &way_[p]);
    }
    is_common_ = hits() >= chains_;
    double level = no_limit;
    while (hits() < chains_) {
        const double next = next_level(level);
        if (!(next < level) || probability_ < 1e-100 || !affords_a_level()) {
            probability_ *= share_of(hits());
            return;
        }
        level = next;
        const std::vector<std::size_t> as_good = those([&](double way) { return way <= level; });
        probability_ *= share_of(as_good.size());
        run_chains(as_good, [&](double way) { return way <= level; });
    }
    probability_ *= share_of(hits());
    reached_ = true;
    if (is_common_ || !affords_a_level()) return;
    run_chains(those([&](double way) { return model_.happens(way); }), [&](double way) { return model_.happens(way); });
}

template <class V>
weighted_points basic_rare_pilot<V>::points() const {
    weighted_points result{size_, {}, {}, 0.0};
    const std::vector<std::size_t> in = those([&](double way) { return model_.happens(way); });
    for (const std::size_t p : in) {
        result.z.insert(result.z.end(), z_.data() + p * size_, z_.data() + (p + 1) * size_);
        result.weight.push_back(1.0 / static_cast<double>(in.size()));
    }
    result.worth = static_cast<double>(in.size()) / 4.0;  // the states of a chain are alike
    return result;
}

template <class V>
double basic_rare_pilot<V>::next_level(double level) const {
    std::vector<double> sorted = way_;
    std::sort(sorted.begin(), sorted.end());
    const double tenth = sorted[chains_ - 1];
    if (tenth < level) return tenth;
    const auto better = std::lower_bound(sorted.begin(), sorted.end(), level);
    return better == sorted.begin() ? level : *(better - 1);
}

HEADWAY_INSTANTIATE(class basic_rare_model<>);

HEADWAY_INSTANTIATE(class basic_rare_pilot<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
