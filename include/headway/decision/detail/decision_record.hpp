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
                          better preferred, unsigned threads)
        : inputs_(std::move(inputs)), run_(std::move(run)), kept_(columns.front().kept()),
          replicates_(columns.front().replicates().size()), preferred_(preferred) {
        const double sign = preferred == better::higher ? 1.0 : -1.0;
        for (std::size_t o = 0; o < options.size(); ++o) {
            table_.add(columns[o].kept().front().draws(), sign, columns.front().pivot());
        }
        all_ = of_gains("all inputs", table_.regrets(table_.best));
        find_standings(options);
        find_each(threads);
    }

    [[nodiscard]] std::size_t best() const noexcept { return table_.best; }
    [[nodiscard]] const std::vector<option_standing>& standings() const noexcept { return standings_; }
    [[nodiscard]] better preferred() const noexcept { return preferred_; }
    [[nodiscard]] const information_value<double>& all() const noexcept { return all_; }
    /// The most valuable first; paths, which no single number per draw tells of, have none.
    [[nodiscard]] const std::vector<information_value<double>>& each() const noexcept { return each_; }
    [[nodiscard]] std::vector<std::string_view> paths() const {
        std::vector<std::string_view> names;
        const input_view inputs = inputs_->view();
        for (std::size_t i = 0; i < inputs_->size(); ++i) {
            if (inputs.inputs[i].is_path()) names.push_back(inputs.inputs[i].name);
        }
        return names;
    }
    /// \throws std::domain_error for what is no input of any option.
    [[nodiscard]] const information_value<double>& of(std::string_view input) const {
        for (const auto& one : each_) {
            if (one.input == input) return one;
        }
        refuse_input("perfect_information", input);
    }
    [[nodiscard]] information_value<double> of_sample(std::string_view input, const sample_error& error,
                                                      std::uint64_t observations) const {
        const std::size_t place = inputs_->place_of(input);
        if (place == inputs_->size()) refuse_input("sample_information", input);
        if (observations == 0) refuse_sample("needs at least one observation, got 0");
        if (observations > 1 && !error.is_normal) {
            refuse_sample("what several observations tell is in their mean only where each has a normal error; give "
                          "normal_error(...) or log_error(...), or one observation");
        }
        std::vector<double> seen = drawn_again(inputs_->view(), *run_, kept_)[place];
        add_errors(seen, input, error, 1.0 / sqrt(static_cast<double>(observations)));
        return of_gains(inputs_->view().inputs[place].name,
                        information_bins(table_, *run_, replicates_).gains({std::move(seen)}));
    }

  private:
    [[noreturn, gnu::cold]] void refuse_input(const char* function, std::string_view input) const {
        throw std::domain_error(std::string(function) + ": no option reads an input '" + std::string(input) +
                                "'; the inputs are " + inputs_->names());
    }
    [[noreturn, gnu::cold]] static void refuse_sample(const std::string& why) {
        throw std::domain_error("sample_information: " + why);
    }

    [[nodiscard]] information_value<double> of_gains(std::string_view input, const std::vector<double>& gains) const {
        return information_of(input, gains, run_, replicates_);
    }

    void find_standings(const std::vector<option_record>& options) {
        const std::size_t n = table_.draws();
        std::vector<std::uint32_t> sharers(n, 0);
        for (const auto& one : table_.utility) {
            for (std::size_t i = 0; i < n; ++i) sharers[i] += one[i] == table_.greatest(i) ? 1U : 0U;
        }
        for (std::size_t o = 0; o < options.size(); ++o) {
            std::vector<double> share(n);
            std::size_t ties = 0;
            for (std::size_t i = 0; i < n; ++i) {
                const bool is_best = table_.utility[o][i] == table_.greatest(i);
                share[i] = is_best ? 1.0 / sharers[i] : 0.0;
                ties += is_best && sharers[i] > 1 ? 1U : 0U;
            }
            const outcome<double> best = outcome_of_draws(share, run_, replicates_);
            const double draws = static_cast<double>(n);
            standings_.push_back({best.mean(), std::max(best.standard_error(), 1.0 / draws),
                                  static_cast<double>(ties) / draws, of_gains({}, table_.regrets(o))});
        }
    }

    void find_each(unsigned threads) {
        const input_view inputs = inputs_->view();
        std::vector<std::vector<double>> columns = drawn_again(inputs, *run_, kept_);
        const information_bins knowing(table_, *run_, replicates_);
        std::vector<std::size_t> numbers;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (!inputs.inputs[i].is_path()) numbers.push_back(i);
        }
        each_.resize(numbers.size());
        if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
        const auto most = static_cast<unsigned>(std::max<std::size_t>(1, numbers.size()));
        run_on_threads(std::min(threads, most), 0, numbers.size(),
                       [&](unsigned, std::uint64_t first, std::uint64_t last) {
                           for (auto k = static_cast<std::size_t>(first); k < last; ++k) {
                               const std::size_t i = numbers[k];
                               each_[k] = of_gains(inputs.inputs[i].name, knowing.gains({std::move(columns[i])}));
                           }
                       });
        std::stable_sort(each_.begin(), each_.end(), [](const auto& a, const auto& b) { return a.value > b.value; });
    }

    /// What is seen of each draw of an input. The errors are drawn as an input of their own after the others.
    void add_errors(std::vector<double>& seen, std::string_view input, const sample_error& error, double scale) const {
        const sampling_plan draws(run_->method, run_->seed, run_->draws, static_cast<unsigned>(replicates_),
                                  inputs_->size() + 1);
        sampling_plan::reader reader = draws.read(inputs_->size(), hash_combine(hash_of(input), hash_of("observed")));
        const belief_sampler sampler(error.parts, drawn_from::uniforms);
        double drawn[batch::size];
        for (std::uint64_t block = 0; block < draws.blocks(); ++block) {
            reader.uniforms(block, drawn);
            sampler.draw_block<batch::size>(drawn, drawn);
            for (int k = 0; k < draws.valid(block); ++k) {
                double& x = seen[static_cast<std::size_t>(draws.first_draw(block)) + static_cast<std::size_t>(k)];
                if (!error.is_factor) {
                    x += scale * drawn[k];
                } else if (x > 0.0) {
                    x = scale == 1.0 ? x * drawn[k] : log(x) + scale * log(drawn[k]);
                } else {
                    refuse_sample("an error that is a factor is for values above 0, and '" + std::string(input) +
                                  "' is " + number_text(x, 4) + " in draw " +
                                  std::to_string(draws.first_draw(block) + static_cast<unsigned>(k)) +
                                  "; give an error that is added, such as normal_error(...)");
                }
            }
        }
    }

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
HEADWAY_INSTANTIATE(class basic_decision_record<>);
using decision_record = basic_decision_record<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
