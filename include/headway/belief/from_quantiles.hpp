// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <initializer_list>
#include <utility>

#include <headway/belief/as_belief.hpp>
#include <headway/belief/detail/make_mixture.hpp>
#include <headway/belief/detail/make_quantiles.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A probability and the value below which it lies: `quantile_at{0.1, 10.0 * month}`. Of another dimension than `T` it does
/// not compile, and the message names both.
template <any_value T>
struct quantile_at {
    using value_type = T;
    double probability;
    T value;

    template <plain_number Probability, believable X>
    constexpr quantile_at(const Probability& p, const X& x) : probability(detail::as_believed(p)), value(same(x)) {}

  private:
    template <class X>
    static constexpr T same(const X& x) {
        const T of_the_same_dimension = detail::as_believed(x);
        return of_the_same_dimension;
    }
};
template <class Probability, believable X>
quantile_at(Probability, X) -> quantile_at<believed_t<X>>;

/// The coefficients of a metalog in Keelin's order, a1 first, of values in base units (of their logarithms or log odds
/// where there are bounds).
struct metalog_coefficients {
    double value[detail::most_metalog_terms] = {};
    int count = 0;

    [[nodiscard]] constexpr double operator[](int i) const noexcept { return value[i]; }
};

/// Quantiles as they were elicited, with what is known beside them. It makes its belief where one is asked for: converted
/// to a `belief<T>`, handed to whatever takes a belief, or asked as a belief is. So a bound can still be added to quantiles
/// that make no belief without one.
template <any_value T>
class elicited_quantiles {
  public:
    using value_type = T;

    constexpr explicit elicited_quantiles(const detail::given_quantiles& given) : given_(given) {
        detail::require_quantiles(named(), given_);
    }

    /// No value lies below lo: the metalog is that of ln(x - lo) (Keelin's log metalog).
    /// Here and below: \throws std::domain_error for a bound that a quantile lies on or beyond.
    template <believable X>
    [[nodiscard]] constexpr elicited_quantiles above(const X& lo) const {
        return bounded(finite("lo", detail::believed_base<T>(lo)), given_.hi);
    }
    /// No value lies above hi: the metalog is that of -ln(hi - x).
    template <believable X>
    [[nodiscard]] constexpr elicited_quantiles below(const X& hi) const {
        return bounded(given_.lo, finite("hi", detail::believed_base<T>(hi)));
    }
    /// All values lie between lo and hi: the metalog is that of ln((x - lo)/(hi - x)) (Keelin's logit metalog).
    template <believable Lo, believable Hi>
    [[nodiscard]] constexpr elicited_quantiles between(const Lo& lo, const Hi& hi) const {
        return bounded(finite("lo", detail::believed_base<T>(lo)), finite("hi", detail::believed_base<T>(hi)));
    }
    /// As many terms, from 2 to as many as quantiles; with fewer than quantiles the metalog comes near them by least squares
    /// (in x, ln(x - lo), ... as above). \throws std::domain_error for another number.
    [[nodiscard]] constexpr elicited_quantiles terms(int count) const {
        elicited_quantiles other = *this;
        other.given_.terms = count;
        if (count == 0) detail::terms_must_fit(named(), 0, given_.count);
        detail::require_terms(named(), other.given_);
        return other;
    }

    /// The belief. Here and below: \throws std::domain_error if the quantile function would fall somewhere.
    [[nodiscard]] constexpr headway::belief<T> belief() const { return detail::make_belief<T>(made()); }
    constexpr operator headway::belief<T>() const { return belief(); }  // NOLINT: implicit, it stands for its belief

    /// Of the metalog, whether or not its quantile function rises everywhere.
    [[nodiscard]] constexpr metalog_coefficients coefficients() const noexcept {
        const detail::component a = detail::fitted_metalog(given_);
        metalog_coefficients all;
        all.count = a.term_count;
        for (int i = 0; i < all.count; ++i) all.value[i] = a.derived[i];
        // Those of the component are counted from the middle quantile.
        const double r = detail::metalog_reference(a);
        switch (detail::metalog_scale_of(a)) {
        case detail::metalog_scale::above:
            all.value[0] += log(r - given_.lo);
            break;
        case detail::metalog_scale::below:
            all.value[0] -= log(given_.hi - r);
            break;
        case detail::metalog_scale::between:
            break;
        default:
            all.value[0] += r;
        }
        return all;
    }

    // As of its belief.
    [[nodiscard]] constexpr T quantile(double p) const { return belief().quantile(p); }
    [[nodiscard]] constexpr T quantile_upper(double q) const { return belief().quantile_upper(q); }
    [[nodiscard]] constexpr T median() const { return belief().median(); }
    [[nodiscard]] constexpr double cdf(const T& x) const { return belief().cdf(x); }
    [[nodiscard]] constexpr double survival(const T& x) const { return belief().survival(x); }
    [[nodiscard]] constexpr auto pdf(const T& x) const { return belief().pdf(x); }
    [[nodiscard]] constexpr T mean() const { return belief().mean(); }
    [[nodiscard]] constexpr auto variance() const { return belief().variance(); }
    [[nodiscard]] constexpr auto stddev() const { return belief().stddev(); }
    [[nodiscard]] constexpr bool has_mean() const { return belief().has_mean(); }
    [[nodiscard]] constexpr bool has_variance() const { return belief().has_variance(); }
    [[nodiscard]] constexpr std::pair<T, T> support() const { return belief().support(); }
    [[nodiscard]] constexpr belief_shape shape() const noexcept { return belief_shape::metalog; }

