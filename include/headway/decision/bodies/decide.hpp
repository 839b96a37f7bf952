// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/decision/decide.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
decided decide_between(better preferred, const std::vector<option_record>& options, const simulation& asked,
                       progress_ref progress) {
    require_choice("decide", options.size(), "option");
    require_information_run("decide", asked);
    for (std::size_t o = 0; o < options.size(); ++o) {
        for (std::size_t earlier = 0; earlier < o; ++earlier) {
            if (options[earlier].name == options[o].name) {
                throw std::domain_error("decide: two options are named '" + options[o].name + "'; rename one of them");
            }
        }
    }
    const auto joint = std::make_shared<const joint_inputs>("decide", options);
    const joint_draws all("decide", options, *joint);
    finished_run run = run_simulation(all, asked, progress);
    decided result;
    for (std::size_t o = 0; o < options.size(); ++o) {
        refuse_never("decide", options[o].name, run.columns[o]);
        auto one = std::make_shared<run_identity>(*run.identity);
        const std::uint64_t own = all.fingerprint_of(o);
        one->forecast = joint->draws_as_alone(o, asked.method) ? own : hash_combine(run.identity->forecast, own);
        result.identities.push_back(std::move(one));
    }
    result.record =
        std::make_shared<const decision_record>(options, joint, run.identity, run.columns, preferred, asked.threads);
    result.columns = std::move(run.columns);
    return result;
}
HEADWAY_INSTANTIATE(decided decide_between<>(better preferred, const std::vector<option_record>& options,
                                             const simulation& asked, progress_ref progress));

}  // namespace headway::detail

#include <headway/header_end.hpp>
