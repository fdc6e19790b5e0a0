/*
 * when_date.c - days, months and years said outright.
 */
#include "lexicon/day.h"
#include "lexicon/when_rules.h"

/* ---- pieces ------------------------------------------------------------ */

/* The letters that make a number an ordinal: "12th", "1er", "2-го", "1º". */
static size_t
skip_ordinal(const struct scan *s, size_t i)
{
    const struct word *w = scan_word(s, i);

    if (w && scan_char(s, i) == '-' && !scan_space(s, i) && i + 1 < s->end &&
        !scan_space(s, i + 1)) {
        const struct word *next = scan_word(s, i + 1);

        if (next && next->kind == WORD_LETTERS &&
            next->script == SCRIPT_CYRILLIC && utf8_count(next->fold) <= 3)
            return i + 2;
    }
    if (!w || scan_space(s, i) || w->kind != WORD_LETTERS ||
        (w->script != SCRIPT_LATIN && w->script != SCRIPT_OTHER &&
         w->script != SCRIPT_GREEK) ||
        utf8_count(w->fold) > 3)
        return i;
    return i + 1;
}

/* A day of the month. */
static size_t
day_at(const struct scan *s, size_t i, int *day)
{
    const struct sense *o;
    int v;
    size_t n = scan_digits(s, i, &v);

    if (n >= 1 && n <= 2 && v >= 1 && v <= 31) {
        *day = v;
        return skip_ordinal(s, i + 1);
    }
    o = reading_sense(s->r, i, SENSE_ORDINAL);
    if (i < s->end && o && n == 0 && o->id >= 1 && o->id <= 31 &&
        scan_word(s, i)->kind == WORD_LETTERS) {
        *day = (int)o->id;
        return i + o->nwords;
    }
    return 0;
}

/* Signs that part the two ends of a range, "–" or "to". */
static size_t
skip_dash(const struct scan *s, size_t i)
{
    uint32_t c = scan_char(s, i);

    if (c == '-' || c == 0x2013 || c == 0x2014 || c == '~' || c == 0x301C ||
        c == 0xFF5E || c == 0x2212)
        return i + 1;
    return 0;
}

/* Whether letters of this word allow it to be a month or weekday name. */
static bool
written_so(const struct scan *s, size_t i)
{
    const struct word *w = scan_word(s, i);

    switch (w->lang) {
    case LANG_EN:
    case LANG_DE:
    case LANG_EL:
    case LANG_ID:
    case LANG_MS:
        return w->shape & SHAPE_CAPITAL;
    default:
        return true;
    }
}

/*
 * A month name, with its twin in the other naming ("أيلول/سبتمبر", "يوليو
 * تموز") and the dot of a short form.
 */
static size_t
month_at(const struct scan *s, size_t i, uint8_t *calendar, uint8_t *month,
         bool *clitic)
{
    uint8_t cal, other;
    size_t behind, k, twin;
    bool exact, so;
    uint32_t c;

    if (i >= s->end || !written_so(s, i))
        return 0;
    behind = cue_month(s->lx, s->r, i, calendar, month, &exact);
    if (behind == 0 || behind > s->end)
        return 0;
    *clitic = !exact;
    k = behind;
    c = scan_char(s, k);
    if (c == '/' || c == '(' || c == '-' || c == '\\')
        k++;
    twin = cue_month(s->lx, s->r, k, &cal, &other, &so);
    if (twin && twin <= s->end && cal == *calendar && other == *month) {
        if (c == '(' && scan_char(s, twin) == ')')
            twin++;
        return twin;
    }
    if (c == '.' && !scan_space(s, behind) &&
        utf8_count(scan_word(s, behind - 1)->fold) <= 4)
        return behind + 1;
    return behind;
}

/* Short lower-case forms are words of other sense too ("mar", "set"). */
static bool
short_form(const struct scan *s, size_t i, uint8_t month)
{
    const struct word *w = scan_word(s, i);

    return w->script == SCRIPT_LATIN && utf8_count(w->fold) <= 3 &&
           month != 5 && !(w->shape & SHAPE_CAPITAL) &&
           scan_char(s, i + 1) != '.';
}

