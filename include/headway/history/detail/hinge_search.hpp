// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <vector>

#include <headway/history/detail/line_fit.hpp>
#include <headway/math/number.hpp>

#include <headway/header_begin.hpp>

/// Where a straight line bends: over all places, how much of the squared residuals of the line a bend there takes away.
namespace headway::detail {

/// A place of the bend and by how much it lowers the sum of squared residuals.
struct hinge_gain {
    double at = 0.0;
    double gain = -1.0;
};

/// The hinge (x - at)+ of every place from `first` to `last`, for x in ascending order with a mean of 0.
/// Between two neighbouring x the hinge is u - at·v, with u the x beyond and v their indicator; what the line 1, x leaves of
/// both gives the gain (wu - at·wv)²/(uu - 2 at·uv + at²·vv), which has one maximum, in closed form. A search is linear in
/// the number of x. Accurate to about 1e-10, as its sums cancel; `hinge_profile` refines what it finds.
class hinge_search {
  public:
    hinge_search(const std::vector<double>& x, double sxx, double first, double last) { build(x, sxx, first, last); }

    /// Shows the visitor the ends and the best place of every stretch between two x, from the last to the first. `w` is
    /// what the line leaves of y.
    template <class Visitor>
    void visit(const std::vector<double>& x, const std::vector<double>& w, const Visitor& visitor) const {
        double wu = 0.0;
        double wv = 0.0;
        std::size_t i = x.size();
        for (const stretch& s : stretches_) {
            while (i > s.beyond) {
                --i;
                wv += w[i];
                wu += w[i] * x[i];
            }
            const auto gain = [&](double at) {
                const double projected = wu - at * wv;
                return projected * projected / (s.uu - at * (2.0 * s.uv - at * s.vv));
            };
            visitor(hinge_gain{s.right, gain(s.right)});
            const double best = (wv * s.uu - wu * s.uv) / (wv * s.uv - wu * s.vv);
            if (s.left < best && best < s.right) visitor(hinge_gain{best, gain(best)});
            visitor(hinge_gain{s.left, gain(s.left)});
        }
    }
    /// The earliest of the best places.
    template <class = void>
    [[nodiscard]] hinge_gain best(const std::vector<double>& x, const std::vector<double>& w) const;

  private:
    /// Places between two neighbouring x; `beyond` is the first x that lies beyond all of them.
    struct stretch {
        double left;
        double right;
        std::size_t beyond;
        double uu;
        double uv;
        double vv;
    };

    template <class = void>
    void build(const std::vector<double>& x, double sxx, double first, double last);

    std::vector<stretch> stretches_;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/history/bodies/detail/hinge_search.hpp>
#endif
