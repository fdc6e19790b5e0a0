/*
 * quantity_joined.c - counts joined by "and": what befell one befell all.
 * "The blast killed five soldiers and ten civilians", 兵士5人と市民10人が
 * 死亡した, of a verb that is said once.
 */
#include "evidence/quantity_parts.h"

#define GAP_MOST   2  /* words between two that are joined */
#define SIDE_REACH 14 /* words from a count to its state */

enum side { SIDE_NONE, SIDE_LEFT, SIDE_INSIDE, SIDE_RIGHT };

#define AND_MOST 5

static bool
says_and(const struct word *w)
{
    static const struct {
        enum lang lang;
        const char *words[AND_MOST];
    } rows[] = {
        {LANG_EN, {"and"}},
        {LANG_DE, {"und"}},
        {LANG_FR, {"et"}},
        {LANG_ES, {"y", "e"}},
        {LANG_PT, {"e"}},
        {LANG_IT, {"e", "ed"}},
        {LANG_RU, {"и"}},
        {LANG_UK, {"і", "й", "и", "та"}},
        {LANG_PL, {"i", "oraz"}},
        {LANG_NL, {"en"}},
        {LANG_EL, {"και", "κι"}},
        {LANG_TR, {"ve", "ile"}},
        {LANG_ID, {"dan"}},
        {LANG_HI, {"और", "तथा", "व", "एवं"}},
        {LANG_FA, {"و"}},
        {LANG_AR, {"و"}},
        {LANG_ZH, {"和", "与", "與", "及", "以及"}},
        {LANG_JA, {"と"}},
        {LANG_KO, {"및", "와", "과"}},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (size_t k = 0; rows[i].lang == (enum lang)w->lang && k < AND_MOST &&
                           rows[i].words[k];
             k++)
            if (str_is(w->fold, rows[i].words[k]))
                return true;
    return false;
}

/* Arabic وعشرة, Hebrew ועשרה, Korean 군인 5명과: written on the word. */
static bool
glued_and(const struct finder *f, const struct quantity_mark *a,
          const struct quantity_mark *b)
{
    str first = f->w[b->word].fold, last = f->w[a->word + a->nwords - 1].fold;

    switch (f->w[b->word].lang) {
    case LANG_AR:
        return str_starts(first, STR("و"));
    case LANG_HE:
        return str_starts(first, STR("ו"));
    case LANG_KO:
        return str_ends(last, STR("과")) || str_ends(last, STR("와"));
    default:
        return false;
    }
}

enum joint { JOINT_NONE, JOINT_COMMA, JOINT_AND };

/* How two counts of one sentence are joined. */
static enum joint
joint(const struct finder *f, const struct quantity_mark *a,
      const struct quantity_mark *b)
{
    size_t from = (size_t)a->word + a->nwords;
    enum joint how = JOINT_NONE;

    if (a->sentence != b->sentence || b->word < from ||
        b->word > from + GAP_MOST)
        return JOINT_NONE;
    if (glued_and(f, a, b))
        how = JOINT_AND;
    for (size_t i = from; i < b->word; i++) {
        if (says_and(&f->w[i]))
            how = JOINT_AND;
        else if (!quantity_mark_is(f, i, ",،、，"))
            return JOINT_NONE;
        else if (how == JOINT_NONE)
            how = JOINT_COMMA;
    }
    return how;
}

/* On which side the words stand that say the state of a count. */
static enum side
side_of(const struct finder *f, const struct quantity_mark *m)
{
    const struct sentence *s = &f->r->w.sentences[m->sentence];
    size_t end = (size_t)s->word + s->nwords, after = m->word + m->nwords, n;
    bool left = true, right = true;
    uint32_t state;

    for (size_t i = m->word; i < after; i++)
        if (quantity_state_at(f, i, &state, &n) && state == m->state)
            return SIDE_INSIDE;
    for (size_t d = 0; d < SIDE_REACH && (left || right); d++) {
        left = left && m->word > s->word + d &&
               !quantity_clause_mark(f, m->word - 1 - d);
        right = right && after + d < end && !quantity_clause_mark(f, after + d);
        if (left && quantity_state_at(f, m->word - 1 - d, &state, &n) &&
            state == m->state)
            return SIDE_LEFT;
        if (right && quantity_state_at(f, after + d, &state, &n) &&
            state == m->state)
            return SIDE_RIGHT;
    }
    return SIDE_NONE;
}

/* Whether what befell one count may have befallen the other: both are
 * persons, or both are things. */
static bool
alike(const struct finder *f, const struct quantity_mark *from,
      const struct quantity_mark *to)
{
    bool things = !quantity_person(f, from->counted);

    return from->state && !to->state && !from->unit && !to->unit &&
           to->counted && from->counted &&
           things == !quantity_person(f, to->counted) &&
           things == quantity_of_things(f, from->state);
}

/* Whether the clause is at an end behind a count, so that no verb of its own
 * can follow: "killed five soldiers and ten civilians in the town", but not
 * "killed five soldiers, and ten civilians fled". */
static bool
ends(const struct finder *f, const struct quantity_mark *m, enum joint how)
{
    const struct sentence *s = &f->r->w.sentences[m->sentence];
    size_t end = (size_t)s->word + s->nwords, after = m->word + m->nwords;

    if (after >= end || quantity_clause_mark(f, after) ||
        f->w[after].kind == WORD_MARK)
        return true;
    if (how == JOINT_COMMA)
        return says_and(&f->w[after]); /* "12 men, four women and a boy" */
    return f->taken[after] == TAKEN_DATE ||
           (quantity_function(f, after) && f->w[after].kind == WORD_LETTERS);
}

/* Gives each count without a state that of the one it is joined to. */
void
quantity_joined(const struct finder *f, struct quantity_mark *marks, size_t n)
{
    bool passed = false; /* the one before has its state from the left */

    for (size_t i = 1; i < n; i++) {
        struct quantity_mark *m = &marks[i], *b = m - 1;
        enum joint how = joint(f, b, m), next = JOINT_NONE;

        if (how == JOINT_NONE) {
            passed = false;
            continue;
        }
        passed = passed || side_of(f, b) == SIDE_LEFT;
        if (i + 1 < n)
            next = joint(f, m, m + 1);
        /* "including three children and five women" */
        if (how == JOINT_AND && b->partitive &&
            quantity_person(f, b->counted) && quantity_person(f, m->counted))
            m->partitive = true;
        if (!passed || !alike(f, b, m) ||
            !(next != JOINT_NONE || ends(f, m, how))) {
            passed = false;
            continue;
        }
        m->state = b->state;
        m->partitive |= b->partitive;
    }
    passed = false;
    for (size_t i = n; i-- > 1;) {
        struct quantity_mark *m = &marks[i - 1], *b = m + 1;

        passed = joint(f, m, b) != JOINT_NONE &&
                 (passed || side_of(f, b) == SIDE_RIGHT);
        if (!passed || !alike(f, b, m)) {
            passed = false;
            continue;
        }
        m->state = b->state;
    }
}
