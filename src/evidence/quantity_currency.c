/*
 * quantity_currency.c - whose pesos they are: currencies of several
 * countries that share a word.
 *
 * A word that names a family of currencies alone (pesos, крон, λίρες) takes
 * the country that stands right at it ("Uruguayan pesos"), else the one of
 * the family that its sentence tells most of, else the article, else where
 * the page was put out. Where no country of the family is told of, the word
 * means what it means in the lexicon without one.
 */
#include "evidence/quantity_parts.h"

#include <string.h>

#define POUNDS_PAID 1e5 /* so many pounds weigh nothing that is told of */
#define REACH_BACK  8   /* words of a country's name before the word */
#define LEAD        2   /* sentences that tell what an article is about */
#define LEAD_TELLS  3   /* times as much as the others */

/* Countries by ISO 3166-1, the concept of the currency by ISO 4217, and the
 * words it shares with others. Francs of central Africa are counted as those
 * of the west, as in the lexicon. */
static const struct {
    const char *country, *currency, *family;
} shared[] = {
    {"MX", "mxn", "any-peso"},     {"AR", "ars", "any-peso"},
    {"CL", "clp", "any-peso"},     {"CO", "cop", "any-peso"},
    {"PH", "php", "any-peso"},     {"UY", "uyu", "any-peso"},
    {"DO", "dop", "any-peso"},     {"CU", "cup", "any-peso"},
    {"SE", "sek", "any-krona"},    {"IS", "isk", "any-krona"},
    {"NO", "nok", "any-krone"},    {"DK", "dkk", "any-krone"},
    {"GL", "dkk", "any-krone"},    {"FO", "dkk", "any-krone"},
    {"CZ", "czk", "any-koruna"},   {"GB", "gbp", "any-pound"},
    {"EG", "egp", "any-pound"},    {"LB", "lbp", "any-pound"},
    {"SY", "syp", "any-pound"},    {"SD", "sdg", "any-pound"},
    {"SS", "ssp", "any-pound"},    {"TR", "try", "any-lira"},
    {"LB", "lbp", "any-lira"},     {"SY", "syp", "any-lira"},
    {"IQ", "iqd", "any-dinar"},    {"KW", "kwd", "any-dinar"},
    {"BH", "bhd", "any-dinar"},    {"JO", "jod", "any-dinar"},
    {"DZ", "dzd", "any-dinar"},    {"TN", "tnd", "any-dinar"},
    {"LY", "lyd", "any-dinar"},    {"RS", "rsd", "any-dinar"},
    {"AE", "aed", "any-dirham"},   {"MA", "mad", "any-dirham"},
    {"IR", "irr", "any-rial"},     {"SA", "sar", "any-rial"},
    {"OM", "omr", "any-rial"},     {"QA", "qar", "any-rial"},
    {"YE", "yer", "any-rial"},     {"IN", "inr", "any-rupee"},
    {"PK", "pkr", "any-rupee"},    {"LK", "lkr", "any-rupee"},
    {"NP", "npr", "any-rupee"},    {"MU", "mur", "any-rupee"},
    {"ID", "idr", "any-rupiah"},   {"CH", "chf", "any-franc"},
    {"LI", "chf", "any-franc"},    {"BJ", "xof", "any-franc"},
    {"BF", "xof", "any-franc"},    {"CI", "xof", "any-franc"},
    {"GW", "xof", "any-franc"},    {"ML", "xof", "any-franc"},
    {"NE", "xof", "any-franc"},    {"SN", "xof", "any-franc"},
    {"TG", "xof", "any-franc"},    {"CM", "xof", "any-franc"},
    {"CF", "xof", "any-franc"},    {"TD", "xof", "any-franc"},
    {"CG", "xof", "any-franc"},    {"GA", "xof", "any-franc"},
    {"GQ", "xof", "any-franc"},    {"CD", "cdf", "any-franc"},
    {"RW", "rwf", "any-franc"},    {"BI", "bif", "any-franc"},
    {"GN", "gnf", "any-franc"},    {"KE", "kes", "any-shilling"},
    {"UG", "ugx", "any-shilling"}, {"TZ", "tzs", "any-shilling"},
    {"SO", "sos", "any-shilling"}, {"US", "usd", "any-dollar"},
    {"CA", "cad", "any-dollar"},   {"AU", "aud", "any-dollar"},
    {"NZ", "nzd", "any-dollar"},   {"HK", "hkd", "any-dollar"},
    {"TW", "twd", "any-dollar"},   {"SG", "sgd", "any-dollar"},
};
#define NSHARED (sizeof shared / sizeof *shared)
#define NONE    NSHARED

