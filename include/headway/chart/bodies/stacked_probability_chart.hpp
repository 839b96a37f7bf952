// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/stacked_probability_chart.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
stacked_shares stacked(const std::vector<date>& dates, const std::vector<probability_over_time>& kinds) {
    const auto refuse = [](const std::string& why) {
        throw std::domain_error("stacked_probability_chart: " + why);
    };
    if (dates.empty()) refuse("there are no dates to draw; give at least one");
    if (kinds.empty()) refuse("there are no kinds to draw; give at least one");
    if (kinds.size() > kind_styles.size()) {
        refuse("there are colours for " + std::to_string(kind_styles.size()) + " kinds, got " +
               std::to_string(kinds.size()) + "; put the least probable together");
    }
    stacked_shares shares;
    for (const auto& k : kinds) {
        const std::string name = headway::detail::shown_text(k.kind);
        if (name.find_first_not_of(' ') == name.npos) refuse("a kind has a name without words");
        if (std::find(shares.kinds.begin(), shares.kinds.end(), name) != shares.kinds.end()) {
            refuse("two kinds are called \"" + name + "\"; give each a name of its own");
        }
        if (k.probabilities.size() != dates.size()) {
            refuse("\"" + name + "\" has " + std::to_string(k.probabilities.size()) + " probabilities for " +
                   std::to_string(dates.size()) + " dates; give one for each");
        }
        shares.kinds.push_back(name);
    }
    const std::size_t shown = std::min(dates.size(), most_stacked_dates);
    const std::vector<std::size_t> order = headway::detail::stable_order(
        dates.size(), [&](std::size_t a, std::size_t b) { return dates[a] < dates[b]; });
    shares.probabilities.resize(kinds.size());
    shares.tops.resize(kinds.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const std::size_t at = order[shown == 1 ? 0 : i * (order.size() - 1) / (shown - 1)];
        double sum = 0.0;
        for (std::size_t k = 0; k < kinds.size(); ++k) {
            const double p = kinds[k].probabilities[at];
            if (!(p >= 0.0 && p <= 1.0)) {
                headway::detail::value_breaks_a_rule("stacked_probability_chart", "a probability",
                                                     "must be between 0 and 1", p);
            }
            sum += p;
        }
        // Of shares of draws the sum is 1 but for the last digits.
        if (!(sum > 1.0 - 1e-9 && sum < 1.0 + 1e-9)) {
            refuse("the probabilities on " + to_text(dates[at]) + " add up to " + headway::detail::number_text(sum) +
                   ", not to 1; give every kind once, that of all the rest among them");
        }
        static_cast<void>(chartable("stacked_probability_chart", "a date of the forecast", dates[at]));
        shares.dates.push_back(dates[at]);
        double below = 0.0;
        for (std::size_t k = 0; k < kinds.size(); ++k) {
            below += kinds[k].probabilities[at] / sum;
            shares.probabilities[k].push_back(kinds[k].probabilities[at]);
            shares.tops[k].push_back(k + 1 < kinds.size() && below < 1.0 ? below : 1.0);
        }
    }
    return shares;
}
HEADWAY_INSTANTIATE(stacked_shares stacked<>(const std::vector<date>& dates,
                    const std::vector<probability_over_time>& kinds));

template <class>
std::string stacked_words(const stacked_shares& shares) {
    const auto on = [&](std::size_t i) {
        std::string words = "On " + to_text(shares.dates[i]) + " ";
        for (std::size_t k = 0; k < shares.kinds.size(); ++k) {
            words += (k == 0 ? "" : ", ") + shares.kinds[k] + " " + share_text(shares.probabilities[k][i]);
        }
        return words + ".";
    };
    std::string words = on(0);
    std::size_t most = shares.kinds.size();
    for (std::size_t i = 0; i < shares.dates.size(); ++i) {
        std::size_t here = 0;
        for (std::size_t k = 1; k < shares.kinds.size(); ++k) {
            if (shares.probabilities[k][i] > shares.probabilities[here][i]) here = k;
        }
        if (here == most) continue;
        most = here;
        words += (i == 0 ? " Most probable: " : ", from " + to_text(shares.dates[i]) + " ") + shares.kinds[here];
    }
    words += ".";
    return shares.dates.size() > 1 ? words + " " + on(shares.dates.size() - 1) : words;
}
HEADWAY_INSTANTIATE(std::string stacked_words<>(const stacked_shares& shares));

template <class>
place_in_area widest_place(const std::vector<double>& x, const std::vector<double>& upper,
                           const std::vector<double>& lower, double width) {
    const double room = x.back() - x.front() - width;
    place_in_area best;
    if (room < 0.0) return best;
    // From the middle outward, so that of equal places the one nearest to it is taken.
    constexpr int places = 60;
    for (int p = 0; p <= places; ++p) {
        const int away = p % 2 == 0 ? p / 2 : -(p + 1) / 2;
        const double left = x.front() + room * (0.5 + static_cast<double>(away) / places);
        double top = 0.0;
        double bottom = 1e9;
        const auto look = [&](double above, double below) {
            top = std::max(top, above);
            bottom = std::min(bottom, below);
        };
        for (std::size_t i = 0; i < x.size(); ++i) {
            if (x[i] >= left && x[i] <= left + width) look(upper[i], lower[i]);
            for (const double end : {left, left + width}) {
                if (i == 0 || !(x[i - 1] < end && end < x[i])) continue;
                const double share = (end - x[i - 1]) / (x[i] - x[i - 1]);
                look(upper[i - 1] + share * (upper[i] - upper[i - 1]), lower[i - 1] + share * (lower[i] - lower[i - 1]));
            }
        }
        if (bottom - top > best.height) best = {left + 0.5 * width, 0.5 * (top + bottom), bottom - top};
    }
    return best;
}
HEADWAY_INSTANTIATE(place_in_area widest_place<>(const std::vector<double>& x, const std::vector<double>& upper,
                    const std::vector<double>& lower, double width));

