// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/detail/sketch_payload.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void write_sketch(byte_writer& out, const sketch_contents& sketch) {
    out.number(static_cast<std::uint8_t>(sketch.how));
    std::vector<double> few = sketch.few;
    std::sort(few.begin(), few.end());
    out.number(static_cast<std::uint32_t>(few.size()));
    for (const double x : few) out.number(x);
    out.number(static_cast<std::uint32_t>(sketch.values.size()));
    for (const counted_value& v : sketch.values) {
        out.number(v.value);
        out.short_number(v.count() << 1U | (v.expected() ? 1U : 0U));
        out.short_number(v.below_in_bin);
    }
    out.number(static_cast<std::uint64_t>(sketch.bins.bytes().size()));
    out.raw(sketch.bins.bytes());
    if (sketch.bins.count() == 0) return;
    const bin_edges& e = sketch.edges;
    for (const double x : {e.least, e.greatest, e.below_zero, e.above_zero, e.below_pivot, e.above_pivot}) out.number(x);
    out.short_number(e.least_count);
    out.short_number(e.greatest_count);
}
HEADWAY_INSTANTIATE(void write_sketch<>(byte_writer& out, const sketch_contents& sketch));

template <class>
void require_in_file(const byte_reader& in, bool holds, const char* otherwise) {
    if (!holds) in.refuse(otherwise);
}
HEADWAY_INSTANTIATE(void require_in_file<>(const byte_reader& in, bool holds, const char* otherwise));

template <class>
packed_bins read_bins(byte_reader& in, const value_bins& bins, std::uint64_t most) {
    byte_reader part(in.raw(in.room_for(in.number<std::uint64_t>(), 1)), in.file());
    packed_bins all;
    all.reserve(part.left());
    for (std::uint64_t bin = 0; part.left() > 0;) {
        const std::uint64_t step = part.short_number();
        require_in_file(part, step > 0 && step < (1ULL << value_bins::key_bits) - bin, "its bins are not in order");
        bin += step;
        const std::uint64_t count = part.short_number();
        require_in_file(part, count > 0 && count <= most - all.count(), "its bins count more draws than it has");
        require_in_file(part, bins.has_values(static_cast<std::uint32_t>(bin)), "a bin can hold no value");
        all.append(static_cast<std::uint32_t>(bin), count);
    }
    return all;
}
HEADWAY_INSTANTIATE(packed_bins read_bins<>(byte_reader& in, const value_bins& bins, std::uint64_t most));

template <class>
void require_dividers(const byte_reader& in, const sketch_contents& sketch, const value_bins& bins) {
    std::size_t v = 0;
    std::uint32_t key = sketch.values.empty() ? 0 : bins.key_of(sketch.values[0].value);
    const auto divide = [&](std::uint32_t bin, std::uint64_t count) {
        std::uint64_t below = 0;
        const value_bins::range range = v < sketch.values.size() && key == bin ? bins.range_of(bin) : value_bins::range{};
        double from = range.least;
        while (v < sketch.values.size() && key == bin) {
            const counted_value& divider = sketch.values[v++];
            require_in_file(in, divider.below_in_bin >= below && divider.below_in_bin <= count &&
                                    (from < divider.value || divider.below_in_bin == below),
                            "a value divides its bin otherwise than its count");
            below = divider.below_in_bin;
            from = next_above(divider.value);
            key = v < sketch.values.size() ? bins.key_of(sketch.values[v].value) : 0;
            require_in_file(in, key == bin || from <= range.greatest || below == count, "a bin counts what it cannot hold");
        }
    };
    for (packed_bins::reader bin(sketch.bins); bin.next();) {
        while (v < sketch.values.size() && key < bin.bin()) divide(key, 0);
        divide(bin.bin(), bin.count());
    }
    while (v < sketch.values.size()) divide(key, 0);
}
HEADWAY_INSTANTIATE(void require_dividers<>(const byte_reader& in, const sketch_contents& sketch, const value_bins& bins));

