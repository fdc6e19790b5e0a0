/*
 * when_alone.c - a month or a year alone: names and numbers that are dates
 * only in the right company.
 */
#include "lexicon/day.h"
#include "lexicon/when_rules.h"

/* Years that are likelier of the Hijri or Persian calendar, in Arabic
 * script. */
#define HIJRI_FROM       1250
#define HIJRI_TO         1500
#define WHEN_LIKELY_YEAR 1900 /* as a number between others */

/* ---- a month alone ------------------------------------------------------ */

/* Whether a dash or a word for "to" stands here and a month behind it. */
static bool
month_follows(const struct scan *s, size_t i)
{
    uint32_t c = scan_char(s, i);
    uint8_t calendar, month;
    bool exact;
    size_t next;

    if (c == '.' && !scan_space(s, i))
        c = scan_char(s, ++i); /* of a short form */
    if (c == '-' || c == 0x2013)
        next = i + 1;
    else if (!scan_key(s, i, TAG_RANGE_TO, &next) &&
             !(scan_cue(s, i, &next) & CUE(UNTIL)))
        return false;
    return next < s->end && scan_capital(s, next) &&
           cue_month(s->lx, s->r, next, &calendar, &month, &exact) && exact;
}

/* eylülde, mayıstan: "in" and "from" as endings, which no month's name has. */
static bool
month_in_case(const struct word *w)
{
    static const char *const cases[] = {"da",  "de",  "ta",  "te",
                                        "dan", "den", "tan", "ten"};

    for (size_t i = 0; w->lang == LANG_TR && i < sizeof cases / sizeof *cases;
         i++)
        if (str_ends(w->fold, str_of(cases[i])))
            return true;
    return false;
}

