// SPDX-License-Identifier: BSL-1.0
#include <headway/simulation/outcome_file.hpp>

#include "catch.hpp"

#include <headway/belief/makers.hpp>
#include <headway/outcome/merge.hpp>
#include <headway/quantity/units.hpp>
#include <headway/simulation/simulate.hpp>

#include <bit>
#include <fstream>
#include <limits>
#include <sstream>

namespace hw = headway;
using namespace headway::units;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

namespace {

constexpr auto x = hw::assumption<"x">(hw::uniform(0.0, 1.0), "test");
constexpr auto other_x = hw::assumption<"x">(hw::uniform(0.0, 2.0), "test");
constexpr auto number = hw::forecast(hw::inputs(x), [](const auto& in) { return in[x]; });
constexpr auto other_number = hw::forecast(hw::inputs(other_x), [](const auto& in) { return in[other_x]; });
constexpr auto named = hw::forecast(hw::inputs(x), [](const auto& in) {
    const auto never = hw::date::never();
    return hw::outputs(hw::output<"cost">(in[x] * million_usd),
                       hw::output<"when">(select(in[x] > 0.9, never, hw::date{} + in[x] * year)));
});
constexpr auto over_time = hw::forecast(hw::inputs(x), [](const auto& in, const hw::date& d) {
    return hw::outputs(hw::output<"chips">((in[x] + d.seconds_since_1970()) * chip), hw::output<"share">(in[x]));
});
const std::vector<hw::date> dates{hw::date{}, hw::date{} + year, hw::date{} + 2.0 * year};

const hw::simulation kept{.draws = 20'000, .seed = 7};
const hw::simulation streaming{.draws = 20'000, .seed = 7, .keep = false};
const hw::simulation scrambled{.draws = 20'000, .seed = 7, .method = hw::method::sobol};
const hw::simulation scrambled_streaming{.draws = 20'000, .seed = 7, .method = hw::method::sobol, .keep = false};

auto run(const auto& forecast, const hw::simulation& options) {
    if constexpr (std::remove_cvref_t<decltype(forecast)>::over_time) {
        return hw::simulate(forecast, dates, options);
    } else {
        return hw::simulate(forecast, options);
    }
}
auto reloaded(const auto& forecast, const auto& outcome) {
    std::stringstream file;
    hw::save(outcome, file);
    return hw::load(forecast, file, "part.hw");
}

/// The message with which bytes are refused.
template <class Outcome = hw::outcome<double>>
std::string refusal(const std::string& bytes) {
    try {
        (void)hw::outcome_from_bytes<Outcome>(bytes, "part3.hw");
    } catch (const hw::outcome_file_error& e) {
        CHECK(e.file() == "part3.hw");
        CHECK_THAT(e.what(), StartsWith("part3.hw: "));
        return e.what();
    }
    return "none";
}

/// Asks an outcome everything, for the sake of the sanitizers.
template <class T>
double use(const hw::outcome<T>& o) {
    double sum = 0.0;
    const auto ask = [&](auto question) {
        try {
            sum += question();
        } catch (const std::domain_error&) {  // an outcome may have nothing to say
        }
    };
    const auto base = [](const auto& v) { return hw::base_value_of(v); };
    ask([&] { return base(o.mean()); });
    ask([&] { return base(o.standard_error()); });
    ask([&] { return base(o.stddev_standard_error()); });
    for (const double p : {0.0, 0.05, 0.5, 1.0}) {
        ask([&] { return base(o.quantile(p)); });
        ask([&] { return base(o.quantile_standard_error(p)); });
    }
    ask([&] { return o.probability_above(hw::value_from_base<T>(0.5)); });
    ask([&] { return o.probability_never_standard_error(); });
    return sum;
}
template <class... Outputs>
double use(const hw::named_outcomes<Outputs...>& all) {
    return use(all.template get<0>()) + use(all.template get<1>());
}
template <class Outcome>
double use(const hw::fan<Outcome>& all) {
    double sum = 0.0;
    for (std::size_t i = 0; i < all.size(); ++i) sum += use(all[i]);
    return sum;
}

}  // namespace

TEST_CASE("an outcome reads back to the same bits, whatever its shape and however it was run") {
    for (const auto& options : {kept, streaming, scrambled, scrambled_streaming}) {
        const auto same = [&](const auto& forecast) {
            const auto outcome = run(forecast, options);
            const auto again = reloaded(forecast, outcome);
            CHECK(hw::outcome_bytes(again) == hw::outcome_bytes(outcome));
            const double a = use(again);
            const double b = use(outcome);
            CHECK(std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b));
        };
        same(number);
        same(named);
        same(over_time);
    }
}

TEST_CASE("an outcome read back answers as the one that was saved") {
    const auto outcome = run(named, kept);
    const auto again = reloaded(named, outcome);
    const auto& cost = hw::get<"cost">(again);
    const auto& when = hw::get<"when">(again);
    CHECK(cost.identity() == hw::get<"cost">(outcome).identity());
    CHECK(cost.mean() == hw::get<"cost">(outcome).mean());
    CHECK(cost.quantile(0.3) == hw::get<"cost">(outcome).quantile(0.3));
    CHECK(when.probability_never() == hw::get<"when">(outcome).probability_never());
    CHECK(when.probability_never() > 0.09);
    CHECK(cost.given(when, [](hw::date d) { return d.is_never(); }).draws() ==
          static_cast<std::uint64_t>(when.probability_never() * 20'000 + 0.5));
    const auto fan = reloaded(over_time, run(over_time, kept));
    CHECK(fan.dates() == dates);
    CHECK(hw::get<"chips">(fan[2]).median() == hw::get<"chips">(run(over_time, kept)[2]).median());
}

TEST_CASE("shards through files, merged, have the bytes of the whole run") {
    for (auto options : {kept, streaming, scrambled, scrambled_streaming}) {
        const auto whole = hw::outcome_bytes(run(over_time, options));
        std::vector<decltype(run(over_time, options))> shards;
        for (const std::uint64_t index : {2U, 0U, 1U}) {
            options.shard = {index, 3};
            shards.push_back(reloaded(over_time, run(over_time, options)));
        }
        CHECK(hw::outcome_bytes(hw::merge(shards)) == whole);
    }
}

TEST_CASE("a shard without draws is an outcome file too") {
    auto options = kept;
    options.draws = 100;
    options.shard = {0, 5};
    const auto empty = reloaded(number, run(number, options));
    CHECK(empty.draws() == 0);
    CHECK_THROWS_WITH(empty.median(), ContainsSubstring("no draws"));
    options.shard = {4, 5};
    const auto all = hw::merge(empty, reloaded(number, run(number, options)));
    options.shard = {};
    CHECK(hw::outcome_bytes(all) == hw::outcome_bytes(run(number, options)));
}

TEST_CASE("shards of none and of one draw of a streaming run that counts by bin read back") {
    const std::uint64_t draws = hw::detail::counting_plan::most_few + 1;
    hw::simulation options{.draws = draws, .seed = 5, .shard = {0, draws}, .keep = false};
    const auto empty = hw::simulate(number, options);
    REQUIRE(empty.draws() == 0);
    CHECK(hw::outcome_bytes(reloaded(number, empty)) == hw::outcome_bytes(empty));
    options.shard = {draws - 1, draws};
    const auto last = hw::simulate(number, options);
    REQUIRE(last.draws() == 1);
    const double only = last.quantile(0.5);
    CHECK(only == last.mean());
    CHECK(hw::outcome_bytes(reloaded(number, last)) == hw::outcome_bytes(last));
    CHECK(hw::merge(reloaded(number, empty), last).quantile(0.25) == only);
    CHECK(hw::merge(last, reloaded(number, empty)).probability_below(only) == 0.0);

    // The one draw is counted alone and no bin has any.
    constexpr auto capped =
        hw::forecast(hw::inputs(x), [](const auto& in) { return hw::select(in[x] < 0.7, 0.7, in[x]); });
    int alone = 0;
    for (options.seed = 1; options.seed < 6; ++options.seed) {
        const auto one = hw::simulate(capped, options);
        alone += one.mean() == 0.7 ? 1 : 0;
        CHECK(one.quantile(0.5) == one.mean());
        CHECK(hw::outcome_bytes(reloaded(capped, one)) == hw::outcome_bytes(one));
    }
    CHECK(alone > 0);
}

TEST_CASE("a streaming shard whose least or greatest draw is a value counted alone, which came once, reads back") {
    constexpr auto capped = hw::forecast(hw::inputs(x), [](const auto& in) {
        return hw::select(in[x] < 0.001, 0.001, hw::select(in[x] > 0.999, 0.999, in[x]));
    });
    int once = 0;
    hw::simulation options{.draws = 1U << 17U, .seed = 3, .keep = false};
    for (std::uint64_t index = 0; index < 16; ++index) {
        options.shard = {index, 128};
        const auto shard = hw::simulate(capped, options);
        REQUIRE(shard.draws() == 1024);
        const bool low = shard.probability_below(0.00101) == 1.0 / 1024.0;
        once += low || shard.probability_above(0.99899) == 1.0 / 1024.0 ? 1 : 0;
        CHECK(hw::outcome_bytes(reloaded(capped, shard)) == hw::outcome_bytes(shard));
    }
    CHECK(once > 2);
}

TEST_CASE("the first bytes of a file are the format's on every machine") {
    const std::string bytes = hw::outcome_bytes(run(number, {.draws = 64, .seed = 0x0102030405060708}));
    const auto at = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[i])); };
    CHECK(bytes.substr(0, 12) == "\x89headway\r\n\x1a\n");
    CHECK(at(12) == 2);
    CHECK(at(13) == 0);
    CHECK(at(14) == HEADWAY_VERSION_MAJOR);
    CHECK(at(16) == HEADWAY_VERSION_MINOR);
    CHECK(at(18) == HEADWAY_VERSION_PATCH);
    // mark and versions 20, size 8, contents, checksum 8
    const std::size_t contents = 8 + 8 + 1 + 8 + 8 + 1 + (8 + 1) + 8 + 16 + 1 + 8 + 4 + (4 + 0 + 4 + 6) + 8 + 8 + 64 * 8;
    CHECK(bytes.size() == 20 + 8 + contents + 8);
    CHECK(at(20) + 256 * at(21) == contents);
    // the seed, lowest byte first, after the forecast's hash
    for (std::size_t i = 0; i < 8; ++i) CHECK(at(28 + 8 + i) == 8 - i);
}

TEST_CASE("CRC-64/XZ has its published check value") {
    CHECK(hw::detail::crc64("123456789") == 0x995DC9BBDF1939FAULL);
    CHECK(hw::detail::crc64("") == 0);
}

TEST_CASE("a file cut short anywhere is refused as truncated") {
    const std::string bytes = hw::outcome_bytes(run(number, {.draws = 64}));
    CHECK_THAT(refusal(""), ContainsSubstring("is empty"));
    for (std::size_t size = 1; size < bytes.size(); ++size) {
        CHECK_THAT(refusal(bytes.substr(0, size)), ContainsSubstring("is truncated"));
    }
    CHECK_THAT(refusal(bytes.substr(0, 100)),
               ContainsSubstring("it has 100 bytes of " + std::to_string(bytes.size())));
}

TEST_CASE("a file with any one bit changed is refused") {
    const std::string bytes = hw::outcome_bytes(run(number, {.draws = 64}));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
        CHECK(refusal(changed) != "none");
    }
    std::string changed = bytes;
    changed[bytes.size() / 2] = static_cast<char>(changed[bytes.size() / 2] ^ 4);
    CHECK_THAT(refusal(changed), ContainsSubstring("is damaged"));
    CHECK_THAT(refusal(bytes + "x"), ContainsSubstring("bytes follow after its end"));
}

TEST_CASE("other files are refused for what they are") {
    CHECK_THAT(refusal("date,p5,p50\r\n2025-01-01,1,2\r\n"), ContainsSubstring("is not an outcome file"));
    std::string bytes = hw::outcome_bytes(run(number, {.draws = 64}));
    bytes[12] = 1;
    CHECK_THAT(refusal(bytes), ContainsSubstring("is of format 1, written by headway " + std::string(hw::version)));
    bytes[12] = 2;
    bytes[16] = static_cast<char>(HEADWAY_VERSION_MINOR + 1);
    CHECK_THAT(refusal(bytes), ContainsSubstring("run all shards with one version"));
}

TEST_CASE("a file of another shape, dimension, name or forecast is refused") {
    const std::string bytes = hw::outcome_bytes(run(number, kept));
    CHECK_THAT(refusal<hw::outcome<hw::date>>(bytes), ContainsSubstring("another forecast (number; asked for: date)"));
    CHECK_THAT(refusal<hw::outcome<hw::quantity<hw::dim::money>>>(bytes), ContainsSubstring("asked for: money)"));
    CHECK_THAT(refusal<hw::fan<hw::outcome<double>>>(bytes), ContainsSubstring("asked for: number over time)"));
    CHECK_THAT(refusal(hw::outcome_bytes(run(named, kept))),
               ContainsSubstring("(\"cost\": money, \"when\": date; asked for: number)"));
    using price = hw::divided<hw::dim::money, hw::multiplied<hw::dim::chips, hw::dim::time>>;
    CHECK_THAT(refusal<hw::outcome<hw::quantity<price>>>(bytes),
               ContainsSubstring("asked for: chips^-1 money time^-1)"));

    std::stringstream file(bytes);
    CHECK_THROWS_WITH(hw::load(other_number, file, "part3.hw"),
                      "part3.hw: is of another forecast, or of this one with other assumptions or another model; run its "
                      "shard again with this one");
}

TEST_CASE("a stream is read to its end, and one that does not take all is an error") {
    std::stringstream file;
    hw::save(run(number, kept), file);
    CHECK(hw::load<hw::outcome<double>>(file, "part.hw").median() == run(number, kept).median());
    std::ostringstream full;
    full.setstate(std::ios::badbit);
    CHECK_THROWS_WITH(hw::save(run(number, kept), full), ContainsSubstring("is the disk full?"));
}

TEST_CASE("a stream that cannot be read is named, and is not taken for an empty file") {
    std::ifstream none("no such file.hw");
    const auto says = [](const auto& read, const std::string& words) {
        try {
            read();
        } catch (const hw::outcome_file_error& e) {
            CHECK(e.file() == "part.hw");
            CHECK_THAT(e.what(), StartsWith("part.hw: cannot be read: ") && ContainsSubstring(words));
            return true;
        }
        return false;
    };
    CHECK(says([&] { (void)hw::load<hw::outcome<double>>(none, "part.hw"); }, "is the path right?"));
    CHECK(says([&] { (void)hw::load(number, none, "part.hw"); }, "is the path right?"));
    std::stringstream twice;
    hw::save(run(number, kept), twice);
    twice.exceptions(std::ios::failbit | std::ios::badbit);
    (void)hw::load(number, twice, "part.hw");
    CHECK(says([&] { (void)hw::load(number, twice, "part.hw"); }, "read to its end before"));
    std::istringstream empty("");
    CHECK_THROWS_WITH(hw::load(number, empty, "part.hw"), StartsWith("part.hw: is empty"));
}

TEST_CASE("the part of a run that meets a condition is not saved") {
    const auto part = run(number, kept).given([](double v) { return v > 0.5; });
    CHECK_THROWS_WITH(hw::outcome_bytes(part), ContainsSubstring("save the run, load it, then ask given(...)"));
}

// The checks behind the checksum: contents changed at random and framed again must give an outcome that can be asked
// everything, or outcome_file_error; any other exception fails the test.
TEST_CASE("changed contents with a right checksum give an outcome or an error of the documented type") {
    std::uint64_t state = 1;
    const auto next = [&](std::size_t below) {
        state = hw::detail::hash_combine(state, std::uint64_t{1});
        return static_cast<std::size_t>(state % below);
    };
    std::size_t accepted = 0;
    std::size_t refused = 0;
    const auto attack = [&]<class Outcome>(const Outcome& outcome, int times) {
        const std::string payload = hw::detail::outcome_payload(outcome);
        for (int i = 0; i < times; ++i) {
            std::string changed = payload;
            // Half of the changes near the start, where the lengths are.
            const std::size_t reach = next(2) == 0 ? changed.size() : std::min<std::size_t>(changed.size(), 160);
            const std::size_t changes = 1 + next(3);
            for (std::size_t k = 0; k < changes; ++k) {
                constexpr char telling[] = {0, 1, 2, 64, 127, static_cast<char>(0x80), static_cast<char>(0xFF)};
                changed[next(reach)] = next(2) == 0 ? telling[next(std::size(telling))] : static_cast<char>(next(256));
            }
            if (next(8) == 0) changed.resize(next(changed.size()));
            try {
                (void)use(hw::outcome_from_bytes<Outcome>(hw::detail::framed_outcome(changed), "part3.hw"));
                ++accepted;
            } catch (const hw::outcome_file_error&) {
                ++refused;
            }
        }
    };
    for (const bool keep : {true, false}) {
        for (const auto method : {hw::method::independent, hw::method::sobol}) {
            const hw::simulation options{.draws = 300, .method = method, .keep = keep};
            attack(run(number, options), 200);
            attack(run(named, options), 200);
            attack(run(over_time, options), 200);
        }
    }
    CHECK(accepted > 50);
    CHECK(refused > 1000);
}

TEST_CASE("a draw may be never, but neither undefined nor below every number") {
    const std::string payload = hw::detail::outcome_payload(run(number, {.draws = 64}));
    const auto with_last = [&](double draw) {
        std::string changed = payload;
        const auto bits = std::bit_cast<std::uint64_t>(draw);
        for (std::size_t i = 0; i < 8; ++i)
            changed[changed.size() - 8 + i] = static_cast<char>(bits >> (8 * i) & 0xFFU);
        return refusal(hw::detail::framed_outcome(changed));
    };
    const double infinite = std::numeric_limits<double>::infinity();
    CHECK(with_last(0.5) == "none");
    CHECK(with_last(-1e308) == "none");
    CHECK_THAT(with_last(-infinite), ContainsSubstring("a draw is undefined"));
    CHECK_THAT(with_last(std::numeric_limits<double>::quiet_NaN()), ContainsSubstring("a draw is undefined"));
    CHECK_THAT(with_last(infinite), ContainsSubstring("its counts are not those of its draws"));
}

TEST_CASE("random bytes are refused") {
    std::uint64_t state = 2;
    for (int i = 0; i < 1000; ++i) {
        std::string bytes;
        state = hw::detail::hash_combine(state, std::uint64_t{1});
        for (std::uint64_t size = state % 300; bytes.size() < size;) {
            state = hw::detail::hash_combine(state, std::uint64_t{1});
            bytes += static_cast<char>(static_cast<unsigned char>(state));
        }
        CHECK(refusal(bytes) != "none");
        CHECK(refusal(hw::detail::framed_outcome(bytes)) != "none");
    }
}

TEST_CASE("what a file announces but does not hold is not allocated") {
    // draws 2^52 in replicates of 64, of which all are said to be here
    for (const bool keep : {false, true}) {
        hw::detail::byte_writer out;
        out.number(std::uint64_t{1});
        out.number(std::uint64_t{1});
        out.number(static_cast<std::uint8_t>(hw::method::sobol));
        out.number(std::uint64_t{1} << 52U);
        out.number(std::uint64_t{64});
        out.number(static_cast<std::uint8_t>(keep));
        out.number(std::uint64_t{1});
        out.number(std::uint64_t{0});
        out.number(std::uint64_t{1} << 52U);
        out.number(std::uint8_t{0});
        out.number(std::uint64_t{0});
        out.number(std::uint32_t{1});
        out.text("");
        out.text("number");
        out.number(0.0);
        CHECK_THAT(refusal(hw::detail::framed_outcome(out.bytes())), ContainsSubstring("is not a file that headway wrote"));
        hw::detail::byte_writer names;
        names.number(std::uint32_t{0xFFFFFFFF});
        CHECK_THAT(refusal(hw::detail::framed_outcome(out.bytes().substr(0, 67) + names.bytes())),
                   ContainsSubstring("announces more than it holds"));
    }
}
