# SPDX-License-Identifier: BSL-1.0
"""Coefficients, tables and golden values of headway/math/elementary.hpp, from 60-digit arithmetic (python3, mpmath).

    python3 elementary.py coefficients         prints the fits, split constants and the table that the headers hold
    python3 elementary.py > elementary.hpp      writes the golden values
    python3 elementary.py 20000 > FILE          writes that many random points for each function and interval, to measure with
"""
import math
import random
import sys

from mpmath import mp, mpf

from minimax import rational

mp.dps = 60


def print_polynomial(name, fit):
    worst, p, _ = fit
    print(f"{name}: largest error 2^{mp.nstr(mp.log(worst, 2), 4)}")
    print("   ", ", ".join(float(c).hex() for c in p))


def print_split(name, value, step):
    """hi, a multiple of 2^step, and the rest."""
    hi = mp.nint(value / mpf(2) ** step) * mpf(2) ** step
    print(f"{name} = {float(hi).hex()} + {float(value - hi).hex()}")


def coefficients():
    half = mp.log(2) / 2 * mpf("1.0001")
    # exp(r) = 1 + r + r²/2 + r³·fit
    cubic = lambda r: (mp.expm1(r) - r - r * r / 2) / r**3 if abs(r) > mpf(10) ** -12 else mpf(1) / 6 + r / 24
    weight = lambda r: mp.exp(r) / max(abs(r), mpf(10) ** -9) ** 3
    print_polynomial("exp, relative to exp(r)", rational(cubic, -half, half, 8, 0, weight))
    # 2·atanh(s) = 2·s + s³·fit(s²); relative to the logarithm
    low = mpf("0.6953125")
    widest = ((1 - low) / (1 + low)) ** 2 * mpf("1.0001")
    series = lambda w: (2 * mp.atanh(mp.sqrt(w)) / mp.sqrt(w) - 2) / w if w > mpf(10) ** -20 else mpf(2) / 3
    print_polynomial("log", rational(series, 0, widest, 6, 0, lambda w: 2 / max(w, mpf(10) ** -9)))
    # log(1 + r) = r - r²/2 + r³·fit; relative to r
    tail = lambda r: (mp.log1p(r) - r + r * r / 2) / r**3 if abs(r) > mpf(10) ** -15 else mpf(1) / 3 - r / 4
    widest = low * 2 / 128 * mpf("1.01")
    print_polynomial("pow", rational(tail, -widest, widest, 6, 0, lambda r: 1 / max(abs(r), mpf(10) ** -9) ** 2))
    print_split("ln 2", mp.log(2), -42)
    print_split("ln 2", mp.log(2), -26)
    print_split("log2 e", 1 / mp.log(2), -20)
    print_split("log10 e", 1 / mp.log(10), -22)
    print_split("log10 2", mp.log10(2), -43)
    for name, value in (("log2 e", 1 / mp.log(2)), ("log10 e", 1 / mp.log(10))):
        print(f"{name} = {float(value).hex()}")
    for j in range(46, 93):
        print_split(f"-log({j}/64)", -mp.log(mpf(j) / 64), -42)


def nearest(value):
    """The nearest double, ties to even, infinite from half a unit above the largest."""
    if value == 0:
        return 0.0
    exponent = max(int(mp.floor(mp.log(abs(value), 2))), -1022) - 52
    count = int(mp.nint(mp.ldexp(value, -exponent)))
    return math.inf * count if abs(count) * 2**exponent >= 2**1024 else math.ldexp(count, exponent)


def unit(x):
    return mpf(2) ** (max(math.frexp(x)[1] - 1, -1022) - 52)


def row(arguments, value):
    head = nearest(value)
    assert math.isfinite(head) and head != 0
    rest = float((value - mpf(head)) / unit(head))
    return "    {%s, %s, %.4g}," % (", ".join(x.hex() for x in arguments), head.hex(), rest)


def write(kind, name, f, points):
    print(f"inline constexpr {kind} {name}[] = {{")
    for arguments in sorted(set(points)):
        arguments = arguments if isinstance(arguments, tuple) else (arguments,)
        value = f(*(mpf(x) for x in arguments))
        if value != 0 and nearest(value) != 0 and math.isfinite(nearest(value)):
            print(row(arguments, value))
    print("};\n")


