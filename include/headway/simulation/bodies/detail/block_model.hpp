// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/detail/block_model.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
basic_block_model<V>::basic_block_model(const model_call& model, const date* dates, std::size_t points,
                                        read_notes notes, const basic_block_model* beside)
    : model_(model), dates_(dates), points_(points), places_(model.input_count), own_results_(points * model.outputs),
      results_(own_results_.size()) {
    if (model.on_plain_numbers()) {
        if (beside == nullptr) own_inputs_.resize(model.input_count);
        at_.resize(model.input_count);
        for (std::size_t i = 0; i < places_.size(); ++i) {
            places_[i] = beside == nullptr ? own_inputs_[i].lane : beside->places_[i];
        }
    }
    for (std::size_t c = 0; c < results_.size(); ++c) results_[c] = own_results_[c].lane;
    block_ = model.make_block(places_.data(), points, notes, beside == nullptr ? nullptr : beside->block_);
}

template <class V>
void basic_block_model<V>::run_first(double* results) {
    if (model_.on_plain_numbers()) return run_draw(0, results);
    const guide_of_this_thread guide;
    guide.lead(0);
    run_block();
    for (std::size_t c = 0; c < results_.size(); ++c) results[c] = results_[c][0];
}

template <class V>
void basic_block_model<V>::run(int valid, fault_handler fault) {
    if (model_.on_plain_numbers()) return run_draw_by_draw(valid, fault);
    const guide_of_this_thread guide;
    guide.lead(0);
    std::exception_ptr thrown;
    try {
        run_block();
    } catch (...) {
        thrown = std::current_exception();
    }
    if (thrown || guide.together() != ~std::uint64_t{0}) run_path_by_path(valid, thrown, fault);
}

template <class V>
void basic_block_model<V>::run_draw(int draw, double* results) {
    for (std::size_t i = 0; i < at_.size(); ++i) at_[i] = places_[i][draw];
    model_.on_draw(model_.forecast, dates_, points_, at_.data(), results);
}

template <class V>
void basic_block_model<V>::run_draw_by_draw(int valid, fault_handler fault) {
    std::vector<double> result(results_.size());
    for (batch& block : own_results_) block = 0.0;
    for (int draw = 0; draw < valid; ++draw) {
        try {
            run_draw(draw, result.data());
            for (std::size_t c = 0; c < result.size(); ++c) own_results_[c].lane[draw] = result[c];
        } catch (...) {
            tell(draw, std::current_exception(), fault);
        }
    }
}

template <class V>
void basic_block_model<V>::run_path_by_path(int valid, std::exception_ptr thrown, fault_handler fault) {
    std::vector<batch> inputs(places_.size());
    for (std::size_t i = 0; i < inputs.size(); ++i) copy_block(places_[i], inputs[i].lane);
    std::vector<batch> done(results_.size());
    std::uint64_t left = valid < batch::size ? (std::uint64_t{1} << valid) - 1 : ~std::uint64_t{0};
    std::uint64_t members = left;
    for (;;) {
        const int leader = std::countr_zero(left);
        const std::uint64_t together = guide_of_this_thread::together() & members;
        if (!thrown) {
            for (std::size_t c = 0; c < done.size(); ++c) {
                for (int k = 0; k < batch::size; ++k) {
                    if ((together >> k & 1U) != 0) done[c].lane[k] = results_[c][k];
                }
            }
            left &= ~together;
            members = left;
        } else if (together != members) {
            members = together;  // it may have thrown for a draw that had gone another way
        } else if (std::popcount(members) > 1) {
            members = std::uint64_t{1} << leader;  // it threw for one of these
        } else {
            restore(inputs);
            give(done);
            tell(leader, thrown, fault);
            left &= ~members;
            members = left;
        }
        if (left == 0) break;
        thrown = nullptr;
        try {
            run_again(std::countr_zero(left), members, inputs);
        } catch (...) {
            thrown = std::current_exception();
        }
    }
    restore(inputs);
    give(done);
}

template <class V>
void basic_block_model<V>::run_again(int leader, std::uint64_t members, const std::vector<batch>& inputs) {
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        for (int k = 0; k < batch::size; ++k) {
            places_[i][k] = inputs[i].lane[(members >> k & 1U) != 0 ? k : leader];
        }
    }
    guide_of_this_thread::lead(leader);
    run_block();
}

template <class V>
void basic_block_model<V>::give(const std::vector<batch>& done) {
    own_results_ = done;
    for (std::size_t c = 0; c < results_.size(); ++c) results_[c] = own_results_[c].lane;
}

template <class V>
void basic_block_model<V>::tell(int draw, const std::exception_ptr& thrown, fault_handler fault) {
    try {
        std::rethrow_exception(thrown);
    } catch (const std::exception& e) {
        fault(draw, std::string("the model threw: ") + e.what());
    } catch (...) {
        fault(draw, "the model threw");
    }
}

HEADWAY_INSTANTIATE(class basic_block_model<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
