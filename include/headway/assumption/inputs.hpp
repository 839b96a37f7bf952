// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include <headway/assumption/assumption.hpp>
#include <headway/assumption/detail/record_array.hpp>
#include <headway/assumption/path.hpp>
#include <headway/math/batch.hpp>
#include <headway/text/name_list.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// Whether no two names have one `hash_of`, by which an input's draws are chosen.
template <class... Named>
consteval bool hashes_are_unique() {
    constexpr std::size_t count = sizeof...(Named);
    const std::uint64_t hashes[count + 1] = {hash_of(Named::name)..., 0};
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = i + 1; j < count; ++j) {
            if (hashes[j] == hashes[i]) return false;
        }
    }
    return true;
}

template <std::size_t Index, class... Types>
struct type_at;
template <std::size_t Index, class First, class... Rest>
struct type_at<Index, First, Rest...> : type_at<Index - 1, Rest...> {};
template <class First, class... Rest>
struct type_at<0, First, Rest...> {
    using type = First;
};

/// What parts of a model made of what, see forecast/part_memory.hpp.
template <class = void>
class basic_part_memory;
using part_memory = basic_part_memory<>;

/// Whether values of a number type note which of them are read: plain ones, and the blocks that a model is run on.
template <class Number>
inline constexpr bool notes_reads = std::same_as<Number, double> || std::same_as<Number, basic_batch<model_run>>;

/// Where they note it, and where parts look for what they made before.
struct read_notes {
    bool* read = nullptr;
    part_memory* parts = nullptr;
    constexpr void note(std::size_t place) const noexcept {
        if (read != nullptr) read[place] = true;
    }
};
struct no_read_notes {
    static constexpr void note(std::size_t) noexcept {}
};

/// What a model's paths are: those of the forecast that runs it, which may have others than the model names; and whether
/// they are drawn. Where no forecast has said so, those that the model names.
struct path_context {
    const assumption_record* records = nullptr;
    bool is_told = false;  // GCC compares no address of a temporary with null in a constant expression
    path_reading reading = path_reading::quantile;
};
struct no_path_context {};

/// A value at its place; the values of a model's inputs are bases of one class, which compilers take faster than a tuple.
template <std::size_t Place, class Value>
struct input_slot {
    Value value;
};
template <class Places, class... Values>
struct input_slots;
template <std::size_t... Places, class... Values>
struct input_slots<std::index_sequence<Places...>, Values...> : input_slot<Places, Values>... {
    constexpr explicit input_slots(const Values&... values) : input_slot<Places, Values>{values}... {}
};

}  // namespace detail

/// What a model reads: one value per input, in the number type it is run with. `in[decline]` gives the value assumed
/// for `decline`; an assumption that is not an input does not compile.
template <class Number, class... Assumptions>
class input_values {
    static_assert(number<Number>, "input_values: the first argument must be a number type");

  public:
    using number_type = Number;
    static constexpr bool has_paths = (is_path<Assumptions> || ...);

    constexpr explicit input_values(const rebind_number<typename Assumptions::value_type, Number>&... values)
        : values_(values...) {}
    /// From the inputs' values in base units.
    [[nodiscard]] static constexpr input_values from_base_values(const Number* base_values) {
        return of_base_values(base_values, std::index_sequence_for<Assumptions...>{});
    }

