/*
 * meaning.c - what the name of a body says, word by word: "National Cyber
 * Response Centre" and "Centro Nacional de Respuesta Cibernética" share no
 * sound but mean the same.
 *
 * Each word is a slot with the concepts it may mean. Lands stand apart:
 * two bodies of two lands are never one. What means nothing is the rest,
 * and must sound alike where both names have one.
 */
#include "brief/inside.h"

#include <string.h>

#define NEAR_LANGUAGES 4    /* of LANG_LEXICON: one word for both concepts */
#define SHARE_LEAST    0.66 /* of the slots of both; corpus/dev, 2026-11 */
#define MOST_REST      200  /* bytes */

static bool
telling(enum concept_class cls)
{
    return cls == CLASS_ROLE || cls == CLASS_PERSON || cls == CLASS_BODY ||
           cls == CLASS_THING || cls == CLASS_PLACE || cls == CLASS_ACT ||
           cls == CLASS_ABSTRACT || cls == CLASS_SUM || cls == CLASS_QUALITY;
}

static uint32_t
land_of(const struct lexicon *lx, const struct sense *s)
{
    uint32_t country = lexicon_country(lx, s->id);

    return country ? country : s->id;
}

/* Reads the senses that begin at word i; returns how many words they take. */
static uint32_t
read_word(const struct lexicon *lx, const struct reading *r, uint32_t i,
          uint32_t end, struct meaning *m)
{
    struct meaning_slot slot = {.weight = 1};
    uint32_t words = 0;
    bool function = false;

    for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++) {
        const struct sense *s = &r->senses[k];

        if (i + s->nwords > end)
            continue;
        if (s->kind == SENSE_PLACE || s->kind == SENSE_DEMONYM) {
            if (m->land == 0)
                m->land = land_of(lx, s);
        } else if (s->kind == SENSE_CONCEPT && telling(s->cls)) {
            if (slot.n < MEANING_MOST_ALTERNATIVES)
                slot.id[slot.n++] = s->id;
            /* several characters are one word of Chinese; of ministries a land
             * has one of a kind */
            if (s->cls == CLASS_BODY && lexicon_is_office(lx, s->id))
                slot.weight = 2, m->office = true;
            else if (s->cls == CLASS_BODY && s->nwords > 1)
                slot.weight = 2;
        } else if (s->kind == SENSE_FUNCTION || s->kind == SENSE_PARTICLE) {
            function = true;
        } else if (s->kind != SENSE_HEAD) {
            continue;
        }
        if (s->nwords > words)
            words = s->nwords;
    }
    if (slot.n && m->nslots < MEANING_MOST_SLOTS && !function)
        m->slot[m->nslots++] = slot;
    return words;
}

/* The land whose language it is, where that is one land. */
static const char *
land_of_language(enum lang lang)
{
    switch (lang) {
    case LANG_ZH:
        return "CN";
    case LANG_TR:
        return "TR";
    case LANG_UK:
        return "UA";
    case LANG_JA:
        return "JP";
    case LANG_HI:
        return "IN";
    case LANG_HE:
        return "IL";
    case LANG_KO:
        return "KR";
    case LANG_ID:
        return "ID";
    case LANG_PL:
        return "PL";
    case LANG_FA:
        return "IR";
    case LANG_IT:
        return "IT";
    default:
        return NULL;
    }
}

/*
 * "외교부", "Kementerian Luar Negeri": an office whose land is not said is
 * that of the readers, where the page speaks of their land at all.
 */
static uint32_t
home_of(const struct lexicon *lx, const struct article *a, enum lang lang)
{
    const char *iso = land_of_language(lang);

    for (size_t i = 0; iso && i < a->read.nsenses; i++) {
        const struct sense *s = &a->read.senses[i];
        uint32_t land;

        if (s->kind != SENSE_PLACE && s->kind != SENSE_DEMONYM)
            continue;
        land = land_of(lx, s);
        if (strcmp(lexicon_place(lx, land).iso, iso) == 0)
            return land;
    }
    return 0;
}

void
meaning_of(const struct lexicon *lx, const struct article *a,
           const struct name_mark *mark, struct meaning *m, struct arena *mem)
{
    uint32_t end = mark->word + mark->nwords;
    char *rest = arena_alloc(mem, MOST_REST);
    size_t n = 0;

    *m = (struct meaning){0};
    for (uint32_t i = mark->word; i < end && i < a->read.w.nwords;) {
        const struct word *w = &a->read.w.words[i];
        uint32_t words = read_word(lx, &a->read, i, end, m);
        size_t len = w->end - w->start;

        if (words == 0 && w->kind == WORD_LETTERS && n + len + 1 < MOST_REST) {
            if (n && w->shape & SHAPE_SPACE)
                rest[n++] = ' ';
            memcpy(rest + n, a->text.s + w->start, len);
            n += len;
        }
        i += words ? words : 1;
    }
    if (m->office && !m->land)
        m->home = home_of(lx, a, (enum lang)mark->lang);
    m->rest = (str){rest, n};
    sound_of(lx, m->rest, &m->sound);
}

static bool
same_slot(const struct lexicon *lx, const struct meaning_slot *a,
          const struct meaning_slot *b)
{
    for (uint32_t i = 0; i < a->n; i++)
        for (uint32_t k = 0; k < b->n; k++)
            if (a->id[i] == b->id[k] ||
                lexicon_near(lx, a->id[i], b->id[k]) >= NEAR_LANGUAGES)
                return true;
    return false;
}

bool
meaning_same(const struct lexicon *lx, const struct meaning *a,
             const struct meaning *b)
{
    bool used[MEANING_MOST_SLOTS] = {0}, rests = a->rest.n && b->rest.n;
    unsigned hits = 0, weight = 0;
    uint32_t la = a->land ? a->land : a->home;
    uint32_t lb = b->land ? b->land : b->home;

    if (a->nslots == 0 || b->nslots == 0 || (la && lb && la != lb))
        return false;
    if (rests && sound_likeness(&a->sound, &b->sound) < LIKENESS_SAME)
        return false;
    for (uint32_t i = 0; i < a->nslots; i++)
        for (uint32_t k = 0; k < b->nslots; k++)
            if (!used[k] && same_slot(lx, &a->slot[i], &b->slot[k])) {
                used[k] = true;
                hits++;
                weight += a->slot[i].weight < b->slot[k].weight
                              ? a->slot[i].weight
                              : b->slot[k].weight;
                break;
            }
    if (2.0 * hits < SHARE_LEAST * (a->nslots + b->nslots))
        return false;
    if (a->land && a->land == b->land)
        weight++;
    return weight > 1 || (rests && weight > 0);
}
