// SPDX-License-Identifier: BSL-1.0
#include <headway/simulation/detail/byte_stream.hpp>

#include "catch.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>

using headway::outcome_file_error;
using headway::detail::byte_reader;
using headway::detail::byte_writer;
using Catch::Matchers::ContainsSubstring;

namespace {

std::string hex(const std::string& bytes) {
    std::string text;
    for (const char c : bytes) {
        const auto b = static_cast<unsigned char>(c);
        text += "0123456789ABCDEF"[b >> 4U];
        text += "0123456789ABCDEF"[b & 15U];
    }
    return text;
}
template <class Write>
std::string written(Write write) {
    byte_writer out;
    write(out);
    return hex(out.bytes());
}
std::string short_bytes(std::uint64_t x) {
    return written([x](byte_writer& out) { out.short_number(x); });
}
std::string bytes(std::initializer_list<unsigned> all) {
    std::string text;
    for (const unsigned b : all) text += static_cast<char>(static_cast<unsigned char>(b));
    return text;
}

}  // namespace

TEST_CASE("numbers stand with their lowest byte first, texts after their length") {
    CHECK(written([](byte_writer& out) { out.number(std::uint32_t{0x01020304}); }) == "04030201");
    CHECK(written([](byte_writer& out) { out.number(std::uint64_t{0x0102030405060708}); }) == "0807060504030201");
    CHECK(written([](byte_writer& out) { out.number(std::uint8_t{0xFE}); }) == "FE");
    CHECK(written([](byte_writer& out) { out.number(1.0); }) == "000000000000F03F");
    CHECK(written([](byte_writer& out) { out.text("ab"); }) == "020000006162");
    CHECK(written([](byte_writer& out) { out.raw("ab"); }) == "6162");
}

TEST_CASE("short numbers are unsigned LEB128") {
    CHECK(short_bytes(0) == "00");
    CHECK(short_bytes(127) == "7F");
    CHECK(short_bytes(128) == "8001");
    CHECK(short_bytes(624485) == "E58E26");  // the example of the DWARF and WebAssembly literature
    CHECK(short_bytes(16383) == "FF7F");
    CHECK(short_bytes(16384) == "808001");
    CHECK(short_bytes(~std::uint64_t{0}) == "FFFFFFFFFFFFFFFFFF01");
}

TEST_CASE("what was written is read back, to the last byte") {
    byte_writer out;
    out.number(std::uint32_t{0xFFFEFDFC});
    out.number(-0.1);
    out.text("name");
    for (int shift = 0; shift < 64; ++shift) {
        out.short_number(std::uint64_t{1} << shift);
        out.short_number((std::uint64_t{1} << shift) - 1);
    }
    out.short_number(~std::uint64_t{0});
    byte_reader in(out.bytes(), "part1.hw");
    CHECK(in.left() == out.bytes().size());
    CHECK(in.number<std::uint32_t>() == 0xFFFEFDFC);
    CHECK(in.real() == -0.1);
    CHECK(in.text() == "name");
    int wrong = 0;
    for (int shift = 0; shift < 64; ++shift) {
        wrong += in.short_number() != std::uint64_t{1} << shift;
        wrong += in.short_number() != (std::uint64_t{1} << shift) - 1;
    }
    CHECK(wrong == 0);
    CHECK(in.short_number() == ~std::uint64_t{0});
    CHECK(in.left() == 0);
    CHECK(in.file() == "part1.hw");
}

TEST_CASE("no length and no number of a file is believed") {
    const std::string three = "abc";
    CHECK(byte_reader(three, "f").raw(3) == "abc");
    CHECK_THROWS_WITH(byte_reader(three, "f").raw(4), ContainsSubstring("f: ") && ContainsSubstring("in the middle of its contents"));
    CHECK_THROWS_AS(byte_reader(three, "f").number<std::uint32_t>(), outcome_file_error);
    CHECK_THROWS_AS(byte_reader(bytes({4, 0, 0, 0, 1, 2, 3}), "f").text(), outcome_file_error);
    CHECK(byte_reader(bytes({4, 0, 0, 0, 65, 66, 67, 68}), "f").text() == "ABCD");
    CHECK_THROWS_AS(byte_reader(bytes({0x80}), "f").short_number(), outcome_file_error);
    // 64 bits and no more: the tenth byte has one of them.
    const auto ten = [](unsigned last) {
        return bytes({0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, last});
    };
    const std::string most = ten(1), too_much = ten(2), too_long = ten(0x81) + bytes({0});
    CHECK(byte_reader(most, "f").short_number() == std::uint64_t{1} << 63);
    CHECK_THROWS_WITH(byte_reader(too_much, "f").short_number(), ContainsSubstring("more than 64 bits"));
    CHECK_THROWS_WITH(byte_reader(too_long, "f").short_number(), ContainsSubstring("more than 64 bits"));
    const std::string eight(8, 'x');
    CHECK(byte_reader(eight, "f").room_for(4, 2) == 4);
    CHECK(byte_reader(eight, "f").room_for(2, 3) == 2);
    CHECK_THROWS_WITH(byte_reader(eight, "f").room_for(5, 2), ContainsSubstring("it announces more than it holds"));
    CHECK_THROWS_AS(byte_reader(eight, "f").room_for(3, 3), outcome_file_error);
    CHECK_THROWS_AS(byte_reader(eight, "f").room_for(~std::uint64_t{0}, 8), outcome_file_error);
}
