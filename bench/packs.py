#!/usr/bin/env python3
"""packs.py - public test sets of dates, numbers and claims against evidence.

    PACKS=DIR bench/packs.py dates|numbers|claims [-v] [set [lang]]

DIR holds the unpacked sets (dates/duckling/…, numbers/…, claims/muc34/…);
they are texts of others and no part of samestory. Prints "set measure value
n"; -v prints the misses as well.

How their values are mapped to EDTF stands in the functions edtf_*; a value
is compared as its first and last day, so that 2013-W07, "week of 11 February"
and 2013-02-11/2013-02-17 are one. Precision counts: 2013-02 is not
2013-02-01.

    duckling   datetime D Day|Week|Month|Quarter|Year: that span of days;
               datetimeInterval a b: b is left out; open intervals: the end
               that is told. Finer grains are clock times and are no part of
               the score. Holidays are scored as a set of their own.
    TIMEX      a result's values are alternatives (past and future reading):
               any will do. date: its day; daterange: start to end, end left
               out; seasons SP SU FA WI are 21 22 23 24. A result of another
               type (time, duration, set) takes its case out, as does a case without
               a reference day, and a result that says itself that its reference
               is not told ("the same week", Mod ref_undef). Of a range between
               two dates TIMEX has the beginning of the second as its end: the
               end of it is right too. Of n weeks, months or years up to the
               reference day, or from it on, TIMEX counts days, duckling and we
               whole units: those are right too. TIMEX's weeks of a month have
               their Thursday in it, duckling's and ours begin in it: both are
               right. A unit alone ("of the year") is no date and takes its case
               out; TIMEX reads the present one. Where a beginning, middle or
               end is told (Mod) the cut is custom: right is what begins or ends
               with it or shares half of its days, and does not leave the month,
               year or week. "Within two years" is told by its end. A result
               without a value ("Feb 30") is no date: no mark may stand there.
    dateparser the day, from arguments or from the English translation beside
               it; lengths are counted from the tests' 2014-09-01 10:30, clock
               times are dropped. Where the test tells a period longer than a
               day, the whole period is right too, as is the month or year where
               a text tells no day, and in running text a range that begins or
               ends with the day. The language of a case that
               tells none is that of its block of the test (BLOCKS). A length
               that tells no direction ("1 year 2 months") is none but by that
               library's custom and is taken out, as are signs (+2 years, now - 1
               hour), lengths with fractions, years before 1000 and texts that
               are program code.
    muc34      of dates those that the template asks for; of places country and
               last part, where the text has them as words of their own
               ("COLOMBIAN" names no Colombia).
A span is right where mark and gold share half of their letters ("on" and
"the" belong to one and not to the other); "strict" counts equal ones.
"""
import ast
import collections
import datetime as dt
import json
import math
import os
import re
import subprocess
import sys
import unicodedata

PACKS = os.environ.get("PACKS", "../packs")
BIN = os.environ.get("SAMESTORY", "build/samestory")
os.environ.setdefault("SAMESTORY_DATA", "build/samestory.lex")
VERBOSE = "-v" in sys.argv
ARGS = [a for a in sys.argv[1:] if a != "-v"]


