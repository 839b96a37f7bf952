// SPDX-License-Identifier: BSL-1.0
#pragma once

// Catch2 v3, or v2.13 (Debian 12) with v3's spelling of the matchers.
// Use Catch::Matchers::WithinRel, WithinAbs, ContainsSubstring, StartsWith, EndsWith, Message, MessageMatches.

#if __has_include(<catch2/catch_test_macros.hpp>)

#include <catch2/catch_message.hpp>
#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/catch_tostring.hpp>
#include <catch2/generators/catch_generators_all.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#else

#include <catch2/catch.hpp>

#include <exception>
#include <string>
#include <utility>

namespace Catch::Matchers {

inline StdString::ContainsMatcher ContainsSubstring(const std::string& text,
                                                    CaseSensitive::Choice case_sensitive = CaseSensitive::Yes) {
    return Contains(text, case_sensitive);
}

template <class StringMatcher>
class MessageMatchesMatcher final : public MatcherBase<std::exception> {
  public:
    explicit MessageMatchesMatcher(StringMatcher inner) : inner_(std::move(inner)) {}
    bool match(const std::exception& error) const override { return inner_.match(error.what()); }
    std::string describe() const override { return "has a message that " + inner_.toString(); }

  private:
    StringMatcher inner_;
};

template <class StringMatcher>
MessageMatchesMatcher<StringMatcher> MessageMatches(StringMatcher inner) {
    return MessageMatchesMatcher<StringMatcher>(std::move(inner));
}

}  // namespace Catch::Matchers

#endif
