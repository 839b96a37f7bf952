// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/inference/posterior_file.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
weighted_contents read_weighted_payload(std::string_view payload, std::string_view file) {
    byte_reader in(payload, file);
    const auto size = in.number<std::uint64_t>();
    const std::string_view both = payload.substr(sizeof size);
    require_in_file(in, size <= both.size(), "its parts are longer than it is");
    weighted_contents all{read_outcome_payload(both.substr(0, static_cast<std::size_t>(size)), file),
                          read_outcome_payload(both.substr(static_cast<std::size_t>(size)), file)};
    run_identity same = all.surprises.identity;
    same.forecast = all.results.identity.forecast;
    require_in_file(in, same == all.results.identity && same.keep && all.surprises.columns.size() == 1,
                    "its weights are of other draws than its outcomes");
    return all;
}
HEADWAY_INSTANTIATE(weighted_contents read_weighted_payload<>(std::string_view payload, std::string_view file));

template <class>
void require_update_of(const update_evaluation& evaluation, const weighted_contents& contents, std::string_view file) {
    if (evaluation.fingerprint() == contents.surprises.identity.forecast) return;
    throw outcome_file_error(file, "is updated by other observations, or by these with other values or errors; run its shard "
                                   "again with this update");
}
HEADWAY_INSTANTIATE(void require_update_of<>(const update_evaluation& evaluation, const weighted_contents& contents,
                                             std::string_view file));

template <class>
weighted_run run_of_contents(weighted_contents& contents) {
    auto before = std::make_shared<const run_identity>(std::move(contents.results.identity));
    auto updated = std::make_shared<const run_identity>(std::move(contents.surprises.identity));
    return {std::move(before), std::move(contents.results.columns),
            std::make_shared<const draw_weights>(std::move(updated), std::move(contents.surprises.columns[0]))};
}
HEADWAY_INSTANTIATE(weighted_run run_of_contents<>(weighted_contents& contents));

}  // namespace headway::detail

#include <headway/header_end.hpp>