/* What may stand between day and month or before a year. */
static size_t
skip_of(const struct scan *s, size_t i, int most)
{
    size_t behind;

    while (most-- > 0) {
        uint32_t c = scan_char(s, i);

        if (scan_cue(s, i, &behind) &
            (CUE(OF) | CUE(MONTH_TAIL) | CUE(YEAR_BEFORE)))
            i = behind;
        else if ((c == '-' || c == '/' || c == '.') && !scan_space(s, i))
            i++;
        else
            break;
    }
    return i;
}

/* The year behind a month, with what belongs to it. */
static size_t
year_behind(const struct scan *s, size_t i, uint8_t *calendar, int *year)
{
    size_t k = i, behind;

    if (scan_char(s, k) == ',' || scan_char(s, k) == 0x060C)
        k++;
    k = skip_of(s, k, 2);
    if (!scan_year(s, k, calendar, year))
        return 0;
    k++;
    if (scan_cue(s, k, &behind) & (CUE(YEAR_AFTER) | CUE(HIJRI))) {
        k = behind;
        if (scan_char(s, k) == '.' && !scan_space(s, k) &&
            utf8_count(scan_word(s, k - 1)->fold) == 1)
            k++;
    }
    return k;
}

/* Puts a date of any calendar into the mark; false where there is none. */
static bool
put_date(struct when *w, enum calendar calendar, int year, int month, int day)
{
    struct day d = {(int16_t)year, (uint8_t)month, (uint8_t)day};

    if (calendar == CALENDAR_GREGORIAN) {
        if (day && !day_real(d))
            return false;
        w->date = d;
        return true;
    }
    if (month > 12 + (calendar == CALENDAR_HEBREW))
        return false;
    if (year && day)
        d = day_of_number(day_of_calendar(calendar, year, month, day));
    else if (year) {
        /* the Gregorian month that holds most of it */
        d = day_of_number(day_of_calendar(calendar, year, month, 12));
        d.day = 0;
    } else {
        w->calendar = (uint8_t)calendar;
    }
    w->date = d;
    return true;
}

/* ---- day and month ------------------------------------------------------ */

/* "6 September 2022", "5 to 8 May", "٢٥ ربيع الآخر ١٤٤٥هـ". */
static size_t
day_first(const struct scan *s, size_t i, struct when_mark *m)
{
    int day = 0, last = 0, year = 0;
    uint8_t calendar = 0, month = 0;
    bool clitic;
    size_t k = day_at(s, i, &day), behind, y, dash;

    if (k == 0)
        return 0;
    dash = skip_dash(s, k);
    if (dash && day_at(s, dash, &last) && last > day)
        k = day_at(s, dash, &last);
    else
        last = 0;
    if (scan_char(s, k) == '.' && !scan_space(s, k))
        k++;
    k = skip_of(s, k, 2);
    behind = month_at(s, k, &calendar, &month, &clitic);
    if (behind == 0)
        return 0;
    y = scan_cue(s, behind, &dash) & CUE(MONTH_TAIL) &&
                scan_year(s, dash, &(uint8_t){calendar}, &year)
            ? dash
            : behind;
    y = year_behind(s, y, &calendar, &year);
    if (!y && short_form(s, k, month))
        return 0;
    if (!put_date(&m->when, (enum calendar)calendar, y ? year : 0, month, day))
        return 0;
    if (last && put_date(&m->until, (enum calendar)calendar, y ? year : 0,
                         month, last))
        m->is_range = true;
    return y ? y : behind;
}

/* Languages that also say the month first. */
static bool
month_first_lang(enum lang lang)
{
    return lang == LANG_EN || lang == LANG_UND || lang == LANG_HU ||
           lang == LANG_LT || lang == LANG_EU || lang == LANG_MN ||
           lang == LANG_SW || lang == LANG_TL;
}

