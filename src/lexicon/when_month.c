/*
 * when_month.c - names of months, and when a word is one.
 */
#include "lexicon/day.h"
#include "lexicon/when_rules.h"

/* Whether letters of this word allow it to be a month or weekday name. */
bool
scan_capital(const struct scan *s, size_t i)
{
    const struct word *w = scan_word(s, i);

    if (s->lone)
        return true;
    switch (w->lang) {
    case LANG_EN:
        /* what is no other word without its capital: "july" */
        if (w->fold.n >= 4 && !str_is(w->fold, "march") &&
            !str_is(w->fold, "august") && reading_sense(s->r, i, SENSE_MONTH))
            return true;
        return w->shape & SHAPE_CAPITAL;
    case LANG_DE:
    case LANG_EL:
    case LANG_ID:
    case LANG_MS:
        return w->shape & SHAPE_CAPITAL;
    default:
        return true;
    }
}

/* "14 nov 2023", "march 3, 2015": beside a year small letters will do. */
static bool
year_near(const struct scan *s, size_t i)
{
    uint8_t calendar = CALENDAR_GREGORIAN;
    size_t k = i + 1;
    int day, year;

    if (scan_year(s, k, &calendar, &year))
        return true;
    if (!scan_digits(s, k, &day) || day > 31)
        return false;
    k = scan_ordinal(s, k + 1);
    if (scan_char(s, k) == ',')
        k++;
    return scan_year(s, k, &calendar, &year);
}

/* "14 nov": so may they behind a day. */
static bool
behind_day(const struct scan *s, size_t i)
{
    int day;

    return s->lang == LANG_EN && i > s->begin && scan_digits(s, i - 1, &day) &&
           day >= 1 && day <= 31 && reading_sense(s->r, i, SENSE_MONTH) &&
           !scan_is(s, i, "mar") && !scan_is(s, i, "may") &&
           !scan_is(s, i, "march") && !scan_is(s, i, "august");
}

/*
 * A month name, with its twin in the other naming ("أيلول/سبتمبر", "يوليو
 * تموز") and the dot of a short form.
 */
size_t
scan_month(const struct scan *s, size_t i, uint8_t *calendar, uint8_t *month,
           bool *clitic)
{
    uint8_t cal, other;
    size_t behind, k, twin;
    bool exact, so;
    uint32_t c;

    if (i >= s->end ||
        !(scan_capital(s, i) || year_near(s, i) || behind_day(s, i)))
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
    if (c == '.' && !scan_space(s, behind) && behind + 1 < s->end &&
        scan_word(s, behind + 1)->kind == WORD_NUMBER &&
        utf8_count(scan_word(s, behind - 1)->fold) <= 4)
        return behind + 1;
    return behind;
}

/* Short lower-case forms are words of other sense too ("mar", "set"). */
bool
scan_short_form(const struct scan *s, size_t i, uint8_t month)
{
    const struct word *w = scan_word(s, i);

    static const char *const plain[] = {"jan", "feb", "fev", "apr", "aug",
                                        "sep", "okt", "oct", "nov", "dec"};

    for (size_t k = 0; k < sizeof plain / sizeof *plain; k++)
        if (str_is(w->fold, plain[k]))
            return false;
    /* "30-jul" */
    if (i > s->begin && !(w->shape & SHAPE_SPACE) &&
        (scan_char(s, i - 1) == '-' || scan_char(s, i - 1) == '/'))
        return false;
    return !s->lone && w->script == SCRIPT_LATIN && utf8_count(w->fold) <= 3 &&
           month != 5 && !(w->shape & SHAPE_CAPITAL) &&
           (scan_char(s, i + 1) != '.' || i + 2 >= s->r->w.nwords ||
            s->r->w.words[i + 2].sentence != w->sentence);
}

bool
scan_day_missing(const struct scan *s, size_t i, uint8_t month)
{
    struct scan back = *s;
    size_t k = i;
    int day;

    back.begin = 0;
    if (k >= 2 && !scan_digits(&back, k - 1, &day) &&
        scan_cue(&back, k - 1, NULL) & CUE(OF))
        k--;
    return k >= 1 && !(s->r->w.words[k].shape & SHAPE_LINE) &&
           scan_digits(&back, k - 1, &day) == 2 && day >= 30 && day <= 31 &&
           !day_real((struct day){0, month, (uint8_t)day});
}
