// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/evaluation.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
basic_model_evaluation<V>::basic_model_evaluation(const model_call& model, std::vector<date> dates)
    : model_(model), dates_(std::move(dates)), points_(model.over_time ? dates_.size() : 1),
      beliefs_(samplers_of(model_)), central_(columns(), 0.0) {
    block_model medians(model_, dates_.data(), points_);
    for (std::size_t i = 0; i < model_.input_count; ++i) {
        std::fill(medians.input(i), medians.input(i) + batch::size, model_.inputs[i].base_quantile(0.5));
    }
    try {
        medians.run_first(central_.data());
    } catch (...) {
        central_throws_ = true;  // where a draw does too, the run names it
    }
}

template <class V>
double basic_model_evaluation<V>::pivot(std::size_t place) const noexcept {
    const double x = central_[place];
    return x - x == 0.0 ? x : 0.0;
}

template <class V>
std::uint64_t basic_model_evaluation<V>::fingerprint() const {
    std::uint64_t hash = hash_combine(model_.output_names, model_.correlation.fingerprint);
    hash = hash_combine(hash, hash_of(model_.version));
    for (const date& d : dates_) hash = hash_combine(hash, d.seconds_since_1970());
    for (std::size_t i = 0; i < model_.input_count; ++i) {
        const assumption_record& a = model_.inputs[i];
        hash = hash_combine(hash_combine(hash, hash_of(a.name)), fingerprint_of(a.parts()));
        if (a.motion.fingerprint != nullptr) hash = hash_combine(hash, a.motion.fingerprint(a.motion));
    }
    hash = hash_combine(hash, std::uint64_t{central_throws_ ? 1U : 0U});
    for (const double x : central_) hash = hash_combine(hash, fingerprint_bits(x));
    block_model at_points(model_, dates_.data(), points_);
    for (std::size_t i = 0; i < model_.input_count; ++i) {
        fingerprint_points(i, model_.inputs[i].parts(), beliefs_[i], at_points.input(i));
    }
    std::uint64_t faults = 0;
    at_points.run(batch::size, [&](int draw, const std::string&) { faults |= std::uint64_t{1} << draw; });
    hash = hash_combine(hash, faults);
    for (const double* result : at_points.results()) hash = hash_combine(hash, fingerprint_of_block(result));
    return hash;
}

template <class V>
void basic_model_evaluation<V>::worker::evaluate(std::uint64_t block, int valid, block_sink sink) {
    inputs_.draw(block, valid);
    evaluate_drawn(block, valid, sink);
}

template <class V>
void basic_model_evaluation<V>::worker::evaluate_drawn(std::uint64_t block, int valid, block_sink sink) {
    compute(block, valid);
    bool all_defined = true;
    for (std::size_t c = 0; c < model_.results().size(); ++c) {
        if (!sink(c, model_.results()[c])) all_defined = false;
    }
    if (!all_defined) refuse_undefined(block, valid);
}

template <class V>
const double* basic_model_evaluation<V>::worker::result_of_drawn(std::uint64_t block, std::size_t column) {
    compute(block, batch::size);
    refuse_undefined(block, batch::size);
    return model_.results()[column];
}

template <class V>
void basic_model_evaluation<V>::worker::compute(std::uint64_t block, int valid) {
    model_.run(valid, [&](int draw, const std::string& what) {
        // Called while the model's own exception is handled, which is nested.
        refuse_undefined(block, draw);
        std::throw_with_nested(fault(block, draw, what));
    });
}

template <class V>
void basic_model_evaluation<V>::worker::refuse_undefined(std::uint64_t block, int valid) const {
    for (const double* result : model_.results()) {
        if (!all_above(-never_value, result, valid)) return throw_lowest(block, valid);
    }
}

template <class V>
bool basic_model_evaluation<V>::worker::all_above(double least, const double* x, int valid) noexcept {
    bool all = true;
    for (int i = 0; i < valid; ++i) all &= x[i] > least;
    return all;
}

template <class V>
void basic_model_evaluation<V>::worker::throw_lowest(std::uint64_t block, int valid) const {
    for (int i = 0; i < valid; ++i) {
        for (const double* result : model_.results()) {
            const double x = result[i];
            if (x > -never_value) continue;
            throw fault(block, i, "the model returned " + number_text(x) +
                                      "; return a finite value, or never (plus infinity)");
        }
    }
}

template <class V>
model_error basic_model_evaluation<V>::worker::fault(std::uint64_t block, int draw, const std::string& what) const {
    const std::uint64_t number = draws_.first_draw(block) + static_cast<unsigned>(draw);
    std::vector<double> at(model_.places().size());
    inputs_.take(draw, at.data());
    return model_error(std::string(function_) + ": at draw " + std::to_string(number) + " " + what +
                           " (inputs: " + input_text(model_.model(), at.data()) + ")",
                       number);
}

HEADWAY_INSTANTIATE(class basic_model_evaluation<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
