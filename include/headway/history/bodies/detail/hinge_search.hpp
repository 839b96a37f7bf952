// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/history/detail/hinge_search.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
hinge_gain hinge_search::best(const std::vector<double>& x, const std::vector<double>& w) const {
    hinge_gain best_so_far;
    visit(x, w, [&](const hinge_gain& g) {
        if (g.gain >= best_so_far.gain) best_so_far = g;
    });
    return best_so_far;
}
HEADWAY_INSTANTIATE(hinge_gain hinge_search::best<>(const std::vector<double>& x, const std::vector<double>& w) const);

template <class>
void hinge_search::build(const std::vector<double>& x, double sxx, double first, double last) {
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
HEADWAY_INSTANTIATE(void hinge_search::build<>(const std::vector<double>& x, double sxx, double first, double last));

}  // namespace headway::detail

#include <headway/header_end.hpp>
