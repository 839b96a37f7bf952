// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>
#include <string>

#include <headway/assumption/assumption_record.hpp>
#include <headway/distribution/rank_copula.hpp>
#include <headway/sampling/rank_correlation.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

[[noreturn]] inline void sure_input_cannot_be_correlated(std::string_view name) {
    throw std::domain_error("correlate: \"" + std::string(name) +
                            "\" is sure of one value, and that has no rank correlation with anything; leave it out");
}
[[noreturn]] inline void rank_correlation_cannot_be_had(std::string_view one, std::string_view other, double asked,
                                                        double most) {
    // Rounded towards 0, so that what is named can be asked for.
    const double named = (most < 0.0 ? -1e-4 : 1e-4) * floor(1e4 * abs(most));
    throw std::domain_error("correlate: \"" + std::string(one) + "\" and \"" + std::string(other) +
                            "\" cannot have a rank correlation of " + number_text(asked) + ": some of their values have " +
                            "a probability of their own, and the most that can be had is " + number_text(named, 4) +
                            "; ask for that or less");
}

/// The correlations of normals with which inputs of these beliefs have the rank correlations asked for: those of
/// `rank_correlations::normal_correlations` except where ties ask for more. An input that is sure has the others' draws
/// as they would be if it were not, where that is allowed.
template <std::size_t Size>
[[nodiscard]] constexpr symmetric_matrix<Size> normals_for(const rank_correlations<Size>& correlations,
                                                           const assumption_record* inputs, bool sure_is_allowed) {
    symmetric_matrix<Size> normals{};
    for (std::size_t i = 0; i < Size; ++i) {
        if (!correlations.takes_part(i)) continue;
        normals[i][i] = 1.0;
        const grades of_i(inputs[i].parts());
        if (of_i.is_sure() && !sure_is_allowed) sure_input_cannot_be_correlated(inputs[i].name);
        for (std::size_t j = 0; j < i; ++j) {
            const double rho = correlations(i, j);
            if (rho == 0.0) continue;
            const grades of_j(inputs[j].parts());
            double r = normal_from_rank_correlation(rho);
            if ((of_i.has_ties() || of_j.has_ties()) && !of_i.is_sure() && !of_j.is_sure()) {
                const copula_solution solved = solve_copula(rho, of_i, of_j);
                if (!solved.is_attained) rank_correlation_cannot_be_had(inputs[j].name, inputs[i].name, rho, solved.most);
                r = solved.correlation;
            }
            normals[i][j] = normals[j][i] = r;
        }
    }
    return normals;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
