/*
 * when_weekday.c - weekdays alone, and a day of the month alone: names and
 * numbers that are dates only in the right company.
 */
#include "lexicon/when_rules.h"

/* Names that are ordinals, markets or people too need help around them. */
static bool
weekday_is_led(const struct scan *s, size_t i, size_t behind)
{
    const struct word *w = scan_word(s, i);
    uint64_t before = scan_before(s, i);
    size_t letters = utf8_count(w->fold);

    if (before & CUE(EVERY))
        return false;
    /* "sun", "do": short forms have their dot */
    if (reading_sense(s->r, i, SENSE_WEEKDAY) &&
        reading_sense(s->r, i, SENSE_WEEKDAY)->id > 8 && !s->lone)
        return true;
    if (s->lone)
        return letters > 3 || w->script != SCRIPT_LATIN ||
               (s->r->w.nwords == 1 && letters == 3 &&
                !(w->lang == LANG_PT && str_is(w->fold, "ter"))) ||
               scan_char(s, behind) == '.' ||
               (w->shape & SHAPE_CAPITAL && i > 0);
    if (!scan_capital(s, i) &&
        !(letters >= 6 && (w->lang == LANG_EN || w->lang == LANG_DE)))
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

/* "the first Tuesday of October", "last Monday in March": one of many, and
 * which is not told by the weekday. */
static bool
nth_of_month(const struct scan *s, size_t i, size_t behind)
{
    uint8_t calendar, month;
    bool exact, nth = false;
    size_t k = behind;

    for (size_t b = 1; b <= 2 && b <= i; b++)
        nth |= reading_sense(s->r, i - b, SENSE_ORDINAL) != NULL;
    nth |= (scan_before(s, i) & CUE(LAST)) != 0;
    if (!nth)
        return false;
    for (int most = 0; most < 3; most++, k++) {
        if (k >= s->end)
            return false;
        if (cue_month(s->lx, s->r, k, &calendar, &month, &exact))
            return true;
        if (scan_word(s, k)->kind != WORD_LETTERS)
            return false;
    }
    return false;
}

/* "jeudi 15": a day of the month where nothing follows that it could
 * count. */
static size_t
day_after_weekday(const struct scan *s, size_t i, int *day)
{
    size_t n = scan_digits(s, i, day);
    const struct word *next = scan_word(s, i + 1);

    uint32_t c = scan_char(s, i + 1);

    if (n < 1 || n > 2 || *day < 1 || *day > 31)
        return 0;
    /* others say it so at the end of what they say */
    if (s->lang != LANG_FR && s->lang != LANG_ES && s->lang != LANG_IT &&
        s->lang != LANG_PT && s->lang != LANG_CA && !s->lone && next &&
        ((c != '.' && c != '?' && c != '!') ||
         (c == '.' && scan_dots_ordinals(s->lang))))
        return 0;
    if (next && (next->kind != WORD_MARK ||
                 !(c == ',' || c == '.' || c == ')' || c == '?' || c == '!')))
        return 0;
    return i + 1;
}

/* Whether nothing follows that the ordinal could be of: "the 15th floor". */
static bool
nothing_nth(const struct scan *s, size_t i)
{
    const struct word *w = scan_word(s, i);

    return !w || w->kind == WORD_MARK ||
           (reading_sense(s->r, i, SENSE_FUNCTION) &&
            !(scan_cue(s, i, NULL) & CUE(OF)) &&
            !scan_key(s, i, TAG_AND, NULL));
}

/* "Thu 15th", "Tuesday the 11th", "dinsdag de elfde". */
static size_t
nth_day(const struct scan *s, size_t i, int *day)
{
    size_t k = i, behind, led;

    if (scan_char(s, k) == ',')
        k++;
    for (led = k; led < k + 2 && led + 1 < s->end &&
                  scan_cue(s, led, NULL) & CUE(DAY_WORD);)
        led++;
    if (led == k)
        led = k = i;
    behind = scan_nth(s, led, day);
    if (!behind && led > k)
        behind = scan_number(s, led, day);
    if (!behind || *day > 31 || !nothing_nth(s, behind) ||
        (behind == led + 1 && led == k &&
         scan_word(s, led)->kind == WORD_NUMBER))
        return 0;
    return behind;
}

/* "Fri.", "пт", "lør.": where the text is a date, or a date follows. */
static size_t
short_weekday(const struct scan *s, size_t i, uint8_t *weekday)
{
    const struct sense *found = reading_sense(s->r, i, SENSE_WEEKDAY);
    size_t k;

    if (!found || found->id < 9 || found->id > 15)
        return 0;
    k = i + found->nwords;
    if (!s->lone) {
        size_t next = k;
        uint32_t c = scan_char(s, next);

        if (c == '.' || c == ',')
            c = scan_char(s, ++next);
        if (!rule_day_month(s, next, &(struct when_mark){0}) &&
            !(s->lang == LANG_EN && nth_day(s, next, &(int){0})))
            return 0;
    }
    *weekday = (uint8_t)(found->id - 8);
    return k;
}

/*
 * "on the 5th", "am 5.", "el 23", "le 23": a day of a month that is not
 * said, behind what leads a day.
 */
size_t
rule_day(const struct scan *s, size_t i, struct when_mark *m)
{
    const struct word *w = scan_word(s, i);
    bool on, nth, plain, slavic;
    size_t k, behind;
    int day;

    if (!w || i == 0 || w->shape & SHAPE_LINE)
        return 0;
    slavic = s->lang == LANG_RU || s->lang == LANG_UK;
    k = scan_nth(s, i, &day);
    if (!k && slavic && scan_digits(s, i, &day))
        k = i + 1;
    if (!k || day > 31)
        return 0;
    nth = w->kind != WORD_NUMBER || k > i + 1;
    /* "18 तारीख", "28-го числа" */
    if ((s->lang == LANG_HI || slavic) &&
        scan_cue(s, k, &behind) & CUE(DAY_TAIL)) {
        m->when.date.day = (uint8_t)day;
        return behind;
    }
    on = (scan_before(s, i) & CUE(DAY_WORD)) != 0 ||
         (s->lang == LANG_EN && str_is(s->r->w.words[i - 1].fold, "the"));
    plain = s->lang == LANG_FR || s->lang == LANG_ES || s->lang == LANG_PT ||
            s->lang == LANG_IT || s->lang == LANG_CA;
    if (w->kind != WORD_NUMBER && (s->lang != LANG_EN || day < 4) && !s->lone)
        return 0;
    if (!on || (!nth && !plain) || !nothing_nth(s, k))
        return 0;
    /* "finished on the 5th": English needs its "on", others the article's
     * own form for days */
    if (s->lang == LANG_EN && !s->lone &&
        !(i > 1 && str_is(s->r->w.words[i - 2].fold, "on")))
        return 0;
    if ((s->lang == LANG_NL || s->lang == LANG_EL) && !s->lone)
        return 0;
    m->when.date.day = (uint8_t)day;
    return k;
}

/* "Senin (8/6)", "lunes (8/6/2026)": the day is told in figures. */
static size_t
bracketed_date(const struct scan *s, size_t i, struct when_mark *m)
{
    struct when_mark date = {0};
    uint32_t c = scan_char(s, i);
    uint8_t weekday = m->when.weekday;
    size_t k;

    if ((c != '(' && c != 0xFF08) || i + 1 >= s->end ||
        scan_word(s, i + 1)->kind != WORD_NUMBER)
        return 0;
    k = rule_numeric(s, i + 1, &date);
    c = scan_char(s, k);
    if (!k || (c != ')' && c != 0xFF09) || date.is_range)
        return 0;
    m->when = date.when;
    m->when.weekday = weekday;
    return k + 1;
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
    if (k == 0)
        k = short_weekday(s, i, &weekday);
    if (k == 0 || k > s->end || !weekday_is_led(s, i, k))
        return 0;
    if (nth_of_month(s, i, k))
        return 0;
    m->when.weekday = weekday;
    if (scan_char(s, k) == '.' && s->lone)
        k++; /* of a short form */
    if (scan_cue(s, k, &behind) & CUE(DAY_TAIL))
        k = behind;
    behind = nth_day(s, k, &day);
    if (behind) {
        m->when.date.day = (uint8_t)day;
        return behind;
    }
    if (day_after_weekday(s, k, &day)) {
        m->when.date.day = (uint8_t)day;
        return k + 1;
    }
    behind = bracketed_date(s, k, m);
    if (behind)
        return behind;
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
