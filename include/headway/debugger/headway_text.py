# SPDX-License-Identifier: BSL-1.0
"""Values of headway in words, for headway_gdb.py and headway_lldb.py, as the library itself writes them.

Nothing is called in the program that is looked at, so that a core file will do: members are read, and what the library
makes of them is made again here. A debugger's value comes as a node:

    node["name"]    a member, of a pointer that of what it points to; KeyError if there is none
    node.base(word) the part that is a base class whose name has this word; KeyError if there is none
    node.at(i)      an element of an array or behind a pointer
    node.number()   a double
    node.integer()  an integer, a bool, an enumerator or a pointer
    node.bytes(n)   so many bytes behind a pointer
    node.type()     the name of its type without typedefs, const and references

tests/debugger holds the words to those of the library, and each member read here to the headers.
"""

import math
import struct
from decimal import Decimal

# ---- Units, as text/unit_ladder.hpp has them ----------------------------------------------------------------------------

YEAR = 31556952.0
MONTH = 2629746.0


def rung(above, many, one="", least=1.0, below=1.0, keep_zeros=False):
    """A unit of above / below base units, used from `least` of it on."""
    return above, below, many, one, least, keep_zeros


def counted(many, one, *words):
    sizes = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
    return [rung(1.0, many, one)] + [rung(sizes[word], word + " " + many) for word in words]


def prefixed(unit, above, *prefixes):
    return [rung(above * 1000.0**i, prefix + unit) for i, prefix in enumerate(prefixes)]


LADDERS = {
    (("time", 1),): [
        rung(1.0, "seconds", "second"), rung(60.0, "minutes", "minute", 2.0), rung(3600.0, "hours", "hour", 2.0),
        rung(86400.0, "days", "day", 2.0), rung(MONTH, "months", "month", 2.0), rung(YEAR, "years", "year", 2.0)],
    (("money", 1),): [
        rung(1.0, "USD", keep_zeros=True), rung(1e3, "thousand USD", keep_zeros=True),
        rung(1e6, "million USD", keep_zeros=True), rung(1e9, "billion USD", keep_zeros=True),
        rung(1e12, "trillion USD", keep_zeros=True)],
    (("compute", 1),): [rung(1.0, "FLOP")],
    (("compute", 1), ("time", -1)): prefixed("FLOP/s", 1.0, "", "k", "M", "G", "T", "P", "E", "Z", "Y"),
    (("energy", 1),): [rung(1.0, "J")] + prefixed("Wh", 3.6e3, "", "k", "M", "G", "T"),
    (("energy", 1), ("time", -1)): prefixed("W", 1.0, "", "k", "M", "G", "T"),
    (("length", 1),): [rung(1.0, "nm"), rung(1e3, "µm"), rung(1e6, "mm"), rung(1e9, "m"), rung(1e12, "km")],
    (("length", 2),): [rung(1e12, "mm²"), rung(1e14, "cm²", least=100.0), rung(1e18, "m²"), rung(1e24, "km²")],
    (("time", -1),): [
        rung(1.0, "per year", below=YEAR), rung(1.0, "per day", least=2.0, below=86400.0),
        rung(1.0, "per hour", least=2.0, below=3600.0), rung(1.0, "per second")],
    (("chips", 1),): counted("chips", "chip", "thousand", "million", "billion"),
    (("wafers", 1),): counted("wafers", "wafer", "thousand", "million"),
    (("tokens", 1),): counted("tokens", "token", "thousand", "million", "billion", "trillion"),
    (("people", 1),): counted("people", "person", "thousand", "million", "billion"),
    (("processing performance", 1),): counted("TPP", "", "thousand", "million", "billion"),
    (("chips", 1), ("time", 1)): [
        rung(3.6e3, "chip-hours", "chip-hour"), rung(3.6e6, "thousand chip-hours"), rung(3.6e9, "million chip-hours"),
        rung(3.6e12, "billion chip-hours")],
    (("chips", -1), ("money", 1), ("time", -1)): [
        rung(1.0, "USD per chip per year", below=YEAR, keep_zeros=True),
        rung(1.0, "USD per chip-hour", least=0.05, below=3.6e3, keep_zeros=True)],
    (("money", 1), ("tokens", -1)): [rung(1.0, "USD per million tokens", below=1e6, keep_zeros=True)],
    (("compute", -1), ("money", 1), ("time", 1)): [
        rung(1.0, "USD per PFLOP/s", below=1e15, keep_zeros=True),
        rung(1e3, "thousand USD per PFLOP/s", below=1e15, keep_zeros=True),
        rung(1e6, "million USD per PFLOP/s", below=1e15, keep_zeros=True)],
    (("compute", 1), ("energy", -1)): prefixed("FLOP per J", 1.0, "") + [
        rung(1e9, "GFLOP per J"), rung(1e12, "TFLOP per J"), rung(1e15, "PFLOP per J")],
    (("length", -2), ("processing performance", 1)): [rung(1.0, "TPP per mm²", below=1e12)],
    (("length", -2),): [rung(1.0, "per cm²", below=1e14)],
}
AFTER_PER = {"time": (YEAR, "year"), "energy": (3.6e6, "kWh"), "length": (1e9, "m")}
# The units of size 1, and whether more than one of them has an s.
BASE_UNITS = {
    "time": ("s", False), "money": ("USD", False), "compute": ("FLOP", False), "chips": ("chip", True),
    "processing performance": ("TPP", False), "wafers": ("wafer", True), "tokens": ("token", True),
    "people": ("person", True), "energy": ("J", False), "length": ("nm", False)}

