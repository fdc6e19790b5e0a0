/*
 * name_role.c - what is said with a name: "Iraqi Prime Minister X", "X, the
 * foreign minister of Oman", "министр … Ирака X".
 */
#include "evidence/name_parts.h"

#define ROLE_MOST_STEPS 8 /* words or senses between a role and its name */
#define ROLE_MOST_AFTER 5

static uint32_t
country_of(const struct namer *nm, const struct sense *s)
{
    uint32_t c = lexicon_country(nm->lx, s->id);

    return c ? c : s->id;
}

/* "the Merchant Navy", "the General Staff": behind an article a word for a
 * title in capitals is a part of what is called so. */
static bool
called_so(const struct namer *nm, const struct sense *s)
{
    uint32_t next = s->word + s->nwords;

    return s->nwords == 1 && s->word > 0 && nm->w[s->word].lang == LANG_EN &&
           name_capital(nm, s->word) && next < nm->n &&
           name_capital(nm, next) && !(nm->bits[next] & BIT_GIVEN) &&
           str_is(nm->w[s->word - 1].fold, "the") &&
           (!name_capital(nm, s->word - 1) ||
            nm->w[s->word - 1].shape & SHAPE_FIRST);
}

/* A word of titles that is one by its stem alone, and by its own letters a
 * place or the common word of a body: "Adana", "Banca". */
bool
name_role_doubtful(const struct namer *nm, const struct sense *s)
{
    if (s->kind != SENSE_CONCEPT)
        return false;
    return called_so(nm, s) ||
           (!s->exact && name_cased(nm, s->word) &&
            nm->bits[s->word] & (BIT_PLACE | BIT_HEAD_ORG | BIT_HEAD_PLACE));
}

static const struct sense *
land_before(const struct namer *nm, uint32_t i)
{
    return name_sense_before(nm, i, BIT_DEMONYM | BIT_PLACE);
}

/* Short function words: of, de, la. */
static bool
link_word(const struct namer *nm, uint32_t i)
{
    return nm->bits[i] & BIT_FUNCTION && nm->w[i].fold.n <= 5;
}

/* Arabic: مديرة | المتحف, خبير | السدود | التونسي: of what he is the head. */
static bool
definite(const struct namer *nm, uint32_t i)
{
    str f = nm->w[i].fold;

    return nm->w[i].lang == LANG_AR && nm->w[i].script == SCRIPT_ARABIC &&
           str_starts(f, STR("ال")) && f.n > 8 &&
           !(nm->bits[i] & (BIT_FUNCTION | BIT_SAY | BIT_TIME | BIT_NUMBER));
}

#define OF_MOST_WORDS 4 /* of a body between a role and its bearer */

/* "le président de Hoshikawa, |X": steps back to behind the role. */
static bool
of_body(const struct namer *nm, uint32_t *at)
{
    uint32_t k = *at - 1, words = 0;

    while (k > 0 && words < OF_MOST_WORDS && name_capital(nm, k - 1)) {
        k--;
        words++;
    }
    if (words == 0 || k == 0 || !link_word(nm, k - 1) ||
        !name_sense_before(nm, k - 1, BIT_ROLE))
        return false;
    *at = k - 1;
    return true;
}

