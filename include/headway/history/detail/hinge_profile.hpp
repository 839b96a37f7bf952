// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <headway/history/detail/hinge_search.hpp>
#include <headway/history/detail/student.hpp>
#include <headway/sampling/random_stream.hpp>

#include <headway/header_begin.hpp>

/// The least squares line with one bend, y = level + slope·x + bend·(x - at)+ + error, and what the data say of its place.
namespace headway::detail {

/// The best line with its bend at one place. What the straight line 1, x leaves of the hinge is
/// (x - at)+ - mean - tilt·x, its squares sum to `squares`.
struct hinge {
    double at = 0.0;
    double mean = 0.0;
    double tilt = 0.0;
    double squares = 0.0;
    double bend = 0.0;
    double rss = 0.0;
};

/// A place of the bend that stands for those around it, and their share of the probability.
struct weighted_hinge {
    double share;
    hinge line;
};

/// The likelihood over the place of the bend, from `first` to `last`. Within, places and x are in parts of the range of x,
/// from its mean. For each place the line is fitted by least squares anew, in O(n) and to full accuracy.
class hinge_profile {
  public:
    hinge_profile() = default;
    /// `x` ascending, `line` the straight line of `y` on `x`.
    hinge_profile(std::vector<double> x, const std::vector<double>& y, const line_fit& line, double first, double last)
        : x_(std::move(x)), line_(line), range_(x_.back()) {
        build(y, first, last);
    }

    [[nodiscard]] std::size_t size() const noexcept { return x_.size(); }
    [[nodiscard]] const line_fit& straight_line() const noexcept { return line_; }
    [[nodiscard]] const hinge& best() const noexcept { return best_; }
    /// Whether the bend was looked for at one place only, so that the place is none of the parameters.
    [[nodiscard]] bool place_is_known() const noexcept { return place_is_known_; }
    /// The parameters that a bend adds to those of the line: how much it bends and, unless that is known, where.
    [[nodiscard]] double bend_parameters() const noexcept { return place_is_known_ ? 1.0 : 2.0; }
    /// The observations less all parameters.
    [[nodiscard]] double degrees_of_freedom() const noexcept {
        return static_cast<double>(size()) - 2.0 - bend_parameters();
    }
    /// Whether nothing but rounding is left of the errors, so that there is one place.
    [[nodiscard]] bool is_exact() const noexcept { return best_.rss == 0.0; }
    /// Whether a straight line leaves nothing but rounding.
    [[nodiscard]] bool is_straight() const noexcept { return straight_; }
    /// The autocorrelation of the residuals with their neighbours.
    [[nodiscard]] double lag1() const noexcept { return lag1_; }
    /// The places within which all probability lies but for e^-40 of the density at the best.
    [[nodiscard]] const std::vector<weighted_hinge>& hinges() const noexcept { return hinges_; }
    /// The edges of the cells for which `hinges` stand: one more.
    [[nodiscard]] const std::vector<double>& edges() const noexcept { return edges_; }

    /// From x as given to the x of a hinge, and back.
    [[nodiscard]] double to_scaled(double x) const noexcept { return (x - line_.x_mean) / range_; }
    [[nodiscard]] double from_scaled(double x) const noexcept { return line_.x_mean + x * range_; }
    /// The slopes per x as given, and the standard error that they have where the place is known.
    [[nodiscard]] double slope_before(const hinge& h) const noexcept { return (slope_ - h.bend * h.tilt) / range_; }
    [[nodiscard]] double slope_after(const hinge& h) const noexcept {
        return (slope_ + h.bend * (1.0 - h.tilt)) / range_;
    }
    [[nodiscard]] double slope_before_error(const hinge& h) const noexcept { return slope_error(h, -h.tilt); }
    [[nodiscard]] double slope_after_error(const hinge& h) const noexcept { return slope_error(h, 1.0 - h.tilt); }
    /// y at a scaled x.
    [[nodiscard]] double value(const hinge& h, double x) const noexcept {
        return line_.y_mean + slope_ * x + h.bend * rest(h, x);
    }
    /// The standard error of one more y at a scaled x, where the place is known.
    [[nodiscard]] double prediction_error(const hinge& h, double x) const noexcept;

    /// The best line with its bend here.
    template <class = void>
    [[nodiscard]] hinge at(double place) const;

    /// F of no bend at all against the best, (rss of the line - least rss)/k/(least rss/(n - 2 - k)) with `bend_parameters`
    /// for k.
    [[nodiscard]] double f_of_no_bend() const noexcept {
        return is_exact() ? infinity : f_of_gain(line_.rss - best_.rss, best_.rss);
    }
    /// Of so many data sets without a bend and with independent normal errors at the same x, the number whose best bend has
    /// an F of at least this. The errors' spread and the line cancel out of F, so nothing is assumed of them.
    template <class = void>
    [[nodiscard]] int straight_sets_with_f(double f, int sets, std::uint64_t seed) const;

