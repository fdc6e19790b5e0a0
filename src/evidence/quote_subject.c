/*
 * quote_subject.c - the name that is subject of a verb: the nearest one, with
 * what tells that another one is meant.
 */
#include "evidence/quote_parts.h"

/* Costs are in words of distance; corpus/dev and seeds chose them, 2026-11 */
#define COST_ORG         2 /* a body speaks too, but rather a person does */
#define COST_HEAD_OF     6 /* "the president of Hoshikawa": not Hoshikawa */
#define COST_COMMA       3
#define COST_UNSURE      4
#define COST_AT          12
#define COST_OBLIQUE     10 /* "for Ada Finch, ..." may be as she sees it */
#define COST_DECLINED    25 /* Ada Finç'in: whose what is told */
#define COST_THAT        6  /* … said that Biden … */
#define AFTER_MOST       16 /* words from the verb to a subject behind it */
#define BEFORE_MOST      40 /* … and to one before it */
#define PRONOUN_MOST     4
#define OPENING_MOST     3 /* words before it, where "for her" opens all */
#define ABBREVIATED_MOST 4 /* bytes of "Mag", "Ing" */
#define VERB_GAP         5 /* words between an apposition and the verb */

uint32_t
quote_commas(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    uint32_t n = 0;

    for (uint32_t i = from; i < to; i++)
        n += quote_comma(h->w, i);
    return n;
}

bool
quote_any_role(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (quote_class(h, i, CLASS_ROLE))
            return true;
    return false;
}

