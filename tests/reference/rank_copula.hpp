// SPDX-License-Identifier: BSL-1.0
// Written by rank_copula.py; do not edit.
#pragma once

namespace reference {

struct copula_case {
    const char* one;
    const char* other;
    double rank_correlation;
    double normal_correlation;
};

inline constexpr copula_case rank_copula[] = {
    {"continuous", "bernoulli", 0.7, 0.8950668067},
    {"continuous", "bernoulli", -0.5, -0.6561461675},
    {"continuous", "three", 0.9, 0.9833370573},
    {"bernoulli", "three", 0.6, 0.8367320751},
    {"three", "other_three", 0.7, 0.9019281168},
    {"three", "other_three", -0.65, -0.8580237040},
    {"sample", "other_three", 0.5, 0.6303014391},
    {"sample", "mixed", 0.8, 0.8319617996},
    {"continuous", "mixed", -0.9, -0.9109276771},
    {"mixed", "inflated", 0.8, 0.9209762485},
    {"mixed", "inflated", -0.6, -0.7070539122},
    {"inflated", "inflated", 0.95, 0.9906387016},
    {"sample", "sample", -0.3, -0.3265282305},
};

}  // namespace reference
