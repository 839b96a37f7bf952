// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>

#include <headway/outcome/merge.hpp>
#include <headway/outcome/paired_difference.hpp>
#include <headway/scenario/detail/common_draws.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// What a streaming run knows of one scenario against the first.
struct streamed_pair {
    draw_column differences;
    draw_column signs;
};

/// The outcome<T> of the differences of two kept columns of one run, with the counts by replicate.
struct kept_pair {
    draw_column differences;
    std::vector<pair_counts> counts;

    kept_pair(const draw_column& a, const draw_column& b, std::uint64_t draws_per_replicate)
        : differences(a.pivot() - b.pivot(), a.replicates().size(), true), counts(a.replicates().size()) {
        for (std::size_t r = 0; r < a.kept().size(); ++r) {
            const auto x = a.kept()[r].draws();
            const auto y = b.kept()[r].draws();
            const std::uint64_t first = a.kept()[r].first;
            double* const d = differences.keep_range(first, x.size());
            for (std::size_t i = 0; i < x.size(); i += batch::size) {
                const std::size_t size = std::min<std::size_t>(batch::size, x.size() - i);
                const auto replicate = static_cast<std::size_t>((first + i) / draws_per_replicate);
                for (std::size_t k = i; k < i + size; ++k) d[k] = paired_value(x[k], y[k]);
                differences.add_block(d + i, static_cast<int>(size), replicate);
                std::uint64_t below = 0;
                std::uint64_t above = 0;
                for (std::size_t k = i; k < i + size; ++k) {
                    below += x[k] < y[k] ? 1U : 0U;
                    above += x[k] > y[k] ? 1U : 0U;
                }
                counts[replicate].below += below;
                counts[replicate].above += above;
                counts[replicate].equal += size - below - above;
            }
        }
    }
};

/// The counts in a column of signs: exact, as its sums are.
template <class = void>
[[nodiscard]] std::vector<pair_counts> counts_of_signs(const draw_column& signs) {
    std::vector<pair_counts> counts;
    for (const moments& m : signs.replicates()) {
        const auto differ = static_cast<std::uint64_t>(m.sum_of_squares.value());
        const auto above_less_below = static_cast<std::int64_t>(m.sum.value());
        const auto above = static_cast<std::uint64_t>((static_cast<std::int64_t>(differ) + above_less_below) / 2);
        counts.push_back({differ - above, m.count - differ, above});
    }
    return counts;
}
HEADWAY_INSTANTIATE(std::vector<pair_counts> counts_of_signs<>(const draw_column& signs));

}  // namespace detail

/// One scenario of a comparison in a table.
template <any_value T>
struct comparison_row {
    using difference_type = typename value_traits<T>::difference_type;
    /// Against the first scenario, on common draws; see `paired_difference`.
    struct against_first {
        /// The mean difference, and what is known of its error. None where both happen in fewer than two draws.
        struct mean_difference {
            difference_type value;
            difference_type standard_error;
            difference_type unpaired_standard_error;
        };
        std::optional<mean_difference> mean;
        double below;
        double equal;
        double above;
        double below_standard_error;
        double above_standard_error;
    };

    std::string scenario;
    T p5;
    T p50;
    T p95;
    /// Of the median; infinite where the draws cannot tell it.
    difference_type standard_error;
    double never;
    /// None for the first scenario.
    std::optional<against_first> versus;
};

/// What one output is in several scenarios on common draws: outcomes by scenario, paired differences, and the
/// probability that one beats another. Made by `compare`. A scenario is given by its name or by itself:
/// `c["stagnation"]`, `c[stagnation]`.
template <any_value T>
class comparison {
  public:
    using value_type = T;
    using difference_type = typename value_traits<T>::difference_type;

    comparison(std::vector<std::string> names, std::vector<outcome<T>> outcomes,
               std::vector<detail::streamed_pair> streamed)
        : names_(std::move(names)), outcomes_(std::move(outcomes)), streamed_(std::move(streamed)) {}

