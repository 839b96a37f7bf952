// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cctype>

#include "outcome/outcome_of.hpp"
#include "chart/xml.hpp"

// What every chart must be, and ways to ask one what it shows.
namespace charts {

/// Reads a chart and checks what holds for all: well-formed, sized by its view box, named for who cannot see it,
/// nothing active and nothing from elsewhere, ids used once, every text inside the picture. Returns its root.
inline xml::element checked(const std::string& svg) {
    const xml::element root = xml::parse(svg);
    const auto require = [](bool holds, const std::string& what) {
        if (!holds) throw std::runtime_error(what);
    };
    require(root.name == "svg" && root.at("xmlns") == "http://www.w3.org/2000/svg", "the root is not svg");
    require(root.at("viewBox") == "0 0 " + root.at("width") + " " + root.at("height"), "the view box is another size");
    require(root.at("role") == "img", "the role is not img");
    const double width = root.number("width");
    const double height = root.number("height");
    std::vector<std::string> ids;
    xml::each(root, [&](const xml::element& e) {
        static const std::vector<std::string> known{"svg", "title", "desc", "style", "rect", "path", "circle", "text"};
        require(std::find(known.begin(), known.end(), e.name) != known.end(), "an element of its own kind: " + e.name);
        if (e.find("id") != nullptr) ids.push_back(e.at("id"));
        for (const auto& [key, value] : e.attributes) {
            require(key.substr(0, 2) != "on" && key != "href" && key != "style", "an attribute that acts: " + key);
            require(value.find("nan") == std::string::npos || key.substr(0, 4) == "aria" || key == "id",
                    "not a number in " + key);
            require(key == "aria-labelledby" || key == "id" || value.find("inf") == std::string::npos,
                    "infinite in " + key);
        }
        if (e.name == "text") {
            const double x = e.number("x");
            const double y = e.number("y");
            require(x >= 0.0 && x <= width && y >= 0.0 && y <= height, "a text outside the picture: " + e.text);
            require(!e.text.empty(), "an empty text");
        }
        if (e.name == "rect" && e.find("x") != nullptr) {
            require(e.number("x") >= 0.0 && e.number("x") + e.number("width") <= width && e.number("y") >= 0.0 &&
                        e.number("y") + e.number("height") <= height,
                    "a bar outside the picture");
        }
        if (e.name == "text" || e.name == "title" || e.name == "desc") {
            std::string word;
            for (const char c : e.text + " ") {
                if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
                    word += c;
                    continue;
                }
                require(word != "nan" && word != "inf", "a number that is none: " + e.text);
                word.clear();
            }
            require(e.name == "desc" || !e.text.empty(), "an empty title or text");
        }
        if (e.name == "style") {
            require(e.text.find("url") == std::string::npos && e.text.find("@import") == std::string::npos,
                    "a style from elsewhere");
        }
    });
    std::sort(ids.begin(), ids.end());
    require(ids.size() == 2 && ids[0] != ids[1], "ids are not those of title and desc");
    require(root.children.at(0).name == "title" && root.children.at(1).name == "desc", "title and desc are not first");
    require(root.at("aria-labelledby") == root.children[0].at("id") + " " + root.children[1].at("id"),
            "not labelled by title and desc");
    require(!root.children[0].text.empty() && !root.children[1].text.empty(), "an empty title or desc");
    return root;
}

inline std::string title_of(const xml::element& root) { return root.children.at(0).text; }
inline std::string description_of(const xml::element& root) { return root.children.at(1).text; }

/// The elements of a class, in the order they are drawn.
inline std::vector<xml::element> of_class(const xml::element& root, std::string_view one, std::string_view name = {}) {
    std::vector<xml::element> found;
    xml::each(root, [&](const xml::element& e) {
        if (e.has_class(one) && (name.empty() || e.name == name)) found.push_back(e);
    });
    return found;
}
inline std::vector<std::string> texts(const xml::element& root) {
    std::vector<std::string> all;
    xml::each(root, [&](const xml::element& e) {
        if (e.name == "text") all.push_back(e.text);
    });
    return all;
}
inline bool says(const xml::element& root, const std::string& text) {
    const auto all = texts(root);
    return std::find(all.begin(), all.end(), text) != all.end();
}
/// What a pointer is told by marks of a class.
inline std::vector<std::string> told_by(const xml::element& root, std::string_view one) {
    std::vector<std::string> all;
    for (const auto& e : of_class(root, one)) {
        for (const auto& child : e.children) {
            if (e.name != "text" && child.name == "title") all.push_back(child.text);
        }
    }
    return all;
}
/// The remarks run over several lines.
inline std::string all_words(const xml::element& root) {
    std::string joined;
    for (const auto& text : texts(root)) joined += text + " ";
    return joined;
}

/// The numbers of a path, in order: x and y of each of its points where it has only M and L.
inline std::vector<double> numbers_of(const std::string& path) {
    std::vector<double> numbers;
    const char* at = path.c_str();
    while (*at != '\0') {
        char* end = nullptr;
        const double x = std::strtod(at, &end);
        if (end == at) {
            ++at;
        } else {
            numbers.push_back(x);
            at = end;
        }
    }
    return numbers;
}

/// The evenly spaced draws lo, ..., hi.
inline std::vector<double> even_draws(double lo, double hi, int count) {
    std::vector<double> draws;
    for (int i = 0; i < count; ++i) draws.push_back(lo + (hi - lo) * i / (count - 1));
    return draws;
}

}  // namespace charts
