#!/usr/bin/env python3
"""Value accuracy of time expressions on the part of a set that is written as news writes.

usage: timex_news.py SCORE_DIR GOLD.jsonl PREDICTION.jsonl [errors [FROM TO]]
With "errors" the wrong and the missing values come first, of rows FROM to TO (not included), or of
every second row, so that rules written after reading them can be tried on the others.

The sets come from tools that take appointments, so most of their rows are no news prose. An
expression of the gold standard is news-like where every word of it stands in WORDS (or is a
holiday of HOLIDAYS) and no rule of EXCLUDED holds; expressions and rules are read from the gold
alone. Values are then brought to one notation (timex_values.py) and scored by the scorer of the
sets. Printed as JSON: its figures, the size of the subset, and what was left out by class.
"""
import collections, json, re, sys
import timex_values
from timex_values import MONTHS, NUMBERS, SCALES, SHORT_MONTHS, SHORT_WEEKDAYS, TENS, UNITS, WEEKDAYS

SHORT = SHORT_MONTHS + SHORT_WEEKDAYS
COUNTS = NUMBERS + TENS + SCALES
ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth"""
OTHER = """spring summer autumn fall winter
    morning afternoon evening night overnight tonight noon midday midnight dawn dusk am pm a.m p.m o'clock
    today yesterday tomorrow now currently recently lately
    this last next past coming upcoming current previous following same that right ago earlier later early late mid beginning start end middle
    daily weekly monthly quarterly yearly annual annually every each other all
    a an the of in on at by from to until till through between and or since before after during for within
    about around nearly almost over more less than at least several few couple some many half whole
    old long full straight consecutive centuries q s"""
WORDS = {*MONTHS, *SHORT, *WEEKDAYS, *UNITS, *COUNTS, *ORDINALS.split(), *OTHER.split()}
WORDS |= {unit + "s" for unit in UNITS + WEEKDAYS}
# Holidays that news names, of a fixed rule in the Gregorian calendar.
HOLIDAYS = re.compile(r"""(?x)\b(new\ year'?s?(\ day|\ eve)|christmas(\ day|\ eve)?|boxing\ day|thanksgiving(\ day)?
    |black\ friday|cyber\ monday|halloween|valentine'?s?\ day|(st\.?|saint)\ patrick'?s?\ day|independence\ day
    |labou?r\ day|memorial\ day|veterans?'?\ day|columbus\ day|martin\ luther\ king('?s)?(,?\ jr\.?)?\ day|presidents?'?\ day
    |mother'?s\ day|father'?s\ day|good\ friday|easter(\ sunday|\ monday)?|palm\ sunday|ash\ wednesday|pentecost
    |may\ day|earth\ day|april\ fools'?\ day|bastille\ day|armistice\ day)\b""", re.I)

DAYNAME = f"(?:{'|'.join(WEEKDAYS)}|mon|tues?|wed|thurs?|thur|fri|sat|sun)"
MONTH = f"(?:{'|'.join(MONTHS + SHORT_MONTHS)})"
UNIT = f"(?:{'|'.join(UNITS)}|centurie)s?"
COUNT = rf"(?:\d+|{'|'.join(COUNTS)})"
CLOCK = r"(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.m\.?|[ap]m\b|o'clock)|\d{1,2}:\d\d|\bnoon\b|\bmidday\b|\bmidnight\b)"

TO = r"(?:-|–|to|and|until|till)"


def has(pattern):
    compiled = re.compile(pattern)
    return lambda row: compiled.search(row["low"]) is not None


def day_month(row):
    """A day and a month in digits without a year ("2/15")."""
    rest = re.sub(CLOCK, " ", row["low"])
    pair = re.search(r"(?<![\d/.-])\d{1,2} ?[/.-] ?\d{1,2}(?![\d/.-])", rest)
    return pair and not re.search(rf"(?<![a-z])({MONTH}|{UNIT})\b", rest)


def order(row):
    """A date in digits whose first two numbers could both be the month."""
    found = re.findall(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d\d)(?!\d)", row["low"])
    return any(a != b and int(a) <= 12 and int(b) <= 12 for a, b in found)


def hour(row):
    """An hour that nothing marks as one ("at 5", "ten thirty")."""
    return row["clock"] and not re.search(CLOCK, row["low"])


def day_number(row):
    """A day of the month whose month is not named ("the 24th")."""
    rest = re.sub(CLOCK, " ", row["low"])
    ordinal = re.search(rf"\b\d{{1,2}}(st|nd|rd|th)\b(?!\s+(century|quarter|week|{DAYNAME}|day|month|year))", rest)
    plain = re.search(rf"(^|the |{DAYNAME},? )\d{{1,2}}$|^on the ({'|'.join(ORDINALS.split())})$", rest)
    return (ordinal or plain) and not re.search(rf"\b{MONTH}|month", rest)


def summed(row):
    """Two weeks from tomorrow, the first Monday after Easter, three Mondays back, June in two years."""
    rest = re.sub(r"\bday (before|after) (yesterday|tomorrow)\b", " ", row["low"])
    point = rf"\b({UNIT}|{DAYNAME}) (before|after|since|from) (?!now|\d|{CLOCK})"
    steps = rf"\b{COUNT} {DAYNAME}s\b|after next|({'|'.join(ORDINALS.split()[1:5])}|\d(nd|rd|th)) last"
    named = rf"\b({MONTH}|eve|christmas|easter|thanksgiving|halloween)\b.* (in \w+ {UNIT}|ago)$"
    return re.search(f"{point}|{steps}|{named}", rest)


