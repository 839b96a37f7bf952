// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/history/detail/hinge_profile.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
hinge hinge_profile::at(double place) const {
    const auto n = static_cast<double>(size());
    hinge h;
    h.at = place;
    careful_sum sum;
    careful_sum along;
    for (std::size_t i = size(); i-- > 0 && x_[i] > place;) {
        sum.add(x_[i] - place);
        along.add((x_[i] - place) * x_[i]);
    }
    h.mean = sum.value() / n;
    h.tilt = along.value() / sxx_;
    careful_sum squares;
    careful_sum product;
    for (std::size_t i = 0; i < size(); ++i) {
        const double r = rest(h, x_[i]);
        squares.add(r * r);
        product.add(r * w_[i]);
    }
    h.squares = squares.value();
    h.bend = product.value() / h.squares;
    careful_sum rss;
    for (std::size_t i = 0; i < size(); ++i) {
        const double residual = w_[i] - h.bend * rest(h, x_[i]);
        rss.add(residual * residual);
    }
    h.rss = rss.value() > rounding_ ? rss.value() : 0.0;
    return h;
}
HEADWAY_INSTANTIATE(hinge hinge_profile::at<>(double place) const);

template <class>
int hinge_profile::straight_sets_with_f(double f, int sets, std::uint64_t seed) const {
    auto reader = random_stream(seed, hash_of("no break")).read();
    std::uint64_t block = 0;
    double uniforms[random_stream::block_size];
    int used = random_stream::block_size;
    std::vector<double> e(size());
    int count = 0;
    for (int set = 0; set < sets; ++set) {
        for (double& v : e) {
            if (used == random_stream::block_size) {
                reader.uniforms(block++, uniforms);
                used = 0;
            }
            v = normal_quantile(uniforms[used++]);
        }
        const double rss = remove_line(e);
        const double gain = search_.best(x_, e).gain;
        count += gain >= rss || f_of_gain(gain, rss - gain) >= f ? 1 : 0;
    }
    return count;
}
HEADWAY_INSTANTIATE(int hinge_profile::straight_sets_with_f<>(double f, int sets, std::uint64_t seed) const);

HEADWAY_OUT_OF_LINE double hinge_profile::prediction_error(const hinge& h, double x) const noexcept {
    const double r = rest(h, x);
    return spread(h) * sqrt(1.0 + 1.0 / static_cast<double>(size()) + x * x / sxx_ + r * r / h.squares);
}

HEADWAY_OUT_OF_LINE double hinge_profile::remove_line(std::vector<double>& y) const noexcept {
    const double mean = careful_mean(y);
    double along = 0.0;
    for (std::size_t i = 0; i < size(); ++i) along += (y[i] - mean) * x_[i];
    double squares = 0.0;
    for (std::size_t i = 0; i < size(); ++i) {
        y[i] -= mean + along / sxx_ * x_[i];
        squares += y[i] * y[i];
    }
    return squares;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
