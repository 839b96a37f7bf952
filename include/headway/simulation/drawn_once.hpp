// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <headway/forecast/part_memory.hpp>
#include <headway/outcome/outcome.hpp>
#include <headway/simulation/evaluation.hpp>
#include <headway/simulation/run_on_threads.hpp>
#include <headway/simulation/simulation_options.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The draws of one input, in whole blocks; those past the last draw of the run repeat the first of their block.
using input_column = std::vector<double>;

/// One result of a forecast in many versions, each of which reads for every input one of the columns that were drawn once:
/// with the draws of `simulate` for an input's belief, its results have the bits of `simulate` under that belief. A part of the
/// model that reads the same in two versions is evaluated once for both.
template <class = void>
class basic_drawn_once {
  public:
    /// Of each input, the column that a version reads.
    using version = std::vector<const double*>;

    /// \throws std::domain_error, in the name of `function`, for options of a part of a run or of one that waits.
    basic_drawn_once(const char* function, const model_call& model, std::vector<date> dates, std::size_t place,
                     const simulation& options)
        : function_(function), options_(valid(function, options)), place_(place), evaluation_(model, std::move(dates)),
          plan_(options.method, options.seed, options.draws, options.replicates, model.input_count),
          identity_(std::make_shared<run_identity>()) {
        identity_->seed = options.seed;
        identity_->method = options.method;
        identity_->draws = plan_.draws();
        identity_->draws_per_replicate = plan_.draws_per_replicate();
        identity_->covered.push_back({0, plan_.draws()});
    }

    [[nodiscard]] const sampling_plan& plan() const noexcept { return plan_; }
    [[nodiscard]] std::size_t draws() const noexcept { return static_cast<std::size_t>(plan_.draws()); }
    [[nodiscard]] std::size_t lanes() const noexcept { return static_cast<std::size_t>(plan_.blocks()) * batch::size; }

    /// The draws of those inputs that are wanted, under these beliefs and correlations; of the others none.
    [[nodiscard]] std::vector<input_column> draw(const input_view& of, const std::vector<char>& wanted) const {
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

    /// The results in each version, in order. \throws model_error in the name of `function`.
    [[nodiscard]] std::vector<outcome<double>> run(const std::vector<version>& versions) const {
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
    [[nodiscard]] outcome<double> run_one(const version& one) const { return std::move(run({one}).front()); }

    [[nodiscard]] const run_identity& identity() const noexcept { return *identity_; }
    /// How many threads such a number of parts is worth.
    [[nodiscard]] unsigned threads_for(std::uint64_t parts) const noexcept {
        const unsigned wanted =
            options_.threads != 0 ? options_.threads : std::max(1U, std::thread::hardware_concurrency());
        return parts < wanted ? std::max(1U, static_cast<unsigned>(parts)) : wanted;
    }
    /// So many versions at once keep their results in 32 MiB, or one.
    [[nodiscard]] std::size_t versions_at_once() const noexcept {
        return std::clamp<std::size_t>((std::size_t{1} << 22U) / lanes(), 1, 64);
    }

  private:
    static const simulation& valid(const char* function, const simulation& options) {
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
    [[noreturn, gnu::cold]] void refuse_memory(std::size_t inputs) const {
        throw std::domain_error(std::string(function_) + ": the draws of " + std::to_string(inputs) + " inputs, " +
                                std::to_string(draws()) + " of each, take more memory than there is; draw fewer");
    }

    void draw_all(const input_view& of, const input_samplers& beliefs, std::vector<input_column>& columns,
                  std::uint64_t first, std::uint64_t last) const {
        drawn_inputs drawn(of, beliefs, plan_);
        for (std::uint64_t block = first; block < last; ++block) {
            drawn.draw(block, plan_.valid(block));
            for (std::size_t i = 0; i < columns.size(); ++i) {
                if (!columns[i].empty()) copy_lanes<batch::size>(drawn.drawn(i), lane_of(columns[i].data(), block));
            }
        }
    }
    void draw_each(const input_view& of, const input_samplers& beliefs, std::vector<input_column>& columns,
                   std::uint64_t first, std::uint64_t last) const {
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
    template <class Number>
    [[nodiscard]] static Number* lane_of(Number* column, std::uint64_t block) noexcept {
        return column + static_cast<std::size_t>(block) * batch::size;
    }

    /// Only what another version has not left there already is read anew.
    void evaluate(model_evaluation::worker& worker, std::uint64_t block, const version& one, version& read,
                  double* results) const {
        for (std::size_t i = 0; i < read.size(); ++i) {
            if (read[i] == one[i]) continue;
            copy_lanes<batch::size>(lane_of(one[i], block), worker.drawn(i));
            read[i] = one[i];
        }
        const double* const made = worker.result_of_drawn(block, place_);
        std::copy(made, made + plan_.valid(block), results + static_cast<std::size_t>(block) * batch::size);
    }
    void add_moments(draw_column& column, const double* results) const {
        for (std::uint64_t block = 0; block < plan_.blocks(); ++block) {
            column.add_moments(lane_of(results, block), plan_.valid(block), plan_.replicate_of(block));
        }
    }

    const char* function_;
    simulation options_;
    std::size_t place_;
    model_evaluation evaluation_;
    sampling_plan plan_;
    std::shared_ptr<run_identity> identity_;
};
HEADWAY_INSTANTIATE(class basic_drawn_once<>);
using drawn_once = basic_drawn_once<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