def rows(path):
    with open(os.path.join(PACKS, path), encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def wanted(name):
    return len(ARGS) < 2 or ARGS[1] == name


def evidence(cases, kinds):
    """Adds `marks` to each case (dicts with text, lang, ref)."""
    groups = collections.defaultdict(list)
    for c in cases:
        groups[c.get("lang"), c.get("ref")].append(c)
    for (lang, ref), group in groups.items():
        cmd = [BIN, "evidence", "--kind", kinds]
        cmd += ["--lang", lang] if lang else []
        cmd += ["--ref", ref] if ref else []
        lines = "".join(re.sub(r"[\n\r]", " ", c["text"]) + "\n" for c in group)
        out = subprocess.run(cmd, input=lines.encode(), capture_output=True).stdout
        out = out.decode().split("\n")[:-1]
        if len(out) != len(group):
            sys.exit(f"{len(group)} lines in, {len(out)} out: {cmd}")
        for c, line in zip(group, out):
            c["marks"] = json.loads(line)
    return cases


class Score:
    def __init__(self, name):
        self.name, self.right, self.n, self.lang = name, 0, 0, collections.defaultdict(lambda: [0, 0])

    def add(self, right, lang, said):
        if len(ARGS) > 2 and ARGS[2] != lang:
            return
        self.n += 1
        self.right += right
        self.lang[lang][0] += right
        self.lang[lang][1] += 1
        if VERBOSE and not right:
            print("MISS", self.name, lang, said)

    def show(self):
        if self.n:
            print(f"{self.name:34} {self.right / self.n:.3f} {self.n:6}")
            if VERBOSE:
                print("   ", " ".join(f"{k} {a / b:.2f}/{b}" for k, (a, b) in sorted(self.lang.items())))


# ---- dates -------------------------------------------------------------------

SEASON = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


def month_end(y, m):
    return dt.date(y + m // 12, m % 12 + 1, 1) - dt.timedelta(1)


def edtf_days(text):
    """First and last day of an EDTF value, or None; open fields stay open."""
    if not text or text == ["", ""]:
        return None
    text = text.rstrip("~?%")
    if "/" in text:
        a, b = (edtf_days(t) if t and t != ".." else (None, None) for t in text.split("/"))
        return a and b and (a[0], b[1])
    if re.fullmatch(r"\d{3}X", text):
        return dt.date(int(text[:3]) * 10, 1, 1), dt.date(int(text[:3]) * 10 + 9, 12, 31)
    if re.fullmatch(r"\d{2}XX", text):
        return dt.date(int(text[:2]) * 100, 1, 1), dt.date(int(text[:2]) * 100 + 99, 12, 31)
    m = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text)
    if not m:
        return (text, text)
    y, mo, d = int(m[1]), m[2] and int(m[2]), m[3] and int(m[3])
    if y == 0:
        return (text, text)
    try:
        if mo and mo > 20:
            return (y, mo), (y, mo)
        if d:
            return dt.date(y, mo, d), dt.date(y, mo, d)
        if mo:
            return dt.date(y, mo, 1), month_end(y, mo)
        return dt.date(y, 1, 1), dt.date(y, 12, 31)
    except ValueError:
        return None


def grain_days(first, grain):
    if grain == "Day":
        return first, first
    if grain == "Week":
        return first, first + dt.timedelta(6)
    if grain == "Month":
        return first, month_end(first.year, first.month)
    if grain == "Quarter":
        return first, month_end(first.year + (first.month + 2 > 12), (first.month + 1) % 12 + 1)
    return first, dt.date(first.year, 12, 31)


# Duckling's seasons are days; ours are EDTF's codes.
DUCKLING_SEASON = {(3, 20): 21, (6, 21): 22, (9, 23): 23, (12, 21): 24}


def edtf_duckling(expect):
    """(kind, [first, last]) of a Haskell expression; None for clock times."""
    m = re.match(r"\((\w+) (?:(Before|After) )?\(?\((\d+), (\d+), (\d+), (\d+), (\d+), (\d+)\)"
                 r"(?:, \((\d+), (\d+), (\d+), (\d+), (\d+), (\d+)\)\))? (\w+)", expect or "")
    if not m or m[15] not in ("Day", "Week", "Month", "Quarter", "Year"):
        return None
    kind = "holiday" if "Holiday" in m[1] else "open" if m[2] else "date"
    try:
        first = dt.date(int(m[3]), int(m[4]), int(m[5]))
    except ValueError:
        return None
    if m[9]:
        last = dt.date(int(m[9]), int(m[10]), int(m[11])) - dt.timedelta(1)
        code = DUCKLING_SEASON.get((first.month, first.day))
        if code and m[15] == "Day" and 85 < (last - first).days < 98:
            return kind, [(first, last), ((first.year, code),) * 2]
        return kind, [(first, last)]
    return kind, [grain_days(first, m[15])]


def overlap(a0, a1, b0, b1):
    both = min(a1, b1) - max(a0, b0)
    return both > 0 and 2 * both >= max(a1, b1) - min(a0, b0)


def chars(text, mark):
    data = text.encode()
    return len(data[: mark["start"]].decode()), len(data[: mark["end"]].decode())


def mark_days(mark):
    days = edtf_days(mark["date"])
    if days and mark.get("until"):
        until = edtf_days(mark["until"])
        days = until and (days[0], until[1])
    return days


def score_duckling_dates():
    cases = []
    for r in rows("dates/duckling/time_duration.jsonl"):
        if r["dim"] != "Time":
            continue
        gold = edtf_duckling(r["expect"])
        if gold or r["negative"]:
            lang = r["lang"].lower()
            lang += "-" + r["region"] if r["region"] else ""
            cases.append(dict(text=r["text"], lang=lang, gold=gold,
                              ref="2017-02-02" if lang == "vi" else "2013-02-12"))
    score = {k: Score("duckling " + k) for k in ("dates", "strict", "holidays", "negative")}
    for c in evidence(cases, "date"):
        marks = c["marks"]["dates"]
        said = f"{c['text']!r} gold {c['gold'] and ' or '.join(f'{a}/{b}' for a, b in c['gold'][1])} got {[(m['text'], m['date']) for m in marks]}"
        if not c["gold"]:
            score["negative"].add(not marks, c["lang"], said)
            continue
        right = strict = False
        for m in marks:
            a, b = chars(c["text"], m)
            d = mark_days(m)
            if c["gold"][0] == "open":
                ok = d and any(g[0] == d[0] or g[1] == d[1] for g in c["gold"][1])
            else:
                ok = d in c["gold"][1]
            right |= bool(ok) and overlap(a, b, 0, len(c["text"]))
            strict |= bool(ok) and (a, b) == (0, len(c["text"]))
        score["holidays" if c["gold"][0] == "holiday" else "dates"].add(right, c["lang"], said)
        if c["gold"][0] != "holiday" and not VERBOSE:
            score["strict"].add(strict, c["lang"], said)
    for s in score.values():
        s.show()


def edtf_timex(value):
    """First and last day of one value of a result; None where it has none."""
    def day(t):
        return dt.date.fromisoformat(t[:10])
    timex = value.get("timex", "")
    season = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", timex)
    if season:
        return ((int(season[1]), SEASON[season[2]]),) * 2
    try:
        if value.get("type") == "date" and value.get("value"):
            return (day(value["value"]),) * 2
        if value.get("start") and value.get("end"):
            return day(value["start"]), day(value["end"]) - dt.timedelta(1)
        if value.get("start"):
            return day(value["start"]), None
        if value.get("end"):
            return None, day(value["end"])
    except ValueError:
        pass
    if "timex" in value and re.fullmatch(r"XXXX-(SP|SU|FA|WI)|SP|SU|FA|WI", timex):
        return ("season", timex[-2:])
    return None


def unit_first(day, unit):
    """The first day of the week, month or year of a day."""
    return {"W": day - dt.timedelta(day.weekday()), "M": day.replace(day=1), "Y": day.replace(month=1, day=1)}[unit]


def same_units(value, ref, got):
    """TIMEX's n weeks, months, years back from or on from ref, in whole units."""
    m = re.fullmatch(r"\((\S+),(\S+),P(\d+)([WMY])\)", value.get("timex", ""))
    if not m or not isinstance(got[1], dt.date) or not value.get("start") or not value.get("end"):
        return False
    first, end = dt.date.fromisoformat(value["start"][:10]), dt.date.fromisoformat(value["end"][:10])
    one, unit = dt.timedelta(1), m[4]
    if end in (ref, ref + one):
        return got == (unit_first(first, unit), unit_first(ref, unit) - one)
    if got == (end, end) and first == ref:
        return True
    if first in (ref, ref + one):
        after = dt.timedelta(7) if unit == "W" else dt.timedelta(31) if unit == "M" else dt.timedelta(366)
        return got == (unit_first(unit_first(ref, unit) + after, unit), unit_first(unit_first(end - one, unit) + after, unit) - one)
    return False


UNIT_ALONE = re.compile(
    r"((the|el|la|del|de la|het|de|den|das|dem|des|die|der|il|lo|o|a|le) )?(day|week|month|year|d[ií]a|semana|mes|mês|año|ano|jour|"
    r"journée|semaine|mois|année|tag|woche|monat|jahre?s?|dag|maand|jaar|giorno|settimana|mese|anno|年間|月間|週間|दिन|सप्ताह|महीने|साल|वर्ष)", re.I)


def same_week(value, got):
    """The nth week of a month, counted from the first that begins in it."""
    if not re.match(r"\w{4}-\d\d-W\d\d$", value.get("timex", "")) or not value.get("start"):
        return False
    monday = dt.date.fromisoformat(value["start"][:10])
    first = (monday + dt.timedelta(3)).replace(day=1)
    week = dt.timedelta(7)
    return first.weekday() in (1, 2, 3) and got == (monday + week, monday + 2 * week - dt.timedelta(1))


def same_edge(value, got):
    """A beginning, middle or end: half of the days shared, none outside."""
    timex = value.get("timex", "")
    if not value.get("start") or not value.get("end") or not re.match(r"\w{4}(-\d\d|-W\d\d|$)", timex):
        return False
    if not isinstance(got[0], dt.date) or not isinstance(got[1], dt.date):
        return False
    a, b = dt.date.fromisoformat(value["start"][:10]), dt.date.fromisoformat(value["end"][:10])
    unit = "W" if "W" in timex else "M" if re.match(r"\w{4}-\d\d", timex) else "Y"
    if value.get("Mod") not in ("start", "mid", "end") and (b - a).days >= {"W": 7, "M": 28, "Y": 365}[unit]:
        return False
    if unit_first(got[0], unit) != unit_first(a, unit) or unit_first(got[1], unit) != unit_first(a, unit):
        return False
    return got[0] == a or got[1] == b - dt.timedelta(1) or \
        overlap(a.toordinal(), b.toordinal(), got[0].toordinal(), got[1].toordinal() + 1)


def same_timex(value, ref, got):
    gold = edtf_timex(value)
    if gold is None or got is None:
        return False
    if same_units(value, ref, got) or same_edge(value, got) or same_week(value, got):
        return True
    if gold[0] == "season":
        return isinstance(got[0], tuple) and SEASON[gold[1]] == got[0][1]
    if gold[1] is None:  # after, since: the told end
        return got[0] == gold[0] or (isinstance(got[1], dt.date) and got[1] + dt.timedelta(1) == gold[0])
    if gold[0] is None:
        return got[0] == gold[1] or (isinstance(got[0], dt.date) and got[1] == gold[1] - dt.timedelta(1))
    if got == gold:
        return True
    # TIMEX ends a range between two dates where the second one begins
    end = gold[1] + dt.timedelta(1)
    if got[0] != gold[0] or not isinstance(got[1], dt.date):
        return False
    return got[1] in (end, month_end(end.year, end.month) if end.day == 1 else end,
                      dt.date(end.year, 12, 31) if (end.month, end.day) == (1, 1) else end,
                      grain_days(end, "Quarter")[1] if end.day == 1 and end.month % 3 == 1 else end)


def score_recognizers_dates():
    cases = []
    for r in rows("dates/recognizers_dev/DateTime.jsonl"):
        if r["model"] != "DateTimeModel":
            continue
        types = {v.get("TypeName", "").split(".")[-1] for v in r["results"]}
        values = [v for g in r["results"] for v in (g.get("Resolution") or {}).get("values", [])]
        if r["ref"] is None or not types <= {"date", "daterange"} or \
                not all("End" in g and "Start" in g for g in r["results"]) or \
                any(v.get("Mod") == "ref_undef" for v in values) or \
                any(UNIT_ALONE.fullmatch(g["Text"].strip()) for g in r["results"]):
            continue
        lang = r["lang"].replace("en-x", "en-GB")
        cases.append(dict(text=r["input"], lang=lang, ref=r["ref"][:10], gold=r["results"]))
    score = {k: Score("recognizers " + k) for k in ("dates", "span", "strict", "none")}
    for c in evidence(cases, "date"):
        marks = [(chars(c["text"], m), mark_days(m), m) for m in c["marks"]["dates"]]
        said = f"{c['text']!r} ref {c['ref']} gold {[(g['Text'], [v.get('value') or (v.get('start'), v.get('end')) for v in g['Resolution']['values']]) for g in c['gold']]} got {[(m['text'], m['date']) for m in c['marks']['dates']]}"
        if not c["gold"]:
            score["none"].add(not marks, c["lang"], said)
            continue
        right = span = strict = True
        for g in c["gold"]:
            values = g["Resolution"]["values"]
            near = [(at, d) for at, d, _ in marks if overlap(*at, g["Start"], g["End"] + 1)]
            if all(v.get("value") == "not resolved" and edtf_timex(v) is None for v in values):
                right, span, strict = right and not near, span and not near, strict and not near
                continue
            span &= bool(near)
            ref = dt.date.fromisoformat(c["ref"])
            good = [at for at, d in near if any(same_timex(v, ref, d) for v in values)]
            right &= bool(good)
            strict &= (g["Start"], g["End"] + 1) in good
        score["dates"].add(right, c["lang"], said)
        if not VERBOSE:
            score["span"].add(span, c["lang"], said)
            score["strict"].add(strict, c["lang"], said)
    for s in score.values():
        s.show()


ENGLISH_UNIT = {"year": 365, "month": 30, "week": 7, "day": 1, "decade": 3650}
MONTHS = "january february march april may june july august september october november december".split()


def move(ref, units, sign):
    y, m = ref.year + sign * units.get("years", 0) + 10 * sign * units.get("decades", 0), ref.month - 1 + sign * units.get("months", 0)
    y, m = y + m // 12, m % 12 + 1
    try:
        last = month_end(y, m).day
        return dt.date(y, m, min(ref.day, last)) + sign * dt.timedelta(units.get("days", 0) + 7 * units.get("weeks", 0))
    except (ValueError, OverflowError):
        return None


def english_day(text, ref):
    """The day that a normalised English string of the tests names, else None."""
    t = text.lower()
    if re.fullmatch(r"(in )?\d+ (year|month|week|day|decade)s?( ago)?(\W+\d.*)?", t):
        n, unit = re.search(r"(\d+) (year|month|week|day|decade)", t).groups()
        sign = 1 if t.startswith("in ") else -1 if "ago" in t else 0
        return sign and move(ref, {unit + "s": int(n)}, sign)
    month = re.search(r"\b(%s)\b" % "|".join(MONTHS), t)
    year = re.search(r"\b(1\d{3}|20\d\d)\b", t)
    if month and year:
        day = re.findall(r"(?<![\d:.])\b(\d{1,2})\b(?![\d:]|\s*[ap]m)", t)
        if len(day) >= 1 and 1 <= int(day[0]) <= 31:
            try:
                return dt.date(int(year[1]), MONTHS.index(month[1]) + 1, int(day[0]))
            except ValueError:
                return None
    return None


def py_day(expr):
    m = re.match(r"=py=(?:datetime\.)?(?:datetime|date)\((\d+), ?(\d+), ?(\d+)", str(expr))
    return m and dt.date(*map(int, m.groups()))


# Where the blocks of a language begin in the tests that tell none; "-": of
# other languages than the twenty. Behind those stands one line a locale.
BLOCKS = {
    "test_relative_past_dates":
        "0 en 50 fr 77 de 90 it 98 pt 111 tr 119 ru 135 - 147 es 159 zh 168 ar 174 - 200 pl 205 - 233 hi 241 - 280 el 282 es 283 - "
        "297 id 301 - 302 it 303 - 309 ko 310 - 324 nl 325 - 351 tr 352 uk 354 - 358 de 359 zh 361 ja 362 -",
    "test_relative_future_dates":
        "0 en 66 fr 76 de 86 pl 91 tr 105 hi 111 - 115 es 117 - 148 el 150 - 176 id 178 - 180 it 182 - 195 ko 197 - 226 nl 228 - "
        "236 pl 237 pt 239 - 269 tr 271 uk 274 - 284 zh 285 ja 286 zh",
    "test_dates_parsing":
        "0 en 27 fr 37 es 45 nl 48 it 51 pt 54 ru 73 tr 77 - 81 de 89 - 106 uk 113 - 117 ja 119 en 122 - 123 id 124 uk 125 zh 132 - 143 hi 146 -",
}
DIRECTION = re.compile(
    r"\b(ago|in|later|from now|before|after|last|next|hace|atr[aá]s|en|dentro|il y ?a|dans|vor|in|im|fa|tra|fra|h[aá]|em|önce|once|sonra|"
    r"i[cç]inde|i[cç]erisinde|назад|через|тому|temu|za|πριν|σε|lalu|dalam|geleden|over|منذ|قبل|بعد|خلال|پیش|دیگر)\b|पहले|पूर्व|बाद|में|前|後|后|전|후|뒤|לפני|בעוד")


def period_of(day, period):
    """All days of the week, month or year that a test gives as its precision."""
    if period not in ("week", "month", "year"):
        return day, day
    return grain_days(unit_first(day, period[0].upper()), period.title())


def dateparser_cases():
    now = dt.datetime(2014, 9, 1, 10, 30)
    ref, counts, langs = now.date(), collections.Counter(), {}
    data = list(rows("dates/dateparser/params.jsonl"))
    for r in data:
        if r["test"] in BLOCKS:
            b = BLOCKS[r["test"]].split()
            at = max(int(i) for i in b[::2] if int(i) <= counts[r["test"]])
            counts[r["test"]] += 1
            if r["args"]:
                langs.setdefault(r["args"][0], b[b.index(str(at)) + 1])
    plain = {unicodedata.normalize("NFKD", t).encode("ascii", "ignore"): k for t, k in langs.items()}
    for r in data:
        a, test = r["args"], r["test"]
        text = lang = want = period = None
        if test in ("test_freshness_translation", "test_translation") and len(a) == 3:
            lang, text, want = a[0], a[1], english_day(a[2], ref)
            unit = re.search(r"\d+ (week|month|year)", a[2])
            period = unit and unit[1]
        elif test in ("test_relative_past_dates", "test_relative_future_dates", "test_normalized_relative_dates"):
            units = r["kwargs"].get("ago") or r["kwargs"].get("in_future")
            if not a or not isinstance(units, dict) or not set(units) & {"years", "months", "weeks", "days", "decades"}:
                continue
            text, period, sign = a[0], r["kwargs"].get("period"), -1 if "ago" in r["kwargs"] else 1
            if re.search(r"=py=|\d\.\d|[-+] ?\d", text) or (re.search(r"\d", text) and not DIRECTION.search(text.lower())):
                continue
            want = move(ref, units, sign)
            if want:
                clock = dt.timedelta(hours=units.get("hours", 0), minutes=units.get("minutes", 0), seconds=units.get("seconds", 0))
                want = (dt.datetime.combine(want, now.time()) + sign * clock).date()
        elif test in ("test_dates_parsing", "test_dates_parsing_with_normalization") and len(a) == 2:
            # ref of these tests is 2012-11-13; dates with a year need none
            if re.search(r"\d{4}|[०-९]{4}", a[0]):
                text, want = a[0], py_day(a[1])
        elif test == "test_search_and_parse" and len(a) >= 3 and isinstance(a[2], str):
            for m in re.finditer(r"\('([^']*)', datetime\.datetime\((\d+), (\d+), (\d+)", a[2]):
                if re.search(r"\d{4}", m[1]):
                    want = dt.date(*map(int, m.groups()[1:]))
                    told = [int(n) for n in re.findall(r"\d+", m[1])]
                    period = "day" if want.day in told else "month" if want.month != 1 or len(told) > 1 else "year"
                    yield dict(text=a[1], find=m[1], lang=a[0], ref=str(ref), gold=[(want, want), period_of(want, period)], ends=True)
            continue
        if text and want and want.year >= 1000:
            if not lang:
                lang = langs.get(text) or plain.get(unicodedata.normalize("NFKD", text).encode("ascii", "ignore")) or "-"
            yield dict(text=text, lang=None if lang == "-" else lang, ref=str(ref), gold=[(want, want), period_of(want, period)], find=text)


def score_dateparser():
    score = {k: Score("dateparser " + k) for k in ("dates", "twenty")}
    twenty = "ar zh ru en es fr de fa tr uk ja pt hi he ko id it pl el nl".split()
    for c in evidence(list(dateparser_cases()), "date"):
        at = c["text"].find(c["find"])
        said = f"{c['text']!r} gold {' or '.join(sorted({f'{a}/{b}' for a, b in c['gold']}))} got {[(m['text'], m['date']) for m in c['marks']['dates']]}"
        def same(days):
            return days in c["gold"] or (c.get("ends") and days and (days[0] == c["gold"][0][0] or days[1] == c["gold"][0][1]))
        right = any(same(mark_days(m)) and
                    min(chars(c["text"], m)[1], at + len(c["find"])) > max(chars(c["text"], m)[0], at)
                    for m in c["marks"]["dates"])
        if c["lang"] and c["lang"].split("-")[0] in twenty:
            score["twenty"].add(right, c["lang"], said)
        if not VERBOSE:
            score["dates"].add(right, c["lang"] or "-", said)
    for s in score.values():
        s.show()


# ---- numbers -----------------------------------------------------------------

def one_number(case, value):
    """Whether some mark says just this value and covers half of the text."""
    for m in case["marks"]["numbers"]:
        if math.isclose(m["value"], value, rel_tol=1e-6, abs_tol=1e-12) and \
                overlap(*chars(case["text"], m), 0, len(case["text"])):
            return True
    return False


def said_number(c):
    return f"{c['text']!r} gold {c['gold']} got {[(m['text'], m['value']) for m in c['marks']['numbers']]}"


def score_duckling_numbers():
    cases = []
    for r in rows("numbers/duckling/numeral_ordinal_quantity.jsonl"):
        m = re.match(r"\((NumeralValue|OrdinalData) \(?(-?[\d_.]+(?:e-?\d+)?)", r["expect"] or "")
        if m and r["dim"] in ("Numeral", "Ordinal"):
            cases.append(dict(text=r["text"], lang=r["lang"].lower(), dim=r["dim"], gold=float(m[2].replace("_", ""))))
    score = {"Numeral": Score("duckling numerals"), "Ordinal": Score("duckling ordinals")}
    for c in evidence(cases, "number"):
        score[c["dim"]].add(one_number(c, c["gold"]), c["lang"], said_number(c))
    for s in score.values():
        s.show()


def score_num2words():
    twenty = "ar zh ru en es fr de fa tr uk ja pt hi he ko id it pl el nl".split()
    score = {k: Score("num2words " + k) for k in ("cardinal", "ordinal")}
    cases = []
    for r in rows("numbers/num2words_generated/pairs.jsonl"):
        if r["lang"] in twenty:
            cases.append(dict(text=r["text"], lang=r["lang"], to=r["to"], gold=float(r["value"])))
    for c in evidence(cases, "number"):
        score[c["to"]].add(one_number(c, c["gold"]), c["lang"], said_number(c))
    for s in score.values():
        s.show()


def score_recognizers_numbers():
    score = {k: Score("recognizers " + k) for k in ("numbers", "strict")}
    cases = []
    for r in rows("numbers/recognizers_dev/Number.jsonl"):
        if r["model"] == "NumberModel" and all("End" in g and "Start" in g for g in r["results"]):
            cases.append(dict(text=r["input"], lang=r["lang"].split("-")[0], gold=r["results"]))
    for c in evidence(cases, "number"):
        cardinals = [m for m in c["marks"]["numbers"] if not m["ordinal"]]
        right = strict = True
        for g in c["gold"]:
            v = (g.get("Resolution") or {}).get("value")
            try:
                v = float(v if re.search(r"\d\.\d", v) else v.replace(",", "."))
            except (TypeError, ValueError, AttributeError):
                right = strict = False
                continue
            good = [m for m in cardinals if math.isclose(m["value"], v, rel_tol=1e-6, abs_tol=1e-12)
                    and min(chars(c["text"], m)[1], g["End"] + 1) > max(chars(c["text"], m)[0], g["Start"])]
            right &= bool(good)
            strict &= any(chars(c["text"], m) == (g["Start"], g["End"] + 1) for m in good)
        if not c["gold"]:
            right = strict = not cardinals
        gold = [(g["Text"], (g.get("Resolution") or {}).get("value")) for g in c["gold"]]
        score["numbers"].add(right, c["lang"], said_number(dict(c, gold=gold)))
        if not VERBOSE:
            score["strict"].add(strict, c["lang"], "")
    for s in score.values():
        s.show()


# ---- claims ------------------------------------------------------------------

MON = dict(zip("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), range(1, 13)))


def muc_date(text):
    m = re.search(r"(\d\d?) ([A-Z]{3}) (\d\d)\b", text)
    try:
        return m and m[2] in MON and dt.date(1900 + int(m[3]), MON[m[2]], int(m[1])) or None
    except ValueError:
        return None


def muc_docs():
    docs, slots = {}, collections.defaultdict(list)
    folder = os.path.join(PACKS, "claims/muc34/dev")
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="latin-1") as f:
            text = f.read()
        if name.startswith("dev-"):
            for part in re.split(r"(?m)^(?=DEV-MUC3-\d{4})", text)[1:]:
                head, body = part.split("\n", 1)
                docs[head.split()[0]] = " ".join(body.split())
        elif name.startswith("key-"):
            for part in re.split(r"(?m)^(?=0\.  MESSAGE: ID)", text)[1:]:
                slot, doc = {}, None
                number = None
                for line in part.split("\n"):
                    m = re.match(r"(\d+)\. +[A-Z :]+?  +(.*)", line)
                    if m:
                        number = int(m[1])
                        slot[number] = [m[2].strip()]
                    elif number is not None and line.strip() and not line.startswith(";"):
                        slot[number].append(line.strip())
                doc = slot.get(0, ["?"])[0].split()[0]
                if slot.get(1, ["*"])[0] != "*":
                    slots[doc].append(slot)
    return docs, slots


def muc_counts(slot):
    """(count, state) of the victims of a template: number and effect lines
    that quote the same words. Single persons told by name alone are none."""
    numbers, out = {}, []
    for line in slot.get(21, []):
        m = re.match(r'\?? ?-? ?(\d+): (.*)', line)
        if m:
            for q in re.findall(r'"([^"]*)"', m[2]):
                numbers[q] = int(m[1])
    for line in slot.get(23, []):
        m = re.match(r'\?? ?(DEATH|INJURY): (.*)', line)
        for q in re.findall(r'"([^"]*)"', m[2]) if m else []:
            if numbers.get(q, 0) >= 2:
                out.append((numbers[q], {"DEATH": "killed", "INJURY": "wounded"}[m[1]], q))
                break
    return out


def score_muc():
    docs, slots = muc_docs()
    score = {k: Score("muc34 " + k) for k in ("counts", "counts_state", "dates", "places")}
    cases = []
    for doc, body in docs.items():
        if doc in slots:
            m = re.search(r"\b\d{1,2} [A-Z]{3} \d\d\b", body[:200])
            ref = muc_date(m[0]) if m else None
            cases.append(dict(text=body, lang="en", ref=str(ref) if ref else "1989-06-01", doc=doc))
    for c in evidence(cases, "name,date,quantity"):
        days = [mark_days(m) for m in c["marks"]["dates"]]
        days = [d for d in days if d and isinstance(d[0], dt.date) and isinstance(d[1], dt.date)]
        names = " | ".join(m["text"].upper() + " " + (m["label"] or "").upper() for m in c["marks"]["names"])
        for slot in slots[c["doc"]]:
            date = slot.get(2, ["-"])[0]
            ends = [muc_date(p) for p in date.split(" - ")] if muc_date(date) else []
            if ends and None not in ends and not date.startswith("-"):
                right = any(d[0] <= ends[-1] and d[1] >= ends[0] and (d[1] - d[0]).days < 8 for d in days)
                score["dates"].add(right, c["doc"], f"{date} got {[(m['text'], m['date']) for m in c['marks']['dates']]} {c['text'][:60]}")
            place = slot.get(3, ["-"])[0]
            parts = [re.sub(r" \(.*", "", p).strip(' -?') for p in place.split(":")]
            for p in parts[:1] + parts[-1:] if len(parts) > 1 else parts[:1]:
                p = p.split(" / ")[0]
                if p and p != "*" and re.search(r"\b" + re.escape(p) + r"\b", c["text"]):
                    score["places"].add(p in names, c["doc"], f"{p} not among names")
            for count, state, words in muc_counts(slot):
                near = [m for m in c["marks"]["quantities"] if m["min"] is not None and m["min"] <= count <= (m["max"] or count)
                        and (m["min"] == m["max"] or m["approx"] or m["max"] is None and m["min"] == count)]
                score["counts"].add(bool(near), c["doc"], f"{count} {words} ({state})")
                same = [m for m in near if m["state"] == state or (state == "killed" and m["state"] in ("dead", "died"))]
                score["counts_state"].add(bool(same), c["doc"], f"{count} {words} ({state}) got {[(m['text'], m['state']) for m in near]}")
    for s in score.values():
        s.lang.clear()
        s.show()


AREAS = {
    "dates": (("duckling", score_duckling_dates), ("recognizers", score_recognizers_dates), ("dateparser", score_dateparser)),
    "numbers": (("duckling", score_duckling_numbers), ("num2words", score_num2words), ("recognizers", score_recognizers_numbers)),
    "claims": (("muc34", score_muc),),
}

if not ARGS or ARGS[0] not in AREAS:
    sys.exit(__doc__)
for name, run in AREAS[ARGS[0]]:
    if wanted(name):
        run()
