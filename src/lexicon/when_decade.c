/*
 * when_decade.c - decades and centuries: "the 1990s", "les années
 * quatre-vingt", "90-е годы", "20世纪90年代", "the 19th century".
 */
#include "lexicon/when_rules.h"

#define CENTURY_LAST    1900 /* where two figures alone tell the decade */
#define LEAST_OF_NINETY 30   /* "20年代": of which century? */
#define PERSIAN_LAST    1300 /* "دهه ۶۰" without a word for the calendar */
#define PERSIAN_TO_OURS 621

/* ---- decades ---------------------------------------------------------------
 */

/* The letters that make decades of a figure: "1990s", "1990er", "90-х",
 * "1990'larda", "1990-an". In Turkish any case may follow. */
static bool
tail_is(const struct scan *s, size_t k)
{
    static const char *const tails[] = {"s", "er", "ern", "es", "х",
                                        "е", "те", "ті",  "an"};
    static const char *const turkish[] = {"lar", "ler", "li", "lı", "lu", "lü"};
    const struct word *w = scan_word(s, k);

    if (!w || scan_space(s, k) || w->kind != WORD_LETTERS)
        return false;
    for (size_t t = 0; t < sizeof tails / sizeof *tails; t++)
        if (str_is(w->fold, tails[t]))
            return !(t >= 8 && s->lang != LANG_ID && s->lang != LANG_MS);
    for (size_t t = 0; s->lang == LANG_TR && t < 6; t++)
        if (str_starts(w->fold, str_of(turkish[t])))
            return true;
    return false;
}

/* Behind the tail of a figure, 0 where it has none. *sure: it can be nothing
 * but a decade: 90年代, "90-е годы", not the "90s" of a thermometer. */
static size_t
decade_tail(const struct scan *s, size_t i, bool *sure)
{
    uint32_t sign = scan_char(s, i);
    size_t k = i, behind;

    *sure = false;
    if (sign == 0x5E74 && scan_char(s, i + 1) == 0x4EE3) {
        *sure = true;
        return i + 2; /* 年代 */
    }
    if (scan_is(s, i, "년대") || scan_is(s, i, "년대에")) {
        *sure = true;
        return i + 1;
    }
    if ((sign == '-' || sign == '\'' || sign == 0x2019) && !scan_space(s, k))
        k++;
    if (scan_is(s, k, "'s") && !scan_space(s, k))
        return k + 1;
    if (!tail_is(s, k))
        return 0;
    k++;
    if (scan_cue(s, k, &behind) &
        (CUE(YEAR_AFTER) | CUE(YEAR) | CUE(YEAR_BEFORE))) {
        *sure = true;
        k = behind;
    }
    return k;
}

/* A word for decade behind the figure, with a particle between. */
static bool
decade_word(const struct scan *s, size_t i, size_t *behind)
{
    return s->lang == LANG_HI && (scan_key(s, i, TAG_DECADE, behind) ||
                                  scan_key(s, i + 1, TAG_DECADE, behind));
}

/* "the next decade", "las próximas dos décadas": "the last decade" is the
 * last ten years as often as the one before this. */
static size_t
stepped_decade(const struct scan *s, size_t i, struct when *w)
{
    size_t k, behind;
    uint64_t step = scan_cue(s, i, &k) & (CUE(NEXT) | CUE(THIS));
    int n = 1;

    if (!step && !scan_key(s, i, TAG_NEXT_SPAN, &k))
        return 0;
    if (!(step & CUE(THIS))) {
        behind = scan_small(s, k, &n);
        if (behind && n >= 1 && n <= 10)
            k = behind;
        else
            n = 1;
    }
    if (!scan_key(s, k, TAG_DECADE, &behind))
        return 0;
    w->part = WHEN_DECADE;
    w->offset = step & CUE(THIS) ? 0 : 1;
    w->span = n > 1 ? (int16_t)n : 0;
    return behind;
}

/* "of his life": an age, no decade. */
static bool
of_an_age(const struct scan *s, size_t i)
{
    const struct word *w = scan_word(s, i + 1);

    return s->lang == LANG_AR && scan_is(s, i, "من") && w &&
           (str_starts(w->fold, STR("عمر")) ||
            str_starts(w->fold, STR("العمر")));
}

/* Words that are decades: "the nineties", "neunziger Jahre", "التسعينيات",
 * "девяностые годы", "lat dziewięćdziesiątych". */
