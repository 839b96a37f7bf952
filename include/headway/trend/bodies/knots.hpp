// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/knots.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

HEADWAY_OUT_OF_LINE double knots::after(double when) const noexcept {
    constexpr double rounding = 1e-5;
    if (when < start - rounding) return start;
    double steps = floor((when - start) / step);
    double part = floor((when - start - steps * step) / step * per_step);
    for (;;) {
        part += 1.0;
        if (part >= per_step) {
            part = 0.0;
            steps += 1.0;
        }
        const double knot = start + steps * step + part / per_step * step;
        if (knot > when + rounding) return knot;
    }
}

HEADWAY_OUT_OF_LINE void knot_listener::hear(const knots& of, const double* dates) noexcept {
    heard* free = nullptr;
    for (heard& h : all_) {
        if (h.times < 2 && (free == nullptr || h.last < free->last)) free = &h;
        if (h.times == 0 || !(h.of == of) || !is_as_far(h, dates)) continue;
        if (h.last != asked_) ++h.times;
        h.last = asked_;
        return;
    }
    if (free == nullptr) return;
    free->of = of;
    free->times = 1;
    free->last = asked_;
    for (int i = 0; i < block_lanes; ++i) {
        const double behind = asked_on_[i] - dates[i];
        free->behind[i] = abs(behind) < rounding ? 0.0 : behind;
    }
}

HEADWAY_OUT_OF_LINE bool knot_listener::has_heard() const noexcept {
    for (const heard& h : all_) {
        if (h.times > 1) return true;
    }
    return false;
}

HEADWAY_OUT_OF_LINE bool knot_listener::is_as_far(const heard& h, const double* dates) const noexcept {
    for (int i = 0; i < block_lanes; ++i) {
        if (!(abs(asked_on_[i] - dates[i] - h.behind[i]) < rounding)) return false;
    }
    return true;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