def around(points):
    return [x for p in points for x in (math.nextafter(p, -math.inf), p, math.nextafter(p, math.inf))]


def signed(points):
    return list(points) + [-x for x in points]


# where the headers' functions were furthest from the exact value among some hundred million random arguments
HARD = {
    "exp": ["0x1.8bb8db5543afp-2", "0x1.456eda3783804p+8", "-0x1.625f1afe2cf09p+9", "-0x1.93acebb52d362p-2"],
    "exp2": ["0x1.09af61f854112p-1", "-0x1.587c5c911e4b6p+8", "-0x1.ff4681cd8edfep+9"],
    "expm1": ["0x1.641777ff2792cp-2", "0x1.9dce29b128a8p-2", "0x1.8b849f6807e8p-2"],
    "log": ["0x1.4894e61cce50fp+0", "0x1.62d302c664406p-1", "0x1.46a4e0b34a1dbp+0", "0x1.5d8f28fb79e7ep+0"]
    + ["0x1.6d2f505b288cap-1", "0x1.517a0227a7c39p+0", "0x1.4ee2d9e70a917p+0", "0x1.55196970625e8p+0"],
    "log1p": ["0x1.20ec93815a762p-2", "-0x1.3c10fcd7b55d6p-2", "0x1.16015938c7d56p-2"],
}
HARD_POW = [
    ("0x1.014a112e62e45p+6", -6.9058104428415881),
    ("0x1.062a710a9c25fp+214", -4.0857394630214534),
    ("0x1.223018bf7a9f8p-53", 19.357131465976053),
    ("0x1.ffffffffb6f4p-1", 21336981093958.066),
    ("0x1.b00bab9d84567p+9", 2.0),
]