static size_t
spelt_decade(const struct scan *s, size_t i, bool led, int *tens)
{
    size_t k = cue_tens(s->lx, s->r, i, tens), behind;
    int n;

    if (k) {
        bool year = scan_cue(s, k, &behind) &
                    (CUE(YEAR) | CUE(YEAR_BEFORE) | CUE(YEAR_AFTER));

        if (year && s->lang != LANG_AR)
            return behind;
        if (s->lang == LANG_DE)
            return str_ends(scan_word(s, i)->fold, STR("jahre")) ||
                           str_ends(scan_word(s, i)->fold, STR("jahren"))
                       ? k
                       : 0;
        if (s->lang == LANG_EN)
            return led || (i > 0 && scan_is(s, i - 1, "the")) ? k : 0;
        if (s->lang == LANG_PL)
            return led ? k : 0;
        if (s->lang == LANG_TR)
            return 0; /* "doksanlı yaşlarında": an age */
        return of_an_age(s, k) ? 0 : k;
    }
    /* ordinals with the word for years: "девяностые годы" */
    if (s->lang != LANG_RU && s->lang != LANG_UK)
        return 0;
    behind = scan_nth(s, i, &n);
    if (!behind || scan_word(s, i)->kind == WORD_NUMBER || n < 20 || n > 90 ||
        n % 10)
        return 0;
    *tens = n;
    return scan_cue(s, behind, &k) & (CUE(YEAR) | CUE(YEAR_AFTER)) ? k : 0;
}

/* "دهه ۶۰" is of the Persian calendar, "دهه ۹۰ میلادی" of ours. */
static int
persian_decade(const struct scan *s, size_t i, int tens, size_t *behind)
{
    const struct word *w = scan_word(s, i);
    uint64_t cue = scan_cue(s, i, behind) & CUE(YEAR_AFTER);

    if (!cue)
        *behind = i;
    /* "م", "میلادی" */
    if (cue && str_starts(w->fold, STR("م")))
        return CENTURY_LAST + tens;
    return PERSIAN_LAST + tens + PERSIAN_TO_OURS;
}

/* What leads a decade: "los años", "the", "שנות ה-", "lat". */
static size_t
led_by(const struct scan *s, size_t i)
{
    size_t k;

    if (s->lang == LANG_PL && scan_word(s, i) &&
        str_starts(scan_word(s, i)->fold, STR("lat")) &&
        scan_cue(s, i, &k) & (CUE(YEAR) | CUE(YEAR_BEFORE) | CUE(YEAR_AFTER)))
        return k;
    if (!scan_key(s, i, TAG_DECADE_BEFORE, &k))
        return 0;
    /* "שנות ה-90" */
    if (scan_char(s, k) == '-' && !scan_space(s, k))
        k++;
    if (scan_char(s, k) == '\'' || scan_char(s, k) == 0x2019)
        k++;
    return k;
}

static size_t
decade(const struct scan *s, size_t i, bool edged, struct when *w)
{
    size_t k = i, digits = 0, behind, figures;
    bool led = edged, sure = false, apostrophe = false;
    int v = 1;

    if ((behind = stepped_decade(s, i, w)) != 0)
        return behind;
    if ((behind = led_by(s, i)) != 0) {
        led = true;
        k = behind;
    }
    if (k < s->end && (scan_char(s, k) == '\'' || scan_char(s, k) == 0x2019)) {
        apostrophe = true;
        k++;
    }
    if (k >= s->end)
        return 0;
    w->part = WHEN_DECADE;
    behind = spelt_decade(s, k, led, &v);
    /* "los años noventa", "années quatre-vingt-dix" */
    if (!behind && led && k > i && s->lang != LANG_EN &&
        scan_word(s, k)->kind != WORD_NUMBER &&
        (behind = scan_number(s, k, &v)) != 0 && (v < 20 || v > 90 || v % 10))
        behind = 0;
    /* "नब्बे के दशक" */
    if (!behind && s->lang == LANG_HI && (figures = scan_number(s, k, &v)) &&
        v >= LEAST_OF_NINETY && v <= 90 && v % 10 == 0)
        decade_word(s, figures, &behind);
    if (behind) {
        w->date.year = (int16_t)(CENTURY_LAST + v);
        if (s->lang == LANG_FA)
            w->date.year = (int16_t)persian_decade(s, behind, v, &behind);
        return behind;
    }
    figures = k + 1;
    if ((digits = scan_digits(s, k, &v)) == 0) {
        /* 九十年代 */
        figures = scan_han(s, k, &v, &digits);
        digits = figures && v < 100 ? 2 : 0;
        if (!digits || scan_char(s, figures) != 0x5E74)
            return 0;
    }
    if (v % 10 || (digits != 4 && digits != 2) ||
        (digits == 4 && (v < 1500 || v > 2090)))
        return 0;
    behind = decade_tail(s, figures, &sure);
    if (!behind && decade_word(s, figures, &behind) &&
        (digits == 4 || v >= LEAST_OF_NINETY))
        sure = true; /* "90 के दशक" */
    /* "a finales de los 90" */
    if (!behind && !(led && (k > i || (i > 0 && scan_is(s, i - 1, "los")))))
        return 0;
    if (digits == 2) {
        /* "his 60s", "in the low 20s": ages and temperatures */
        if (v < 20 || !(sure || led || apostrophe) ||
            (s->lang == LANG_EN && !apostrophe) ||
            (sure && !led && v < LEAST_OF_NINETY))
            return 0;
        w->date.year = (int16_t)(CENTURY_LAST + v);
        behind = behind ? behind : figures;
        /* "lat 90." */
        if (s->lang == LANG_PL && scan_char(s, behind) == '.' &&
            !scan_space(s, behind))
            behind++;
        if (s->lang == LANG_FA)
            w->date.year = (int16_t)persian_decade(s, behind, v, &behind);
        return behind;
    }
    w->date.year = (int16_t)v;
    return behind ? behind : figures;
}

