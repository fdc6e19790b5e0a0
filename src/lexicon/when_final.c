/*
 * when_final.c - parts of a month or a year in languages whose head stands
 * last: "1月の第3週", "इस महीने के अंत", 去年下半年, "Mayıs ayının sonu".
 */
#include "lexicon/when_rules.h"

#define CUE_WHOLE                                                              \
    (CUE(LAST) | CUE(NEXT) | CUE(THIS) | CUE(LAST_WEEK) | CUE(THIS_WEEK) |     \
     CUE(NEXT_WEEK) | CUE(LAST_MONTH) | CUE(THIS_MONTH) | CUE(NEXT_MONTH) |    \
     CUE(LAST_YEAR) | CUE(THIS_YEAR) | CUE(NEXT_YEAR) | CUE(TWO_YEARS_AGO) |   \
     CUE(WEEK) | CUE(MONTH) | CUE(YEAR) | CUE_EDGES)

static bool
head_final(enum lang lang)
{
    return lang == LANG_HI || lang == LANG_JA || lang == LANG_ZH ||
           lang == LANG_KO || lang == LANG_TR;
}

/* Whether the word could begin the whole: the question that most words
 * answer with no. */
static bool
may_be_whole(const struct scan *s, size_t i)
{
    const struct word *w = scan_word(s, i);

    return w->kind == WORD_NUMBER || scan_cue(s, i, NULL) & CUE_WHOLE ||
           reading_sense(s->r, i, SENSE_NUMBER) ||
           reading_sense(s->r, i, SENSE_MONTH) ||
           (w->script == SCRIPT_HAN && scan_han(s, i, &(int){0}, &(size_t){0}));
}

/* The month, year or week that the part is of; *bare: the unit alone, this
 * one. */
static size_t
base_at(const struct scan *s, size_t i, struct when *w, bool *bare)
{
    struct when_mark m = {0};
    uint64_t unit;
    size_t k = scan_decade(s, i, true, w);

    *bare = false;
    if (k)
        return k;
    k = rule_east(s, i, &m);
    if (k && !m.when.date.day && !m.is_range && !m.when.weekday) {
        *w = m.when;
        return k;
    }
    m = (struct when_mark){0};
    k = rule_relative(s, i, &m);
    if (k && m.when.unit >= WHEN_WEEK && !m.when.counted && !m.when.weekday) {
        *w = m.when;
        return k;
    }
    /* what has no signs: names of months */
    k = s->lang == LANG_HI || s->lang == LANG_TR ? scan_whole(s, i, false, w)
                                                 : 0;
    if (k)
        return k;
    unit = scan_cue(s, i, &k) & (CUE(WEEK) | CUE(MONTH) | CUE(YEAR));
    if (!unit || unit & (unit - 1))
        return 0;
    *bare = true;
    w->unit = unit & CUE(YEAR)    ? WHEN_YEAR
              : unit & CUE(MONTH) ? WHEN_MONTH
                                  : WHEN_WEEK;
    return k;
}

/* "の", "के", "ayının": what makes it the whole of a part. */
static size_t
skip_particle(const struct scan *s, size_t i)
{
    uint32_t c = scan_char(s, i);
    size_t behind;

    if (c == 0x306E || c == 0x7684) /* の 的 */
        return i + 1;
    if (s->lang != LANG_HI && s->lang != LANG_TR)
        return i;
    i = scan_suffix(s, i);
    if (scan_cue(s, i, &behind) & (CUE(MONTH_TAIL) | CUE(OF) | CUE(YEAR_AFTER)))
        return behind;
    return i < s->end && reading_sense(s->r, i, SENSE_FUNCTION) ? i + 1 : i;
}