    [[nodiscard]] friend constexpr bool operator==(const elicited_quantiles& a, const elicited_quantiles& b) {
        return a.belief() == b.belief();
    }

  private:
    static constexpr detail::maker named() noexcept { return detail::maker_of<T>("from_quantiles"); }
    static constexpr double finite(const char* what, double x) {
        named().finite(what, x);
        return x;
    }
    constexpr elicited_quantiles bounded(double lo, double hi) const {
        elicited_quantiles other = *this;
        other.given_.lo = lo;
        other.given_.hi = hi;
        detail::require_quantile_bounds(named(), other.given_);
        return other;
    }
    constexpr detail::component made() const { return detail::metalog_component(named(), given_); }

    detail::given_quantiles given_;
};

namespace detail {

template <class T, class Quantiles>
constexpr elicited_quantiles<T> from_all_quantiles(const Quantiles& quantiles) {
    given_quantiles given;
    for (const quantile_at<T>& q : quantiles) given.add(q.probability, base_value_of(q.value));
    return elicited_quantiles<T>(given);
}

template <class>
inline constexpr bool is_quantile_at = false;
template <class T>
inline constexpr bool is_quantile_at<quantile_at<T>> = true;

}  // namespace detail

/// A container of `quantile_at`.
template <class C>
concept quantiles_at = detail::is_quantile_at<detail::element_of<C>>;

/// The belief with these quantiles, as an expert states them: `from_quantiles({{0.1, 10.0}, {0.5, 20.0}, {0.9, 50.0}})`, of
/// any probabilities, three to nine of them, in rising order. A metalog (Keelin 2016): with as many terms as quantiles, as
/// without a further word, it goes through each of them, to about 1e-14 of what they span; `.terms(k)` fits k by least
/// squares. `.above(lo)`, `.below(hi)` and `.between(lo, hi)` say beyond which no value can lie. A constant expression.
///
/// Quantities and dates: name them, `from_quantiles<date>({{0.1, 2027y / 1 / 1}, ...})`, name the first,
/// `from_quantiles({quantile_at{0.1, 10.0 * month}, {0.5, 20.0 * month}, {0.9, 50.0 * month}})`, or give two lists,
/// `from_quantiles({0.1, 0.5, 0.9}, {10.0 * month, 20.0 * month, 50.0 * month})`.
///
/// Not every set of quantiles is a metalog's: three, at 10, 50 and 90 %, are one without bounds if the middle one parts the
/// way between the outer ones between 1 : 5 and 5 : 1 (0.1666 to 0.8334 of it). What is none is refused with the probability
/// at which the quantile function would fall, and with what would do. Without bounds all moments are finite; with one, the
/// other tail falls as a power, and `has_mean` and `has_variance` tell whether they are.
/// Accuracy: quantiles, cdf, mean and standard deviation 1e-12 of themselves or of the spread; with nine terms, and within a
/// hair of infinite moments, 1e-11 and 1e-10.
/// \throws std::domain_error for less than 3 or more than 9 quantiles, probabilities outside (0, 1) or not rising, values
/// not finite or not rising; where the belief is asked for, if the quantile function would fall.
template <any_value T = double>
[[nodiscard]] constexpr elicited_quantiles<T> from_quantiles(std::initializer_list<quantile_at<T>> quantiles) {
    return detail::from_all_quantiles<T>(quantiles);
}
template <quantiles_at Container>
[[nodiscard]] constexpr auto from_quantiles(const Container& quantiles) {
    return detail::from_all_quantiles<typename detail::element_of<Container>::value_type>(quantiles);
}
template <plain_number Probability, believable X, std::size_t N>
[[nodiscard]] constexpr auto from_quantiles(const Probability (&probabilities)[N], const X (&values)[N]) {
    using T = believed_t<X>;
    detail::given_quantiles given;
    for (std::size_t i = 0; i < N; ++i) {
        given.add(detail::as_believed(probabilities[i]), detail::believed_base<T>(values[i]));
    }
    return elicited_quantiles<T>(given);
}
/// Chosen only for two lists of different lengths, to say so in words.
template <plain_number Probability, believable X, std::size_t N, std::size_t M>
    requires(N != M)
constexpr auto from_quantiles(const Probability (&)[N], const X (&)[M]) {
    constexpr bool each_probability_has_a_value = N == M;
    static_assert(
        each_probability_has_a_value,
        "from_quantiles: there must be as many values as probabilities, as in from_quantiles({0.1, 0.5, 0.9}, "
        "{10.0, 20.0, 50.0})");
    return nullptr;
}

/// What a belief from quantiles was given; none for every other.
template <any_value T>
[[nodiscard]] constexpr int given_quantile_count(const belief<T>& b) noexcept {
    return b.parts().size() == 1 ? b.parts()[0].part.quantile_count : 0;
}
/// Quantile i < given_quantile_count(b).
template <any_value T>
[[nodiscard]] constexpr quantile_at<T> given_quantile(const belief<T>& b, int i) {
    const detail::given_quantiles given = detail::quantiles_given(b.parts()[0].part);
    return {given.probability[i], value_from_base<T>(given.value[i])};
}

}  // namespace headway

#include <headway/header_end.hpp>
