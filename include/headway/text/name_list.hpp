// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>

#include <headway/sampling/name_hash.hpp>
#include <headway/text/label.hpp>

#include <headway/header_begin.hpp>

// Lists of types that each have a static `name`: inputs, outputs, overrides.
namespace headway::detail {

/// Whether no two have one name.
template <class... Named>
consteval bool names_are_unique() {
    // By their hashes, for a compiler counts the steps of comparing hundreds of names with each other.
    constexpr std::size_t count = sizeof...(Named);
    const std::uint64_t hashes[count + 1] = {hash_of(Named::name)..., 0};
    const std::string_view names[count + 1] = {Named::name..., {}};
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t hash = hashes[i];
        for (std::size_t j = i + 1; j < count; ++j) {
            if (hashes[j] == hash && names[j] == names[i]) return false;
        }
    }
    return true;
}

/// The place of a name among the named things, or their number when it is not there.
template <class... Named>
consteval std::size_t place_of(std::string_view name) {
    constexpr std::array<std::string_view, sizeof...(Named)> names{Named::name...};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) return i;
    }
    return names.size();
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
