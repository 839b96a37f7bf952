// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <headway/outcome/fan.hpp>
#include <headway/outcome/named_outcomes.hpp>
#include <headway/outcome/outcome.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// One output as a file names it. The only output of a forecast has no name.
struct output_label {
    std::string name;
    std::string dimension;
    friend bool operator==(const output_label&, const output_label&) = default;
};

template <class List>
struct dimension_spelling;
template <class... Factors>
struct dimension_spelling<factor_list<Factors...>> {
    [[nodiscard, gnu::cold]] static std::string text() {
        std::string all;
        const auto add = [&all](std::string_view name, int exponent) {
            all += (all.empty() ? "" : " ") + std::string(name);
            if (exponent != 1) all += "^" + std::to_string(exponent);
        };
        (add(factor_traits<Factors>::base::name, factor_traits<Factors>::exponent), ...);
        return all.empty() ? "share" : all;
    }
};

/// The dimension of a value in words: "money time^-1", "date", "number", "share".
template <class T>
struct value_spelling {
    [[nodiscard]] static std::string text() { return "number"; }
};
template <class Dimension>
struct value_spelling<quantity<Dimension>> : dimension_spelling<typename factors_of<Dimension>::type> {};
template <>
struct value_spelling<date> {
    [[nodiscard]] static std::string text() { return "date"; }
};

/// An outcome of any shape as a row of columns, and back. `dates` is empty for what is not over time.
template <class Outcome>
struct outcome_layout;

template <any_value T>
struct outcome_layout<outcome<T>> {
    static constexpr bool over_time = false;
    [[nodiscard, gnu::cold]] static std::vector<output_label> labels() { return {{{}, value_spelling<T>::text()}}; }
    [[nodiscard, gnu::cold]] static std::vector<date> dates(const outcome<T>&) { return {}; }
    [[nodiscard]] static const run_identity& identity(const outcome<T>& o) noexcept { return o.identity(); }
    template <class F>
    [[gnu::cold]] static void each_column(const outcome<T>& o, F f) {
        f(o.column());
    }
    [[nodiscard, gnu::cold]] static outcome<T> make(const std::shared_ptr<const run_identity>& identity, const std::vector<date>&,
                                         draw_column* columns) {
        return outcome<T>(identity, std::move(*columns));
    }
};

template <class... Outputs>
struct outcome_layout<named_outcomes<Outputs...>> {
    using type = named_outcomes<Outputs...>;
    static constexpr bool over_time = false;
    [[nodiscard, gnu::cold]] static std::vector<output_label> labels() {
        return {{std::string(Outputs::name), value_spelling<typename Outputs::value_type>::text()}...};
    }
    [[nodiscard, gnu::cold]] static std::vector<date> dates(const type&) { return {}; }
    [[nodiscard]] static const run_identity& identity(const type& o) noexcept { return o.template get<0>().identity(); }
    template <class F>
    [[gnu::cold]] static void each_column(const type& o, F f) {
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (f(o.template get<I>().column()), ...);
        }(std::index_sequence_for<Outputs...>{});
    }
    [[nodiscard, gnu::cold]] static type make(const std::shared_ptr<const run_identity>& identity, const std::vector<date>&,
                                   draw_column* columns) {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return type(outcome<typename Outputs::value_type>(identity, std::move(columns[I]))...);
        }(std::index_sequence_for<Outputs...>{});
    }
};

template <class Inner>
struct outcome_layout<fan<Inner>> {
    using inner = outcome_layout<Inner>;
    static constexpr bool over_time = true;
    [[nodiscard, gnu::cold]] static std::vector<output_label> labels() { return inner::labels(); }
    [[nodiscard]] static const std::vector<date>& dates(const fan<Inner>& o) noexcept { return o.dates(); }
    [[nodiscard]] static const run_identity& identity(const fan<Inner>& o) noexcept { return inner::identity(o[0]); }
    template <class F>
    [[gnu::cold]] static void each_column(const fan<Inner>& o, F f) {
        for (std::size_t i = 0; i < o.size(); ++i) inner::each_column(o[i], f);
    }
    [[nodiscard, gnu::cold]] static fan<Inner> make(const std::shared_ptr<const run_identity>& identity,
                                         const std::vector<date>& dates, draw_column* columns) {
        const std::size_t outputs = labels().size();
        std::vector<Inner> all;
        for (std::size_t i = 0; i < dates.size(); ++i) {
            all.push_back(inner::make(identity, dates, columns + i * outputs));
        }
        return fan<Inner>(dates, std::move(all));
    }
};

/// What a simulation returns, or several of them merged.
template <class T>
concept any_outcome = requires { outcome_layout<T>::over_time; };

}  // namespace headway::detail

#include <headway/header_end.hpp>
