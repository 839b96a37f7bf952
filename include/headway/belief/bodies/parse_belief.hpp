// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/parse_belief.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
component_list read_belief(text_cursor& cursor, const belief_notation& notation) {
    const std::string_view text = cursor.rest();
    component_list made = belief_reader(cursor, notation).read();
    cursor.expect_the_end();
    if (cursor.has_failed()) {
        suggest_likely_meant(cursor, text, *notation.values, [&notation](std::string_view guess) {
            text_cursor at(guess);
            (void)belief_reader(at, notation).read();
            at.expect_the_end();
            return !at.has_failed();
        });
    }
    return made;
}
HEADWAY_INSTANTIATE(component_list read_belief<>(text_cursor& cursor, const belief_notation& notation));

template <class V>
component_list basic_belief_reader<V>::read() {
    component_list made = read_part();
    if (!cursor_.has_failed()) made.keep_text(written_);
    return made;
}

template <class V>
component_list basic_belief_reader<V>::read_part() {
    cursor_.skip_spaces();
    const std::size_t from = cursor_.at();
    const std::string_view name = call_name();
    if (name.empty()) return value_or_interval(from);
    if (++depth_ > most_depth) cursor_.fail(from, "fewer beliefs inside one another");
    cursor_.go_to(from + name.size());
    (void)cursor_.take("(");
    write(name);
    write("(");
    component_list made = made_by(name, from);
    --depth_;
    return made;
}

template <class V>
std::string_view basic_belief_reader<V>::call_name() noexcept {
    const std::string_view rest = cursor_.rest();
    const std::size_t start = cursor_.at();
    std::size_t end = cursor_.peek_word().size();
    if (end == 0) return {};
    while (end < rest.size() && (is_digit(rest[end]) || rest[end] == '_' || lower_case(rest[end]) != rest[end] ||
                                 (rest[end] >= 'a' && rest[end] <= 'z'))) {
        ++end;
    }
    cursor_.go_to(start + end);
    const bool is_call = cursor_.next() == '(';
    cursor_.go_to(start);
    return is_call ? rest.substr(0, end) : std::string_view();
}

template <class V>
component_list basic_belief_reader<V>::value_or_interval(std::size_t from) {
    if (short_form_is_next()) return metalog(from, read_short_form());
    value_reader reader(cursor_, *notation_.values);
    if (notation_.values->kind.is_date()) {
        const double lo = reader.read();
        const std::string first = text_read(from);
        if (!cursor_.take_word("to")) return sure(from, lo, first);
        cursor_.skip_spaces();
        const std::size_t second_from = cursor_.at();
        const double hi = reader.read();
        return interval(from, lo, hi, first, text_read(second_from));
    }
    const auto first = reader.read_number_and_unit();
    std::string lo_text = text_read(from);
    if (!cursor_.take_word("to")) {
        return sure(from, reader.in_base_units(first, first.unit, first.has_unit), lo_text);
    }
    cursor_.skip_spaces();
    const std::size_t second_from = cursor_.at();
    const auto second = reader.read_number_and_unit();
    const std::string hi_text = text_read(second_from);
    if (!first.has_unit) lo_text += hi_text.substr(read_decimal(hi_text).length);
    const double hi = reader.in_base_units(second, second.unit, second.has_unit);
    const auto& unit_of_first = first.has_unit ? first : second;
    const double lo = reader.in_base_units(first, unit_of_first.unit, unit_of_first.has_unit);
    return interval(from, lo, hi, lo_text, hi_text);
}

template <class V>
component_list basic_belief_reader<V>::sure(std::size_t from, double x, const std::string& text) {
    write(text);
    return checked(from, [&] { return exactly_component(notation_.maker_named("exactly"), x); });
}

template <class V>
component_list basic_belief_reader<V>::interval(std::size_t from, double lo, double hi, const std::string& lo_text,
                                                const std::string& hi_text) {
    write("ci90(" + lo_text + ", " + hi_text + ")");
    return checked(from, [&] { return ci90(lo, hi); });
}

template <class V>
void basic_belief_reader<V>::require_zero(std::size_t from, std::string_view name) {
    if (notation_.values->kind.is_date()) {
        cursor_.fail(from, from + name.size(),
                     "a shape for dates, which have no zero: normal_ci, uniform, triangular, "
                     "pert or empirical");
    }
}

