// SPDX-License-Identifier: BSL-1.0
// Written by track_record.py; do not edit.
#pragma once

namespace reference {

inline constexpr const char* track_record_ledger = R"(entry,id,date,who,question,unit,value,due,source,seed,version
state,a1,2025-01-01,ann,cost of a run,million USD,5 %: 50 | 25 %: 70 | 50 %: 80 | 75 %: 95 | 95 %: 140,2025-12-31,survey,,
state,b1,2025-01-01,bob,cost of a run,million USD,5 %: 20 | 50 %: 100 | 95 %: 300,2025-12-31,survey,,
state,n1,2024-06-01,no change,cost of a run,million USD,50 %: 100,,,,
state,a2,2025-01-01,ann,cost of a site,million USD,10 %: 900 | 50 %: 1000 | 90 %: 1400,2027-12-31,model,,
state,b2,2025-02-01,bob,cost of a site,million USD,10 %: 500 | 50 %: 1500 | 90 %: 1600,2027-12-31,survey,,
state,n2,2025-01-01,no change,cost of a site,million USD,50 %: 800,,,,
state,a3,2025-01-01,ann,second fab,date,10 %: 2027-01-01 | 50 %: 2028-01-01 | 70 %: 2029-06-01 | 90 %: never,2030-01-01,model,,
state,b3,2025-01-01,bob,second fab,date,5 %: 2026-01-01 | 95 %: 2032-01-01,2030-01-01,survey,,
state,n3,2025-01-01,no change,second fab,date,50 %: 2028-06-01,,,,
state,a4,2025-01-01,ann,a billion,event,80 %,2025-06-30,model,,
state,b4,2025-01-01,bob,a billion,event,0.35,2025-06-30,survey,,
state,n4,2025-01-01,no change,a billion,event,0.5,,,,
state,a5,2025-01-01,ann,another,event,10 %,2040-01-01,model,,
resolve,a1,2025-12-01,,,,90,,,,
resolve,b1,2025-12-01,,,,90,,,,
resolve,a2,2027-12-01,,,,1450,,,,
resolve,b2,2027-12-01,,,,1450,,,,
resolve,a3,2028-03-01,,,,2028-02-15,,,,
resolve,b3,2028-03-01,,,,2028-02-15,,,,
resolve,a4,2025-06-30,,,,yes,,,,
resolve,b4,2025-06-30,,,,yes,,,,
)";

/// Of ann and of bob: the mean CRPS of costs in million USD and of dates in days, the Brier score, the shares in the central
/// 50, 80 and 90 % intervals, and the skill against no change.
struct track_record_point {
    const char* who;
    double cost_crps, date_crps, brier, inside[3], skill;
};
inline constexpr track_record_point track_record_points[] = {
    {"ann", 0x1.056f2b9981798p+7, 0x1.1d51b921cf50dp+7, 0x1.47ae147ae1478p-5, {0x1.5555555555555p-1, 0x1.5555555555555p-1, 0x1.0000000000000p+0}, 0x1.b6e9f749e5c42p-2},
    {"bob", 0x1.1d160b60b60b6p+6, 0x1.a4ba74a7eef3ap+7, 0x1.b0a3d70a3d70bp-2, {0x1.0000000000000p+0, 0x1.0000000000000p+0, 0x1.0000000000000p+0}, -0x1.68521ff847e62p-6},
};

}  // namespace reference
