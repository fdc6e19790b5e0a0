/*
 * entity.c - the marks of a page gathered to entities, and the likeness of
 * an entity and a bearer: by sound, by a given name that scripts write each
 * its own way, by the readings of a Japanese name, by what a body's name
 * means.
 */
#include "brief/entity.h"

#include <string.h>

#define OTHER_LIKENESS 0.86 /* of two kinds, as a person and a body */
#define OTHER_SEVERAL  0.76 /* … both of as many words, more than one */
/* Two bodies whose names mean the same, a name that can be read so */
#define LIKE_MEANT 0.84
#define LIKE_READ  0.9
/* One given name in two scripts: corpus/dev, 2026-11 */
#define SAME_GIVEN  0.12
#define GIVEN_LEAST 0.6 /* of the whole, before that is added */
#define LOOSE_LEAST 5   /* bytes of a name that a strange word may be */
#define MOST_BARE   120 /* bytes of a place without "river" */
/* Letters that stand for the words of a name */
#define LEAST_LETTERS 2
#define MOST_LETTERS  6

size_t
entity_words(str s)
{
    size_t n = 0;
    bool in = false;

    for (size_t i = 0; i < s.n; i++) {
        bool gap =
            s.s[i] == ' ' || (s.n - i > 1 && (unsigned char)s.s[i] == 0xC2 &&
                              (unsigned char)s.s[i + 1] == 0xB7);

        if (!gap && !in)
            n++;
        in = !gap;
    }
    return n;
}

/* A name with more words says more; of equals the longer one. */
bool
entity_fuller(str a, str b)
{
    size_t x = entity_words(a), y = entity_words(b);

    if (x != y)
        return x > y;
    if (a.n != b.n)
        return a.n > b.n;
    return str_cmp(a, b) < 0;
}

/* ---- gathering ------------------------------------------------------- */

/* Rows of the given names that stand in the mark. */
static void
read_given(const struct article *a, struct entity *e)
{
    const struct reading *r = &a->read;

    for (uint32_t i = e->full->word; i < e->full->word + e->full->nwords; i++)
        for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
            if (r->senses[k].kind == SENSE_GIVEN && e->ngiven < MOST_GIVEN)
                e->given[e->ngiven++] = r->senses[k].id;
}

static bool
has_head(const struct reading *r, uint32_t i, enum head_kind kind)
{
    for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
        if (r->senses[k].kind == SENSE_HEAD && r->senses[k].id == kind)
            return true;
    return false;
}

/*
 * "Yanacota dam", "وادي …", "ONG Medrelief": the name without the common
 * word.
 */
static void
read_bare(const struct tale *t, const struct article *a, struct entity *e)
{
    enum head_kind kind = e->kind == NAME_PLACE ? HEAD_PLACE : HEAD_TRADE;
    char *z = arena_alloc(t->mem, MOST_BARE);
    struct sound *bare;
    size_t n = 0;
    bool cut = false;

    for (uint32_t i = e->full->word; i < e->full->word + e->full->nwords; i++) {
        const struct word *w = &a->read.w.words[i];
        size_t len = w->end - w->start;

        if (has_head(&a->read, i, kind)) {
            cut = true;
            continue;
        }
        if (n + len + 1 > MOST_BARE)
            return;
        if (n && w->shape & SHAPE_SPACE)
            z[n++] = ' ';
        memcpy(z + n, a->text.s + w->start, len);
        n += len;
    }
    if (!cut || n == 0)
        return;
    bare = arena_new(t->mem, struct sound, 1);
    sound_of(t->lx, (str){z, n}, bare);
    e->bare = bare;
}

static void
settle(const struct tale *t, struct entity *e)
{
    const struct article *a = t->set->articles[e->article];
    str rest = e->label;
    struct meaning *m;

    sound_of(t->lx, e->label, &e->sound);
    e->nkeys = (uint32_t)sound_keys(&e->sound, e->keys, MOST_KEYS);
    e->words = entity_words(e->label);
    e->latin = rest.n && utf8_script(utf8_next(&rest)) == SCRIPT_LATIN;
    e->lang = (enum lang)e->full->lang;
    if (e->full->word + e->full->nwords > a->read.w.nwords)
        return;
    if (e->kind == NAME_PERSON || e->kind == NAME_OTHER)
        read_given(a, e), e->fused = entity_fused(t, e->label);
    if ((e->kind == NAME_PLACE || e->kind == NAME_ORG) && !e->known)
        read_bare(t, a, e);
    if (e->kind == NAME_ORG && !e->known) {
        m = arena_new(t->mem, struct meaning, 1);
        meaning_of(t->lx, a, e->full, m, t->mem);
        if (m->nslots)
            e->meaning = m;
    }
}

