// SPDX-License-Identifier: BSL-1.0
#include <headway/text/markup.hpp>

#include "catch.hpp"

#include "chart/xml.hpp"

#include <cstdint>
#include <string>

using headway::detail::markup_escaped;
using headway::detail::shown_text;

namespace {

TEST_CASE("markup in a text is shown, not obeyed") {
    CHECK(markup_escaped("a < b & c > \"d\" 'e'") == "a &lt; b &amp; c &gt; &quot;d&quot; &#39;e&#39;");
    CHECK(markup_escaped("</text><script>alert(1)</script>") == "&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
    CHECK(markup_escaped("]]> --> &amp;") == "]]&gt; --&gt; &amp;amp;");
}

TEST_CASE("whatever the bytes, escaped text is well-formed") {
    std::uint64_t state = 1;
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = 0; i < 12; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            text += static_cast<char>(state >> 56U);
        }
        INFO(round);
        const std::string document = "<t a=\"" + markup_escaped(text) + "\">" + markup_escaped(text) + "</t>";
        const xml::element t = xml::parse(document);
        CHECK(t.text == t.at("a"));
        CHECK(t.text == shown_text(text));
    }
}

}  // namespace
