// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/detail/rare_proposal.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
rare_hits draw_hits(rare_model& model, const normal_mixture& from, std::uint64_t until_block, bool keep_points) {
    const std::size_t size = model.size();
    rare_hits result;
    std::vector<double> normals(rare_model::block_size * size), z(normals.size());
    double choices[rare_model::block_size], way[rare_model::block_size];
    for (; model.blocks() < until_block; result.draws += rare_model::block_size) {
        model.normals(normals.data());
        model.choices(choices);
        for (std::size_t k = 0; k < rare_model::block_size; ++k) from.draw(choices[k], &normals[k * size], &z[k * size]);
        model.evaluate(z.data(), way);
        for (std::size_t k = 0; k < rare_model::block_size; ++k) {
            if (!model.happens(way[k])) continue;
            const double* const hit = &z[k * size];
            double squares = 0.0;
            for (std::size_t i = 0; i < size; ++i) squares += hit[i] * hit[i];
            result.log_weight.push_back(-0.5 * squares - from.log_density(hit));
            if (keep_points) result.z.insert(result.z.end(), hit, hit + size);
        }
    }
    return result;
}
HEADWAY_INSTANTIATE(rare_hits draw_hits<>(rare_model& model, const normal_mixture& from, std::uint64_t until_block,
                    bool keep_points));

template <class>
weighted_points points_of(const rare_hits& hits, std::size_t size) {
    weighted_points result{size, hits.z, hits.log_weight, 0.0};
    if (hits.log_weight.empty()) return result;
    const double most = *std::max_element(hits.log_weight.begin(), hits.log_weight.end());
    double sum = 0.0, squares = 0.0;
    for (double& w : result.weight) {
        w = exp(w - most);
        sum += w;
        squares += w * w;
    }
    for (double& w : result.weight) w /= sum;
    result.worth = sum * sum / squares;
    return result;
}
HEADWAY_INSTANTIATE(weighted_points points_of<>(const rare_hits& hits, std::size_t size));

template <class>
weighted_points together(const std::vector<weighted_points>& sets, std::size_t size) {
    weighted_points result{size, {}, {}, 0.0};
    for (const weighted_points& set : sets) result.worth += set.worth;
    for (const weighted_points& set : sets) {
        result.z.insert(result.z.end(), set.z.begin(), set.z.end());
        for (const double w : set.weight) result.weight.push_back(w * set.worth / result.worth);
    }
    return result;
}
HEADWAY_INSTANTIATE(weighted_points together<>(const std::vector<weighted_points>& sets, std::size_t size));

template <class>
normal_mixture rare_proposal(const weighted_points& points, double wide_share, double distance) {
    const std::size_t size = points.size;
    const double rest = 1.0 - rare_shares::nominal - wide_share;
    normal_mixture proposal(size);
    const std::vector<double> medians(size, 0.0);
    proposal.add_standard(rare_shares::nominal, medians);
    square_matrix wide(size * size, 0.0);
    for (std::size_t i = 0; i < size; ++i) wide[i * size + i] = 1.0 + distance * distance / static_cast<double>(size);
    proposal.add(points.count() > 0 ? wide_share : 1.0 - rare_shares::nominal, medians, wide);
    if (points.count() == 0) return proposal;
    const normal_mixture fitted = mixture_fit(points).best();
    for (normal_part part : fitted.parts()) {
        proposal.add_standard(part.share * rest * rare_shares::spheres, part.mean);
        part.share *= rest * (1.0 - rare_shares::spheres);
        proposal.parts().push_back(std::move(part));
    }
    return proposal;
}
HEADWAY_INSTANTIATE(normal_mixture rare_proposal<>(const weighted_points& points, double wide_share, double distance));

template <class>
normal_mixture search_proposal(rare_model& model, const rare_pilot& search, std::uint64_t blocks) {
    constexpr std::uint64_t rounds = 2;
    const std::size_t size = model.size();
    normal_mixture plain(size);
    plain.add_standard(1.0, std::vector<double>(size, 0.0));
    if (search.is_common()) return plain;
    std::vector<weighted_points> sets;
    if (search.reached()) sets.push_back(search.points());
    // Where the pilot has not come to the event, that is still farther than it came.
    const double distance = std::clamp(-normal_quantile(search.probability()), search.reached() ? 1.0 : 5.0, 30.0);
    for (std::uint64_t round = 0; round < rounds; ++round) {
        const normal_mixture from = rare_proposal(together(sets, size), rare_shares::wide_in_search, distance);
        sets.push_back(points_of(draw_hits(model, from, model.blocks() + blocks, true), size));
    }
    const weighted_points found = together(sets, size);
    return found.count() > 0 ? rare_proposal(found, rare_shares::wide, distance) : plain;
}
HEADWAY_INSTANTIATE(normal_mixture search_proposal<>(rare_model& model, const rare_pilot& search, std::uint64_t blocks));

}  // namespace headway::detail

#include <headway/header_end.hpp>