static void
take(struct entity *e, const struct name_mark *mark)
{
    /* a place is known, the firm that bears its name is not */
    if (mark->known && !e->known &&
        !(mark->known_kind == SENSE_PLACE && e->kind != NAME_PLACE)) {
        e->known = mark->known;
        e->known_kind = mark->known_kind;
    }
    if (e->kind == NAME_OTHER || e->guess > mark->guess) {
        e->kind = (enum name_kind)mark->kind;
        e->guess = mark->guess;
    }
    if (mark->sure > e->sure)
        e->sure = mark->sure;
    if (mark->role && !e->role) {
        e->role = mark->role;
        e->role_place = mark->role_place;
    }
    if (entity_fuller(mark->label, e->label)) {
        e->label = mark->label;
        e->full = mark;
    }
    e->nmarks++;
}

struct entity *
entity_collect(const struct tale *t, size_t *count)
{
    size_t n = 0, most = 0;
    struct entity *list;

    for (size_t m = 0; m < t->nmembers; m++)
        most += t->set->articles[t->members[m]]->nnames;
    if (most > MOST_ENTITIES)
        most = MOST_ENTITIES;
    list = arena_new(t->mem, struct entity, most);
    for (size_t m = 0; m < t->nmembers; m++) {
        const struct article *a = t->set->articles[t->members[m]];
        size_t begin = n;

        for (uint32_t i = 0; i < a->nnames; i++) {
            const struct name_mark *mark = &a->names[i];
            struct entity *e = NULL;

            for (size_t k = begin; k < n && !e; k++)
                if (list[k].number == mark->entity)
                    e = &list[k];
            if (!e && n == most)
                continue;
            if (!e) {
                e = &list[n++];
                *e = (struct entity){.article = t->members[m],
                                     .number = mark->entity,
                                     .kind = (enum name_kind)mark->kind,
                                     .guess = mark->guess,
                                     .label = mark->label,
                                     .full = mark,
                                     .first_at = mark->at.start,
                                     .bearer = NOBODY};
            }
            take(e, mark);
        }
    }
    for (size_t i = 0; i < n; i++)
        settle(t, &list[i]);
    *count = n;
    return list;
}

/* ---- likeness -------------------------------------------------------- */

static size_t
content_words(const struct sound *s)
{
    size_t n = 0;

    for (size_t i = 0; i < s->nwords; i++)
        n += !s->word[i].particle;
    return n;
}

/*
 * A town and the body called after it are two: "Munich", "Munich court". Of
 * two kinds only names of as many words are one.
 */
static bool
apart(const struct entity *e, const struct bearer *b, const struct called *c)
{
    bool place = e->kind == NAME_PLACE || b->kind == NAME_PLACE;
    const struct sound *s = c->english.nwords ? &c->english
                            : c->n            ? &c->by[0]->sound
                                              : NULL;

    return place && s && content_words(&e->sound) != content_words(s);
}

static bool
same_given(const struct entity *a, const struct entity *b)
{
    for (uint32_t i = 0; i < a->ngiven; i++)
        for (uint32_t k = 0; k < b->ngiven; k++)
            if (a->given[i] == b->given[k])
                return true;
    return false;
}

/*
 * Bill and William, Саша and Alexander: one given name however it is
 * shortened, and surnames that sound alike.
 */
static bool
nicknamed(const struct entity *a, const struct entity *b)
{
    return same_given(a, b) && sound_surnames(&a->sound, &b->sound);
}

/* "CP" and "Continental Press". */
static bool
abridges(const struct entity *a, const struct entity *b)
{
    str letters = a->label, words = b->label;
    bool begins = true;
    size_t n = 0;

    if (a->words != 1 || b->words < 2 || letters.n < LEAST_LETTERS ||
        letters.n > MOST_LETTERS || !b->latin ||
        (a->kind != NAME_ORG && a->kind != NAME_OTHER) ||
        (b->kind != NAME_ORG && !b->guess))
        return false;
    for (size_t i = 0; i < words.n; i++) {
        if (begins && (unsigned char)(words.s[i] - 'A') < 26) {
            if (n == letters.n || letters.s[n] != words.s[i])
                return false;
            n++;
        }
        begins = words.s[i] == ' ';
    }
    return n == letters.n;
}