template <class V>
component_list basic_belief_reader<V>::made_by(std::string_view name, std::size_t from) {
    if (name == "mixture" || name == "pool" || name == "discrete") return of_parts(name, from);
    if (name == "truncated") return truncated(from);
    if (name == "empirical") return empirical(from);
    if (name == "from_quantiles") return metalog(from, read_call());
    if (name == "ci90" || name == "normal_ci" || name == "lognormal_ci") {
        if (name == "lognormal_ci") require_zero(from, name);
        double level = 0.9;
        if (name != "ci90") {
            level = number();
            comma();
        }
        const double lo = value();
        comma();
        const double hi = value();
        close();
        return checked(from, [&]() -> component {
            if (name == "ci90") return ci90(lo, hi);
            return name == "normal_ci"
                       ? normal_from_interval(notation_.maker_named("normal_ci"), level, lo, hi)
                       : lognormal_from_interval(notation_.maker_named("lognormal_ci"), level, lo, hi);
        });
    }
    if (name == "likely") {
        const double level = number();
        double x[3] = {};
        for (double& argument : x) {
            comma();
            argument = value();
        }
        close();
        return checked(from,
                       [&] { return likely_component(notation_.maker_named("likely"), level, x[0], x[1], x[2]); });
    }
    if (name == "pareto_from_share") {
        require_zero(from, name);
        const maker m = notation_.maker_named("pareto_from_share");
        const double minimum = value();
        comma();
        const double top = number();
        comma();
        const double share = number();
        close();
        return checked(from, [&] { return pareto_component(m, minimum, tail_index_from_share(m, top, share)); });
    }
    if (name == "around") {
        require_zero(from, name);
        const double median = value();
        comma();
        const double factor = number();
        close();
        return checked(from, [&] { return around_component(notation_.maker_named("around"), median, factor); });
    }
    for (int i = 0; i < belief_shape_count; ++i) {
        const auto shape = static_cast<belief_shape>(i);
        if (name_of(shape) == name && !argument_kinds(shape).empty()) return shaped(shape, from);
    }
    refuse(name, from);
    return {};
}

template <class V>
component_list basic_belief_reader<V>::shaped(belief_shape shape, std::size_t from) {
    if (needs_a_zero(shape)) require_zero(from, name_of(shape));
    const bool is_number = notation_.values->kind.is_number();
    if (is_count(shape) && !is_number) {
        cursor_.fail(from, "a belief about " + notation_.values->kind.text() + "; " + std::string(name_of(shape)) +
                               " is about a count, a plain number");
    }
    const std::string_view kinds = argument_kinds(shape);
    double p[4] = {0.0, 0.0, 0.0, 1.0};
    if (shape == belief_shape::student_t) p[2] = 1.0;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (i > 0) {
            // beta(a, b) lies between 0 and 1, student_t(dof) is the standard one.
            const bool may_end = is_number && ((shape == belief_shape::beta && i == 2) ||
                                               (shape == belief_shape::student_t && i == 1));
            if (may_end && cursor_.next() == ')') break;
            comma();
        }
        p[i] = kinds[i] == 'n' ? number() : kinds[i] == 'v' ? value() : span();
    }
    if (shape == belief_shape::bernoulli && !is_number) {
        comma();
        if (value() != 1.0) cursor_.fail(from, "discrete(70 %: 0, 30 %: ...) for a value other than a base unit");
    }
    close();
    return checked(from, [&] { return component_of(shape, notation_.maker_named(name_of(shape).data()), p); });
}

template <class V>
void basic_belief_reader<V>::percent_behind::offer(double weight, bool is_share, const component_list& part,
                                                   bool ends_in_percent, std::size_t end) {
    is_possible = is_possible && !is_share && ends_in_percent && part.shape() == belief_shape::exactly;
    has_zero = has_zero || weight == 0.0;
    weights += weight;
    shares += part[0].part.parameter[0];
    if (parts++ == 0) first_sign = end - 1;
}

