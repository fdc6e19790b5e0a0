/*
 * when_range.c - ranges between two dates, and what stands open before one.
 */
#include "lexicon/when_rules.h"

#define MOST_OPEN_WORDS 3 /* of "a partir de" */

static bool
dash(uint32_t c)
{
    return c == '-' || c == 0x2013 || c == 0x2014 || c == '~' || c == 0x301C ||
           c == 0xFF5E || c == 0x2212 || c == 0x81F3;
}

/* Behind what parts two ends; 0 where nothing does. */
static size_t
skip_to(const struct scan *s, size_t i, size_t k)
{
    size_t behind;

    if (k >= s->end || scan_word(s, k)->shape & SHAPE_LINE)
        return 0;
    /* "de sept. a nov." */
    if (scan_char(s, k) == '.' && !scan_space(s, k) && k + 1 < s->end &&
        utf8_count(scan_word(s, k - 1)->fold) <= 5 &&
        !(scan_word(s, k + 1)->shape & (SHAPE_LINE | SHAPE_CAPITAL)))
        k++;
    if (dash(scan_char(s, k)))
        return k + 1;
    if (scan_key(s, k, TAG_RANGE_TO, &behind))
        return behind;
    /* "मार्च से मई तक": grown to the first end as its tail */
    if (s->lang == LANG_HI && k > i + 1 &&
        (scan_key(s, k - 1, TAG_RANGE_TO, &behind) ||
         (scan_key(s, k - 1, TAG_AND, &behind))) &&
        behind == k)
        return k;
    if (scan_cue(s, k, &behind) & CUE(UNTIL) && s->lang != LANG_AR &&
        !(s->lang == LANG_EN && scan_is(s, k, "by")) &&
        !(s->lang == LANG_EN && scan_is(s, k, "before")))
        return behind;
    if (scan_key(s, k, TAG_AND, &behind) &&
        (s->lang == LANG_HI || scan_key_before(s, i, TAG_BETWEEN) ||
         scan_key_before(s, scan_key_before(s, i, TAG_ARTICLE) && i ? i - 1 : i,
                         TAG_BETWEEN)))
        return behind;
    return 0;
}

static bool
one_of(const struct scan *s, size_t i, const char *const *words)
{
    for (; *words; words++)
        if (scan_is(s, i, *words))
            return true;
    return false;
}

size_t
scan_night_to(const struct scan *s, size_t i, size_t k)
{
    static const char *const from[] = {"с",  "со",  "з",   "із",  "зі", "z",
                                       "ze", "vom", "von", "van", NULL};
    static const char *const to[] = {"на", "na", "auf", "op", NULL};
    static const char *const articles[] = {"den", "de", NULL};
    size_t at = i > 0 ? i - 1 : i;

    if (k >= s->end || scan_word(s, k)->shape & SHAPE_LINE)
        return 0;
    if (scan_char(s, k) == '.' && !scan_space(s, k))
        k++; /* vom 3. auf */
    while (at < k && !one_of(s, at, from))
        at++;
    if (at == k || !one_of(s, k, to))
        return 0;
    return one_of(s, k + 1, articles) ? k + 2 : k + 1;
}

/* Whether the second weekday, day is the next one. */
static bool
next_day(const struct when *a, const struct when *b)
{
    if (a->weekday && b->weekday)
        return a->weekday % 7 + 1 == b->weekday;
    return a->date.day && b->date.day &&
           (b->date.day == a->date.day + 1 ||
            (b->date.day == 1 && a->date.day >= 28));
}

/* "between now and 15 November": a range alone, no day. */
size_t
rule_now(const struct scan *s, size_t i, struct when_mark *m,
         size_t (*date)(const struct scan *, size_t, struct when_mark *))
{
    struct when_mark now = {.when = {.unit = WHEN_DAY}};
    size_t k, behind;

    if (!scan_key(s, i, TAG_NOW, &k) ||
        !(scan_key_before(s, i, TAG_BETWEEN) || scan_before(s, i) & CUE(SINCE)))
        return 0;
    behind = rule_until(s, i, k, &now, date);
    if (!now.is_range)
        return 0;
    *m = now;
    return behind;
}

/* How much of a date is said: two ends must say alike. */
enum shape {
    SHAPE_OF_NONE,
    OF_DAY,
    OF_MONTH,
    OF_YEAR,
    OF_WEEKDAY,
    OF_NOW,
    OF_PART
};

static enum shape
shape_of(const struct when *w)
{
    if (w->part >= WHEN_SPRING && w->part != WHEN_QUARTER && w->date.year)
        return OF_PART;
    if (w->nth && w->weekday)
        return OF_DAY;
    if (w->span || w->nth || w->counted || w->part)
        return SHAPE_OF_NONE;
    if (w->date.day && w->date.month)
        return OF_DAY;
    if (w->date.month)
        return OF_MONTH;
    if (w->date.year)
        return OF_YEAR;
    if (w->weekday && (!w->unit || w->unit == WHEN_WEEK))
        return OF_WEEKDAY;
    return w->unit == WHEN_DAY ? OF_NOW : SHAPE_OF_NONE;
}

