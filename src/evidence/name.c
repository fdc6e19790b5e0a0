/*
 * name.c - the search for names: the finders in their order, then who is
 * who.
 */
#include "evidence/name_parts.h"

#include "text/fold.h"

#include <stdlib.h>

struct name_mark *
name_add(struct namer *nm, uint32_t i, uint32_t j, enum name_kind kind,
         unsigned sure)
{
    struct name_mark *m;

    if (i >= j || j > nm->n || j - i > NAME_MOST_WORDS ||
        nm->nmarks >= NAME_MOST_MARKS)
        return NULL;
    for (uint32_t k = i; k < j; k++)
        if (nm->taken[k])
            return NULL;
    for (uint32_t k = i; k < j; k++)
        nm->taken[k] = true;
    nm->marks = arena_grow(nm->mem, nm->marks, nm->nmarks, sizeof *nm->marks);
    m = &nm->marks[nm->nmarks++];
    *m = (struct name_mark){.at = {nm->w[i].start, nm->w[j - 1].end},
                            .word = i,
                            .nwords = j - i,
                            .kind = (uint8_t)kind,
                            .sure = (uint8_t)(sure > 100 ? 100 : sure),
                            .lang = nm->w[i].lang};
    m->label = article_words(nm->a, m->at);
    return m;
}

static void
take_dates(struct namer *nm)
{
    for (size_t d = 0; d < nm->a->ndates; d++) {
        const struct date_mark *m = &nm->a->dates[d];

        for (uint32_t k = 0; k < m->nwords && m->word + k < nm->n; k++)
            nm->taken[m->word + k] = true;
    }
}

/* t.co/x: small letters on both sides of a dot, then a slash. */
static bool
host(const struct namer *nm, uint32_t i)
{
    return i > 0 && i + 2 < nm->n && name_joined(nm, i) &&
           name_joined(nm, i + 1) && name_joined(nm, i + 2) &&
           name_cased(nm, i - 1) && !name_capital(nm, i - 1) &&
           name_cased(nm, i + 1) && !name_capital(nm, i + 1) &&
           name_mark_is(nm, i + 2, "/");
}

static bool
of_address(const struct namer *nm, uint32_t i)
{
    return nm->w[i].kind != WORD_LETTERS || nm->w[i].script == SCRIPT_LATIN;
}

/* Addresses and tags are no names: "https://…", "@x", "a@b". */
static void
take_addresses(struct namer *nm)
{
    for (uint32_t i = 0; i < nm->n; i++) {
        if (!name_mark_is(nm, i, "@ / : ."))
            continue;
        if (name_mark_is(nm, i, ":") && !name_mark_is(nm, i + 1, "/"))
            continue;
        if (name_mark_is(nm, i, "/") &&
            !(i > 0 && name_mark_is(nm, i - 1, "/ :")) &&
            !name_mark_is(nm, i + 1, "/"))
            continue;
        if (name_mark_is(nm, i, ".") && !host(nm, i))
            continue;
        for (uint32_t k = i; k < nm->n; k++) {
            if (k > i && (nm->w[k].shape & SHAPE_SPACE || !of_address(nm, k)))
                break;
            nm->taken[k] = true;
        }
        for (uint32_t k = i;
             k > 0 && name_joined(nm, k) && of_address(nm, k - 1); k--)
            nm->taken[k - 1] = true;
    }
}

static int
by_place(const void *a, const void *b)
{
    const struct name_mark *x = a, *y = b;

    return (x->at.start > y->at.start) - (x->at.start < y->at.start);
}

void
name_find(const struct lexicon *lx, struct article *a)
{
    struct namer nm = {.lx = lx, .a = a, .mem = a->mem};

    a->names = NULL;
    a->nnames = 0;
    nm.w = a->read.w.words;
    nm.n = (uint32_t)a->read.w.nwords;
    if (nm.n == 0)
        return;
    nm.bits = arena_new(nm.mem, uint32_t, nm.n);
    nm.taken = arena_new(nm.mem, bool, nm.n);
    nm.compound = arena_new(nm.mem, struct sense, nm.n);
    nm.seen = table_open();
    name_words(&nm);
    take_dates(&nm);
    take_addresses(&nm);
    name_body(&nm);
    name_office(&nm);
    name_town(&nm);
    name_case(&nm);
    name_han(&nm);
    name_kana(&nm);
    name_plain(&nm);
    name_known(&nm);
    name_doubt(&nm);
    name_again(&nm);
    if (nm.nmarks)
        qsort(nm.marks, nm.nmarks, sizeof *nm.marks, by_place);
    for (size_t i = 0; i < nm.nmarks; i++)
        name_role(&nm, &nm.marks[i]);
    for (size_t i = 0; i < nm.nmarks; i++)
        name_nominative(&nm, &nm.marks[i]);
    name_bearers(&nm);
    table_close(nm.seen);
    a->names = nm.marks;
    a->nnames = nm.nmarks;
}
