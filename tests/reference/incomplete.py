# SPDX-License-Identifier: BSL-1.0
"""Tools shared by gamma.py and beta.py: inversion of a tail, and the C++ spelling of golden values."""
from mpmath import mp, mpf


def invert(tails, u, p, q):
    """u with tails(u) = (p, q, slope): Newton's method on the logarithm of the smaller tail, which is concave in u."""
    lower = p <= q
    target = mp.log(p if lower else q)
    for _ in range(200):
        at = tails(u)
        tail = at[0] if lower else at[1]
        step = (mp.log(tail) - target) * tail / at[2] * (1 if lower else -1)
        step = max(min(step, mpf(3)), mpf(-3))
        u -= step
        if abs(step) < mpf(10) ** -30:
            return u
    raise ArithmeticError("no convergence")


def row(arguments, value):
    """The arguments, the nearest double to the value, and what is left over."""
    head = float(value)
    rest = float(value - mpf(head))
    return "    {" + ", ".join(float(v).hex() for v in (*arguments, head, rest)) + "},"


def write(name, kind, rows):
    """One array; values below 1e-300 are left out."""
    print(f"inline constexpr {kind} {name}[] = {{")
    for arguments, value in sorted(rows):
        if 1e-300 < abs(value) < 1e300 or value == 0:
            print(row(arguments, value))
    print("};\n")


def head(script):
    print("// SPDX-License-Identifier: BSL-1.0")
    print(f"// Written by {script}; do not edit. Columns: arguments, nearest double to the exact value, exact value minus it.")
    print('#pragma once\n\n#include "golden.hpp"\n\nnamespace reference {\n')


def tail():
    print("}  // namespace reference")