bool
name_title_before(const struct namer *nm, uint32_t i, uint32_t *role,
                  uint32_t *place)
{
    uint32_t sentence = i < nm->n ? nm->w[i].sentence : 0;
    bool title = false, land = false;

    *role = *place = 0;
    for (int step = 0; i > 0 && step < ROLE_MOST_STEPS; step++) {
        const struct sense *s;

        if (nm->w[i - 1].sentence != sentence)
            break;
        s = name_sense_before(nm, i, BIT_ROLE);
        if (s && !name_role_doubtful(nm, s)) {
            const struct sense *l = land_before(nm, s->word);

            *role = s->id;
            if (l && *place == 0)
                *place = country_of(nm, l);
            return true;
        }
        if ((s = name_sense_before(nm, i, BIT_HONOUR))) {
            title = true;
            i = s->word;
        } else if ((s = land_before(nm, i))) {
            *place = country_of(nm, s);
            land = true;
            i = s->word;
        } else if ((s = name_sense_before(nm, i, BIT_BODY))) {
            land = true;
            i = s->word;
        } else if (name_mark_is(nm, i - 1, ". -") && name_joined(nm, i - 1)) {
            i--;
        } else if (land && link_word(nm, i - 1)) {
            i--;
        } else if (definite(nm, i - 1) &&
                   (name_sense_before(nm, i - 1, BIT_ROLE) || land)) {
            i--;
        } else if (step == 0 && name_mark_is(nm, i - 1, ",") &&
                   of_body(nm, &i)) {
            ;
        } else {
            break;
        }
    }
    if (!title)
        *place = 0;
    return title;
}

/* "X, the Omani minister", "X (foreign minister)", "X外相". */
static void
behind(struct namer *nm, struct name_mark *m)
{
    uint32_t i = m->word + m->nwords, end;
    const struct sense *s;
    bool glued;

    if (i >= nm->n)
        return;
    glued = !nm->w[i].shape || !(nm->w[i].shape & SHAPE_SPACE);
    if (!glued && !name_mark_is(nm, i, ", ، ( （ 、 ，"))
        return;
    if (nm->w[i].kind == WORD_MARK && !name_mark_is(nm, i, ", ، ( （ 、 ，"))
        return;
    end = i + ROLE_MOST_AFTER < nm->n ? i + ROLE_MOST_AFTER : nm->n;
    for (uint32_t k = i; k < end; k++) {
        if (nm->w[k].sentence != nm->w[m->word].sentence)
            return;
        if ((s = name_role_at(nm, k))) {
            const struct sense *l = land_before(nm, k);

            if (!l)
                l = reading_sense(&nm->a->read, k + s->nwords, SENSE_DEMONYM);
            m->role = s->id;
            m->role_place = l ? country_of(nm, l) : 0;
            return;
        }
        if (k > i && !(nm->bits[k] &
                       (BIT_FUNCTION | BIT_DEMONYM | BIT_PLACE | BIT_BODY)))
            return;
        if (k == i && nm->w[k].kind != WORD_MARK)
            return;
    }
}

/* "Мэр Заречья | X": the title of a town that no row knows. */
static bool
of_town(const struct namer *nm, struct name_mark *m)
{
    for (size_t k = 0; k < nm->nmarks; k++) {
        const struct name_mark *town = &nm->marks[k];

        if (town->kind == NAME_PLACE && town->word + town->nwords == m->word &&
            nm->w[town->word].sentence == nm->w[m->word].sentence)
            return name_title_before(nm, town->word, &m->role, &m->role_place);
    }
    return false;
}

/* "Xinyu Dai, professor": a body by a guess that neither letters nor a land
 * back. */
static bool
may_be_person(const struct namer *nm, const struct name_mark *m)
{
    const struct sense *s = reading_sense(&nm->a->read, m->word, SENSE_PLACE);

    if (m->guess < 2 || (s && lexicon_place(nm->lx, s->id).kind != PLACE_CITY))
        return false;
    for (uint32_t k = m->word; k < m->word + m->nwords; k++)
        if (nm->w[k].shape & SHAPE_ALL_CAPS)
            return false;
    return name_mark_is(nm, m->word + m->nwords, ",");
}

void
name_role(struct namer *nm, struct name_mark *m)
{
    if (m->role || m->kind == NAME_PLACE ||
        (m->kind == NAME_ORG && !may_be_person(nm, m)))
        return;
    if (!name_title_before(nm, m->word, &m->role, &m->role_place))
        m->role = 0;
    if (m->role == 0 && !of_town(nm, m))
        behind(nm, m);
    if (m->role)
        m->kind = NAME_PERSON;
}
