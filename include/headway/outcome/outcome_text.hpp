// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <iosfwd>
#include <string>

#include <headway/outcome/fan.hpp>
#include <headway/outcome/named_outcomes.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// Of an outcome whose draws have weights or not.
template <class Outcome>
[[nodiscard, gnu::cold]] std::string outcome_in_words(const Outcome& o, int significant_digits) {
    if (o.draws() == 0) return "no draws";
    const auto text = [&](const auto& value) {
        if constexpr (any_date<typename Outcome::value_type>) {
            return to_text(value);
        } else {
            return to_text(value, significant_digits);
        }
    };
    const auto q = o.quantiles(std::array{0.05, 0.5, 0.95});
    std::string words = text(q[1]);
    if (q[0] < q[2]) words += ", 90 % between " + text(q[0]) + " and " + text(q[2]);
    const double never = o.probability_never();
    if (never > 0.0) words += "; never in " + to_text(100.0 * never, 2) + " % of draws";
    return words;
}

}  // namespace detail

/// An outcome in words, its median and its 5 % and 95 % quantiles: "2026-03-08, 90 % between 2025-07-17 and 2026-11-30", and in
/// how many draws it never happens. What else it knows is in `report::table(o)`.
template <any_value T>
[[nodiscard, gnu::cold]] std::string to_text(const outcome<T>& o, int significant_digits = 3) {
    return detail::outcome_in_words(o, significant_digits);
}
/// Each output on a line of its own, "cost: 1.40 million USD, 90 % between ...".
template <class... Outputs>
[[nodiscard, gnu::cold]] std::string to_text(const named_outcomes<Outputs...>& all, int significant_digits = 3) {
    std::string text;
    const auto add = [&]<std::size_t... I>(std::index_sequence<I...>) {
        ((text += (I == 0 ? "" : "\n") + std::string(Outputs::name) + ": " + to_text(all.template get<I>(), significant_digits)),
         ...);
    };
    add(std::index_sequence_for<Outputs...>{});
    return text;
}
/// Each date on a line of its own; of several outputs on lines below it.
template <class Outcome>
    requires requires(const Outcome& o) { to_text(o, 3); }
[[nodiscard, gnu::cold]] std::string to_text(const fan<Outcome>& over_time, int significant_digits = 3) {
    std::string text;
    for (std::size_t i = 0; i < over_time.size(); ++i) {
        const std::string there = to_text(over_time[i], significant_digits);
        text += (i == 0 ? "" : "\n") + to_text(over_time.dates()[i]) + (there.find('\n') == there.npos ? ": " : ":\n") + there;
    }
    return text;
}

// Templates over the stream, so that <iosfwd> is enough here.
template <class Traits, any_value T>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const outcome<T>& o) {
    return out << to_text(o);
}
template <class Traits, class... Outputs>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const named_outcomes<Outputs...>& all) {
    return out << to_text(all);
}
template <class Traits, class Outcome>
    requires requires(const Outcome& o) { to_text(o, 3); }
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const fan<Outcome>& over_time) {
    return out << to_text(over_time);
}

}  // namespace headway

#include <headway/header_end.hpp>
