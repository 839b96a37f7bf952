// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/belief_text.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string belief_writer::text(const component_list& parts) const {
    if (!parts.text().empty()) return std::string(parts.text());
    if (parts.size() == 1) return text(parts[0].part);
    bool in_percent = true;  // all or none, and only where they make one
    double sum = 0.0;
    for (const weighted_component& c : parts) {
        in_percent = in_percent && share_text(c.weight).ends_with('%') && c.weight < 1.0;
        sum += c.weight;
    }
    in_percent = in_percent && abs(sum - 1.0) <= 1e-6;
    std::string all(name_of(parts.shape()));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double weight = parts[i].weight;
        all += (i == 0 ? "(" : ", ") + (in_percent ? share_text(weight) : shortest_text(weight)) + ": ";
        all += text(parts[i].part);
    }
    return all + ")";
}
HEADWAY_INSTANTIATE(std::string belief_writer::text<>(const component_list& parts) const);

template <class>
std::string belief_writer::share_text(double share) {
    const std::string plain = shortest_text(share);
    if (!(share > 0.0 && share <= 1.0)) return plain;
    decimal_text digits = read_decimal(plain);
    digits.exponent += 2;
    const std::string number = shortest_text(value_of(digits).value_or(0.0));
    digits = read_decimal(number);
    digits.exponent -= 2;
    return number.size() > 5 || value_of(digits) != share ? plain : number + " %";
}
HEADWAY_INSTANTIATE(std::string belief_writer::share_text<>(double share));

template <class>
std::string belief_writer::text(const component& a) const {
    if (a.is_truncated) {
        return "truncated(" + text(without_truncation(a)) + ", " + value_text(a.lo) + ", " + value_text(a.hi) + ")";
    }
    if (a.shape == belief_shape::exactly) return value_text(a.parameter[0]);
    if (a.shape == belief_shape::empirical) {
        std::string all = "empirical(";
        for (std::size_t i = 0; i < a.data_size; ++i) all += (i == 0 ? "" : ", ") + value_text(a.observation(i));
        return all + ")";
    }
    if (a.shape == belief_shape::metalog) return quantiles_text(a);
    if (a.shape == belief_shape::bernoulli) {
        // Of a quantity, which only belief_from makes, 1 is one base unit.
        const std::string one = notation_.values->kind.is_number() ? "" : ", " + value_text(1.0);
        return "bernoulli(" + share_text(a.parameter[0]) + one + ")";
    }
    if (a.given == given_as::factor) {
        return "around(" + value_text(a.parameter[0]) + ", " + shortest_text(a.parameter[2]) + ")";
    }
    if (a.given == given_as::likely) {
        return "likely(" + share_text(a.parameter[5]) + ", " + value_text(a.parameter[3]) + ", " +
               value_text(a.parameter[1]) + ", " + value_text(a.parameter[4]) + ")";
    }
    if (a.given != given_as::parameters) {
        const std::string ends = ends_text(a) + ")";
        if (a.given == given_as::ci90) return "ci90(" + ends;
        const char* const name = a.shape == belief_shape::normal ? "normal_ci(" : "lognormal_ci(";
        return name + share_text(a.parameter[4]) + ", " + ends;
    }
    std::string all(name_of(a.shape));
    const std::string_view kinds = argument_kinds(a.shape);
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const double x = a.parameter[i];
        all += (i == 0 ? "(" : ", ") + (kinds[i] == 'n'   ? shortest_text(x)
                                        : kinds[i] == 'v' ? value_text(x)
                                                          : span_text(x));
    }
    return all + ")";
}
HEADWAY_INSTANTIATE(std::string belief_writer::text<>(const component& a) const);

template <class>
std::string belief_writer::quantiles_text(const component& a) const {
    std::string all = "from_quantiles(";
    for (int i = 0; i < a.quantile_count; ++i) {
        all += (i == 0 ? "" : ", ") + share_text(a.parameter[2 + 2 * i]) + ": " + value_text(a.parameter[3 + 2 * i]);
    }
    const bool has_end[] = {is_finite(a.parameter[0]), is_finite(a.parameter[1])};
    for (int end = 0; end < 2; ++end) {
        if (!has_end[end]) continue;
        all += end == 1 ? (has_end[0] ? " and " : ", below ") : has_end[1] ? ", between " : ", above ";
        // Zero is zero in every unit.
        const bool is_zero = a.parameter[end] == 0.0 && !notation_.values->kind.is_date();
        all += is_zero ? "0" : value_text(a.parameter[end]);
    }
    if (a.term_count != a.quantile_count) all += ", terms " + std::to_string(a.term_count);
    return all + ")";
}
HEADWAY_INSTANTIATE(std::string belief_writer::quantiles_text<>(const component& a) const);

template <class>
std::string belief_writer::ends_text(const component& a) const {
    const bool is_normal = a.shape == belief_shape::normal;
    const maker m = notation_.maker_named("belief_text");
    std::string best[2];
    double end[2] = {a.parameter[2], a.parameter[3]};
    bool is_moved = false;
    for (int i = 0; i < 2; ++i) {
        best[i] = value_text(end[i]);
        const double given = end[i];
        const auto is_plain = [](std::string_view text) {
            return text.find('(') == std::string_view::npos && shown_digits(number_of(text)) <= 6;
        };
        if (!notation_.values->is_quantity() || is_plain(best[i])) continue;
        for (const std::int64_t neighbour : {-1, 1}) {
            const double near = from_bits(bits_of(given) + static_cast<std::uint64_t>(neighbour));
            const std::string text = is_finite(near) ? value_text(near) : best[i];
            if (!is_plain(text)) continue;
            best[i] = text;
            end[i] = near;
            is_moved = true;
        }
    }
    const auto makes_the_same = [&] {
        if (!(end[0] < end[1])) return false;
        return (is_normal ? normal_from_interval(m, a.parameter[4], end[0], end[1])
                          : lognormal_from_interval(m, a.parameter[4], end[0], end[1])) == without_truncation(a);
    };
    if (is_moved && !makes_the_same()) return value_text(a.parameter[2]) + ", " + value_text(a.parameter[3]);
    return best[0] + ", " + best[1];
}
HEADWAY_INSTANTIATE(std::string belief_writer::ends_text<>(const component& a) const);

}  // namespace headway::detail

#include <headway/header_end.hpp>
