/*
 * date.c - date marks of an article.
 *
 * The tense of a mark is that of the nearest word that tells one: helping
 * verbs and words like "due" or "予定" from the lexicon, else endings that
 * few other words have. Nearness is counted in words; a comma is a step
 * further. Where verbs stand last, what follows is nearer.
 */
#include "evidence/date.h"

#include "evidence/date_told.h"

#include "lexicon/when_cue.h"

#define TENSE_REACH 25 /* words that a verb may stand away … */
#define SIGNS_REACH 50 /* … where each character is a word */
#define COMMA_STEPS 2
#define OTHER_SIDE  6 /* steps added on the side where verbs are rare */

struct tail {
    enum lang lang;
    int8_t tense;
    const char *ends; /* alternatives, parted by '|', as written */
};

/* Endings of verb forms. Morphology, not vocabulary: kept with the code. */
static const struct tail tails[] = {
    {LANG_EN, -1, "ed"},
    {LANG_RU, -1,
     "ала|ила|ела|али|или|ели|ало|ило|ал|ил|ел|лся|лась|лись|лось"},
    {LANG_RU, 1, "ится|утся|ются|ятся"},
    {LANG_UK, -1, "ала|ила|іла|али|или|іли|ало|ило|вся|лася|лися|лося|но|то"},
    {LANG_UK, 1, "ться|тиме|тимуть"},
    {LANG_BG, -1, "ха"},
    {LANG_PL, -1, "ał|ała|ało|ali|ały|ił|iła|iło|ili|iły|ął|ęła|ęli"},
    {LANG_ES, -1, "ó|aron|ieron"},
    {LANG_ES, 1, "rá|rán|iré|aré|eré|remos"},
    {LANG_PT, -1, "ou|aram|eram|iram|eu|iu"},
    {LANG_PT, 1, "rá|rão|arei|erei|irei|remos"},
    {LANG_IT, 1, "rà|ranno|erò|irò|arò|remo"},
    {LANG_FR, 1, "era|eront|ira|iront|erai|irai|erons|irons"},
    {LANG_TR, -1, "dı|di|du|dü|tı|ti|tu|tü|dılar|diler|mıştı|mişti|muştu"},
    {LANG_TR, 1, "acak|ecek|acağı|eceği|acaklar|ecekler|acağını|eceğini"},
    {LANG_EL, -1, "ησε|ησαν|θηκε|θηκαν|ασε|ασαν|ωσε|ωσαν|ισε|ισαν|εψε"},
    {LANG_HI, 1, "ेगा|ेगी|ेंगे|ाएगा|ाएगी|ूंगा|ूँगा|ूंगी|ऊंगा|ऊँगा|ऊंगी"},
    {LANG_FA, -1, "ده‌اند|ده‌است|ته‌اند"},
    {LANG_KO, -1,
     "했다|았다|었다|였다|됐다|졌다|렸다|났다|했고|했으며|혔다|갔다"},
    {LANG_DE, -1, "iert"},
};

#define LEAST_BEFORE_TAIL 2 /* letters that must stand before an ending */

/* English pasts without an ending, where a phrase of the lexicon ("broke
 * down", "fell ill") stands for the verb and tells no tense. */
static bool
strong_past(const struct word *w)
{
    static const char *const forms[] = {
        "broke",  "fell", "took", "went",   "came",   "gave",    "held",
        "struck", "rose", "blew", "ran",    "got",    "drew",    "threw",
        "flew",   "shot", "left", "stood",  "sank",   "won",     "lost",
        "led",    "met",  "kept", "caught", "fought", "brought", "swept",
        "tore",   "wore", "drove"};

    for (size_t i = 0; w->lang == LANG_EN && i < sizeof forms / sizeof *forms;
         i++)
        if (str_is(w->fold, forms[i]))
            return true;
    return false;
}

/* SVO languages put the verb before the date as often as behind it. */
static bool
verbs_last(enum lang lang)
{
    return lang == LANG_JA || lang == LANG_KO || lang == LANG_TR ||
           lang == LANG_HI || lang == LANG_FA;
}

static int
by_ending(str word, enum lang lang)
{
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        str rest, end;

        if (tails[i].lang != lang)
            continue;
        rest = str_of(tails[i].ends);
        while (str_next(&rest, '|', &end))
            if (str_ends(word, end) &&
                utf8_count(word) >= utf8_count(end) + LEAST_BEFORE_TAIL)
                return tails[i].tense;
    }
    return 0;
}

