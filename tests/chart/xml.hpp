// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// A strict reader of the part of XML 1.0 that an SVG picture needs (elements, attributes in double quotes, text, the
// five named entities and decimal references), apart from the library's writer. Throws std::runtime_error at the first
// breach.
namespace xml {

struct element {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<element> children;
    std::string text;  // its own, without that of its children

    const std::string* find(std::string_view key) const {
        for (const auto& [k, v] : attributes) {
            if (k == key) return &v;
        }
        return nullptr;
    }
    std::string at(std::string_view key) const {
        const std::string* value = find(key);
        if (value == nullptr) throw std::runtime_error(name + " has no attribute " + std::string(key));
        return *value;
    }
    double number(std::string_view key) const {
        const std::string value = at(key);
        char* end = nullptr;
        const double x = std::strtod(value.c_str(), &end);
        if (value.empty() || *end != '\0') throw std::runtime_error("not a number: " + value);
        return x;
    }
    bool has_class(std::string_view one) const {
        const std::string* all = find("class");
        return all != nullptr && (" " + *all + " ").find(" " + std::string(one) + " ") != std::string::npos;
    }
};

class reader {
  public:
    explicit reader(std::string_view text) : text_(text) { require_characters(); }

    element document() {
        element root = read_element();
        while (!text_.empty() && text_.front() == '\n') text_.remove_prefix(1);
        if (!text_.empty()) fail("text after the root element");
        return root;
    }

  private:
    [[noreturn]] void fail(const std::string& what) const {
        throw std::runtime_error(what + " before \"" + std::string(text_.substr(0, 40)) + "\"");
    }
    // Valid UTF-8 by the table of well-formed byte sequences (Unicode, table 3-7), and only characters of XML.
    void require_characters() const {
        for (std::size_t i = 0; i < text_.size();) {
            const auto b = [&](std::size_t k) {
                return i + k < text_.size() ? static_cast<unsigned char>(text_[i + k]) : 0U;
            };
            const auto tail = [&](std::size_t k) { return b(k) >= 0x80U && b(k) <= 0xBFU; };
            std::size_t size = 0;
            if (b(0) < 0x80U) {
                size = b(0) >= 0x20U || b(0) == '\n' || b(0) == '\t' ? 1 : 0;
            } else if (b(0) >= 0xC2U && b(0) <= 0xDFU && tail(1)) {
                size = 2;
            } else if (b(0) >= 0xE0U && b(0) <= 0xEFU && tail(1) && tail(2)) {
                const bool overlong = b(0) == 0xE0U && b(1) < 0xA0U;
                const bool surrogate = b(0) == 0xEDU && b(1) >= 0xA0U;
                const bool no_character = b(0) == 0xEFU && b(1) == 0xBFU && b(2) >= 0xBEU;
                size = overlong || surrogate || no_character ? 0 : 3;
            } else if (b(0) >= 0xF0U && b(0) <= 0xF4U && tail(1) && tail(2) && tail(3)) {
                const bool overlong = b(0) == 0xF0U && b(1) < 0x90U;
                const bool beyond = b(0) == 0xF4U && b(1) > 0x8FU;
                size = overlong || beyond ? 0 : 4;
            }
            if (size == 0) throw std::runtime_error("byte " + std::to_string(i) + " is no character of XML");
            i += size;
        }
    }
    bool take(std::string_view what) {
        if (text_.substr(0, what.size()) != what) return false;
        text_.remove_prefix(what.size());
        return true;
    }
    void expect(std::string_view what) {
        if (!take(what)) fail("expected " + std::string(what));
    }
    std::string name() {
        std::size_t n = 0;
        const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        while (n < text_.size() &&
               (is_letter(text_[n]) || (n > 0 && (text_[n] == '-' || (text_[n] >= '0' && text_[n] <= '9')))))
            ++n;
        if (n == 0) fail("expected a name");
        std::string result(text_.substr(0, n));
        text_.remove_prefix(n);
        return result;
    }
    char character() {
        if (text_.empty()) fail("unexpected end");
        if (take("&amp;")) return '&';
        if (take("&lt;")) return '<';
        if (take("&gt;")) return '>';
        if (take("&quot;")) return '"';
        if (take("&#39;")) return '\'';
        const char c = text_.front();
        if (c == '&' || c == '<') fail("a bare & or <");
        text_.remove_prefix(1);
        return c;
    }
    element read_element() {
        expect("<");
        element e;
        e.name = name();
        while (take(" ")) {
            std::string key = name();
            if (e.find(key) != nullptr) fail("attribute twice: " + key);
            expect("=\"");
            std::string value;
            while (!take("\"")) value += character();
            e.attributes.emplace_back(std::move(key), std::move(value));
        }
        if (take("/>")) return e;
        expect(">");
        while (!take("</")) {
            if (!text_.empty() && text_.front() == '<') {
                e.children.push_back(read_element());
            } else {
                e.text += character();
            }
        }
        if (name() != e.name) fail("another element is closed than " + e.name);
        expect(">");
        return e;
    }

    std::string_view text_;
};

inline element parse(std::string_view text) { return reader(text).document(); }

/// `f(element)` for each, from the root down.
template <class F>
void each(const element& root, const F& f) {
    f(root);
    for (const auto& child : root.children) each(child, f);
}

}  // namespace xml
