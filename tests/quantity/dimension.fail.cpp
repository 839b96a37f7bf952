// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/dimension.hpp>

struct bit {
    static constexpr std::string_view name = "bit";
};
struct byte {
    static constexpr std::string_view name = "byte";
};
struct also_money {
    static constexpr std::string_view name = "money";
};
using bits_per_byte = headway::divided<bit, byte>;

#if HEADWAY_CASE == 1  // case: two base dimensions of one name
// expect: two different base dimensions have the same name: rename one of them
using confused = headway::multiplied<headway::dim::money, also_money>;
#endif

#if HEADWAY_CASE == 2  // case: two base dimensions of one name inside derived ones
// expect: two different base dimensions have the same name: rename one of them
using confused = headway::divided<headway::divided<headway::dim::money, byte>, headway::multiplied<bit, also_money>>;
#endif

#if HEADWAY_CASE == 3  // case: a base dimension without a name
// expect: a base dimension needs a name: static constexpr std::string_view name
struct nameless {};
using confused = headway::multiplied<headway::dim::money, nameless>;
#endif