    template <label Name, class T>
    [[nodiscard]] constexpr decltype(auto) operator[](const named_assumption<Name, T>&) const noexcept {
        constexpr bool is_an_input = (std::same_as<named_assumption<Name, T>, Assumptions> || ...);
        static_assert(is_an_input,
                      "the model reads an assumption that is not among the forecast's inputs: add it to inputs(...)");
        if constexpr (is_an_input) {
            return get<detail::place_of<Assumptions...>(Name.view())>();
        } else {
            return rebind_number<T, Number>{};
        }
    }
    /// A path over time, as a trend.
    template <label Name, class Dimension>
    [[nodiscard]] constexpr auto operator[](const named_path<Name, Dimension>& path) const noexcept {
        constexpr bool is_an_input = (std::same_as<named_path<Name, Dimension>, Assumptions> || ...);
        static_assert(is_an_input,
                      "the model reads a path that is not among the forecast's inputs: add it to inputs(...)");
        if constexpr (is_an_input) {
            constexpr std::size_t place = detail::place_of<Assumptions...>(Name.view());
            const auto reading = detail::is_block<Number> ? detail::path_reading::drawn : paths_.reading;
            const detail::process_record& process =
                paths_.is_told ? paths_.records[place].motion : path.motion;
            return path_trend<Dimension, Number>(process, hash_of(Name.view()), base_value_of(get<place>()), reading,
                                                 driver_of(process));
        } else {
            return constant_trend<Dimension, Number>(Number{});
        }
    }
    /// Chosen only for what is not an assumption, to say so in words.
    template <class Key>
    constexpr auto operator[](const Key&) const noexcept {
        static_assert(is_assumption<Key>, "an input is read by its assumption: in[decline], where decline is what "
                                          "assumption<...>(...) made");
        return nullptr;
    }

    /// The value at a place.
    template <std::size_t Index>
    [[nodiscard]] constexpr const auto& get() const noexcept {
        notes_.note(Index);
        return at_place<Index>(values_);
    }
    /// Where the numbers stand that the model reads, in base units: `to[i]` points to that of input i.
    constexpr void find_base_values(const Number** to) const noexcept {
        find_base_values(to, std::index_sequence_for<Assumptions...>{});
    }

    /// The paths that the model reads are those of these records, the forecast's inputs.
    constexpr void read_paths_of(const assumption_record* records, detail::path_reading reading) noexcept
        requires has_paths
    {
        paths_ = {records, true, reading};
    }
    /// A number that stands for the processes of all paths; 0 without.
    [[nodiscard]] double hash_of_processes() const {
        std::uint64_t hash = 0;
        if constexpr (has_paths) {
            for (std::size_t i = 0; i < sizeof...(Assumptions) && paths_.is_told; ++i) {
                const assumption_record& a = paths_.records[i];
                if (a.is_path()) hash = detail::hash_combine(hash, a.motion.fingerprint(a.motion));
            }
        }
        return std::bit_cast<double>(hash);
    }
    /// From now on each value that is read sets its place in `read`. For `unread_inputs`; with a memory for `part`.
    constexpr void note_reads(bool* read, detail::part_memory* parts = nullptr) noexcept
        requires detail::notes_reads<Number>
    {
        notes_ = {read, parts};
    }
    /// Null where parts are made anew at each call.
    [[nodiscard]] constexpr detail::part_memory* memory_of_parts() const noexcept
        requires detail::notes_reads<Number>
    {
        return notes_.parts;
    }

  private:
    [[nodiscard]] constexpr detail::path_driver<Number> driver_of(const detail::process_record& process) const noexcept {
        detail::path_driver<Number> driver;
        if (process.driver_hash == 0) return driver;
        constexpr std::uint64_t hashes[] = {hash_of(Assumptions::name)...};
        const Number* at[sizeof...(Assumptions)];
        find_base_values(at);
        for (std::size_t i = 0; i < sizeof...(Assumptions); ++i) {
            if (hashes[i] != process.driver_hash) continue;
            notes_.note(i);
            driver = {process.driver_hash, at[i], process.driver_correlation};
        }
        return driver;
    }
    template <std::size_t Place, class Value>
    static constexpr const Value& at_place(const detail::input_slot<Place, Value>& slot) noexcept {
        return slot.value;
    }
    template <std::size_t... I>
    constexpr void find_base_values([[maybe_unused]] const Number** to, std::index_sequence<I...>) const noexcept {
        ((to[I] = &base_value_of(at_place<I>(values_))), ...);
    }
    template <std::size_t... I>
    static constexpr input_values of_base_values([[maybe_unused]] const Number* base_values, std::index_sequence<I...>) {
        return input_values(
            value_from_base<rebind_number<typename Assumptions::value_type, Number>>(base_values[I])...);
    }

