/*
 * when_date.c - days, months and years said outright.
 */
#include "lexicon/day.h"
#include "lexicon/when_rules.h"

/* ---- pieces ------------------------------------------------------------ */

size_t
scan_ordinal(const struct scan *s, size_t i)
{
    const struct word *w = scan_word(s, i);

    if (scan_char(s, i) == '.' && !scan_space(s, i) &&
        (scan_char(s, i + 1) == 0xBA || scan_char(s, i + 1) == 0xAA))
        return i + 2; /* "1.º" */
    if (s->lang == LANG_HI && (scan_is(s, i, "वीं") || scan_is(s, i, "वें") ||
                               scan_is(s, i, "वां") || scan_is(s, i, "वी")))
        return i + 1;
    if (w && scan_char(s, i) == '-' && !scan_space(s, i) && i + 1 < s->end &&
        !scan_space(s, i + 1)) {
        const struct word *next = scan_word(s, i + 1);

        if (next && next->kind == WORD_LETTERS &&
            (next->script == SCRIPT_CYRILLIC || next->lang == LANG_PL) &&
            utf8_count(next->fold) <= 4)
            return i + 2;
    }
    if (!w || scan_space(s, i) || w->kind != WORD_LETTERS ||
        (w->script != SCRIPT_LATIN && w->script != SCRIPT_OTHER &&
         w->script != SCRIPT_GREEK) ||
        utf8_count(w->fold) > (w->lang == LANG_PL ? 4 : 3))
        return i;
    if (w->lang == LANG_EN && !scan_is(s, i, "st") && !scan_is(s, i, "nd") &&
        !scan_is(s, i, "rd") && !scan_is(s, i, "th"))
        return i; /* 06am */
    return i + 1;
}

bool
scan_dots_ordinals(enum lang lang)
{
    switch (lang) {
    case LANG_EN:
    case LANG_FR:
    case LANG_ES:
    case LANG_PT:
    case LANG_IT:
    case LANG_CA:
    case LANG_NL:
    case LANG_HI:
    case LANG_ID:
        return false;
    default:
        return true;
    }
}

size_t
scan_nth(const struct scan *s, size_t i, int *n)
{
    const struct sense *o =
        i < s->end ? reading_sense(s->r, i, SENSE_ORDINAL) : NULL;
    size_t digits = scan_digits(s, i, n);

    if (digits) {
        size_t k = scan_ordinal(s, i + 1);

        if (scan_char(s, k) != '.' || scan_space(s, k))
            return k;
        /* "5.", "2do.", but "the 18th." */
        return k == i + 1 ? k + scan_dots_ordinals(s->lang)
                          : k + (s->lang != LANG_EN);
    }
    if ((digits = scan_nth_words(s, i, n)) != 0)
        return digits;
    if (!o && i < s->end && s->r->sense_at[i] < s->r->sense_at[i + 1] &&
        s->r->senses[s->r->sense_at[i]].nwords > 1) {
        /* a phrase begins with it: "third of" */
        *n = (int)lexicon_find(s->lx, scan_word(s, i)->fold, s->lang,
                               SENSE_ORDINAL, 0);
        return *n ? i + 1 : 0;
    }
    if (!o || o->id == 0 || o->id > 99 || i + o->nwords > s->end)
        return 0;
    *n = (int)o->id;
    return i + o->nwords;
}

size_t
scan_day(const struct scan *s, size_t i, int *day)
{
    const struct sense *o;
    int v;
    size_t n = scan_digits(s, i, &v);

    if (n >= 1 && n <= 2 && v >= 1 && v <= 31) {
        *day = v;
        return scan_ordinal(s, i + 1);
    }
    if (n == 0 && s->lang == LANG_EN && scan_nth(s, i, &v) == i + 1 &&
        v <= 31 && scan_is(s, i + 1, "of")) {
        *day = v;
        return i + 1;
    }
    if (n == 0 && (n = scan_nth_words(s, i, &v)) != 0 && v <= 31) {
        *day = v;
        return n;
    }
    n = scan_digits(s, i, &v);
    o = reading_sense(s->r, i, SENSE_ORDINAL);
    if (i < s->end && o && n == 0 && o->id >= 1 && o->id <= 31 &&
        scan_word(s, i)->kind == WORD_LETTERS) {
        *day = (int)o->id;
        return i + o->nwords;
    }
    return 0;
}

/* Whether the language counts its days: "quatro de julho", "le deux mai",
 * "उनतीस मई"; English does from twenty on ("twenty nine May"). */