template <class>
void require_edges(const byte_reader& in, const sketch_contents& sketch, const value_bins& bins) {
    const bin_edges& e = sketch.edges;
    const auto known = sketch_statistics::known_in_bins(sketch, bins);
    const auto holds = [&](bool there, double x, bool inside) {
        require_in_file(in, there ? e.least <= x && x <= e.greatest && inside : !(x - x == 0.0),
                        "the values beside zero or its central value do not fit its ends");
    };
    require_in_file(in, e.least - e.least == 0.0 && e.greatest - e.greatest == 0.0 && e.least <= e.greatest &&
                            e.least_count > 0 && e.greatest_count > 0 &&
                            (e.least < e.greatest || e.least_count == e.greatest_count),
                    "the ends of its bins are out of range");
    const double pivot = bins.pivot();
    holds(e.least < 0.0, e.below_zero, e.below_zero < 0.0);
    holds(e.greatest > 0.0, e.above_zero, e.above_zero > 0.0);
    holds(e.least < pivot, e.below_pivot, e.below_pivot < pivot);
    holds(e.greatest > pivot, e.above_pivot, e.above_pivot > pivot);
    std::size_t k = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    for (packed_bins::reader bin(sketch.bins); bin.next();) {
        first = first == 0 ? bin.bin() : first;
        last = bin.bin();
        std::uint64_t left = bin.count();
        for (; k < known.size() && known[k].key == bin.bin(); ++k) {
            require_in_file(in, known[k].count <= left, "a value is known more often than its bin counts");
            left -= known[k].count;
        }
        require_in_file(in, k == known.size() || known[k].key > bin.bin(), "a value is known whose bin is empty");
    }
    require_in_file(in, k == known.size() && first == bins.key_of(e.least) && last == bins.key_of(e.greatest),
                    "its bins reach beyond their ends");
}
HEADWAY_INSTANTIATE(void require_edges<>(const byte_reader& in, const sketch_contents& sketch, const value_bins& bins));

template <class>
sketch_contents read_sketch(byte_reader& in, double pivot, std::uint64_t count, std::uint64_t run) {
    const value_bins bins(pivot);
    sketch_contents sketch;
    const auto how = in.number<std::uint8_t>();
    require_in_file(in, how <= static_cast<std::uint8_t>(counting_plan::form::binned), "its way of counting is unknown");
    sketch.how = static_cast<counting_plan::form>(how);
    const bool is_few = sketch.how == counting_plan::form::few;
    const std::size_t few = in.room_for(in.number<std::uint32_t>(), sizeof(double));
    require_in_file(in, few == 0 || (is_few && run <= counting_plan::most_few), "it holds draws of a long run");
    sketch.few.reserve(few);
    for (std::size_t i = 0; i < few; ++i) {
        const double x = in.real();
        require_in_file(in, x - x == 0.0 && (i == 0 || sketch.few.back() <= x), "its draws are not in order");
        sketch.few.push_back(x + 0.0);
    }
    const std::size_t values = in.room_for(in.number<std::uint32_t>(), sizeof(double) + 2);
    require_in_file(in, values == 0 || !is_few, "it both holds draws and counts values");
    sketch.values.reserve(values);
    std::uint64_t left = count;
    for (std::size_t i = 0; i < values; ++i) {
        const double x = in.real() + 0.0;
        const std::uint64_t packed = in.short_number();
        const bool expected = (packed & 1U) != 0;
        require_in_file(in, x - x == 0.0 && (i == 0 || sketch.values.back().value < x), "its values are not in order");
        require_in_file(in, packed >> 1U <= left, "its values count more draws than it has");
        require_in_file(in, expected || (packed > 0 && sketch.how == counting_plan::form::distinct),
                        "a value is counted that should not be");
        left -= packed >> 1U;
        sketch.values.emplace_back(x, packed >> 1U, expected, in.short_number());
    }
    sketch.bins = read_bins(in, bins, left);
    require_in_file(in, sketch.bins.count() == 0 || sketch.how == counting_plan::form::binned,
                    "it counts by bin what it holds");
    require_in_file(in, sketch.count() == count, "it counts fewer draws than it has");
    require_dividers(in, sketch, bins);
    if (sketch.bins.count() == 0) return sketch;
    bin_edges& e = sketch.edges;
    for (double* x : {&e.least, &e.greatest, &e.below_zero, &e.above_zero, &e.below_pivot, &e.above_pivot}) {
        *x = in.real() + 0.0;
    }
    e.least_count = in.short_number();
    e.greatest_count = in.short_number();
    require_edges(in, sketch, bins);
    return sketch;
}
HEADWAY_INSTANTIATE(sketch_contents read_sketch<>(byte_reader& in, double pivot, std::uint64_t count, std::uint64_t run));

}  // namespace headway::detail

#include <headway/header_end.hpp>
