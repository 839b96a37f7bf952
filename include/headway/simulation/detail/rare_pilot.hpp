// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <headway/math/hash_combine.hpp>
#include <headway/sampling/random_stream.hpp>
#include <headway/simulation/detail/fit_normal_mixture.hpp>
#include <headway/simulation/evaluation.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A result's way to its limit as a function of one standard normal number per input: negative where the event happens
/// (below the limit), and the smaller the nearer.
template <class = void>
class basic_rare_model {
  public:
    static constexpr auto block_size = static_cast<std::size_t>(batch::size);

    basic_rare_model(const model_evaluation& evaluation, const sampling_plan& draws, std::size_t place, bool below, double limit);

    [[nodiscard]] std::size_t size() const noexcept { return normals_.size(); }
    /// How many blocks of 64 the model has been evaluated on.
    [[nodiscard]] std::uint64_t blocks() const noexcept { return block_; }

    /// Independent standard normal numbers for the next block, one point after another.
    void normals(double* z);
    /// Uniform ones.
    void choices(double* u) { choices_.uniforms(block_, u); }

    /// Evaluates 64 points, which are the next block.
    void evaluate(const double* z, double* way);
    [[nodiscard]] bool happens(double way) const noexcept { return way < (below_ ? limit_ : -limit_); }

  private:
    model_evaluation::worker worker_;
    copula_view copula_;
    std::size_t place_;
    bool below_;
    double limit_;
    std::vector<batch> normals_;
    std::vector<belief_sampler> beliefs_;
    std::vector<random_stream::reader> streams_;
    random_stream::reader choices_;
    std::uint64_t block_ = 0;
};
HEADWAY_ELSEWHERE(class basic_rare_model<>);
using rare_model = basic_rare_model<>;

/// Finds points of the event by subset simulation (Au and Beck, Probabilistic Engineering Mechanics 16 (2001) 263-277): of a
/// population of points the best tenth begin chains that stay as good, whose states are the next population, until a tenth of
/// one is in the event. The chains step by z' = sqrt(1 - s^2) z + s xi (Papaioannou, Betz, Zwirglmaier and Straub,
/// Probabilistic Engineering Mechanics 41 (2015) 89-103), with s such that 44 % of the steps are taken.
template <class = void>
class basic_rare_pilot {
  public:
    /// States of a chain, its first point among them.
    static constexpr std::size_t states = 10;

    /// Takes `chain_blocks` x 64 chains and at most so many blocks.
    basic_rare_pilot(rare_model& model, std::size_t chain_blocks, std::uint64_t most_blocks)
        : model_(model), size_(model.size()), chains_(chain_blocks * rare_model::block_size), most_blocks_(most_blocks),
          z_(states * chains_ * size_), way_(states * chains_) {}

    void run();

    /// A tenth of the very first population is in the event.
    [[nodiscard]] bool is_common() const noexcept { return is_common_; }
    [[nodiscard]] bool reached() const noexcept { return reached_; }
    /// Of the event, or where it was not reached of how near the chains came.
    [[nodiscard]] double probability() const noexcept { return probability_; }

    /// The points of the last population that are in the event.
    [[nodiscard]] weighted_points points() const;

  private:
    static constexpr double no_limit = __builtin_huge_val();

    [[nodiscard]] double share_of(std::size_t count) const noexcept {
        return static_cast<double>(count) / static_cast<double>(way_.size());
    }
    [[nodiscard]] bool affords_a_level() const noexcept {
        return model_.blocks() + (states - 1) * chains_ / rare_model::block_size <= most_blocks_;
    }
    template <class Condition>
    [[nodiscard]] std::vector<std::size_t> those(Condition holds) const {
        std::vector<std::size_t> result;
        for (std::size_t p = 0; p < way_.size(); ++p) {
            if (holds(way_[p])) result.push_back(p);
        }
        return result;
    }
    [[nodiscard]] std::size_t hits() const {
        return those([&](double way) { return model_.happens(way); }).size();
    }
    /// The level that a tenth reaches; where they are no better than the last, for many are equal, the best that is.
    [[nodiscard]] double next_level(double level) const;
    template <class Condition>
    void run_chains(const std::vector<std::size_t>& from, Condition stays) {
        const std::size_t block = rare_model::block_size;
        std::vector<double> z(z_.size()), way(way_.size());
        for (std::size_t c = 0; c < chains_; ++c) {
            const std::size_t p = from[c * from.size() / chains_];
            for (std::size_t i = 0; i < size_; ++i) z[c * size_ + i] = z_[p * size_ + i];
            way[c] = way_[p];
        }
        std::vector<double> tried(block * size_);
        double of_tried[rare_model::block_size];
        for (std::size_t state = 1; state < states; ++state) {
            const double keep = sqrt(1.0 - stride_ * stride_);
            std::size_t taken = 0;
            for (std::size_t c = 0; c < chains_; c += block) {
                const std::size_t from_here = (state - 1) * chains_ + c;
                const std::size_t to = state * chains_ + c;
                model_.normals(tried.data());
                for (std::size_t j = 0; j < tried.size(); ++j) {
                    tried[j] = keep * z[from_here * size_ + j] + stride_ * tried[j];
                }
                model_.evaluate(tried.data(), of_tried);
                for (std::size_t k = 0; k < block; ++k) {
                    const bool take = stays(of_tried[k]);
                    taken += take ? 1U : 0U;
                    way[to + k] = take ? of_tried[k] : way[from_here + k];
                    const double* const point = take ? &tried[k * size_] : &z[(from_here + k) * size_];
                    std::copy(point, point + size_, &z[(to + k) * size_]);
                }
            }
            const double off = static_cast<double>(taken) / static_cast<double>(chains_) - 0.44;
            stride_ = std::clamp(stride_ * exp(off), 0.05, 0.999);
        }
        z_ = std::move(z);
        way_ = std::move(way);
    }

    rare_model& model_;
    std::size_t size_;
    std::size_t chains_;
    std::uint64_t most_blocks_;
    std::vector<double> z_, way_;
    double stride_ = 0.6;
    double probability_ = 1.0;
    bool is_common_ = false;
    bool reached_ = false;
};
HEADWAY_ELSEWHERE(class basic_rare_pilot<>);
using rare_pilot = basic_rare_pilot<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/detail/rare_pilot.hpp>
#endif
