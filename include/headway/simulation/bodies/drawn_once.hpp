// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/drawn_once.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
basic_drawn_once<V>::basic_drawn_once(const char* function, const model_call& model, std::vector<date> dates,
                                      std::size_t place, const simulation& options)
    : function_(function), options_(valid(function, options)), place_(place), evaluation_(model, std::move(dates)),
      plan_(options.method, options.seed, options.draws, options.replicates, model.input_count),
      identity_(std::make_shared<run_identity>()) {
    identity_->seed = options.seed;
    identity_->method = options.method;
    identity_->draws = plan_.draws();
    identity_->draws_per_replicate = plan_.draws_per_replicate();
    identity_->covered.push_back({0, plan_.draws()});
}

template <class V>
std::vector<input_column> basic_drawn_once<V>::draw(const input_view& of, const std::vector<char>& wanted) const {
    std::vector<input_column> columns(of.input_count);
    try {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (wanted[i] != 0) columns[i].resize(lanes());
        }
    } catch (const std::bad_alloc&) {
        refuse_memory(of.input_count);
    } catch (const std::length_error&) {
        refuse_memory(of.input_count);
    }
    const input_samplers beliefs = samplers_of(of);
    bool together = false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        together = together || (wanted[i] != 0 && of.correlation.takes_part[i]);
    }
    run_on_threads(threads_for(plan_.blocks()), 0, plan_.blocks(),
                   [&](unsigned, std::uint64_t first, std::uint64_t last) {
                       if (together) {
                           draw_all(of, beliefs, columns, first, last);
                       } else {
                           draw_each(of, beliefs, columns, first, last);
                       }
                   });
    return columns;
}

template <class V>
std::vector<outcome<double>> basic_drawn_once<V>::run(const std::vector<version>& versions) const {
    std::vector<draw_column> results;
    std::vector<double*> room;
    for (std::size_t v = 0; v < versions.size(); ++v) {
        results.emplace_back(evaluation_.pivot(place_), plan_.replicates(), true);
        room.push_back(results.back().keep_range(0, draws()));
    }
    run_on_threads(threads_for(plan_.blocks()), 0, plan_.blocks(),
                   [&](unsigned, std::uint64_t first, std::uint64_t last) {
                       part_memory parts;
                       model_evaluation::worker worker(evaluation_, plan_, function_, parts.notes(evaluation_.inputs()));
                       version read(evaluation_.inputs());
                       for (std::uint64_t block = first; block < last; ++block) {
                           std::fill(read.begin(), read.end(), nullptr);
                           for (std::size_t v = 0; v < versions.size(); ++v) {
                               parts.begin(v == 0);
                               evaluate(worker, block, versions[v], read, room[v]);
                           }
                       }
                   });
    run_on_threads(threads_for(versions.size()), 0, versions.size(),
                   [&](unsigned, std::uint64_t first, std::uint64_t last) {
                       for (auto v = static_cast<std::size_t>(first); v < last; ++v)
                           add_moments(results[v], room[v]);
                   });
    std::vector<outcome<double>> all;
    for (draw_column& column : results) all.emplace_back(identity_, std::move(column));
    return all;
}

template <class V>
unsigned basic_drawn_once<V>::threads_for(std::uint64_t parts) const noexcept {
    const unsigned wanted =
        options_.threads != 0 ? options_.threads : std::max(1U, std::thread::hardware_concurrency());
    return parts < wanted ? std::max(1U, static_cast<unsigned>(parts)) : wanted;
}

template <class V>
const simulation& basic_drawn_once<V>::valid(const char* function, const simulation& options) {
    if (options.shard.count != 1 || options.shard.index != 0) {
        throw std::domain_error(std::string(function) +
                                ": a shard is a part of a run, and this asks of whole ones; "
                                "leave .shard out");
    }
    if (options.until.given()) {
        throw std::domain_error(std::string(function) + ": until is for simulate(...) alone; leave it out and give "
                                                        ".draws");
    }
    return options;
}

template <class V>
void basic_drawn_once<V>::refuse_memory(std::size_t inputs) const {
    throw std::domain_error(std::string(function_) + ": the draws of " + std::to_string(inputs) + " inputs, " +
                            std::to_string(draws()) + " of each, take more memory than there is; draw fewer");
}

template <class V>
void basic_drawn_once<V>::draw_all(const input_view& of, const input_samplers& beliefs,
                                   std::vector<input_column>& columns, std::uint64_t first, std::uint64_t last) const {
    drawn_inputs drawn(of, beliefs, plan_);
    for (std::uint64_t block = first; block < last; ++block) {
        drawn.draw(block, plan_.valid(block));
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (!columns[i].empty()) copy_lanes<batch::size>(drawn.drawn(i), lane_of(columns[i].data(), block));
        }
    }
}

template <class V>
void basic_drawn_once<V>::draw_each(const input_view& of, const input_samplers& beliefs,
                                    std::vector<input_column>& columns, std::uint64_t first, std::uint64_t last) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].empty()) continue;
        sampling_plan::reader reader = plan_.read(i, hash_of(of.inputs[i].name));
        for (std::uint64_t block = first; block < last; ++block) {
            double* const lane = lane_of(columns[i].data(), block);
            reader.uniforms(block, lane);
            beliefs[i].template draw_block<batch::size>(lane, lane);
            std::fill(lane + plan_.valid(block), lane + batch::size, lane[0]);
        }
    }
}

template <class V>
void basic_drawn_once<V>::evaluate(model_evaluation::worker& worker, std::uint64_t block, const version& one,
                                   version& read, double* results) const {
    for (std::size_t i = 0; i < read.size(); ++i) {
        if (read[i] == one[i]) continue;
        copy_lanes<batch::size>(lane_of(one[i], block), worker.drawn(i));
        read[i] = one[i];
    }
    const double* const made = worker.result_of_drawn(block, place_);
    std::copy(made, made + plan_.valid(block), results + static_cast<std::size_t>(block) * batch::size);
}

template <class V>
void basic_drawn_once<V>::add_moments(draw_column& column, const double* results) const {
    for (std::uint64_t block = 0; block < plan_.blocks(); ++block) {
        column.add_moments(lane_of(results, block), plan_.valid(block), plan_.replicate_of(block));
    }
}

HEADWAY_INSTANTIATE(class basic_drawn_once<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