/* "July 26, 2021", "July 2-4"; elsewhere only with a year. */
static size_t
month_first(const struct scan *s, size_t i, struct when_mark *m)
{
    int day = 0, last = 0, year = 0, digits;
    uint8_t calendar = 0, month = 0;
    bool clitic;
    size_t k = month_at(s, i, &calendar, &month, &clitic), behind, y, dash;

    if (k == 0)
        return 0;
    if (scan_cue(s, k, &behind) & CUE(DAY_WORD))
        k = behind;
    behind = day_at(s, k, &day);
    if (behind == 0 || scan_word(s, k)->kind != WORD_NUMBER)
        return 0;
    dash = skip_dash(s, behind);
    if (dash && day_at(s, dash, &last) && last > day)
        behind = day_at(s, dash, &last);
    else
        last = 0;
    if (scan_char(s, behind) == '%' ||
        (scan_char(s, behind) == ':' && scan_digits(s, behind + 1, &digits)))
        return 0;
    y = year_behind(s, behind, &calendar, &year);
    if (!y && !month_first_lang((enum lang)scan_word(s, i)->lang))
        return 0;
    if (!put_date(&m->when, (enum calendar)calendar, y ? year : 0, month, day))
        return 0;
    if (last && put_date(&m->until, (enum calendar)calendar, y ? year : 0,
                         month, last))
        m->is_range = true;
    return y ? y : behind;
}

/* "June 2020", "марта 2022 года". */
static size_t
month_year(const struct scan *s, size_t i, struct when_mark *m)
{
    int year = 0;
    uint8_t calendar = 0, month = 0;
    bool clitic;
    size_t k = month_at(s, i, &calendar, &month, &clitic), y, tail;

    if (k == 0)
        return 0;
    if (scan_cue(s, k, &tail) & CUE(MONTH_TAIL) &&
        scan_year(s, tail, &(uint8_t){calendar}, &year))
        k = tail;
    y = year_behind(s, k, &calendar, &year);
    if (!y || !put_date(&m->when, (enum calendar)calendar, year, month, 0))
        return 0;
    return y;
}

size_t
rule_day_month(const struct scan *s, size_t i, struct when_mark *m)
{
    struct when_mark try = *m;
    size_t k = day_first(s, i, &try);

    if (!k) {
        try = *m;
        k = month_first(s, i, &try);
    }
    if (!k) {
        try = *m;
        k = month_year(s, i, &try);
    }
    if (k)
        *m = try;
    return k;
}

/* ---- a month alone ------------------------------------------------------ */

/* Whether the words around make a month of the name. */
static bool
month_is_led(const struct scan *s, size_t i, size_t behind, bool clitic)
{
    size_t start;
    uint64_t before = cue_before(s->lx, s->r, i, &start);
    const struct word *w = scan_word(s, i);
    uint8_t calendar, month;
    bool exact;

    if (scan_cue(s, behind, &start) & (CUE(MONTH_TAIL) | CUE(LAST) |
                                       CUE(NEXT) | CUE(MONTH)))
        return true;
    if (clitic && (w->script == SCRIPT_HEBREW || w->script == SCRIPT_ARABIC))
        return true;
    if (before & (CUE(IN) | CUE(SINCE) | CUE(UNTIL) | CUE(LAST) | CUE(NEXT) |
                  CUE(THIS) | CUE(MONTH))) {
        /* Theresa May, April, June: "by", "for" and "to" take names too */
        if (w->lang == LANG_EN && before & CUE(UNTIL) && !(before & CUE(IN)))
            cue_month(s->lx, s->r, i, &calendar, &month, &exact);
        else
            return true;
        return month != 5;
    }
    /* "March and April", "März bis Mai" */
    if (i >= 2 && cue_month(s->lx, s->r, i - 2, &calendar, &month, &exact) ==
                      i - 1 &&
        !(w->shape & SHAPE_LINE))
        return utf8_count(s->r->w.words[i - 1].fold) <= 3;
    return w->shape & SHAPE_CLITIC ||
           (behind < s->end && scan_word(s, behind)->shape & SHAPE_CLITIC &&
            w->lang == LANG_TR);
}

