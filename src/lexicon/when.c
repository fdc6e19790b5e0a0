/*
 * when.c - the whole of a date expression: part of the day, weekday, day
 * said outright or counted from now, in the orders people write them.
 */
#include "lexicon/when.h"

#include "lexicon/day.h"
#include "lexicon/when_rules.h"

#include <string.h>

/* Reads one kind of date; the word behind it, 0 where there is none. */
typedef size_t rule(const struct scan *, size_t, struct when_mark *);

/* What the rule says that reads the furthest; of equals the first. */
static size_t
longest_of(rule *const *rules, size_t n, const struct scan *s, size_t i,
           struct when_mark *m)
{
    size_t longest = 0;
    struct when_mark best = *m;

    for (size_t k = 0; k < n; k++) {
        struct when_mark try = *m;
        size_t behind = rules[k](s, i, &try);

        if (behind > longest) {
            longest = behind;
            best = try;
        }
    }
    *m = best;
    return longest;
}

/* A day said outright, in words, signs or figures. */
static size_t
outright(const struct scan *s, size_t i, struct when_mark *m)
{
    rule *const rules[] = {rule_day_month, rule_numeric, rule_east};

    return longest_of(rules, sizeof rules / sizeof *rules, s, i, m);
}

/* ---- around it --------------------------------------------------------------
 */

static bool
small_word(const struct scan *s, size_t i)
{
    const struct word *w = scan_word(s, i);

    if (!w)
        return false;
    if (w->kind == WORD_LETTERS)
        return reading_sense(s->r, i, SENSE_FUNCTION) ||
               scan_cue(s, i, NULL) & (CUE(IN) | CUE(OF) | CUE(DAY_WORD));
    return false;
}

/* "morning", "por la noche", "（月）午後" behind a day. */
static size_t
skip_part(const struct scan *s, size_t i, bool *part)
{
    size_t k = i, behind;

    for (int most = 0; most < 3; most++) {
        uint64_t cue = scan_cue(s, k, &behind);

        if (cue & CUE_PARTS) {
            *part = true;
            return behind;
        }
        if (!small_word(s, k) || cue & (CUE(TODAY) | CUE(YESTERDAY)))
            break;
        k++;
    }
    return i;
}

/* A comma, if what follows belongs together with what stands before. */
static size_t
skip_comma(const struct scan *s, size_t i)
{
    uint32_t c = scan_char(s, i);
    size_t behind;

    if (c == ',' || c == 0x060C || c == 0x3001 || c == 0xFF0C)
        i++;
    for (int most = 0; most < 2; most++) {
        if (!(scan_cue(s, i, &behind) & (CUE(DAY_WORD) | CUE(OF))))
            break;
        i = behind;
    }
    return i;
}

static bool
dated(const struct when *w)
{
    return w->date.month && w->date.day;
}

/* "im März vergangenen Jahres", "3 November last year", "del año pasado":
 * the year of a date that said none. */
static size_t
year_of(const struct scan *s, size_t i, struct when *w)
{
    struct when_mark year = {0};
    size_t k = i, behind;

    if (w->date.month == 0 || w->date.year || w->unit || w->toward)
        return i;
    behind = rule_relative(s, k, &year);
    for (int most = 0; !behind && most < 2 && k < s->end; most++) {
        size_t next;

        if (scan_cue(s, k, &next) & (CUE(OF) | CUE(DAY_WORD)))
            k = next;
        else if (scan_word(s, k)->shape & SHAPE_CLITIC)
            k++;
        else
            break;
        year = (struct when_mark){0};
        behind = rule_relative(s, k, &year);
    }
    if (!behind || year.when.unit != WHEN_YEAR || year.when.date.month ||
        year.when.offset < -1 || year.when.offset > 1)
        return i;
    w->unit = WHEN_YEAR;
    w->offset = year.when.offset;
    return behind;
}

static size_t
month_on(const struct scan *s, size_t i, struct when_mark *m)
{
    size_t k = rule_month(s, i, m);

    return k ? year_of(s, k, &m->when) : 0;
}

