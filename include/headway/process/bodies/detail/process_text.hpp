// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/process/detail/process_text.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string process_in_words(const process_record& p, std::string (*amount)(double)) {
    constexpr double year = 31556952.0;
    const double root_of_year = sqrt(year);
    const auto value = [&](double coordinate) { return amount(p.in_logs ? exp(coordinate) : coordinate); };
    const auto moved = [&](double drift, double volatility) {
        std::string text;
        if (p.kind == process_kind::walk) {
            text += p.in_logs ? ", median times " + number_text(exp(drift * year), 4) + " a year"
                              : ", " + amount(drift * year) + " a year";
        }
        text += ", volatility " +
                (p.in_logs ? number_text(volatility * root_of_year, 4) : amount(volatility * root_of_year));
        return text + " per root of a year";
    };
    if (p.kind == process_kind::yearly) {
        return "a value a year for " + std::to_string(p.yearly.count) + " years from " + iso_text(p.start) +
               ", autocorrelation " + number_text(p.autocorrelation, 4);
    }
    std::string text = p.kind == process_kind::walk ? "a random walk" : "mean reverting";
    text += (p.in_logs ? " in logarithms from " : " from ") + value(p.first) + " on " + iso_text(p.start);
    if (p.kind == process_kind::mean_reverting) {
        text += " to " + value(p.long_run) + ", the distance halved every " + number_text(ln2 / p.reversion / year, 4) +
                " years";
    }
    text += moved(p.drift, p.volatility);
    if (p.has_regimes()) {
        text += ", for " + number_text(1.0 / p.leave_first / year, 3) + " years on average; then for " +
                number_text(1.0 / p.leave_other / year, 3) + " years" + moved(p.other_drift, p.other_volatility);
    }
    if (p.has_jumps()) {
        text += ", " + number_text(p.jump_rate * year, 4) + " jumps a year " +
                (p.in_logs ? "times " + number_text(exp(p.jump_mean), 4) : "by " + amount(p.jump_mean));
    }
    if (p.is_estimated()) text += ", estimated from " + std::to_string(p.increments) + " increments";
    return text;
}
HEADWAY_INSTANTIATE(std::string process_in_words<>(const process_record& p, std::string (*amount)(double)));

}  // namespace headway::detail

#include <headway/header_end.hpp>