static int
least_spelt(enum lang lang)
{
    switch (lang) {
    case LANG_ES:
    case LANG_PT:
    case LANG_IT:
    case LANG_CA:
    case LANG_FR:
    case LANG_NL:
    case LANG_HI:
        return 1;
    case LANG_EN:
        return 20;
    default:
        return 32;
    }
}

static size_t
spelt_day(const struct scan *s, size_t i, int *day)
{
    size_t k;
    int least = s->lone ? 1 : least_spelt(s->lang);

    if (least > 31)
        return 0;
    k = scan_number(s, i, day);
    return k && *day >= least && *day <= 31 ? k : 0;
}

/* Signs and words that part the two ends of a range, "–" or "to the". */
static size_t
skip_dash(const struct scan *s, size_t i)
{
    uint32_t c = scan_char(s, i);
    size_t behind = 0;

    if (c == '-' || c == 0x2013 || c == 0x2014 || c == '~' || c == 0x301C ||
        c == 0xFF5E || c == 0x2212)
        return i + 1;
    if (!scan_key(s, i, TAG_RANGE_TO, &behind) &&
        !(scan_cue(s, i, &behind) & CUE(UNTIL)) &&
        !(scan_key(s, i, TAG_AND, &behind) && s->begin > 0 &&
          (scan_key_before(s, s->begin, TAG_BETWEEN) ||
           scan_key_before(s, s->begin - 1, TAG_BETWEEN))))
        return 0;
    if (scan_cue(s, behind, NULL) & CUE(DAY_WORD) ||
        reading_sense(s->r, behind, SENSE_FUNCTION))
        behind++;
    return behind;
}

size_t
scan_of(const struct scan *s, size_t i, int most)
{
    size_t behind;

    while (most-- > 0) {
        uint32_t c = scan_char(s, i);

        uint64_t cue = scan_cue(s, i, &behind);

        if (cue & (CUE(OF) | CUE(YEAR_BEFORE)) ||
            (cue & CUE(MONTH_TAIL) && s->lang != LANG_HI))
            i = behind;
        else if (s->lang == LANG_EN && scan_is(s, i, "of"))
            i++; /* inside of "a third of" */
        else if ((c == '-' || c == '/' || c == '.') && !scan_space(s, i))
            i++;
        else
            break;
    }
    return i;
}

/* Whether nothing follows that a number could count. */
static bool
closes(const struct scan *s, size_t i)
{
    const struct word *w = scan_word(s, i);

    return !w || (w->kind == WORD_MARK && scan_char(s, i) != '-' &&
                  scan_char(s, i) != '%' && scan_char(s, i) != '/');
}

/* "31-Oct-74", "14 April '15", "mai 68,": two digits, grown to the month,
 * behind the sign of what was left out, or last and too many for a day. */
static bool
short_year(const struct scan *s, size_t i, size_t k, int *year)
{
    uint32_t before = k > i ? scan_char(s, k - 1) : 0;

    if (scan_digits(s, k, year) != 2)
        return false;
    if (!s->lone && before != '\'' && before != 0x2019 &&
        !(*year > 31 && closes(s, k + 1) &&
          scan_word(s, k - 1)->kind == WORD_LETTERS) &&
        !((before == '-' || before == '/') && !scan_space(s, k)))
        return false;
    if (k + 1 < s->end && !scan_space(s, k + 1) &&
        scan_word(s, k + 1)->kind != WORD_MARK)
        return false;
    if (scan_char(s, k + 1) == ':')
        return false;
    /* "18 nov-19 dec": a day of another month */
    if (before == '-' && k + 1 < s->end &&
        cue_month(s->lx, s->r, k + 1, &(uint8_t){0}, &(uint8_t){0},
                  &(bool){false}))
        return false;
    *year += *year < WHEN_PIVOT ? 2000 : 1900;
    return true;
}

