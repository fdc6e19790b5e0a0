/*
 * bearers.c - who and what a story speaks of: the marks of all its pages
 * brought to persons, bodies and places, in any scripts.
 *
 * Pages come with entities of their own. What is known (a place, a
 * well-known body) meets by its id; the rest by sound (lexicon/likeness).
 * The fullest names are taken first, so that a surname finds the full name
 * it belongs to; a surname that fits two bearers equally well goes to the
 * one spoken of more. Weak marks count only where a sure name of the story
 * sounds the same.
 */
#include "brief/entity.h"

#include <stdio.h>
#include <stdlib.h>

/* A weak mark must sound clearly alike, a strange word in a page without
 * capitals still more: chosen on corpus/dev, 2026-11. */
#define WEAK_LIKENESS  0.82
#define LOOSE_LIKENESS 0.84
#define LIKE_TOWN      0.5 /* what a page calls a town and the gazetteer */

/* Known first, then sure, fuller, Latin, frequent; the rest by text. */
static int
by_worth(const void *a, const void *b)
{
    const struct entity *x = a, *y = b;
    bool sx = x->sure >= NAME_SURE, sy = y->sure >= NAME_SURE;
    int c;

    if ((x->known != 0) != (y->known != 0))
        return x->known ? -1 : 1;
    if (sx != sy)
        return sx ? -1 : 1;
    if (x->words != y->words)
        return x->words > y->words ? -1 : 1;
    if (x->latin != y->latin)
        return x->latin ? -1 : 1;
    if (x->nmarks != y->nmarks)
        return x->nmarks > y->nmarks ? -1 : 1;
    c = str_cmp(x->label, y->label);
    if (c == 0)
        c = (x->article > y->article) - (x->article < y->article);
    return c ? c : (x->number > y->number) - (x->number < y->number);
}

static uint32_t
find_known(const struct tale *t, const struct entity *e)
{
    for (uint32_t i = 0; e->known && i < t->nbearers; i++)
        if (t->bearers[i].known == e->known &&
            t->bearers[i].known_kind == e->known_kind)
            return i;
    return NOBODY;
}

static uint32_t
find_bearer(const struct tale *t, const struct entity *e,
            const struct called *called)
{
    double least = e->sure < NAME_LOOSE  ? LOOSE_LIKENESS
                   : e->sure < NAME_SURE ? WEAK_LIKENESS
                                         : LIKENESS_SAME;
    double best = 0;
    uint32_t found = find_known(t, e);

    if (found != NOBODY)
        return found;
    for (uint32_t i = 0; i < t->nbearers; i++) {
        double v = entity_like(t, e, &t->bearers[i], &called[i]);
        bool tie = found != NOBODY && v > best - 0.02 && v < best + 0.02;

        if (v < least)
            continue;
        if (found == NOBODY ||
            (tie && t->bearers[i].nmarks > t->bearers[found].nmarks) ||
            (!tie && v > best)) {
            best = v;
            found = i;
        }
    }
    return found;
}

static void
join(struct tale *t, struct bearer *b, const struct entity *e)
{
    bool latin_now, latin_new = e->latin;
    str rest = b->label;

    latin_now = rest.n && utf8_script(utf8_next(&rest)) == SCRIPT_LATIN;
    if (b->kind == NAME_OTHER || b->guess > e->guess) {
        if (e->kind != NAME_OTHER) {
            b->kind = e->kind;
            b->guess = e->guess;
        }
    }
    if (!b->role && e->role) {
        b->role = e->role;
        b->role_place = e->role_place;
    }
    b->nmarks += e->nmarks;
    b->narticles++;
    if (b->known)
        return;
    if (e->known) {
        b->known = e->known;
        b->known_kind = e->known_kind;
    }
    if (e->sure >= NAME_SURE &&
        (latin_new == latin_now ? entity_fuller(e->label, b->label) &&
                                      e->words > entity_words(b->label)
                                : latin_new))
        b->label = e->label;
    (void)t;
}