template <class>
std::string stacked_picture(const stacked_shares& shares, const std::string& remark,
                            const stacked_probability_chart_options& options) {
    axis_range times;
    for (const date& when : shares.dates) times.add(when.seconds_since_1970());
    auto x_axis = make_axis<date>("stacked_probability_chart", times, axis_kind::linear, {}, 7, false);
    auto y_axis = make_axis<double>("stacked_probability_chart", {0.0, 100.0}, axis_kind::linear, {"%"}, 5, true);
    chart_canvas canvas(
        texts_of("stacked_probability_chart", options, "Probabilities over time", stacked_words(shares)));
    for (std::size_t k = 0; k < kind_hues.size(); ++k) {
        canvas.add_style(std::string(".hw-chart .") + kind_styles[k] + "{fill:" + kind_hues[k] + "}");
    }
    canvas.add_style(kind_edge);
    std::vector<legend_entry> entries;
    for (std::size_t k = 0; k < shares.kinds.size(); ++k) {
        entries.push_back({legend_entry::swatch::area, kind_styles[k], shares.kinds[k]});
    }
    canvas.legend(entries);
    draw_y_name(canvas, y_axis, "probability");
    plot_area area{canvas.left() + y_labels_width(y_axis, 0.4 * options.width) + 12.0, canvas.right() - 6.0, canvas.y,
                   canvas.y + 0.47 * options.width};
    draw_y_axis(canvas, y_axis, area);
    draw_x_axis(canvas, x_axis, area);

    std::vector<double> x;
    for (const date& when : shares.dates) x.push_back(x_axis.scale(when.seconds_since_1970()));
    std::vector<std::vector<double>> edges{std::vector<double>(x.size(), area.bottom)};
    for (const auto& tops : shares.tops) {
        edges.emplace_back();
        for (const double top : tops) edges.back().push_back(y_axis.scale(100.0 * top));
    }
    if (x.size() == 1) {
        // One date alone is a bar.
        const double middle = x.front();
        x = {std::max(area.left, middle - 60.0), std::min(area.right, middle + 60.0)};
        for (auto& edge : edges) edge.push_back(edge.front());
    }
    for (std::size_t k = 0; k < shares.kinds.size(); ++k) {
        const auto& p = shares.probabilities[k];
        if (*std::max_element(p.begin(), p.end()) > 0.0) {
            canvas.path((std::string(kind_styles[k]) + " hw-edge").c_str(), band_path(x, edges[k], edges[k + 1]),
                        shares.kinds[k]);
        }
    }
    for (std::size_t k = 0; k < shares.kinds.size(); ++k) {
        const double width = text_width(shares.kinds[k], label_size);
        const place_in_area place = widest_place(x, edges[k + 1], edges[k], width + 12.0);
        if (place.height < label_size + 6.0) continue;
        canvas.text("hw-halo", place.x, place.y + 0.35 * label_size, anchor::middle, shares.kinds[k]);
    }
    if (shares.dates.size() <= most_told_dates) {
        for (std::size_t i = 0; i < shares.dates.size(); ++i) {
            const bool alone = shares.dates.size() == 1;
            const double from = alone || i == 0 ? x.front() : 0.5 * (x[i - 1] + x[i]);
            const double to = alone || i + 1 == shares.dates.size() ? x.back() : 0.5 * (x[i] + x[i + 1]);
            for (std::size_t k = 0; k < shares.kinds.size(); ++k) {
                if (!(shares.probabilities[k][i] > 0.0)) continue;
                canvas.rect("hw-hit", from, edges[k + 1][i], to - from, edges[k][i] - edges[k + 1][i],
                            shares.told(k, i));
            }
        }
    }
    if (!remark.empty()) canvas.note(remark);
    return canvas.finish();
}
HEADWAY_INSTANTIATE(std::string stacked_picture<>(const stacked_shares& shares, const std::string& remark,
                    const stacked_probability_chart_options& options));

}  // namespace headway::report::detail

namespace headway::report {

template <class>
std::string stacked_probability_chart(const std::vector<date>& dates, const std::vector<probability_over_time>& kinds,
                                      const stacked_probability_chart_options& options) {
    return detail::stacked_picture(detail::stacked(dates, kinds), {}, options);
}
HEADWAY_INSTANTIATE(std::string stacked_probability_chart<>(const std::vector<date>& dates,
                    const std::vector<probability_over_time>& kinds, const stacked_probability_chart_options& options));

}  // namespace headway::report

namespace headway::report::detail {

HEADWAY_OUT_OF_LINE std::string simulated_kinds::remark() const {
    std::string words = std::to_string(draws) + (draws == 1 ? " draw" : " draws");
    if (standard_error > 0.0) {
        words += "; the standard error of a probability is at most " +
                 to_text(quantity<dimensionless>::from_base_value(standard_error), 2);
    }
    return words + ".";
}

HEADWAY_OUT_OF_LINE void simulated_kinds::call(const std::vector<std::string>& names) {
    if (names.empty()) return;
    if (names.size() != kinds.size()) {
        throw std::domain_error("stacked_probability_chart: " + std::to_string(names.size()) + " names for " +
                                std::to_string(kinds.size()) + " kinds; give one for each, or none");
    }
    for (std::size_t k = 0; k < kinds.size(); ++k) kinds[k].kind = names[k];
}

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