/* A year that one end says is the other's too. */
static void
share_year(struct when *a, struct when *b)
{
    bool turn = a->date.month > b->date.month ||
                (a->date.month == b->date.month && a->date.day > b->date.day);

    if (a->calendar != b->calendar || a->unit || b->unit)
        return;
    if (b->date.year && !a->date.year && b->date.month)
        a->date.year = (int16_t)(b->date.year - turn);
    else if (a->date.year && !b->date.year)
        b->date.year = (int16_t)(a->date.year + turn);
}

size_t
rule_until(const struct scan *s, size_t i, size_t k, struct when_mark *m,
           size_t (*date)(const struct scan *, size_t, struct when_mark *))
{
    enum shape shape = shape_of(&m->when);
    struct when_mark end = {0};
    struct when first;
    size_t next, behind, most;
    bool night = false;

    if (!shape || m->is_range || scan_key(s, k, TAG_OR_LATER, NULL))
        return k;
    next = skip_to(s, i, k);
    if (!next || scan_night_to(s, i, k)) {
        next = scan_night_to(s, i, k);
        night = true;
    }
    if (!next)
        return k;
    behind = date(s, next, &end);
    if (scan_key(s, next, TAG_NOW, &most) && most >= behind) {
        /* "from March to date", "between August and now" */
        end = (struct when_mark){.when = {.unit = WHEN_DAY}};
        behind = most;
    }
    for (most = 2; !behind && most && next < s->end; most--) {
        if (!(scan_cue(s, next, NULL) & (CUE(DAY_WORD) | CUE(OF))) &&
            !reading_sense(s->r, next, SENSE_FUNCTION))
            break;
        next++;
        end = (struct when_mark){0};
        behind = date(s, next, &end);
    }
    if (!behind && shape == OF_YEAR) {
        uint8_t calendar = 0;
        int year;

        if (scan_year(s, next, &calendar, &year) && calendar == 0 &&
            year > m->when.date.year) {
            end.when.date.year = (int16_t)year;
            behind = next + 1;
        }
    }
    if (!behind || end.is_range || (night && !next_day(&m->when, &end.when)))
        return k;
    if (shape_of(&end.when) != shape) {
        /* from January 2019 to 2 May, from next Friday to 1 October: of
         * other kinds, but where words say that they are two ends */
        bool led = dash(scan_char(s, k))
                       ? false
                       : scan_before(s, i) & CUE(SINCE) ||
                             scan_key_before(s, i, TAG_BETWEEN);

        if (!shape_of(&end.when) || shape == OF_PART ||
            shape_of(&end.when) == OF_PART ||
            !(led || shape_of(&end.when) == OF_NOW || shape == OF_NOW ||
              (end.when.date.year && !dash(scan_char(s, k)))))
            return k;
    } else if (shape == OF_YEAR && end.when.date.year <= m->when.date.year) {
        return k;
    }
    first = m->when;
    share_year(&first, &end.when);
    /* the same day in another calendar is no end */
    if (first.date.year && end.when.date.year && shape == OF_DAY &&
        !first.nth && !end.when.nth && shape_of(&end.when) == OF_DAY &&
        day_number(end.when.date) <= day_number(first.date))
        return k;
    /* "3 और 12 सितंबर के बीच", "मई तक": what Hindi says behind */
    if (s->lang == LANG_HI) {
        bool and = scan_key(s, next - 1, TAG_AND, NULL);

        most = behind;
        if (!scan_key(s, most, TAG_BETWEEN, &behind) && and)
            return k;
        if (!and&&scan_cue(s, most, &behind) & CUE(UNTIL))
            most = behind;
        behind = and? behind : most;
    }
    m->when = first;
    m->until = end.when;
    m->is_range = true;
    return behind;
}

size_t
when_open_before(const struct lexicon *lx, const struct reading *r, size_t word,
                 size_t least)
{
    struct scan s = {.lx = lx, .r = r, .begin = word, .end = word};
    size_t behind, skipped = 0;

    for (size_t n = 1; n <= MOST_OPEN_WORDS && n + least <= word; n++) {
        if (r->w.words[word - n + 1 < r->w.nwords ? word - n + 1 : word].shape &
            SHAPE_LINE)
            break;
        if ((scan_key(&s, word - n, TAG_SHIFT_AFTER, &behind) ||
             scan_key(&s, word - n, TAG_SHIFT_BEFORE, &behind)) &&
            behind + skipped == word &&
            !(r->w.words[word - n].lang == LANG_EN &&
              str_is(r->w.words[word - n].fold, "follows")))
            return word - n;
        /* "after the year 2020", "après le 5 mai" */
        if (n == 1 && utf8_count(r->w.words[word - 1].fold) <= 3 &&
            cue_at(lx, r, word - 1, NULL) & CUE(DAY_WORD))
            skipped = 1;
    }
    return word;
}