/* The name marks that begin in [from, to), one after the other. */
/* The first name mark at or behind the word: they are in text order. */
static size_t
first_from(const struct article *a, uint32_t word)
{
    size_t lo = 0, hi = a->nnames;

    while (lo < hi) {
        size_t mid = (lo + hi) / 2;

        if (a->names[mid].word < word)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

/* Одна мать: a number, no name. */
static bool
is_number(const struct quote_hunt *h, const struct name_mark *n)
{
    return n->nwords == 1 && n->kind != NAME_PERSON &&
           reading_sense(&h->a->read, n->word, SENSE_NUMBER) != NULL;
}

/* "…"고: what hangs on a quotation mark is no name. */
static bool
is_particle(const struct quote_hunt *h, const struct name_mark *n)
{
    return n->word > 0 && n->nwords == 1 && n->sure < NAME_SURE &&
           !(h->w->words[n->word].shape & SHAPE_SPACE) &&
           quote_mark(h->w, n->word - 1);
}

/* Ada Finch (CDU) */
static bool
in_brackets(const struct quote_hunt *h, const struct name_mark *n)
{
    uint32_t end = n->word + n->nwords, open, close;

    if (n->word == 0 || end >= h->w->nwords ||
        h->w->words[n->word - 1].kind != WORD_MARK ||
        h->w->words[end].kind != WORD_MARK)
        return false;
    open = quote_char(h->w, n->word - 1);
    close = quote_char(h->w, end);
    return (open == '(' && close == ')') || (open == 0xFF08 && close == 0xFF09);
}

/* "Enfin, the mayor says": a word that begins the sentence and may be no name
 * at all. */
static bool
is_adverb(const struct quote_hunt *h, const struct name_mark *n)
{
    const struct word *w = &h->w->words[n->word];

    return n->nwords == 1 && n->sure < NAME_SURE &&
           n->word == h->w->sentences[w->sentence].word &&
           quote_comma(h->w, n->word + 1);
}

static bool
word_is(const struct quote_hunt *h, uint32_t i, const char *const *list,
        size_t n)
{
    for (size_t k = 0; k < n && i < h->w->nwords; k++)
        if (str_is(h->w->words[i].fold, list[k]))
            return true;
    return false;
}

/* 在推特上, ニューズウィーク誌に, Newsweek'e: what stands behind the name says
 * that it was told there; not によると, according to. */
static bool
is_told_behind(const struct quote_hunt *h, const struct name_mark *n)
{
    static const char *const titles[] = {"誌", "紙", "社", "氏", "さん"};
    static const char *const dative[] = {"a", "e", "ya", "ye", "na", "ne"};
    static const char *const on[] = {"上"}, *const to[] = {"に"};
    static const char *const by[] = {"よる", "よれば", "よ", "よっ", "よると"};
    uint32_t i = n->word + n->nwords;

    switch (quote_lang(h, n->word)) {
    case LANG_ZH:
        return n->word > 0 && word_is(h, i, on, 1) &&
               str_is(h->w->words[n->word - 1].fold, "在");
    case LANG_JA:
        if (word_is(h, i, titles, sizeof titles / sizeof *titles))
            i++;
        return word_is(h, i, to, 1) &&
               !word_is(h, i + 1, by, sizeof by / sizeof *by);
    case LANG_TR:
        return (n->kind != NAME_PERSON && quote_addressee(h, i) > 0) ||
               (i < h->w->nwords && quote_char(h->w, i) == '\'' &&
                word_is(h, i + 1, dative, sizeof dative / sizeof *dative));
    default:
        return false;
    }
}

/* "to Radio Solway", "on Twitter": whom or where he told it. */
static bool
is_told(const struct quote_hunt *h, const struct name_mark *n)
{
    static const char *const on[] = {"on", "auf", "sur", "en",  "su",  "op",
                                     "na", "в",   "у",   "στο", "علي", "no"};

    uint32_t at;

    if (quote_addressee(h, n->word) > 0 || is_told_behind(h, n))
        return true;
    if (n->word == 0)
        return false;
    /* on "Chirp" */
    at = n->word - 1;
    if (at > 0 && quote_mark(h->w, at))
        at--;
    if (n->kind == NAME_PERSON)
        return quote_addressee(h, at) > 0;
    for (size_t k = 0; k < sizeof on / sizeof *on; k++)
        if (str_is(h->w->words[at].fold, on[k]))
            return true;
    return quote_addressee(h, at) > 0;
}

/* Рок-звезда, Mag. Ada Finch: part of another word, or of a name's title. */
static bool
is_attribute(const struct quote_hunt *h, const struct name_mark *n)
{
    const struct word *t = &h->w->words[n->word + n->nwords];
    enum lang l = quote_lang(h, n->word);

    if (n->word + n->nwords + 1 >= h->w->nwords || !quote_has_case(h, n->word))
        return false;
    if (quote_char(h->w, n->word + n->nwords) == '-')
        return l != LANG_FR && l != LANG_PT && !(t->shape & SHAPE_SPACE) &&
               t[1].kind == WORD_LETTERS && !(t[1].shape & SHAPE_SPACE) &&
               (l == LANG_DE || !(t[1].shape & SHAPE_CAPITAL));
    return quote_char(h->w, n->word + n->nwords) == '.' && n->nwords == 1 &&
           t[-1].end - t[-1].start <= ABBREVIATED_MOST &&
           n + 1 < h->a->names + h->a->nnames &&
           n[1].word == n->word + n->nwords + 1 && n[1].kind == NAME_PERSON;
}

const struct name_mark *
quote_next_name(const struct quote_hunt *h, uint32_t from, uint32_t to,
                size_t *i)
{
    if (*i == 0)
        *i = first_from(h->a, from);
    for (; *i < h->a->nnames; (*i)++) {
        const struct name_mark *n = &h->a->names[*i];

        if (n->word < from || n->kind == NAME_PLACE ||
            quote_inside(h, n->word) || is_particle(h, n) || is_told(h, n) ||
            is_adverb(h, n) || in_brackets(h, n) || is_attribute(h, n) ||
            is_number(h, n))
            continue;
        if (n->word + n->nwords > to)
            return NULL;
        return n;
    }
    return NULL;
}

static double
base_cost(const struct name_mark *n)
{
    return (n->kind == NAME_ORG ? COST_ORG : 0) +
           (n->sure < NAME_SURE ? COST_UNSURE : 0);
}

/* "a neighbour of Cilleros", "una produttrice di Crema". */
bool
quote_indefinite(const struct quote_hunt *h, uint32_t i)
{
    const struct sense *one = reading_sense(&h->a->read, i, SENSE_NUMBER);
    str fold = h->w->words[i].fold;

    return (one && one->id == 1) || str_is(fold, "a") || str_is(fold, "an");
}

/* Languages that say whose head he is with a word of its own. */
static bool
has_of(enum lang l)
{
    return l == LANG_EN || l == LANG_DE || l == LANG_FR || l == LANG_ES ||
           l == LANG_PT || l == LANG_IT || l == LANG_NL;
}

static bool
titles(const struct quote_hunt *h, uint32_t i)
{
    return quote_class(h, i, CLASS_ROLE) || quote_class(h, i, CLASS_PERSON);
}

/* Where the marks begin that stand in one run with this one: Porto Ladu. */
static uint32_t
run_start(const struct quote_hunt *h, const struct name_mark *n)
{
    uint32_t at = n->word;

    while (n > h->a->names && n[-1].word + n[-1].nwords == at) {
        n--;
        at = n->word;
    }
    return at;
}

/* "the head of Levamar", "le ministère des Transports": the name behind a
 * title or the word for a body is not who speaks. */
bool
quote_hangs(const struct quote_hunt *h, uint32_t from,
            const struct name_mark *n)
{
    bool person = false, body = false;
    uint32_t at = run_start(h, n);

    if (at <= from)
        return false;
    for (uint32_t i = from; i < at; i++) {
        person |=
            quote_class(h, i, CLASS_PERSON) || quote_class(h, i, CLASS_ROLE);
        body |= quote_class(h, i, CLASS_BODY);
    }
    if (body && n->kind == NAME_OTHER)
        return true;
    /* "her neighbour Colin Marsh": without "of" the name is his own */
    return (person && n->kind == NAME_ORG &&
            !(has_of(quote_lang(h, at)) && titles(h, at - 1))) ||
           (quote_function(h, at - 1) && at > from + 1 &&
            (person || quote_indefinite(h, from)));
}

/*
 * Inhofe, the top Republican on the committee, told: the name whose comma
 * opens what the comma before the verb closes. Where a few words stand
 * between that comma and the verb, a title must open what is apposed.
 */
static int32_t
find_apposed(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    uint32_t comma = to, begins = from; /* what is apposed */
    int32_t found = -1;

    while (comma > from && to - comma < VERB_GAP &&
           !quote_comma(h->w, comma - 1))
        comma--;
    if (comma <= from + 2 || !quote_comma(h->w, comma - 1))
        return -1;
    for (size_t i = 0; i < h->a->nnames; i++) {
        const struct name_mark *n = quote_next_name(h, from, to, &i);
        uint32_t end;

        if (!n)
            break;
        end = n->word + n->nwords;
        if (n->word >= comma && n->kind != NAME_OTHER)
            return -1;
        if (n->kind != NAME_PERSON || n->sure < NAME_SURE)
            continue;
        if (end == comma - 1)
            return comma == to &&
                           (found < 0 || !quote_any_role(h, begins, n->word))
                       ? (int32_t)i
                       : found;
        if (quote_comma(h->w, end) && end < comma - 1 &&
            (comma == to ||
             quote_any_role(h, end + 1,
                            end + VERB_GAP < comma ? end + VERB_GAP : comma))) {
            found = (int32_t)i;
            begins = end + 1;
        }
    }
    return found;
}

/* ツイッターで, 政府に: where or whom; は and が would follow who speaks. */
static bool
at_place(const struct quote_hunt *h, uint32_t i)
{
    static const char *const all[] = {"で", "に", "を", "へ"};

    for (size_t k = 0; k < sizeof all / sizeof *all; k++)
        if (quote_lang(h, i) == LANG_JA && str_is(h->w->words[i].fold, all[k]))
            return true;
    return false;
}

struct quote_voice
quote_subject_before(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    struct quote_voice v = QUOTE_NOBODY;
    double least = BEFORE_MOST;

    v.name = quote_before_relative(h, from, to);
    if (v.name < 0)
        v.name = find_apposed(h, from, to);
    if (v.name >= 0)
        return v;
    for (size_t i = 0; i < h->a->nnames; i++) {
        const struct name_mark *n = quote_next_name(h, from, to, &i);
        uint32_t end;
        double cost;

        if (!n)
            break;
        end = n->word + n->nwords;
        if (quote_postposition(h, end) || quote_owner(h, end))
            continue;
        cost =
            base_cost(n) + (to - end) + COST_COMMA * quote_commas(h, end, to);
        if (n->word > from && quote_is(h, n->word - 1, h->that))
            cost += COST_THAT;
        if (n->kind != NAME_PERSON && end < to && at_place(h, end))
            cost += COST_AT;
        if (quote_oblique(h, from, n)) {
            if (n->sure < NAME_SURE || n->word > from + OPENING_MOST)
                continue;
            cost += quote_declined(h, n) ? COST_DECLINED : COST_OBLIQUE;
        }
        /* of two as near the later one, which ends nearer the verb */
        if (cost <= least) {
            least = cost;
            v.name = (int32_t)i;
        }
    }
    return v;
}

/* сообщил «Вестям» Олег Рябов, told Newsweek Ada Finch: the dative first. */
static bool
told_first(const struct quote_hunt *h, const struct name_mark *n)
{
    return n->kind != NAME_PERSON && n + 1 < h->a->names + h->a->nnames &&
           n[1].kind == NAME_PERSON && n[1].sure >= NAME_SURE &&
           n[1].word == n->word + n->nwords;
}

struct quote_voice
quote_subject_after(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    struct quote_voice v = QUOTE_NOBODY;
    double least = AFTER_MOST;

    for (size_t i = 0; i < h->a->nnames; i++) {
        const struct name_mark *n = quote_next_name(h, from, to, &i);
        double cost;

        if (!n || quote_any(h, from, n->word, h->that))
            break;
        if (quote_oblique(h, from, n) || told_first(h, n))
            continue;
        cost = base_cost(n) + (n->word - from) +
               COST_COMMA * quote_commas(h, from, n->word);
        if (quote_hangs(h, from, n))
            cost += COST_HEAD_OF;
        if (cost < least) {
            least = cost;
            v.name = (int32_t)i;
        }
    }
    return v;
}

/* Word of a pronoun near the end of [from, to), no name behind it. */
bool
quote_pronoun_before(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    uint32_t lo = to > from + PRONOUN_MOST ? to - PRONOUN_MOST : from;

    /* उनके पड़ोसी … ने: whose neighbour he is does not speak */
    if (to > from + 1 && quote_lang(h, from) == LANG_HI)
        lo = to - 1;
    for (uint32_t i = to; i-- > lo;) {
        if (quote_is(h, i, h->before)) {
            str next = i + 1 < h->w->nwords ? h->w->words[i + 1].fold : STR("");

            return !str_is(next, "的") &&
                   !quote_told(quote_subject_before(h, i + 1, to));
        }
    }
    return false;
}

bool
quote_pronoun_after(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    /* a-t-il: marks count for nothing */
    uint32_t stop = from + 3;

    for (uint32_t i = from; i < to && i < stop && !quote_says(h, i); i++)
        if (quote_dash(h->w, i) && quote_lang(h, i) == LANG_FR)
            stop++;
        else if (quote_is(h, i, h->before))
            return true;
    return false;
}