size_t
rule_month(const struct scan *s, size_t i, struct when_mark *m)
{
    uint8_t calendar = 0, month = 0;
    bool clitic;
    size_t k = month_at(s, i, &calendar, &month, &clitic), behind, year;
    uint64_t cue, before;

    if (k == 0 || !month_is_led(s, i, k, clitic) || short_form(s, i, month))
        return 0;
    m->when.date = (struct day){0, month, 0};
    m->when.calendar = calendar;
    if (scan_cue(s, k, &behind) & CUE(MONTH_TAIL))
        k = behind;
    cue = scan_cue(s, k, &behind);
    if (cue & (CUE(LAST) | CUE(NEXT)) && s->lang != LANG_EN) {
        m->when.toward = cue & CUE(NEXT) ? 1 : -1;
        /* "March next year": the year is what is last or next */
        if (scan_cue(s, behind, &year) & CUE(YEAR)) {
            m->when.unit = WHEN_YEAR;
            m->when.offset = m->when.toward;
            m->when.toward = 0;
            return year;
        }
        return behind;
    }
    before = cue_before(s->lx, s->r, i, NULL);
    if (before & CUE(UNTIL))
        m->when.toward = 1;
    return k;
}

/* ---- a year alone ------------------------------------------------------- */

/* Whether what follows makes the number something else than a year. */
static bool
counts_something(const struct scan *s, size_t i, int year)
{
    const struct word *w = scan_word(s, i);
    int v;

    if (!w)
        return false;
    if (w->kind == WORD_LETTERS && !scan_space(s, i))
        return true; /* 1990s, 2000m */
    if (scan_char(s, i) == '%' || scan_char(s, i) == '$' ||
        scan_char(s, i) == 0x20AC)
        return true;
    if (scan_char(s, i) == '-' && !scan_space(s, i) && i + 1 < s->end &&
        !scan_space(s, i + 1))
        return scan_digits(s, i + 1, &v) != 4;
    if (w->kind != WORD_LETTERS)
        return false;
    if (reading_sense(s->r, i, SENSE_MULTIPLIER) ||
        reading_concept(s->r, i, CLASS_MONEY) ||
        reading_concept(s->r, i, CLASS_PERSON) ||
        reading_concept(s->r, i, CLASS_UNIT))
        return true;
    return year % 100 == 0 && !(w->shape & SHAPE_CAPITAL) &&
           !reading_sense(s->r, i, SENSE_FUNCTION);
}

/* "between 2014 and 2019", "2014–2019": the second end stands with the
 * first. */
static bool
second_year(const struct scan *s, size_t i)
{
    uint8_t calendar = CALENDAR_GREGORIAN;
    struct scan back = *s;
    int year;

    if (i < 2 || s->r->w.words[i].shape & SHAPE_LINE ||
        utf8_count(s->r->w.words[i - 1].fold) > 3)
        return false;
    back.end = i + 1;
    if (!scan_year(&back, i - 2, &calendar, &year))
        return false;
    return (cue_before(s->lx, s->r, i - 2, NULL) &
            (CUE(IN) | CUE(SINCE) | CUE(UNTIL) | CUE(YEAR_BEFORE))) != 0;
}

