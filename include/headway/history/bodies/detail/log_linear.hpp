// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/history/detail/log_linear.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string caution_about(double lag1, std::size_t size, const char* instead) {
    if (!(lag1 > chance_autocorrelation(size))) return {};
    return "caution: neighbouring observations err alike (lag-1 autocorrelation " + number_text(lag1, 2) +
           "), so that p is too small; " + instead;
}
HEADWAY_INSTANTIATE(std::string caution_about<>(double lag1, std::size_t size, const char* instead));

template <class>
std::string autocorrelation_in_words(double lag1, std::size_t size) {
    const double n = static_cast<double>(size);
    const double chance = chance_autocorrelation(size);
    std::string text = "lag-1 autocorrelation of the residuals " + number_text(lag1, 2);
    if (lag1 > chance) {
        text += ", above what chance gives (" + number_text(chance, 2) +
                "): neighbouring observations err alike, so the " + "intervals are too narrow, as if the " +
                std::to_string(size) + " observations were about " +
                number_text(max(2.0, floor(n * (1.0 - lag1) / (1.0 + lag1) + 0.5)), 6) +
                "; a random walk with drift is the better model if they are one series";
    } else if (lag1 < -chance) {
        text += ", below what chance gives (-" + number_text(chance, 2) +
                "): neighbouring observations err in turn, so " + "the intervals are wider than they need be";
    } else {
        text += ", no more than chance gives (" + number_text(chance, 2) + "): no sign against independent errors";
    }
    return text;
}
HEADWAY_INSTANTIATE(std::string autocorrelation_in_words<>(double lag1, std::size_t size));

HEADWAY_OUT_OF_LINE double fitted_line::residual_stddev() const {
    require_freedom("residual_stddev");
    return line_.residual_stddev();
}

HEADWAY_OUT_OF_LINE double fitted_line::level_width(const char* function, double level) const {
    require_freedom(function);
    return central_student(function, degrees_of_freedom(), level);
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
