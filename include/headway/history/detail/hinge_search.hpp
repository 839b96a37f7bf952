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
    [[nodiscard]] hinge_gain best(const std::vector<double>& x, const std::vector<double>& w) const {
        hinge_gain best_so_far;
        visit(x, w, [&](const hinge_gain& g) {
            if (g.gain >= best_so_far.gain) best_so_far = g;
        });
        return best_so_far;
    }

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
    void build(const std::vector<double>& x, double sxx, double first, double last) {
        const auto n = static_cast<double>(x.size());
        double count = 0.0;
        double sum = 0.0;
        double squares = 0.0;
        for (std::size_t i = x.size(); i-- > 1;) {
            count += 1.0;
            sum += x[i];
            squares += x[i] * x[i];
            const double left = max(first, x[i - 1]);
            const double right = min(last, x[i]);
            if (!(x[i - 1] < x[i]) || !(left < right || (left == right && first == last))) continue;
            stretches_.push_back({left, right, i, squares - sum * sum / n - squares * squares / sxx,
                                  sum - sum * count / n - squares * sum / sxx,
                                  count - count * count / n - sum * sum / sxx});
        }
    }

    std::vector<stretch> stretches_;
};
HEADWAY_INSTANTIATE(hinge_gain hinge_search::best<>(const std::vector<double>& x, const std::vector<double>& w) const);
HEADWAY_INSTANTIATE(void hinge_search::build<>(const std::vector<double>& x, double sxx, double first, double last));

}  // namespace headway::detail

#include <headway/header_end.hpp>