# ---- What a value is about: NUMBER, SHARE, DATE, GROWTH or the factors of a dimension ---------------------------------------

NUMBER, SHARE, DATE, GROWTH = "number", "share", "date", "growth"
TIME = (("time", 1),)


def template(name):
    """The last word of a type's name and its arguments."""
    name = name.strip()
    start = name.find("<")
    if start < 0:
        return name.split("::")[-1], []
    arguments, depth, begin = [], 0, start + 1
    for i in range(start, len(name)):
        if name[i] == "<":
            depth += 1
        elif name[i] == ">":
            depth -= 1
        if depth == 0 or (depth == 1 and name[i] == ","):
            arguments.append(name[begin:i].strip())
            begin = i + 1
        if depth == 0:
            break
    return name[:start].split("::")[-1], arguments


def factors_of(dimension):
    word, arguments = template(dimension)
    if word == "dimensionless":
        return ()
    if word == "product":
        return tuple(factor for argument in arguments for factor in factors_of(argument))
    if word in ("power", "per") and arguments:
        base = template(arguments[0])[0].replace("_", " ")
        exponent = int(arguments[1]) if len(arguments) > 1 else 1
        return ((base, exponent if word == "power" else -exponent),)
    return ((word.replace("_", " "), 1),)


def kind_of_type(name):
    word, arguments = template(name)
    if word == "quantity":
        return factors_of(arguments[0]) or SHARE
    return {"basic_date": DATE, "basic_growth": GROWTH}.get(word, NUMBER)


def kind_of(node):
    """Of a value_kind."""
    if node["is_date_"].integer():
        return DATE
    factors = [node["factors_"].at(i) for i in range(counted_up_to(1 << 8, node["count_"].integer()))]
    return tuple((text_of_view(f["name"]), f["exponent"].integer()) for f in factors) or NUMBER


def kind_of_differences(kind):
    return TIME if kind == DATE else kind


# ---- Numbers, as text/text.hpp writes them -----------------------------------------------------------------------------------


def rounded(x, digits):
    """The digits without the point, and the exponent of the first."""
    text, exponent = "{:.{}e}".format(x, digits - 1).split("e")
    return text.replace(".", ""), int(exponent)


