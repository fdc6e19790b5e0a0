/*
 * dispute_claim.c - what somebody denies that a page says of them.
 *
 * A denial is a sentence with a verb of denying and a name beside it. What it
 * denies is looked for among the sentences, of any page and language, that
 * name the same one (or their land): one that accuses, blames or tells of a
 * claim, or that shares enough of what the denial speaks of. A denial that
 * nothing stands against is no dispute.
 */
#include "brief/dispute.h"

#include <stdlib.h>

#define DENIER_WORDS 2 /* from the verb of denying to who denies */
#define SENTENCE_WORDS                                                         \
    3                     /* from the first word of a sentence to its subject  \
                           */
#define KIN_BYTES      5  /* of a key that begins another: attack, attacker */
#define NEAR_LANGUAGES 2  /* where one word means both */
#define SHARED_LEAST   4  /* meanings of a denial in what it denies */
#define MOST_TERMS     32 /* of one sentence */
#define MOST_DENIERS   16 /* of a story */
#define MOST_DENIALS   64

struct denier {
    uint32_t bearer;
    uint32_t country; /* 0: none */
};

static uint32_t
country_of(const struct tale *t, uint32_t bearer)
{
    const struct bearer *b = &t->bearers[bearer];

    return b->known && b->known_kind == SENSE_PLACE
               ? lexicon_country(t->lx, b->known)
               : 0;
}

static bool
same_denier(struct denier a, struct denier b)
{
    return a.bearer == b.bearer || (a.country && a.country == b.country);
}

static bool
telling(const struct lexicon *lx, const struct sense *s)
{
    str key = lexicon_key(lx, s->id);

    return s->kind == SENSE_CONCEPT &&
           (s->cls == CLASS_ACT || s->cls == CLASS_THING ||
            s->cls == CLASS_STATE || s->cls == CLASS_ROLE ||
            s->cls == CLASS_PERSON) &&
           !str_is(key, "people") && !str_is(key, "person");
}

/* What a sentence speaks of, without lands, sayings and common verbs. */
static size_t
terms_of(const struct tale *t, const struct article *a, uint32_t sentence,
         uint32_t *terms)
{
    const struct sentence *s = &a->read.w.sentences[sentence];
    size_t n = 0;

    for (uint32_t i = a->read.sense_at[s->word];
         i < a->read.sense_at[s->word + s->nwords] && n < MOST_TERMS; i++) {
        const struct sense *m = &a->read.senses[i];
        bool known = !telling(t->lx, m);

        for (size_t k = 0; k < n && !known; k++)
            known = terms[k] == m->id;
        if (!known)
            terms[n++] = m->id;
    }
    return n;
}

/* attack, attacker; missile, rocket */
static bool
akin(const struct lexicon *lx, uint32_t a, uint32_t b)
{
    str x = lexicon_key(lx, a), y = lexicon_key(lx, b);

    return a == b || lexicon_near(lx, a, b) >= NEAR_LANGUAGES ||
           (x.n >= KIN_BYTES && str_starts(y, x)) ||
           (y.n >= KIN_BYTES && str_starts(x, y));
}

static bool
says(const struct article *a, uint32_t sentence, const uint32_t *ids, size_t n)
{
    const struct sentence *s = &a->read.w.sentences[sentence];

    for (uint32_t i = a->read.sense_at[s->word];
         i < a->read.sense_at[s->word + s->nwords]; i++)
        for (size_t k = 0; k < n; k++)
            if (a->read.senses[i].kind == SENSE_CONCEPT && ids[k] &&
                a->read.senses[i].id == ids[k])
                return true;
    return false;
}

/* Whether the sentence names the denier, or their land. */
static bool
is_named(const struct tale *t, uint32_t article, uint32_t sentence,
         struct denier who)
{
    const struct article *a = t->set->articles[article];
    const struct sentence *s = &a->read.w.sentences[sentence];

