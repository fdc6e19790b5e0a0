/*
 * numbers_words.c - number words put together, by one grammar for all
 * languages.
 *
 * A group is a value below a thousand: units add to tens, tens to hundreds,
 * "hundred" multiplies. Words for powers of a thousand close a group, each
 * smaller than the one before; what follows the last of them is added. Words
 * that are grown together are taken apart first (numbers_glued.c).
 */
#include "lexicon/numbers_words.h"

#include <math.h>

#define MOST_WORDS 24

/* ---- one word ------------------------------------------------------------ */

/* What a string that stands for itself says. */
struct token
number_token(const struct number_scan *p, str fold, const struct word *w)
{
    static const char *const hindi[] = {"वां", "वाँ", "वीं", "वें", "वा", "वी", "वे"};
    struct lexicon_question said[] = {{.kind = SENSE_MULTIPLIER},
                                      {.kind = SENSE_NUMBER},
                                      {.kind = SENSE_ORDINAL}};
    struct token t = {-1, -1, 0, 1};

    if (w)
        lexicon_ask_word(p->lx, w, p->lang, said, 3);
    else
        lexicon_ask(p->lx, fold, p->lang, said, 3);
    t.power = said[0].id;
    if (said[1].id)
        t.value = said[1].id;
    if (said[2].id)
        t.nth = said[2].id;
    /* पांचवां: the ordinals that the rule sets lack */
    for (size_t k = 0; p->lang == LANG_HI && t.value < 0 && t.nth < 0 &&
                       k < sizeof hindi / sizeof *hindi;
         k++)
        if (str_ends(fold, str_of(hindi[k]))) {
            uint32_t id = lexicon_find(
                p->lx, str_cut(fold, 0, fold.n - str_of(hindi[k]).n), p->lang,
                SENSE_NUMBER, 0);

            if (id)
                t.nth = id;
        }
    return t;
}

/* What the word says; inside of a longer phrase, what it says alone. */
static struct token
token_at(const struct number_scan *p, size_t i)
{
    struct token t = {-1, -1, 0, 1};
    const struct sense *s;

    if (i >= p->end)
        return t;
    /* inside of a phrase, or where one begins */
    if (word_at(p, i)->kind == WORD_LETTERS &&
        (p->r->sense_at[i] == p->r->sense_at[i + 1]
             ? i > p->at || p->lang == LANG_HI
             : p->r->senses[p->r->sense_at[i]].nwords > 1 &&
                   p->r->senses[p->r->sense_at[i]].kind == SENSE_CONCEPT)) {
        t = number_token(p, word_at(p, i)->fold, word_at(p, i));
        if (t.value >= 0 || t.nth >= 0 || t.power)
            return t;
    }
    if ((s = reading_sense(p->r, i, SENSE_NUMBER))) {
        t.value = s->id;
        t.nwords = s->nwords;
    }
    s = reading_sense(p->r, i, SENSE_ORDINAL);
    if (s && (t.value < 0 || s->nwords == t.nwords)) {
        t.nth = s->id;
        t.nwords = s->nwords;
    }
    s = reading_sense(p->r, i, SENSE_MULTIPLIER);
    if (s && (t.value < 0 || s->nwords == t.nwords)) {
        t.power = s->id;
        t.nwords = s->nwords;
    }
    return t;
}

/* ---- joining ------------------------------------------------------------- */

static bool
connector(str fold, enum lang lang)
{
    static const struct {
        enum lang lang;
        const char *word;
    } list[] = {{LANG_EN, "and"}, {LANG_ES, "y"},  {LANG_PT, "e"},
                {LANG_GL, "e"},   {LANG_IT, "e"},  {LANG_FR, "et"},
                {LANG_RO, "si"},  {LANG_CA, "i"},  {LANG_AR, "و"},
                {LANG_FA, "و"},   {LANG_UR, "و"},  {LANG_EL, "και"},
                {LANG_DE, "und"}, {LANG_NL, "en"}, {LANG_DA, "og"},
                {LANG_NO, "og"},  {LANG_PL, "i"},  {LANG_HR, "i"},
                {LANG_SR, "i"},   {LANG_BG, "и"},  {LANG_SW, "na"}};

    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (list[i].lang == lang && str_is(fold, list[i].word))
            return true;
    return false;
}

