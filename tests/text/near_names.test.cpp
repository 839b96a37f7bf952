// SPDX-License-Identifier: BSL-1.0
#include <headway/text/near_names.hpp>

#include "catch.hpp"

#include <string>
#include <vector>

namespace {

std::string nearest(std::string_view wanted, const std::vector<std::string>& names) {
    headway::detail::near_names near(wanted);
    for (const auto& name : names) near.offer(name);
    CHECK(near.empty() == near.text().empty());
    return near.text();
}

}  // namespace

TEST_CASE("a name is near within one letter and a third of the longer name, whatever its case") {
    CHECK(nearest("chp", {"chip"}) == "chip");
    CHECK(nearest("ab", {"xb"}) == "xb");      // 1 of 2 letters
    CHECK(nearest("ab", {"xy"}).empty());      // 2 of 2
    CHECK(nearest("abc", {"xyc"}) == "xyc");   // 2 of 3
    CHECK(nearest("abc", {"xyz"}).empty());    // 3 of 3
    CHECK(nearest("ab", {"abcd"}) == "abcd");  // 2 more
    CHECK(nearest("ab", {"abcde"}).empty());   // 3 more
    CHECK(nearest("abcde", {"ab"}).empty());
    CHECK(nearest("YEER", {"year"}) == "year");
    CHECK(nearest("abcdef", {"abXdYf"}) == "abXdYf");
    CHECK(nearest("", {"a"}).empty());
    CHECK(nearest("a", {""}).empty());
}

TEST_CASE("a name that begins with at least four letters of the wanted one is near, however long") {
    CHECK(nearest("abcd", {"ABCDefghijkl"}) == "ABCDefghijkl");
    CHECK(nearest("abc", {"abcdefghijkl"}).empty());
    CHECK(nearest("abcd", {"abcxefghijkl"}).empty());
    CHECK(nearest("abcx", {"abcdefghijkl"}).empty());
}

TEST_CASE("the three nearest are told, the nearest first, of equals the one offered first") {
    CHECK(nearest("token", {"tocan", "tokn", "tokem", "token"}) == "token, tokn or tokem");
    CHECK(nearest("token", {"tokn", "tokem", "tokex", "tocan"}) == "tokn, tokem or tokex");
    CHECK(nearest("token", {"tocan", "tokn"}) == "tokn or tocan");
    CHECK(nearest("token", {"tokn", "tokn", "tokem"}) == "tokn or tokem");
    CHECK(nearest("abcd", {"abxy", "xbcy", "axxd", "ab", "xbcy"}) == "abxy, xbcy or axxd");
    headway::detail::near_names near("token");
    near.offer("tokn");
    near.offer("tokem");
    CHECK(near.text("'") == "'tokn' or 'tokem'");
}

TEST_CASE("names of up to 80 letters are compared") {
    const std::string a(80, 'a');
    const std::string b = std::string(79, 'a') + "b";
    CHECK(nearest(a, {b}) == b);
    CHECK(nearest(a + "a", {b}).empty());
    CHECK(nearest(b, {a + "a"}).empty());
}
