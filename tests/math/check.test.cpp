// SPDX-License-Identifier: BSL-1.0
#include <headway/math/check.hpp>

#include "catch.hpp"

#include <limits>
#include <stdexcept>

#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>

using namespace headway;
using namespace headway::detail;
using Catch::Matchers::Message;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

constexpr bool passes() {
    require_above_zero("f", "x", 5e-324);
    require_above_zero("f", "x", std::numeric_limits<double>::max());
    require_not_negative("f", "x", 0.0);
    require_not_negative("f", "x", -0.0);
    require_finite("f", "x", -1e308);
    require_above_zero("f", "x", dual<1>::variable(1.0, 0));
    require_finite("f", "x", batch(0.0));
    require_share("f", "x", 0.0);
    require_share("f", "x", batch(1.0));
    return true;
}
static_assert(passes());

TEST_CASE("a number in a message reads back as the same number") {
    CHECK(number_text(-2.0) == "-2");
    CHECK(number_text(0.1) == "0.1");
    CHECK(number_text(1e300) == "1e+300");
    CHECK(number_text(1.0 / 3.0) == "0.3333333333333333");
    CHECK(number_text(infinite) == "inf");
    CHECK(number_text(nan) == "nan");
    CHECK(number_text(-nan) == "nan");
    CHECK(number_text(1234.5, 3) == "1.23e+03");
    CHECK(number_text(-nan, 3) == "nan");
}

TEST_CASE("each check refuses what its name says, NaN and infinity too") {
    CHECK_THROWS_MATCHES(require_above_zero("f", "x", 0.0), std::domain_error, Message("f: x must be > 0, got 0"));
    CHECK_THROWS_MATCHES(require_above_zero("f", "x", -2.0), std::domain_error, Message("f: x must be > 0, got -2"));
    CHECK_THROWS_MATCHES(require_above_zero("f", "x", nan), std::domain_error, Message("f: x must be > 0, got nan"));
    CHECK_THROWS_MATCHES(require_above_zero("f", "x", infinite), std::domain_error,
                         Message("f: x must be a finite number, got inf"));
    CHECK_THROWS_MATCHES(require_not_negative("f", "x", -5e-324), std::domain_error,
                         Message("f: x must be >= 0, got -5e-324"));
    CHECK_THROWS_MATCHES(require_not_negative("f", "x", nan), std::domain_error, Message("f: x must be >= 0, got nan"));
    CHECK_THROWS_MATCHES(require_not_negative("f", "x", infinite), std::domain_error,
                         Message("f: x must be a finite number, got inf"));
    for (const double bad : {infinite, -infinite, nan}) {
        CHECK_THROWS_MATCHES(require_finite("f", "x", bad), std::domain_error,
                             Message("f: x must be a finite number, got " + number_text(bad)));
    }
    for (const double bad : {-5e-324, 1.0000000000000002, infinite, nan}) {
        CHECK_THROWS_MATCHES(require_share("f", "x", bad), std::domain_error,
                             Message("f: x must be between 0 and 1, got " + number_text(bad)));
    }
    CHECK_THROWS_MATCHES(value_breaks_a_rule("f", "x", "must be between 0 and 1", 1.5), std::domain_error,
                         Message("f: x must be between 0 and 1, got 1.5"));
}

TEST_CASE("one bad draw of a batch is enough, and the message shows it") {
    for (const int at : {0, 17, batch::size - 1}) {
        const batch bad = batch::generate([at](int i) { return i == at ? -3.0 : 1.0 + i; });
        CHECK_THROWS_MATCHES(require_above_zero("f", "x", bad), std::domain_error, Message("f: x must be > 0, got -3"));
        CHECK_THROWS_MATCHES(require_not_negative("f", "x", bad), std::domain_error,
                             Message("f: x must be >= 0, got -3"));
        CHECK_NOTHROW(require_finite("f", "x", bad));
        // The limit itself, and draws upon the limit beside a bad one.
        const batch zero = batch::generate([at](int i) { return i == at ? 0.0 : 1.0 + i; });
        CHECK_THROWS_MATCHES(require_above_zero("f", "x", zero), std::domain_error, Message("f: x must be > 0, got 0"));
        CHECK_NOTHROW(require_not_negative("f", "x", zero));
        const batch below = batch::generate([at](int i) { return i == at ? -3.0 : 0.0; });
        CHECK_THROWS_MATCHES(require_not_negative("f", "x", below), std::domain_error,
                             Message("f: x must be >= 0, got -3"));
        for (const double end : {infinite, -infinite}) {
            const batch endless = batch::generate([=](int i) { return i == at ? end : 1.0 + i; });
            CHECK_THROWS_MATCHES(require_finite("f", "x", endless), std::domain_error,
                                 Message("f: x must be a finite number, got " + number_text(end)));
        }
        const batch endless = batch::generate([at](int i) { return i == at ? infinite : 1.0 + i; });
        CHECK_THROWS_MATCHES(require_above_zero("f", "x", endless), std::domain_error,
                             Message("f: x must be a finite number, got inf"));
        CHECK_THROWS_MATCHES(require_not_negative("f", "x", endless), std::domain_error,
                             Message("f: x must be a finite number, got inf"));
        const batch undefined = batch::generate([at](int i) { return i == at ? nan : 1.0 + i; });
        CHECK_THROWS_MATCHES(require_finite("f", "x", undefined), std::domain_error,
                             Message("f: x must be a finite number, got nan"));
    }
}

}  // namespace
