// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <headway/decision/information_values.hpp>
#include <headway/outcome/outcome.hpp>
#include <headway/simulation/simulation_options.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The utilities of several decisions on common draws, higher is better, less one number for all to keep their digits.
struct decision_table {
    std::vector<std::vector<double>> utility;
    std::vector<double> sum;
    std::size_t best = 0;

    /// Adds a decision of these results, `sign` 1 or -1 as higher or lower is better, and finds the best so far.
    template <class = void>
    void add(std::span<const double> results, double sign, double middle);

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
    /// The greatest utility in a draw.
    [[nodiscard]] double greatest(std::size_t draw) const;
    /// What each draw would gain by its best decision over this one, which is what this one is regretted by.
    template <class = void>
    [[nodiscard]] std::vector<double> regrets(std::size_t decision) const;
};

/// The draws of an input in the decisions that believe it differently, as far as they do: what there is to know of it.
using known_columns = std::vector<std::vector<double>>;

/// Which draw belongs to which of some bins of about equal size in the order of what is known. Equal draws share a bin.
template <class = void>
[[nodiscard]] std::vector<std::uint32_t> bins_of(const known_columns& known, std::size_t bins);

/// What each draw gains by the decision that is best in its bin, over the one that is best without information. The
/// decision for the draws of one fold is made on the others, so that none is judged by the draws that chose it.
template <class = void>
[[nodiscard]] std::vector<double> gains_by_bin(const decision_table& table, const std::vector<std::uint32_t>& bin_of,
                                               std::size_t bins, const std::vector<std::uint32_t>& fold_of,
                                               std::size_t folds);

/// The smallest whole number whose cube is not below n.
[[nodiscard]] constexpr std::size_t cube_root_up(std::uint64_t n) noexcept {
    std::size_t root = 1;
    while (root * root * root < n) ++root;
    return root;
}

/// The least draws from which bins make sense.
inline constexpr std::uint64_t least_draws_for_information = 512;
inline constexpr std::size_t information_folds = 10;

/// \throws std::domain_error, in the name of `function`, for a run that is no whole kept one, or too small.
template <class = void>
void require_information_run(const char* function, const simulation& options);

/// \throws std::domain_error for fewer than two of what there is to choose from, an "option" each.
template <class = void>
void require_choice(const char* function, std::size_t count, const char* one);

/// \throws std::domain_error for a result that is never in some draws, which no mean can tell.
template <class = void>
void refuse_never(const char* function, const std::string& under, const draw_column& result);

/// How much it is worth to know one thing, on the draws of a decision table.
template <class = void>
class basic_information_bins {
  public:
    /// Folds are blocks of draws in turn, or whole scramblings, which are independent of one another.
    basic_information_bins(const decision_table& table, const run_identity& run, std::size_t replicates);

    /// What each draw gains by the decision that is best given what is known.
    [[nodiscard]] std::vector<double> gains(const known_columns& known) const {
        return gains_by_bin(table_, bins_of(known, bins_), bins_, fold_of_, folds_);
    }

  private:
    const decision_table& table_;
    std::size_t bins_;
    std::size_t folds_;
    std::vector<std::uint32_t> fold_of_;
};
HEADWAY_ELSEWHERE(class basic_information_bins<>);
using information_bins = basic_information_bins<>;

/// A number of each draw of a run, as an outcome.
template <class = void>
[[nodiscard]] outcome<double> outcome_of_draws(const std::vector<double>& draws,
                                               const std::shared_ptr<const run_identity>& run, std::size_t replicates);

/// The mean gain, in base units.
template <class = void>
[[nodiscard]] information_value<double> information_of(std::string_view input, const std::vector<double>& gains,
                                                       const std::shared_ptr<const run_identity>& run,
                                                       std::size_t replicates);

/// The same in units of the result.
template <any_value T>
[[nodiscard]] information_value<T> with_units(const information_value<double>& base) {
    using difference_type = typename value_traits<T>::difference_type;
    return {base.input, value_from_base<difference_type>(base.value), value_from_base<difference_type>(base.standard_error)};
}

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/decision/bodies/detail/information_gain.hpp>
#endif
