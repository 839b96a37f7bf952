// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/dimension.hpp>

#include "catch.hpp"

#include <concepts>

using namespace headway;

namespace {

// Names that sort before, between and after those of the library.
struct acre {
    static constexpr std::string_view name = "acre";
};
struct cow {
    static constexpr std::string_view name = "cow";
};
struct zebra {
    static constexpr auto name = "zebra";  // text of any kind that a string_view can show
};

template <class... Dimensions>
struct dimensions {};

using all = dimensions<dimensionless, dim::time, dim::money, dim::area, dim::performance, dim::frequency, cow,
                       divided<acre, multiplied<zebra, zebra>>>;

template <class A, class B, class C>
inline constexpr bool associative = std::same_as<multiplied<multiplied<A, B>, C>, multiplied<A, multiplied<B, C>>>&&
    std::same_as<divided<divided<A, B>, C>, divided<A, multiplied<B, C>>>;

template <class A, class B>
inline constexpr bool pair_obeys_algebra = std::same_as<multiplied<A, B>, multiplied<B, A>>&&
    std::same_as<divided<multiplied<A, B>, B>, A>&& std::same_as<multiplied<divided<A, B>, B>, A>&&
        std::same_as<divided<A, B>, multiplied<A, inverted<B>>>&& std::same_as<inverted<divided<A, B>>, divided<B, A>>;

template <class A>
inline constexpr bool obeys_algebra = std::same_as<divided<A, A>, dimensionless>&&
    std::same_as<multiplied<A, dimensionless>, A>&& std::same_as<divided<A, dimensionless>, A>&&
        std::same_as<inverted<inverted<A>>, A>&& std::same_as<multiplied<A, inverted<A>>, dimensionless>;

template <class A, class B, class... C>
constexpr bool triples(dimensions<C...>) {
    return (associative<A, B, C> && ...);
}
template <class A, class... B>
constexpr bool pairs(dimensions<B...>) {
    return ((pair_obeys_algebra<A, B> && triples<A, B>(all{})) && ...);
}
template <class... A>
constexpr bool singles(dimensions<A...>) {
    return ((obeys_algebra<A> && pairs<A>(all{})) && ...);
}
static_assert(singles(all{}));

// One spelling: factors sorted by name, whole exponents, no product of one factor.
static_assert(std::same_as<divided<dim::money, dim::time>, product<dim::money, per<dim::time>>>);
static_assert(std::same_as<divided<dim::time, dim::money>, product<per<dim::money>, dim::time>>);
static_assert(std::same_as<multiplied<zebra, acre>, product<acre, zebra>>);
static_assert(std::same_as<dim::area, power<dim::length, 2>>);
static_assert(std::same_as<multiplied<dim::area, dim::length>, power<dim::length, 3>>);
static_assert(std::same_as<divided<dim::area, dim::length>, dim::length>);
static_assert(std::same_as<inverted<dim::area>, per<dim::length, 2>>);
static_assert(std::same_as<divided<dim::length, multiplied<dim::area, dim::length>>, per<dim::length, 2>>);
static_assert(std::same_as<dim::frequency, per<dim::time>>);
static_assert(std::same_as<dim::power, product<dim::energy, per<dim::time>>>);
static_assert(std::same_as<divided<dim::money, dim::performance>, product<per<dim::compute>, dim::money, dim::time>>);

// Different dimensions stay different types.
static_assert(!std::same_as<dim::power, dim::performance>);
static_assert(!std::same_as<dim::chips, dim::wafers>);
static_assert(!std::same_as<dim::frequency, dim::time>);
static_assert(!std::same_as<multiplied<cow, cow>, cow>);

TEST_CASE("the base dimensions of the library have names of their own") {
    const std::string_view names[] = {
        dim::time::name,  dim::money::name,  dim::compute::name, dim::energy::name, dim::length::name,
        dim::chips::name, dim::wafers::name, dim::tokens::name,  dim::people::name, dim::processing_performance::name};
    for (const auto& a : names) {
        for (const auto& b : names) CHECK((a == b) == (&a == &b));
    }
}

}  // namespace
