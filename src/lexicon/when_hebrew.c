/*
 * when_hebrew.c - dates of the Hebrew calendar, whose days and years are
 * letters: י"ד בניסן תשפ"ג, ג' בתמוז, ה'תשפ"ד.
 */
#include "lexicon/when_rules.h"

#define MOST_LETTERS  6
#define LEAST_YEAR    560 /* of the thousand; 1800 */
#define MOST_YEAR     860
#define THIS_THOUSAND 5000
#define ADAR_I        6
#define ADAR          7

/* ' or geresh, " or gershayim, and the curly ones. */
static bool
geresh(uint32_t c)
{
    return c == '\'' || c == 0x5F3 || c == 0x2019 || c == 0x2018;
}

static bool
gershayim(uint32_t c)
{
    return c == '"' || c == 0x5F4 || c == 0x201D || c == 0x201C;
}

/* What a letter counts; 0: no letter. Final forms count as the others. */
static int
letter_value(uint32_t c)
{
    static const uint16_t values[] = {1,  2,  3,  4,  5,  6,   7,   8,   9,
                                      10, 20, 20, 30, 40, 40,  50,  50,  60,
                                      70, 80, 80, 90, 90, 100, 200, 300, 400};

    return c >= 0x5D0 && c <= 0x5EA ? values[c - 0x5D0] : 0;
}

/* The number of these letters, from the greatest down (15 and 16 are 9 and
 * something); 0: none. */
static int
value_of(const int *letters, size_t n)
{
    int sum = 0, last = 0;

    if (n == 2 && letters[0] == 9 && (letters[1] == 6 || letters[1] == 7))
        return 9 + letters[1];
    for (size_t i = 0; i < n; i++) {
        int v = letters[i];

        /* one of the units, one of the tens; hundreds beyond 400 add up */
        if (i > 0 && !(last == 400 || (last >= 100 && v < 100) ||
                       (last >= 10 && v < 10)))
            return 0;
        last = v;
        sum += v;
    }
    return sum;
}

static size_t
letters_of(const struct scan *s, size_t i, int *letters, size_t n)
{
    const struct word *w = scan_word(s, i);
    str rest;

    if (!w || w->kind != WORD_LETTERS || w->script != SCRIPT_HEBREW)
        return 0;
    rest = str_cut(s->r->w.text, w->start, w->end);
    while (rest.n) {
        int v = letter_value(utf8_next(&rest));

        if (v == 0 || n >= MOST_LETTERS)
            return 0;
        letters[n++] = v;
    }
    return n;
}

/* Letters marked as a number, of one with a geresh behind or more with
 * gershayim before the last. The word behind, 0: none. */
static size_t
marked(const struct scan *s, size_t i, int *letters, size_t *n)
{
    *n = letters_of(s, i, letters, 0);
    if (!*n || scan_space(s, i + 1))
        return 0;
    if (geresh(scan_char(s, i + 1)) && *n <= 2)
        return i + 2;
    if (!gershayim(scan_char(s, i + 1)) || i + 2 >= s->end ||
        scan_space(s, i + 2))
        return 0;
    *n = letters_of(s, i + 2, letters, *n);
    return *n ? i + 3 : 0;
}

/* A day in letters, under ב ה ל or not: 1 to 30. */
static size_t
day_at(const struct scan *s, size_t i, int *day)
{
    int letters[MOST_LETTERS];
    size_t n, k = marked(s, i, letters, &n);

    if (!k)
        return 0;
    *day = value_of(letters, n);
    if ((*day < 1 || *day > 30) && n > 1 &&
        (letters[0] == 2 || letters[0] == 5 || letters[0] == 30 ||
         letters[0] == 40))
        *day = value_of(letters + 1, n - 1);
    return *day >= 1 && *day <= 30 ? k : 0;
}

/* "תשפ"ג", "ה'תשפ"ג", "התשפ"ג": a year, its thousand told or not. */
static size_t
year_at(const struct scan *s, size_t i, int *year)
{
    int letters[MOST_LETTERS], v;
    size_t n, k = marked(s, i, letters, &n);

    if (k == i + 2 && n == 1 && letters[0] == 5 && !scan_space(s, k))
        k = marked(s, k, letters, &n);
    if (!k)
        return 0;
    v = value_of(letters, n);
    if (v == 0 && n > 3 && letters[0] == 5)
        v = value_of(letters + 1, n - 1);
    *year = THIS_THOUSAND + v;
    return v >= LEAST_YEAR && v <= MOST_YEAR ? k : 0;
}

/* The month, its second name where it has one ("אדר ב'"). */
static size_t
month_at(const struct scan *s, size_t i, uint8_t *month)
{
    int letters[MOST_LETTERS];
    uint8_t calendar = 0;
    bool clitic;
    size_t n, next, k = scan_month(s, i, &calendar, month, &clitic);

    if (!k || calendar != CALENDAR_HEBREW)
        return 0;
    if (*month == ADAR) {
        next = marked(s, k, letters, &n);
        if (next && n == 1 && letters[0] <= 2) {
            *month = letters[0] == 1 ? ADAR_I : ADAR;
            k = next;
        }
    }
    return k;
}

bool
when_hebrew_begins(const struct reading *r, size_t word)
{
    struct scan s = {.r = r, .begin = word, .end = r->w.nwords};
    const struct word *w = &r->w.words[word];
    uint32_t c;

    if (w->lang != LANG_HE || w->script != SCRIPT_HEBREW ||
        w->kind != WORD_LETTERS || word + 2 >= r->w.nwords ||
        scan_space(&s, word + 1))
        return false;
    c = scan_char(&s, word + 1);
    return geresh(c) || gershayim(c);
}

size_t
rule_hebrew(const struct scan *s, size_t i, struct when_mark *m)
{
    int day = 0, year = 0;
    uint8_t month = 0;
    size_t k, next, behind;

    if (s->lang != LANG_HE || i + 1 >= s->end)
        return 0;
    k = day_at(s, i, &day);
    k = month_at(s, k ? k : i, &month);
    if (!k)
        return 0;
    next = scan_char(s, k) == ',' ? k + 1 : k;
    if (scan_cue(s, next, &behind) & CUE(YEAR_BEFORE))
        next = behind;
    next = year_at(s, next, &year);
    if ((!day && !next) ||
        !scan_put(&m->when, CALENDAR_HEBREW, next ? year : 0, month, day))
        return 0;
    return next ? next : k;
}
