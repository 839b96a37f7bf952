// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include <headway/belief/belief_notation.hpp>
#include <headway/belief/detail/make_empirical.hpp>
#include <headway/belief/detail/make_likely.hpp>
#include <headway/belief/detail/read_quantiles.hpp>
#include <headway/belief/detail/truncate.hpp>
#include <headway/belief/pareto.hpp>
#include <headway/text/likely_meant.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// Reads a belief about values of one kind.
template <class = void>
class basic_belief_reader : quantile_reader {
  public:
    using quantile_reader::quantile_reader;

    [[nodiscard, gnu::cold]] component_list read();

  private:
    static constexpr int most_depth = 32;

    [[gnu::cold]] component_list read_part();

    /// The name before an opening bracket; empty where none stands.
    std::string_view call_name() noexcept;

    /// What a maker refuses is told at the text that it was given.
    template <class Make>
    [[gnu::cold]] component_list checked(std::size_t from, Make make) {
        if (cursor_.has_failed()) return {};
        try {
            return make();
        } catch (const std::domain_error& e) {
            cursor_.fail(from, cursor_.at(), std::string("what makes a belief (") + e.what() + ")");
            return {};
        }
    }

    [[gnu::cold]] component_list value_or_interval(std::size_t from);
    [[gnu::cold]] component_list sure(std::size_t from, double x, const std::string& text);
    [[gnu::cold]] component_list interval(std::size_t from, double lo, double hi, const std::string& lo_text,
                            const std::string& hi_text);
    [[gnu::cold]] component ci90(double lo, double hi) const {
        return ci90_component(notation_.maker_named("ci90"), notation_.values->kind.is_date(), lo, hi);
    }

    [[gnu::cold]] void require_zero(std::size_t from, std::string_view name);

    [[gnu::cold]] component_list made_by(std::string_view name, std::size_t from);
    [[gnu::cold]] component_list shaped(belief_shape shape, std::size_t from);
    /// Whether "0: 60 %, 1: 40 %" has the weights behind the values: all of them are plain, all values shares that make
    /// one, and the numbers in front do not make one or give a part no weight.
    struct percent_behind {
        bool is_possible = true;
        bool has_zero = false;
        double weights = 0.0;
        double shares = 0.0;
        std::size_t parts = 0;
        std::size_t first_sign = 0;

            void offer(double weight, bool is_share, const component_list& part, bool ends_in_percent, std::size_t end);
        [[nodiscard]] bool is_meant() const noexcept;
    };
    [[gnu::cold]] component_list of_parts(std::string_view name, std::size_t from);
    [[gnu::cold]] component_list metalog(std::size_t from, const given_quantiles& given) {
        return checked(from, [&] { return metalog_component(notation_.maker_named("from_quantiles"), given); });
    }
    [[gnu::cold]] component_list truncated(std::size_t from);
    [[gnu::cold]] component_list empirical(std::size_t from);
    [[gnu::cold]] void refuse(std::string_view name, std::size_t from);

    int depth_ = 0;
};
HEADWAY_ELSEWHERE(class basic_belief_reader<>);
using belief_reader = basic_belief_reader<>;

/// The belief that a whole text is; a failure stays with the cursor, which begins where the text does.
template <class = void>
[[nodiscard, gnu::cold]] component_list read_belief(text_cursor& cursor, const belief_notation& notation);

}  // namespace detail

/// Reads a belief, in the notation of the functions that make them and that `belief_text` prints. Values are spelled as
/// in `parse_value`, each with its unit; probabilities, levels and weights are numbers, also in percent.
///
///     4.2 million USD                               sure of one value; of dates also never
///     80 to 200 million USD                         short for ci90(80 million USD, 200 million USD)
///     ci90(3, 5.5)                                  90 % between, as a lognormal; of dates as a normal
///     normal_ci(80 %, 2, 9)                         lognormal_ci(80 %, 2, 9)
///     around(40 billion USD, 1.5)                   normal(5, 2)      lognormal(5, 0.3)      uniform(1 year, 2 years)
///     log_uniform(1, 100)     triangular(1, 2, 5)   pert(1, 2, 5)     beta(2, 3)             beta(2, 3, 0 GW, 5 GW)
///     gamma(2, 3 months)      weibull(2, 3 months)  student_t(4)      student_t(4, 10, 2)    log_student_t(4, 10, 0.5)
///     pareto(5 MW, 1.2)       lomax(5 MW, 1.2)      pareto_from_share(5 MW, 20 %, 80 %)
///     generalized_pareto(10, 2, 0.3)                poisson(4)        geometric_trials(20 %) geometric_failures(20 %)
///     likely(90 %, 8, 12, 24)                       90 % between, most likely 12, as a PERT
///     bernoulli(30 %)         empirical(1, 2, 2, 5) discrete(60 %: 0, 40 %: 1)
///     mixture(60 %: 0, 40 %: ci90(1, 3))            pool(0.5: ci90(1, 3), 0.5: normal(4, 1))
///     truncated(normal(5, 2), 0, infinite)
///     10/50/90: 10, 20, 50 months                   from_quantiles(10 %: 10 months, 50 %: 20 months, 90 %: 50 months)
///     10/50/90: 10, 20, 50 months above 0 months    or below, or between 0 and 60 months; "terms 3" with more quantiles
///
/// So "3 to 5.5" is no uniform: it says 90 %, with 5 % on either side, as a lognormal, and bounds must be above zero
/// except for dates. A first bound without a unit takes that of the second. A weight stands in front of its part, which is
/// any belief; "mixture(0: 60 %, 1: 40 %)" is refused. Weights in percent add up to 100 %, to 0.0001 % in all. A `log_pool` is read and written as the shape that it makes.
/// \throws parse_error for text that is none of these, arguments that the maker refuses, values of another dimension
/// than `T`, a misspelt unit or shape (the message has those near), more than 32 beliefs inside one another. Where the text
/// is likely to mean a belief ("8-24 months", "0% to 20%", "~5", "Q3 2027") the message has that belief in this notation.
template <any_value T>
[[nodiscard, gnu::cold]] belief<T> parse_belief(std::string_view text) {
    detail::text_cursor cursor(text);
    belief<T> made(detail::read_belief(cursor, detail::belief_notation_of<T>));
    cursor.throw_failure();
    return made;
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/belief/bodies/parse_belief.hpp>
#endif