/* "第3週", "最後の月曜日", "तीसरे सप्ताह": which week or weekday of it. */
static size_t
which(const struct scan *s, size_t i, struct when *w)
{
    uint8_t weekday = 0;
    bool exact;
    size_t k, behind;
    uint32_t c;
    int n = 0;

    if (scan_char(s, i) == 0x7B2C) /* 第 */
        k = scan_han(s, i + 1, &n, &(size_t){0});
    else if (scan_key(s, i, TAG_FINAL, &k))
        n = -1;
    else if (scan_key(s, i, TAG_FIRST, &k))
        n = 1;
    else
        k = scan_nth(s, i, &n);
    if (!k || n == 0 || n > 53)
        return 0;
    k = skip_particle(s, k);
    c = scan_char(s, k);
    if (c == 0x4E2A || c == 0x500B) /* 个 */
        c = scan_char(s, ++k);
    behind = cue_weekday(s->lx, s->r, k, &weekday, &exact);
    if (!behind && (c == 0x9031 || c == 0x5468)) /* 週 周 */
        behind = k + 1;
    if (!behind && !(scan_cue(s, k, &behind) & CUE(WEEK)))
        return 0;
    w->nth = (int8_t)n;
    w->weekday = weekday;
    w->part = weekday ? WHEN_WHOLE : WHEN_THE_WEEK;
    return behind;
}

/* "前半", "下半年": of a year, a decade, a month. */
static size_t
half(const struct scan *s, size_t i, struct when *w)
{
    size_t k;

    bool first = scan_key(s, i, TAG_FIRST_HALF, &k);

    if ((!first && !scan_key(s, i, TAG_SECOND_HALF, &k)) ||
        (w->unit && w->unit != WHEN_YEAR))
        return 0;
    if (w->part || w->date.month)
        w->edge = first ? WHEN_FORMER : WHEN_LATTER;
    else
        w->part = first ? WHEN_H1 : WHEN_H2;
    return k;
}

/* 3月底, 2020年末: the sign of the month or the year is of the word for the
 * edge. Its cue, *behind the word behind. */
static uint64_t
edge_over(const struct scan *s, size_t k, size_t *behind)
{
    uint32_t sign = scan_char(s, k - 1);
    uint64_t edge = sign == 0x6708 || sign == 0x5E74
                        ? scan_cue(s, k - 1, behind) & CUE_EDGES
                        : 0;

    if (!edge || *behind <= k)
        return 0;
    if (scan_char(s, *behind) == 0x65EC) /* 旬 */
        ++*behind;
    return edge;
}

size_t
rule_final(const struct scan *s, size_t i, struct when_mark *m)
{
    struct when w = {0};
    size_t k, part, behind;
    uint64_t edge;
    bool bare;

    if (!head_final(s->lang) || i >= s->end || !may_be_whole(s, i))
        return 0;
    /* 年末, 月初: of this one */
    edge = scan_cue(s, i, &behind) & CUE_EDGES;
    if (edge && behind == i + 2 &&
        (scan_char(s, i) == 0x5E74 || scan_char(s, i) == 0x6708) &&
        scan_char(s, behind) != 0x5E74) {
        m->when.unit = scan_char(s, i) == 0x5E74 ? WHEN_YEAR : WHEN_MONTH;
        m->when.edge = edge & CUE(BEGINNING) ? WHEN_BEGINNING
                       : edge & CUE(MIDDLE)  ? WHEN_MIDDLE
                                             : WHEN_END;
        return behind;
    }
    k = base_at(s, i, &w, &bare);
    if (!k || k >= s->end || w.nth || w.edge || w.calendar ||
        (w.part && w.part != WHEN_DECADE && w.part != WHEN_CENTURY))
        return 0;
    /* "महीने के": the particle may lie in the month's own tail */
    part = skip_particle(s, k);
    if (bare && part == k && !scan_is(s, k, "के"))
        return 0;
    if (!bare) {
        behind = half(s, part, &w);
        if (!behind && w.unit != WHEN_WEEK && !w.part)
            behind = which(s, part, &w);
        if (behind) {
            m->when = w;
            return behind;
        }
    }
    edge = scan_cue(s, part, &behind) & CUE_EDGES;
    if (!edge && k > i && part == k)
        edge = edge_over(s, k, &behind);
    if (!edge)
        return 0;
    w.edge = edge & CUE(BEGINNING) ? WHEN_BEGINNING
             : edge & CUE(MIDDLE)  ? WHEN_MIDDLE
                                   : WHEN_END;
    m->when = w;
    return behind;
}
