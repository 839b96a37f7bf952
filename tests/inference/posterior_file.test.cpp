// SPDX-License-Identifier: BSL-1.0
#include <headway/inference/posterior_file.hpp>

#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

namespace {

constexpr auto x_input = hw::assumption<"x">(hw::normal(2.0, 1.0), "a test");
constexpr auto y_input = hw::assumption<"y">(hw::normal(1.0, 2.0), "a test");
constexpr auto f = hw::forecast(hw::inputs(x_input, y_input), [](const auto& in) { return in[x_input] + in[y_input]; });
constexpr auto updated = f.updated(hw::observed(5.0, hw::normal_error(0.5)));
using posterior_type = hw::posterior<std::remove_const_t<decltype(updated)>>;

std::string bytes_of(const auto& outcome) {
    std::ostringstream out;
    hw::save(outcome, out);
    return out.str();
}
auto read(const auto& of, const std::string& bytes) {
    std::istringstream in(bytes);
    return hw::load(of, in, "part.hw");
}
template <class Of>
void refused(const Of& of, const std::string& bytes, const char* words) {
    CHECK_THROWS_MATCHES(read(of, bytes), hw::outcome_file_error, MessageMatches(ContainsSubstring(words)));
}

}  // namespace

TEST_CASE("a posterior is read back to the same bits") {
    for (const auto method : {hw::method::independent, hw::method::sobol}) {
        const auto after = hw::simulate(updated, {.draws = 5000, .seed = 7, .method = method});
        const std::string bytes = bytes_of(after);
        const auto again = read(updated, bytes);
        CHECK(bytes_of(again) == bytes);
        CHECK(again.mean() == after.mean());
        CHECK(again.standard_error() == after.standard_error());
        CHECK(again.effective_draws() == after.effective_draws());
        CHECK(again.evidence() == after.evidence());
        CHECK(again.input(x_input).quantile(0.3) == after.input(x_input).quantile(0.3));
        CHECK(again.before().mean() == hw::simulate(f, {.draws = 5000, .seed = 7, .method = method}).mean());
    }
}

TEST_CASE("shards from files, in any order, merge to the bytes of the whole run") {
    const hw::simulation options{.draws = 30'000, .seed = 3};
    hw::shard_merge<posterior_type> parts;
    for (const std::uint64_t index : {2U, 0U, 1U}) {
        hw::simulation of_part = options;
        of_part.shard = {index, 3};
        CHECK_FALSE(parts.complete());
        parts.add(read(updated, bytes_of(hw::simulate(updated, of_part))), "part " + std::to_string(index));
    }
    CHECK(parts.complete());
    const auto whole = hw::simulate(updated, options);
    CHECK(bytes_of(parts.merged()) == bytes_of(whole));
    CHECK(parts.merged().evidence() == whole.evidence());
    hw::simulation first = options;
    first.shard = {0, 3};
    CHECK_THROWS_MATCHES(parts.add(hw::simulate(updated, first), "again"), hw::outcome_file_error,
                         MessageMatches(ContainsSubstring("again: overlaps part 0")));
    hw::shard_merge<posterior_type> mixed;
    mixed.add(hw::simulate(updated, first), "a.hw");
    CHECK_THROWS_MATCHES(mixed.add(hw::simulate(f.updated(hw::observed(4.0, hw::normal_error(0.5))), first), "b.hw"),
                         hw::outcome_file_error, MessageMatches(ContainsSubstring("of another forecast than a.hw")));
}

TEST_CASE("files of other observations, forecasts and kinds are refused in words") {
    const std::string bytes = bytes_of(hw::simulate(updated, {.draws = 2000}));
    refused(f.updated(hw::observed(5.1, hw::normal_error(0.5))), bytes, "is updated by other observations");
    refused(f.updated(hw::observed(5.0, hw::normal_error(0.6))), bytes, "is updated by other observations");
    refused(updated.with(hw::override(x_input, hw::normal(2.0, 1.1))), bytes, "of another forecast");
    refused(f, bytes, "is of a forecast updated by observations; give it to load(f.updated(...), ...)");
    refused(updated, bytes_of(hw::simulate(f, {.draws = 2000})), "is of a forecast without observations");
    refused(updated, bytes.substr(0, bytes.size() - 9), "is truncated");
    std::string damaged = bytes;
    damaged[200] = static_cast<char>(damaged[200] ^ 1);
    refused(updated, damaged, "is damaged");
    refused(updated, "x,y\n1,2\n", "is not an outcome file");
    refused(updated, "", "is empty");
    // Another version of the library, in the bytes behind the mark and the format.
    std::string other = bytes;
    other[14] = static_cast<char>(other[14] + 1);
    refused(updated, other, "run all shards with one version");
}

TEST_CASE("a fan of several outputs goes through a file") {
    constexpr auto g = hw::forecast(hw::inputs(x_input, y_input), [](const auto& in, const auto& when) {
        return hw::outputs(hw::output<"when">(when + in[x_input] * year),
                           hw::output<"cost">((10.0 + in[y_input]) * million_usd));
    });
    const auto of = g.updated(hw::observed<"cost">(hw::date(2027y / 6 / 1), 12.0 * million_usd,
                                                   hw::normal_error(1.0 * million_usd)));
    const std::vector<hw::date> dates{hw::date(2027y / 1 / 1), hw::date(2028y / 1 / 1)};
    const auto after = hw::simulate(of, dates, {.draws = 3000});
    const auto again = read(of, bytes_of(after));
    CHECK(again.dates() == dates);
    CHECK(hw::get<"when">(again[1]).median() == hw::get<"when">(after[1]).median());
    CHECK(hw::get<"cost">(again[0]).mean() == hw::get<"cost">(after[0]).mean());
    CHECK(bytes_of(again) == bytes_of(after));
}
