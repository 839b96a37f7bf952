// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/decision/value_for.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void refuse_levels_on_never(const assumption_record& input, double low, double high) {
    const std::string name = "value_for: \"" + std::string(input.name) + "\"";
    const double comes = probability_of(input.parts(), std::numeric_limits<double>::max()).lower;
    if (!(comes > 0.0)) {
        throw std::domain_error(name + " is sure of never, so that there is no level to search; give dates, "
                                       "value_range(low, high)");
    }
    const double below = comes > 0.01 ? floor(1000.0 * comes + 1e-9) / 1000.0 - 0.001 : 0.999 * comes;
    const double from = low > 0.0 && low < below ? low : 0.001 * below;
    throw std::domain_error(name + " is never with probability " + to_text(1.0 - comes, 4) + ": its level " +
                            to_text(high, 4) + " falls on never, and " + to_text(comes, 4) +
                            " is the greatest that does not; give a range such as level_range(" + to_text(from, 4) +
                            ", " + to_text(below, 4) + ")");
}
HEADWAY_INSTANTIATE(void refuse_levels_on_never<>(const assumption_record& input, double low, double high));

template <class>
std::vector<double> places_to_search(const assumption_record& input, double low, double high, bool are_levels) {
    std::vector<double> places;
    const bool by_factor = !are_levels && low > 0.0 && high >= 20.0 * low;
    for (std::size_t i = 0; i < searched_places; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(searched_places - 1);
        double x = low + share * (high - low);
        if (are_levels) x = input.base_quantile(x);
        if (by_factor) x = low * pow(high / low, share);
        if (i + 1 == searched_places && !are_levels) x = high;
        if (places.empty() || x > places.back()) places.push_back(x);
    }
    if (are_levels && mass_of(input.parts(), no_limit) > 0.0 && places.back() == no_limit) {
        refuse_levels_on_never(input, low, high);
    }
    if (!(places.front() > -no_limit && places.back() < no_limit)) {
        throw std::domain_error("value_for: \"" + std::string(input.name) +
                                "\" has no least or no greatest value to search from; give a range such as "
                                "level_range(0.001, 0.999)");
    }
    if (places.size() < 2) {
        throw std::domain_error("value_for: the belief in \"" + std::string(input.name) + "\" is the single value " +
                                input.text(places.front(), 4) +
                                ", between which and itself there is nothing to search; "
                                "give a range, value_range(low, high)");
    }
    return places;
}
HEADWAY_INSTANTIATE(std::vector<double> places_to_search<>(const assumption_record& input, double low, double high,
                                                           bool are_levels));

template <class>
void require_target(const asked_statistic& asked, double target) {
    if (asked.is_share() && !(target >= 0.0 && target <= 1.0)) {
        value_breaks_a_rule("value_for", "the target of a probability", "must be between 0 and 1", target);
    }
    if (!is_finite(target)) {
        value_breaks_a_rule("value_for", "the target",
                            "must be a number or date (of never ask statistic::probability_never)", target);
    }
}
HEADWAY_INSTANTIATE(void require_target<>(const asked_statistic& asked, double target));

template <class>
target_search searched(const model_call& model, const std::vector<date>& dates, std::size_t place,
                       const simulation& options, const assumption_record& input, std::size_t input_place, varied how,
                       const std::vector<double>& places, const asked_statistic& asked, double target) {
    const double median = input.base_quantile(0.5);
    if (how == varied::scaled && median == 0.0) {
        throw std::domain_error("value_for: the median of \"" + std::string(input.name) +
                                "\" is 0, which no factor moves; take shifted(...)");
    }
    if (how != varied::value && median == no_limit) {
        throw std::domain_error("value_for: the median of \"" + std::string(input.name) +
                                "\" is never, which nothing moves; vary it as a sure value, without shifted(...)");
    }
    varied_runs runs("value_for", model, dates, place, options, input_place, how, median, asked);
    return target_seeker(runs, target).search(places);
}
HEADWAY_INSTANTIATE(target_search searched<>(const model_call& model, const std::vector<date>& dates, std::size_t place,
                                             const simulation& options, const assumption_record& input,
                                             std::size_t input_place, varied how, const std::vector<double>& places,
                                             const asked_statistic& asked, double target));

}  // namespace headway::detail

#include <headway/header_end.hpp>
