// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/report/sources.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

template <class>
std::string source_line(const figures::figure_info& f) {
    std::string text = figures::value_text(f);
    if (!text.empty()) text += ' ';
    text += "[" + std::string(figures::to_text(f.kind));
    const bool value_tells = f.precision != figures::precision::exact && f.precision != figures::precision::order;
    if (!value_tells) text += ", " + std::string(figures::to_text(f.precision));
    if (f.grade != figures::grade::none) text += ", grade " + std::string(figures::to_text(f.grade));
    text += f.rejected ? ", rejected by the speaker]" : "]";
    const std::string cited = figures::citation(f);
    return cited.empty() ? text : text + ": " + cited;
}
HEADWAY_INSTANTIATE(std::string source_line<>(const figures::figure_info& f));

}  // namespace headway::report

namespace headway::report::detail {

template <class>
bool is_told_by_its_interval(const headway::detail::component_list& belief,
                             const headway::detail::belief_notation& notation) {
    using headway::detail::given_as;
    if (belief.size() != 1 || belief.shape() == belief_shape::truncated) return false;
    const auto& part = belief[0].part;
    const bool is_given =
        part.given == given_as::ci90 || (part.given == given_as::interval && part.parameter[4] == 0.9);
    if (!is_given) return false;
    const auto reads_back = [&notation](double end) {
        const std::string text = notation.value_text(end, headway::detail::shown_belief_digits);
        headway::detail::text_cursor cursor(text);
        const double back = headway::detail::value_reader(cursor, *notation.values).read();
        return back == end && cursor.is_done() && !cursor.has_failed();
    };
    return reads_back(part.parameter[2]) && reads_back(part.parameter[3]);
}
HEADWAY_INSTANTIATE(bool is_told_by_its_interval<>(const headway::detail::component_list& belief,
                    const headway::detail::belief_notation& notation));

template <class>
std::string belief_as_given(const assumption_record& a) {
    if (a.is_path()) return a.motion.text(a.motion);
    const std::string words = belief_line(a.parts(), a.notation());
    const bool is_sure = a.base_quantile(0.05) == a.base_quantile(0.95);
    if (is_sure || is_told_by_its_interval(a.parts(), a.notation())) return words;
    const std::string given = headway::detail::belief_writer(a.notation()).text(a.parts());
    return given.size() <= headway::detail::longest_shown_belief ? words + ": " + given : words;
}
HEADWAY_INSTANTIATE(std::string belief_as_given<>(const assumption_record& a));

template <class>
std::string missing_moments(const assumption_record& a) {
    const auto& parts = a.parts();
    if (a.is_path() || headway::detail::mass_of(parts, headway::no_limit) > 0.0) return {};
    if (!headway::detail::has_mean(parts)) {
        return "has no finite mean, so that the mean over draws of what grows with it settles on nothing: read quantiles";
    }
    if (!headway::detail::has_variance(parts)) {
        return "has no finite variance, so that a mean over draws of what grows with it is off by more than its standard error "
               "says: read quantiles";
    }
    return {};
}
HEADWAY_INSTANTIATE(std::string missing_moments<>(const assumption_record& a));

template <class>
std::string source_entry(const assumption_record& a, bool is_read) {
    constexpr margins below{4, 4};
    std::string text = paragraph("- " + std::string(a.name) + ": " + belief_as_given(a), {0, 2});
    text += paragraph(missing_moments(a), below);
    if (!is_read) text += paragraph("never read by the model, so it changes nothing", below);
    if (a.is_overridden()) {
        std::string why = a.note().empty() ? ", no reason given" : ": " + std::string(a.note());
        if (a.figure() != nullptr) why = ": " + source_line(*a.figure());
        text += paragraph("overridden" + why, below);
        if (a.figure() != nullptr) text += paragraph(a.note(), below);
        if (const auto* before = a.overridden_figure()) text += paragraph("in place of " + source_line(*before), below);
    } else {
        if (a.figure() != nullptr) text += paragraph(source_line(*a.figure()), below);
        text += paragraph(a.note(), below);
    }
    if (a.figure() != nullptr) text += paragraph(a.figure()->note, below);
    std::string dates;
    if (!a.as_of().is_never()) dates += "made on " + to_text(a.as_of());
    if (!a.review_by().is_never()) dates += (dates.empty() ? "" : ", ") + ("to be reviewed by " + to_text(a.review_by()));
    return text + paragraph(dates, below);
}
HEADWAY_INSTANTIATE(std::string source_entry<>(const assumption_record& a, bool is_read));

template <class>
std::string observation_entry(const std::string& what, const headway::detail::observation_record& o) {
    constexpr margins below{4, 4};
    const std::string error = headway::detail::shown_belief(o.error, *o.error_notation);
    std::string text = paragraph("- observed: " + what + ": " + o.text(o.value, 4) + "; " +
                                     (o.is_factor ? "observed / model: " : "observed - model: ") + error,
                                 {0, 2});
    if (o.figure != nullptr) text += paragraph(source_line(*o.figure), below) + paragraph(o.figure->note, below);
    text += paragraph(o.note, below);
    if (o.figure == nullptr && o.note.empty()) {
        text += paragraph("no source given; say one, observed(...).from(figure_or_note)", below);
    }
    return text;
}
HEADWAY_INSTANTIATE(std::string observation_entry<>(const std::string& what, const headway::detail::observation_record& o));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
