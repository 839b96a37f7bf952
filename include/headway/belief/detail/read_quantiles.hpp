// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include <headway/belief/detail/belief_text_reader.hpp>
#include <headway/belief/detail/make_quantiles.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Reads beliefs from quantiles, "from_quantiles(10 %: 10 months, 50 %: 20 months, 90 %: 50 months, above 0 months)" and the
/// short "10/50/90: 10, 20, 50 months above 0 months".
template <class = void>
class basic_quantile_reader : protected belief_text_reader {
  public:
    using belief_text_reader::belief_text_reader;

  protected:
    /// Whether numbers with slashes between them and a colon behind stand here.
    [[nodiscard, gnu::cold]] bool short_form_is_next() noexcept;
    [[gnu::cold]] given_quantiles read_short_form();
    /// From behind the opening bracket to the closing one.
    [[gnu::cold]] given_quantiles read_call();

  private:
    struct value_entry {
        double probability = 0.0;
        std::string probability_text;
        typename value_reader::number_and_unit value;
        std::string value_text;
    };

    /// 0.1 of 10: the double of the decimal that it means.
    [[gnu::cold]] double percent();
    [[gnu::cold]] value_entry entry(double p, const std::string& probability_text);
    /// A value without a unit takes that of the next one that has one.
    [[gnu::cold]] given_quantiles resolved(std::vector<value_entry>& entries);
    [[nodiscard, gnu::cold]] bool option_is_next() noexcept;
    [[gnu::cold]] void read_option(given_quantiles& given);
};
HEADWAY_ELSEWHERE(class basic_quantile_reader<>);
using quantile_reader = basic_quantile_reader<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/belief/bodies/detail/read_quantiles.hpp>
#endif
