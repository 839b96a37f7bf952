// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include <headway/decision/varied_input.hpp>
#include <headway/outcome/asked_statistic.hpp>
#include <headway/simulation/drawn_once.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A statistic of a forecast's result as a function of one input, on common draws.
template <class = void>
class basic_varied_runs {
  public:
    /// \param model believes in the input what is varied: any value where it is to be sure
    basic_varied_runs(const char* function, const model_call& model, const std::vector<date>& dates, std::size_t place,
                      const simulation& options, std::size_t input, varied how, double median,
                      const asked_statistic& asked);

    [[nodiscard]] outcome<double> at(double x);
    [[nodiscard]] double value(double x) { return asked_.of(at(x)); }
    [[nodiscard]] double error(double x) { return asked_.error_of(at(x)); }
    /// The least that two statistics of these draws differ by.
    [[nodiscard]] double step() const noexcept {
        return asked_.is_share() ? 1.0 / static_cast<double>(runs_.draws()) : 0.0;
    }
    [[nodiscard]] std::uint64_t evaluations() const noexcept { return count_ * runs_.draws(); }

  private:
    drawn_once runs_;
    std::size_t input_;
    varied how_;
    double median_;
    asked_statistic asked_;
    std::vector<input_column> columns_;
    input_column varied_;
    drawn_once::version read_;
    std::uint64_t count_ = 0;
};
HEADWAY_ELSEWHERE(class basic_varied_runs<>);
using varied_runs = basic_varied_runs<>;

/// Where a statistic meets its target, in base units.
struct met_target {
    double value;
    /// The same but for a stretch on which it is met throughout.
    double until;
    double error;
    /// The statistic there; across a jump that passes the target the two sides of it.
    double from;
    double to;
    bool jumps = false;
};

/// What a search found, in order.
struct target_search {
    std::vector<met_target> met;
    /// Of the statistic where it was looked at.
    double least = no_limit;
    double greatest = -no_limit;
    std::uint64_t evaluations = 0;
};

/// Looks for the target at the given places, in ascending order, and between neighbours on different sides of it.
template <class = void>
class basic_target_seeker {
  public:
    basic_target_seeker(varied_runs& runs, double target) : runs_(runs), target_(target) {}

    [[nodiscard]] target_search search(const std::vector<double>& places);

  private:
    /// From the target; endless where the statistic is never.
    [[nodiscard]] double difference(double x);
    /// The end of a stretch on which the target is met, at `in` but not at `out`.
    [[nodiscard]] double edge(double out, double in);

    /// The root in a bracket: regula falsi with halved ends (Illinois; Dowell and Jarratt, BIT 11 (1971) 168-174), with a
    /// bisection in every fourth step.
    [[nodiscard]] met_target between(double a, double f, double b, double g);

    /// The error of a place from that of the statistic there: over the distance by which it moves that far to either side,
    /// for a share moves in steps.
    [[nodiscard]] double error_at(double x, double a, double f, double b, double g);

    varied_runs& runs_;
    double target_;
    target_search found_;
};
HEADWAY_ELSEWHERE(class basic_target_seeker<>);
using target_seeker = basic_target_seeker<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/decision/bodies/detail/target_search.hpp>
#endif