/* The Han name of a Japanese and a Latin one. */
static bool
reads(const struct lexicon *lx, const struct entity *a, const struct entity *b)
{
    if (b->lang == LANG_JA && a->latin) {
        const struct entity *swap = a;

        a = b;
        b = swap;
    }
    return a->lang == LANG_JA && a->sound.script == SCRIPT_HAN && b->latin &&
           a->kind == NAME_PERSON && kanji_reads(lx, a->label, b->label);
}

/* "ГСЧС Украины" and Ukraine: a body without its common word is no land. */
static bool
of_land(const struct entity *body, const struct entity *land)
{
    return body->kind == NAME_ORG && land->kind == NAME_PLACE && land->known;
}

static double
like_one(const struct lexicon *lx, const struct entity *e,
         const struct entity *by)
{
    double v = sound_likeness(&e->sound, &by->sound), bare;

    if (e->sound.nwords > 1 && by->sound.nwords > 1 && v >= GIVEN_LEAST &&
        e->sound.script != by->sound.script && same_given(e, by))
        v += SAME_GIVEN;
    if (v < LIKENESS_NICKNAMED && nicknamed(e, by))
        v = LIKENESS_NICKNAMED;
    if (v < LIKENESS_SAME && reads(lx, e, by))
        v = LIKE_READ;
    if (v < LIKE_MEANT && e->meaning && by->meaning &&
        meaning_same(lx, e->meaning, by->meaning))
        v = LIKE_MEANT;
    if (v < LIKE_MEANT && (abridges(e, by) || abridges(by, e)))
        v = LIKE_MEANT;
    if (v < LIKE_READ && (e->fused || by->fused)) {
        bare = sound_likeness(e->fused ? e->fused : &e->sound,
                              by->fused ? by->fused : &by->sound);
        v = bare > v ? bare : v;
    }
    if (v < LIKE_READ && entity_case_of(e, by))
        v = LIKE_READ;
    /* two names of one page that say "river" and "town" are two places */
    if ((e->bare || by->bare) && e->article != by->article && !of_land(e, by) &&
        !of_land(by, e)) {
        bare = sound_likeness(e->bare ? e->bare : &e->sound,
                              by->bare ? by->bare : &by->sound);
        v = bare > v ? bare : v;
    }
    return v > 1 ? 1 : v;
}

/*
 * A strange word may be a name only as a whole: as many words as that, of
 * another script, and no abbreviation.
 */
static bool
may_be(const struct entity *e, const struct entity *by)
{
    if (e->sound.script == by->sound.script || by->label.n < LOOSE_LEAST ||
        (content_words(&e->sound) != content_words(&by->sound) &&
         content_words(&e->sound) > 1))
        return false;
    for (size_t i = 0; i < e->nkeys; i++)
        for (size_t k = 0; k < by->nkeys; k++)
            if (e->keys[i] == by->keys[k])
                return true;
    return false;
}

double
entity_like(const struct tale *t, const struct entity *e,
            const struct bearer *b, const struct called *c)
{
    double best = 0;
    bool loose = e->sure < NAME_LOOSE, several;

    if (e->known && b->known &&
        (e->known != b->known || e->known_kind != b->known_kind))
        return 0;
    if (c->english.nwords && !loose)
        best = sound_likeness(&e->sound, &c->english);
    if (best < LIKE_READ && b->known && b->known_kind == SENSE_PLACE &&
        entity_case_of_place(e, lexicon_place(t->lx, b->known).name))
        best = LIKE_READ;
    for (size_t i = 0; i < c->n; i++) {
        const struct entity *by = c->by[i];
        double v;

        /* a full name is compared with full names, so that two persons of
         * one surname stay apart */
        if (e->sound.nwords > 1 && by->sound.nwords == 1 && c->n > 1 &&
            c->by[0]->sound.nwords > 1)
            continue;
        if (loose && !may_be(e, by))
            continue;
        v = like_one(t->lx, e, by);
        if (v > best)
            best = v;
    }
    several = content_words(&e->sound) > 1 && c->n &&
              content_words(&c->by[0]->sound) == content_words(&e->sound) &&
              e->kind != NAME_PLACE && b->kind != NAME_PLACE;
    if (e->kind != b->kind && e->kind != NAME_OTHER && b->kind != NAME_OTHER &&
        !e->guess && !b->guess &&
        (best < (several ? OTHER_SEVERAL : OTHER_LIKENESS) || apart(e, b, c)))
        return 0;
    return best;
}

void
entity_call(struct called *c, const struct entity *e)
{
    if (e->sound.nwords == 0 || c->n == MOST_CALLED)
        return;
    for (size_t i = 0; i < c->n; i++)
        if (str_eq(c->by[i]->label, e->label))
            return;
    c->by[c->n++] = e;
}