/* A weekday and what follows it. */
static size_t
weekday_on(const struct scan *s, size_t i, struct when_mark *m)
{
    struct when_mark date;
    size_t k = rule_weekday(s, i, m), behind, next;
    uint64_t step;

    if (k == 0)
        return 0;
    if (m->when.date.day)
        return skip_part(s, k, &m->when.part_of_day);
    step = scan_cue(s, k, &behind);
    if (step & (CUE(LAST) | CUE(NEXT)) && s->lang != LANG_EN &&
        !(step & CUE(AGO_BEFORE) && s->lang == LANG_AR)) {
        m->when.toward = step & CUE(NEXT) ? 1 : -1;
        return behind;
    }
    k = skip_part(s, k, &m->when.part_of_day);
    next = skip_comma(s, k);
    date = *m;
    behind = outright(s, next, &date);
    if (behind && (date.when.date.day || dated(&date.when))) {
        *m = date;
        return behind;
    }
    /* "Friday last week", "lundi de la semaine prochaine" */
    next = k;
    for (int most = 0; most < 3; most++) {
        date = *m;
        behind = rule_relative(s, next, &date);
        if (behind && date.when.unit == WHEN_WEEK && date.when.offset >= -1 &&
            date.when.offset <= 1) {
            *m = date;
            return behind;
        }
        if (!small_word(s, next))
            break;
        next++;
    }
    return k;
}

/* A day said outright and the weekday behind it. */
static size_t
date_on(const struct scan *s, size_t i, struct when_mark *m)
{
    size_t k = outright(s, i, m), next, behind;
    struct when_mark day = *m;
    uint64_t step;
    uint32_t c;

    if (k == 0)
        return 0;
    if (!m->when.date.day)
        return k;
    k = year_of(s, k, &m->when);
    step = scan_cue(s, k, &behind);
    if (m->when.date.year == 0 && step & (CUE(LAST) | CUE(NEXT)) &&
        s->lang != LANG_EN && !(step & CUE(AGO_BEFORE))) {
        m->when.toward = step & CUE(NEXT) ? 1 : -1;
        k = behind;
    }
    c = scan_char(s, k);
    if (c == 0x306E) { /* 21日の月曜日, 4月10日の週 */
        if (rule_weekday(s, k + 1, &day) && !m->when.weekday) {
            m->when.weekday = day.when.weekday;
            return rule_weekday(s, k + 1, &day);
        }
        if (scan_char(s, k + 1) == 0x9031 && !m->is_range) {
            m->when.part = WHEN_THE_WEEK;
            return k + 2;
        }
    }
    next = c == '(' || c == 0xFF08 ? k + 1 : skip_comma(s, k);
    behind = rule_weekday(s, next, &day);
    if (behind && !m->when.weekday && next == k) {
        m->when.weekday = day.when.weekday;
        k = behind;
    } else if (behind && (c == '(' || c == 0xFF08) &&
               (scan_char(s, behind) == ')' ||
                scan_char(s, behind) == 0xFF09)) {
        m->when.weekday = day.when.weekday;
        k = behind + 1;
    }
    return skip_part(s, k, &m->when.part_of_day);
}

/* Counted from the day of telling, and the weekday or date that explains
 * it: "أمس الأحد", "сегодня, 6 сентября". */