def layout(digits, exponent, keep_zeros=False):
    """Written out between 0.0001 and a million, in powers of ten outside."""
    written_out = -4 <= exponent < 6
    before_point = exponent + 1 if written_out else 1
    whole = digits[: max(before_point, 0)].ljust(max(before_point, 0), "0")
    decimals = "0" * max(-before_point, 0) + digits[max(before_point, 0):]
    if not keep_zeros:
        decimals = decimals.rstrip("0")
    text = (whole or "0") + ("." + decimals if decimals else "")
    return text if written_out else "{}e{}{:02d}".format(text, "-" if exponent < 0 else "+", abs(exponent))


def magnitude_text(x, digits, keep_zeros=False):
    if math.isinf(x):
        return "infinite"
    return "0" if x == 0.0 else layout(*rounded(x, digits), keep_zeros=keep_zeros)


def not_finite_text(x, infinite):
    if math.isnan(x):
        return "undefined"
    return "" if not math.isinf(x) else infinite if x > 0.0 else "-" + infinite


def on_ladder(x, ladder, digits):
    """Number, unit, and the size of the unit as above / below."""
    size = [above / below for above, below, *_ in ladder]
    least = [r[4] for r in ladder]
    i = len(ladder) - 1
    while i > 0 and x < least[i] * size[i]:
        i -= 1
    if x == 0.0:
        return "0", ladder[0][2], ladder[0][0], ladder[0][1]
    if math.isinf(x / size[i]):
        return "infinite", ladder[i][2], ladder[i][0], ladder[i][1]

    def value(r):
        return float(r[0][0] + "." + r[0][1:] + "e" + str(r[1]))

    r = rounded(x / size[i], digits)
    while i + 1 < len(ladder) and value(r) * size[i] >= least[i + 1] * size[i + 1]:
        i += 1
        r = rounded(x / size[i], digits)
    above, below, many, one, _, keep_zeros = ladder[i]
    number = layout(*r, keep_zeros=keep_zeros)
    return number, one if number == "1" and one else many, above, below


def unit_of_factor(base, exponent):
    """Size and name."""
    if base == "length" and exponent == 2:
        return 1e14, "cm²"
    first = LADDERS.get(((base, 1),))
    size, name = AFTER_PER.get(base) or ((first[0][0], first[0][3] or first[0][2]) if first else (1.0, base))
    power = {1: "", 2: "²", 3: "³"}.get(exponent, "^" + str(exponent))
    return math.prod([size] * exponent) if exponent > 0 else 1.0 / math.prod([size] * -exponent), name + power


def in_units(factors, x, digits, pers="", below=1.0):
    """A magnitude of a dimension: number, unit, and the size of the unit as above / below."""
    if not factors:
        return magnitude_text(x, digits), pers.strip(), 1.0, below
    if factors in LADDERS:
        number, unit, above, under = on_ladder(x, LADDERS[factors], digits)
        return number, unit + pers, above, under * below
    under = None
    for factor in factors:
        if factor[1] < 0 and (under is None or under[0] == "time"):
            under = factor
    if under is None:
        units = [unit_of_factor(*factor) for factor in factors]
        size = math.prod(u[0] for u in units)
        return magnitude_text(x / size, digits), "·".join(u[1] for u in units) + pers, size, below
    size, name = unit_of_factor(under[0], -under[1])
    rest = tuple(factor for factor in factors if factor != under)
    return in_units(rest, x * size, digits, pers + " per " + name, below * size)


def to_text(x, kind, digits=3):
    """As the library's to_text of a value with so many base units."""
    if kind == DATE:
        return date_text(x)
    if kind == GROWTH:
        return growth_text(x, digits)
    special = not_finite_text(x, "never-ending" if kind == TIME else "infinite")
    if special:
        return special
    sign = "-" if x < 0.0 else ""
    if kind == NUMBER:
        return sign + magnitude_text(abs(x), digits)
    if kind == SHARE:
        return sign + magnitude_text(100.0 * abs(x), digits) + " %"
    number, unit, _, _ = in_units(kind, abs(x), digits)
    return sign + number + " " + unit