    for (uint32_t i = 0; i < a->nnames; i++)
        if (a->names[i].at.start >= s->at.start &&
            a->names[i].at.start < s->at.end &&
            t->bearer_of[article][i] == who.bearer)
            return true;
    if (!who.country)
        return false;
    for (uint32_t i = a->read.sense_at[s->word];
         i < a->read.sense_at[s->word + s->nwords]; i++) {
        const struct sense *m = &a->read.senses[i];

        if ((m->kind == SENSE_PLACE || m->kind == SENSE_DEMONYM) &&
            lexicon_country(t->lx, m->id) == who.country)
            return true;
    }
    return false;
}

/* "has denied", "previously denied": what may stand before the verb; not
 * "but denied", which has its subject elsewhere. */
static bool
is_helper(const struct article *a, uint32_t word)
{
    const struct sense *s = reading_concept(&a->read, word, CLASS_TIME);

    return s != NULL || a->read.w.words[word].script == SCRIPT_HAN;
}

/*
 * Who denies: the name right before the verb; right behind it where verbs
 * come first; the first of the sentence where they come last. "Lynch did not
 * deny" keeps too far from it.
 */
static bool
find_denier(const struct tale *t, uint32_t article, uint32_t word,
            struct denier *who)
{
    const struct article *a = t->set->articles[article];
    const struct word *verb = &a->read.w.words[word];
    uint32_t reach =
        denial_verb_last(verb->lang) ? SENTENCE_WORDS : DENIER_WORDS;
    uint32_t best = reach + 1;

    for (uint32_t i = 0; i < a->nnames; i++) {
        const struct name_mark *n = &a->names[i];
        uint32_t end = n->word + n->nwords, gap;

        if (t->bearer_of[article][i] == NOBODY || n->sure < NAME_SURE ||
            n->word >= a->read.w.nwords ||
            a->read.w.words[n->word].sentence != verb->sentence)
            continue;
        if (end <= word)
            gap = denial_verb_last(verb->lang)
                      ? n->word - a->read.w.sentences[verb->sentence].word
                      : word - end + 1;
        else if (n->word > word && denial_verb_first(verb->lang))
            gap = n->word - word;
        else
            continue;
        if (gap >= best || (gap > 1 && !denial_verb_last(verb->lang) &&
                            !is_helper(a, end < word ? end : word + 1)))
            continue;
        best = gap;
        who->bearer = t->bearer_of[article][i];
    }
    if (best > reach)
        return false;
    who->country = country_of(t, who->bearer);
    return true;
}

static const char *
value_of(const struct tale *t, uint32_t article, uint32_t sentence)
{
    const struct article *a = t->set->articles[article];

    return arena_z(
        t->mem, str_trim(article_words(a, a->read.w.sentences[sentence].at)));
}

static struct stand
stand_of(const struct tale *t, uint32_t article, uint32_t sentence, bool denial)
{
    const struct article *a = t->set->articles[article];

    return (struct stand){.article = article,
                          .at = a->read.w.sentences[sentence].at,
                          .sentence = sentence,
                          .key = denial,
                          .value = value_of(t, article, sentence),
                          .denial = denial};
}

static bool
is_body(const struct article *a, uint32_t sentence)
{
    const struct block *b =
        article_block(a, a->read.w.sentences[sentence].at.start);

    return b && (b->kind == BLOCK_BODY || b->kind == BLOCK_QUOTE);
}

/* Adds the sentences that say what the denial denies. */
static void
find_claims(struct tale *t, const struct stand *denial, struct denier who,
            struct stands *all)
{
    static const char *const keys[] = {"accuse", "blame",
                                       "claim-of-responsibility", "believe"};
    uint32_t deny = lexicon_concept(t->lx, "deny"), ids[3];
    uint32_t asked[MOST_TERMS], terms[MOST_TERMS];
    size_t nasked =
        terms_of(t, t->set->articles[denial->article], denial->sentence, asked);

