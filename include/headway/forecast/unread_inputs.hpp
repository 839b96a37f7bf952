// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include <headway/forecast/fingerprint_points.hpp>
#include <headway/forecast/forecast.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The names of the inputs that a model never reads, in the order of the inputs. Made by `unread_inputs`. True when there
/// are any, so that the check reads as its name: `static_assert(!unread_inputs(f))`.
template <std::size_t Size>
class unread_input_names {
  public:
    constexpr unread_input_names() noexcept = default;
    constexpr unread_input_names(const std::array<std::string_view, Size>& names, const bool* read) noexcept {
        for (std::size_t i = 0; i < Size; ++i) {
            if (!read[i]) names_[size_++] = names[i];
        }
    }

    [[nodiscard]] explicit constexpr operator bool() const noexcept { return size_ != 0; }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr const std::string_view* begin() const noexcept { return names_; }
    [[nodiscard]] constexpr const std::string_view* end() const noexcept { return names_ + size_; }
    [[nodiscard]] constexpr std::string_view operator[](std::size_t i) const noexcept { return names_[i]; }
    [[nodiscard]] constexpr bool contains(std::string_view input) const noexcept {
        for (const std::string_view name : *this) {
            if (name == input) return true;
        }
        return false;
    }

    /// What remains without inputs that may be unread: `static_assert(!unread_inputs(f).except(spare))`.
    template <any_assumption... Accepted>
    [[nodiscard]] constexpr unread_input_names except(const Accepted&...) const noexcept {
        unread_input_names rest;
        for (const std::string_view name : *this) {
            if (!((name == Accepted::name) || ...)) rest.names_[rest.size_++] = name;
        }
        return rest;
    }

    /// In words, with what to do.
    [[nodiscard]] std::string text() const {
        if (empty()) return "the model reads every input";
        std::string text = "the model never reads, so read them or leave them out of inputs(...):";
        for (const std::string_view name : *this) text += "\n  " + std::string(name);
        return text;
    }

  private:
    std::string_view names_[Size == 0 ? 1 : Size] = {};
    std::size_t size_ = 0;
};

namespace detail {

/// Calls the model with the inputs and, over time, with each date; true once every input has been read.
template <class Forecast, class Values>
constexpr bool reads_all(const Forecast& forecast, Values values, [[maybe_unused]] const date* dates,
                         [[maybe_unused]] std::size_t count, bool* read) {
    values.note_reads(read);
    if constexpr (Values::has_paths) values.read_paths_of(forecast.inputs().records(), path_reading::quantile);
    const auto all = [&] {
        for (std::size_t i = 0; i < Forecast::inputs_type::size; ++i) {
            if (!read[i]) return false;
        }
        return true;
    };
    const auto call = [&](const auto&... when) {
        try {
            static_cast<void>(forecast.model()(values, when...));
        } catch (...) {  // what it has read until then counts
        }
    };
    if constexpr (Forecast::over_time) {
        for (std::size_t i = 0; i < count && !all(); ++i) call(dates[i]);
    } else {
        call();
    }
    return all();
}

template <class Forecast>
constexpr auto unread_of(const Forecast& forecast, const date* dates, std::size_t count) {
    constexpr std::size_t size = Forecast::inputs_type::size;
    using values = typename Forecast::template values<double>;
    bool read[size == 0 ? 1 : size] = {};
    const assumption_record* const inputs = forecast.inputs().records();
    std::array<std::string_view, size> names{};
    for (std::size_t i = 0; i < size; ++i) names[i] = inputs[i].name;
    if (reads_all(forecast, forecast.central_values(), dates, count, read)) return unread_input_names<size>();

    std::vector<batch> points(size);
    for (std::size_t i = 0; i < size; ++i) {
        const belief_sampler belief(inputs[i].parts(), drawn_from::uniforms);
        fingerprint_points(i, inputs[i].parts(), belief, points[i].lane);
    }
    for (int row = 0; row < batch::size; ++row) {
        double at_row[size + 1]{};
        for (std::size_t i = 0; i < size; ++i) at_row[i] = points[i].lane[row];
        const values at = values::from_base_values(at_row);
        if (reads_all(forecast, at, dates, count, read)) break;
    }
    return unread_input_names<size>(names, read);
}

}  // namespace detail

/// The inputs that a forecast's model never reads, which is most often a slip: their beliefs change nothing.
///
///     static_assert(!unread_inputs(affordable));
///     for (const std::string_view name : unread_inputs(f)) ...
///
/// The model is run on plain numbers with every input at its median, and, if some are still unread, at the 64 points that
/// `simulate` compares models at: all over the inputs' ranges, tails and corners included. An input that is read at any of
/// them, in whatever branch, is read. Where the model throws, what it has read until then counts.
/// In a constant expression the model must not throw, and a compiler's limit may not suffice for the points.
/// *Not for* an input that is read but changes nothing, `(void)in[x]` or `0.0 * in[x]`: see `tornado`, `sobol_indices`.
template <class Model, class... Assumptions>
    requires(!basic_forecast<Model, Assumptions...>::over_time)
[[nodiscard]] constexpr auto unread_inputs(const basic_forecast<Model, Assumptions...>& forecast) {
    return detail::unread_of(forecast, nullptr, 0);
}
/// Of a forecast over time, on each of these dates.
template <class Model, class... Assumptions>
    requires basic_forecast<Model, Assumptions...>::over_time
[[nodiscard]] auto unread_inputs(const basic_forecast<Model, Assumptions...>& forecast, const std::vector<date>& dates) {
    if (dates.empty()) {
        throw std::domain_error("unread_inputs: no dates given for a forecast over time; give at least one");
    }
    return detail::unread_of(forecast, dates.data(), dates.size());
}
/// Of a forecast over time, on the first of January of 2000 to 2063.
template <class Model, class... Assumptions>
    requires basic_forecast<Model, Assumptions...>::over_time
[[nodiscard]] constexpr auto unread_inputs(const basic_forecast<Model, Assumptions...>& forecast) {
    date dates[64];
    for (int i = 0; i < 64; ++i) {
        dates[i] = date(std::chrono::year(2000 + (i + 26) % 64) / std::chrono::January / 1);
    }
    return detail::unread_of(forecast, dates, 64);
}

}  // namespace headway

#include <headway/header_end.hpp>
