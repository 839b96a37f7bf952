// SPDX-License-Identifier: BSL-1.0
#include <headway/text/readable_stream.hpp>

#include "../catch.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

using Catch::Matchers::ContainsSubstring;
using headway::detail::read_stream;
using headway::detail::text_of_stream;

namespace {

/// Gives a few bytes, then fails as a disk would.
class failing_buffer : public std::streambuf {
  protected:
    std::streamsize xsgetn(char* to, std::streamsize) override {
        if (gave_) throw std::runtime_error("the disk is gone");
        gave_ = true;
        *to = 'x';
        return 1;
    }

  private:
    bool gave_ = false;
};

TEST_CASE("a stream is read to its end, whatever its length and the failures that it throws at") {
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{65'535}, std::size_t{65'536},
                                   std::size_t{65'537}, std::size_t{300'000}}) {
        std::string text(size, 'x');
        if (size > 2) text[1] = '\0';
        std::istringstream in(text);
        in.exceptions(std::ios::failbit | std::ios::badbit);
        CHECK(text_of_stream(in, "load") == text);
        CHECK(in.eof());
    }
    std::istringstream rest("first line\nsecond\n");
    std::string line;
    std::getline(rest, line);
    std::istream& by_its_base = rest;
    CHECK(text_of_stream(by_its_base, "load") == "second\n");
}

TEST_CASE("a reader that has enough stops the reading") {
    std::istringstream in(std::string(200'000, 'x'));
    std::size_t got = 0;
    CHECK(read_stream(in, [&got](std::string_view piece) {
              got += piece.size();
              return false;
          }).empty());
    CHECK(got == 65'536);
}

TEST_CASE("a stream that cannot be read is not taken for an empty one") {
    std::ifstream none("no/such/file");
    CHECK_THROWS_WITH(text_of_stream(none, "load"),
                      "load: the stream cannot be read: no file is open in it; is the path right?");
    std::istream& by_its_base = none;
    CHECK_THROWS_WITH(text_of_stream(by_its_base, "load"), ContainsSubstring("its file could not be opened"));
    std::ifstream never_opened;
    CHECK_THROWS_WITH(text_of_stream(never_opened, "load"), ContainsSubstring("no file is open in it"));
    std::istream without_buffer(nullptr);
    CHECK_THROWS_WITH(text_of_stream(without_buffer, "load"), ContainsSubstring("an earlier read from it failed"));
    std::istringstream failed("x");
    failed.setstate(std::ios::failbit);
    CHECK_THROWS_AS(text_of_stream(failed, "load"), std::runtime_error);
    std::istringstream twice("x");
    CHECK(text_of_stream(twice, "load") == "x");
    CHECK_THROWS_WITH(text_of_stream(twice, "load"), ContainsSubstring("read to its end before; open it again"));
    failing_buffer buffer;
    std::istream breaks_off(&buffer);
    CHECK_THROWS_WITH(text_of_stream(breaks_off, "load"), ContainsSubstring("reading it broke off: the disk is gone"));
}

TEST_CASE("a folder is not taken for an empty file") {
    std::ifstream folder(std::filesystem::temp_directory_path());
    CHECK_THROWS_AS(text_of_stream(folder, "load"), std::runtime_error);
}

}  // namespace