/* Whether v can stand behind cur in one number: 100 and 20, 20 and 5. */
bool
number_adds(double cur, double v, enum lang lang)
{
    double tens = fmod(cur, 100);

    if (cur == 0)
        return true;
    if (v >= 100)
        return fmod(cur, 1000) == 0 && v < 1000;
    if (tens == 0)
        return true;
    if (v < 10 && tens >= 20 && fmod(tens, 10) == 0)
        return true;
    /* soixante-dix, quatre-vingt-onze */
    if (lang == LANG_FR && (tens == 60 || tens == 80))
        return v < 20;
    if (lang == LANG_FR && tens == 4 && v == 20)
        return true;
    if (lang == LANG_FR && tens == 10) /* dix sept */
        return v >= 7 && v < 10;
    /* 열하나, десять: tens and units in languages that count so */
    if (v < 10 && tens == 10)
        return lang == LANG_KO || lang == LANG_VI || lang == LANG_TR ||
               lang == LANG_TH || lang == LANG_KA || lang == LANG_MY ||
               lang == LANG_KM || lang == LANG_MN;
    /* Arabic says the units first: five and twenty */
    return (lang == LANG_AR || lang == LANG_UR) && tens < 10 && v >= 20 &&
           fmod(v, 10) == 0;
}

static double
sum_of(double cur, double v, enum lang lang)
{
    return lang == LANG_FR && fmod(cur, 100) == 4 && v == 20 ? cur - 4 + 80
                                                             : cur + v;
}

/* A connector or a hyphen between two parts of a number; how many words. */
static size_t
joint(const struct number_scan *p, size_t i)
{
    const struct word *w = word_at(p, i), *next = word_at(p, i + 1);

    if (!w || !next || (w->shape & SHAPE_LINE))
        return 0;
    if (str_is(w->fold, "-"))
        return !(w->shape & SHAPE_SPACE) && !(next->shape & SHAPE_SPACE);
    return connector(w->fold, p->lang);
}

/*
 * "a hundred and eighteen", тысяча пятьдесят: a power of ten that no number
 * counts is counted once where a smaller number follows it. Plurals are about
 * so many of what follows: тысяч пятьдесят, some fifty thousand.
 */
static bool
counted_once(const struct number_scan *p, size_t i, const struct token *t)
{
    size_t k = i + t->nwords, and = joint(p, k);
    const struct word *w = word_at(p, i), *before;
    struct token next = token_at(p, k + and);
    bool slavic = p->lang == LANG_RU || p->lang == LANG_UK;

    if (i != p->at || t->power > 6 || next.value < 1 ||
        next.value >= pow(10, t->power) ||
        (and&&str_is(word_at(p, k)->fold, "-")))
        return false;
    if (slavic && (str_ends(w->fold, STR("ч")) || str_ends(w->fold, STR("в"))))
        return false;
    if (p->lang != LANG_EN || i == 0)
        return p->lang != LANG_EN;
    before = &p->r->w.words[i - 1];
    return and&&(str_is(before->fold, "a") || str_is(before->fold, "the"));
}

/* ---- groups -------------------------------------------------------------- */

/*
 * A value below 1000. Returns the word behind it, 0 where there is none.
 * *ordinal: its last word was one.
 */
