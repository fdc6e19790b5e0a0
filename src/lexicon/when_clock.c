/* when_clock.c - clock times with their zones, next to a date. */
#include "lexicon/when_clock.h"

#include "lexicon/when_rules.h"

#include <stdio.h>

#define MOST_SMALL 3  /* small words between the date and the time */
#define MOST_BACK  10 /* words that a time before the date is long */

/* ---- zones ----------------------------------------------------------------
 */

/* Abbreviations that mean one offset all over the world; closed, so kept with
 * the code. "ET" and the like hang on the season and are none. */
static const struct zone {
    const char *name;
    int16_t minutes;
} zones[] = {{"gmt", 0},    {"utc", 0},    {"est", -300}, {"edt", -240},
             {"cst", -360}, {"cdt", -300}, {"mst", -420}, {"mdt", -360},
             {"pst", -480}, {"pdt", -420}, {"bst", 60},   {"cet", 60},
             {"cest", 120}, {"mez", 60},   {"mesz", 120}, {"eet", 120},
             {"eest", 180}, {"msk", 180},  {"jst", 540},  {"kst", 540},
             {"мск", 180},  {"wib", 420}};

/* Zones of more words than one, as they are folded. */
static const struct {
    const char *words[3];
    int16_t minutes;
} phrases[] = {{{"moscow", "time", NULL}, 180},
               {{"beijing", "time", NULL}, 480},
               {{"по", "москве", NULL}, 180},
               {{"по", "московскому", "времени"}, 180},
               {{"за", "московським", "часом"}, 180},
               {{"بتوقيت", "غرينتش", NULL}, 0},
               {{"بتوقيت", "جرينتش", NULL}, 0},
               {{"hora", "de", "moscu"}, 180}};

/* "GMT+3", "UTC+05:30": the figures behind the name. */
static size_t
offset_at(const struct scan *s, size_t i, int16_t *zone)
{
    uint32_t sign = scan_char(s, i);
    int hours, minutes = 0;
    size_t k = i + 2;

    if ((sign != '+' && sign != '-' && sign != 0x2212) ||
        !scan_digits(s, i + 1, &hours) || hours > 14)
        return i;
    if (scan_char(s, k) == ':' && scan_digits(s, k + 1, &minutes) == 2 &&
        minutes < 60)
        k += 2;
    else
        minutes = 0;
    *zone = (int16_t)((sign == '+' ? 1 : -1) * (hours * 60 + minutes));
    return k;
}

/* The zone behind a time; `i` where none is told. */
static size_t
zone_at(const struct scan *s, size_t i, struct when_clock *out)
{
    size_t k = scan_char(s, i) == '(' ? i + 1 : i;
    const struct word *w = scan_word(s, k);

    if (!w || w->kind != WORD_LETTERS)
        return i;
    for (size_t z = 0; z < sizeof zones / sizeof *zones; z++) {
        bool caps = w->script != SCRIPT_LATIN || w->shape & SHAPE_ALL_CAPS;

        if (!caps || !str_is(w->fold, zones[z].name))
            continue;
        out->zone = zones[z].minutes;
        out->zoned = true;
        return zones[z].minutes == 0 ? offset_at(s, k + 1, &out->zone) : k + 1;
    }
    for (size_t p = 0; p < sizeof phrases / sizeof *phrases; p++) {
        size_t n = 0;

        while (n < 3 && phrases[p].words[n] &&
               scan_is(s, k + n, phrases[p].words[n]))
            n++;
        if (n == 3 || !phrases[p].words[n]) {
            out->zone = phrases[p].minutes;
            out->zoned = true;
            return k + n;
        }
    }
    return i;
}

/* ---- times -----------------------------------------------------------------
 */