def days_to_year(year):
    """Days from 1970-01-01 to the first of January."""
    whole = year - 1
    return 365 * whole + whole // 4 - whole // 100 + whole // 400 - 719162


def date_text(seconds):
    special = not_finite_text(seconds, "never")
    if special:
        return "before every date" if special == "-never" else special
    days = seconds / 86400.0
    if not days_to_year(-32767) <= days < days_to_year(32768):
        return "year " + to_text(1970.0 + days / 365.2425, NUMBER)
    day = math.floor(days)
    year = 1970 + math.floor(day / 365.2425)
    while days_to_year(year) > day:
        year -= 1
    while days_to_year(year + 1) <= day:
        year += 1
    day -= days_to_year(year)
    leap = (year % 4 == 0 and year % 100 != 0) or year % 400 == 0
    month = 1
    for length in (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31):
        if day < length:
            break
        day -= length
        month += 1
    return "{}{:04d}-{:02d}-{:02d}".format("-" if year < 0 else "", abs(year), month, day + 1)


def growth_text(rate, digits=3):
    per_year = rate * YEAR
    special = not_finite_text(per_year, "infinite")
    if special:
        return special + " growth"
    try:
        number = magnitude_text(math.exp(abs(per_year)), digits, True)
    except OverflowError:
        number = "10^" + to_text(abs(per_year) / math.log(10.0), NUMBER, digits)
    return ("÷" if per_year < 0.0 else "x") + number + " per year"


# ---- Numbers to the last bit, as text/exact_text.hpp writes them ---------------------------------------------------------------


def shortest_text(x):
    if math.isnan(x):
        return "nan"
    if math.isinf(x):
        return "infinite" if x > 0.0 else "-infinite"
    text = repr(x)
    if "e" not in text and abs(x) >= 1e15:  # where repr still writes out
        digits, exponent = rounded(abs(x), 17)
        for n in range(1, 17):
            shorter = "{:.{}e}".format(x, n - 1)
            if float(shorter) == x:
                return shorter
        return ("-" if x < 0.0 else "") + digits[0] + "." + digits[1:] + "e+" + str(exponent)
    return text[:-2] if text.endswith(".0") else text


def neighbour(x, steps):
    bits = struct.unpack("<q", struct.pack("<d", x))[0] + steps
    return struct.unpack("<d", struct.pack("<q", bits))[0] if -(1 << 63) <= bits < 1 << 63 else math.nan


def exact_number(above, below, base):
    """The number of units that makes exactly so many base units, in the fewest digits; empty where there is none."""
    about = base * below / above
    best = ""
    for steps in (0, 1, -1, 2, -2):
        x = neighbour(about, steps)
        if x - x != 0.0 or x * above / below != base or math.copysign(1.0, x) != math.copysign(1.0, base):
            continue
        text = shortest_text(x)
        if not best or len(text) < len(best):
            best = text
    return best


def shown_digits(number):
    return len("".join(c for c in number.split("e")[0] if c.isdigit()).strip("0"))


def unit_name_with(factors, time, energy):
    def name(base, plural):
        word, takes_s = BASE_UNITS.get(base, (base, False))
        if base == "time":
            word, takes_s = time, True
        if base == "energy":
            word, takes_s = energy, False
        return word + ("s" if plural and takes_s else "")

    above = "·".join(name(base, len(factors) == 1) + ("^" + str(e) if e > 1 else "") for base, e in factors if e > 0)
    below = ""
    chips_below = ("chips", -1) in factors
    for base, e in factors:
        if e < 0:
            joined = chips_below and (base, e) == ("time", -1)
            below += ("-" if joined else " per " if above or below else "per ") + name(base, False)
            below += "^" + str(-e) if e < -1 else ""
    return above + below


