/*
 * concepts.c - what is known of a concept, a place, a body, a given name.
 */
#include "lexicon/lexicon.h"

#include "lexicon/format.h"
#include "lexicon/opened.h"
#include "lexicon/overlay.h"
#include "lexicon/rows.h"
#include "lexicon/tag.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

uint32_t
lexicon_shipped(const struct lexicon *lx)
{
    return (uint32_t)lx->head->section[LEX_CONCEPTS].count;
}

uint32_t
lexicon_concepts(const struct lexicon *lx)
{
    return lexicon_shipped(lx) +
           (lx->added ? (uint32_t)lx->added->nconcepts : 0);
}

/* A concept of the rows that were added, or NULL. */
static const struct overlay_concept *
added(const struct lexicon *lx, uint32_t concept)
{
    uint32_t shipped = lexicon_shipped(lx);

    if (!lx->added || concept <= shipped ||
        concept - shipped > lx->added->nconcepts)
        return NULL;
    return &lx->added->concepts[concept - shipped - 1];
}

uint32_t
lexicon_concept(const struct lexicon *lx, const char *key)
{
    return lexicon_concept_of(lx, str_of(key));
}

uint32_t
lexicon_concept_of(const struct lexicon *lx, str key)
{
    uint64_t hash = str_hash(key);

    /* what is just being added has no place there yet */
    for (size_t at = hash & (lx->nplaces - 1); lx->by_key[at].id;
         at = (at + 1) & (lx->nplaces - 1))
        if (lx->by_key[at].hash == hash)
            return lx->by_key[at].id;
    return 0;
}

uint8_t
lexicon_tag(const struct lexicon *lx, uint32_t concept)
{
    return concept > lx->nindexed ? 0 : lx->tags[concept];
}

enum concept_class
lexicon_class(const struct lexicon *lx, uint32_t concept)
{
    const struct overlay_concept *more = added(lx, concept);

    if (more)
        return more->cls;
    if (concept == 0 || concept > lexicon_shipped(lx))
        return CLASS_NONE;
    return (enum concept_class)lx->concepts[concept - 1].cls;
}

str
lexicon_key(const struct lexicon *lx, uint32_t concept)
{
    const struct overlay_concept *more = added(lx, concept);

    if (more)
        return more->key;
    if (concept == 0 || concept > lexicon_shipped(lx))
        return (str){0};
    return text_of(lx, lx->concepts[concept - 1].texts);
}

str
lexicon_cell(const struct lexicon *lx, uint32_t concept, enum lang lang)
{
    const struct overlay_concept *more = added(lx, concept);
    str word = lexicon_key(lx, concept);
    uint32_t at;

    if (word.n == 0 || lang < 1 || lang > LANG_LEXICON)
        return (str){0};
    if (more)
        return more->word[lang];
    at = lx->concepts[concept - 1].texts;
    for (int l = 0; l < (int)lang; l++) {
        at += (uint32_t)word.n + 1;
        word = text_of(lx, at);
    }
    return word;
}

str
lexicon_word(const struct lexicon *lx, uint32_t concept, enum lang lang)
{
    str word = lexicon_cell(lx, concept, lang);

    return word.n ? word : lexicon_key(lx, concept);
}

str
lexicon_more(const struct lexicon *lx)
{
    return (str){lx->more, lx->head->section[LEX_MORE].count};
}

void
lexicon_added_words(const struct lexicon *lx, uint32_t concept, enum lang lang,
                    struct buf *out)
{
    for (size_t i = 0; lx->added && i < lx->added->nrows; i++) {
        const struct overlay_row *row = &lx->added->rows[i];

        if (row->concept != concept || row->words[lang].n == 0)
            continue;
        if (out->n)
            buf_putc(out, '|');
        buf_put(out, row->words[lang]);
    }
}

bool
lexicon_is_office(const struct lexicon *lx, uint32_t concept)
{
    str key = lexicon_key(lx, concept);

    return str_ends(key, STR("-ministry")) ||
           str_is(key, "election-commission");
}

unsigned
lexicon_near(const struct lexicon *lx, uint32_t a, uint32_t b)
{
    size_t low = 0, high = lx->head->section[LEX_NEAR].count;

    if (a == b)
        return a ? LANG_LEXICON : 0;
    if (a > b) {
        uint32_t c = a;

        a = b;
        b = c;
    }
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        const struct lex_near *n = &lx->near[mid];

        if (n->a == a && n->b == b)
            return (unsigned)__builtin_popcount(n->langs);
        if (n->a < a || (n->a == a && n->b < b))
            low = mid + 1;
        else
            high = mid;
    }
    return 0;
}

struct place
lexicon_place(const struct lexicon *lx, uint32_t place)
{
    struct place out = {0};
    const struct lex_place *p;

    if (place == 0 || place > lx->head->section[LEX_PLACES].count)
        return out;
    p = &lx->places[place - 1];
    out.name = text_of(lx, p->name);
    memcpy(out.iso, p->iso, 2);
    out.kind = (uint8_t)p->kind;
    out.lat = p->lat;
    out.lon = p->lon;
    out.population = p->population;
    return out;
}

uint32_t
lexicon_country(const struct lexicon *lx, uint32_t place)
{
    if (place == 0 || place > lx->head->section[LEX_PLACES].count)
        return 0;
    return lx->places[place - 1].country;
}

str
lexicon_body(const struct lexicon *lx, uint32_t body)
{
    if (body == 0 || body > lx->head->section[LEX_BODIES].count)
        return (str){0};
    return text_of(lx, lx->bodies[body - 1].text);
}

str
lexicon_given(const struct lexicon *lx, uint32_t given)
{
    if (given == 0 || given > lx->head->section[LEX_GIVEN].count)
        return (str){0};
    return text_of(lx, lx->given[given - 1].text);
}

char
lexicon_sex(const struct lexicon *lx, uint32_t given)
{
    return given == 0 || given > lx->head->section[LEX_GIVEN].count
               ? 0
               : (char)lx->given[given - 1].sex;
}

str
lexicon_pinyin(const struct lexicon *lx, uint32_t c)
{
    uint16_t sound =
        c >= LEX_HAN && c < LEX_HAN_END ? lx->pinyin[c - LEX_HAN] : 0;

    if (sound >= lx->head->section[LEX_SOUNDS].count)
        return (str){0};
    return text_of(lx, lx->sounds[sound]);
}

str
lexicon_kanji(const struct lexicon *lx, uint32_t c)
{
    size_t low = 0, high = lx->head->section[LEX_KANJI].count;

    while (low < high) {
        size_t mid = low + (high - low) / 2;

        if (lx->kanji[mid].c == c)
            return text_of(lx, lx->kanji[mid].text);
        if (lx->kanji[mid].c < c)
            low = mid + 1;
        else
            high = mid;
    }
    return (str){0};
}
