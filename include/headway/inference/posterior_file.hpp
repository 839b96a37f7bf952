// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <headway/inference/simulate_updated.hpp>
#include <headway/simulation/shard_merge.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// A posterior as a run of its update, for `save` and `shard_merge`.
template <class Updated>
struct outcome_layout<posterior<Updated>> {
    static constexpr bool over_time = Updated::over_time;
    [[nodiscard, gnu::cold]] static const std::vector<date>& dates(const posterior<Updated>& p) noexcept {
        return p.simulated_dates();
    }
    [[nodiscard]] static const run_identity& identity(const posterior<Updated>& p) noexcept {
        return p.run().weights->identity();
    }
};

/// What a file of a weighted run is made of: the outcomes as a file without weights has them, and the surprises of the draws.
struct weighted_contents {
    outcome_contents results;
    outcome_contents surprises;
};

template <class = void>
[[nodiscard, gnu::cold]] weighted_contents read_weighted_payload(std::string_view payload, std::string_view file);

/// Refuses weights by other observations than these.
template <class = void>
[[gnu::cold]] void require_update_of(const update_evaluation& evaluation, const weighted_contents& contents,
                                     std::string_view file);

template <class = void>
[[nodiscard, gnu::cold]] weighted_run run_of_contents(weighted_contents& contents);

}  // namespace detail

/// \addtogroup outcome_file
/// A posterior, of a run or of a shard, is an outcome file of a kind of its own: after another mark the size of the outcomes, the
/// outcomes as in a file without weights, and the draws of minus the logarithm of the likelihood, from which all weights follow.
/// `shard_merge` merges what `load` gives, with all parts to the very bits of the whole run. One kind is not taken for the other.
/// @{

/// A posterior as the bytes of an outcome file.
template <class Updated>
[[nodiscard, gnu::cold]] std::string outcome_bytes(const posterior<Updated>& after) {
    const detail::weighted_run& run = after.run();
    const std::string results = detail::outcome_payload(after.before());
    detail::byte_writer out;
    out.number(static_cast<std::uint64_t>(results.size()));
    out.raw(results);
    out.raw(detail::outcome_payload(outcome<double>(run.weights->shared_identity(), run.weights->surprises())));
    return detail::framed_outcome(out.bytes(), detail::weighted_file_mark);
}

/// Reads the posterior of this very update from a stream: what `simulate(updated, ...)` returns. A whole run is judged as there.
/// \throws outcome_file_error for any other file, one of another forecast or of other observations among them; std::domain_error
/// for a whole run whose draws are worth too few, or contradict the observations.
template <class Forecast, class... Observations, detail::byte_source Stream>
[[nodiscard]] auto load(const updated_forecast<Forecast, Observations...>& updated, Stream& in, std::string_view file) {
    const std::string bytes = detail::all_bytes(in, file);
    auto contents =
        detail::read_weighted_payload(detail::unframed_outcome(bytes, file, detail::weighted_file_mark), file);
    using model = detail::typed_model<Forecast>;
    using one_date = typename detail::result_shape<typename model::result_type>::template arranged<outcome>;
    detail::require_layout<std::conditional_t<Forecast::over_time, fan<one_date>, one_date>>(contents.results, file);
    detail::require_run_of(model::call(updated.forecast()), contents.results, file);
    std::vector<date> dates = contents.results.dates;
    detail::require_update_of(detail::evaluation_of(updated, dates), contents, file);
    return posterior<updated_forecast<Forecast, Observations...>>(updated, std::move(dates),
                                                                  detail::run_of_contents(contents));
}
/// @}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/inference/bodies/posterior_file.hpp>
#endif
