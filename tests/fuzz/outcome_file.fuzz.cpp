// SPDX-License-Identifier: BSL-1.0
// Any bytes give an outcome that can be asked, or outcome_file_error. The input is tried as a file, and as the contents of
// a file with the right mark, version and checksum, which a fuzzer would not find by itself.
//   clang++ -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -Iinclude tests/fuzz/outcome_file.fuzz.cpp -o fuzz
//   ./fuzz -max_len=16384 tests/fuzz/corpus/outcome_file
#include <headway/simulation/shard_merge.hpp>

#include <headway/quantity/units.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hw = headway;

namespace {

using cost = hw::named_output<"cost", hw::quantity<hw::dim::money>>;
using when = hw::named_output<"when", hw::date>;

template <class T>
void ask(const hw::outcome<T>& o) {
    try {
        (void)o.quantiles(std::array{0.0, 0.05, 0.5, 1.0});
        (void)o.quantile_standard_error(0.05);
        (void)o.probability_below(o.median());
        (void)o.probability_above(o.quantile(0.1));
        (void)o.histogram(o.quantile(0.0), o.quantile(1.0), 3);
        (void)o.probability_never_standard_error();
        (void)o.stddev_standard_error();
        (void)o.standard_error();
    } catch (const std::domain_error&) {  // an outcome may have nothing to say
    }
}
template <class... Outputs>
void ask(const hw::named_outcomes<Outputs...>& all) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (ask(all.template get<I>()), ...);
    }(std::index_sequence_for<Outputs...>{});
}
template <class Outcome>
void ask(const hw::fan<Outcome>& all) {
    for (std::size_t i = 0; i < all.size(); ++i) ask(all[i]);
}

template <class Outcome>
void attempt(std::string_view bytes) {
    try {
        const auto outcome = hw::outcome_from_bytes<Outcome>(bytes, "fuzz");
        ask(outcome);
        hw::shard_merge<Outcome> parts;
        parts.add(outcome, "first");
        parts.add(outcome, "again");  // refused unless it has no draws
        ask(parts.merged());
    } catch (const hw::outcome_file_error&) {
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string framed = hw::detail::framed_outcome(bytes);
    for (const std::string_view file : {bytes, std::string_view(framed)}) {
        attempt<hw::outcome<double>>(file);
        attempt<hw::named_outcomes<cost, when>>(file);
        attempt<hw::fan<hw::outcome<double>>>(file);
    }
    return 0;
}
