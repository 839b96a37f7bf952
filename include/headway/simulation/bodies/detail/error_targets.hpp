// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/detail/error_targets.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void require_targets(const char* function, const error_targets& targets, kinds_view outputs, std::uint64_t most) {
    const auto refuse = [&](const std::string& why) {
        throw std::domain_error(std::string(function) + ": until " + why);
    };
    if (targets.asks_for_nothing()) {
        refuse("asks for no error; name a statistic and how well it is to be known, "
               "known_to{.median = share_of_range(0.01)}");
    }
    const double draws = static_cast<double>(most);
    for (const error_target& t : targets) {
        const std::string what = "the " + target_text(t);
        const bool is_share = t.of >= error_target::statistic::below;
        const double size = t.error.size();
        if (!t.error.is_asked()) refuse("asks for " + what + " without an error; say how well it is to be known");
        if (!(size > 0.0 && size < never_value)) {
            refuse("asks for " + what + " to a standard error that must be > 0 and finite, got " + number_text(size));
        }
        if (t.error.is_share_of_range() && !(size < 1.0)) {
            refuse("asks for " + what + " to a share of the range that must be below 1, got " + number_text(size));
        }
        if (t.of == error_target::statistic::quantile) {
            if (!(t.at > 0.0 && t.at < 1.0)) {
                refuse("asks for a quantile whose probability must lie between 0 and 1, got " + number_text(t.at));
            }
            if (!(std::min(t.at, 1.0 - t.at) * draws > 1.0)) {
                refuse("asks for " + what + ", of which " + std::to_string(most) +
                       " draws cannot tell an error; allow more .draws, or ask for one nearer to the median");
            }
        }
        if (is_share) {
            if (t.error.is_share_of_range() || !t.error.kind().is_number() || !(size < 1.0)) {
                refuse("asks for " + what + " to an error that must be a plain number below 1, such as 0.005");
            }
            if (!(size * draws >= 1.0)) {
                refuse("asks for " + what + " to " + number_text(size) + ", but " + std::to_string(most) +
                       " draws know none better than to one of them; allow more .draws");
            }
            if (t.of != error_target::statistic::never && !(t.at == t.at)) {
                refuse("asks for " + what + ", which must be a number, got " + number_text(t.at));
            }
        }
        bool found = false;
        for (const output_kind& o : outputs) {
            if (!t.output.empty() && t.output != o.name) continue;
            found = true;
            const std::string whose = o.name.empty() ? what : what + " of \"" + std::string(o.name) + "\"";
            const auto misfit = [&](const char* thing, const value_kind& got, const value_kind& needed) {
                refuse("asks for " + whose + " with " + thing + " that is " + got.text() + ", where " + needed.text() +
                       " is needed" +
                       (outputs.size > 1 && t.output.empty()
                            ? "; say which output is meant with .of, or give share_of_range(0.01), which fits all"
                            : ""));
            };
            if (!is_share && !t.error.is_share_of_range() && !(t.error.kind() == o.difference)) {
                misfit("an error", t.error.kind(), o.difference);
            }
            if (is_share && t.of != error_target::statistic::never && !(t.at_kind == o.value)) {
                misfit("a limit", t.at_kind, o.value);
            }
        }
        if (found) continue;
        if (outputs.size == 1 && outputs.first[0].name.empty()) {
            refuse("asks for an output \"" + std::string(t.output) +
                   "\", but the model returns one value, which has no name; leave out .of");
        }
        std::string names;
        for (const output_kind& o : outputs) names += (names.empty() ? "\"" : ", \"") + std::string(o.name) + "\"";
        refuse("asks for an output \"" + std::string(t.output) + "\" that the model does not have; it has " + names);
    }
}
HEADWAY_INSTANTIATE(void require_targets<>(const char* function, const error_targets& targets,
                    kinds_view outputs, std::uint64_t most));

template <class>
error_had error_of(const draw_record& output, const error_target& target) {
    const outcome_errors errors(output);
    const double limit = target.at;
    double allowed = target.error.size();
    if (target.error.is_share_of_range()) {
        const double happens = static_cast<double>(output.total().count) / static_cast<double>(output.draws());
        const auto ends = output.quantiles(std::array{0.05 * happens, 0.95 * happens});
        allowed = ends[1] < never_value ? allowed * (ends[1] - ends[0]) : 0.0;
    }
    if (target.of == error_target::statistic::mean) {
        return {output.total().count > 1 ? errors.mean_error() : never_value, allowed};
    }
    if (target.of == error_target::statistic::quantile) {
        return {output.draws() > 1 ? errors.quantile_error(target.at) : never_value, allowed};
    }
    const bool is_below = target.of == error_target::statistic::below;
    const bool is_never = target.of == error_target::statistic::never;
    const double share = is_never ? output.share_never() : is_below ? output.share_below(limit) : output.share_above(limit);
    return {errors.share_error(share, [&](double x) { return is_never ? !(x < never_value) : is_below ? x < limit : x > limit; }),
            allowed};
}
HEADWAY_INSTANTIATE(error_had error_of<>(const draw_record& output, const error_target& target));

}  // namespace headway::detail

#include <headway/header_end.hpp>