    for (size_t i = 0; i < 3; i++)
        ids[i] = lexicon_concept(t->lx, keys[i]);
    for (size_t m = 0; m < t->nmembers; m++) {
        uint32_t at = t->members[m];
        const struct article *a = t->set->articles[at];

        for (uint32_t s = 0; s < a->read.w.nsentences; s++) {
            size_t shared = 0, n;

            if (!is_body(a, s) || says(a, s, &deny, 1) ||
                !is_named(t, at, s, who))
                continue;
            n = terms_of(t, a, s, terms);
            for (size_t i = 0; i < n; i++)
                for (size_t k = 0; k < nasked; k++)
                    shared += akin(t->lx, terms[i], asked[k]);
            if (shared >= SHARED_LEAST || (shared > 0 && says(a, s, ids, 3)))
                stands_add(all, stand_of(t, at, s, false), t->mem);
        }
    }
}

/* By side, then in order of the pages. */
static int
by_side(const void *a, const void *b)
{
    const struct stand *x = a, *y = b;

    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    return (x->sentence > y->sentence) - (x->sentence < y->sentence);
}

/* A side is told by its first English sentence, else by its first. */
static const char *
told_by(const struct tale *t, const struct stands *all, int64_t key)
{
    const struct stand *first = NULL;

    for (size_t i = 0; i < all->n; i++) {
        const struct stand *s = &all->list[i];
        const struct article *a = t->set->articles[s->article];

        if (s->key != key)
            continue;
        if (a->read.w.sentences[s->sentence].lang == t->reader)
            return s->value;
        if (!first)
            first = s;
    }
    return first ? first->value : "";
}

static void
put_claim(struct tale *t, struct denier who, struct stands *all)
{
    struct stands once = {0};
    const char *value[2];

    qsort(all->list, all->n, sizeof *all->list, by_side);
    for (size_t i = 0; i < all->n; i++)
        if (i == 0 || by_side(&all->list[i - 1], &all->list[i]) != 0)
            stands_add(&once, all->list[i], t->mem);
    value[0] = told_by(t, &once, 0);
    value[1] = told_by(t, &once, 1);
    for (size_t i = 0; i < once.n; i++)
        once.list[i].value = value[once.list[i].key];
    dispute_put(t, "claim",
                arena_printf(t->mem, "denied by %.*s",
                             STR_ARG(t->bearers[who.bearer].label))
                    .s,
                &once);
}

/* Where a sentence denies, who does; false where it does not or says not
 * who. */
static bool
is_denial(const struct tale *t, uint32_t article, const struct sense *s,
          struct denier *who)
{
    const struct article *a = t->set->articles[article];

    return denial_at(t, a, s) &&
           is_body(a, a->read.w.words[s->word].sentence) &&
           find_denier(t, article, s->word, who);
}

void
dispute_claims(struct tale *t)
{
    struct denier deniers[MOST_DENIERS];
    struct stands all[MOST_DENIERS] = {{0}};
    size_t n = 0, denials = 0;

    for (size_t m = 0; m < t->nmembers; m++) {
        uint32_t at = t->members[m];
        const struct article *a = t->set->articles[at];

        for (uint32_t i = 0; i < a->read.nsenses; i++) {
            const struct sense *s = &a->read.senses[i];
            struct denier who;
            struct stand one;
            size_t k = 0;

            if (denials == MOST_DENIALS || !is_denial(t, at, s, &who))
                continue;
            one = stand_of(t, at, a->read.w.words[s->word].sentence, true);
            while (k < n && !same_denier(deniers[k], who))
                k++;
            if (k == MOST_DENIERS)
                continue;
            if (k == n)
                deniers[n++] = who;
            denials++;
            stands_add(&all[k], one, t->mem);
            find_claims(t, &one, who, &all[k]);
        }
    }
    for (size_t k = 0; k < n; k++)
        put_claim(t, deniers[k], &all[k]);
}
