// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/inference/detail/likelihood.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void add_surprises(const observation_record& o, const double* given, double* surprise) {
    const component& a = o.error[0].part;
    const bool is_plain = o.error.size() == 1 && !a.is_truncated;
    if (is_plain && !o.is_factor && a.shape == belief_shape::normal) {
        vector_dispatch(normal_surprise_loop{given, o.value - a.parameter[0], 1.0 / a.parameter[1],
                                             headway::log(a.parameter[1]) + half_log_two_pi, surprise});
        return;
    }
    if (is_plain && o.is_factor && a.shape == belief_shape::lognormal) {
        vector_dispatch(lognormal_surprise_loop{given, o.value / a.parameter[0], 1.0 / a.parameter[1],
                                                headway::log(a.parameter[1]) + half_log_two_pi + headway::log(o.value),
                                                surprise});
        return;
    }
    for (int i = 0; i < batch::size; ++i) {
        double more = no_limit;
        if (given[i] < no_limit && (!o.is_factor || given[i] > 0.0)) {
            more = o.is_factor ? surprise_of(o.error, o.value / given[i]) + headway::log(given[i])
                               : surprise_of(o.error, o.value - given[i]);
        }
        if (more == -no_limit) {
            throw std::domain_error(
                "updated: the density of an error is infinite where an observation meets what the model "
                "gives, " +
                o.text(given[i], 6) + ", so that one draw would count for all; give an error whose density is finite");
        }
        surprise[i] += more == more ? more : no_limit;
    }
}
HEADWAY_INSTANTIATE(void add_surprises<>(const observation_record& o, const double* given, double* surprise));

}  // namespace headway::detail

#include <headway/header_end.hpp>