/* In story order: first article, first place. */
static int
by_weight(const void *a, const void *b)
{
    const struct bearer *x = a, *y = b;

    if (x->narticles != y->narticles)
        return x->narticles > y->narticles ? -1 : 1;
    if (x->nmarks != y->nmarks)
        return x->nmarks > y->nmarks ? -1 : 1;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    return (x->first_at > y->first_at) - (x->first_at < y->first_at);
}

static int
by_place(const void *a, const void *b)
{
    const struct form *x = a, *y = b;

    if (x->bearer != y->bearer)
        return x->bearer < y->bearer ? -1 : 1;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    return (x->mark > y->mark) - (x->mark < y->mark);
}

/* "ATHENS": of a dateline or a headline. */
static bool
in_capitals(str label)
{
    while (label.n)
        if (utf8_lower(utf8_next(&label)))
            return false;
    return true;
}

/*
 * What the pages that readers read call a town, where the gazetteer spells
 * it otherwise: Khoy, not Khowy; Suwon, not Suwon-si.
 */
static str
town_label(const struct tale *t, uint32_t bearer, const struct entity *list,
           size_t n)
{
    const struct bearer *b = &t->bearers[bearer];
    struct place p = lexicon_place(t->lx, b->known);
    const struct entity *best = NULL;
    struct sound gazetteer;

    if (p.kind != PLACE_CITY)
        return p.name;
    sound_of(t->lx, p.name, &gazetteer);
    for (size_t i = 0; i < n; i++)
        if (list[i].bearer == bearer && list[i].lang == t->reader &&
            list[i].kind == NAME_PLACE &&
            list[i].words <= entity_words(p.name) &&
            !in_capitals(list[i].label) &&
            (!list[i].known ||
             (list[i].known == b->known &&
              sound_likeness(&list[i].sound, &gazetteer) >= LIKE_TOWN)) &&
            (!best || list[i].nmarks > best->nmarks))
            best = &list[i];
    return best ? best->label : p.name;
}

static void
settle_labels(struct tale *t, const struct entity *list, size_t n)
{
    for (uint32_t i = 0; i < t->nbearers; i++) {
        struct bearer *b = &t->bearers[i];

        if (b->known && b->known_kind == SENSE_PLACE)
            b->label = town_label(t, i, list, n);
        else if (b->known)
            b->label = lexicon_body(t->lx, b->known);
        if (b->known && b->known_kind == SENSE_PLACE)
            b->kind = NAME_PLACE;
        if (b->kind == NAME_OTHER)
            b->kind = b->known ? NAME_ORG : NAME_PERSON;
    }
}

/* Puts bearers into order and every mark under its bearer. */
static void
index_forms(struct tale *t, const struct entity *list, size_t n)
{
    uint32_t *order = arena_new(t->mem, uint32_t, t->nbearers);
    struct bearer *sorted = arena_new(t->mem, struct bearer, t->nbearers);
    size_t total = 0;

    for (uint32_t i = 0; i < t->nbearers; i++) {
        sorted[i] = t->bearers[i];
        sorted[i].id = arena_printf(t->mem, "%u", i).s; /* old index */
    }
    qsort(sorted, t->nbearers, sizeof *sorted, by_weight);
    for (uint32_t i = 0; i < t->nbearers; i++) {
        order[strtoul(sorted[i].id, NULL, 10)] = i;
        sorted[i].id = arena_printf(t->mem, "n%u", i + 1).s;
    }
    t->bearers = sorted;
    for (size_t m = 0; m < t->nmembers; m++) {
        const struct article *a = t->set->articles[t->members[m]];
        uint32_t *of = arena_new(t->mem, uint32_t, a->nnames);

        for (uint32_t i = 0; i < a->nnames; i++) {
            of[i] = NOBODY;
            for (size_t k = 0; k < n; k++)
                if (list[k].article == t->members[m] &&
                    list[k].number == a->names[i].entity &&
                    list[k].bearer != NOBODY)
                    of[i] = order[list[k].bearer];
            total += of[i] != NOBODY;
        }
        t->bearer_of[t->members[m]] = of;
    }
    t->forms = arena_new(t->mem, struct form, total);
    for (size_t m = 0; m < t->nmembers; m++) {
        uint32_t at = t->members[m];

        for (uint32_t i = 0; i < t->set->articles[at]->nnames; i++)
            if (t->bearer_of[at][i] != NOBODY)
                t->forms[t->nforms++] =
                    (struct form){at, i, t->bearer_of[at][i]};
    }
    if (t->nforms)
        qsort(t->forms, t->nforms, sizeof *t->forms, by_place);
}