static size_t
relative_on(const struct scan *s, size_t i, struct when_mark *m)
{
    size_t k = rule_relative(s, i, m), next, behind;
    struct when_mark more = {0};

    if (k && m->when.unit == WHEN_WEEK && !m->when.weekday) {
        /* "volgende week dinsdag", "다음주 금요일" */
        next = small_word(s, k) ? k + 1 : k;
        behind = rule_weekday(s, next, &more);
        if (behind && !more.when.date.day && m->when.offset >= -1 &&
            m->when.offset <= 1) {
            m->when.weekday = more.when.weekday;
            return skip_part(s, behind, &m->when.part_of_day);
        }
    }
    if (k && m->when.unit == WHEN_YEAR && !m->when.date.month &&
        !m->when.counted) {
        /* "торік у листопаді", "last year in November" */
        uint8_t calendar = 0, month = 0;
        bool clitic;

        next = k;
        while (next < k + 2 && small_word(s, next))
            next++;
        behind = next > k || s->lang != LANG_EN
                     ? scan_month(s, next, &calendar, &month, &clitic)
                     : 0;
        if (behind && calendar == 0 && !scan_short_form(s, next, month)) {
            m->when.date.month = month;
            return behind;
        }
    }
    if (k == 0 || m->when.unit != WHEN_DAY)
        return k;
    k = skip_part(s, k, &m->when.part_of_day);
    next = skip_comma(s, k);
    if (next < s->end && scan_word(s, next)->shape & SHAPE_LINE)
        return k;
    behind = weekday_on(s, next, &more);
    if (!behind)
        behind = date_on(s, next, &more);
    if (!behind || (!more.when.date.day && !more.when.weekday) ||
        more.when.toward || more.when.unit)
        return k;
    if (more.when.date.day && more.when.date.month) {
        m->when = more.when;
    } else {
        m->when.weekday = more.when.weekday;
    }
    m->when.part_of_day |= more.when.part_of_day;
    return behind;
}

/* "the 20th of last month", "am 5. dieses Monats", "el 15 del mes pasado". */
static size_t
day_of_month(const struct scan *s, size_t i, struct when_mark *m)
{
    struct when_mark month = {0};
    int day;
    size_t n = scan_digits(s, i, &day), k = i + 1, behind;

    if (n < 1 || n > 2 || day < 1 || day > 31)
        return 0;
    k = scan_ordinal(s, k); /* "20th", "5." */
    if (scan_char(s, k) == '.' && !scan_space(s, k))
        k++;
    for (int most = 0; most < 3 && small_word(s, k); most++) {
        if (scan_cue(s, k, NULL) & (CUE(THIS) | CUE(THIS_MONTH)))
            break;
        k++;
    }
    behind = k > i + 1 ? rule_relative(s, k, &month) : 0;
    if (!behind || month.when.unit != WHEN_MONTH || month.when.date.month ||
        month.when.offset < -1 || month.when.offset > 1)
        return 0;
    m->when.unit = WHEN_MONTH;
    m->when.offset = month.when.offset;
    m->when.date.day = (uint8_t)day;
    return behind;
}

/* "this Friday (15 June)", "next 6 April", "este 12/05": a step, a weekday
 * where one is told, and the date that it is of. */
static size_t
step_on(const struct scan *s, size_t i, struct when_mark *m)
{
    struct when_mark day = {0};
    size_t k, next, behind;
    uint64_t step = scan_cue(s, i, &k) & (CUE(LAST) | CUE(NEXT) | CUE(THIS));
    uint32_t c;

    /* 지난해: "last year" is a word of its own */
    if (!step || k >= s->end || scan_is(s, i, "지난해"))
        return 0;
    next = rule_weekday(s, k, &day);
    if (next && day.when.date.day)
        return 0;
    k = next ? skip_comma(s, next) : k;
    c = scan_char(s, k);
    if (next && (c == '(' || c == 0xFF08 || c == '-'))
        k++;
    else
        c = 0;
    day = (struct when_mark){0};
    behind = k < s->end && !(scan_word(s, k)->shape & SHAPE_LINE)
                 ? outright(s, k, &day)
                 : 0;
    if (!behind || !dated(&day.when) || day.is_range || day.when.calendar)
        return 0;
    if (c == '(' || c == 0xFF08) {
        if (scan_char(s, behind) != ')' && scan_char(s, behind) != 0xFF09)
            return 0;
        behind++;
    }
    m->when = day.when;
    if (!day.when.date.year && !next && !(step & CUE(THIS)))
        m->when.toward = step & CUE(NEXT) ? 1 : -1;
    return behind;
}

/* The longest of all readings that begin right here. */
static size_t
core(const struct scan *s, size_t i, struct when_mark *m)
{
    rule *const rules[] = {rule_nth,     step_on,      weekday_on, date_on,
                           relative_on,  day_of_month, month_on,   rule_decade,
                           rule_year,    rule_part,    rule_span,  rule_day,
                           rule_holiday, rule_final,   rule_hebrew};

    return longest_of(rules, sizeof rules / sizeof *rules, s, i, m);
}

