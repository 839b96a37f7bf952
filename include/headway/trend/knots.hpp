// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/math/batch.hpp>
#include <headway/quantity/date.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Dates at which a trend bends, in equal parts of equal steps from a start on: those of a drawn path, which is smooth for
/// less than a day. In seconds since 1970, of what the trend is made of.
struct knots {
    double start = 0.0;
    double step = 0.0;
    double per_step = 1.0;

    /// The first knot after a date by more than rounding. Ends of steps, at which a path may jump, are those of the path.
    [[nodiscard]] double after(double when) const noexcept;
    friend bool operator==(const knots&, const knots&) noexcept = default;
};

/// Hears, as a trend is evaluated, of what bends in it at knots, through whatever it is made of: the algebra, delays, a
/// callable. A hook such as `visit_breakpoints` would not be passed on by a callable, and names dates one by one. What is
/// asked at the trend's own date less a span of its own counts; what is asked on fixed dates only is not heard twice at one
/// distance, and does not.
class knot_listener {
  public:
    knot_listener() noexcept : before_(listening) { listening = this; }
    ~knot_listener() { stop(); }
    knot_listener(const knot_listener&) = delete;
    knot_listener& operator=(const knot_listener&) = delete;

    void stop() noexcept {
        if (listening == this) listening = before_;
    }
    /// The trend is about to be evaluated on these dates.
    template <class Number>
    void ask(const Number& seconds) noexcept {
        ++asked_;
        for (int i = 0; i < block_lanes; ++i) asked_on_[i] = value_at(seconds, i < lanes_of<Number> ? i : 0);
    }
    /// Who listens on this thread, or null.
    [[nodiscard]] static knot_listener* current() noexcept { return listening; }
    /// What bends at these knots is asked on these dates, 64 of them.
    void hear(const knots& of, const double* dates) noexcept;
    [[nodiscard]] bool has_heard() const noexcept;
    /// The first knot of all that was heard after a date of each draw, or the end if that is before.
    template <class Number>
    [[nodiscard]] Number next(const Number& after, const Number& end) const noexcept {
        Number first = end;
        for (const heard& h : all_) {
            if (h.times < 2) continue;
            double found = 0.0;
            for (int i = 0; i < lanes_of<Number>; ++i) {
                // Mostly all draws are asked on the same dates.
                const bool as_before = i > 0 && value_at(after, i) == value_at(after, i - 1) && h.behind[i] == h.behind[i - 1];
                if (!as_before) found = h.of.after(value_at(after, i) - h.behind[i]) + h.behind[i];
                set_least(first, i, found);
            }
        }
        return first;
    }

  private:
    struct heard {
        knots of;
        double behind[block_lanes] = {};
        int times = 0;
        std::uint64_t last = 0;
    };
    static constexpr int most = 8;
    static constexpr double rounding = 1e-3;

    [[nodiscard]] bool is_as_far(const heard& h, const double* dates) const noexcept;
    template <class Number>
    static void set_least(Number& least, int lane, double value) noexcept {
        if constexpr (lanes_of<Number> == 1) {
            least = value < least ? value : least;
        } else {
            least.lane[lane] = value < least.lane[lane] ? value : least.lane[lane];
        }
    }

    inline static constinit thread_local knot_listener* listening = nullptr;
    knot_listener* before_;
    heard all_[most];
    double asked_on_[block_lanes] = {};
    std::uint64_t asked_ = 0;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/trend/bodies/knots.hpp>
#endif
