/*
 * name_town.c - places in text that is written in capitals throughout, where
 * capitals prove nothing: what stands between a word like "in" and a mark, or
 * beside a common word of places ("the town of", "municipality").
 */
#include "evidence/name_parts.h"

#define LEAST_WORDS 6 /* of a sentence that is called written in capitals */
#define MOST_PARTS  4 /* words of such a name */

/* Whether all of a sentence is in capitals. */
static bool
shouted(const struct namer *nm, const struct sentence *s)
{
    uint32_t words = 0;

    for (uint32_t i = s->word; i < s->word + s->nwords; i++) {
        const struct word *w = &nm->w[i];

        if (!name_cased(nm, i) || w->shape & SHAPE_CLITIC)
            continue;
        if (w->script != SCRIPT_LATIN || !(w->shape & SHAPE_CAPITAL))
            return false;
        words++;
    }
    return words >= LEAST_WORDS;
}

/* San, La, El, del: they belong to names of places and are none alone. */
static bool
links(const struct namer *nm, uint32_t i)
{
    static const char *const words[] = {
        "la",    "el",    "los",   "las",    "de",  "del",   "san",
        "santa", "santo", "villa", "puerto", "rio", "ciudad"};

    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (str_is(nm->w[i].fold, words[k]))
            return true;
    return false;
}

/* The end of a name that begins at i, i where none does. */
static uint32_t
town_end(const struct namer *nm, uint32_t i, uint32_t end)
{
    uint32_t k = i, last = i;
    bool own = false;

    for (; k < end && k - i < MOST_PARTS && !nm->taken[k]; k++) {
        bool of_names = nm->bits[k] & (BIT_GIVEN | BIT_SURNAME | BIT_PLACE);

        if (nm->w[k].kind != WORD_LETTERS ||
            nm->bits[k] & (BIT_NUMBER | BIT_TIME | BIT_ROLE | BIT_DEMONYM))
            break;
        if (links(nm, k)) {
            own |= k > i && of_names;
            continue;
        }
        if (!name_unknown(nm, k) && !of_names)
            break;
        own |= name_unknown(nm, k) || of_names;
        last = k + 1;
    }
    return own ? last : i;
}

/*
 * The word behind a common word of places that people live in, i itself where
 * none begins. Seas and avenues stand for too much else ("a sea of bad news").
 * `sole`: those that stand behind names and hardly behind other words.
 */
static uint32_t
head_at(const struct namer *nm, uint32_t i, uint32_t end, bool sole)
{
    static const char *const heads[] = {
        "department",    "municipality", "neighborhood", "neighbourhood",
        "canton",        "district",     "province",     "departments",
        "neighborhoods", "provinces",    "districts",    "town",
        "towns",         "village",      "villages",     "city",
        "cities"};
    const size_t n = sizeof heads / sizeof *heads;

    for (size_t k = 0; i < end && k < (sole ? n - 6 : n); k++)
        if (str_is(nm->w[i].fold, heads[k]))
            return i + 1;
    return i;
}

/* "the same district": no name. */
static bool
common(const struct namer *nm, uint32_t i)
{
    static const char *const words[] = {"same",  "entire", "whole", "other",
                                        "poor",  "old",    "rural", "urban",
                                        "every", "each",   "nearby"};

    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (str_is(nm->w[i].fold, words[k]))
            return true;
    return false;
}

/* Whether a known place, a common word of places or a distance stands
 * there: what follows a place that is told more closely. */
static bool
place_follows(const struct namer *nm, uint32_t i, uint32_t end)
{
    uint32_t last;

    if (!name_mark_is(nm, i, ","))
        return false;
    i++;
    while (i < end && (nm->bits[i] & BIT_IN || str_is(nm->w[i].fold, "the")))
        i++;
    if (i >= end)
        return false;
    if (nm->w[i].kind == WORD_NUMBER)
        return i + 1 < end && str_is(nm->w[i + 1].fold, "km");
    if (nm->bits[i] & BIT_PLACE)
        return true;
    last = town_end(nm, i, end);
    return last > i && head_at(nm, last, end, false) > last;
}

/* The word behind a common word of places that the name stands before. "THE
 * SOUTHERN CITY OF", "STATE-OWNED" say no name. */
static bool
headed(const struct namer *nm, uint32_t i, uint32_t end)
{
    uint32_t k = head_at(nm, i, end, true);

    return k > i && !(k < end && (str_is(nm->w[k].fold, "of") ||
                                  name_mark_is(nm, k, "-")));
}

static void
town_at(struct namer *nm, uint32_t i, uint32_t end)
{
    uint32_t k = head_at(nm, i, end, false), last;
    bool led = false;

    /* TOWN OF CHULLAS */
    if (k > i && k < end && str_is(nm->w[k].fold, "of")) {
        k++;
        led = true;
    } else if (nm->bits[i] & BIT_IN) {
        k = i + 1;
        if (k < end && str_is(nm->w[k].fold, "the"))
            k++;
    } else if (str_is(nm->w[i].fold, "the") || name_mark_is(nm, i, ",")) {
        k = i + 1;
    } else {
        return;
    }
    last = town_end(nm, k, end);
    if (last == k || common(nm, k))
        return;
    /* IN RIO BLANCO MUNICIPALITY; IN HUARAZ, … */
    led |= headed(nm, last, end);
    led |= nm->bits[i] & BIT_IN && k == i + 1 &&
           ((links(nm, k) && last > k + 1) || place_follows(nm, last, end));
    if (led && !name_known_at(nm, k, last))
        name_add(nm, k, last, NAME_PLACE, NAME_SURE);
}

void
name_town(struct namer *nm)
{
    const struct words *w = &nm->a->read.w;

    for (size_t s = 0; s < w->nsentences; s++) {
        const struct sentence *one = &w->sentences[s];
        uint32_t end = one->word + one->nwords;

        if (one->lang != LANG_EN || !shouted(nm, one))
            continue;
        for (uint32_t i = one->word; i < end; i++)
            if (!nm->taken[i])
                town_at(nm, i, end);
    }
}