/* What a word for money may mean. */
struct wallet {
    size_t word, end;  /* words of the currency, half-open */
    uint32_t fixed;    /* its currency where no country is told, 0: none */
    bool may[NSHARED]; /* rows of its families */
    bool world;        /* dollars: told in them of any country */
};

static bool
put_family(const struct finder *f, struct wallet *w, uint32_t concept)
{
    str key = lexicon_key(f->lx, concept);
    bool any = false;

    for (size_t i = 0; i < NSHARED; i++)
        if (str_is(key, shared[i].family))
            w->may[i] = any = true;
    w->world |= str_is(key, "any-dollar");
    return any;
}

/* The word of the mark's unit, where it names a family alone. */
static bool
find_wallet(const struct finder *f, const struct quantity_mark *m,
            struct wallet *w)
{
    for (size_t i = m->word; i < (size_t)m->word + m->nwords; i++) {
        bool unit = false, family = false;

        memset(w, 0, sizeof *w);
        for (size_t k = f->r->sense_at[i]; k < f->r->sense_at[i + 1]; k++) {
            const struct sense *s = &f->r->senses[k];

            if (s->kind != SENSE_CONCEPT || s->cls != CLASS_MONEY)
                continue;
            unit |= s->id == m->unit;
            w->end = i + s->nwords;
            if (put_family(f, w, s->id))
                family = true;
            else if (w->fixed == 0)
                w->fixed = s->id;
        }
        w->word = i;
        if (unit)
            return family;
    }
    return false;
}

static bool
country_of(const struct finder *f, const struct sense *s, struct place *p)
{
    uint32_t country = s->kind == SENSE_DEMONYM ? s->id
                       : s->kind == SENSE_PLACE ? lexicon_country(f->lx, s->id)
                                                : 0;

    if (country == 0)
        return false;
    *p = lexicon_place(f->lx, country);
    return true;
}

static size_t
row_of(const struct wallet *w, const char *iso)
{
    for (size_t i = 0; i < NSHARED; i++)
        if (w->may[i] && strcmp(iso, shared[i].country) == 0)
            return i;
    return NONE;
}

/* The row of a country whose name or adjective stands at the word, or NONE;
 * it ends before `end`, where that is not 0. */
static size_t
row_at(const struct finder *f, const struct wallet *w, size_t word, size_t end)
{
    if (word >= f->nwords)
        return NONE;
    for (size_t k = f->r->sense_at[word]; k < f->r->sense_at[word + 1]; k++) {
        const struct sense *s = &f->r->senses[k];
        struct place p;
        size_t row = country_of(f, s, &p) ? row_of(w, p.iso) : NONE;

        if (row != NONE && (end == 0 || word + s->nwords == end))
            return row;
    }
    return NONE;
}

/* "Mexican pesos", 乌拉圭比索, "pesos uruguayos", "dirhams of Morocco". */
static size_t
row_beside(const struct finder *f, const struct wallet *w)
{
    size_t start = quantity_sentence_start(f, w->word), row, end = w->word, n;

    if (end > start && quantity_mark_is(f, end - 1, "-・"))
        end--;
    for (size_t back = 1; back <= REACH_BACK && end >= start + back; back++) {
        row = row_at(f, w, end - back, end);
        if (row != NONE)
            return row;
    }
    row = row_at(f, w, w->end, 0);
    if (row == NONE && w->end < f->nwords &&
        quantity_key_at(f, w->end, KEY_PART_OF, &n))
        row = row_at(f, w, w->end + n, 0);
    return row;
}

/* ---- what is told of countries ----------------------------------------- */

/* Of each row, how much is told of its country. */
struct told {
    unsigned n[NSHARED];
};

/* By word: 1 in the name of a person, a Mr Jordan. */
static uint8_t *
words_of_persons(const struct finder *f)
{
    uint8_t *in = arena_new(f->a->mem, uint8_t, f->nwords + 1);

    for (size_t i = 0; i < f->a->nnames; i++) {
        const struct name_mark *n = &f->a->names[i];

        for (size_t k = n->word;
             n->kind == NAME_PERSON && n->sure >= NAME_SURE &&
             k < (size_t)n->word + n->nwords && k < f->nwords;
             k++)
            in[k] = 1;
    }
    return in;
}