    [[nodiscard]] std::size_t size() const noexcept { return names_.size(); }
    /// In the order in which they were given.
    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }
    [[nodiscard]] const outcome<T>& operator[](std::size_t place) const noexcept { return outcomes_[place]; }
    /// \throws std::domain_error for a scenario that was not compared.
    [[nodiscard]] const outcome<T>& operator[](const scenario_name& s) const { return outcomes_[place_of(s)]; }

    /// A scenario less the first one, draw by draw.
    [[nodiscard]] paired_difference<T> difference(const scenario_name& s) const { return between(place_of(s), 0); }
    /// One scenario less another, draw by draw. A streaming run knows only differences from its first scenario.
    /// \throws std::domain_error for a scenario that was not compared.
    [[nodiscard]] paired_difference<T> difference(const scenario_name& a, const scenario_name& b) const {
        return between(place_of(a), place_of(b));
    }
    /// The probability that `a` beats `b`: that it is lower, higher, earlier or later, as asked.
    [[nodiscard]] chance_to_beat beats(const scenario_name& a, const scenario_name& b, better preferred) const {
        return difference(a, b).beats(preferred);
    }

    /// The table: one row for each scenario.
    [[nodiscard]] std::vector<comparison_row<T>> rows() const {
        std::vector<comparison_row<T>> all;
        for (std::size_t s = 0; s < size(); ++s) {
            const outcome<T>& o = outcomes_[s];
            const auto q = o.quantiles(std::array{0.05, 0.5, 0.95});
            const auto unknown = value_from_base<difference_type>(detail::never_value);
            all.push_back({names_[s], q[0], q[1], q[2], o.draws() > 1 ? o.quantile_standard_error(0.5) : unknown,
                           o.probability_never(), {}});
            if (s == 0) continue;
            const paired_difference<T> d = between(s, 0);
            typename comparison_row<T>::against_first versus{{},
                                                             d.probability_below(),
                                                             d.probability_equal(),
                                                             d.probability_above(),
                                                             d.probability_below_standard_error(),
                                                             d.probability_above_standard_error()};
            if (d.both_happen() > 1) {
                versus.mean = {d.mean(), d.standard_error(), d.unpaired_standard_error()};
            }
            all.back().versus = versus;
        }
        return all;
    }

    /// This part of a run and another; see `merge`.
    [[nodiscard]] comparison merged_with(const comparison& other) const {
        if (names_ != other.names_) {
            throw std::domain_error("merge: the comparisons are of different scenarios; merge shards of one run only");
        }
        std::vector<outcome<T>> outcomes;
        for (std::size_t s = 0; s < size(); ++s) outcomes.push_back(merge(outcomes_[s], other.outcomes_[s]));
        std::vector<detail::streamed_pair> streamed = streamed_;
        for (std::size_t s = 0; s < streamed.size(); ++s) {
            streamed[s].differences.add(other.streamed_[s].differences);
            streamed[s].signs.add(other.streamed_[s].signs);
        }
        return comparison(names_, std::move(outcomes), std::move(streamed));
    }

  private:
    [[nodiscard]] std::size_t place_of(const scenario_name& s) const {
        std::string known;
        for (std::size_t i = 0; i < size(); ++i) {
            if (names_[i] == s.view()) return i;
            known += (i == 0 ? "'" : ", '") + names_[i] + "'";
        }
        throw std::domain_error("comparison: no scenario is named '" + std::string(s.view()) + "'; there are " + known);
    }

    [[nodiscard]] paired_difference<T> between(std::size_t a, std::size_t b) const {
        const detail::draw_column& first = outcomes_[a].column();
        const detail::draw_column& second = outcomes_[b].column();
        if (first.keeps_draws()) {
            detail::kept_pair pair(first, second, outcomes_[a].identity().draws_per_replicate);
            return make(a, b, std::move(pair.differences), std::move(pair.counts));
        }
        if (b != 0 || a == 0) {
            throw std::domain_error("difference: a streaming run pairs every other scenario with its first, '" +
                                    names_[0] + "'; asked for '" + names_[a] + "' less '" + names_[b] +
                                    "'; compare with .keep = true, or put '" + names_[b] + "' first");
        }
        const detail::streamed_pair& pair = streamed_[a - 1];
        return make(a, b, pair.differences, detail::counts_of_signs(pair.signs));
    }

    [[nodiscard]] paired_difference<T> make(std::size_t a, std::size_t b, detail::draw_column differences,
                                            std::vector<detail::pair_counts> counts) const {
        const detail::moments first = outcomes_[a].column().total();
        const detail::moments second = outcomes_[b].column().total();
        // Draws in which one or both are never: |A| + |B| - |A and B| = |A or B|.
        detail::never_counts never;
        never.both = first.never + second.never - differences.total().never;
        never.only_first = first.never - never.both;
        never.only_second = second.never - never.both;
        double unpaired = __builtin_nan("");
        if (first.count > 1 && second.count > 1) {
            const double x = base_value_of(outcomes_[a].standard_error());
            const double y = base_value_of(outcomes_[b].standard_error());
            unpaired = sqrt(x * x + y * y);
        }
        auto identity = std::make_shared<detail::run_identity>(outcomes_[a].identity());
        identity->forecast = detail::hash_combine(identity->forecast, outcomes_[b].identity().forecast);
        return {outcome<difference_type>(std::move(identity), std::move(differences)), std::move(counts), never,
                unpaired};
    }

    std::vector<std::string> names_;
    std::vector<outcome<T>> outcomes_;
    std::vector<detail::streamed_pair> streamed_;
};

namespace detail {

/// The comparison of one output, a column of each scenario, which moves out of `all`.
template <class T>
[[nodiscard]] comparison<T> comparison_of(const std::vector<std::string>& names, scenario_columns& all, std::size_t c,
                                          bool keep) {
    std::vector<outcome<T>> outcomes;
    std::vector<streamed_pair> streamed;
    for (std::size_t s = 0; s < names.size(); ++s) {
        outcomes.emplace_back(all.identity_of(s), std::move(all.of(s, c)));
        if (keep || s == 0) continue;
        streamed.push_back({std::move(all.differences(s, c)), std::move(all.signs(s, c))});
    }
    return comparison<T>(names, std::move(outcomes), std::move(streamed));
}

}  // namespace detail

/// The comparison of two shards of one run together, as of outcomes. \throws std::domain_error for comparisons of
/// different scenarios, and as `merge` of outcomes does.
template <class T>
[[nodiscard]] comparison<T> merge(const comparison<T>& a, const comparison<T>& b) {
    return a.merged_with(b);
}
template <class... Outputs>
[[nodiscard]] named_results<comparison, Outputs...> merge(const named_results<comparison, Outputs...>& a,
                                                          const named_results<comparison, Outputs...>& b) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        return named_results<comparison, Outputs...>(merge(a.template get<I>(), b.template get<I>())...);
    }(std::index_sequence_for<Outputs...>{});
}

/// Chosen only for a comparison of one value, to say so in words.
template <label Name, class T>
auto get(const comparison<T>&) {
    constexpr bool model_names_its_outputs = sizeof(T) == 0;
    static_assert(model_names_its_outputs,
                  "get: the model returns one value; to name several, return outputs(output<\"cost\">(...), ...)");
    return comparison<T>({}, {}, {});
}

}  // namespace headway

#include <headway/header_end.hpp>
