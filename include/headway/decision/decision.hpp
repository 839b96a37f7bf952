// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <headway/decision/detail/decision_record.hpp>
#include <headway/scenario/comparison.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What one option of a decision gives, beside the others on common draws.
template <any_value T>
struct option_value {
    using difference_type = typename value_traits<T>::difference_type;
    std::string option;
    /// The expected value, of dates the mean date.
    T mean;
    difference_type standard_error;
    /// The share of the draws in which no other option is better. Options that are best together share the draw, so that the
    /// probabilities of all options add up to 1.
    double probability_best;
    double probability_best_standard_error;
    /// The share of the draws in which it is best together with another.
    double ties;
    /// E[best of all options - this one], what is lost on average against knowing the draw. The option with the best mean
    /// has the least, which is the expected value of perfect information.
    difference_type regret;
    difference_type regret_standard_error;
    /// The mean difference from the option with the best mean, draw by draw; 0 for that one itself.
    difference_type from_best;
    difference_type from_best_standard_error;
};

/// A decision between options on common draws: what each gives, which is best, and what it would be worth to know more before
/// deciding. Made by `decide`. An option is given by its name, `d["buy"]`, or its place.
///
/// Perfect information of an input x is E[max E[u | x]] - max E[u] (EVPPI), the maxima over the options, u the result or its
/// negative as higher or lower is better; of all inputs E[max u] - max E[u] (EVPI). Estimated by binning the draws by the input,
/// with bias and errors as said at `value_of_information`. Sample information (EVSI) is the same with what is seen of the input
/// in place of the input: for each draw an observation is drawn as well, and the draws are binned by it.
template <any_value T>
class decision {
  public:
    using value_type = T;
    using difference_type = typename value_traits<T>::difference_type;

    /// For `decide`.
    decision(comparison<T> compared, std::shared_ptr<const detail::decision_record> record)
        : compared_(std::move(compared)), record_(std::move(record)) {
        const std::size_t best = record_->best();
        for (std::size_t o = 0; o < compared_.size(); ++o) {
            const detail::option_standing& s = record_->standings()[o];
            const information_value<T> regret = detail::with_units<T>(s.regret);
            options_.push_back({compared_.names()[o],
                                compared_[o].mean(),
                                compared_[o].standard_error(),
                                s.best,
                                s.best_error,
                                s.ties,
                                regret.value,
                                regret.standard_error,
                                {},
                                {}});
            if (o == best) continue;
            const paired_difference<T> d = compared_.difference(compared_.names()[o], compared_.names()[best]);
            options_.back().from_best = d.mean();
            options_.back().from_best_standard_error = d.standard_error();
        }
        information_.all = detail::with_units<T>(record_->all());
        for (const auto& one : record_->each()) information_.inputs.push_back(detail::with_units<T>(one));
        information_.paths = record_->paths();
    }

    [[nodiscard]] std::size_t size() const noexcept { return options_.size(); }
    [[nodiscard]] better preferred() const noexcept { return record_->preferred(); }
    /// In the order in which they were given.
    [[nodiscard]] const std::vector<option_value<T>>& options() const noexcept { return options_; }
    [[nodiscard]] const option_value<T>& operator[](std::size_t place) const noexcept { return options_[place]; }
    /// \throws std::domain_error for an option that there is not.
    [[nodiscard]] const option_value<T>& operator[](std::string_view name) const { return options_[place_of(name)]; }
    /// The option with the best mean: the one to take with what is known now. Of equals the first.
    [[nodiscard]] const option_value<T>& best() const noexcept { return options_[record_->best()]; }

    /// All draws of an option. Its bits are those of its own `simulate`, unless the options' inputs are correlated or their
    /// order differs under `method::sobol`.
    [[nodiscard]] const outcome<T>& outcome_of(std::string_view name) const { return compared_[place_of(name)]; }
    /// One option less another, draw by draw; see `paired_difference`.
    [[nodiscard]] paired_difference<T> difference(std::string_view a, std::string_view b) const {
        static_cast<void>(place_of(a));
        static_cast<void>(place_of(b));
        return compared_.difference(a, b);
    }
    /// The probability that one option is better than another.
    [[nodiscard]] chance_to_beat beats(std::string_view a, std::string_view b) const {
        return difference(a, b).beats(preferred());
    }

    /// The expected value of perfect information of all inputs, which no study can exceed, and that of each input and nothing
    /// else, the most valuable first. Paths are in the first and have no value of their own, for none of their numbers is all of
    /// them: `paths` has their names, and a table says so. What of a path could be known make an input of its own, the drift, say.
    [[nodiscard]] const information_list<T>& information() const noexcept { return information_; }
    [[nodiscard]] const information_value<T>& perfect_information() const noexcept { return information_.all; }
    /// That of one input; of a path it does not compile. \throws std::domain_error for an assumption that no option reads.
    template <any_assumption Input>
    [[nodiscard]] information_value<T> perfect_information(const Input&) const {
        constexpr bool it_is_one_number = !is_path<Input>;
        static_assert(it_is_one_number,
                      "perfect_information: a path is many numbers, of which none tells all; make what could "
                      "be known of it an input of its own, the drift, say");
        return detail::with_units<T>(record_->of(Input::name));
    }

    /// The expected value of sample information: what it is worth to see the input so many times before deciding, each time
    /// with an independent error, `d.sample_information(price, normal_error(0.2 * usd), 5)`. Several observations are seen as
    /// their mean (with `log_error` the mean of their logarithms), which tells all that they do. Never above what knowing the
    /// input is worth. With one observation the error may be any, `additive_error(belief)`, `factor_error(belief)`.
    /// \throws std::domain_error for an assumption that no option reads, no observations, several with an error that is not
    /// (log)normal, and a factor on an input that is not above 0.
    /// Source: Strong, Oakley, Brennan and Breeze, Medical Decision Making 35 (2015) 570-583.
    template <any_assumption Input, class Error>
    [[nodiscard]] information_value<T> sample_information(const Input&, const Error& error,
                                                          std::uint64_t observations = 1) const {
        constexpr bool it_is_one_number = !is_path<Input>;
        static_assert(it_is_one_number,
                      "sample_information: a path is many numbers, and a sample is of one; make what could be "
                      "seen of it an input of its own, the drift, say");
        if constexpr (it_is_one_number) {
            const detail::sample_error how = detail::sample_error_of<typename Input::value_type>(error);
            return detail::with_units<T>(record_->of_sample(Input::name, how, observations));
        } else {
            return {};
        }
    }

  private:
    [[nodiscard]] std::size_t place_of(std::string_view name) const {
        std::string known;
        for (std::size_t o = 0; o < size(); ++o) {
            if (options_[o].option == name) return o;
            known += (o == 0 ? "'" : ", '") + options_[o].option + "'";
        }
        throw std::domain_error("decision: no option is named '" + std::string(name) + "'; there are " + known);
    }

    comparison<T> compared_;
    std::shared_ptr<const detail::decision_record> record_;
    std::vector<option_value<T>> options_;
    information_list<T> information_{};
};

}  // namespace headway

#include <headway/header_end.hpp>
