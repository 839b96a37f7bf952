// SPDX-License-Identifier: BSL-1.0
#include <headway/forecast/model_error.hpp>

#include "catch.hpp"

#include <exception>

TEST_CASE("a model error is a runtime error with the model's own exception inside") {
    try {
        try {
            throw std::domain_error("the model's own words");
        } catch (...) {
            std::throw_with_nested(headway::model_error("where, and with which inputs"));
        }
    } catch (const std::runtime_error& e) {
        CHECK_THAT(e.what(), Catch::Matchers::ContainsSubstring("with which inputs"));
        CHECK_THROWS_AS(std::rethrow_if_nested(e), std::domain_error);
        CHECK(dynamic_cast<const headway::model_error*>(&e) != nullptr);
    }
}

TEST_CASE("a model error knows the draw at fault, where there is one") {
    CHECK_FALSE(headway::model_error("at the medians").draw());
    CHECK(headway::model_error("at draw 7", 7).draw() == std::uint64_t{7});
}
