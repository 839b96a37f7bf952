// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/simulate.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
finished_run simulate_model(const model_call& model, kinds_view outputs, const std::vector<date>& dates,
                            const simulation& options, progress_ref progress) {
    if (!options.until.given()) return run_simulation(model_evaluation(model, dates), options, progress);
    require_options(options);
    require_until(outputs, options);
    return run_until(model_evaluation(model, dates), outputs, options, progress);
}
HEADWAY_INSTANTIATE(finished_run simulate_model<>(const model_call& model, kinds_view outputs,
                    const std::vector<date>& dates, const simulation& options, progress_ref progress));

template <class>
void require_dates(const std::vector<date>& dates) {
    if (dates.empty()) throw std::domain_error("simulate: no dates given for a forecast over time; give at least one");
    for (const date& d : dates) {
        if (!(d == d)) value_breaks_a_rule("simulate", "every date", "must be a number", d.seconds_since_1970());
    }
}
HEADWAY_INSTANTIATE(void require_dates<>(const std::vector<date>& dates));

}  // namespace headway::detail

#include <headway/header_end.hpp>