/* The word for hour behind the figure: "h", "Uhr", 時, 点, 시. */
static size_t
hour_word(const struct scan *s, size_t i)
{
    static const struct {
        enum lang lang;
        const char *word;
    } words[] = {{LANG_FR, "h"},      {LANG_PT, "h"},      {LANG_ES, "h"},
                 {LANG_FR, "heures"}, {LANG_DE, "uhr"},    {LANG_NL, "uur"},
                 {LANG_JA, "時"},     {LANG_ZH, "时"},     {LANG_ZH, "時"},
                 {LANG_ZH, "点"},     {LANG_ZH, "點"},     {LANG_KO, "시"},
                 {LANG_KO, "시에"},   {LANG_EN, "o'clock"}};

    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (words[k].lang == s->lang && scan_is(s, i, words[k].word))
            return i + 1;
    return 0;
}

/* The part of the day that a time is of: cues, "pm"; the word behind it. */
static size_t
part_at(const struct scan *s, size_t i, uint64_t *part)
{
    size_t k = i, behind;

    for (int most = 0; most < MOST_SMALL; most++) {
        *part = scan_cue(s, k, &behind) & CUE_PARTS;
        if (*part)
            return behind;
        if (scan_is(s, k, "pm") || scan_is(s, k, "p.m") ||
            scan_is(s, k, "am") || scan_is(s, k, "a.m")) {
            *part = scan_word(s, k)->fold.s[0] == 'p' ? CUE(AFTERNOON)
                                                      : CUE(MORNING);
            return k + 1;
        }
        if (k >= s->end || !(reading_sense(s->r, k, SENSE_FUNCTION) ||
                             scan_cue(s, k, NULL) & CUE(OF)))
            break;
        k = scan_cue(s, k, &behind) & CUE(OF) ? behind : k + 1;
    }
    return i;
}

/* The hour of twenty-four. */
static int
of_the_day(int hour, uint64_t part)
{
    if (part & (CUE(AFTERNOON) | CUE(EVENING)) && hour < 12)
        return hour + 12;
    if (part & CUE(NIGHT) && hour >= 6 && hour < 12)
        return hour + 12;
    return part & (CUE(MORNING) | CUE(DAWN) | CUE(NIGHT)) && hour == 12 ? 0
                                                                        : hour;
}

/* Hour and minutes in figures; *sure: no other number is written so. */
static size_t
figures(const struct scan *s, size_t i, int *hour, int *minute, bool *sure)
{
    size_t k = i + 1, word;
    const struct word *w = scan_word(s, i);

    *minute = 0;
    *sure = false;
    if (w && w->kind == WORD_NUMBER && w->fold.n == 5 && w->fold.s[2] == '.' &&
        hour_word(s, k)) { /* 18.30 Uhr */
        *hour = (w->fold.s[0] - '0') * 10 + w->fold.s[1] - '0';
        *minute = (w->fold.s[3] - '0') * 10 + w->fold.s[4] - '0';
        *sure = true;
        return *hour < 25 && *minute < 60 ? hour_word(s, k) : 0;
    }
    if (!scan_digits(s, i, hour) && !(scan_small(s, i, hour) == i + 1))
        return 0;
    if (*hour > 24)
        return 0;
    if (scan_char(s, k) == ':' && scan_digits(s, k + 1, minute) == 2 &&
        *minute < 60 && !scan_space(s, k) && !scan_space(s, k + 1)) {
        *sure = true;
        k += 2;
        if (scan_char(s, k) == ':' && scan_digits(s, k + 1, &(int){0}) == 2)
            k += 2;
        word = hour_word(s, k);
        return word ? word : k;
    }
    word = hour_word(s, k);
    if (!word)
        return k;
    *sure = true;
    k = word;
    if (scan_digits(s, k, minute) && *minute < 60) {
        k++;
        if (scan_char(s, k) == 0x5206 || scan_is(s, k, "분") ||
            scan_is(s, k, "분에"))
            k++;
    } else if (scan_char(s, k) == 0x534A) { /* 半 */
        *minute = 30;
        k++;
    } else {
        *minute = 0;
    }
    return k;
}