static void
tell_sense(const struct finder *f, struct told *t, const struct sense *s,
           unsigned weight)
{
    str iso;
    struct place p;

    if (!country_of(f, s, &p))
        return;
    iso = str_of(p.iso);
    for (size_t i = 0; i < NSHARED; i++)
        if (str_is(iso, shared[i].country))
            t->n[i] += weight;
}

static void
tell_sentence(const struct finder *f, struct told *t, const uint8_t *persons,
              size_t sentence, unsigned weight)
{
    const struct sentence *at = &f->r->w.sentences[sentence];

    for (size_t i = at->word; i < (size_t)at->word + at->nwords; i++)
        for (size_t k = f->r->sense_at[i];
             !persons[i] && k < f->r->sense_at[i + 1]; k++)
            tell_sense(f, t, &f->r->senses[k], weight);
}

static void
tell_article(const struct finder *f, struct told *t, const uint8_t *persons)
{
    for (size_t i = 0; i < f->r->w.nsentences; i++)
        tell_sentence(f, t, persons, i, i < LEAD ? LEAD_TELLS : 1);
}

/* The row of the country most told of; NONE where two are so, or none is. */
static size_t
most_told(const struct wallet *w, const struct told *t)
{
    size_t best = NONE;
    bool two = false;

    for (size_t i = 0; i < NSHARED; i++) {
        if (!w->may[i] || t->n[i] == 0)
            continue;
        if (best == NONE || t->n[i] > t->n[best]) {
            best = i;
            two = false;
        } else if (t->n[i] == t->n[best]) {
            two |= strcmp(shared[i].currency, shared[best].currency) != 0;
        }
    }
    return two ? NONE : best;
}

/* The country that the page's host ends with. */
static size_t
row_of_host(const struct finder *f, const struct wallet *w)
{
    str host = f->a->host;
    char end[3] = "";

    if (host.n < 4 || host.s[host.n - 3] != '.')
        return NONE;
    for (int i = 0; i < 2; i++) {
        char c = host.s[host.n - 2 + (size_t)i];

        end[i] = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
    }
    return row_of(w, strcmp(end, "UK") == 0 ? "GB" : end);
}

static bool
may_be_pounds(const struct finder *f, const struct quantity_mark *m)
{
    return m->lang == LANG_EN && f->key_of[m->unit] == KEY_NONE &&
           str_is(lexicon_key(f->lx, m->unit), "pound-weight");
}

/* English pounds are money by the hundred thousand, or where Britain is told
 * of; not "20 pounds of cocaine" and a 200-pound bomb. */
static bool
pounds_paid(const struct finder *f, const struct quantity_mark *m,
            const struct told *article)
{
    size_t after = (size_t)m->word + m->nwords, n;

    if (m->max >= POUNDS_PAID)
        return true;
    if (m->counted || m->noun.n || quantity_key_at(f, after, KEY_PART_OF, &n))
        return false;
    for (size_t i = m->word; i < after; i++)
        if (quantity_mark_is(f, i, "-"))
            return false;
    for (size_t i = 0; i < NSHARED; i++)
        if (strcmp(shared[i].currency, "gbp") == 0)
            return article->n[i] > 0;
    return false;
}

void
quantity_currency(const struct finder *f, struct quantity_mark *marks, size_t n)
{
    const uint8_t *persons = NULL;
    struct told article = {{0}};

    for (size_t i = 0; i < n; i++) {
        struct quantity_mark *m = &marks[i];
        struct told sentence = {{0}};
        struct wallet w;
        size_t row;

        if (m->unit == 0 || !(may_be_pounds(f, m) ||
                              (lexicon_class(f->lx, m->unit) == CLASS_MONEY &&
                               find_wallet(f, m, &w))))
            continue;
        if (!persons) {
            persons = words_of_persons(f);
            tell_article(f, &article, persons);
        }
        if (may_be_pounds(f, m)) {
            if (pounds_paid(f, m, &article))
                m->unit = lexicon_concept(f->lx, "gbp");
            continue;
        }
        row = row_beside(f, &w);
        if (row == NONE && !w.world) {
            tell_sentence(f, &sentence, persons, m->sentence, 1);
            row = most_told(&w, &sentence);
            row = row == NONE ? most_told(&w, &article) : row;
            row = row == NONE ? row_of_host(f, &w) : row;
        }
        m->unit = row != NONE ? lexicon_concept(f->lx, shared[row].currency)
                              : w.fixed;
        /* wreaths, where nobody pays in crowns */
        if (m->unit == 0 && m->counted == 0)
            m->noun = f->w[w.word].stem;
    }
}
