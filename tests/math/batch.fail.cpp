// SPDX-License-Identifier: BSL-1.0
#include <headway/math/batch.hpp>

constexpr headway::batch low = 1.0;
constexpr headway::batch high = 2.0;
static_assert(headway::all_of(low < high) && headway::all_of(headway::select(low < high, low, high) == low));

#if HEADWAY_CASE == 1  // case: a branch on a comparison of draws
// expect-gcc: could not convert .*batch_mask<void>. to .bool
// expect-clang: .*batch_mask.* (is not contextually convertible to|to) 'bool'
int branch() {
    if (low < high) return 1;
    return 2;
}
#endif

#if HEADWAY_CASE == 2  // case: a batch as one number
// expect-gcc: cannot convert .*batch.* to .double
// expect-clang: no viable conversion from 'const headway::batch' .*to 'double'
double one = low;
#endif

#if HEADWAY_CASE == 3  // case: a batch cast to one number
// expect: a value of a model is a whole block of draws and no single number: leave out the cast and let auto hold it
auto one = static_cast<double>(low);
#endif

#if HEADWAY_CASE == 4  // case: a batch cast to a whole number
// expect: a value of a model is a whole block of draws and no single number: .* floor\(x\) rounds it down
auto one = (int)low;
#endif

#if HEADWAY_CASE == 5  // case: a batch as a condition
// expect: a value of a model is a whole block of draws and no single number: .* a yes or no is a comparison, x > 0.0
int branch() {
    if (low) return 1;
    return 2;
}
#endif

#if HEADWAY_CASE == 6  // case: a comparison of draws as a yes or no
// expect-gcc: cannot convert .*batch_mask<void>. to .bool
// expect-clang: no viable conversion from .*batch_mask.* to 'bool'
bool less = low < high;
#endif