def golden(density):
    hard = {name: [float.fromhex(x) for x in values] for name, values in HARD.items()}
    rng = random.Random(20250206)
    several = lambda count: range(density or count)
    uniform = lambda low, high, count: [rng.uniform(low, high) for _ in several(count)]
    any_scale = lambda low, high, count: [2.0 ** rng.uniform(low, high) for _ in several(count)]
    powers_of_2 = lambda low, high, step: [2.0**k for k in range(low, high, step)]
    powers_of_10 = lambda low, high, step: [float(f"1e{k}") for k in range(low, high, step)]

    highest, lowest = float.fromhex("0x1.62e42fefa39efp+9"), float.fromhex("-0x1.74910d52d3051p+9")
    # between two values of the reduction's k
    seams = [float((k + mpf(1) / 2) * mp.log(2)) for k in list(range(-1074, 1024, 60)) + list(range(-8, 8))]
    exp_points = uniform(lowest, highest, 300) + uniform(-1, 1, 250) + uniform(lowest, -708.3, 80) + around(seams)
    exp_points += [float(k) for k in range(-745, 710, 12)] + signed(powers_of_2(-60, 9, 3)) + signed(powers_of_10(-18, 3, 1))
    exp_points += [highest, lowest, math.nextafter(highest, 0), math.nextafter(lowest, 0), -708.3964185322641, 709.0895657128241]
    exp2_points = uniform(-1075, 1024, 200) + uniform(-1, 1, 200) + uniform(-1075, -1021, 60)
    exp2_points += around(k + 0.5 for k in list(range(-1070, 1020, 97)) + list(range(-4, 4))) + signed(powers_of_2(-60, 9, 3))
    expm1_points = uniform(-45, highest, 250) + uniform(-1, 1, 350) + uniform(-38, 5, 250) + signed(any_scale(-1074, -1, 150))
    expm1_points += around(x for x in seams if x > -45) + signed(powers_of_2(-1074, 6, 24)) + signed(powers_of_10(-300, 2, 25))
    expm1_points += [highest, math.nextafter(highest, 0), 708.5, 709.1]

    halves = [0.6953125, 1.390625]
    log_points = any_scale(-1074, 1024, 200) + uniform(0.3, 3, 400) + around(powers_of_2(-1070, 1024, 30))
    log_points += around(powers_of_10(-300, 308, 20)) + any_scale(-1074, -1022, 60) + around(powers_of_10(-4, 10, 1))
    log_points += [1 + s * x for s in (-1, 1) for x in powers_of_2(-52, -1, 2) + any_scale(-52, -1, 50)] + around(halves)
    log_points += [5e-324, 2.2250738585072014e-308, 1.7976931348623157e308]
    log_points = [x for x in log_points if x > 0]
    log1p_points = any_scale(-1074, 1024, 200) + [-x for x in any_scale(-1074, 0, 100)] + uniform(-0.7, 2, 400)
    log1p_points += [x - 1 for x in any_scale(-53, 0, 100)] + signed(powers_of_2(-1074, 0, 24)) + powers_of_2(0, 1024, 24)
    log1p_points += around(x - 1 for x in halves) + around(powers_of_10(-20, 308, 12)) + around(powers_of_2(-56, -50, 1))
    log1p_points = [x for x in log1p_points if x > -1]
    sqrt_points = any_scale(-1074, 1024, 200) + uniform(1, 4, 100) + around(float(k * k) for k in range(1, 60)) + around(powers_of_2(-1070, 1024, 60))
    sqrt_points += [5e-324, 2.2250738585072014e-308, 1.7976931348623157e308]

    def pow_points():
        yield from ((float.fromhex(x), y) for x, y in HARD_POW)
        for _ in several(350):
            x = 2.0 ** rng.uniform(-1074, 1024)
            yield x, rng.uniform(-745, 709.7) / math.log(x)
        for _ in several(350):
            yield rng.uniform(0.01, 100), rng.uniform(-50, 50)
        for _ in several(250):
            x = 1 + rng.choice((-1, 1)) * 2.0 ** rng.uniform(-52, -1)
            if x != 1:
                yield x, rng.uniform(-745, 709.7) / math.log(x)
        for _ in several(150):
            x = 2.0 ** rng.uniform(-1074, 1024)
            yield x, rng.choice((-744, 709)) / math.log(x) * rng.uniform(0.99, 1)
        for _ in several(200):
            yield rng.choice((-1, 1)) * rng.uniform(0.5, 1000), float(rng.randrange(-80, 80))
        for x in (2.0, 3.0, 10.0, 0.5, 0.1, -2.0, -7.0, 1.5):
            for y in range(-320, 320, 23):
                yield x, float(y)
        for j in range(46, 93):
            yield 64 / j, 1000.5
            yield from (((j + 0.5) / 64, y) for y in (-900.25, 3.75))
        for y in (2.0**-60, 2.0**-70, -(2.0**-65), 1e-5):
            yield from ((x, y) for x in (5e-324, 1e300, 0.999, 7.0))

    def power(x, y):
        with mp.workdps(400 if abs(y) > 2**20 else 60):
            if abs(y) * abs(mp.log(abs(x))) > 800:
                return mpf(0)
        magnitude = mp.exp(y * mp.log(abs(x)))
        return -magnitude if x < 0 and int(y) % 2 else magnitude

    print("// SPDX-License-Identifier: BSL-1.0")
    print("// Written by elementary.py; do not edit.")
    print("// Columns: argument(s), nearest double to the exact value, exact value minus it in units of its last place.")
    print("#pragma once\n\nnamespace reference {\n")
    print("struct unary_value {\n    double x, value, rest;\n};\n")
    print("struct binary_value {\n    double x, y, value, rest;\n};\n")
    write("unary_value", "exp", mp.exp, exp_points + hard["exp"])
    write("unary_value", "exp2", lambda x: mp.exp(x * mp.log(2)), exp2_points + hard["exp2"])
    write("unary_value", "expm1", lambda x: mp.expm1(x) if abs(x) > mpf(2) ** -200 else x + x * x / 2, expm1_points + hard["expm1"])
    write("unary_value", "log", mp.log, log_points + hard["log"])
    write("unary_value", "log2", lambda x: mp.log(x) / mp.log(2), log_points + hard["log"])
    write("unary_value", "log10", lambda x: mp.log(x) / mp.log(10), log_points + hard["log"])
    write("unary_value", "log1p", lambda x: mp.log1p(x) if abs(x) > mpf(2) ** -200 else x - x * x / 2, log1p_points + hard["log1p"])
    write("unary_value", "sqrt", mp.sqrt, sqrt_points)
    write("binary_value", "pow", power, list(pow_points()))
    print("}  // namespace reference")


if __name__ == "__main__":
    if sys.argv[1:] == ["coefficients"]:
        coefficients()
    else:
        golden(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
