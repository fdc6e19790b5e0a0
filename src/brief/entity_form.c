/*
 * entity_form.c - one name in two forms that do not sound alike enough:
 * "Benzerhouni" is "بن زرهوني" in two words, "Legnicy" a case of Legnica.
 */
#include "brief/entity.h"

#include <string.h>

#define MOST_FUSED 120 /* bytes of a name with "son of" */
#define STEM_LEAST 4   /* letters that two cases share */

/* The name with "son of" grown to what follows; NULL where it has none. */
const struct sound *
entity_fused(const struct tale *t, str label)
{
    static const char *const son[] = {" بن ", " Ben ", " ben ", " Bin ",
                                      " bin "};
    struct sound *s;

    if (label.n > MOST_FUSED)
        return NULL;
    for (size_t i = 0; i < sizeof son / sizeof *son; i++) {
        str of = str_of(son[i]);
        size_t at = str_find(label, of);
        char *z;

        if (at == SIZE_MAX)
            continue;
        z = arena_alloc(t->mem, label.n);
        memcpy(z, label.s, at + of.n - 1);
        memcpy(z + at + of.n - 1, label.s + at + of.n, label.n - at - of.n);
        s = arena_new(t->mem, struct sound, 1);
        sound_of(t->lx, (str){z, label.n - 1}, s);
        return s;
    }
    return NULL;
}

/* Polish: the word without the ending of its case. */
static str
stem(str word)
{
    static const char *const ends[] = {
        "ach", "ami", "ich", "owi", "em", "om", "ie", "iu", "ią", "ej",
        "ów",  "ę",   "ą",   "a",   "e",  "i",  "o",  "u",  "y"};

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        str end = str_of(ends[i]);

        if (str_ends(word, end) &&
            utf8_count(word) >= utf8_count(end) + STEM_LEAST)
            return (str){word.s, word.n - end.n};
    }
    return word;
}

static bool
one_stem(str a, str b)
{
    str x = stem(a), y = stem(b);

    return utf8_count(x) >= STEM_LEAST && str_eq(x, y);
}

/* Whether one of the two is a Polish case of the other: one word each. */
bool
entity_case_of(const struct entity *a, const struct entity *b)
{
    return (a->lang == LANG_PL || b->lang == LANG_PL) && a->latin && b->latin &&
           a->words == 1 && b->words == 1 && a->article != b->article &&
           one_stem(a->label, b->label);
}

bool
entity_case_of_place(const struct entity *e, str place)
{
    return e->lang == LANG_PL && e->latin && e->words == 1 &&
           entity_words(place) == 1 && one_stem(e->label, place);
}
