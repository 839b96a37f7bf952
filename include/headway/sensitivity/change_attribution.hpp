// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <headway/assumption/inputs.hpp>
#include <headway/sensitivity/detail/change_sentence.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What one changed assumption did to a statistic of the result.
template <any_value V>
struct change_part {
    using difference_type = typename value_traits<V>::difference_type;
    /// The name of the input; "the correlations" for what correlated inputs have in common.
    std::string input;
    /// What was and is believed, in the notation of `belief_text`, a long list in words; empty of the correlations.
    std::string before;
    std::string after;
    /// Undefined (NaN) where the statistic is never in some combination of the changes.
    difference_type change;
    difference_type standard_error;
};

/// Why an answer moved: the change of a statistic shared out to the changed assumptions. Made by `explain_change`. Its parts
/// are in order of size, greatest first, and add up to the change; `why[decline]` is the part of one assumption, 0 for one
/// that has not changed.
template <any_value V, class... Assumptions>
class change_attribution {
  public:
    using value_type = V;
    using difference_type = typename value_traits<V>::difference_type;

    /// For `explain_change`.
    change_attribution(std::shared_ptr<const detail::explained_change> made, bool of_never)
        : made_(std::move(made)), one_(of_never ? &made_->never : &made_->asked) {
        for (const detail::attributed_part& p : one_->parts) {
            const detail::changed_belief& b = made_->beliefs[p.player];
            parts_.push_back({b.input, b.before, b.after, span(p.change), span(p.error)});
        }
    }

    [[nodiscard]] std::size_t size() const noexcept { return parts_.size(); }
    [[nodiscard]] auto begin() const noexcept { return parts_.begin(); }
    [[nodiscard]] auto end() const noexcept { return parts_.end(); }
    [[nodiscard]] const change_part<V>& operator[](std::size_t place) const noexcept { return parts_[place]; }
    /// The part of an input. An assumption that the forecast does not read does not compile.
    template <label Name, class T>
    [[nodiscard]] change_part<V> operator[](const named_assumption<Name, T>&) const {
        constexpr bool is_an_input = (std::same_as<named_assumption<Name, T>, Assumptions> || ...);
        static_assert(is_an_input, "there is no part of this assumption: it is not among the forecast's inputs");
        for (const auto& part : parts_) {
            if (part.input == Name.view()) return part;
        }
        return {std::string(Name.view()), {}, {}, span(0.0), span(0.0)};
    }

    /// The statistic before and after the changes: of the forecasts' own simulations, never where it is.
    [[nodiscard]] V before() const { return value_from_base<V>(one_->before); }
    [[nodiscard]] V after() const { return value_from_base<V>(one_->after); }
    [[nodiscard]] difference_type before_standard_error() const { return span(one_->before_error); }
    [[nodiscard]] difference_type after_standard_error() const { return span(one_->after_error); }
    /// After less before, on common draws. Undefined (NaN) unless `happens()`.
    [[nodiscard]] difference_type change() const { return span(one_->change); }
    [[nodiscard]] difference_type standard_error() const { return span(one_->change_error); }

    /// Whether the statistic is a value, and not never, under each combination of the changes that was looked at: only then
    /// can its change be shared out. Else `never()` tells why the answer moved.
    [[nodiscard]] bool happens() const noexcept { return one_->happens; }
    /// The same for the probability that it never happens.
    [[nodiscard]] change_attribution<double, Assumptions...> never() const { return {made_, true}; }

    /// What is explained: "the median", "the probability of less than 5 million USD".
    [[nodiscard]] const std::string& statistic() const noexcept { return one_->statistic; }
    [[nodiscard]] bool is_probability() const noexcept { return one_->is_share; }
    /// Whether every combination of the changes was gone through, not some orders of them.
    [[nodiscard]] bool every_combination() const noexcept { return made_->every_combination; }
    /// Of each combination.
    [[nodiscard]] std::uint64_t draws() const noexcept { return made_->draws; }
    /// How often the model was evaluated.
    [[nodiscard]] std::uint64_t evaluations() const noexcept { return made_->evaluations; }

    /// "7.2 months later: yearly fall in training cost +9.1, cost of the first run −1.9". Where the statistic is never
    /// before, after or between, that is said and its place is taken by the probability of never.
    [[nodiscard, gnu::cold]] std::string sentence() const {
        return detail::change_sentence(*made_, *one_,
                                       {any_date<V>, [](double x) { return to_text(value_from_base<V>(x)); },
                                        report::detail::scale_of_value<difference_type>::get()});
    }
    template <class Traits>
    friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out,
                                                        const change_attribution& why) {
        return out << why.sentence();
    }

  private:
    [[nodiscard]] static difference_type span(double base) { return value_from_base<difference_type>(base); }

    std::shared_ptr<const detail::explained_change> made_;
    const detail::attributed_change* one_;
    std::vector<change_part<V>> parts_;
};

}  // namespace headway

#include <headway/header_end.hpp>
