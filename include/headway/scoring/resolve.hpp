// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include <headway/belief/makers.hpp>
#include <headway/scoring/detail/ledger_writer.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

template <class Value>
[[nodiscard, gnu::cold]] typed_answer answer_of(const Value& value) {
    if constexpr (std::is_same_v<Value, bool>) {
        return {value ? 1.0 : 0.0, &notation_of<double>, true};
    } else {
        using T = believed_t<Value>;
        return {base_value_of(as_believed(value)), &notation_of<T>, false};
    }
}

}  // namespace detail

/// Completes a statement of a ledger with what became of it, known on a day: a number, a quantity of the statement's dimension,
/// a date up to that day (never once its due date has come), of an event true or false (once its due date has come): `resolve("fab 2", 2028y / 3 / 1, date(2028y / 2 / 14),
/// "claims.ledger", "TSMC, annual report")`. One line is added, as by `state`, and nothing is changed. A second answer is
/// refused: see `correct`.
/// \throws std::domain_error for an id that is not there (with those near it), one that is resolved already, a day before the
/// statement, and a value of another kind or not finite; ledger_file_error for a file that cannot be read or added to. Nothing
/// is added then.
template <believable Value>
[[gnu::cold]] void resolve(std::string_view id, const date& on, const Value& value, const std::string& file,
                           std::string_view source = {}) {
    detail::append_answer("resolve", false, id, on, detail::answer_of(value), file, source);
}
/// Chosen only for what is no answer, to say so in words.
template <class Other>
    requires(!believable<Other>)
void resolve(std::string_view, const date&, const Other&, const std::string&, std::string_view = {}) {
    static_assert(believable<Other>, "resolve: the value must be a number, a quantity, a date, or true or false");
}

/// Replaces the answer of a statement that is resolved: another line, which counts from now on; the first one stays in the file
/// and in `ledger_entry::corrected`. Otherwise as `resolve`. \throws std::domain_error where there is no answer yet.
template <believable Value>
[[gnu::cold]] void correct(std::string_view id, const date& on, const Value& value, const std::string& file,
                           std::string_view source = {}) {
    detail::append_answer("correct", true, id, on, detail::answer_of(value), file, source);
}
/// Chosen only for what is no answer, to say so in words.
template <class Other>
    requires(!believable<Other>)
void correct(std::string_view, const date&, const Other&, const std::string&, std::string_view = {}) {
    static_assert(believable<Other>, "correct: the value must be a number, a quantity, a date, or true or false");
}

}  // namespace headway

#include <headway/header_end.hpp>
