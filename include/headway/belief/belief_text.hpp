// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/belief_notation.hpp>
#include <headway/belief/detail/make_atom.hpp>
#include <headway/core/exact_text.hpp>

#include <headway/core/detail/macros_off.hpp>

namespace headway {

namespace detail {

/// Writes a belief so that it reads back as the same one, in the shortest of the spellings that do.
class belief_writer {
  public:
    explicit belief_writer(const belief_notation& notation) noexcept : notation_(notation) {}

    [[nodiscard]] std::string text(const component_list& parts) const {
        if (parts.size() == 1) return text(parts[0].part);
        bool in_percent = true;  // all or none
        for (const component& c : parts)
            in_percent = in_percent && share_text(c.weight).ends_with('%') && c.weight < 1.0;
        std::string all(name_of(parts.shape()));
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const double weight = parts[i].weight;
            all += (i == 0 ? "(" : ", ") + (in_percent ? share_text(weight) : shortest_text(weight)) + ": ";
            all += text(parts[i].part);
        }
        return all + ")";
    }

  private:
    [[nodiscard]] std::string value_text(double x) const { return exact_text_of(x, *notation_.values); }

    /// A share in percent, where that is short.
    [[nodiscard]] static std::string share_text(double share) {
        run_time_unit percent;
        percent.below = 100.0;
        const std::string number = share > 0.0 && share <= 1.0 ? exact_number_of(percent, share) : "";
        return number.empty() || number.size() > 5 ? shortest_text(share) : number + " %";
    }

    [[nodiscard]] std::string text(const atom& a) const {
        if (a.is_truncated) {
            return "truncated(" + text(without_truncation(a)) + ", " + value_text(a.lo) + ", " + value_text(a.hi) + ")";
        }
        if (a.shape == belief_shape::exactly) return value_text(a.parameter[0]);
        if (a.shape == belief_shape::empirical) {
            std::string all = "empirical(";
            for (std::size_t i = 0; i < a.data_size; ++i) all += (i == 0 ? "" : ", ") + value_text(a.data[i]);
            return all + ")";
        }
        if (a.shape == belief_shape::bernoulli) {
            // Of a quantity, which only belief_from makes, 1 is one base unit.
            const std::string one = notation_.values->kind.is_number() ? "" : ", " + value_text(1.0);
            return "bernoulli(" + share_text(a.parameter[0]) + one + ")";
        }
        std::string shortest(name_of(a.shape));
        const std::string_view kinds = argument_kinds(a.shape);
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            const double x = a.parameter[i];
            shortest += (i == 0 ? "(" : ", ") + (kinds[i] == 'n'   ? shortest_text(x)
                                                 : kinds[i] == 'v' ? value_text(x)
                                                                   : span_text(x));
        }
        shortest += ")";
        if (a.shape == belief_shape::normal || a.shape == belief_shape::lognormal) {
            for (const double level : {0.9, 0.8, 0.95, 0.5}) take_interval(shortest, a, level);
            if (a.shape == belief_shape::lognormal) take_factor(shortest, a);
        }
        return shortest;
    }
    [[nodiscard]] std::string span_text(double x) const {
        return exact_text_of(x, notation_of_differences(*notation_.values));
    }

    /// The value with the digits that a person would have written, if it was made from such.
    [[nodiscard]] double rounded(double x) const {
        const value_notation& values = *notation_.values;
        if (values.kind.is_date()) return floor(x / seconds_per_day + 0.5) * seconds_per_day;
        const double size = x < 0.0 ? -x : x;
        const std::string printed = values.text(size, 10);
        text_cursor cursor(printed);
        const double near = value_reader(cursor, values).read();
        return x < 0.0 ? -near : near;
    }
    /// `make()` gives an atom; what it throws means that there is none.
    template <class Make>
    [[nodiscard]] static bool makes(const atom& wanted, Make make) {
        try {
            return make() == wanted;
        } catch (const std::exception&) {
            return false;
        }
    }
    void take_interval(std::string& shortest, const atom& a, double level) const {
        const bool is_normal = a.shape == belief_shape::normal;
        const bool is_ci90 = level == 0.9 && is_normal == notation_.values->kind.is_date();
        const maker m = notation_.maker_named("belief_text");
        const double reach = a.parameter[1] * normal_quantile_upper(0.5 * (1.0 - level));
        const double from = is_normal ? a.parameter[0] - reach : a.parameter[0] * exp(-reach);
        const double to = is_normal ? a.parameter[0] + reach : a.parameter[0] * exp(reach);
        double lo = 0.0;
        double hi = 0.0;
        const auto make = [&] {
            lo = rounded(from);
            hi = rounded(to);
            return is_normal ? normal_from_interval(m, level, lo, hi) : lognormal_from_interval(m, level, lo, hi);
        };
        if (!makes(a, make)) return;
        const std::string name =
            is_ci90 ? "ci90(" : (is_normal ? "normal_ci(" : "lognormal_ci(") + share_text(level) + ", ";
        keep_shorter(shortest, name + value_text(lo) + ", " + value_text(hi) + ")");
    }
    void take_factor(std::string& shortest, const atom& a) const {
        const maker m = notation_.maker_named("belief_text");
        const double exact_factor = exp(a.parameter[1] * central_z(m, 0.9));
        if (!is_finite(exact_factor)) return;
        double factor = 0.0;
        const auto make = [&] {
            factor = round_to(exact_factor, 10).value();
            return lognormal_atom(m, a.parameter[0], log(factor) / central_z(m, 0.9));
        };
        if (!makes(a, make)) return;
        keep_shorter(shortest, "around(" + value_text(a.parameter[0]) + ", " + shortest_text(factor) + ")");
    }
    static void keep_shorter(std::string& shortest, std::string other) {
        if (other.size() < shortest.size()) shortest = std::move(other);
    }

    const belief_notation& notation_;
};

}  // namespace detail

/// A belief in the notation of its makers, which `parse_belief` reads back as the same belief, bit for bit: "4.2
/// million USD" for a sure value, "triangular(1 year, 2 years, 5 years)", "truncated(normal(5, 2), 0, infinite)",
/// "mixture(60 %: 0, 40 %: ci90(1, 3))". A normal or lognormal stands as the interval or the factor that it was made
/// from, "ci90(80 million USD, 200 million USD)", where that is shorter and exact. Values as by `exact_text`.
template <any_value T>
[[nodiscard]] std::string belief_text(const belief<T>& b) {
    return detail::belief_writer(detail::belief_notation_of<T>).text(b.parts());
}

}  // namespace headway
#include <headway/core/detail/macros_on.hpp>
