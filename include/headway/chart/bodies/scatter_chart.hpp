// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/scatter_chart.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
rank_correlation rank_correlation_of(std::span<const double> x, std::span<const double> y) {
    if (x.size() < 3) return {};
    const headway::detail::ranking by_input(x);
    const headway::detail::ranking by_answer(y);
    const double rho = headway::detail::spearman_of(by_input, by_answer);
    if (!is_finite(rho)) return {};
    return {rho, headway::detail::spearman_error_of(by_input, by_answer, rho)};
}
HEADWAY_INSTANTIATE(rank_correlation rank_correlation_of<>(std::span<const double> x, std::span<const double> y));

template <class>
std::string scatter_words(const scatter_draws& draws) {
    std::string words = draws.correlation_text() + ". " + draws.input + " " + draws.input_range + ", " + draws.answer +
                        " " + (draws.answer_range.empty() ? "never" : draws.answer_range) + ".";
    const std::string never = draws.never_text();
    return never.empty() ? words : words + " " + never;
}
HEADWAY_INSTANTIATE(std::string scatter_words<>(const scatter_draws& draws));

template <class>
std::string scatter_picture(chart_texts texts, const scatter_draws& draws, chart_axis x_axis,
                            std::optional<chart_axis> y_axis) {
    const double width = texts.width;
    chart_canvas canvas(std::move(texts));
    canvas.add_style(scatter_style);
    const double room = canvas.right() - canvas.left();
    for (const auto& line : wrapped(draws.correlation_text(), room, label_size, 4)) {
        canvas.y += line_height;
        canvas.text("hw-soft", canvas.left(), canvas.y - 4.0, anchor::start, line);
    }
    const bool some_never = draws.shows_never();
    if (y_axis) {
        draw_y_name(canvas, *y_axis, draws.answer);
    } else {
        draw_y_name(canvas, {}, draws.answer);
    }
    constexpr double strip = 40.0;
    const double never_width = some_never ? text_width("never", label_size) : 0.0;
    const double labels = std::max(never_width, y_axis ? y_labels_width(*y_axis, 0.4 * width) : 0.0);
    const double top = canvas.y + (some_never ? strip : 0.0);
    plot_area area{canvas.left() + labels + 12.0, canvas.right() - 6.0, top, y_axis ? top + 0.5 * width : top};
    if (some_never) {
        canvas.text("hw-soft", area.left - 10.0, canvas.y + 0.5 * strip + 0.3 * label_size, anchor::end, "never");
    }
    if (y_axis) draw_y_axis(canvas, *y_axis, area);
    draw_x_axis(canvas, x_axis, area, draws.input);
    // Many points are small and let through what lies below them.
    const double radius = draws.shown() > 200 ? 5.0 : 7.0;
    for (std::size_t i = 0; i < draws.shown(); ++i) {
        const double y = draws.y[i] < no_limit ? y_axis->scale(draws.y[i]) : top - 0.5 * strip;
        canvas.circle("hw-dot", x_axis.scale(draws.x[i]), y, radius, draws.told[i]);
    }
    const std::string remark = draws.remark();
    if (!remark.empty()) canvas.note(remark);
    return canvas.finish();
}
HEADWAY_INSTANTIATE(std::string scatter_picture<>(chart_texts texts, const scatter_draws& draws, chart_axis x_axis,
                    std::optional<chart_axis> y_axis));

template <class>
void require_most_points(std::size_t most) {
    if (most >= 1 && most <= 5000) return;
    headway::detail::value_breaks_a_rule("scatter_chart", "most_points", "must be between 1 and 5000",
                                         static_cast<double>(most));
}
HEADWAY_INSTANTIATE(void require_most_points<>(std::size_t most));

HEADWAY_OUT_OF_LINE std::string rank_correlation::text() const {
    // What rounding leaves of 0 and of 1 is no news, and a power of ten would say it badly.
    std::string words = to_text(floor(1e3 * *value + 0.5) / 1e3);
    if (standard_error) words += ", standard error " + to_text(floor(1e6 * *standard_error + 0.5) / 1e6, 2);
    return words;
}

HEADWAY_OUT_OF_LINE std::size_t scatter_draws::never() const noexcept {
    std::size_t count = 0;
    for (const double answer_of_draw : y) count += answer_of_draw < no_limit ? 0U : 1U;
    return count;
}

HEADWAY_OUT_OF_LINE std::string scatter_draws::correlation_text() const {
    if (correlation.value) return "Spearman's rank correlation " + correlation.text();
    if (x.size() < 3) return "No rank correlation, which takes 3 draws";
    const auto same = [](const std::vector<double>& values) {
        return std::all_of(values.begin(), values.end(), [&](double v) { return v == values.front(); });
    };
    return "No rank correlation: the " + std::string(same(x) ? "input" : "answer") + " is the same in every draw";
}

HEADWAY_OUT_OF_LINE std::string scatter_draws::never_text() const {
    if (never() == 0) return {};
    return "Never in " + std::to_string(never()) + " of " + std::to_string(y.size()) +
           (y.size() == 1 ? " draw" : " draws") + ", shown apart; in rank they come last.";
}

HEADWAY_OUT_OF_LINE std::string scatter_draws::remark() const {
    std::string words = never_text();
    if (shown() < x.size()) {
        words += (words.empty() ? "" : " ") + std::string("Shown: the first ") + std::to_string(shown()) + " of " +
                 std::to_string(x.size()) + " draws; the correlation is that of all.";
    }
    return words;
}

HEADWAY_OUT_OF_LINE bool scatter_draws::shows_never() const {
    return std::any_of(y.begin(), y.begin() + static_cast<std::ptrdiff_t>(shown()),
                       [](double answer_of_draw) { return !(answer_of_draw < no_limit); });
}

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