def lower(row):
    """Names that are other words too, without the capital that prose gives them."""
    return re.search(rf"\b(may|march|{'|'.join(SHORT)})\b", row["text"]) is not None


def vocabulary(row):
    rest = HOLIDAYS.sub(" ", row["low"]).replace("o'clock", " ")
    words = re.findall(r"[^\W\d_][^\W\d_.]*(?:\.m)?", re.sub(r"(?<=\d)(st|nd|rd|th|s|am|pm)\b", " ", rest))
    return any(w.removesuffix("'s") not in WORDS for w in words)


# What news-like leaves out: class, why, rule. The first that holds is counted.
EXCLUDED = [
    ("words", "a word outside of WORDS: slang, abbreviations, names, other calendars", vocabulary),
    ("signs", "notation of queries and chat", has(r"[^\w\s.,:'’/–-]|\d[ap]\b(?!\.?m)")),
    ("lower case", "may, march and short names without a capital", lower),
    ("hour alone", "an hour that nothing marks as one", hour),
    ("hours", "from one time of day to another, as in appointments", has(rf"{CLOCK}.*{CLOCK}|\b\d{{1,2}} ?{TO} ?{CLOCK}|{CLOCK} ?{TO} ?\d{{1,2}}\b(?!/)|in the \w+ {TO} {CLOCK}")),
    ("seconds", "time stamps", has(r"\d:\d\d:\d\d")),
    ("day and month in digits", "without a year", day_month),
    ("order", "day and month in digits could be either", order),
    ("day number", "a day of the month whose month is not named", day_number),
    ("story", "told from a time in the story, not from publication", has(rf"\b(same|that|previous|following|the day (before|after)$)|^(the )?{UNIT}$|^(the )?{UNIT} (before|after|of)$")),
    ("moment", "reckoned from the moment, in units below a day", lambda r: r["anchored"] and has(r"\b(seconds|minutes?|hours?)\b")(r)),
    ("sum", "reckoned from a day that is itself reckoned or named", summed),
    ("no English", "a number above one with a unit in the singular", has(rf"(upcoming ({COUNT})|\b(?!(1|one)\b){COUNT} upcoming) {UNIT}$(?<!s)")),
    ("length from a time", "as in appointments", has(rf"\bfor \w+ {UNIT}.*\bfrom\b|\w+ for [\w.]+ {UNIT}$")),
    ("alarm", "a repeated time with a time of day", lambda r: r["set"] and re.search(CLOCK, r["low"]) is not None),
]


def why_not(row):
    """The class that leaves an expression out, or None where it is news-like."""
    return next((name for name, _, rule in EXCLUDED if rule(row)), None)


def main(score, gold, prediction, *rest):
    sys.path.insert(0, score)
    import timex
    golds, found = timex.load(gold), timex.load(prediction)
    left, kept, errors = collections.Counter(), {}, []
    system = {}
    for key, row in golds.items():
        spans, outside = [], []
        for x in row["timexes"]:
            if x.get("start") is None:
                continue
            text = row["text"][x["start"]:x["end"]]
            meaning = timex_values.gold(row, x, text)
            facts = {"text": text, "low": text.lower().replace("’", "'"), **meaning.facts}
            reason = why_not(facts)
            if reason:
                left[reason] += 1
                outside.append(x)
            else:
                spans.append((x, meaning))
        overlap = lambda a, b: min(a["end"], b["end"]) > max(a["start"], b["start"])
        answers = [s for s in found.get(key, {}).get("timexes", []) if not any(overlap(s, o) for o in outside)]
        # The scorer compares strings: a value that means the gold's is written as the gold's.
        marked = []
        for s in answers:
            mates = [m for x, m in spans if overlap(s, x)]
            right = any(m.accepts(s.get("value"), s.get("type")) for m in mates)
            marked.append({**s, "value": "right" if right else "wrong"})
            if not right and mates:
                errors.append((row, key, s, mates))
        for x, m in spans:
            if not any(overlap(s, x) for s in answers):
                errors.append((row, key, None, [m]))
        kept[key] = {"id": key, "timexes": [{**x, "value": "right"} for x, _ in spans]}
        system[key] = {"id": key, "timexes": marked}
    result = timex.score(kept, system)
    result["subset"] = {"name": "news-like", "expressions": result["gold"], "left_out": dict(left.most_common())}
    if rest and rest[0] == "errors":
        keys = list(golds)
        shown = set(keys[int(rest[1]):int(rest[2])] if len(rest) > 2 else keys[::2])
        for row, key, s, mates in errors:
            if key in shown:
                said = f"{row['text'][s['start']:s['end']]} = {s.get('value')}" if s else "-"
                print(f"{key} [{str(row['reference'])[:10]}] {row['text'][:90]} | {said} | {' ; '.join(str(m) for m in mates)}")
    print(json.dumps(result))


if __name__ == "__main__":
    main(*sys.argv[1:])
