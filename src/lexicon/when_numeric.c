/*
 * when_numeric.c - dates made of numbers alone.
 */
#include "lexicon/day.h"
#include "lexicon/when_rules.h"

/* ---- numeric dates --------------------------------------------------------
 */

/* Up to three numbers out of "26.07.2021"; how many, 0: it is none. */
static size_t
dotted(str fold, int *part, size_t *digits)
{
    size_t n = 0;

    part[0] = part[1] = part[2] = 0;
    digits[0] = digits[1] = digits[2] = 0;
    for (size_t k = 0; k < fold.n; k++) {
        if (fold.s[k] == '.') {
            if (++n > 2)
                return 0;
        } else if (fold.s[k] >= '0' && fold.s[k] <= '9' && digits[n] < 4) {
            part[n] = part[n] * 10 + (fold.s[k] - '0');
            digits[n]++;
        } else {
            return 0;
        }
    }
    return n + 1;
}

static bool
put(struct when *w, enum lang lang, int year, int month, int day)
{
    struct day d = {(int16_t)year, (uint8_t)month, (uint8_t)day};

    if (month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    /* Persian pages number their own months */
    if (lang == LANG_FA && year >= 1300 && year <= 1450) {
        w->date =
            day_of_number(day_of_calendar(CALENDAR_PERSIAN, year, month, day));
        return true;
    }
    if (lang == LANG_TH && year >= 2400 && year <= 2650)
        d.year = (int16_t)(year - 543);
    if (d.year < WHEN_FIRST_YEAR || d.year > WHEN_LAST_YEAR || !day_real(d))
        return false;
    w->date = d;
    return true;
}

/* Where dates are dotted and decimals are not: "18.07.14". */
static bool
dotted_lang(enum lang lang)
{
    return lang == LANG_DE || lang == LANG_RU || lang == LANG_UK ||
           lang == LANG_PL || lang == LANG_CS || lang == LANG_SK ||
           lang == LANG_TR || lang == LANG_BG || lang == LANG_FI ||
           lang == LANG_NO || lang == LANG_DA || lang == LANG_RO ||
           lang == LANG_BE || lang == LANG_SR || lang == LANG_HR;
}

/* Which order the figures have shown, and whether they might have had the
 * other one. */
static void
put_order(struct when *w, const int *p)
{
    if (p[0] == p[1])
        return;
    w->order = w->date.day == p[0] ? WHEN_DAY_FIRST : WHEN_MONTH_FIRST;
    w->either = p[0] <= 12 && p[1] <= 12;
}

void
when_reorder(struct when *w, enum when_order order)
{
    struct day d = {w->date.year, w->date.day, w->date.month};

    if (!w->either || w->order == order || !day_real(d))
        return;
    w->date = d;
    w->order = (uint8_t)order;
}

/* By which end the year stands at, then by the language. */
static bool
three(struct when *w, enum lang lang, const int *p, const size_t *digits,
      bool slashes)
{
    if (digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2)
        return put(w, lang, p[0], p[1], p[2]);
    if (!slashes && digits[0] == 2 && digits[1] == 2 && digits[2] == 2 &&
        dotted_lang(lang))
        return put(w, lang, p[2] + (p[2] < WHEN_PIVOT ? 2000 : 1900), p[1],
                   p[0]);
    if (digits[2] != 4 || digits[0] > 2 || digits[1] > 2)
        return false;
    if (!(lang == LANG_EN && slashes && p[0] <= 12
              ? put(w, lang, p[2], p[0], p[1])
              : put(w, lang, p[2], p[1], p[0]) ||
                    put(w, lang, p[2], p[0], p[1])))
        return false;
    if (slashes && w->date.year == p[2])
        put_order(w, p);
    return true;
}

/* "2/28-3/1", "10/1 to 11/7": the first end of a range of such days. */
static bool
range_of_days(const struct scan *s, size_t i, uint32_t sign)
{
    int v;
    size_t next;

    if (scan_char(s, i) == '-' || scan_char(s, i) == 0x2013)
        next = i + 1;
    else if (!scan_key(s, i, TAG_RANGE_TO, &next) &&
             !(scan_key(s, i, TAG_AND, &next) &&
               scan_key_before(s, s->begin, TAG_BETWEEN)))
        return false;
    return scan_digits(s, next, &v) && scan_char(s, next + 1) == sign &&
           !scan_space(s, next + 1) && scan_digits(s, next + 2, &v) &&
           !scan_space(s, next + 2);
}

/* "22/04", "05/12": in two digits each, and one of them no month or with a
 * nought before it, it is no fraction and no score. */
static bool
looks_dated(const struct scan *s, size_t i, const int *p, const size_t *n)
{
    const struct word *w = scan_word(s, i);
    const char *text = s->r->w.text.s;

    return n[0] == 2 && n[1] == 2 && p[0] != p[1] &&
           (text[w[2].start] == '0' || text[w->start] == '0') &&
           (p[0] > 12 || p[1] > 12 || text[w[2].start] == '0') &&
           scan_space(s, i + 3);
}

/* "22/04", "17.2.": day and month behind what leads a day, or alone. */
static size_t
day_and_month(const struct scan *s, size_t i, struct when_mark *m)
{
    uint64_t led = CUE(DAY_WORD) | CUE(UNTIL) | CUE(SINCE);
    bool month_first = s->lang == LANG_EN || s->lang == LANG_JA ||
                       s->lang == LANG_ZH || s->lang == LANG_KO;
    size_t n[3], k = i + 3;
    int p[3];
    uint32_t c = scan_char(s, i + 1);
    bool ranged = false;
    bool leads = s->lone || i > s->begin || scan_before(s, i) & led;

    if (dotted(scan_word(s, i)->fold, p, n) == 2) {
        k = i + 1;
        if (!leads || s->lang == LANG_EN ||
            !(s->lone || scan_char(s, k) == '.'))
            return 0;
        if (scan_char(s, k) == '.' && !scan_space(s, k))
            k++;
    } else {
        if ((c != '/' && c != '-' && c != 0xFF0F) ||
            scan_space(s, i + 1) != scan_space(s, i + 2) ||
            !(n[0] = scan_digits(s, i, &p[0])) ||
            !(n[1] = scan_digits(s, i + 2, &p[1])))
            return 0;
        ranged = n[0] <= 2 && n[1] <= 2 && range_of_days(s, k, c);
        if ((!leads && !ranged && !looks_dated(s, i, p, n)) ||
            (c == '-' && !s->lone && !ranged))
            return 0;
        c = scan_char(s, k);
        if ((c == '/' || c == '-' || c == '.' || c == '%') &&
            !scan_space(s, k) && !ranged)
            return 0;
    }
    if (s->lone && (n[0] == 4 || n[1] == 4)) { /* 2014-10, 2/2013 */
        int year = p[n[0] == 4 ? 0 : 1], month = p[n[0] == 4 ? 1 : 0];

        if (n[0] + n[1] > 6 || month < 1 || month > 12 ||
            year < WHEN_FIRST_YEAR || year > WHEN_LAST_YEAR)
            return 0;
        m->when.date = (struct day){(int16_t)year, (uint8_t)month, 0};
        return k;
    }
    if (n[0] > 2 || n[1] > 2)
        return 0;
    if ((month_first && p[0] <= 12) || p[1] > 12) {
        int swap = p[0];

        p[0] = p[1];
        p[1] = swap;
    }
    if (p[1] < 1 || p[1] > 12 || p[0] < 1)
        return 0;
    m->when.date = (struct day){0, (uint8_t)p[1], (uint8_t)p[0]};
    if (p[0] > 31 || !day_real(m->when.date))
        return 0;
    /* "from 5/1-5/7, 2020" */
    if (scan_char(s, k) == ',' && scan_digits(s, k + 1, p) == 4 &&
        p[0] >= WHEN_FIRST_YEAR && p[0] <= WHEN_LAST_YEAR) {
        m->when.date.year = (int16_t)p[0];
        return day_real(m->when.date) ? k + 2 : 0;
    }
    return k;
}

/* "14. - 15.10.2013", "14./15.10.": the first day has no month of its own. */
static size_t
day_and_date(const struct scan *s, size_t i, struct when_mark *m)
{
    struct when_mark end = {0};
    size_t k = i + 2, behind;
    int day;
    uint32_t c = scan_char(s, k);

    if (!dotted_lang(s->lang) || !scan_digits(s, i, &day) || day < 1 ||
        scan_char(s, i + 1) != '.' || scan_space(s, i + 1) ||
        !(c == '/' || c == '-' || c == 0x2013))
        return 0;
    behind = rule_numeric(s, k + 1, &end);
    if (!behind || !end.when.date.month || end.when.date.day <= day)
        return 0;
    m->when = m->until = end.when;
    m->when.date.day = (uint8_t)day;
    m->is_range = true;
    return behind;
}

/* "10-1-2018-10-7-2018": the second of two with one sign. */
static bool
another_date(const struct scan *s, size_t i, uint32_t sign)
{
    int v;

    return scan_digits(s, i, &v) && scan_char(s, i + 1) == sign &&
           scan_digits(s, i + 2, &v) && scan_char(s, i + 3) == sign &&
           scan_digits(s, i + 4, &v) == 4 && !scan_space(s, i + 4);
}

size_t
rule_numeric(const struct scan *s, size_t i, struct when_mark *m)
{
    const struct word *w = scan_word(s, i);
    int p[3];
    size_t digits[3];
    uint32_t c, before = 0;

    if (!w || w->kind != WORD_NUMBER)
        return 0;
    if (i > 0 && !(w->shape & SHAPE_SPACE)) {
        struct scan back = *s;

        before = scan_char(&back, i - 1);
        if (before == '/' && i > s->begin + 2 && scan_char(&back, i - 2) == '.')
            before = 0; /* 14./15.10.2018 */
        if (before == '-' && i > s->begin + 2)
            before = 0; /* 10/1/2018-10/7/2018 */
        if (before == '/' || before == '-' || before == '_' || before == '=')
            return 0; /* inside an address or a longer number */
    }
    if (w->lang == LANG_DE && dotted(w->fold, p, digits) == 2 &&
        digits[0] <= 2 && digits[1] <= 2 && p[0] >= 1 && p[1] >= 1 &&
        p[1] <= 12 && scan_char(s, i + 1) == '.' && !scan_space(s, i + 1) &&
        (i > s->begin ||
         scan_before(s, i) & (CUE(DAY_WORD) | CUE(UNTIL) | CUE(SINCE)))) {
        /* "am 26.7." */
        m->when.date = (struct day){0, (uint8_t)p[1], (uint8_t)p[0]};
        return day_real(m->when.date) ? i + 2 : 0;
    }
    if (dotted(w->fold, p, digits) == 1 && digits[0] <= 2) {
        size_t k = day_and_date(s, i, m);

        if (k)
            return k;
    }
    if (dotted(w->fold, p, digits) == 3 && s->lone && digits[2] == 2) {
        p[2] += p[2] < WHEN_PIVOT ? 2000 : 1900;
        digits[2] = 4;
        return three(&m->when, (enum lang)w->lang, p, digits, false) ? i + 1
                                                                     : 0;
    }
    if (dotted(w->fold, p, digits) == 3)
        return three(&m->when, (enum lang)w->lang, p, digits, false) ? i + 1
                                                                     : 0;
    c = scan_char(s, i + 1);
    if ((c != '-' && c != '/' && c != 0xFF0F && c != '.') ||
        scan_char(s, i + 3) != c ||
        scan_space(s, i + 1) != scan_space(s, i + 3))
        return day_and_month(s, i, m);
    for (size_t k = 0; k < 3; k++)
        if ((digits[k] = scan_digits(s, i + 2 * k, &p[k])) == 0)
            return 0;
    if (scan_char(s, i + 5) == c && !scan_space(s, i + 5) &&
        !(digits[2] == 4 && digits[0] <= 2 && another_date(s, i + 6, c)))
        return 0;
    if (digits[2] == 2 && digits[0] <= 2 &&
        (i > s->begin || s->lone ||
         (c == '/' && (!scan_word(s, i + 5) ||
                       (scan_word(s, i + 5)->kind == WORD_MARK &&
                        scan_char(s, i + 5) != '-') ||
                       reading_sense(s->r, i + 5, SENSE_FUNCTION))))) {
        /* behind a weekday or with slashes: "samedi 23/06/18" */
        p[2] += p[2] < WHEN_PIVOT ? 2000 : 1900;
        digits[2] = 4;
    }
    return three(&m->when, (enum lang)w->lang, p, digits, c != '-') ? i + 5 : 0;
}
