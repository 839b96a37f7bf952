// SPDX-License-Identifier: BSL-1.0
#include <headway/text/text_encoding.hpp>

#include "../catch.hpp"

#include <string>

using namespace std::string_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using headway::detail::byte_order_mark_length;
using headway::detail::encoding_fault;
using headway::detail::wide_encoding_fault;

namespace {

/// ASCII text with `before` and `after` NUL bytes around each character.
std::string wide(const std::string& text, std::size_t before, std::size_t after) {
    std::string bytes;
    for (const char c : text) bytes += std::string(before, '\0') + c + std::string(after, '\0');
    return bytes;
}
std::string fault_of(const std::string& text) {
    const auto fault = encoding_fault(text);
    return fault ? fault->what() : "";
}

TEST_CASE("UTF-8 is read, with a byte-order mark or without") {
    for (const auto& text :
         {""s, "a,b\n1,2"s, "\xEF\xBB\xBF"s, "\xEF\xBB\xBFyear\n"s, "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"s}) {
        CHECK(fault_of(text).empty());
    }
    CHECK(byte_order_mark_length("\xEF\xBB\xBFx") == 3);
    CHECK(byte_order_mark_length("\xEF\xBB") == 0);
    CHECK(byte_order_mark_length("") == 0);
}

TEST_CASE("encodings of wide characters are named, with a byte-order mark and without") {
    const auto named = [](const std::string& text, const char* name) {
        CHECK_THAT(fault_of(text), StartsWith("line 1, column 1: got "));
        CHECK_THAT(fault_of(text),
                   ContainsSubstring("expected text in UTF-8; this is "s + name + ", save it as UTF-8"));
        CHECK(wide_encoding_fault(text).has_value());
    };
    named("\xFF\xFE"s + wide("year", 0, 1), "UTF-16 (little-endian)");
    named("\xFE\xFF"s + wide("year", 1, 0), "UTF-16 (big-endian)");
    named("\xFF\xFE\0\0"s + wide("year", 0, 3), "UTF-32 (little-endian)");
    named("\0\0\xFE\xFF"s + wide("year", 3, 0), "UTF-32 (big-endian)");
    named(wide("ye", 0, 1), "UTF-16 (little-endian)");
    named(wide("ye", 1, 0), "UTF-16 (big-endian)");
    named("\xFF\xFE"s, "UTF-16 (little-endian)");
    CHECK_FALSE(wide_encoding_fault("caf\xE9").has_value());
}

TEST_CASE("a byte that is not UTF-8 is named with its place") {
    CHECK(fault_of("year,note\n2020,caf\xE9\n") ==
          "line 2, column 9: got \"\\xe9\\x0a\", expected text in UTF-8; this byte is none, as in a file saved as "
          "Latin-1 or Windows-1252: save it as UTF-8");
    CHECK_THAT(fault_of("a\nb\nc\xC3"), StartsWith("line 3, column 2: "));
    CHECK_THAT(fault_of("price,\0,"s), StartsWith("line 1, column 7: "));
    CHECK_THAT(fault_of("price,\0,"s), ContainsSubstring("a NUL byte is none"));
}

}  // namespace
