// SPDX-License-Identifier: BSL-1.0
// Platform headers that define everyday words as macros, read before headway: <windows.h> has min, max, near, far and small,
// <complex.h> has I, <sys/sysmacros.h> has major and minor.
#include <complex.h>

#if __has_include(<sys/sysmacros.h>)
#include <sys/sysmacros.h>
#endif
#if __has_include(<bits/stdc++.h>)
#include <bits/stdc++.h>  // libstdc++ does without its names only in what has been read before; libc++ guards itself
#endif

#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define near
#define far
#define small char
#ifndef I
#define I _Complex_I
#endif
#ifndef major
#define major(device) ((device) >> 8)
#define minor(device) ((device)&255)
#endif

#include <headway/headway.hpp>
#include <headway/report.hpp>

#if !defined(min) || !defined(max) || !defined(near) || !defined(far) || !defined(small) || !defined(I) || \
    !defined(major) || !defined(minor)
#error "headway kept a macro of its surroundings"
#endif
static_assert(min(2, 1) == 1 && max(1, 2) == 2, "they are the macros that they were");

namespace hw = headway;
using namespace headway::units;

static_assert((hw::min)(2.0, 1.0) == 1.0 && (hw::max)(1.0 * usd, 2.0 * usd) == 2.0 * usd);
static_assert((hw::min)(hw::date::decimal(2025.0), hw::date::never()) == hw::date::decimal(2025.0));
static_assert(hw::exponential(hw::date::decimal(2025.0), 1.0 * usd, hw::grows_by_factor(2.0, year))
                  .reaches(2.0 * usd) == hw::date::decimal(2025.0) + 1.0 * year);

int main() {
    const hw::batch three(3.0);
    return hw::value_at((hw::min)(three, hw::batch(2.0)), 63) == 2.0 ? 0 : 1;
}