/* ---- centuries -------------------------------------------------------------
 */

/* XIX, XXI: up to 21; 0 where it is none. */
static int
roman(str fold)
{
    int v = 0, last = 0;

    if (fold.n == 0 || fold.n > 5)
        return 0;
    for (size_t i = fold.n; i-- > 0;) {
        int d = fold.s[i] == 'i'   ? 1
                : fold.s[i] == 'v' ? 5
                : fold.s[i] == 'x' ? 10
                                   : 0;

        if (!d)
            return 0;
        v += d < last ? -d : d;
        last = d;
    }
    return v <= 21 ? v : 0;
}

/* "XIX", and the French "XIXe", "XIXème" in one word or two. */
static size_t
roman_nth(const struct scan *s, size_t i, bool first, int *n)
{
    static const char *const ends[] = {"eme", "ème", "e"};
    const struct word *w = scan_word(s, i);
    str fold = w->fold;

    *n = 0;
    if (!(w->shape & SHAPE_CAPITAL))
        return 0;
    *n = roman(fold);
    if (*n && (first || s->lang != LANG_FR))
        return i + 1;
    if (*n)
        return i + 1 < s->end && !scan_space(s, i + 1) ? i + 2 : i + 1;
    for (size_t k = 0; s->lang == LANG_FR && k < 3; k++)
        if (str_ends(fold, str_of(ends[k]))) {
            *n = roman((str){fold.s, fold.n - strlen(ends[k])});
            return *n ? i + 1 : 0;
        }
    return 0;
}

/* 20世纪90年代, 上世纪90年代: a decade of the century. */
static size_t
decade_of(const struct scan *s, size_t i, struct when *w)
{
    struct when_mark m = {0};
    int century = w->date.year;
    size_t k = i < s->end ? decade(s, i, true, &m.when) : 0;

    if (!k || !m.when.date.year || m.when.date.year / 100 != 19)
        return 0;
    m.when.date.year = (int16_t)(century + m.when.date.year % 100);
    *w = m.when;
    return k;
}

/* The century before this one, 上世纪; *w as read. */
static size_t
last_century(const struct scan *s, size_t i, struct when *w)
{
    size_t k, behind;

    if (!(scan_cue(s, i, &k) & CUE(LAST)))
        return 0;
    if (scan_char(s, k) == 0x4E2A || scan_char(s, k) == 0x500B) /* 个 */
        k++;
    if (!scan_key(s, k, TAG_CENTURY, &behind))
        return 0;
    w->date.year = CENTURY_LAST;
    return decade_of(s, behind, w);
}

static size_t
century(const struct scan *s, size_t i, struct when *w)
{
    size_t k = i, behind;
    bool first = false;
    int n;

    if ((behind = last_century(s, i, w)) != 0)
        return behind;
    if (scan_key(s, i, TAG_CENTURY, &behind)) {
        first = true;
        k = behind;
    }
    if (k >= s->end)
        return 0;
    behind = roman_nth(s, k, first, &n);
    k = behind ? behind : scan_nth(s, k, &n);
    if (!k || n < 10 || n > 22)
        return 0;
    if (!first && !scan_key(s, k, TAG_CENTURY, &k))
        return 0;
    w->part = WHEN_CENTURY;
    w->date.year = (int16_t)(100 * (n - 1));
    if (s->lang == LANG_ZH || s->lang == LANG_JA) {
        behind = decade_of(s, k, w);
        k = behind ? behind : k;
    }
    return k;
}

/* ---- the rule --------------------------------------------------------------
 */

/* Whether one could begin here: the question that most words answer with
 * no. */
static bool
may_be_years(const struct scan *s, size_t i, bool edged)
{
    const struct word *w = scan_word(s, i);

    return w->kind == WORD_NUMBER || w->script == SCRIPT_HAN ||
           reading_sense(s->r, i, SENSE_ORDINAL) ||
           reading_sense(s->r, i, SENSE_NUMBER) ||
           (w->kind == WORD_MARK && edged) || scan_char(s, i) == '\'' ||
           scan_char(s, i) == 0x2019 ||
           (w->shape & SHAPE_CAPITAL && w->fold.n <= 9) || scan_tags(s, i) ||
           cue_tens(s->lx, s->r, i, &(int){0}) || scan_cue(s, i, NULL);
}

size_t
scan_decade(const struct scan *s, size_t i, bool edged, struct when *w)
{
    struct when try = {0};
    size_t behind;

    if (i >= s->end || !may_be_years(s, i, edged))
        return 0;
    behind = decade(s, i, edged, &try);
    if (!behind) {
        try = (struct when){0};
        behind = century(s, i, &try);
    }
    if (behind)
        *w = try;
    return behind;
}

size_t
rule_decade(const struct scan *s, size_t i, struct when_mark *m)
{
    return scan_decade(s, i, false, &m->when);
}
