// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include <headway/belief/shown_belief.hpp>
#include <headway/outcome/asked_statistic.hpp>
#include <headway/simulation/drawn_once.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Two forecasts of one model and what differs between them, the players of the game whose value is a statistic of the
/// result: each input with another belief, and last, where they differ, the correlations. Every draw that any coalition of
/// them reads is made once.
template <class = void>
class basic_change_players {
  public:
    /// Of each player, whether it is as after.
    using choice = std::vector<char>;

    basic_change_players(const drawn_once& runs, const input_view& before, const input_view& after);

    [[nodiscard]] std::size_t size() const noexcept { return changed_.size() + (correlations_ ? 1 : 0); }
    [[nodiscard]] std::string name(std::size_t player) const {
        return player < changed_.size() ? std::string(before_.inputs[changed_[player]].name) : "the correlations";
    }
    /// The player's belief in words; nothing of the correlations.
    [[nodiscard, gnu::cold]] std::string belief(std::size_t player, bool after) const;

    [[nodiscard]] drawn_once::version version(const choice& after) const;

  private:
    [[nodiscard]] static bool differ(const copula_view& a, const copula_view& b) noexcept;
    [[nodiscard]] const double* column(std::size_t copula, std::size_t belief, std::size_t i) const noexcept;

    const drawn_once& runs_;
    input_view before_;
    input_view after_;
    std::vector<std::size_t> changed_;
    bool correlations_ = false;
    /// By correlations and by beliefs, before and after; empty where nothing reads them.
    std::vector<input_column> columns_[2][2];
};
HEADWAY_ELSEWHERE(class basic_change_players<>);
using change_players = basic_change_players<>;

/// The parts of a run whose spread tells the error of what is computed from the whole (sectioning; Asmussen and Glynn,
/// Stochastic Simulation, 2007, section III.5): the scramblings of Sobol' points, else up to 20 parts of equal size.
template <class = void>
class basic_run_sections {
  public:
    basic_run_sections(const char* function, const drawn_once& runs);

    [[nodiscard]] std::size_t size() const noexcept { return ends_.size() - 1; }
    [[nodiscard]] std::span<const double> of(std::span<const double> draws, std::size_t section) const noexcept {
        return draws.subspan(ends_[section], ends_[section + 1] - ends_[section]);
    }
    /// The standard error of what has this value for the whole and these for the sections; infinite where one of them is.
    [[nodiscard]] double error(double whole, std::span<const double> parts) const noexcept;

  private:
    std::size_t draws_;
    std::vector<std::size_t> ends_;
};
HEADWAY_ELSEWHERE(class basic_run_sections<>);
using run_sections = basic_run_sections<>;

/// A statistic of the whole run, and then of each of its sections. Sums and differences go term by term.
using sectioned_value = std::vector<double>;

/// Order statistics of neighbouring ranks, ascending: only those draws are sorted that lie where a few hundred of them say
/// that the ranks are. False where they do not.
template <class = void>
[[nodiscard]] bool find_near(std::span<const double> draws, std::span<const std::uint64_t> ranks, std::span<double> found);

/// A quantile of a section is that of the whole moved by what the section's share below it lacks of p, over the density
/// there, which the order statistics two standard errors of p to either side tell (Bahadur, Annals of Mathematical
/// Statistics 37 (1966) 577-580): the sections' own quantiles would be biased, and take as long again.
template <class = void>
[[nodiscard]] sectioned_value sectioned_quantile(const outcome<double>& result, std::span<const double> draws,
                                                 const run_sections& sections, double p);

template <class = void>
[[nodiscard]] sectioned_value sectioned(const outcome<double>& result, const run_sections& sections,
                                        const asked_statistic& asked);

/// Several statistics of the result of each of some versions of a forecast.
template <class = void>
[[nodiscard]] std::vector<std::vector<sectioned_value>>
sectioned_values(const drawn_once& runs, const run_sections& sections, const std::vector<drawn_once::version>& versions,
                 const std::vector<asked_statistic>& asked);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/sensitivity/bodies/detail/coalitions.hpp>
#endif
