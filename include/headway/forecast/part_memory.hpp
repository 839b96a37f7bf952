// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include <headway/assumption/inputs.hpp>
#include <headway/math/branch_trace.hpp>

#include <headway/header_begin.hpp>

// What the parts of a model made of what they read. A part is a function of its inputs and arguments alone, so that what it
// made of these very bits is what it would make of them again: which inputs it reads is noted at each call, as they may be
// others on another way through it, and what it made is given again where all that it read on that way has the bits that it
// had. Whoever runs the model need not say what changed.
namespace headway::detail {

/// A number or a block of them.
struct lane_span {
    const double* first;
    std::size_t size;
};

/// A call of a part.
struct part_call {
    /// An address that stands for its function and the types of the call.
    const void* part;
    std::string_view name;
    /// The inputs in base units, so many numbers each.
    const double* const* inputs;
    std::size_t input_count;
    std::size_t lanes;
    const lane_span* arguments;
    std::size_t argument_count;
};

/// A value of whatever type, which `destroy` gives back.
struct held_value {
    void* value = nullptr;
    void (*destroy)(void*) noexcept = nullptr;
};

/// For one thread, and for the evaluations of one model with so many inputs.
template <class>
class basic_part_memory {
    struct room;

  public:
    constexpr basic_part_memory() noexcept = default;
    constexpr ~basic_part_memory() {
        if (room_ != nullptr) forget();
    }
    basic_part_memory(const basic_part_memory&) = delete;
    basic_part_memory& operator=(const basic_part_memory&) = delete;

    /// Where so many inputs note that they are read, and parts find this.
    [[nodiscard]] read_notes notes(std::size_t inputs) {
        if (room_ == nullptr) room_ = new room;
        if (room_->inputs == 0) {
            room_->read = std::make_unique<bool[]>(inputs);
            room_->inputs = inputs;
        }
        return {room_->read.get(), this};
    }
    /// Before each evaluation. What was made in a base evaluation is kept until the next one, beside what was made last.
    void begin(bool base) noexcept {
        if (room_ == nullptr) return;
        room_->base = base;
        ++room_->evaluation;
    }

    /// What the part made of the same before, or null.
    [[nodiscard]] const void* find(const part_call& call) noexcept {
        slot* const s = slot_of(call);
        if (s == nullptr) return nullptr;
        for (std::vector<entry>* const entries : {&s->base, &s->other}) {
            for (entry& e : *entries) {
                if (!matches(e, call)) continue;
                e.last_used = room_->evaluation;
                for (const std::uint32_t i : e.reads) room_->read[i] = true;
                this_branch_guide.together &= e.together;
                return e.made.value;
            }
        }
        return nullptr;
    }

    /// While a part is called whose reads are to be known: they count for the part that calls it too.
    class recording {
      public:
        explicit recording(basic_part_memory& memory)
            : room_(*memory.room_), outer_(room_.read.get(), room_.read.get() + room_.inputs),
              together_(this_branch_guide.together) {
            std::fill(room_.read.get(), room_.read.get() + room_.inputs, false);
            this_branch_guide.together = ~std::uint64_t{0};
        }
        ~recording() {
            for (std::size_t i = 0; i < outer_.size(); ++i) room_.read[i] = room_.read[i] || outer_[i] != 0;
            this_branch_guide.together &= together_;
        }
        recording(const recording&) = delete;
        recording& operator=(const recording&) = delete;

      private:
        room& room_;
        std::vector<char> outer_;
        std::uint64_t together_;
    };
    /// Where to keep what a call made, while it is recorded: a value of that call's type, or null where there is none yet.
    [[nodiscard]] held_value& place_for(const part_call& call) {
        slot* s = slot_of(call);
        if (s == nullptr) s = &room_->slots.emplace_back(slot{call.part, call.name, {}, {}});
        std::vector<entry>& entries = room_->base ? s->base : s->other;
        std::size_t place = 0;  // one that this evaluation did not need yet
        while (place < entries.size() && entries[place].last_used == room_->evaluation) ++place;
        place %= most_entries;
        if (place == entries.size()) entries.emplace_back();
        entry& e = entries[place];
        e.last_used = room_->evaluation;
        e.leader = -1;  // matches nothing until all of it is there
        e.reads.clear();
        e.contents.clear();
        for (std::size_t i = 0; i < call.argument_count; ++i) append(e, call.arguments[i]);
        for (std::size_t i = 0; i < call.input_count; ++i) {
            if (!room_->read[i]) continue;
            e.reads.push_back(static_cast<std::uint32_t>(i));
            append(e, {call.inputs[i], call.lanes});
        }
        e.together = this_branch_guide.together;
        e.leader = this_branch_guide.leader;
        return e.made;
    }

    /// `seen(name, inputs)` for each part that was called, with the places of the inputs that its calls read.
    template <class Seen>
    void for_each_part(Seen seen) const {
        if (room_ == nullptr) return;
        for (const slot& s : room_->slots) {
            std::vector<char> read(room_->inputs);
            for (const std::vector<entry>* entries : {&s.base, &s.other}) {
                for (const entry& e : *entries) {
                    for (const std::uint32_t i : e.reads) read[i] = 1;
                }
            }
            seen(s.name, read);
        }
    }

  private:
    /// Calls of one part in one evaluation; of more the first are forgotten.
    static constexpr std::size_t most_entries = 256;

    struct entry {
        int leader = -1;
        std::uint64_t together = 0;
        std::uint64_t last_used = 0;
        std::vector<std::uint32_t> reads;
        /// The arguments and then what was read, in the order of the inputs.
        std::vector<double> contents;
        held_value made;

        entry() noexcept = default;
        entry(entry&& other) noexcept
            : leader(other.leader), together(other.together), last_used(other.last_used),
              reads(std::move(other.reads)), contents(std::move(other.contents)), made(std::exchange(other.made, {})) {}
        ~entry() {
            if (made.value != nullptr) made.destroy(made.value);
        }
    };
    struct slot {
        const void* part;
        std::string_view name;
        std::vector<entry> base;
        std::vector<entry> other;
    };
    struct room {
        std::vector<slot> slots;
        std::unique_ptr<bool[]> read;
        std::size_t inputs = 0;
        std::uint64_t evaluation = 0;
        bool base = true;
    };

    [[nodiscard]] slot* slot_of(const part_call& call) noexcept {
        for (slot& s : room_->slots) {
            if (s.part == call.part) return &s;
        }
        return nullptr;
    }
    static void append(entry& e, const lane_span& x) { e.contents.insert(e.contents.end(), x.first, x.first + x.size); }
    [[nodiscard]] static bool same_bits(const double* a, const double* b, std::size_t size) noexcept {
        return std::memcmp(a, b, size * sizeof(double)) == 0;
    }
    /// On the leader's way. Where no draw went another way every draw may have led.
    [[nodiscard]] static bool matches(const entry& e, const part_call& call) noexcept {
        if (e.leader < 0 || (e.leader != this_branch_guide.leader && e.together != ~std::uint64_t{0})) return false;
        const double* before = e.contents.data();
        for (std::size_t i = 0; i < call.argument_count; ++i) {
            if (!same_bits(before, call.arguments[i].first, call.arguments[i].size)) return false;
            before += call.arguments[i].size;
        }
        for (const std::uint32_t i : e.reads) {
            if (!same_bits(before, call.inputs[i], call.lanes)) return false;
            before += call.lanes;
        }
        return true;
    }
    void forget() noexcept { delete room_; }

    room* room_ = nullptr;
};
HEADWAY_INSTANTIATE(class basic_part_memory<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
