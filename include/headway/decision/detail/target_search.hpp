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
                      const asked_statistic& asked)
        : runs_(function, model, dates, place, options), input_(input), how_(how), median_(median), asked_(asked),
          columns_(runs_.draw(model, std::vector<char>(model.input_count, 1))), varied_(columns_[input]) {
        for (const input_column& column : columns_) read_.push_back(column.data());
        read_[input] = varied_.data();
    }

    [[nodiscard]] outcome<double> at(double x) {
        ++count_;
        const input_column& drawn = columns_[input_];
        for (std::size_t i = 0; i < varied_.size(); ++i) {
            varied_[i] = how_ == varied::value    ? x
                         : how_ == varied::scaled ? drawn[i] * (x / median_)
                                                  : drawn[i] + (x - median_);
        }
        return runs_.run_one(read_);
    }
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
HEADWAY_INSTANTIATE(class basic_varied_runs<>);
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

    [[nodiscard]] target_search search(const std::vector<double>& places) {
        std::vector<double> off;
        for (const double x : places) off.push_back(difference(x));
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (off[i] == 0.0) {
                std::size_t last = i;
                while (last + 1 < places.size() && off[last + 1] == 0.0) ++last;
                const double from = i > 0 && last > i ? edge(places[i - 1], places[i]) : places[i];
                const double to =
                    last > i && last + 1 < places.size() ? edge(places[last + 1], places[last]) : places[last];
                const std::size_t left = i > 0 ? i - 1 : i;
                const std::size_t right = last + 1 < places.size() ? last + 1 : last;
                found_.met.push_back(
                    {from, to, last > i ? 0.0 : error_at(from, places[left], off[left], places[right], off[right]),
                     target_, target_});
                i = last;
            } else if (i + 1 < places.size() && off[i + 1] != 0.0 && (off[i] < 0.0) != (off[i + 1] < 0.0)) {
                found_.met.push_back(between(places[i], off[i], places[i + 1], off[i + 1]));
            }
        }
        found_.evaluations = runs_.evaluations();
        return found_;
    }

  private:
    /// From the target; endless where the statistic is never.
    [[nodiscard]] double difference(double x) {
        const double y = runs_.value(x);
        found_.least = y < found_.least ? y : found_.least;
        found_.greatest = y > found_.greatest ? y : found_.greatest;
        return y - target_;
    }
    /// The end of a stretch on which the target is met, at `in` but not at `out`.
    [[nodiscard]] double edge(double out, double in) {
        for (int i = 0; i < 60; ++i) {
            const double middle = 0.5 * (out + in);
            if (middle == out || middle == in) break;
            (difference(middle) == 0.0 ? in : out) = middle;
        }
        return in;
    }

    /// The root in a bracket: regula falsi with halved ends (Illinois; Dowell and Jarratt, BIT 11 (1971) 168-174), with a
    /// bisection in every fourth step.
    [[nodiscard]] met_target between(double a, double f, double b, double g) {
        const double a0 = a, f0 = f, b0 = b, g0 = g;
        double weight_f = 1.0, weight_g = 1.0;
        int side = 0;
        for (int i = 1; i <= 120; ++i) {
            const double size = max(abs(a), abs(b));
            if (b - a <= 0x1p-50 * size || f == 0.0 || g == 0.0) break;
            double x = 0.5 * (a + b);
            if (abs(f) < no_limit && abs(g) < no_limit && i % 4 != 0) {
                const double secant = a + weight_f * f / (weight_f * f - weight_g * g) * (b - a);
                if (secant > a && secant < b) x = secant;
            }
            if (!(x > a && x < b)) break;
            const double y = difference(x);
            if ((y < 0.0) == (f < 0.0) && y != 0.0) {
                a = x;
                f = y;
                weight_f = 1.0;
                weight_g = side == -1 ? 0.5 * weight_g : 1.0;
                side = -1;
            } else {
                b = x;
                g = y;
                weight_g = 1.0;
                weight_f = side == 1 ? 0.5 * weight_f : 1.0;
                side = 1;
            }
        }
        const bool left = abs(f) < abs(g);
        const double x = left ? a : b;
        met_target met{x, x, 0.0, target_ + f, target_ + g};
        const double gap = f == 0.0 || g == 0.0 ? 0.0 : abs(g - f);
        const double own_error = runs_.error(x);
        const double fine = max(2.0 * runs_.step(), own_error < no_limit ? own_error : 0.0);
        met.jumps = gap > fine && gap > 1e-9 * (abs(f0) < no_limit && abs(g0) < no_limit ? abs(g0 - f0) : 0.0);
        met.error = met.jumps ? no_limit : error_at(x, a0, f0, b0, g0);
        if (!met.jumps) met.from = met.to = target_ + (left ? f : g);
        return met;
    }

    /// The error of a place from that of the statistic there: over the distance by which it moves that far to either side,
    /// for a share moves in steps.
    [[nodiscard]] double error_at(double x, double a, double f, double b, double g) {
        const double error = runs_.error(x);
        if (error == 0.0 || !(error < no_limit)) return error;
        double slope = abs(g - f) / (b - a);
        for (int i = 0; i < 2; ++i) {
            if (!(slope > 0.0) || !(slope < no_limit)) return no_limit;
            const double reach = min(error / slope, b - a);
            const double up = runs_.value(x + reach);
            const double down = runs_.value(x - reach);
            slope = abs(up - down) / (2.0 * reach);
        }
        return slope > 0.0 && slope < no_limit ? error / slope : no_limit;
    }

    varied_runs& runs_;
    double target_;
    target_search found_;
};
HEADWAY_INSTANTIATE(class basic_target_seeker<>);
using target_seeker = basic_target_seeker<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
