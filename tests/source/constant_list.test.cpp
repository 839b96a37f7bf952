// SPDX-License-Identifier: BSL-1.0
#include <headway/source/constant_list.hpp>

#include "../catch.hpp"

using headway::figures::constant_list;

namespace {

constexpr int three = 3;
constexpr int seven = 7;
constexpr const int* table[] = {&seven, &three};
constexpr constant_list<int> numbers(table);

constexpr int sum() {
    int total = 0;
    for (const int& n : numbers) total += n;
    return total;
}
static_assert(numbers.size() == 2 && numbers[0] == 7 && &numbers[1] == &three && sum() == 10);

}  // namespace

TEST_CASE("a list of constants iterates in its order") {
    auto at = numbers.begin();
    CHECK(*at++ == 7);
    CHECK(*at == 3);
    CHECK(++at == numbers.end());
    CHECK(constant_list<int>::iterator() == constant_list<int>::iterator());
}