/* Whether the words around make a month of the name. */
static bool
month_is_led(const struct scan *s, size_t i, size_t behind, bool clitic)
{
    size_t start;
    uint64_t before = cue_before(s->lx, s->r, i, &start);
    const struct word *w = scan_word(s, i);
    uint8_t calendar, month;
    bool exact;

    if (scan_cue(s, behind, &start) &
        (CUE(MONTH_TAIL) | CUE(LAST) | CUE(NEXT) | CUE(MONTH)))
        return true;
    if (clitic && (w->script == SCRIPT_HEBREW || w->script == SCRIPT_ARABIC))
        return true;
    if (month_in_case(w))
        return true;
    if (i > s->begin && scan_key_before(s, i, TAG_RANGE_TO))
        return true;
    /* "May to March", "Jan-Feb 2017": a month at either end */
    if (month_follows(s, behind) || scan_key_before(s, i, TAG_SHIFT_AFTER) ||
        scan_key_before(s, i, TAG_SHIFT_BEFORE))
        return w->lang != LANG_EN || w->shape & SHAPE_CAPITAL;
    if (before & (CUE(IN) | CUE(SINCE) | CUE(UNTIL) | CUE(LAST) | CUE(NEXT) |
                  CUE(THIS) | CUE(MONTH) | CUE_EDGES)) {
        /* Theresa May, April, June: "by", "for" and "to" take names too */
        if (w->lang == LANG_EN && before & CUE(UNTIL) && !(before & CUE(IN)))
            cue_month(s->lx, s->r, i, &calendar, &month, &exact);
        else
            return true;
        return month != 5;
    }
    /* "March and April", "März bis Mai" */
    if (i >= 2 &&
        cue_month(s->lx, s->r, i - 2, &calendar, &month, &exact) == i - 1 &&
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
    size_t k = scan_month(s, i, &calendar, &month, &clitic), behind, year;
    uint64_t cue;

    if (k == 0 || scan_day_missing(s, i, month) ||
        (!s->lone && !month_is_led(s, i, k, clitic)) ||
        (scan_short_form(s, i, month) && !month_follows(s, k)))
        return 0;
    /* "pendant sept heures": seven, where no day, year or dot is by it */
    if (s->lang == LANG_FR && !s->lone && scan_is(s, i, "sept") &&
        scan_char(s, i + 1) != '.')
        return 0;
    /* "diese Mär" is a tale */
    if (s->lang == LANG_DE && month == 3 && !s->lone &&
        utf8_count(scan_word(s, i)->fold) == 3 && scan_char(s, i + 1) != '.')
        return 0;
    if (s->lone && (utf8_count(scan_word(s, i)->fold) < 3 ||
                    (s->lang == LANG_EN && (month == 5 || month == 3) &&
                     !(scan_word(s, i)->shape & SHAPE_CAPITAL))))
        return 0; /* "may", "march" */
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

/*
 * A year as written there; *old: before those that a preposition alone may
 * name. In Arabic script such numbers are of other calendars.
 */
static bool
any_year(const struct scan *s, size_t i, uint8_t *calendar, int *year,
         bool *old)
{
    *old = false;
    if (scan_year(s, i, calendar, year))
        return true;
    *old = true;
    if (*calendar != CALENDAR_GREGORIAN || scan_digits(s, i, year) != 4 ||
        *year >= WHEN_FIRST_YEAR || !scan_old_year(*year))
        return false;
    return (s->lang != LANG_AR && s->lang != LANG_FA) || *year < HIJRI_FROM ||
           *year > HIJRI_TO;
}

/* "1968'de", "2024'ten beri", "2028'e kadar"; not "2000'den fazla". */
static bool
turkish_case(const struct scan *s, size_t i)
{
    static const char *const in[] = {"de",   "da",   "te",   "ta",
                                     "deki", "daki", "teki", "taki"};
    static const char *const from[] = {"den", "dan", "ten", "tan"};
    static const char *const to[] = {"e", "a", "ye", "ya"};
    const struct word *w;
    uint32_t c = scan_char(s, i);
    str ending;

    if (s->lang != LANG_TR || (c != '\'' && c != 0x2019) || scan_space(s, i))
        return false;
    if (reading_concept(s->r, i, CLASS_BOUND))
        return false; /* 'den fazla: more than */
    w = scan_word(s, ++i);
    if (!w || w->kind != WORD_LETTERS || w->shape & SHAPE_SPACE)
        return false;
    ending = w->fold;
    for (size_t k = 0; k < sizeof in / sizeof *in; k++)
        if (str_is(ending, in[k]))
            return !reading_sense(s->r, i + 1, SENSE_NUMBER);
    for (size_t k = 0; k < sizeof from / sizeof *from; k++)
        if (str_is(ending, from[k]))
            return !reading_concept(s->r, i + 1, CLASS_BOUND) &&
                   !reading_concept(s->r, i + 1, CLASS_QUALITY);
    for (size_t k = 0; k < sizeof to / sizeof *to; k++)
        if (str_is(ending, to[k]))
            return scan_cue(s, i + 1, NULL) & CUE(UNTIL);
    return false;
}

/* Whether nothing follows that the number could count. */
static bool
nothing_counted(const struct scan *s, size_t i)
{
    const struct word *w = scan_word(s, i);

    if (!w || w->kind == WORD_MARK || reading_sense(s->r, i, SENSE_FUNCTION))
        return true;
    if (w->kind != WORD_LETTERS || reading_sense(s->r, i, SENSE_MULTIPLIER))
        return false;
    return w->lang == LANG_DE ? !(w->shape & SHAPE_CAPITAL)
                              : (w->shape & SHAPE_CAPITAL) != 0;
}

/* "Prague 1593,": a place right before, nothing behind. */
static bool
placed(const struct scan *s, size_t i)
{
    const struct word *w = scan_word(s, i);
    const struct sense *place;

    if (i == 0 || w->shape & SHAPE_LINE || !(w->shape & SHAPE_SPACE))
        return false;
    place = reading_sense(s->r, i - 1, SENSE_PLACE);
    w = scan_word(s, i + 1);
    return place && place->exact &&
           s->r->w.words[i - 1].shape & SHAPE_CAPITAL &&
           (!w || scan_char(s, i + 1) == ',' || scan_char(s, i + 1) == '.' ||
            scan_char(s, i + 1) == ')' || scan_char(s, i + 1) == ';');
}

/* "2014-2018": a dash and a later year, and nothing that they count. */
static bool
years_follow(const struct scan *s, size_t i, int year)
{
    uint32_t c = scan_char(s, i);
    size_t to;
    int last;

    /* "2014 to 2018" */
    if (scan_key(s, i, TAG_RANGE_TO, &to) && year >= WHEN_LIKELY_YEAR &&
        scan_digits(s, to, &last) == 4 && last > year &&
        last <= WHEN_LAST_YEAR && !counts_something(s, to + 1, last) &&
        (!scan_word(s, to + 1) || scan_word(s, to + 1)->kind == WORD_MARK))
        return true;
    return (c == '-' || c == 0x2013 || c == '~') && !scan_space(s, i) &&
           (i < 2 || scan_space(s, i - 1)) && !scan_space(s, i + 1) &&
           scan_digits(s, i + 1, &last) == 4 && last > year &&
           last <= WHEN_LAST_YEAR &&
           (!scan_word(s, i + 2) || scan_space(s, i + 2) ||
            (scan_word(s, i + 2)->kind == WORD_MARK &&
             !(scan_char(s, i + 2) == '-' || scan_char(s, i + 2) == '/'))) &&
           !counts_something(s, i + 2, last);
}

/* "2007 और 2009 में", "2014 ~ 2018": another year in Hindi. */
static bool
hindi_years(const struct scan *s, size_t i, int year)
{
    size_t next;
    int last;

    if (scan_char(s, i) == '~')
        next = i + 1;
    else if (s->lang != LANG_HI || !scan_key(s, i, TAG_AND, &next))
        return false;
    return year >= WHEN_LIKELY_YEAR && scan_digits(s, next, &last) == 4 &&
           last > year && last <= WHEN_LAST_YEAR;
}

/*
 * The word behind a bare year at k that its company makes one, or 0. `led`:
 * a word for year stands before it.
 */
static size_t
year_in_company(const struct scan *s, size_t k, int year, bool led, bool old)
{
    uint64_t before = cue_before(s->lx, s->r, k, NULL);
    size_t behind;
    uint64_t after = scan_cue(s, k + 1, &behind);
    const uint64_t leads = CUE(IN) | CUE(SINCE) | CUE(UNTIL) |
                           CUE(YEAR_BEFORE) | CUE(OF) | CUE_EDGES;

    if (after & (CUE(YEAR_AFTER) | CUE(HIJRI)) &&
        (led || s->lang != LANG_HI || before || year % 100 != 0)) {
        if (scan_char(s, behind) == '.' && !scan_space(s, behind) &&
            utf8_count(scan_word(s, behind - 1)->fold) == 1)
            behind++;
        return behind;
    }
    if (turkish_case(s, k + 1) || years_follow(s, k + 1, year) ||
        hindi_years(s, k + 1, year))
        return k + 1;
    if (second_year(s, k) && scan_space(s, k + 1))
        return k + 1;
    if (counts_something(s, k + 1, year))
        return 0;
    /* "wurde 1887 gegründet": where the participle stands behind */
    if (after & CUE(MADE) &&
        (s->lang == LANG_DE || s->lang == LANG_NL || s->lang == LANG_TR))
        return k + 1;
    /* "założony 1887 upadł": of a thing made, never of how many */
    if (before & CUE(MADE) &&
        (s->lang == LANG_PL || s->lang == LANG_RU || s->lang == LANG_UK))
        return k + 1;
    if (led || second_year(s, k))
        return k + 1;
    if (s->lang == LANG_HI || s->lang == LANG_TR) {
        /* what leads a year elsewhere follows it: "2028 sonuna kadar" */
        if (after & (CUE(UNTIL) | CUE_EDGES))
            return k + 1;
        if (after & CUE(SINCE) && !reading_concept(s->r, behind, CLASS_BOUND))
            return k + 1;
    }
    if (before & CUE(MADE) || (old && before & leads) || placed(s, k))
        return nothing_counted(s, k + 1) ? k + 1 : 0;
    if (before & leads || scan_key(s, k + 1, TAG_OR_LATER, NULL))
        return k + 1;
    return scan_key_before(s, k, TAG_SHIFT_AFTER) ||
                   scan_key_before(s, k, TAG_SHIFT_BEFORE)
               ? k + 1
               : 0;
}

size_t
rule_year(const struct scan *s, size_t i, struct when_mark *m)
{
    uint8_t calendar = CALENDAR_GREGORIAN;
    size_t k = i, behind;
    int year;
    bool old;
    uint32_t c;
    struct day d;

    if (scan_cue(s, i, &behind) & CUE(YEAR_BEFORE)) {
        k = behind;
        if (scan_cue(s, i, NULL) & CUE(YEAR) && s->lang == LANG_FA)
            calendar = CALENDAR_PERSIAN;
    }
    if (!any_year(s, k, &calendar, &year, &old))
        return 0;
    if (k > 0 && !(s->r->w.words[k].shape & SHAPE_SPACE)) {
        c = scan_char(&(struct scan){.lx = s->lx, .r = s->r, .end = s->end},
                      k - 1);
        if (c == '/' || c == '.' || c == '$' || c == '#' || c == '_' ||
            c == '=')
            return 0;
    }
    if (calendar != CALENDAR_GREGORIAN && k == i &&
        !(scan_cue(s, k + 1, NULL) & CUE(HIJRI)) &&
        !(cue_before(s->lx, s->r, k, NULL) & CUE(YEAR_BEFORE)))
        return 0;
    behind = year_in_company(s, k, year, k > i, old);
    if (behind == 0 && s->lone && !old)
        behind = k + 1;
    if (behind == 0)
        return 0;
    d = calendar == CALENDAR_GREGORIAN
            ? (struct day){(int16_t)year, 0, 0}
            : day_of_number(
                  day_of_calendar((enum calendar)calendar, year, 4, 1));
    m->when.date = (struct day){d.year, 0, 0};
    return behind;
}
