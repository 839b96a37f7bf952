// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/decision/detail/decision_record.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
basic_decision_record<V>::basic_decision_record(const std::vector<option_record>& options,
                                                std::shared_ptr<const joint_inputs> inputs,
                                                std::shared_ptr<const run_identity> run,
                                                const std::vector<draw_column>& columns, better preferred,
                                                unsigned threads)
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

template <class V>
std::vector<std::string_view> basic_decision_record<V>::paths() const {
    std::vector<std::string_view> names;
    const input_view inputs = inputs_->view();
    for (std::size_t i = 0; i < inputs_->size(); ++i) {
        if (inputs.inputs[i].is_path()) names.push_back(inputs.inputs[i].name);
    }
    return names;
}

template <class V>
const information_value<double>& basic_decision_record<V>::of(std::string_view input) const {
    for (const auto& one : each_) {
        if (one.input == input) return one;
    }
    refuse_input("perfect_information", input);
}

template <class V>
information_value<double> basic_decision_record<V>::of_sample(std::string_view input, const sample_error& error,
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

template <class V>
void basic_decision_record<V>::refuse_input(const char* function, std::string_view input) const {
    throw std::domain_error(std::string(function) + ": no option reads an input '" + std::string(input) +
                            "'; the inputs are " + inputs_->names());
}

template <class V>
void basic_decision_record<V>::find_standings(const std::vector<option_record>& options) {
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

template <class V>
void basic_decision_record<V>::find_each(unsigned threads) {
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

template <class V>
void basic_decision_record<V>::add_errors(std::vector<double>& seen, std::string_view input, const sample_error& error,
                                          double scale) const {
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

HEADWAY_INSTANTIATE(class basic_decision_record<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
