/*
 * lint.c - words of concepts that say nothing as the reader sees them: their
 * key (the word folded, or its stem) is also a function word or a number, or
 * stands in the rows of many concepts.
 */
#include "lexbuild.h"

#include <stdio.h>

/* Concepts that one key may have before it joins what is not alike: the most
 * that any key of the rows of 2026-11 has. */
#define MOST_CONCEPTS 6

bool
joins(const struct lex_entry *e)
{
    return e->kind == SENSE_CONCEPT && e->cls != CLASS_BOUND &&
           e->cls != CLASS_TIME && e->cls != CLASS_UNIT;
}

static const char *
other_reading(const struct lex_entry *e)
{
    switch (e->kind) {
    case SENSE_FUNCTION:
        return "a function word";
    case SENSE_NUMBER:
        return "a number";
    case SENSE_GIVEN:
        return "a given name";
    default:
        return NULL;
    }
}

/* One line a finding: language, key, what is wrong, the concepts. */
static void
say(struct build *b, const struct run *run, const char *what)
{
    str word = str_cut(run->key, 2, run->key.n);

    printf("%s\t%.*s\t%s\t", lang_code((enum lang)(run->key.s[0] - 1)),
           STR_ARG(word), what);
    for (size_t i = 0, n = 0; i < run->n; i++)
        if (joins(&run->entries[i]))
            printf("%s%.*s", n++ ? " " : "",
                   STR_ARG(b->concepts[run->entries[i].id - 1].key));
    printf("\n");
}

/* Whether the key has no more concepts than one may have. */
static bool
lint_run(struct build *b, const struct run *run)
{
    const char *other = NULL;
    size_t concepts = 0, stems = 0;

    for (size_t i = 0; i < run->n; i++) {
        const struct lex_entry *e = &run->entries[i];

        concepts += joins(e);
        stems += joins(e) && !(e->flags & LEX_WORD);
        if (!other)
            other = other_reading(e);
    }
    if (concepts && other)
        say(b, run, other);
    if (concepts > 1 && stems)
        say(b, run, "shared stem");
    if (concepts > MOST_CONCEPTS)
        say(b, run, "too many concepts");
    return concepts <= MOST_CONCEPTS;
}

bool
lint(struct build *b)
{
    bool ok = true;

    for (size_t i = 0; i < b->nruns; i++)
        if (b->runs[i].key.s[1] == '=')
            ok &= lint_run(b, &b->runs[i]);
    return ok;
}
