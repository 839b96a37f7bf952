// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/distribution/mixture_draw.hpp>
#include <headway/distribution/mixture_functions.hpp>
#include <headway/distribution/quantile_table.hpp>

#include <headway/header_begin.hpp>

// What is asked of beliefs of several parts, given to them by their makers as shape_functions are to a component: a program
// without mixtures has no code for them.
namespace headway::detail {

struct list_functions {
    split_probability (*probability)(const component_list&, double) noexcept;
    double (*quantile)(const component_list&, asked_probability) noexcept;
    /// `drawn[i]` from `u[i]` for i < count; `drawn` is not `u`. `of_parts` has tables of the quantiles of components in
    /// place, some of them empty, or is null.
    void (*draw)(const component_list&, const quantile_table* of_parts, const double* u, double* drawn,
                 std::size_t count) noexcept;
    quantile_table (*make_table)(const component_list&);
};

/// The functions of a mixture and of a discrete belief.
template <class = void>
struct mixture_code {
    static constexpr split_probability probability(const component_list& parts, double x) noexcept {
        return mixture_probability(parts, x);
    }
    static constexpr double quantile(const component_list& parts, asked_probability p) noexcept {
        return mixture_quantile(parts, p);
    }
    static constexpr void draw(const component_list& parts, const quantile_table* of_parts, const double* u, double* drawn,
                               std::size_t count) noexcept {
        const auto quantile_of_part = [&](const weighted_component& c, asked_probability p) {
            const auto of_part = [&c](asked_probability q) { return quantile_of(c.part, q); };
            if (of_parts == nullptr) return of_part(p);
            const quantile_table& table = of_parts[static_cast<std::size_t>(&c - parts.begin())];
            return table.is_empty() ? of_part(p) : table.at(p, of_part);
        };
        if (parts.size() > component_list::capacity_in_place) {
            for (std::size_t i = 0; i < count; ++i) drawn[i] = draw_of_mixture(parts, u[i], quantile_of_part);
        } else {
            draw_of_mixture(parts, u, drawn, count, quantile_of_part);
        }
    }
    static constexpr quantile_table make_table(const component_list& parts) {
        return quantile_table(parts, &mixture_quantile);
    }
};
HEADWAY_INSTANTIATE(struct mixture_code<>);

template <class = void>
struct discrete_code {
    static constexpr split_probability probability(const component_list& parts, double x) noexcept {
        return mixture_probability(parts, x);
    }
    static constexpr double quantile(const component_list& parts, asked_probability p) noexcept {
        return discrete_quantile(parts, p);
    }
    static constexpr void draw(const component_list& parts, const quantile_table*, const double* u, double* drawn,
                               std::size_t count) noexcept {
        std::size_t done = 0;
        if (parts.size() <= component_list::capacity_in_place) {
            for (; done + shape_block <= count; done += shape_block) {
                vector_dispatch(values_loop<shape_block>{parts, u + done, drawn + done});
            }
        }
        for (; done < count; ++done) drawn[done] = discrete_quantile(parts, from_lower(u[done]));
    }
    static constexpr quantile_table make_table(const component_list& parts) {
        return quantile_table(parts, &discrete_quantile);
    }
};
HEADWAY_INSTANTIATE(struct discrete_code<>);

// Made where it is used, for a table has the code of all that it points to.
template <class Code>
inline constexpr list_functions functions_of_list{&Code::probability, &Code::quantile, &Code::draw, &Code::make_table};

constexpr split_probability probability_of(const component_list& parts, double x) noexcept {
    return parts.functions() != nullptr ? parts.functions()->probability(parts, x) : probability_of(parts[0].part, x);
}

constexpr double quantile_of(const component_list& parts, asked_probability p) noexcept {
    return parts.functions() != nullptr ? parts.functions()->quantile(parts, p) : quantile_of(parts[0].part, p);
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
