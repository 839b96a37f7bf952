// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>

#include <headway/chart/detail/chart_rows.hpp>
#include <headway/outcome/outcome.hpp>
#include <headway/project/lead_time.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// When a stage starts and ends: each as its 5 %, 50 % and 95 % quantile, all equal where it is certain, an upper one
/// never where it may not happen. `critical` is the share of draws in which the stage is on a critical path, `never` the
/// share in which it never ends; below 0 when that is not known.
struct gantt_chart_row {
    std::string stage;
    std::array<date, 3> start;
    std::array<date, 3> end;
    double critical = -1.0;
    double never = -1.0;

    gantt_chart_row(std::string name, const std::array<date, 3>& starts, const std::array<date, 3>& ends,
                    double criticality = -1.0, double share_never = -1.0)
        : stage(std::move(name)), start(starts), end(ends), critical(criticality), never(share_never) {}
    /// A stage as simulated.
    gantt_chart_row(std::string name, const outcome<date>& starts, const outcome<date>& ends, double criticality = -1.0)
        : gantt_chart_row(std::move(name), starts.quantiles(std::array{0.05, 0.5, 0.95}),
                          ends.quantiles(std::array{0.05, 0.5, 0.95}), criticality, ends.probability_never()) {}
    gantt_chart_row(std::string name, const outcome<date>& starts, const outcome<date>& ends,
                    const outcome<double>& criticality)
        : gantt_chart_row(std::move(name), starts, ends, criticality.mean()) {}
    /// A stage of a project without uncertainty, a row of its `schedule`.
    gantt_chart_row(const gantt_row<double>& row)  // NOLINT: implicit, a row is a bar
        : gantt_chart_row(std::string(row.stage), {row.start, row.start, row.start}, {row.end, row.end, row.end},
                          row.critical) {}
};

/// How to draw a Gantt chart; every part may be left out.
struct gantt_chart_options {
    std::string title = {};
    std::string description = {};  ///< read aloud in place of the picture; by default made of its numbers
    std::string id = {};           ///< what its ids in the page begin with; by default a hash of its content
    std::size_t most_rows = 40;    ///< from 1 to 200; of more stages those with the longest median time are shown
    double width = 720.0;          ///< of the view box, from 320 to 4000; above 720 texts are small on a phone
};

namespace detail {

/// The stages that are shown, in their order.
template <class = void>
[[nodiscard, gnu::cold]] shown_rows shown_stages(const char* function, const std::vector<gantt_chart_row>& stages,
                                                 std::size_t most);

}  // namespace detail

/// A Gantt chart with uncertainty as an SVG picture: for each stage a bar from the median of its start to the median of
/// its end, in another colour when it is on a critical path in half of the draws or more; behind it, paler, from the
/// earliest start (5 %) to the latest end (95 %), with a whisker from the 5 % to the 95 % quantile of the end. An end
/// that is never is an arrow into a column beside the axis, with the share of draws where it is known. The stages keep their order. A template only so that programs that
/// draw none do not compile it.
/// \throws std::domain_error for no stages, dates out of order or beyond the years -30000 to 30000, a criticality above
/// 1 or not a number, or options outside their ranges.
template <class Options = gantt_chart_options>
[[nodiscard, gnu::cold]] std::string gantt_chart(const std::vector<gantt_chart_row>& stages, const Options& options = {}) {
    const auto [shown, range] = detail::shown_stages("gantt_chart", stages, options.most_rows);
    std::string description;
    bool any_critical = false;
    bool uncertain = false;
    bool any_never = false;
    std::vector<std::string> told;
    for (const std::size_t i : shown) {
        any_critical = any_critical || stages[i].critical >= 0.5;
        uncertain = uncertain || stages[i].start[0] < stages[i].start[2] || stages[i].end[0] < stages[i].end[2];
        any_never = any_never || stages[i].end[2].is_never() || stages[i].never > 0.0;
        told.push_back(stages[i].stage + ": " + to_text(stages[i].start[1]) + " to " + to_text(stages[i].end[1]));
        description += (description.empty() ? "" : " ") + told.back() + ".";
        if (stages[i].end[0] < stages[i].end[2])
            told.back() += "; ends between " + to_text(stages[i].end[0]) + " and " + to_text(stages[i].end[2]) + " in 90 %";
        if (stages[i].never > 0.0) {
            const std::string never = "never ends in " + detail::share_text(stages[i].never);
            told.back() += "; " + never;
            description.back() = ',';
            description += " " + never + ".";
        }
    }
    auto axis = detail::make_axis<date>("gantt_chart", range, axis_kind::linear, {}, 7, false);

    detail::chart_canvas canvas(detail::texts_of("gantt_chart", options, "Schedule", std::move(description)));
    using detail::legend_entry;
    std::vector<legend_entry> entries{
        {legend_entry::swatch::area, "hw-main", uncertain ? "median start to end" : "start to end"}};
    if (any_critical) entries.push_back({legend_entry::swatch::area, "hw-second", "critical"});
    if (uncertain) entries.push_back({legend_entry::swatch::line, "hw-mark", "end, 5 to 95 %"});
    canvas.legend(entries);
    std::vector<detail::row_words> words;
    for (const std::size_t i : shown) {
        const double share = stages[i].critical;
        const std::string critical =
            share > 0.0 && share < 1.0 ? "critical in " + detail::share_text(share) + ", " : "";
        words.push_back({stages[i].stage, critical + "ends " + to_text(stages[i].end[1])});
    }
    const detail::row_plot plot(canvas, axis, words, any_never);
    const auto at = [&](const date& d) { return axis.scale(d.seconds_since_1970()); };
    for (std::size_t k = 0; k < shown.size(); ++k) {
        const auto& s = stages[shown[k]];
        const double y = plot.centres()[k];
        const bool critical = s.critical >= 0.5;
        plot.tell(canvas, k, told[k]);
        const auto bar = [&](const char* style, const date& from, const date& to) {
            if (!from.is_never()) canvas.rect(style, at(from), y - 12.0, std::max(at(to) - at(from), 2.0), 24.0, told[k]);
        };
        bar(critical ? "hw-second-outer" : "hw-outer", s.start[0], s.end[2]);
        bar(critical ? "hw-second" : "hw-main", s.start[1], s.end[1]);
        plot.draw_never(canvas, k, s.end[2].is_never() && !s.start[0].is_never() ? "hw-mark" : nullptr, s.never);
        if (!(s.end[0] < s.end[2])) continue;
        canvas.line("hw-under", at(s.end[0]), y, at(s.end[2]), y);
        canvas.line_over("hw-mark", at(s.end[0]), y - 7.0, at(s.end[0]), y + 7.0);
        canvas.line("hw-mark", at(s.end[0]), y, at(s.end[2]), y);
        if (!s.end[2].is_never()) canvas.line("hw-mark", at(s.end[2]), y - 7.0, at(s.end[2]), y + 7.0);
    }
    if (uncertain) canvas.note("Paler: from the earliest start (5 %) to the latest end (95 %).");
    detail::note_rows_left_out(canvas, stages.size(), shown.size(), "longest stages");
    return canvas.finish();
}

/// The chart of a project without uncertainty, from its `schedule(start)`.
template <std::size_t Size>
[[nodiscard, gnu::cold]] std::string gantt_chart(const std::array<gantt_row<double>, Size>& schedule,
                                      const gantt_chart_options& options = {}) {
    return gantt_chart(std::vector<gantt_chart_row>(schedule.begin(), schedule.end()), options);
}

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/chart/bodies/gantt_chart.hpp>
#endif
