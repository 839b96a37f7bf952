// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/sampling/keyed_streams.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

HEADWAY_OUT_OF_LINE void keyed_streams::start(const double* keys, std::uint64_t name_hash, path_numbers what) noexcept {
    for (int g = 0; g < groups; ++g) {
        for (int l = 0; l < chunk; ++l) {
            const auto word = keyed_words(std::bit_cast<std::uint64_t>(keys[g * chunk + l]), name_hash,
                                          purpose::path_steps, static_cast<std::uint64_t>(what), 0);
            of_[g].a[l] = word[0];
            of_[g].b[l] = word[1];
            of_[g].c[l] = word[2];
        }
        of_[g].counter = 1;
    }
}

HEADWAY_OUT_OF_LINE void keyed_streams::normals(double* out) noexcept {
    uniforms(out);
    vector_dispatch(normal_quantile_blocks_loop{out, chunk});
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
