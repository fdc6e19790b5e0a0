/*
 * quote_role.c - speakers by their title: "the mayor said".
 */
#include "evidence/quote_parts.h"

/* corpus/dev and seeds chose these, 2026-11 */
#define FOR_MOST   5 /* words from "for" to whom it is so */
#define TITLE_MOST 4 /* words between a comma and the verb */

/* "In a letter to Ada Finch, the mayor said": a title that reaches the verb
 * at `to`, behind the comma that ends the name's clause. */
struct quote_voice
quote_title_nearer(const struct quote_hunt *h, int32_t name, uint32_t to)
{
    const struct name_mark *n = &h->a->names[name];
    uint32_t start = n->word + n->nwords;
    struct quote_voice title, by;
    bool comma = false;

    for (uint32_t i = start; i < to; i++)
        if (quote_comma(h->w, i)) {
            start = i + 1;
            comma = true;
        }
    while (to > start + 1 && quote_function(h, to - 1))
        to--; /* the auxiliary */
    if (!comma || start >= to || to - start > TITLE_MOST ||
        !quote_has_case(h, start) || !quote_function(h, start) ||
        !(quote_class(h, to - 1, CLASS_ROLE) ||
          quote_class(h, to - 1, CLASS_PERSON)))
        return QUOTE_NOBODY;
    title = (struct quote_voice){-1, start, to};
    by = quote_by_role(h, title);
    /* it may have been taken for the title of that very name */
    return by.name >= 0 && h->a->names[by.name].entity == n->entity ? title
                                                                    : by;
}

/* "the governor": the one bearer of that title on the page. */
struct quote_voice
quote_by_role(const struct quote_hunt *h, struct quote_voice v)
{
    const struct article *a = h->a;
    const struct sense *role = NULL;
    int32_t found = -1;

    if (v.to <= v.from || v.to - v.from > (quote_han(h, v.from) ? 6u : 3u) ||
        reading_sense(&a->read, v.from, SENSE_NUMBER))
        return v;
    for (uint32_t i = v.from; i < v.to && !role; i++)
        role = reading_concept(&a->read, i, CLASS_ROLE);
    /* 「…」社長, "the governor", "le premier ministre": nothing but that */
    if (!role || role->word + role->nwords != v.to || role->word > v.from + 1 ||
        str_is(h->w->words[v.from].fold, "a") ||
        str_is(h->w->words[v.from].fold, "an"))
        return v;
    for (size_t i = 0; i < a->nnames; i++) {
        const struct name_mark *n = &a->names[i];

        if (n->role != role->id || n->kind != NAME_PERSON)
            continue;
        /* "in a letter to Ada Finch, the mayor": no apposition */
        if (n->word + n->nwords + 1 == v.from && quote_oblique(h, 0, n))
            continue;
        if (found >= 0 && a->names[found].entity != n->entity)
            return v;
        found = (int32_t)i;
    }
    return found >= 0 ? (struct quote_voice){found, v.from, v.to} : v;
}

uint32_t
quote_next_comma(const struct quote_hunt *h, uint32_t from, uint32_t to)
{
    while (from < to && !quote_comma(h->w, from))
        from++;
    return from;
}

/* "the head of the Chamber of Blida, Riad Amour": a name right behind the
 * comma at i; -1. */
int32_t
quote_apposed_name(const struct quote_hunt *h, uint32_t i, uint32_t to)
{
    size_t k = 0;
    const struct name_mark *n;

    if (i == 0 || !quote_comma(h->w, i))
        return -1;
    n = quote_next_name(h, i + 1, to, &k);
    return n && n->word == i + 1 && n->kind == NAME_PERSON ? (int32_t)k : -1;
}

/* "said the UN coordinator, Ada Finch": the body belongs to a title, whose
 * bearer stands behind the comma. */
struct quote_voice
quote_bearer_behind(const struct quote_hunt *h, struct quote_voice v,
                    uint32_t past, uint32_t to)
{
    const struct name_mark *n;
    uint32_t end, comma;
    int32_t bearer;

    if (v.name < 0)
        return v;
    n = &h->a->names[v.name];
    end = n->word + n->nwords;
    /* "ujar CEO Vyomika, Nirmala K.": one word behind a title may be a body */
    if (n->kind == NAME_PERSON &&
        (n->nwords > 1 || n->word == past || !quote_comma(h->w, end) ||
         !quote_class(h, n->word - 1, CLASS_ROLE)))
        return v;
    comma =
        quote_next_comma(h, end, end + TITLE_MOST < to ? end + TITLE_MOST : to);
    bearer =
        quote_any_role(h, past, comma) ? quote_apposed_name(h, comma, to) : -1;
    return bearer >= 0 &&
                   (n->kind != NAME_PERSON || h->a->names[bearer].nwords > 1)
               ? (struct quote_voice){bearer, 0, 0}
               : v;
}

/* "Pour le professeur X, qui a coordonné l'étude, « … »": as he sees it. */
struct quote_voice
quote_for_whom(const struct quote_hunt *h, const struct quote_frame *f)
{
    static const char *const words[] = {"pour", "para", "per", "für", "fur",
                                        "dla",  "для",  "for", "voor"};
    struct quote_voice v = QUOTE_NOBODY;
    size_t k = 0;
    const struct name_mark *n;

    if (f->open < f->from + 3 || !quote_comma(h->w, f->open - 1))
        return v;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!str_is(h->w->words[f->from].fold, words[i]))
            continue;
        n = quote_next_name(h, f->from + 1, f->open, &k);
        if (n && n->kind == NAME_PERSON && n->sure >= NAME_SURE &&
            n->word - f->from <= FOR_MOST &&
            quote_comma(h->w, n->word + n->nwords))
            v.name = (int32_t)k;
        break;
    }
    return v;
}
