/*
 * when_holiday.c - feasts as dates. Their names stand in news for much else
 * than a day (Christmas shopping, a Ramadan cannon): they are dates where a
 * word leads them, a year or a step goes with them, or alone.
 */
#include "lexicon/when_rules.h"

#define CUE_STEPS (CUE(LAST) | CUE(NEXT) | CUE(THIS))

/* The name of a feast, "day" behind it; the word behind, 0: none. */
static size_t
name_at(const struct scan *s, size_t i, uint32_t *rule)
{
    const struct sense *name =
        i < s->end ? reading_sense(s->r, i, SENSE_HOLIDAY) : NULL;
    size_t k, behind;

    if (!name || i + name->nwords > s->end)
        return 0;
    *rule = name->id;
    k = i + name->nwords;
    return scan_cue(s, k, &behind) & CUE(DAY_TAIL) ? behind : k;
}

/* A year before the name: 2018年春节, "2018 Easter". */
static size_t
year_before(const struct scan *s, size_t i, struct when *w)
{
    uint8_t calendar = 0;
    size_t behind;
    int year;

    if (scan_year(s, i, &calendar, &year) && calendar == 0) {
        w->date.year = (int16_t)year;
        i++;
        if (scan_char(s, i) == 0x5E74 || scan_is(s, i, "년"))
            i++;
        else if (scan_cue(s, i, &behind) & CUE(YEAR_AFTER))
            i = behind;
        return scan_char(s, i) == 0x7684 || scan_char(s, i) == 0x306E ? i + 1
                                                                      : i;
    }
    return i;
}

/* The year behind the name: "Easter 2018", "Christmas of next year". */
static size_t
year_behind(const struct scan *s, size_t i, struct when *w)
{
    size_t k = scan_skip(s, i, 3), behind;
    struct when_mark m = {0};
    uint8_t calendar = 0;
    int year;

    if (scan_year(s, k, &calendar, &year) && calendar == 0) {
        w->date.year = (int16_t)year;
        k++;
        return scan_cue(s, k, &behind) & CUE(YEAR_AFTER) ? behind : k;
    }
    behind = rule_relative(s, k, &m);
    if (!behind || m.when.unit != WHEN_YEAR || m.when.date.month ||
        m.when.counted)
        return i;
    w->unit = WHEN_YEAR;
    w->offset = m.when.offset;
    return behind;
}

static int8_t
step_of(uint64_t cue)
{
    return cue & CUE(LAST) ? -1 : cue & CUE(NEXT) ? 1 : 0;
}

/* Whether the word before makes a day of the name: "on", "at", "zu". */
static bool
is_led(const struct scan *s, size_t i)
{
    static const struct {
        enum lang lang;
        const char *word;
    } leads[] = {{LANG_EN, "at"}, {LANG_EN, "over"}, {LANG_EN, "on"},
                 {LANG_DE, "an"}, {LANG_DE, "zu"},   {LANG_DE, "über"},
                 {LANG_FR, "à"},  {LANG_NL, "met"},  {LANG_PL, "w"},
                 {LANG_IT, "a"},  {LANG_SV, "på"},   {LANG_ID, "saat"},
                 {LANG_CA, "per"}};
    const uint64_t before = scan_before(s, i);

    if (i == 0 || s->r->w.words[i].shape & SHAPE_LINE)
        return false;
    for (size_t k = 0; k < sizeof leads / sizeof *leads; k++)
        if (leads[k].lang == s->lang &&
            str_is(s->r->w.words[i - 1].fold, leads[k].word))
            return true;
    return before & (CUE(IN) | CUE(SINCE) | CUE(UNTIL) | CUE_EDGES) ||
           (before & CUE(DAY_WORD) && s->lang != LANG_EN);
}

size_t
rule_holiday(const struct scan *s, size_t i, struct when_mark *m)
{
    struct when w = {0};
    size_t k, behind, year;
    uint64_t step;
    bool told;

    if (i >= s->end)
        return 0;
    k = year_before(s, i, &w);
    step = scan_cue(s, k, &behind) & CUE_STEPS;
    if (step && k == i)
        k = behind;
    behind = name_at(s, k, &w.holiday);
    if (!behind)
        return 0;
    told = w.date.year || step;
    k = behind;
    if (!step && scan_cue(s, k, &behind) & CUE_STEPS && s->lang != LANG_EN) {
        step = scan_cue(s, k, &behind) & CUE_STEPS;
        k = behind;
    }
    w.toward = step_of(step);
    if (step & CUE(THIS))
        w.unit = WHEN_YEAR;
    year = told ? k : year_behind(s, k, &w);
    if (!told && !step && year == k && !s->lone && !is_led(s, i))
        return 0;
    m->when = w;
    return year;
}