  private:
    [[nodiscard]] double rest(const hinge& h, double x) const noexcept {
        return (x > h.at ? x - h.at : 0.0) - h.mean - h.tilt * x;
    }
    [[nodiscard]] double spread(const hinge& h) const noexcept {
        return sqrt(h.rss / (static_cast<double>(size()) - 3.0));
    }
    [[nodiscard]] double slope_error(const hinge& h, double part) const noexcept {
        return spread(h) * sqrt(1.0 / sxx_ + part * part / h.squares) / range_;
    }
    [[nodiscard]] double f_of_gain(double gain, double rss) const noexcept {
        return gain / bend_parameters() / rss * degrees_of_freedom();
    }
    /// Makes of y what the line leaves of it; returns its squares.
    double remove_line(std::vector<double>& y) const noexcept;

    template <class = void>
    void build(const std::vector<double>& y, double first, double last);
    template <class = void>
    [[nodiscard]] hinge refined(hinge h) const;
    /// The logarithm of the density of the place, relative to that of the best.
    [[nodiscard]] double log_density(const hinge& h) const noexcept {
        return -0.5 * ((static_cast<double>(size()) - 3.0) * log(h.rss / best_.rss) + log(h.squares / best_.squares));
    }
    template <class = void>
    void spread_probability();

