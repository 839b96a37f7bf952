// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include <headway/decision/information_values.hpp>
#include <headway/outcome/outcome.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The utilities of several decisions on common draws, higher is better, less one number for all to keep their digits.
struct decision_table {
    std::vector<std::vector<double>> utility;
    std::vector<double> sum;
    std::size_t best = 0;

    [[nodiscard]] std::size_t draws() const noexcept { return utility.front().size(); }
    [[nodiscard]] std::size_t decisions() const noexcept { return utility.size(); }

    /// The place of the greatest; of equals the best one without information, so that noise does not count as insight.
    template <class Of>
    [[nodiscard]] std::size_t preferred(Of of) const {
        std::size_t chosen = best;
        for (std::size_t d = 0; d < decisions(); ++d) {
            if (of(d) > of(chosen)) chosen = d;
        }
        return chosen;
    }
};

/// The draws of an input in the decisions that believe it differently, as far as they do: what there is to know of it.
using known_columns = std::vector<std::vector<double>>;

/// Which draw belongs to which of some bins of about equal size in the order of what is known. Equal draws share a bin.
template <class = void>
[[nodiscard]] std::vector<std::uint32_t> bins_of(const known_columns& known, std::size_t bins) {
    const std::size_t n = known.front().size();
    std::vector<std::size_t> order(n);
    for (std::size_t i = 0; i < n; ++i) order[i] = i;
    const auto compare = [&](std::size_t a, std::size_t b) {
        for (const auto& drawn : known) {
            if (drawn[a] != drawn[b]) return drawn[a] < drawn[b] ? -1 : 1;
        }
        return 0;
    };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const int c = compare(a, b);
        return c != 0 ? c < 0 : a < b;
    });
    std::vector<std::uint32_t> bin_of(n);
    std::uint32_t bin = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const auto wanted = static_cast<std::uint32_t>(i * bins / n);
        if (i > 0 && wanted > bin && compare(order[i - 1], order[i]) != 0) bin = wanted;
        bin_of[order[i]] = bin;
    }
    return bin_of;
}
HEADWAY_INSTANTIATE(std::vector<std::uint32_t> bins_of<>(const known_columns& known, std::size_t bins));

/// What each draw gains by the decision that is best in its bin, over the one that is best without information. The
/// decision for the draws of one fold is made on the others, so that none is judged by the draws that chose it.
template <class = void>
[[nodiscard]] std::vector<double> gains_by_bin(const decision_table& table, const std::vector<std::uint32_t>& bin_of,
                                               std::size_t bins, const std::vector<std::uint32_t>& fold_of,
                                               std::size_t folds) {
    const std::size_t decisions = table.decisions();
    const auto at = [&](std::size_t fold, std::size_t bin, std::size_t d) {
        return (fold * bins + bin) * decisions + d;
    };
    std::vector<double> sums(folds * bins * decisions, 0.0);
    for (std::size_t d = 0; d < decisions; ++d) {
        for (std::size_t i = 0; i < table.draws(); ++i) sums[at(fold_of[i], bin_of[i], d)] += table.utility[d][i];
    }
    std::vector<std::size_t> chosen(folds * bins);
    std::vector<double> others(decisions);
    for (std::size_t fold = 0; fold < folds; ++fold) {
        for (std::size_t bin = 0; bin < bins; ++bin) {
            for (std::size_t d = 0; d < decisions; ++d) {
                others[d] = 0.0;
                for (std::size_t f = 0; f < folds; ++f) others[d] += f != fold ? sums[at(f, bin, d)] : 0.0;
            }
            chosen[fold * bins + bin] = table.preferred([&](std::size_t d) { return others[d]; });
        }
    }
    std::vector<double> gains(table.draws());
    for (std::size_t i = 0; i < gains.size(); ++i) {
        gains[i] = table.utility[chosen[fold_of[i] * bins + bin_of[i]]][i] - table.utility[table.best][i];
    }
    return gains;
}
HEADWAY_INSTANTIATE(std::vector<double> gains_by_bin<>(const decision_table& table,
                    const std::vector<std::uint32_t>& bin_of, std::size_t bins, const std::vector<std::uint32_t>& fold_of, std::size_t folds));

/// The smallest whole number whose cube is not below n.
[[nodiscard]] constexpr std::size_t cube_root_up(std::uint64_t n) noexcept {
    std::size_t root = 1;
    while (root * root * root < n) ++root;
    return root;
}

/// The least draws from which bins make sense.
inline constexpr std::uint64_t least_draws_for_information = 512;
inline constexpr std::size_t information_folds = 10;

template <class T>
[[nodiscard]] information_value<T> information_of(std::string_view input, const std::vector<double>& gains,
                                                  const std::shared_ptr<const run_identity>& run,
                                                  std::size_t replicates) {
    using difference_type = typename value_traits<T>::difference_type;
    draw_column values(0.0, replicates, true);
    std::copy(gains.begin(), gains.end(), values.keep_range(0, gains.size()));
    for (std::size_t i = 0; i < gains.size(); i += batch::size) {
        const std::size_t size = std::min<std::size_t>(batch::size, gains.size() - i);
        values.add_block(gains.data() + i, static_cast<int>(size),
                         static_cast<std::size_t>(i / run->draws_per_replicate));
    }
    const outcome<difference_type> all(run, std::move(values));
    const double mean = base_value_of(all.mean());
    return {input, value_from_base<difference_type>(mean > 0.0 ? mean : 0.0), all.standard_error()};
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