/* A time that begins at the word; the word behind it, 0: none. */
static size_t
clock_at(const struct scan *s, size_t i, struct when_clock *out)
{
    uint64_t before = 0, part = 0;
    size_t k = i, behind;
    int hour, minute;
    bool sure;

    *out = (struct when_clock){0};
    if (s->lang == LANG_ZH || s->lang == LANG_JA || s->lang == LANG_KO) {
        before = scan_cue(s, k, &behind) & CUE_PARTS;
        k = before ? behind : k;
    } else if (scan_is(s, k, "الساعة") || scan_is(s, k, "الساعه") ||
               scan_is(s, k, "ساعت")) {
        before = CUE(NOON); /* it says no part, but that a time follows */
        k++;
    }
    if (!(behind = figures(s, k, &hour, &minute, &sure))) {
        /* الساعة الثامنة */
        if (!before || s->lang != LANG_AR ||
            !(behind = scan_nth(s, k, &hour)) || hour > 12)
            return 0;
        minute = 0;
    }
    k = behind;
    behind = part_at(s, k, &part);
    if (!sure && !before && !part)
        return 0;
    k = behind;
    hour = of_the_day(hour, part ? part : before);
    out->minute = (int16_t)((hour % 24) * 60 + minute);
    return zone_at(s, k, out);
}

/* ---- beside a date
 * -----------------------------------------------------------
 */

static bool
small(const struct scan *s, size_t i)
{
    const struct word *w = scan_word(s, i);
    uint32_t c = scan_char(s, i);

    return w && (c == ',' || c == 0x060C || c == 0x3001 || c == '(' ||
                 (w->kind == WORD_LETTERS &&
                  (lexicon_has_word(s->lx, w, s->lang, SENSE_FUNCTION) ||
                   scan_cue(s, i, NULL) & (CUE(IN) | CUE(OF) | CUE(DAY_WORD)) ||
                   scan_is(s, i, "at") || scan_is(s, i, "kl"))));
}

bool
when_clock_beside(const struct lexicon *lx, const struct reading *r,
                  size_t first, size_t end, struct when_clock *out)
{
    struct scan s = {.lx = lx, .r = r, .begin = first, .end = end};
    size_t k, least, behind;

    if (first >= r->w.nwords || end > r->w.nwords)
        return false;
    s.lang = (enum lang)r->w.words[first].lang;
    while (s.end < r->w.nwords && s.end - first < WHEN_MOST_WORDS &&
           r->w.words[s.end].sentence == r->w.words[first].sentence &&
           !(r->w.words[s.end].shape & SHAPE_LINE))
        s.end++;
    /* 7月26日午後|3時: the part of the day is the mark's */
    k = end;
    if (cue_before(lx, r, end, &least) & CUE_PARTS && least >= first &&
        (s.lang == LANG_ZH || s.lang == LANG_JA || s.lang == LANG_KO))
        k = least;
    for (int most = 0; most <= MOST_SMALL && k < s.end; most++, k++) {
        if (clock_at(&s, k, out))
            return true;
        if (!small(&s, k))
            break;
    }
    least = first < MOST_BACK ? 0 : first - MOST_BACK;
    for (size_t i = least; i < first; i++) {
        struct scan back = s;

        if (r->w.words[i].sentence != r->w.words[first].sentence)
            continue;
        /* "9 |a.m. on 5 May": the mark may have begun with the part */
        back.end = first;
        if (cue_at(lx, r, first, &behind) & CUE_PARTS && first + behind <= end)
            back.end += behind;
        /* "won in 3:21 on Friday" is no time: something must lead it */
        behind =
            r->w.words[i].shape & SHAPE_FIRST || (i > 0 && small(&s, i - 1))
                ? clock_at(&back, i, out)
                : 0;
        while (behind && behind < first && small(&back, behind))
            behind++;
        if (behind >= first)
            return true;
    }
    return false;
}

const char *
when_clock_iso(const struct when_clock *c, char out[16])
{
    int zone = c->zone < 0 ? -c->zone : c->zone;

    if (c->zoned)
        snprintf(out, 16, "%02d:%02d%c%02d:%02d", c->minute / 60 % 24,
                 c->minute % 60, c->zone < 0 ? '-' : '+', zone / 60 % 24,
                 zone % 60);
    else
        snprintf(out, 16, "%02d:%02d", c->minute / 60 % 24, c->minute % 60);
    return out;
}