    std::vector<double> x_;
    std::vector<double> w_;
    line_fit line_;
    double range_ = 1.0;
    double slope_ = 0.0;
    double sxx_ = 0.0;
    double rounding_ = 0.0;
    double lag1_ = 0.0;
    bool straight_ = false;
    bool place_is_known_ = false;
    hinge_search search_{{}, 1.0, 0.0, 0.0};
    hinge best_;
    std::vector<weighted_hinge> hinges_;
    std::vector<double> edges_;
};

template <class>
void hinge_profile::build(const std::vector<double>& y, double first, double last) {
    slope_ = line_.slope * range_;
    careful_sum squares;
    double largest = 0.0;
    for (std::size_t i = 0; i < size(); ++i) {
        x_[i] = to_scaled(x_[i]);
        squares.add(x_[i] * x_[i]);
        largest = max(largest, abs(y[i] - line_.y_mean));
    }
    sxx_ = squares.value();
    careful_sum sum;
    for (std::size_t i = 0; i < size(); ++i) {
        w_.push_back((y[i] - line_.y_mean) - slope_ * x_[i]);
        sum.add(w_[i]);
    }
    for (double& v : w_) v -= sum.value() / static_cast<double>(size());
    // Each residual is as uncertain as the rounding of the values it is a difference of.
    const double unit = 0x1p-49 * largest;
    rounding_ = unit * unit * static_cast<double>(size());
    straight_ = line_.rss <= rounding_;
    search_ = hinge_search(x_, sxx_, to_scaled(first), to_scaled(last));
    place_is_known_ = first == last;
    best_ = at(search_.best(x_, w_).at);
    if (first < last) best_ = refined(best_);
    careful_sum neighbours;
    careful_sum all;
    double before = 0.0;
    for (std::size_t i = 0; i < size(); ++i) {
        const double residual = w_[i] - best_.bend * rest(best_, x_[i]);
        neighbours.add(before * residual);
        all.add(residual * residual);
        before = residual;
    }
    lag1_ = is_exact() ? 0.0 : neighbours.value() / all.value();
    spread_probability();
}

/// Within a stretch between two x the best place is known in closed form; from near by it has no sums that cancel.
template <class>
hinge hinge_profile::refined(hinge h) const {
    for (int step = 0; step < 3; ++step) {
        const auto n = static_cast<double>(size());
        const auto above = static_cast<std::size_t>(std::upper_bound(x_.begin(), x_.end(), h.at) - x_.begin());
        if (x_[above - 1] == h.at) return h;  // at an observation the profile has a kink
        careful_sum sum;
        for (std::size_t i = above; i < size(); ++i) sum.add(x_[i]);
        const double share = (n - static_cast<double>(above)) / n;
        const double tilt = sum.value() / sxx_;
        careful_sum uv;
        careful_sum vv;
        careful_sum wu;
        careful_sum wv;
        for (std::size_t i = 0; i < size(); ++i) {
            const double u = rest(h, x_[i]);
            const double v = (i >= above ? 1.0 : 0.0) - share - tilt * x_[i];
            uv.add(u * v);
            vv.add(v * v);
            wu.add(w_[i] * u);
            wv.add(w_[i] * v);
        }
        const double uu = h.squares;
        const double step_size =
            (wv.value() * uu - wu.value() * uv.value()) / (wv.value() * uv.value() - wu.value() * vv.value());
        const double place = h.at + step_size;
        if (!(x_[above - 1] < place && place < x_[above])) return h;
        const hinge next = at(place);
        if (!(next.rss <= h.rss)) return h;
        h = next;
    }
    return h;
}

/// The likelihood of each place, level, slopes and spread integrated out (flat priors; of the spread, of its logarithm), made
/// a density: squares^(-1/2) rss^(-(n - 3)/2). The profile, without the first factor, forgets that slopes are less sure where
/// the bend is near an end: intervals made of it hold the truth too seldom there. Cut into cells of known probability, each
/// with one line that stands for it.
template <class>
void hinge_profile::spread_probability() {
    constexpr double out_of_sight = -40.0;
    const auto alone = [&] {
        hinges_ = {{1.0, best_}};
        edges_ = {best_.at, best_.at};
    };
    std::vector<double> places;
    search_.visit(x_, w_, [&](const hinge_gain& g) {
        if (places.empty() || g.at < places.back()) places.push_back(g.at);
    });
    if (is_exact() || places.size() < 2) return alone();
    std::reverse(places.begin(), places.end());
    // Of very many places some will do: they only tell where probability is.
    const std::size_t stride = 1 + places.size() * size() / 5'000'000;
    std::vector<hinge> coarse;
    for (std::size_t p = 0; p < places.size(); p += stride) coarse.push_back(at(places[p]));
    if (coarse.back().at < places.back()) coarse.push_back(at(places.back()));
    coarse.insert(std::lower_bound(coarse.begin(), coarse.end(), best_.at,
                                   [](const hinge& h, double place) { return h.at < place; }),
                  best_);
    const auto seen = [&](const hinge& h) { return log_density(h) > out_of_sight; };
    std::size_t i = 0;
    while (!seen(coarse[i])) ++i;
    std::size_t j = coarse.size() - 1;
    while (!seen(coarse[j])) --j;
    const auto edge = [&](double in, double out) {
        for (int step = 0; step < 40; ++step) {
            const double middle = 0.5 * (in + out);
            (seen(at(middle)) ? in : out) = middle;
        }
        return in;
    };
    const double low = i == 0 ? coarse[0].at : edge(coarse[i].at, coarse[i - 1].at);
    const double high = j + 1 == coarse.size() ? coarse[j].at : edge(coarse[j].at, coarse[j + 1].at);
    if (!(low < high)) return alone();

    constexpr int steps = 320;
    std::vector<hinge> grid;
    for (std::size_t k = i; k <= j; ++k) grid.push_back(coarse[k]);
    for (int k = 0; k <= steps; ++k) grid.push_back(at(low + (high - low) * (k / static_cast<double>(steps))));
    std::sort(grid.begin(), grid.end(), [](const hinge& a, const hinge& b) { return a.at < b.at; });
    std::vector<double> cumulative{0.0};
    for (std::size_t k = 1; k < grid.size(); ++k) {
        const double mean = 0.5 * (exp(log_density(grid[k - 1])) + exp(log_density(grid[k])));
        cumulative.push_back(cumulative.back() + mean * (grid[k].at - grid[k - 1].at));
    }
    std::size_t k = 1;
    const auto quantile = [&](double p) {
        const double target = p * cumulative.back();
        while (k + 1 < cumulative.size() && cumulative[k] < target) ++k;
        const double mass = cumulative[k] - cumulative[k - 1];
        const double part = mass > 0.0 ? min(1.0, (target - cumulative[k - 1]) / mass) : 1.0;
        return grid[k - 1].at + part * (grid[k].at - grid[k - 1].at);
    };
    // Each edge a level that is asked often; finer in the tails, of which far quantiles are made.
    std::vector<double> levels{0.0, 0.001, 0.0025, 0.005, 0.01};
    for (int part = 1; part < 40; ++part) levels.push_back(part / 40.0);
    for (const double above : {0.01, 0.005, 0.0025, 0.001, 0.0}) levels.push_back(1.0 - above);
    edges_.push_back(low);
    for (std::size_t c = 1; c < levels.size(); ++c) {
        hinges_.push_back({levels[c] - levels[c - 1], at(quantile(0.5 * (levels[c] + levels[c - 1])))});
        edges_.push_back(c + 1 == levels.size() ? high : quantile(levels[c]));
    }
}
HEADWAY_INSTANTIATE(void hinge_profile::build<>(const std::vector<double>& y, double first, double last));
HEADWAY_INSTANTIATE(hinge hinge_profile::refined<>(hinge h) const);
HEADWAY_INSTANTIATE(void hinge_profile::spread_probability<>());

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/history/bodies/detail/hinge_profile.hpp>
#endif