/* "فجر الثلاثاء", "в ночь на вторник", "la noche del jueves". */
static size_t
part_first(const struct scan *s, size_t i, struct when_mark *m)
{
    size_t k, behind;

    if (!(scan_cue(s, i, &k) & CUE_PARTS) || k == i)
        return 0;
    for (int most = 0; most < 3; most++) {
        struct when_mark try = *m;

        behind = core(s, k, &try);
        if (behind && (try.when.weekday || try.when.date.day ||
                       try.when.unit == WHEN_DAY)) {
            *m = try;
            m->when.part_of_day = true;
            return behind;
        }
        if (!small_word(s, k))
            break;
        k++;
    }
    return 0;
}

/* Inside an address, a handle or a tag: "@kirkuk_today". */
static bool
inside_address(const struct reading *r, size_t word)
{
    const struct word *w = &r->w.words[word];
    const char *text = r->w.text.s;

    if (w->end < r->w.text.n && text[w->end] == '_')
        return true;
    return !(w->shape & SHAPE_SPACE) && w->start > 0 &&
           strchr("_@#=", text[w->start - 1]) != NULL;
}

/* The date or the range that begins at the word; the word behind, 0: none. */
static size_t
read_at(const struct scan *s, size_t word, struct when_mark *m)
{
    struct when_mark part = {0}, moved = {0};
    size_t behind = core(s, word, m), longer = part_first(s, word, &part);

    if (longer > behind) {
        behind = longer;
        *m = part;
    }
    longer = rule_shift(s, word, &moved, core);
    if (longer > behind) {
        *m = moved;
        return longer;
    }
    longer = rule_now(s, word, &moved, core);
    if (longer > behind) {
        *m = moved;
        return longer;
    }
    return behind > word ? rule_until(s, word, behind, m, core) : 0;
}

bool
when_lone(const struct reading *r, size_t first, size_t end)
{
    if (r->w.nwords > WHEN_LONE_WORDS)
        return false;
    for (size_t i = 0; i < r->w.nwords; i++) {
        const struct word *w = &r->w.words[i];

        if ((i < first || i >= end) && w->kind != WORD_MARK &&
            w->script != SCRIPT_HIRAGANA &&
            !reading_sense(r, i, SENSE_FUNCTION) &&
            !reading_concept(r, i, CLASS_BOUND))
            return false;
    }
    return true;
}

bool
when_at(const struct lexicon *lx, const struct reading *r, size_t word,
        struct when_mark *out)
{
    struct scan s = {.lx = lx, .r = r, .begin = word, .end = word + 1};
    struct when_mark m = {0};
    size_t behind = 0, tail;

    if (word >= r->w.nwords || !when_may_begin(lx, r, word) ||
        inside_address(r, word))
        return false;
    s.lang = (enum lang)r->w.words[word].lang;
    s.cue = cue_at(lx, r, word, &s.cue_words);
    s.before = cue_before(lx, r, word, NULL);
    s.tags = scan_tags(&s, word);
    s.known = true;
    while (s.end < r->w.nwords && s.end - word < WHEN_MOST_WORDS &&
           !(r->w.words[s.end].shape & SHAPE_LINE))
        s.end++;
    if (r->w.nwords <= WHEN_LONE_WORDS) {
        s.lone = true;
        behind = read_at(&s, word, &m);
        if (behind && !when_lone(r, word, behind))
            behind = 0;
        s.lone = false;
    }
    if (!behind) {
        m = (struct when_mark){0};
        behind = read_at(&s, word, &m);
    }
    if (!behind)
        return false;
    /* "2012 or later", "2018 के बाद" */
    if ((m.when.date.year || m.when.date.day) && !m.is_range &&
        scan_key(&s, behind, TAG_OR_LATER, &tail) &&
        (s.lang == LANG_HI || !scan_word(&s, tail) ||
         scan_word(&s, tail)->kind == WORD_MARK))
        behind = tail;
    m.word = (uint32_t)word;
    m.nwords = (uint32_t)(behind - word);
    *out = m;
    return true;
}
