/*
 * date_told.c - days counted from what the text has told before. Korean 이날
 * without such a day is that of the page.
 */
#include "evidence/date_told.h"

#include "lexicon/when_cue.h"

#define SENTENCES_BACK 2 /* to the date that the day before is counted from */
#define SAME_BACK      6 /* … that "the same day" means */

/* Words of the phrase that need something behind them ("the day before the
 * hearing"), as folded. */
static bool
wants_more(const struct reading *r, size_t last)
{
    static const struct {
        enum lang lang;
        const char *word;
    } ends[] = {{LANG_EN, "before"},  {LANG_EN, "after"},   {LANG_RU, "до"},
                {LANG_UK, "до"},      {LANG_HE, "לפני"},    {LANG_HE, "לאחר"},
                {LANG_ID, "sebelum"}, {LANG_ID, "setelah"}, {LANG_ES, "de"},
                {LANG_PT, "de"},      {LANG_PT, "apos"},    {LANG_EL, "πριν"},
                {LANG_EL, "μετα"},    {LANG_AR, "غداه"}};
    const struct word *w = &r->w.words[last];

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (ends[i].lang == w->lang && str_is(w->fold, ends[i].word))
            return true;
    return false;
}

/* A single word that is another noun as often: veille, vigilia. */
static bool
needs_article(const struct word *w)
{
    static const char *const nouns[] = {"veille",   "vispera",  "vigilia",
                                        "vespera",  "παραμονη", "lendemain",
                                        "indomani", "επομενη"};

    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (str_is(w->fold, nouns[i]))
            return true;
    return false;
}

/* German and Greek articles, Russian nouns: whose eve it is stands in the
 * genitive. */
static bool
genitive(const struct reading *r, size_t word)
{
    static const struct {
        enum lang lang;
        const char *word;
    } articles[] = {{LANG_DE, "der"},   {LANG_DE, "des"},   {LANG_DE, "eines"},
                    {LANG_DE, "einer"}, {LANG_DE, "von"},   {LANG_EL, "του"},
                    {LANG_EL, "τησ"},   {LANG_EL, "των"},   {LANG_IT, "della"},
                    {LANG_IT, "dell"},  {LANG_IT, "dello"}, {LANG_IT, "dei"},
                    {LANG_IT, "delle"}, {LANG_IT, "degli"}, {LANG_FR, "d"},
                    {LANG_FR, "des"},   {LANG_PT, "da"},    {LANG_PT, "das"},
                    {LANG_PT, "dos"},   {LANG_NL, "van"},   {LANG_JA, "比"}};
    const struct word *w = &r->w.words[word];
    enum lang lang = (enum lang)w->lang;

    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (articles[i].lang == lang && str_is(w->fold, articles[i].word))
            return true;
    if (lang != LANG_RU && lang != LANG_UK && lang != LANG_PL)
        return false;
    for (size_t i = r->sense_at[word]; i < r->sense_at[word + 1]; i++) {
        const struct sense *s = &r->senses[i];

        if (s->kind == SENSE_CONCEPT &&
            (s->cls == CLASS_ACT || s->cls == CLASS_ABSTRACT ||
             s->cls == CLASS_THING || s->cls == CLASS_SUM))
            return true;
    }
    return false;
}

/* Whether the phrase of words word to end tells a day by itself. */
static bool
complete(const struct lexicon *lx, const struct reading *r, size_t word,
         size_t end)
{
    const struct word *w = r->w.words;

    if (end == word + 1 && needs_article(&w[word]))
        return false;
    /* "every day before": no one day */
    if (w[word].lang == LANG_EN && str_is(w[word].fold, "day"))
        return false;
    /* 会议第二天, the second day of something */
    if (w[word].lang == LANG_ZH && str_is(w[word].fold, "第") && word > 0 &&
        w[word - 1].sentence == w[word].sentence &&
        w[word - 1].kind != WORD_MARK)
        return false;
    if (end >= r->w.nwords || w[end].sentence != w[word].sentence ||
        w[end].kind == WORD_MARK)
        return true;
    return !wants_more(r, end - 1) && !genitive(r, end) &&
           !(cue_at(lx, r, end, NULL) & CUE(OF));
}

/* Persian "a day ago", Chinese 一天前: from the page's day. */
static bool
from_page(const struct reading *r, size_t word, size_t end)
{
    const struct word *w = &r->w.words[word], *last = &r->w.words[end - 1];

    return (w->lang == LANG_FA &&
            (str_is(last->fold, "گذشته") || str_is(last->fold, "پیش"))) ||
           (w->lang == LANG_ZH && str_is(w->fold, "一"));
}

static bool
names_one_day(const struct date_mark *m)
{
    const struct when *w = &m->when;

    return !m->is_range && !w->part && !w->span && !w->edge && !w->counted &&
           (w->date.day || w->weekday || w->unit == WHEN_DAY || w->holiday);
}

/* The last day told before the word, but for those counted from another. */
static const struct date_mark *
day_of_text(const struct article *a, size_t word)
{
    uint32_t sentence = a->read.w.words[word].sentence;

    for (size_t i = a->ndates; i-- > 0;) {
        const struct date_mark *m = &a->dates[i];

        if (sentence - m->sentence > SAME_BACK)
            break;
        if (names_one_day(m) && !m->told)
            return m;
    }
    return NULL;
}

bool
date_told_at(const struct lexicon *lx, const struct article *a, size_t word,
             struct date_mark *m)
{
    const struct reading *r = &a->read;
    const struct date_mark *of = NULL;
    size_t n = 0;
    uint64_t cue = cue_at(lx, r, word, &n);
    int step = cue & CUE(PREVIOUS_DAY) ? -1 : cue & CUE(FOLLOWING_DAY) ? 1 : 0;
    bool same = step == 0 && cue & CUE(SAME_DAY);

    if ((step == 0 && !same) || n == 0 || !complete(lx, r, word, word + n))
        return false;
    if (same)
        of = day_of_text(a, word);
    else if (a->ndates > 0 && !from_page(r, word, word + n))
        of = &a->dates[a->ndates - 1];
    if (!same && of &&
        (r->w.words[word].sentence - of->sentence > SENTENCES_BACK ||
         !names_one_day(of)))
        of = NULL;
    if (!of && step >= 0 && !(same && r->w.words[word].lang == LANG_KO))
        return false;
    *m = (struct date_mark){.word = (uint32_t)word, .nwords = (uint32_t)n};
    if (of) {
        m->when = of->when;
        m->tense = of->tense;
        m->told = (int8_t)step;
        /* what is told of that day again is the same day */
        if (of->told == step)
            return true;
        if (of->when.unit == WHEN_DAY && !of->when.plus_days)
            m->when.offset = (int16_t)(m->when.offset + step);
        else
            m->when.plus_days = (int16_t)(m->when.plus_days + step);
    } else {
        m->when.unit = WHEN_DAY;
        m->when.offset = (int16_t)step;
        m->tense = -1;
    }
    return true;
}