    detail::input_slots<std::index_sequence_for<Assumptions...>,
                        rebind_number<typename Assumptions::value_type, Number>...>
        values_;
    [[no_unique_address]] std::conditional_t<detail::notes_reads<Number>, detail::read_notes, detail::no_read_notes>
        notes_;
    [[no_unique_address]] std::conditional_t<has_paths, detail::path_context, detail::no_path_context> paths_;
};

/// The assumptions that a forecast reads, in order. Make one with `inputs(...)`.
template <class... Assumptions>
class input_list {
    static_assert((is_assumption<Assumptions> && ...), "inputs: every argument must be an assumption");
    static constexpr bool no_hash_is_there_twice = detail::hashes_are_unique<Assumptions...>();
    static constexpr bool every_name_is_used_once =
        no_hash_is_there_twice || detail::names_are_unique<Assumptions...>();
    static_assert(every_name_is_used_once, "inputs: two inputs have the same name; rename one of them");
    static constexpr bool no_two_draw_the_same = no_hash_is_there_twice || !every_name_is_used_once;
    static_assert(no_two_draw_the_same, "inputs: two names have the same 64-bit hash, so that both inputs would draw the "
                                        "same random numbers; rename one of them");

  public:
    static constexpr std::size_t size = sizeof...(Assumptions);
    template <class Number>
    using values = input_values<Number, Assumptions...>;
    /// The type of the assumption at a place.
    template <std::size_t Index>
    using assumption_at = typename detail::type_at<Index, Assumptions...>::type;

    constexpr explicit input_list(const Assumptions&... assumptions) : records_(assumptions...) {}

    /// The place of an input of this name, or `size` when there is none.
    [[nodiscard]] static consteval std::size_t place_of(std::string_view name) {
        return detail::place_of<Assumptions...>(name);
    }

    /// The assumptions without their types, in order.
    [[nodiscard]] constexpr const assumption_record* records() const noexcept { return records_.data(); }
    [[nodiscard]] constexpr assumption_record* records() noexcept { return records_.data(); }

    template <std::size_t Index>
    [[nodiscard]] constexpr auto get() const {
        return assumption_at<Index>(records()[Index]);
    }

    /// `f(assumption)` for each input, in order.
    template <class F>
    constexpr void for_each(F f) const {
        for_each(f, std::make_index_sequence<size>{});
    }
    /// `f(assumptions...)`.
    template <class F>
    constexpr auto apply(F f) const {
        return apply(f, std::make_index_sequence<size>{});
    }
    /// These assumptions and then those of another list.
    template <class... Others>
    [[nodiscard]] constexpr auto followed_by(const input_list<Others...>& others) const {
        using records = detail::record_array<size + sizeof...(Others)>;
        return input_list<Assumptions..., Others...>(records(records_, others.records_));
    }

  private:
    template <class...>
    friend class input_list;

    constexpr explicit input_list(const detail::record_array<size>& records) : records_(records) {}
    template <class F, std::size_t... I>
    constexpr void for_each(F& f, std::index_sequence<I...>) const {
        (f(assumption_at<I>(records()[I])), ...);
    }
    template <class F, std::size_t... I>
    constexpr auto apply(F& f, std::index_sequence<I...>) const {
        return f(assumption_at<I>(records()[I])...);
    }

    detail::record_array<size> records_;
};

/// The assumptions that a forecast reads: `inputs(decline, first_run)`. Two of one name do not compile.
template <class... Assumptions>
[[nodiscard]] constexpr auto inputs(const Assumptions&... assumptions) {
    return input_list<Assumptions...>(assumptions...);
}

}  // namespace headway

#include <headway/header_end.hpp>