/* The year behind a month, with what belongs to it. */
static size_t
year_behind(const struct scan *s, size_t i, uint8_t *calendar, int *year)
{
    size_t k = i, behind;
    uint8_t own;

    if (scan_char(s, k) == ',' || scan_char(s, k) == 0x060C)
        k++;
    k = scan_of(s, k, 2);
    if (scan_char(s, k) == '\'' || scan_char(s, k) == 0x2019)
        k++;
    own = *calendar;
    if (*calendar == CALENDAR_GREGORIAN &&
        (behind = scan_year_words(s, k, year)) != 0)
        return behind;
    /* "28 juni in 2020" */
    if (scan_cue(s, k, &behind) & CUE(IN) && behind == k + 1 &&
        scan_word(s, k)->kind == WORD_LETTERS &&
        utf8_count(scan_word(s, k)->fold) <= 2 &&
        scan_year(s, behind, &own, year) && own == *calendar)
        k = behind;
    if (!scan_year(s, k, &own, year) && !short_year(s, i, k, year))
        return 0;
    /* a month of another calendar has no Gregorian year */
    if (own != *calendar && *calendar != CALENDAR_GREGORIAN)
        return 0;
    *calendar = own;
    k++;
    if (scan_cue(s, k, &behind) & (CUE(YEAR_AFTER) | CUE(HIJRI))) {
        k = behind;
        if (scan_char(s, k) == '.' && !scan_space(s, k) &&
            utf8_count(scan_word(s, k - 1)->fold) == 1)
            k++;
    }
    return k;
}

/* "4 July 1776": behind a day also a year before those of news. */
static size_t
old_year_behind(const struct scan *s, size_t i, int *year)
{
    size_t k = scan_of(s, scan_char(s, i) == ',' ? i + 1 : i, 2);

    if (scan_digits(s, k, year) != 4 || *year >= WHEN_FIRST_YEAR ||
        !scan_old_year(*year))
        return 0;
    return k + 1 >= s->end || scan_word(s, k + 1)->kind == WORD_MARK ||
                   reading_sense(s->r, k + 1, SENSE_FUNCTION)
               ? k + 1
               : 0;
}

bool
scan_put(struct when *w, enum calendar calendar, int year, int month, int day)
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

/* "du 13 au dimanche 15 juillet": a weekday before the second day. */
static size_t
skip_weekday(const struct scan *s, size_t i)
{
    uint8_t weekday;
    bool exact;
    size_t k = cue_weekday(s->lx, s->r, i, &weekday, &exact);

    return k && k < s->end ? k : i;
}

static size_t day_first(const struct scan *, size_t, struct when_mark *);

/* "18 and 19 June": the first of two days, whose month stands with the
 * second; the word behind it. */
static size_t
day_before_and(const struct scan *s, size_t i, struct when_mark *m)
{
    struct when_mark second = {0};
    size_t k, next;
    int day, other;

    k = scan_day(s, i, &day);
    if (!k || !scan_key(s, k, TAG_AND, &next) || !scan_day(s, next, &other) ||
        other <= day || scan_key_before(s, i, TAG_BETWEEN) ||
        !day_first(s, next, &second) || second.is_range ||
        second.when.calendar || second.when.date.day != other)
        return 0;
    second.when.date.day = (uint8_t)day;
    *m = second;
    return k;
}

/* "6 September 2022", "5 to 8 May", "٢٥ ربيع الآخر ١٤٤٥هـ". */
static size_t
day_first(const struct scan *s, size_t i, struct when_mark *m)
{
    int day = 0, last = 0, year = 0;
    uint8_t calendar = 0, month = 0;
    bool clitic;
    size_t k = scan_day(s, i, &day), behind, y, dash, next, night;
    struct when_mark second = {0};

    if (k == 0)
        k = spelt_day(s, i, &day);
    if (k == 0 || (i > 0 && reading_concept(s->r, i - 1, CLASS_MONEY)))
        return 0;
    if ((behind = day_before_and(s, i, m)) != 0) {
        next = behind;
        /* "3 और 12 सितंबर के बीच" */
        if (s->lang != LANG_HI || !scan_key(s, next, TAG_AND, &next) ||
            !(next = day_first(s, next, &second)) ||
            !scan_key(s, next, TAG_BETWEEN, &next))
            return behind;
        m->until = second.when;
        m->is_range = true;
        return next;
    }
    /* 13. - 15. Juli, 13./14. Mai */
    behind = scan_char(s, k) == '.' && !scan_space(s, k) ? k + 1 : k;
    dash = scan_char(s, behind) == '/' && behind > k ? behind + 1
                                                     : skip_dash(s, behind);
    night = !dash ? scan_night_to(s, i, k) : 0;
    dash = night ? night : dash;
    if (dash)
        dash = skip_weekday(s, dash);
    if (dash && scan_day(s, dash, &last) &&
        (night ? last == day + 1 : last > day))
        k = scan_day(s, dash, &last);
    else
        last = 0;
    if (scan_char(s, k) == '.' && !scan_space(s, k))
        k++;
    k = scan_of(s, k, 2);
    behind = scan_month(s, k, &calendar, &month, &clitic);
    if (behind == 0)
        return 0;
    y = scan_cue(s, behind, &dash) & CUE(MONTH_TAIL) &&
                scan_year(s, dash, &(uint8_t){calendar}, &year)
            ? dash
            : behind;
    dash = y;
    y = year_behind(s, dash, &calendar, &year);
    if (!y && calendar == CALENDAR_GREGORIAN)
        y = old_year_behind(s, dash, &year);
    if (!y && scan_short_form(s, k, month))
        return 0;
    if (!scan_put(&m->when, (enum calendar)calendar, y ? year : 0, month, day))
        return 0;
    if (last &&
        scan_put(&m->until, (enum calendar)calendar, y ? year : 0, month, last))
        m->is_range = true;
    return y ? y : behind;
}