static size_t
group(const struct number_scan *p, size_t i, double *value, bool *ordinal)
{
    double cur = 0;
    size_t k = i, end = 0;

    while (k < p->end && k - i < MOST_WORDS) {
        struct token t = token_at(p, k);
        bool open = cur < 100 || token_at(p, k + t.nwords).power != 2;

        if (*ordinal && t.nth < 0)
            break;
        /* kırksekiz behind hundreds */
        if (end == k && end && t.value < 0 && t.nth < 0 && !t.power &&
            p->lang == LANG_TR && number_glued(p, k, &t.value, ordinal) &&
            t.value < 1000 && number_adds(cur, t.value, p->lang)) {
            cur += t.value;
            end = ++k;
            continue;
        }
        if (t.power == 2 && end && cur > 0 && cur < 100 && end <= k) {
            cur *= 100;
        } else if (t.power == 2 && !end && t.value < 0 &&
                   counted_once(p, k, &t)) {
            cur = 100;
        } else if (!*ordinal && t.value >= 0 && t.value < 1000 && open &&
                   number_adds(cur, t.value, p->lang) &&
                   (!end || t.value > 0)) {
            cur = sum_of(cur, t.value, p->lang);
        } else if (t.nth >= 0 && t.nth < 1000 &&
                   (number_nth_power(t.nth, cur) ||
                    number_adds(cur, t.nth, p->lang))) {
            cur = number_nth_power(t.nth, cur) ? cur * t.nth : cur + t.nth;
            *ordinal = true;
        } else if (end && k == end && !*ordinal && joint(p, k)) {
            bool hyphen = str_is(word_at(p, k)->fold, "-");
            struct token after = token_at(p, k + 1);
            double v = after.value >= 0 ? after.value : after.nth;

            if (hyphen && after.power == 2 && cur < 100) {
                k++;
                continue;
            }
            if (v <= 0 || !number_adds(cur, v, p->lang) || cur == 0 ||
                (hyphen && cur < 20 && p->lang != LANG_FR) ||
                (!hyphen && after.value < 0 && cur < 100 && p->lang != LANG_FA))
                break;
            k++;
            continue;
        } else {
            break;
        }
        end = k += t.nwords;
    }
    *value = cur;
    return end;
}

/* Powers of a thousand behind a group; *scale is what they multiply to. */
static size_t
powers(const struct number_scan *p, size_t i, double *scale, bool *ordinal)
{
    for (int most = 0; most < 3 && !*ordinal; most++) {
        struct token t = token_at(p, i);
        size_t skip = 0;

        if (t.power < 3 && t.nth < 1000 && joint(p, i) &&
            str_is(word_at(p, i)->fold, "-")) {
            skip = 1;
            t = token_at(p, i + 1);
        }
        if (t.power >= 3) {
            *scale *= pow(10, t.power);
        } else if (t.nth >= 1000) {
            *scale *= t.nth;
            *ordinal = true;
        } else {
            break;
        }
        i += skip + t.nwords;
    }
    return i;
}

/* "nine thousand, nine hundred": a comma between the groups. */
static size_t
comma(const struct number_scan *p, size_t i)
{
    struct token next = token_at(p, i + 1);

    return word_at(p, i) && str_is(word_at(p, i)->fold, ",") &&
           !(word_at(p, i)->shape & SHAPE_SPACE) && p->lang == LANG_EN &&
           next.value >= 1 &&
           (next.value >= 100 || token_at(p, i + 1 + next.nwords).power == 2);
}

/* ---- the whole ----------------------------------------------------------- */

size_t
number_words(const struct number_scan *p, double *value, bool *ordinal)
{
    double total = 0, least = 1e18;
    double low = 0, high = 1e18; /* below the last million; that million */
    size_t i = p->at, end = p->at;

    *ordinal = false;
    while (i < p->end && i - p->at < MOST_WORDS) {
        double v = 0, scale = 1;
        bool nth = false;
        size_t k = group(p, i, &v, &nth), j;

        if (k == 0) {
            struct token t = token_at(p, i);
            double own = t.value >= 1000 ? t.value : t.nth >= 1000 ? t.nth : 0;

            if (own == 0 && t.power >= 3 &&
                (end > p->at || counted_once(p, i, &t)))
                own = pow(10, t.power);
            if (own == 0 && !number_glued(p, i, &own, &nth))
                break;
            while (own >= 1000 && fmod(own, scale * 1000) == 0)
                scale *= 1000;
            v = own / scale;
            nth |= t.value < 1000 && t.nth >= 1000;
            k = i + t.nwords;
        }
        j = powers(p, k, &scale, &nth);
        if (low > 0 && scale >= 1e6 && p->lang == LANG_ES && !nth &&
            (low + v) * scale < high) {
            /* dos mil trescientos millones */
            total += (low + v) * scale - low;
            low = 0;
            least = high = scale;
            end = j;
            i = end + joint(p, end);
            continue;
        }
        if (total > 0 && (scale >= least || v * scale >= least))
            break;
        total += v * scale;
        low = scale >= 1e6 ? 0 : low + v * scale;
        high = scale >= 1e6 ? scale : high;
        end = j;
        *ordinal = nth;
        least = scale;
        if (nth || (scale < 1000 && p->lang != LANG_KO))
            break;
        i = end + (comma(p, end) ? 1 : joint(p, end));
    }
    *value = total;
    return end;
}
