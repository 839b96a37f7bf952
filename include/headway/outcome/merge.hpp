// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/fan.hpp>
#include <headway/outcome/named_outcomes.hpp>
#include <headway/outcome/outcome.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// Which part of its run an outcome is.
template <class Identity>
[[nodiscard]] std::string draws_text(const Identity& part) {
    if (part.covered.empty()) return "an outcome without draws";
    return "the outcome of draws " + std::to_string(part.covered.front().first) + " to " +
           std::to_string(part.covered.back().last - 1);
}

template <class Identity>
[[nodiscard]] Identity merged_identity(const Identity& a, const Identity& b) {
    const auto refuse = [](const char* why) {
        throw std::domain_error(std::string("merge: the outcomes are of ") + why);
    };
    if (const char* const how = other_arithmetic(b.arithmetic, a.arithmetic)) {
        throw std::domain_error("merge: beside " + draws_text(a) + ", " + draws_text(b) + " was run " + how);
    }
    if (a.forecast != b.forecast) {
        throw std::domain_error("merge: " + draws_text(a) + " and " + draws_text(b) +
                                " are of different forecasts, or of two versions of one, by its model, a belief or an "
                                "output; run every shard with one program");
    }
    if (a.seed != b.seed) refuse("different seeds; run every shard with the same seed");
    if (a.condition != b.condition) refuse("different conditions; merge whole runs, then ask given(...)");
    if (!a.same_run(b)) refuse("runs with different options; run every shard with the same draws and method");
    Identity all = a;
    all.covered.insert(all.covered.end(), b.covered.begin(), b.covered.end());
    std::sort(all.covered.begin(), all.covered.end(),
              [](const draw_range& x, const draw_range& y) { return x.first < y.first; });
    std::vector<draw_range> joined;
    for (const auto& range : all.covered) {
        if (!joined.empty() && range.first < joined.back().last) {
            refuse("overlapping shards; give each shard its own index");
        }
        if (!joined.empty() && range.first == joined.back().last) {
            joined.back().last = range.last;
        } else {
            joined.push_back(range);
        }
    }
    all.covered = std::move(joined);
    return all;
}

}  // namespace detail

/// The outcome of two shards of one run together: associative, in any order, and with all shards the very bits of the
/// whole run. \throws std::domain_error for outcomes of different forecasts or models, seeds or options, of programs that
/// round differently, or overlapping shards.
template <class T>
[[nodiscard]] outcome<T> merge(const outcome<T>& a, const outcome<T>& b) {
    auto identity = std::make_shared<detail::run_identity>(detail::merged_identity(a.identity(), b.identity()));
    detail::draw_column column = a.column();
    column.add(b.column());
    return outcome<T>(std::move(identity), std::move(column));
}

template <class... Outputs>
[[nodiscard]] named_outcomes<Outputs...> merge(const named_outcomes<Outputs...>& a,
                                               const named_outcomes<Outputs...>& b) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        return named_outcomes<Outputs...>(merge(a.template get<I>(), b.template get<I>())...);
    }(std::index_sequence_for<Outputs...>{});
}

template <class Outcome>
[[nodiscard]] fan<Outcome> merge(const fan<Outcome>& a, const fan<Outcome>& b) {
    if (a.dates() != b.dates()) {
        throw std::domain_error("merge: the fans have different dates; run every shard over the same dates");
    }
    std::vector<Outcome> outcomes;
    for (std::size_t i = 0; i < a.size(); ++i) outcomes.push_back(merge(a[i], b[i]));
    return fan<Outcome>(a.dates(), std::move(outcomes));
}

/// All shards of a run together: `merge(a, b, c, ...)`.
template <class Outcome, class... More>
    requires(sizeof...(More) > 0)
[[nodiscard]] Outcome merge(const Outcome& a, const Outcome& b, const More&... more) {
    return merge(merge(a, b), more...);
}
template <class Outcome>
[[nodiscard]] Outcome merge(const std::vector<Outcome>& shards) {
    if (shards.empty()) throw std::domain_error("merge: no outcomes given; give at least one");
    Outcome all = shards.front();
    for (std::size_t i = 1; i < shards.size(); ++i) all = merge(all, shards[i]);
    return all;
}

}  // namespace headway

#include <headway/header_end.hpp>
