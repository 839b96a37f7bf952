// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/merge.hpp>
#include <headway/scenario/comparison_row.hpp>
#include <headway/scenario/detail/common_draws.hpp>
#include <headway/scenario/detail/paired_columns.hpp>

#include <headway/header_begin.hpp>

namespace headway {

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
                                                             d.probability_above_standard_error(),
                                                             d.probability_both_happen()};
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
    [[nodiscard]] std::size_t place_of(const scenario_name& s) const { return detail::place_of_scenario(names_, s.view()); }

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
