/*
 * dispute_who.c - who did it, and what somebody is called.
 *
 * Two bodies that each say it was they, on pages that do not know of one
 * another, are rivals. So are two full names of one office and one surname
 * (or given name), where no page has both: the mayor is Artur Lousada here
 * and António Lousada there.
 */
#include "brief/dispute.h"
#include "text/fold.h"

/* A word of a name is the same, or another; own stories, 2026-11. */
#define WORD_SAME  0.90
#define WORD_OTHER 0.60

static bool
page_names(const struct tale *t, uint32_t article, uint32_t bearer)
{
    for (size_t i = 0; i < t->set->articles[article]->nnames; i++)
        if (t->bearer_of[article][i] == bearer)
            return true;
    return false;
}

/* Whether a page of the story speaks of both. */
static bool
met(const struct tale *t, uint32_t a, uint32_t b)
{
    for (size_t m = 0; m < t->nmembers; m++)
        if (page_names(t, t->members[m], a) && page_names(t, t->members[m], b))
            return true;
    return false;
}

/* ---- who did it ------------------------------------------------------- */

/* The one body of a sentence, as index of its name mark; -1: none or two. */
static int32_t
only_body(const struct tale *t, uint32_t article, uint32_t sentence)
{
    const struct article *a = t->set->articles[article];
    int32_t found = -1;

    for (uint32_t i = 0; i < a->nnames; i++) {
        uint32_t b = t->bearer_of[article][i];

        if (b == NOBODY || t->bearers[b].kind != NAME_ORG ||
            a->names[i].word >= a->read.w.nwords ||
            a->read.w.words[a->names[i].word].sentence != sentence)
            continue;
        if (found >= 0 && t->bearer_of[article][found] != b)
            return -1;
        found = (int32_t)i;
    }
    return found;
}

void
dispute_actors(struct tale *t)
{
    uint32_t claimed = lexicon_concept(t->lx, "claim-of-responsibility");
    struct stands all = {0}, kept = {0};
    int64_t best;

    for (size_t m = 0; m < t->nmembers; m++) {
        uint32_t at = t->members[m];
        const struct article *a = t->set->articles[at];

        for (uint32_t i = 0; i < a->read.nsenses; i++) {
            const struct sense *s = &a->read.senses[i];
            uint32_t sentence = a->read.w.words[s->word].sentence;
            int32_t body;

            if (s->kind != SENSE_CONCEPT || s->id != claimed || !s->exact)
                continue;
            body = only_body(t, at, sentence);
            if (body < 0)
                continue;
            stands_add(
                &all,
                (struct stand){
                    .article = at,
                    .at = a->names[body].at,
                    .sentence = sentence,
                    .key = t->bearer_of[at][body],
                    .value = arena_z(t->mem,
                                     t->bearers[t->bearer_of[at][body]].label)},
                t->mem);
        }
    }
    best = stands_main(t, &all);
    for (size_t i = 0; i < all.n; i++)
        if (all.list[i].key == best ||
            !met(t, (uint32_t)best, (uint32_t)all.list[i].key))
            stands_add(&kept, all.list[i], t->mem);
    dispute_put(t, "actor", "who claims it", &kept);
}

/* ---- what somebody is called ------------------------------------------ */

/* Short forms that sound unlike their name. */
static bool
is_pet_name(str a, str b)
{
    static const char *const pets[][2] = {
        {"bill", "william"},    {"billy", "william"},   {"will", "william"},
        {"bob", "robert"},      {"bobby", "robert"},    {"rob", "robert"},
        {"jim", "james"},       {"jimmy", "james"},     {"dick", "richard"},
        {"rick", "richard"},    {"jack", "john"},       {"johnny", "john"},
        {"ted", "edward"},      {"ed", "edward"},       {"tony", "anthony"},
        {"chuck", "charles"},   {"charlie", "charles"}, {"hank", "henry"},
        {"harry", "henry"},     {"larry", "lawrence"},  {"mike", "michael"},
        {"peggy", "margaret"},  {"meg", "margaret"},    {"liz", "elizabeth"},
        {"beth", "elizabeth"},  {"betty", "elizabeth"}, {"kate", "catherine"},
        {"joe", "joseph"},      {"dave", "david"},      {"tom", "thomas"},
        {"sasha", "alexander"}, {"misha", "mikhail"},   {"volodya", "vladimir"},
        {"pepe", "jose"},       {"paco", "francisco"},  {"nacho", "ignacio"},
        {"toni", "antonio"},    {"beppe", "giuseppe"},  {"hans", "johannes"},
        {"fritz", "friedrich"}, {"sepp", "josef"},
    };

    for (size_t i = 0; i < sizeof pets / sizeof *pets; i++)
        if ((str_is(a, pets[i][0]) && str_is(b, pets[i][1])) ||
            (str_is(b, pets[i][0]) && str_is(a, pets[i][1])))
            return true;
    return str_starts(a, b) || str_starts(b, a);
}

/* The first word of a label, folded. */
static str
given_of(const struct tale *t, str label)
{
    size_t n = 0;

    while (n < label.n && label.s[n] != ' ')
        n++;
    return fold_word(str_cut(label, 0, n), LANG_EN, t->mem);
}

/* One word of two names is the same, the other is clearly not, and both
 * begin with what is a given name. */
static bool
called_otherwise(const struct tale *t, const struct bearer *a,
                 const struct bearer *b)
{
    str given_a = given_of(t, a->label), given_b = given_of(t, b->label);
    struct sound x, y;
    double first, last;

    sound_of(t->lx, a->label, &x);
    sound_of(t->lx, b->label, &y);
    if (x.nwords != 2 || y.nwords != 2 || x.script != y.script ||
        !lexicon_has(t->lx, given_a, LANG_EN, SENSE_GIVEN) ||
        !lexicon_has(t->lx, given_b, LANG_EN, SENSE_GIVEN) ||
        is_pet_name(given_a, given_b))
        return false;
    first = sound_word_likeness(&x.word[0], &y.word[0]);
    last = sound_word_likeness(&x.word[1], &y.word[1]);
    return (last >= WORD_SAME && first < WORD_OTHER) ||
           (first >= WORD_SAME && last < WORD_OTHER);
}

static void
stand_names(struct tale *t, struct stands *all, uint32_t bearer)
{
    for (size_t i = 0; i < t->nforms; i++) {
        const struct form *f = &t->forms[i];

        if (f->bearer == bearer)
            stands_add(
                all,
                (struct stand){
                    .article = f->article,
                    .at = t->set->articles[f->article]->names[f->mark].at,
                    .key = bearer,
                    .value = arena_z(t->mem, t->bearers[bearer].label)},
                t->mem);
    }
}

void
dispute_names(struct tale *t)
{
    for (uint32_t a = 0; a < t->nbearers; a++)
        for (uint32_t b = a + 1; b < t->nbearers; b++) {
            const struct bearer *x = &t->bearers[a], *y = &t->bearers[b];
            struct stands all = {0};
            str role;

            if (x->kind != NAME_PERSON || y->kind != NAME_PERSON || !x->role ||
                x->role != y->role || x->role_place != y->role_place ||
                met(t, a, b) || !called_otherwise(t, x, y))
                continue;
            stand_names(t, &all, a);
            stand_names(t, &all, b);
            role = lexicon_word(t->lx, x->role, t->reader);
            dispute_put(
                t, "name",
                arena_printf(t->mem, "name of the %.*s", STR_ARG(role)).s,
                &all);
        }
}