size_t
rule_year(const struct scan *s, size_t i, struct when_mark *m)
{
    uint8_t calendar = CALENDAR_GREGORIAN;
    size_t k = i, behind;
    uint64_t before, after;
    int year;
    uint32_t c;
    struct day d;

    if (scan_cue(s, i, &behind) & CUE(YEAR_BEFORE)) {
        k = behind;
        if (scan_cue(s, i, NULL) & CUE(YEAR) && s->lang == LANG_FA)
            calendar = CALENDAR_PERSIAN;
    }
    if (!scan_year(s, k, &calendar, &year))
        return 0;
    if (k > 0 && !(s->r->w.words[k].shape & SHAPE_SPACE)) {
        c = scan_char(&(struct scan){s->lx, s->r, s->lang, 0, s->end}, k - 1);
        if (c == '/' || c == '.' || c == '$' || c == '#' || c == '_' ||
            c == '=')
            return 0;
    }
    before = cue_before(s->lx, s->r, k, NULL);
    after = scan_cue(s, k + 1, &behind);
    if (calendar != CALENDAR_GREGORIAN && k == i && !(after & CUE(HIJRI)) &&
        !(before & CUE(YEAR_BEFORE)))
        return 0;
    if (after & (CUE(YEAR_AFTER) | CUE(HIJRI)) &&
        (k > i || s->lang != LANG_HI || before)) {
        k = behind;
        if (scan_char(s, k) == '.' && !scan_space(s, k) &&
            utf8_count(scan_word(s, k - 1)->fold) == 1)
            k++;
    } else if (counts_something(s, k + 1, year)) {
        return 0;
    } else if (k > i || before & (CUE(IN) | CUE(SINCE) | CUE(UNTIL) |
                                  CUE(YEAR_BEFORE) | CUE(OF)) ||
               second_year(s, k)) {
        k++;
    } else {
        return 0;
    }
    d = calendar == CALENDAR_GREGORIAN
            ? (struct day){(int16_t)year, 0, 0}
            : day_of_number(day_of_calendar((enum calendar)calendar, year, 4,
                                            1));
    m->when.date = (struct day){d.year, 0, 0};
    return k;
}

/* ---- weekdays ------------------------------------------------------------ */

/* Names that are ordinals, markets or people too need help around them. */
static bool
weekday_is_led(const struct scan *s, size_t i, size_t behind)
{
    const struct word *w = scan_word(s, i);
    uint64_t before = cue_before(s->lx, s->r, i, NULL);

    if (before & CUE(EVERY) || !written_so(s, i))
        return false;
    switch (w->lang) {
    case LANG_ES:
    case LANG_PT:
    case LANG_IT:
    case LANG_FR:
        /* Domingo: a name where it has a capital inside a sentence */
        return !(w->shape & SHAPE_CAPITAL) ||
               w->shape & (SHAPE_FIRST | SHAPE_LINE | SHAPE_ALL_CAPS) ||
               scan_char(s, behind) == ',';
    case LANG_RU:
    case LANG_UK:
        /* среда is the environment, too */
        return !(str_is(w->fold, "среда") || str_is(w->fold, "среды") ||
                 str_is(w->fold, "среде")) ||
               scan_char(s, behind) == ',' || w->shape & SHAPE_LINE;
    case LANG_TR:
        return !str_is(w->fold, "pazar") || w->shape & SHAPE_CAPITAL ||
               scan_cue(s, behind, NULL) & (CUE(DAY_TAIL) | CUE_PARTS);
    default:
        return true;
    }
}

size_t
rule_weekday(const struct scan *s, size_t i, struct when_mark *m)
{
    uint8_t weekday;
    bool exact;
    size_t k, behind;
    int day;

    if (i >= s->end)
        return 0;
    k = cue_weekday(s->lx, s->r, i, &weekday, &exact);
    if (k == 0 || k > s->end || !weekday_is_led(s, i, k))
        return 0;
    m->when.weekday = weekday;
    if (scan_cue(s, k, &behind) & CUE(DAY_TAIL))
        k = behind;
    /* "sexta-feira (22)", "周五（22日）" */
    if ((scan_char(s, k) == '(' || scan_char(s, k) == 0xFF08)) {
        size_t n = scan_digits(s, k + 1, &day);
        size_t close = k + 2;

        if (scan_char(s, close) == 0x65E5)
            close++;
        if (n >= 1 && n <= 2 && day >= 1 && day <= 31 &&
            (scan_char(s, close) == ')' || scan_char(s, close) == 0xFF09)) {
            m->when.date.day = (uint8_t)day;
            k = close + 1;
        }
    }
    return k;
}