static void
write_out(struct tale *t)
{
    struct samestory_name *names =
        arena_new(t->mem, struct samestory_name, t->nbearers);
    size_t at = 0;

    for (uint32_t i = 0; i < t->nbearers; i++) {
        const struct bearer *b = &t->bearers[i];
        struct samestory_form *forms;
        size_t n = 0;
        str role = {0};

        while (at + n < t->nforms && t->forms[at + n].bearer == i)
            n++;
        forms = arena_new(t->mem, struct samestory_form, n);
        for (size_t k = 0; k < n; k++) {
            const struct form *f = &t->forms[at + k];

            forms[k] = tale_form(
                t, f->article, t->set->articles[f->article]->names[f->mark].at);
        }
        at += n;
        if (b->role && b->kind == NAME_PERSON) {
            str word = lexicon_word(t->lx, b->role, t->reader);

            role = b->role_place
                       ? arena_printf(
                             t->mem, "%.*s, %.*s", STR_ARG(word),
                             STR_ARG(lexicon_place(t->lx, b->role_place).name))
                       : arena_str(t->mem, word);
        }
        names[i] = (struct samestory_name){.id = b->id,
                                           .label = arena_z(t->mem, b->label),
                                           .kind = name_kind_name(b->kind),
                                           .role = role.n ? role.s : "",
                                           .forms = forms,
                                           .nforms = n};
    }
    t->out->names = names;
    t->out->nnames = t->nbearers;
}

/* Whether a strange word stands in a longer one that found its bearer. */
static bool
overlaps(const struct entity *list, size_t i)
{
    const struct name_mark *m = list[i].full;

    if (list[i].sure >= NAME_LOOSE)
        return false;
    for (size_t k = 0; k < i; k++) {
        const struct name_mark *o = list[k].full;

        if (list[k].article == list[i].article && list[k].sure < NAME_LOOSE &&
            list[k].bearer != NOBODY && o->at.start < m->at.end &&
            m->at.start < o->at.end)
            return true;
    }
    return false;
}

void
bearers_tell(struct tale *t)
{
    size_t n;
    struct entity *list = entity_collect(t, &n);
    struct called *called = arena_new(t->mem, struct called, n);

    t->bearers = arena_new(t->mem, struct bearer, n);
    if (n)
        qsort(list, n, sizeof *list, by_worth);
    for (size_t i = 0; i < n; i++) {
        struct entity *e = &list[i];
        uint32_t at = overlaps(list, i) ? NOBODY : find_bearer(t, e, called);

        if (at == NOBODY) {
            if (e->sure < NAME_SURE)
                continue;
            at = (uint32_t)t->nbearers++;
            t->bearers[at] = (struct bearer){.kind = e->kind,
                                             .guess = e->guess,
                                             .known_kind = e->known_kind,
                                             .known = e->known,
                                             .label = e->label,
                                             .first = e->article,
                                             .first_at = e->first_at};
            if (e->known)
                sound_of(t->lx,
                         e->known_kind == SENSE_PLACE
                             ? lexicon_place(t->lx, e->known).name
                             : lexicon_body(t->lx, e->known),
                         &called[at].english);
        }
        e->bearer = at;
        if (e->article < t->bearers[at].first ||
            (e->article == t->bearers[at].first &&
             e->first_at < t->bearers[at].first_at)) {
            t->bearers[at].first = e->article;
            t->bearers[at].first_at = e->first_at;
        }
        join(t, &t->bearers[at], e);
        if (e->sure >= NAME_SURE)
            entity_call(&called[at], e);
    }
    settle_labels(t, list, n);
    index_forms(t, list, n);
    write_out(t);
}