/* ستعقد, سيلتقي: the future grown to its verb; not سياسة, سيارة. */
static bool
arabic_future(const struct reading *r, size_t i)
{
    const struct word *w = &r->w.words[i];

    return w->lang == LANG_AR && utf8_count(w->fold) >= 5 &&
           (str_starts(w->fold, STR("سي")) || str_starts(w->fold, STR("ست"))) &&
           r->sense_at[i] == r->sense_at[i + 1];
}

/* ייפתח, יתקיים: third persons of the future that no noun begins like. */
static bool
hebrew_future(const struct reading *r, size_t i)
{
    const struct word *w = &r->w.words[i];

    return w->lang == LANG_HE && utf8_count(w->fold) >= 5 &&
           (str_starts(w->fold, STR("יי")) || str_starts(w->fold, STR("ית")) ||
            str_starts(w->fold, STR("תת")) || str_starts(w->fold, STR("תי"))) &&
           r->sense_at[i] == r->sense_at[i + 1];
}

/* 発表する。開かれる。: a plain verb that ends the sentence has yet to happen;
 * not とされる, とみられる, which report. */
static bool
japanese_plain(const struct reading *r, size_t i)
{
    const struct word *w = &r->w.words[i];

    if (w->lang != LANG_JA || i < 4 || !str_is(w->fold, "る") ||
        (i + 1 < r->w.nwords && w[1].kind != WORD_MARK))
        return false;
    if (str_is(w[-1].fold, "す"))
        return true;
    return str_is(w[-1].fold, "れ") && !str_is(w[-3].fold, "と") &&
           !str_is(w[-4].fold, "と") && !str_is(w[-3].fold, "み");
}

