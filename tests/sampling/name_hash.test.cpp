// SPDX-License-Identifier: BSL-1.0
#include <headway/sampling/name_hash.hpp>

#include "catch.hpp"

#include <string>

using headway::hash_of;

namespace {

// Test vectors of the authors of FNV for the 64-bit FNV-1a hash.
static_assert(hash_of("") == 0xcbf29ce484222325);
static_assert(hash_of("a") == 0xaf63dc4c8601ec8c);
static_assert(hash_of("b") == 0xaf63df4c8601f1a5);
static_assert(hash_of("foobar") == 0x85944171f73967e8);
static_assert(hash_of("chongo was here!\n") == 0x46810940eff5f915);
// A byte above 127 counts as unsigned, whatever the sign of char.
static_assert(hash_of("\xff") == 0xaf64724c8602eb6e);
static_assert(hash_of("ab") != hash_of("ba"));

TEST_CASE("a name read at run time has the hash that it has in code") {
    const std::string_view literal = "yearly fall in training cost";
    const std::string read(literal);
    CHECK(hash_of(read) == hash_of(literal));
}

}  // namespace