def text_in_few_digits(base, factors, digits):
    """In another unit of time or of energy that takes few digits: 28 months are 2.3333333333333335 years."""
    times = (("year", YEAR), ("month", MONTH), ("week", 604800.0), ("day", 86400.0), ("hour", 3600.0), ("minute", 60.0),
             ("second", 1.0))
    exponents = dict(factors)
    of_time, of_energy = exponents.get("time", 0), exponents.get("energy", 0)
    best, fewest = "", min(digits - 3, 7)
    if not of_time and not of_energy:
        return best
    for time, seconds in times:
        for energy, joules in (("kWh", 3.6e6), ("J", 1.0)):
            above = seconds ** max(of_time, 0) * joules ** max(of_energy, 0)
            below = seconds ** max(-of_time, 0) * joules ** max(-of_energy, 0)
            name = unit_name_with(factors, time, energy)
            # In brackets it is one rounded number, as a unit may be in code.
            for a, b, unit in ((above, below, name), (above / below, 1.0, "(" + name + ")")):
                number = exact_number(a, b, base)
                if not number or shown_digits(number) >= fewest:
                    continue
                fewest = shown_digits(number)
                best = number + " " + unit
                if not name.startswith(("USD", "chip", "token")):
                    continue
                for word, size in (("trillion", 1e12), ("billion", 1e9), ("million", 1e6), ("thousand", 1e3)):
                    in_these = exact_number(a * size, b, base)
                    if abs(base * b / a) >= size and in_these and len(in_these) <= len(number):
                        best = in_these + " " + word + " " + unit
                        break
    return best