/* "призвал … во вторник выйти": what one is to do lies ahead. */
static bool
slavic_infinitive(const struct reading *r, size_t i)
{
    static const char *const ends[] = {"ать", "ять", "ить", "еть",
                                       "уть", "йти", "ться"};
    const struct word *w = &r->w.words[i];

    if ((w->lang != LANG_RU && w->lang != LANG_UK) || w->kind != WORD_LETTERS ||
        utf8_count(w->fold) < 5)
        return false;
    for (size_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
        if (r->senses[k].kind == SENSE_NUMBER ||
            r->senses[k].kind == SENSE_ORDINAL)
            return false;
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
        if (str_ends(w->fold, str_of(ends[k])))
            return true;
    return false;
}

/* -1, +1, or 0 where the word tells no tense. */
static int
tense_of(const struct lexicon *lx, const struct reading *r, size_t i,
         uint64_t cue)
{
    const struct word *w = &r->w.words[i];
    const struct word *next = i + 1 < r->w.nwords ? w + 1 : NULL;

    if (cue & CUE(FUTURE))
        return 1;
    /* "à" is no "a" */
    if (cue & CUE(PAST) && w->fold.n == 1 && w->end - w->start > 1)
        return 0;
    /* "will have", "wird … gehabt haben" */
    if (cue & CUE(PAST) && i > 0 && w->lang == LANG_EN &&
        cue_at(lx, r, i - 1, NULL) & CUE(FUTURE))
        return 1;
    if (cue & CUE(PAST)) {
        /* た is a past where a sentence or a quotation ends, else a letter */
        if (w->lang == LANG_JA && w->end - w->start == 3 && next &&
            next->kind != WORD_MARK && !str_is(next->fold, "と") &&
            !str_is(next->fold, "が"))
            return 0;
        return -1;
    }
    if (w->kind != WORD_LETTERS)
        return 0;
    if (arabic_future(r, i) || hebrew_future(r, i) || japanese_plain(r, i))
        return 1;
    if (strong_past(w))
        return -1;
    return by_ending(str_cut(r->w.text, w->start, w->end), (enum lang)w->lang);
}

static bool
is_quote(const struct reading *r, size_t i)
{
    const struct word *w = &r->w.words[i];
    str text = str_cut(r->w.text, w->start, w->end);
    uint32_t c = text.n ? utf8_next(&text) : 0;

    return utf8_quote(c) != 0 && c != 0x2019 && c != '\'';
}

static int
reach_of(enum lang lang)
{
    return lang == LANG_JA || lang == LANG_ZH ? SIGNS_REACH : TENSE_REACH;
}

/* Looks from the mark towards `step`; how far the first tense stands. */
static int
look(const struct lexicon *lx, const struct reading *r, size_t from, int step,
     const struct date_mark *m, int *tense)
{
    int steps = 0, most = reach_of((enum lang)m->lang);

    for (size_t i = from; steps < most && i < r->w.nwords &&
                          r->w.words[i].sentence == m->sentence;
         i += (size_t)step) {
        str fold = r->w.words[i].fold;
        uint64_t cue;

        /* what is quoted has a tense of its own */
        if (r->w.words[i].kind == WORD_MARK && is_quote(r, i))
            break;
        steps++;
        if (str_is(fold, ",") || str_is(fold, "،") || str_is(fold, "、") ||
            str_is(fold, "，"))
            steps += COMMA_STEPS;
        cue = cue_at(lx, r, i, NULL);
        /* "until the appeal is heard": what is told behind lies ahead */
        *tense = step < 0 && cue & CUE(WAITING) ? 1 : tense_of(lx, r, i, cue);
        if (*tense)
            return steps;
    }
    *tense = 0;
    return most + OTHER_SIDE + 1;
}

static int8_t
tense_around(const struct lexicon *lx, const struct reading *r,
             const struct date_mark *m)
{
    int before, after;
    size_t behind = m->word + m->nwords;
    int far_before = look(lx, r, m->word - 1u, -1, m, &before);
    int far_after = look(lx, r, m->word + m->nwords, 1, m, &after);

    if (behind < r->w.nwords && r->w.words[behind].sentence == m->sentence &&
        slavic_infinitive(r, behind))
        return 1;
    if (verbs_last((enum lang)m->lang))
        far_before += OTHER_SIDE;
    if (m->lang == LANG_AR)
        far_after += OTHER_SIDE;
    return (int8_t)(far_after < far_before ? after : before);
}

/*
 * What leads the mark: the cues of its preposition, with an article or a
 * word for day between ("قبل يوم الجمعة"); *start: where they begin.
 */
static uint64_t
led_by(const struct lexicon *lx, const struct reading *r, size_t word,
       size_t least, size_t *start)
{
    uint64_t cue = cue_before(lx, r, word, start), more;
    size_t further;

    if (*start < least) {
        *start = word;
        return 0;
    }
    if (cue & CUE(DAY_WORD)) {
        more = cue_before(lx, r, *start, &further);
        if (further >= least && more & (CUE(SINCE) | CUE(UNTIL))) {
            *start = further;
            return more;
        }
    }
    return cue;
}

/* "until", "by", "до", "까지": what is dated so lies ahead. */
static bool
is_until(const struct lexicon *lx, const struct reading *r,
         const struct date_mark *m, uint64_t led)
{
    size_t behind = m->word + m->nwords;
    const struct word *last = &r->w.words[behind - 1];

    if (led & CUE(UNTIL))
        return true;
    if (m->lang == LANG_KO)
        return str_find(last->fold, STR("까지")) != SIZE_MAX;
    return verbs_last((enum lang)m->lang) && behind < r->w.nwords &&
           r->w.words[behind].sentence == m->sentence &&
           cue_at(lx, r, behind, NULL) & CUE(UNTIL);
}

/*
 * Whether that preposition belongs to the words of the mark: "since
 * January", "on Friday evening", "в четверг". What is counted from today
 * needs none.
 */
static bool
belongs(uint64_t led, const struct when *w)
{
    if ((w->unit && !w->date.month && !w->date.day) || led & CUE(OF))
        return false;
    return (led & (CUE(IN) | CUE(SINCE) | CUE(UNTIL) | CUE(DAY_WORD))) != 0;
}

/* कल is yesterday and tomorrow, परसों a day further: the verb tells. */
static void
settle_either(const struct reading *r, struct date_mark *m)
{
    if (m->lang == LANG_HI && m->when.unit == WHEN_DAY && m->tense > 0 &&
        ((m->when.offset == -1 && str_is(r->w.words[m->word].fold, "कल")) ||
         (m->when.offset == -2 && str_is(r->w.words[m->word].fold, "परसों"))))
        m->when.offset = (int16_t)-m->when.offset;
}

/* Whether it is of a day, which may have a time. */
static bool
names_day(const struct when *w)
{
    return w->date.day || w->weekday || w->unit == WHEN_DAY || w->holiday;
}

/*
 * Figures have one order all over a page: where 25/12/2019 shows it, 3/4/2019
 * is read so too. A page that shows both, or none, goes by its language.
 */
static void
settle_order(struct article *a)
{
    size_t seen[WHEN_MONTH_FIRST + 1] = {0};
    enum when_order order;

    for (size_t i = 0; i < a->ndates; i++)
        if (!a->dates[i].when.either)
            seen[a->dates[i].when.order]++;
    if ((seen[WHEN_DAY_FIRST] > 0) == (seen[WHEN_MONTH_FIRST] > 0))
        return;
    order = seen[WHEN_DAY_FIRST] ? WHEN_DAY_FIRST : WHEN_MONTH_FIRST;
    for (size_t i = 0; i < a->ndates; i++) {
        when_reorder(&a->dates[i].when, order);
        when_reorder(&a->dates[i].until, order);
    }
}

static void
keep(struct article *a, struct date_mark m)
{
    const struct word *w = &a->read.w.words[m.word];

    m.at = (span){w->start, w[m.nwords - 1].end};
    m.sentence = w->sentence;
    m.lang = w->lang;
    a->dates = arena_grow(a->mem, a->dates, a->ndates, sizeof *a->dates);
    a->dates[a->ndates++] = m;
}

/* "from November" */
static bool
from_month(const struct date_mark *m, const struct reading *r)
{
    const struct word *w = &r->w.words[m->word];

    return w->lang == LANG_EN && m->when.date.month && !m->when.date.day &&
           !m->when.date.year &&
           (str_is(w->fold, "from") ||
            (m->word > 0 && str_is(w[-1].fold, "from")));
}

/* "agreed to lift output by 137,000 barrels from November": nearer than the
 * verb of the past stands one that was yet to do. */
static bool
yet_to_do(const struct lexicon *lx, const struct reading *r,
          const struct date_mark *m)
{
    for (uint32_t i = m->word;
         i-- > 0 && r->w.words[i].sentence == m->sentence;)
        if (str_is(r->w.words[i].fold, "to"))
            return r->w.words[i + 1].kind == WORD_LETTERS &&
                   !(r->w.words[i + 1].shape & SHAPE_CAPITAL) &&
                   !reading_sense(r, i + 1, SENSE_FUNCTION);
        else if (tense_of(lx, r, i, cue_at(lx, r, i, NULL)) < 0)
            return false;
    return false;
}

void
date_find(const struct lexicon *lx, struct article *a)
{
    const struct reading *r = &a->read;

    a->dates = NULL;
    a->ndates = 0;
    for (size_t i = 0, free = 0; i < r->w.nwords && a->ndates < DATE_MOST;) {
        const struct word *w = &r->w.words[i];
        uint64_t led;
        size_t first;
        struct when_mark found;
        struct date_mark m = {0}, told;

        if (!when_at(lx, r, i, &found))
            found.nwords = 0;
        if (date_told_at(lx, a, i, &told) &&
            (told.nwords > found.nwords || found.when.part)) {
            if (found.nwords > told.nwords) { /* "the evening before" */
                told.nwords = found.nwords;
                told.when.part = found.when.part;
            }
            keep(a, told);
            free = i += told.nwords;
            continue;
        }
        if (found.nwords == 0) {
            i++;
            continue;
        }
        led = led_by(lx, r, i, free, &first);
        if (!belongs(led, &found.when) ||
            (found.when.part && led & CUE(IN) &&
             w->start - r->w.words[first].start >
                 w[found.nwords - 1].end - w->start)) {
            first = i;
            /* "after 2016", "antes de mayo" */
            if (!found.when.unit || found.when.date.month)
                first = when_open_before(lx, r, i, free);
        }
        m.word = (uint32_t)i;
        m.nwords = found.nwords;
        m.sentence = w->sentence;
        m.when = found.when;
        m.until = found.until;
        m.is_range = found.is_range;
        m.lang = w->lang;
        m.timed = names_day(&m.when) &&
                  when_clock_beside(lx, r, first, i + found.nwords, &m.clock);
        m.tense = is_until(lx, r, &m, led) ? 1 : tense_around(lx, r, &m);
        if (m.tense < 0 && from_month(&m, r) && yet_to_do(lx, r, &m))
            m.tense = 1;
        /* "since March" looks back */
        if (m.tense == 0 && led & CUE(SINCE) && !m.is_range)
            m.tense = -1;
        /* a date that stands alone is one to come, as on a poster */
        if (m.tense == 0 && when_lone(r, first, i + found.nwords))
            m.tense = 2;
        settle_either(r, &m);
        if ((m.when.maybe == WHEN_IF_TO_COME && m.tense <= 0) ||
            (m.when.maybe == WHEN_IF_NOT_PAST && m.tense < 0)) {
            i++;
            continue;
        }
        m.word = (uint32_t)first;
        m.nwords = (uint32_t)(i + found.nwords - first);
        keep(a, m);
        free = i += found.nwords;
    }
    settle_order(a);
}
