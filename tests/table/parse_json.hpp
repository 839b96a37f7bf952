// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "catch.hpp"

#include <cstdlib>
#include <map>
#include <string>
#include <vector>

// JSON as a program reads it.

namespace parse_json {

struct value {
    enum { null, truth, number, string, array, object } is = null;
    double real = 0.0;
    std::string text;
    std::vector<value> items;
    std::map<std::string, value> members;

    const value& operator[](const std::string& key) const { return members.at(key); }
};

/// RFC 8259 read strictly: what the writer may not do fails the test.
class json_parser {
  public:
    explicit json_parser(const std::string& text) : text_(text) {}
    value document() {
        value v = parse();
        space();
        REQUIRE(at_ == text_.size());
        return v;
    }

  private:
    char next() const { return text_.at(at_); }
    void space() {
        while (at_ < text_.size() && std::string(" \t\n\r").find(text_[at_]) != std::string::npos) ++at_;
    }
    bool took(char c) {
        space();
        if (next() != c) return false;
        ++at_;
        return true;
    }
    void take(char c) { REQUIRE(took(c)); }

    value parse() {
        value v;
        space();
        if (next() == '{') {
            v.is = value::object;
            ++at_;
            if (took('}')) return v;
            do {
                space();
                const std::string key = string();
                take(':');
                REQUIRE(v.members.emplace(key, parse()).second);
            } while (took(','));
            take('}');
        } else if (next() == '[') {
            v.is = value::array;
            ++at_;
            if (took(']')) return v;
            do v.items.push_back(parse());
            while (took(','));
            take(']');
        } else if (next() == '"') {
            v.is = value::string;
            v.text = string();
        } else if (text_.compare(at_, 4, "null") == 0) {
            at_ += 4;
        } else if (next() == 't' || next() == 'f') {
            v.is = value::truth;
            v.real = next() == 't' ? 1.0 : 0.0;
            const std::string word = next() == 't' ? "true" : "false";
            REQUIRE(text_.compare(at_, word.size(), word) == 0);
            at_ += word.size();
        } else {
            v.is = value::number;
            v.real = number();
        }
        return v;
    }
    void digits() {
        REQUIRE((next() >= '0' && next() <= '9'));
        while (next() >= '0' && next() <= '9') ++at_;
    }
    double number() {
        const std::size_t start = at_;
        if (next() == '-') ++at_;
        if (next() == '0') {
            ++at_;
        } else {
            digits();
        }
        if (next() == '.') {
            ++at_;
            digits();
        }
        if (next() == 'e' || next() == 'E') {
            ++at_;
            if (next() == '+' || next() == '-') ++at_;
            digits();
        }
        return std::strtod(text_.substr(start, at_ - start).c_str(), nullptr);
    }
    std::string string() {
        REQUIRE(next() == '"');
        std::string out;
        for (++at_; next() != '"'; ++at_) {
            REQUIRE(static_cast<unsigned char>(next()) >= 0x20);
            if (next() != '\\') {
                out += next();
                continue;
            }
            ++at_;
            if (next() == 'u') {
                const unsigned long code = std::strtoul(text_.substr(at_ + 1, 4).c_str(), nullptr, 16);
                REQUIRE((code < 0xD800 || code > 0xDFFF));  // the writer escapes nothing beyond
                const auto put = [&](unsigned long byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
                if (code < 0x80) {
                    put(code);
                } else if (code < 0x800) {
                    put(0xC0 | code >> 6);
                    put(0x80 | (code & 0x3F));
                } else {
                    put(0xE0 | code >> 12);
                    put(0x80 | (code >> 6 & 0x3F));
                    put(0x80 | (code & 0x3F));
                }
                at_ += 4;
            } else {
                REQUIRE((next() == '"' || next() == '\\'));
                out += next();
            }
        }
        ++at_;
        return out;
    }

    const std::string& text_;
    std::size_t at_ = 0;
};

}  // namespace parse_json