def exact_date_text(seconds):
    day = date_text(seconds)
    if seconds - seconds != 0.0:
        return day
    start = math.floor(seconds / 86400.0) * 86400.0
    in_day = seconds - start
    if day.startswith("year") or in_day >= 86400.0 or start + in_day != seconds:
        return "1970-01-01 + " + shortest_text(seconds) + " s"
    if in_day == 0.0:
        return day
    minutes = math.floor(in_day / 60.0)
    rest = in_day - minutes * 60.0
    text = "{} {:02d}:{:02d}".format(day, minutes // 60, minutes % 60)
    return text + ("" if rest == 0.0 else (":0" if rest < 10.0 else ":") + shortest_text(rest))


def exact_text(x, kind):
    if kind == DATE:
        return exact_date_text(x)
    if kind in (NUMBER, SHARE) or x - x != 0.0:
        return shortest_text(x)
    _, unit, above, below = in_units(kind, abs(x), 17)
    number = exact_number(above, below, x)
    shown = shown_digits(number) if number else 17
    if shown > 6:
        other = text_in_few_digits(x, kind, shown)
        if other:
            return other
    if number:
        return number + " " + unit
    return shortest_text(x) + " " + unit_name_with(kind, "s", "J").replace("ss", "s")


# ---- What the standard libraries hold, of libstdc++ and of libc++ ------------------------------------------------------------------


# Draws that are sorted: more would keep whoever steps through a program waiting.
MOST_SORTED = 1 << 22


def member(node, *names):
    """The first of these members that there is; each of them may be a path."""
    for name in names:
        found = node
        try:
            for step in name.split("."):
                found = found[step]
            return found
        except KeyError:
            pass
    raise KeyError(names[0])


def counted_up_to(most, count):
    """Memory in which there is no value yet may hold any number, and a debugger should not go so far."""
    if not 0 <= count <= most:
        raise ValueError("a count of " + str(count))
    return count


def text_of_view(view):
    size = counted_up_to(1 << 12, member(view, "_M_len", "__size_").integer())
    return member(view, "_M_str", "__data_").bytes(size).decode("utf-8", "replace") if size else ""


def elements_of_vector(vector, size_of_one):
    """A pointer to the first, and how many there are."""
    begin = member(vector, "_M_impl._M_start", "__begin_")
    end = member(vector, "_M_impl._M_finish", "__end_")
    return begin, counted_up_to(MOST_SORTED, (end.integer() - begin.integer()) // size_of_one)


def pointer_in(smart):
    """Of a shared or a unique pointer."""
    try:
        # A tuple with the deleter, whose member has the same name.
        return smart["_M_t"]["_M_t"].base("_Tuple_impl<0").base("_Head_base<0")["_M_head_impl"]
    except KeyError:
        return member(smart, "_M_ptr", "__ptr_.__value_", "__ptr_")


def doubles(pointer, count):
    if count == 0:
        return []
    data = pointer.bytes(8 * count)
    own = pointer.at(0).number()
    order = "<" if struct.unpack("<d", data[:8])[0] == own or own != own else ">"
    return list(struct.unpack(order + str(count) + "d", data))


# ---- Beliefs, as belief/belief_text.hpp writes them -------------------------------------------------------------------------------

# In the order of belief_shape, with what their makers take: v a value, s a difference of values, n a plain number.
SHAPES = (
    ("exactly", "v"), ("uniform", "vv"), ("log_uniform", "vv"), ("normal", "vs"), ("lognormal", "vn"),
    ("triangular", "vvv"), ("pert", "vvv"), ("beta", "nnvv"), ("gamma", "nv"), ("weibull", "nv"), ("student_t", "nvs"),
    ("log_student_t", "nvn"), ("bernoulli", "n"), ("empirical", ""), ("discrete", ""), ("mixture", ""),
    ("truncated", ""), ("metalog", ""), ("pareto", "vn"), ("lomax", "vn"), ("generalized_pareto", "vsn"),
    ("poisson", "n"), ("geometric_trials", "n"), ("geometric_failures", "n"))
OBSERVATIONS_SHOWN = 20
GIVEN_AS_PARAMETERS, GIVEN_AS_CI90, GIVEN_AS_INTERVAL, GIVEN_AS_FACTOR, GIVEN_AS_LIKELY = range(5)


def share_text(share):
    plain = shortest_text(share)
    if not 0.0 < share <= 1.0:
        return plain
    number = shortest_text(float(Decimal(plain).scaleb(2)))
    if len(number) > 5 or float(Decimal(number).scaleb(-2)) != share:
        return plain
    return number + " %"


def ends_text(low, high, kind):
    """Where an end takes many digits its neighbours may be meant, which a unit that was multiplied instead of divided has
    missed by a bit."""
    def plain(text):
        return "(" not in text and shown_digits(text.split(" ")[0]) <= 6

    texts = []
    for end in (low, high):
        text = exact_text(end, kind)
        if isinstance(kind, tuple) and not plain(text):
            for steps in (-1, 1):
                near = exact_text(neighbour(end, steps), kind)
                text = near if plain(near) else text
        texts.append(text)
    return ", ".join(texts)


def component_text(part, kind):
    shape, kinds = SHAPES[part["shape"].integer()]
    lo, hi = part["lo"].number(), part["hi"].number()

    def value(x):
        return exact_text(x, kind)

    def parameter(i):
        return part["parameter"].at(i).number()

    def whole():
        given = part["given"].integer()
        if shape == "exactly":
            return value(parameter(0))
        if shape == "empirical":
            size = counted_up_to(1 << 40, part["data_size"].integer())
            data = part["data"]
            if data.integer():
                observations = doubles(data, min(size, OBSERVATIONS_SHOWN))
            else:
                size = counted_up_to(8, size)
                observations = [lo if i == 0 else hi if i + 1 == size else parameter(i - 1) for i in range(size)]
            rest = [] if size == len(observations) else ["... ({} observations)".format(size)]
            return "empirical(" + ", ".join([value(x) for x in observations] + rest) + ")"
        if shape == "metalog":
            return metalog()
        if shape == "bernoulli":
            return "bernoulli(" + share_text(parameter(0)) + ("" if kind in (NUMBER, SHARE) else ", " + value(1.0)) + ")"
        if given == GIVEN_AS_FACTOR:
            return "around({}, {})".format(value(parameter(0)), shortest_text(parameter(2)))
        if given == GIVEN_AS_LIKELY:
            return "likely({}, {}, {}, {})".format(share_text(parameter(5)), value(parameter(3)), value(parameter(1)),
                                                   value(parameter(4)))
        if given != GIVEN_AS_PARAMETERS:
            ends = ends_text(parameter(2), parameter(3), kind)
            if given == GIVEN_AS_CI90:
                return "ci90({})".format(ends)
            return "{}_ci({}, {})".format("normal" if shape == "normal" else "lognormal", share_text(parameter(4)), ends)
        texts = {"n": shortest_text, "v": value, "s": lambda x: exact_text(x, kind_of_differences(kind))}
        return shape + "(" + ", ".join(texts[k](parameter(i)) for i, k in enumerate(kinds)) + ")"

    def metalog():
        count, terms = part["quantile_count"].integer(), part["term_count"].integer()
        text = ", ".join(share_text(parameter(2 + 2 * i)) + ": " + value(parameter(3 + 2 * i)) for i in range(count))
        has_lo, has_hi = math.isfinite(parameter(0)), math.isfinite(parameter(1))
        for end, words in ((0, ", between " if has_hi else ", above "), (1, " and " if has_lo else ", below ")):
            if (has_lo, has_hi)[end]:
                text += words + ("0" if parameter(end) == 0.0 and kind != DATE else value(parameter(end)))
        return "from_quantiles(" + text + ("" if terms == count else ", terms " + str(terms)) + ")"

    if part["is_truncated"].integer():
        return "truncated({}, {}, {})".format(whole(), value(lo), value(hi))
    return whole()


def belief_text(parts, kind):
    """Of a component_list."""
    given = parts["text_"]["block_"]
    if given.integer():
        return given["items"].bytes(counted_up_to(1 << 16, given["size"].integer())).decode("utf-8", "replace")
    count = counted_up_to(1 << 16, parts["count_"].integer())
    if count == 0:
        raise ValueError("no parts")
    many = parts["many_"]["block_"]
    first = many["items"] if many.integer() else parts["in_place_"]
    if count == 1:
        return component_text(first.at(0)["part"], kind)
    weights = [first.at(i)["weight"].number() for i in range(count)]
    in_percent = all(share_text(w).endswith("%") and w < 1.0 for w in weights) and abs(sum(weights) - 1.0) <= 1e-6
    weight_text = share_text if in_percent else shortest_text
    return SHAPES[parts["shape_"].integer()][0] + "(" + ", ".join(
        weight_text(w) + ": " + component_text(first.at(i)["part"], kind) for i, w in enumerate(weights)) + ")"


# ---- Outcomes, as outcome/outcome_text.hpp writes them ---------------------------------------------------------------------------

FEW, DISTINCT, BINNED = range(3)


def interpolated(sorted_values, p):
    """Linear interpolation between order statistics (Hyndman and Fan 1996, type 7)."""
    place = p * (len(sorted_values) - 1)
    rank = int(place)
    low = sorted_values[rank]
    high = sorted_values[min(rank + 1, len(sorted_values) - 1)]
    if place == rank or low == high:
        return low
    return low + (place - rank) * (high - low)


def exact_sum(node):
    digits = member(node["digits_"], "_M_elems", "__elems_")
    whole = 0
    for i in range(68):
        whole += digits.at(i).integer() << 32 * i
    return whole / (1 << 1074)


def held_draws(column, never):
    """All draws of an output, or None where only the counts of bins are left."""
    if column["keep_"].integer():
        values = []
        range_size = 32  # first draw, size and a shared pointer
        first, count = elements_of_vector(column["kept_"], range_size)
        for i in range(count):
            part = first.at(i)
            values += doubles(pointer_in(part["values"]), part["size"].integer())
        return values
    sketch = column["sketch_"]
    running = pointer_in(sketch["running_"])
    holder = running if running.integer() else sketch["contents_"]
    how = member(holder, "how_", "how").integer()
    if how == FEW:
        return doubles(*elements_of_vector(member(holder, "few_", "few"), 8)) + [math.inf] * never
    if how == DISTINCT and not running.integer():
        values = []
        first, count = elements_of_vector(holder["values"], 24)
        for i in range(count):
            values += [first.at(i)["value"].number()] * (first.at(i)["count_"].integer() >> 1)
        return values + [math.inf] * never
    return None


def outcome_text(record, kind):
    """Of a draw_record."""
    total, column = record["total_"], record["column_"]
    happened, never = total["count"].integer(), total["never"].integer()
    draws = happened + never
    if draws == 0:
        return "no draws"
    text = "{} draw{}: ".format(draws, "" if draws == 1 else "s")
    values = held_draws(column, never) if draws <= MOST_SORTED else None
    if values is None:
        if happened == 0:
            return text + to_text(math.inf, kind)
        mean = column["pivot_"].number() + exact_sum(total["sum"]) / happened
        ends = [total["least"].number(), total["greatest"].number()]
        text += "mean {}, from {} to {}".format(*(to_text(x, kind) for x in [mean] + ends))
    else:
        values.sort()
        low, median, high = (interpolated(values, p) for p in (0.05, 0.5, 0.95))
        text += to_text(median, kind)
        if low < high:
            text += ", 90 % between " + to_text(low, kind) + " and " + to_text(high, kind)
    if never:
        text += "; never in " + to_text(100.0 * never / draws, NUMBER, 2) + " % of draws"
    return text


# ---- What there is ---------------------------------------------------------------------------------------------------------------

LANES_SHOWN = 3


def numbers_text(number, kind):
    """A number of any number type, as a value of this kind."""
    word, _ = template(number.type())
    if word == "dual":
        size = int(template(number.type())[1][0].rstrip("uUlL"))
        return "{} (and {} derivative{})".format(to_text(number["value"].number(), kind), size, "" if size == 1 else "s")
    if word == "basic_batch":
        lanes = [to_text(number["lane"].at(i).number(), kind) for i in range(LANES_SHOWN)]
        return "{}, ... (a block of 64 draws)".format(", ".join(lanes))
    return to_text(number.number(), kind)


def value_text(node):
    kind = kind_of_type(node.type())
    if kind == DATE:
        return numbers_text(node["seconds_"], kind)
    return numbers_text(node["per_second_"] if kind == GROWTH else node["base_"], kind)


def plain_number_text(node):
    return numbers_text(node, NUMBER)


def belief_node_text(node):
    return belief_text(node["parts_"], kind_of_type(template(node.type())[1][0]))


def any_belief_text(node):
    return belief_text(node["parts_"], kind_of(node["kind_"]))


def assumption_text(node):
    if template(node.type())[0] != "assumption_record":
        node = node.base("assumption_record")  # the type's own `name` is a constant, which may be nowhere in memory
    name = text_of_view(node["name"])
    motion = node["motion"]["kind"].integer()
    if motion:
        process = ("", "random walk", "mean reversion", "yearly values")[motion]
        start = date_text(node["motion"]["start"].number())
        return "{} = a path ({} from {} on)".format(name, process, start)
    return name + " = " + belief_text(node["parts_"], kind_of(node["notation_"]["values"]["kind"]))


def outcome_node_text(node):
    return outcome_text(node["record_"], kind_of_type(template(node.type())[1][0]))


# The names of the types, without headway::, and what tells their values. A type with arguments has any.
TYPES = (
    ("quantity", True, value_text), ("basic_date", True, value_text), ("basic_growth", True, value_text),
    ("basic_batch", True, plain_number_text), ("dual", True, plain_number_text),
    ("belief", True, belief_node_text), ("any_belief", False, any_belief_text),
    ("assumption_record", False, assumption_text), ("named_assumption", True, assumption_text),
    ("named_path", True, assumption_text),
    ("outcome", True, outcome_node_text))


def shown(tell, node):
    """What a debugger shows, whatever is in the memory: before a variable has its value that may be anything."""
    try:
        return tell(node)
    except (KeyError, IndexError, ValueError, OverflowError, UnicodeError, MemoryError, struct.error) as error:
        return "<not a value of headway: {}>".format(error)