/* Languages that also say the month first. */
static bool
month_first_lang(enum lang lang)
{
    return lang == LANG_EN || lang == LANG_UND || lang == LANG_HU ||
           lang == LANG_LT || lang == LANG_EU || lang == LANG_MN ||
           lang == LANG_SW || lang == LANG_TL || lang == LANG_HI;
}

/* "July 26, 2021", "July 2-4"; elsewhere only with a year. */
static size_t
month_first(const struct scan *s, size_t i, struct when_mark *m)
{
    int day = 0, last = 0, year = 0, digits;
    uint8_t calendar = 0, month = 0;
    bool clitic, spelt;
    size_t k = scan_month(s, i, &calendar, &month, &clitic), behind, y, dash;

    if (k == 0)
        return 0;
    if (scan_cue(s, k, &behind) & CUE(DAY_WORD))
        k = behind;
    if (s->lang == LANG_EN && scan_is(s, k, "the"))
        k++;
    else if (scan_char(s, k) == '-' && !scan_space(s, k))
        k++; /* Sep-23-2020 */
    else if ((scan_char(s, k) == '/' && !scan_space(s, k)) ||
             (scan_char(s, k) == ',' && scan_nth(s, k + 1, &day) > k + 2))
        k++; /* Oct/2; October, 1st */
    behind = scan_day(s, k, &day);
    if (behind == 0 && s->lang != LANG_UND) {
        behind = spelt_day(s, k, &day);
        if (behind && day < 20)
            behind = 0;
    }
    if (behind == 0)
        return 0;
    spelt = scan_word(s, k)->kind != WORD_NUMBER && day < 5 && !s->lone;
    dash = skip_dash(s, behind);
    if (dash && scan_day(s, dash, &last) && last > day)
        behind = scan_day(s, dash, &last);
    else
        last = 0;
    if (scan_char(s, behind) == '%' ||
        (scan_char(s, behind) == ':' && scan_digits(s, behind + 1, &digits)))
        return 0;
    y = year_behind(s, behind, &calendar, &year);
    if (!y && spelt)
        return 0; /* "in May first reported" */
    /* "novembre 19-20", "jan/3": elsewhere a range or a sign tells */
    if (!y && !s->lone && !last &&
        !month_first_lang((enum lang)scan_word(s, i)->lang) &&
        !(scan_char(s, k - 1) == '/' && scan_space(s, behind)))
        return 0;
    if (!scan_put(&m->when, (enum calendar)calendar, y ? year : 0, month, day))
        return 0;
    if (last &&
        scan_put(&m->until, (enum calendar)calendar, y ? year : 0, month, last))
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
    size_t k = scan_month(s, i, &calendar, &month, &clitic), y, tail;

    if (k == 0)
        return 0;
    if (scan_cue(s, k, &tail) & CUE(MONTH_TAIL) &&
        scan_year(s, tail, &(uint8_t){calendar}, &year))
        k = tail;
    /* "Feb 30" is no month of 2030, "30 Feb 2019" none at all */
    if (scan_day_missing(s, i, month))
        return 0;
    if (scan_digits(s, k, &year) == 2 && year <= 31)
        return 0;
    y = year_behind(s, k, &calendar, &year);
    if (!y || !scan_put(&m->when, (enum calendar)calendar, year, month, 0))
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
        k = rule_orders(s, i, &try, day_first);
    }
    if (!k) {
        try = *m;
        k = month_year(s, i, &try);
    }
    if (k)
        *m = try;
    return k;
}