template <class V>
bool basic_belief_reader<V>::percent_behind::is_meant() const noexcept {
    const auto is_one = [](double sum) { return abs(sum - 1.0) < 1e-9; };
    return is_possible && parts > 1 && is_one(shares) && (has_zero || !is_one(weights));
}

template <class V>
component_list basic_belief_reader<V>::of_parts(std::string_view name, std::size_t from) {
    const bool is_mixture = name != "discrete";
    const maker m = notation_.maker_named(!is_mixture ? "discrete" : name == "pool" ? "pool" : "mixture");
    component_builder builder(m);
    std::vector<component_list> observed;  // the builder only points to observations
    percent_behind swapped;
    double sum_of_weights = 0.0;
    bool are_percent = true;
    cursor_.skip_spaces();
    const std::size_t first = cursor_.at();
    do {
        cursor_.skip_spaces();
        const std::size_t at = cursor_.at();
        const double weight = number();
        const bool is_share = text_read(at).ends_with('%');
        sum_of_weights += weight;
        are_percent = are_percent && is_share;
        expect(":", "a colon behind the weight, as in mixture(60 %: 0, 40 %: 1)");
        write(": ");
        const std::size_t value_from = cursor_.at();
        const auto look_behind = [&](const component_list& part) {
            swapped.offer(weight, is_share, part, text_read(value_from).ends_with('%'), cursor_.at());
        };
        const auto add = [&](const auto& part) {
            (void)checked(at, [&] {
                builder.add(part, weight);
                return component_list();
            });
        };
        if (!is_mixture) {
            const double x = value();
            const component_list part = checked(at, [&] { return exactly_component(m, x); });
            look_behind(part);
            add(part[0].part);
            continue;
        }
        component_list part = read_part();
        look_behind(part);
        const bool has_data = [&] {
            for (const weighted_component& c : part) {
                if (c.part.data_size > 0) return true;
            }
            return false;
        }();
        if (has_data) {
            observed.push_back(std::move(part));
            add(observed.back());
        } else {
            add(part);
        }
    } while (another());
    if (swapped.is_meant()) {
        cursor_.fail(swapped.first_sign, swapped.first_sign + 1,
                     "the weight in front of the value, as in mixture(60 %: 0, 40 %: 1); for a value of 60 % "
                     "write 0.6");
    }
    // A little more, for three times 33.3333 %.
    if (are_percent && !(abs(sum_of_weights - 1.0) <= 1.000001e-6)) {
        cursor_.fail(first, cursor_.at(),
                     "weights that add up to 100 %, not " + number_text(100.0 * sum_of_weights, 9) +
                         " %; weights without % are relative, as in mixture(1: 0, 2: 1)");
    }
    close();
    return checked(from, [&] { return is_mixture ? builder.mixture() : builder.discrete(); });
}

template <class V>
component_list basic_belief_reader<V>::truncated(std::size_t from) {
    const component_list whole = read_part();
    comma();
    const double lo = value();
    comma();
    const double hi = value();
    close();
    return checked(from, [&] { return truncate(notation_.maker_named("truncated"), whole, lo, hi); });
}

template <class V>
component_list basic_belief_reader<V>::empirical(std::size_t from) {
    const maker m = notation_.maker_named("empirical");
    std::vector<double> data;
    do {
        data.push_back(value());
    } while (another());
    close();
    return checked(from, [&] {
        for (const double x : data) m.finite("every observation", x);
        sort_elements(data.data(), data.size(), [](double a, double b) { return a < b; });
        return component_list(empirical_component(data.data(), data.size()));
    });
}

template <class V>
void basic_belief_reader<V>::refuse(std::string_view name, std::size_t from) {
    if (cursor_.has_failed()) return;
    near_names names(name);
    for (int i = 0; i < belief_shape_count; ++i) names.offer(name_of(static_cast<belief_shape>(i)));
    for (const std::string_view other : {"ci90", "normal_ci", "lognormal_ci", "around", "pool", "from_quantiles", "likely", "pareto_from_share"}) names.offer(other);
    const std::string near = names.empty() ? "" : "; did you mean " + names.text() + "?";
    cursor_.fail(from, from + name.size(), "a value, or a shape such as ci90, normal_ci or triangular" + near);
}

HEADWAY_INSTANTIATE(class basic_belief_reader<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
