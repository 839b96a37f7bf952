// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <headway/belief/observation_error.hpp>
#include <headway/decision/detail/information_gain.hpp>
#include <headway/decision/detail/joint_draws.hpp>
#include <headway/outcome/paired_difference.hpp>
#include <headway/sensitivity/spearman.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// What one option is worth beside the others, in base units.
struct option_standing {
    double best;
    double best_error;
    double ties;
    information_value<double> regret;
};

/// An error of an observation without its type.
struct sample_error {
    component_list parts;
    bool is_factor;
    bool is_normal;
};

/// Of an input of type X.
template <any_value X, class Difference>
[[nodiscard]] sample_error sample_error_of(const additive_observation_error<Difference>& error) {
    constexpr bool error_is_in_the_unit_of_the_input =
        std::same_as<Difference, typename value_traits<X>::difference_type>;
    static_assert(
        error_is_in_the_unit_of_the_input,
        "sample_information: the error has another dimension than the input (of a date it is a span of time); for a "
        "factor say log_error(...)");
    return {error.belief.parts(), false, error.belief.shape() == belief_shape::normal};
}
template <any_value X>
[[nodiscard]] sample_error sample_error_of(const factor_observation_error& error) {
    constexpr bool input_has_a_zero = !any_date<X>;
    static_assert(input_has_a_zero,
                  "sample_information: a date has no zero, so that its error cannot be a factor: give a span "
                  "of time, such as normal_error(30.0 * day)");
    return {error.belief.parts(), true, error.belief.shape() == belief_shape::lognormal};
}
/// Chosen only for what is no error, to say so in words.
template <any_value X, class Other>
[[nodiscard]] sample_error sample_error_of(const Other&) {
    constexpr bool says_how_far_what_is_seen_is_off = sizeof(Other) == 0;
    static_assert(
        says_how_far_what_is_seen_is_off,
        "sample_information: say how far what is seen may be off, normal_error(0.5 * million_usd) or log_error(0.2)");
    return {};
}

/// All that `decision` knows, without the type of the result.
template <class = void>
class basic_decision_record {
  public:
    /// Of options that have been run: `columns[o]` has the results of `options[o]`.
    basic_decision_record(const std::vector<option_record>& options, std::shared_ptr<const joint_inputs> inputs,
                          std::shared_ptr<const run_identity> run, const std::vector<draw_column>& columns,
                          better preferred, unsigned threads);

    [[nodiscard]] std::size_t best() const noexcept { return table_.best; }
    [[nodiscard]] const std::vector<option_standing>& standings() const noexcept { return standings_; }
    [[nodiscard]] better preferred() const noexcept { return preferred_; }
    [[nodiscard]] const information_value<double>& all() const noexcept { return all_; }
    /// The most valuable first; paths, which no single number per draw tells of, have none.
    [[nodiscard]] const std::vector<information_value<double>>& each() const noexcept { return each_; }
    [[nodiscard]] std::vector<std::string_view> paths() const;
    /// \throws std::domain_error for what is no input of any option.
    [[nodiscard]] const information_value<double>& of(std::string_view input) const;
    [[nodiscard]] information_value<double> of_sample(std::string_view input, const sample_error& error,
                                                      std::uint64_t observations) const;

  private:
    [[noreturn, gnu::cold]] void refuse_input(const char* function, std::string_view input) const;
    [[noreturn, gnu::cold]] static void refuse_sample(const std::string& why) {
        throw std::domain_error("sample_information: " + why);
    }

    [[nodiscard]] information_value<double> of_gains(std::string_view input, const std::vector<double>& gains) const {
        return information_of(input, gains, run_, replicates_);
    }

    void find_standings(const std::vector<option_record>& options);

    void find_each(unsigned threads);

    /// What is seen of each draw of an input. The errors are drawn as an input of their own after the others.
    void add_errors(std::vector<double>& seen, std::string_view input, const sample_error& error, double scale) const;

    std::shared_ptr<const joint_inputs> inputs_;
    std::shared_ptr<const run_identity> run_;
    std::vector<kept_range> kept_;
    std::size_t replicates_;
    decision_table table_;
    std::vector<option_standing> standings_;
    std::vector<information_value<double>> each_;
    better preferred_;
    information_value<double> all_;
};
HEADWAY_ELSEWHERE(class basic_decision_record<>);
using decision_record = basic_decision_record<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/decision/bodies/detail/decision_record.hpp>
#endif
