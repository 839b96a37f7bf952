// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/decision/detail/target_search.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
basic_varied_runs<V>::basic_varied_runs(const char* function, const model_call& model, const std::vector<date>& dates,
                                        std::size_t place, const simulation& options, std::size_t input, varied how,
                                        double median, const asked_statistic& asked)
    : runs_(function, model, dates, place, options), input_(input), how_(how), median_(median), asked_(asked),
      columns_(runs_.draw(model, std::vector<char>(model.input_count, 1))), varied_(columns_[input]) {
    for (const input_column& column : columns_) read_.push_back(column.data());
    read_[input] = varied_.data();
}

template <class V>
outcome<double> basic_varied_runs<V>::at(double x) {
    ++count_;
    const input_column& drawn = columns_[input_];
    for (std::size_t i = 0; i < varied_.size(); ++i) {
        varied_[i] = how_ == varied::value    ? x
                     : how_ == varied::scaled ? drawn[i] * (x / median_)
                                              : drawn[i] + (x - median_);
    }
    return runs_.run_one(read_);
}

template <class V>
target_search basic_target_seeker<V>::search(const std::vector<double>& places) {
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

template <class V>
double basic_target_seeker<V>::difference(double x) {
    const double y = runs_.value(x);
    found_.least = y < found_.least ? y : found_.least;
    found_.greatest = y > found_.greatest ? y : found_.greatest;
    return y - target_;
}

template <class V>
double basic_target_seeker<V>::edge(double out, double in) {
    for (int i = 0; i < 60; ++i) {
        const double middle = 0.5 * (out + in);
        if (middle == out || middle == in) break;
        (difference(middle) == 0.0 ? in : out) = middle;
    }
    return in;
}

template <class V>
met_target basic_target_seeker<V>::between(double a, double f, double b, double g) {
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

template <class V>
double basic_target_seeker<V>::error_at(double x, double a, double f, double b, double g) {
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

HEADWAY_INSTANTIATE(class basic_varied_runs<>);

HEADWAY_INSTANTIATE(class basic_target_seeker<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
