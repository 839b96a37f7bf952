// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "catch.hpp"

#include <string>
#include <vector>

/// RFC 4180 read strictly, character by character: what the writer may not do fails the test.
inline std::vector<std::vector<std::string>> parse_csv(const std::string& text) {
    std::vector<std::vector<std::string>> records;
    std::size_t at = 0;
    while (at < text.size()) {
        std::vector<std::string> record;
        for (;;) {
            std::string field;
            if (text[at] == '"') {
                for (++at; text.at(at) != '"' || (at + 1 < text.size() && text[at + 1] == '"'); ++at) {
                    if (text[at] == '"') ++at;
                    field += text[at];
                }
                ++at;
            } else {
                while (text.at(at) != ',' && text[at] != '\r') {
                    REQUIRE(static_cast<unsigned char>(text[at]) >= 0x20);
                    REQUIRE(text[at] != '"');
                    field += text[at++];
                }
            }
            record.push_back(field);
            if (text.at(at) != ',') break;
            ++at;
        }
        REQUIRE(text.substr(at, 2) == "\r\n");
        at += 2;
        if (!records.empty()) REQUIRE(record.size() == records.front().size());
        records.push_back(record);
    }
    return records;
}

/// The cell below a header.
inline std::string at(const std::vector<std::vector<std::string>>& records, std::size_t row,
                      const std::string& header) {
    for (std::size_t c = 0; c < records[0].size(); ++c) {
        if (records[0][c] == header) return records[row][c];
    }
    return "no column " + header;
}
