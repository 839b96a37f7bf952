// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <iosfwd>
#include <string>

#include <headway/header_begin.hpp>

namespace headway {

/// Base of what a check returns, empty: a report converts to bool by itself in `if`, `static_assert` and a test framework's
/// own check, and says why in words with `text()`.
struct check_report {};

/// Any check's report.
template <class T>
concept any_check_report = std::derived_from<T, check_report> && requires(const T& report) {
    { static_cast<bool>(report) } -> std::same_as<bool>;
    { report.text() } -> std::convertible_to<std::string>;
};

/// A report in words.
template <any_check_report Report>
[[nodiscard, gnu::cold]] std::string to_text(const Report& report) {
    return report.text();
}

// A template over the stream, so that <iosfwd> is enough here.
template <class Traits, any_check_report Report>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const Report& report) {
    return out << report.text();
}

}  // namespace headway

#include <headway/header_end.hpp>
