"""What the values of the two sets mean, and whether a TIMEX3 value means the same.

The sets write values in ways of their own: Recognizers-Text in a dialect of TIMEX with triples
"(first,last,length)", Duckling as points and intervals with a grain. Both sides become spans of
time, first moment included and last excluded. What TIMEX3 leaves to other attributes, or an
expression leaves open, is not compared:
- "early", "mid", "end of" are `mod` in TIMEX3: the value is that of the whole unit;
- "two weeks ago" has the grain of the unit that it names: the week that holds the day;
- "last two days" is a length with a begin and an end: the length is compared;
- "a few" is an unknown amount, X;
- a bare "Monday", "March", "3 p.m." says no direction, and Duckling reads all of them forward:
  weekday, day and month, hour are compared, not the week or the year.
"""
import re
from datetime import datetime, timedelta

# Words that both scripts read, by place: "february" is the second month, "two" the second number.
MONTHS = "january february march april may june july august september october november december".split()
SHORT_MONTHS = "jan feb mar apr may jun jul aug sep sept oct nov dec".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
SHORT_WEEKDAYS = "mon tue tues wed thu thur thurs fri sat sun".split()
UNITS = "second minute hour day week weekend fortnight month quarter year decade century".split()
# One to twenty, tens, and what multiplies.
NUMBERS = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty""".split()
TENS = "thirty forty fifty sixty seventy eighty ninety".split()
SCALES = "hundred thousand".split()
VALUES = {word: str(n) for n, word in enumerate(NUMBERS, 1)} | {word: str(n) for n, word in zip(range(30, 100, 10), TENS)}

PARTS = {"MO": (0, 12), "MI": (12, 13), "AF": (12, 19), "EV": (18, 24), "NI": (18, 24)}
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
NAMES = rf"\b({'|'.join(SHORT_MONTHS + SHORT_WEEKDAYS)})"
UNIT = rf"({'|'.join(UNITS)})"
PART = r"\b(morning|afternoon|evening|night|overnight|tonight|dawn|dusk)\b"
MOD = r"\b(early|earlier|late|later|mid|beginning|start|middle|end)\b"
VAGUE = r"\b(few|several|some|couple|many)\b"
DIRECTED = r"\b(this|last|next|past|coming|upcoming|current|ago|today|tomorrow|yesterday|tonight|\d{4}|'\d\d)\b"
RECKONED = rf"\bago\b|from now\b|later$|(^|\b)(with)?in (a|an|one|two|three|\w+) .*{UNIT}"
GRAINS = {"Second": "S", "Minute": "M", "Hour": "H", "Day": "D", "Week": "W", "Month": "M", "Quarter": "Q", "Year": "Y"}


def months(day, by):
    whole = day.year * 12 + day.month - 1 + by
    return day.replace(year=whole // 12, month=whole % 12 + 1, day=1)


def span(value):
    """First and last moment (excluded) of a TIMEX3 date or time with a year; None for others."""
    try:
        return read(value)
    except (ValueError, OverflowError):
        return None


def read(value):
    if "/" in value:
        first, last = (span(x) for x in value.split("/", 1))
        return (first[0], last[1]) if first and last else None
    date, _, clock = value.partition("T")
    if m := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", date):
        first = datetime(*map(int, m.groups()))
        last = first + timedelta(days=1)
    elif m := re.fullmatch(r"(\d{4})-(\d\d)", date):
        first = datetime(int(m[1]), int(m[2]), 1)
        last = months(first, 1)
    elif m := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", date):
        first = datetime.fromisocalendar(int(m[1]), int(m[2]), 6 if m[3] else 1)
        last = first + timedelta(days=2 if m[3] else 7)
    elif m := re.fullmatch(r"(\d{4})-([QH])(\d)", date):
        size = 3 if m[2] == "Q" else 6
        first = datetime(int(m[1]), 1 + size * (int(m[3]) - 1), 1)
        last = months(first, size)
    elif m := re.fullmatch(r"(\d{2,4})X{0,2}", date):
        size = 10 ** (4 - len(m[1]))
        year = int(m[1]) * size
        first, last = datetime(max(year, 1), 1, 1), datetime(year + size, 1, 1)
    else:
        return None
    if clock in PARTS:
        low, high = PARTS[clock]
        return first + timedelta(hours=low), first + timedelta(hours=high)
    if clock:
        h, _, m = clock.partition(":")
        first += timedelta(hours=int(h), minutes=int(m[:2] or 0))
        return first, first + timedelta(minutes=1)
    return first, last


def clock(value):
    """The part of a value behind the day, whole minutes."""
    _, mark, rest = value.partition("T")
    if not mark or value.startswith("P"):
        return None
    if m := re.fullmatch(r"(\d\d?)(?::(\d\d))?(?::\d\d)?", rest):
        return f"{int(m[1]):02}:{m[2] or '00'}"
    return rest


def unit_of(value):
    """The unit of a date value: "2018-W29" is a week."""
    forms = {r"\d{4}-\d\d-\d\d": "day", r"\d{4}-\d\d": "month", r"\d{4}-W\d\d": "week", r"\d{4}": "year",
             r"\d{4}-Q\d": "quarter", r"\d{3}X?": "decade", r"\d\d(XX)?": "century"}
    return next((unit for form, unit in forms.items() if re.fullmatch(form, value)), None)


class Meaning:
    """What the gold says of one expression."""

    def __init__(self, text, reference):
        self.low = text.lower().replace("’", "'")
        self.reference = reference
        self.spans, self.texts, self.shown = [], set(), ""
        # A gold with open fields, and the ends of a triple.
        self.pattern, self.range = "", None
        # "two upcoming weeks", "the past week", "all week" are lengths in TIMEX3.
        steps = rf"(?:next|last|past|coming|upcoming)"
        if m := re.fullmatch(rf"(?:the )?(?:{steps} (\w+)|(\w+) {steps}) {UNIT}s", self.low):
            size = m[1] or m[2]
            size = VALUES.get(size, size)
            times, unit = {"quarter": (3, "M"), "decade": (10, "Y")}.get(m[3], (1, m[3][0].upper()))
            if size.isdigit() and unit in "DWMY" and m[3] not in ("second", "minute", "hour"):
                self.texts.add(f"P{int(size) * times}{unit}")
        if m := re.search(rf"\b(past|all) {UNIT}$", self.low):
            self.texts.add(f"P1{m[2][0].upper()}")
        self.facts = {"clock": False, "anchored": True, "set": False}
        # "half past three", "the last Friday in May" look in no direction.
        plain = re.sub(r"(half|quarter|minutes|\d) past|last (?=\w+ (of|in)\b)", " ", self.low)
        self.undirected = not re.search(DIRECTED, plain) and not re.search(RECKONED, plain)
        self.bound = False

    def __str__(self):
        return f"{self.low} = {self.shown}"

    def accepts(self, value, kind):
        if not value:
            return False
        # A quarter is a length of three months, a decade one of ten years.
        for unit, size, other in (("Q", 3, "M"), ("DE", 10, "Y"), ("CE", 100, "Y")):
            if m := re.fullmatch(rf"P(\d+){unit}", value):
                value = f"P{size * int(m[1])}{other}"
        if value.startswith("XXXX-XX-XXT"):
            value = value.removeprefix("XXXX-XX-XX")
        if value in self.texts or re.sub(r"(?<=T)(\d\d)$", r"\1:00", value) in self.texts:
            return True
        return self.as_pattern(value) or self.as_range(value) or any(self.same(value, *s) for s in self.spans)

    def as_pattern(self, value):
        """A value that fills what a gold like "XXXX-05-09" or "XXXX-WXX-5" leaves open, near the reference."""
        if "X" not in self.pattern or clock(value) != clock(self.pattern):
            return False
        date, open_date = value.partition("T")[0], self.pattern.partition("T")[0]
        mine = span(date)
        if m := re.fullmatch(r"XXXX-WXX-(\d)", open_date):
            near = mine is not None and abs((mine[0] - self.reference).days) <= 7
            return near and mine[0].isoweekday() == int(m[1]) and unit_of(date) == "day"
        form = re.escape(open_date).replace("X", "[0-9X]")
        return re.fullmatch(form, date) is not None and (not mine or abs((mine[0] - self.reference).days) <= 400)

    def as_range(self, value):
        """From one unit to another: the triple holds the first moments of both."""
        first, mark, last = value.partition("/")
        if not mark or not self.range:
            return False
        pairs = zip((first, last), self.range)
        return all(self.begins(mine, told) for mine, told in pairs)

    def begins(self, mine, told):
        mine = span(mine if not mine.startswith("XXXX") else f"{self.reference.year}{mine[4:]}")
        if not mine:
            return False
        if told.startswith("XXXX"):
            return f"{mine[0]:%m-%d}" == told[5:10]
        told = span(told)
        return told is not None and mine[0] == told[0]

    def same(self, value, first, last):
        # The year that a value leaves open is the gold's.
        if value.startswith("XXXX-") and self.undirected:
            value = f"{first.year:04}{value[4:]}"
        timed = clock(value)
        if timed and value.startswith("T"):
            value = f"{first:%Y-%m-%d}{value}" if self.undirected else value
        if m := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
            months_off = abs((first.year * 12 + first.month) - (int(m[1]) * 12 + SEASONS[m[2]]))
            return months_off % 12 == 0 and (months_off == 0 or self.undirected and months_off == 12)
        mine = span(value)
        if not mine:
            return False
        if timed and timed not in PARTS:
            # Grains of hours and minutes: the first moment counts.
            return mine[0] == first or self.undirected and self.shifted(mine[0], first)
        if mine == (first, last) or self.bound and mine[1] == last:
            return True
        if self.undirected and self.shifted(mine[0], first) and mine[1] - mine[0] == last - first:
            return True
        if "weekend" in self.low and value.endswith("-WE"):
            starts = [mine[0] - timedelta(days=7 * n) for n in ((0, 51, 52, 53, -51, -52, -53) if self.undirected else (0,))]
            # The same weekend of the month in another year lies within days of this one's.
            return any(timedelta(0) <= start - first <= timedelta(hours=6) for start in starts)
        if re.search(MOD, self.low):
            # Of an open year the gold's neighbours are as good.
            years = (0, -1, 1) if self.undirected else (0,)
            shifted = [tuple(m.replace(year=m.year + y, day=min(m.day, 28)) for m in mine) if y else mine for y in years]
            if any(low <= first and last <= high and (low == first or high == last or "mid" in self.low) for low, high in shifted):
                return True
        if re.search(RECKONED, self.low) and mine[0] <= first < mine[1]:
            named = re.search(UNIT, self.low.replace("fortnight", "week"))
            return named is not None and unit_of(value) in (named[1], "day")
        return False

    def shifted(self, mine, gold):
        """Whether two moments differ by what an expression without direction leaves open."""
        if mine.time() != gold.time():
            return False
        if mine.weekday() == gold.weekday() and abs((mine - gold).days) == 7 and re.search(NAMES, self.low):
            return True
        near = abs(mine.year - gold.year) == 1
        if near and (mine.month, mine.day) == (gold.month, gold.day):
            return True
        # Holidays of the n-th weekday.
        turn = (mine.replace(day=min(mine.day, 28), year=gold.year) - gold.replace(day=min(gold.day, 28))).days
        return near and mine.weekday() == gold.weekday() and abs(turn) <= 7


def gold(row, x, text):
    """The meaning of one gold expression of either set."""
    day = (row.get("reference") or "2000-01-01")[:10]
    meaning = Meaning(text, datetime.fromisoformat(day))
    (duckling if "hs_value" in row else recognizers)(meaning, row if "hs_value" in row else x)
    return meaning


def duckling(meaning, row):
    shown = meaning.shown = row["hs_value"]
    points = [datetime(*(max(int(n), 1) if k < 3 else int(n) for k, n in enumerate(p.split(","))))
              for p in re.findall(r"\((\d+, *\d+, *\d+, *\d+, *\d+, *\d+)\)", shown) if int(p.split(",")[0]) < 3000]
    grain = (re.search(r"\)+ (\w+)", shown) or [None, "Day"])[1]
    low = meaning.low
    if not points:
        return
    first = points[0]
    interval = "Interval" in shown.split()[0] and len(points) > 1
    steps = {"Second": 1, "Minute": 60, "Hour": 3600, "Day": 86400, "Week": 604800}
    ends = {"Month": months(first, 1), "Quarter": months(first, 3), "Year": months(first, 12)}
    last = points[1] if interval else ends.get(grain) or first + timedelta(seconds=steps.get(grain, 86400))
    if low.startswith("by ") and interval:
        # From now to a bound: the expression names the bound.
        meaning.bound = True
        meaning.spans.append((last, last + timedelta(minutes=1)))
    meaning.spans.append((first, last))
    part = re.search(PART + r"|weekend|season", low) and interval
    reckoned = re.search(RECKONED, low) and re.search(r"day|week|fortnight|month|year|decade", low)
    bound = interval and grain == "Second"
    meaning.facts["clock"] = grain in ("Hour", "Minute", "Second") and not part and not reckoned and not bound
    if low in ("now", "right now", "currently"):
        meaning.texts.add("PRESENT_REF")
        meaning.facts["clock"] = False
    if interval and re.search(rf"\b(last|next|past|coming|upcoming)\b.*{UNIT}s", low):
        size = round((last - first).days / {"Day": 1, "Week": 7, "Month": 30.4, "Quarter": 91, "Year": 365.2}.get(grain, 1))
        count = "X" if re.search(VAGUE, low) else size
        meaning.texts.add(f"P{count}{GRAINS[grain]}")


def recognizers(meaning, x):
    kind, written, low = x.get("type"), x.get("timex") or "", meaning.low
    meaning.shown = written
    meaning.facts = {"clock": re.search(r"T\d", written) is not None and not written.startswith("P"),
                     "anchored": kind not in ("duration", "set"), "set": kind == "set"}
    if "end of" in low:
        written = written.removesuffix("T23:59:59")
        meaning.facts["clock"] = False
    if re.search(VAGUE, low):
        written = re.sub(r"P\d+", "PX", re.sub(r"PT\d+", "PTX", written))
    for value in x.get("values") or []:
        ends = [span(value.get(k, "")[:10]) for k in ("start", "end")]
        if all(ends):
            meaning.spans.append((ends[0][0], ends[1][0]))
    if "#" in written and "start" in (x.get("values") or [{}])[0]:
        # The n-th weekday of a month, which TIMEX3 writes as its day.
        written = x["values"][0]["start"][:10] + "".join(written.partition("T")[1:])
    triple = re.fullmatch(r"\(([^,]*),([^,]*),([^,]*)\)", written)
    if triple:
        meaning.texts.add(triple[3])
        meaning.range = triple[1], triple[2]
    else:
        meaning.texts.add(re.sub(r"T(\d\d)$", r"T\1:00", written))
        meaning.pattern = written
        if one := span(written):
            meaning.spans.append(one)
