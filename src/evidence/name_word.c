/*
 * name_word.c - what each word may be, seen by one who looks for names.
 */
#include "evidence/name_parts.h"

#include <string.h>

bool
name_cased(const struct namer *nm, uint32_t i)
{
    uint8_t s = nm->w[i].script;

    return nm->w[i].kind == WORD_LETTERS &&
           (s == SCRIPT_LATIN || s == SCRIPT_CYRILLIC || s == SCRIPT_GREEK);
}

bool
name_capital(const struct namer *nm, uint32_t i)
{
    return name_cased(nm, i) && (nm->w[i].shape & SHAPE_CAPITAL) &&
           !(nm->w[i].shape & SHAPE_CLITIC);
}

bool
name_joined(const struct namer *nm, uint32_t i)
{
    return i > 0 && nm->w[i].start == nm->w[i - 1].end;
}

str
name_text(const struct namer *nm, uint32_t i)
{
    return str_cut(nm->a->text, nm->w[i].start, nm->w[i].end);
}

/* `any`: the marks looked for, parted by spaces. */
bool
name_mark_is(const struct namer *nm, uint32_t i, const char *any)
{
    str mark;

    if (i >= nm->n || nm->w[i].kind != WORD_MARK)
        return false;
    mark = name_text(nm, i);
    for (const char *one = any; one; one = strchr(one, ' ')) {
        one += *one == ' ';
        if (strncmp(one, mark.s, mark.n) == 0 &&
            (one[mark.n] == ' ' || one[mark.n] == '\0'))
            return true;
    }
    return false;
}

/* II, XVI: letters of Roman numerals alone, all capitals. */
bool
name_roman(const struct namer *nm, uint32_t i)
{
    str f = name_text(nm, i);

    if (f.n == 0 || !(nm->w[i].shape & SHAPE_CAPITAL))
        return false;
    for (size_t k = 0; k < f.n; k++)
        if (f.s[k] != 'I' && f.s[k] != 'V' && f.s[k] != 'X' && f.s[k] != 'L')
            return false;
    return true;
}

bool
name_unknown(const struct namer *nm, uint32_t i)
{
    const uint32_t known = BIT_FUNCTION | BIT_COMMON | BIT_STEMMED | BIT_LOWER |
                           BIT_PLACE | BIT_BODY | BIT_ROLE | BIT_SAY |
                           BIT_HONOUR | BIT_DEMONYM | BIT_TIME | BIT_HEAD_ORG |
                           BIT_HEAD_PLACE | BIT_NUMBER;

    return nm->w[i].kind == WORD_LETTERS && !(nm->bits[i] & known);
}

uint32_t
name_seen(const struct namer *nm, uint32_t i)
{
    const uint32_t *n = table_get(nm->seen, nm->w[i].fold);

    return n ? *n : 0;
}

const struct sense *
name_role_at(const struct namer *nm, uint32_t i)
{
    const struct sense *s = reading_concept(&nm->a->read, i, CLASS_ROLE);

    if (!s && i < nm->n && nm->compound[i].cls == CLASS_ROLE)
        s = &nm->compound[i];
    return s;
}

const struct sense *
name_head_at(const struct namer *nm, uint32_t i, enum head_kind kind)
{
    const struct reading *r = &nm->a->read;

    if (i >= nm->n)
        return NULL;
    for (uint32_t k = r->sense_at[i]; k < r->sense_at[i + 1]; k++)
        if (r->senses[k].kind == SENSE_HEAD && r->senses[k].id == kind)
            return &r->senses[k];
    return NULL;
}

#define SENSE_MOST_BACK 8 /* words a sense before may have */

static uint32_t
bit_of(const struct sense *s)
{
    switch (s->kind) {
    case SENSE_CONCEPT:
        return s->cls == CLASS_ROLE  ? BIT_ROLE
               : s->cls == CLASS_SAY ? BIT_SAY | BIT_COMMON
               : s->exact            ? BIT_COMMON
                                     : BIT_STEMMED;
    case SENSE_PLACE:
        return BIT_PLACE;
    case SENSE_DEMONYM:
        return BIT_DEMONYM;
    case SENSE_BODY:
        return BIT_BODY;
    case SENSE_GIVEN:
        return BIT_GIVEN;
    case SENSE_SURNAME:
        return BIT_SURNAME;
    case SENSE_NUMBER:
    case SENSE_ORDINAL:
    case SENSE_MULTIPLIER:
        return BIT_NUMBER;
    case SENSE_MONTH:
    case SENSE_WEEKDAY:
        return BIT_TIME;
    case SENSE_FUNCTION:
        return BIT_FUNCTION;
    case SENSE_PARTICLE:
        return BIT_PARTICLE;
    case SENSE_HONORIFIC:
        return BIT_HONOUR;
    case SENSE_SUFFIX:
        return BIT_SUFFIX;
    case SENSE_HEAD:
        return s->id == HEAD_ORG     ? BIT_HEAD_ORG
               : s->id == HEAD_PLACE ? BIT_HEAD_PLACE
               : s->id == HEAD_IN    ? BIT_IN
               : s->id == HEAD_SOLE  ? BIT_SOLE
               : s->id == HEAD_TRADE ? BIT_TRADE
               : s->id == HEAD_THING ? BIT_COMMON
                                     : BIT_FIRM;
    case SENSE_SOUND:
        return BIT_SOUND;
    default:
        return 0;
    }
}

const struct sense *
name_sense_before(const struct namer *nm, uint32_t i, uint32_t bit)
{
    const struct reading *r = &nm->a->read;

    if (i > 0 && nm->compound[i - 1].kind && bit_of(&nm->compound[i - 1]) & bit)
        return &nm->compound[i - 1];
    for (uint32_t k = i; k-- > 0 && i - k <= SENSE_MOST_BACK;)
        for (uint32_t s = r->sense_at[k]; s < r->sense_at[k + 1]; s++)
            if (k + r->senses[s].nwords == i && bit_of(&r->senses[s]) & bit)
                return &r->senses[s];
    return NULL;
}

bool
name_small_demonyms(enum lang lang)
{
    switch (lang) {
    case LANG_RU:
    case LANG_UK:
    case LANG_BG:
    case LANG_ES:
    case LANG_FR:
    case LANG_IT:
    case LANG_PT:
    case LANG_SV:
    case LANG_RO:
    case LANG_CA:
        return true;
    default:
        return false;
    }
}

bool
name_inflects(enum lang lang)
{
    switch (lang) {
    case LANG_RU:
    case LANG_UK:
    case LANG_BG:
    case LANG_SR:
    case LANG_HR:
    case LANG_PL:
    case LANG_CS:
    case LANG_SK:
    case LANG_SL:
    case LANG_BE:
    case LANG_MK:
    case LANG_EL:
    case LANG_LV:
    case LANG_LT:
    case LANG_ET:
    case LANG_FI:
    case LANG_HU:
        return true;
    default:
        return false;
    }
}

/* ---- compounds ------------------------------------------------------- */

#define COMPOUND_LEAST 7 /* characters of the whole */
#define COMPOUND_FRONT 3 /* of what stands before its last part */
#define COMPOUND_TAIL  4 /* of the last part */

static bool
compounds(enum lang lang)
{
    return lang == LANG_DE || lang == LANG_NL;
}

/* What a last part means, case endings aside. */
static bool
tail_sense(const struct namer *nm, str tail, enum lang lang, struct sense *s)
{
    static const char *const endings[] = {"", "s", "es", "n", "en", "in", NULL};
    struct lexicon_question q[] = {
        {.kind = SENSE_CONCEPT, .classes = 1u << CLASS_ROLE},
        {.kind = SENSE_HEAD, .classes = 1u << HEAD_TRADE},
        {.kind = SENSE_HEAD, .classes = 1u << HEAD_ORG | 1u << HEAD_PLACE}};

    for (int i = 0; endings[i]; i++) {
        str end = str_of(endings[i]), word = str_cut(tail, 0, tail.n - end.n);

        if (!str_ends(tail, end) || utf8_count(word) < COMPOUND_TAIL)
            continue;
        lexicon_ask(nm->lx, word, lang, q, 3);
        for (int k = 0; k < 3; k++)
            if ((s->id = q[k].id)) {
                s->kind = (uint8_t)q[k].kind;
                s->cls = q[k].kind == SENSE_CONCEPT ? CLASS_ROLE : 0;
                return true;
            }
    }
    return false;
}

/* Zellproduzent, Plattformbetreiber: a firm rather than a person, where it is
 * the last part of a compound. */
static bool
of_firms(str tail)
{
    static const char *const parts[] = {
        "produzent",   "produzenten", "betreiber", "betreibers", "hersteller",
        "herstellers", "anbieter",    "anbieters", "zulieferer", "vertreiber",
        "producent",   "exploitant",  "fabrikant"};

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (str_is(tail, parts[i]))
            return true;
    return false;
}

/* "Oberstaatsanwalt", "Schifffahrtsmuseum": the longest last part tells. */
static void
compound_bits(struct namer *nm, uint32_t i)
{
    const struct word *w = &nm->w[i];
    struct sense *s = &nm->compound[i];
    str rest = w->fold;
    uint32_t at = 0;

    if (!compounds((enum lang)w->lang) || nm->bits[i] & BIT_GIVEN)
        return;
    /* the word itself in another case: "Konzerns" */
    if (!(nm->bits[i] & BIT_TRADE) && utf8_count(rest) > COMPOUND_TAIL &&
        tail_sense(nm, rest, (enum lang)w->lang, s) && s->id == HEAD_TRADE &&
        s->kind == SENSE_HEAD) {
        s->word = i;
        s->nwords = 1;
        nm->bits[i] |= BIT_TRADE;
        return;
    }
    *s = (struct sense){0};
    if (!name_unknown(nm, i) || utf8_count(w->fold) < COMPOUND_LEAST)
        return;
    while (rest.n) {
        if (at >= COMPOUND_FRONT && utf8_count(rest) >= COMPOUND_TAIL &&
            tail_sense(nm, rest, (enum lang)w->lang, s)) {
            if (s->cls == CLASS_ROLE && of_firms(rest))
                *s = (struct sense){.kind = SENSE_HEAD, .id = HEAD_TRADE};
            s->word = i;
            s->nwords = 1;
            nm->bits[i] |= bit_of(s);
            return;
        }
        utf8_next(&rest);
        at++;
    }
    *s = (struct sense){0};
}

/* ---- the bits -------------------------------------------------------- */

/* "сказал Росс": a bare stem is a case of a place only where its name is a
 * plural (Афины: Афин). */
static bool
bare_stem(const struct namer *nm, const struct sense *s)
{
    const struct word *w = &nm->w[s->word];
    char plural[64];

    if (s->exact || s->nwords > 1 || !str_eq(w->fold, w->stem) ||
        (w->lang != LANG_RU && w->lang != LANG_UK) ||
        w->fold.n + 2 > sizeof plural)
        return false;
    for (int i = 0; i < 2; i++) {
        memcpy(plural, w->fold.s, w->fold.n);
        memcpy(plural + w->fold.n, i ? "и" : "ы", 2);
        if (lexicon_has(nm->lx, (str){plural, w->fold.n + 2},
                        (enum lang)w->lang, SENSE_PLACE))
            return false;
    }
    return true;
}

static void
sense_bits(struct namer *nm, const struct sense *s)
{
    uint32_t bit = bit_of(s);
    enum lang lang = (enum lang)nm->w[s->word].lang;

    if (bit == BIT_DEMONYM && name_capital(nm, s->word) &&
        name_small_demonyms(lang) &&
        !(nm->w[s->word].shape & (SHAPE_FIRST | SHAPE_ALL_CAPS)))
        return;
    if (bit == BIT_PLACE && !s->exact && name_cased(nm, s->word) &&
        (!name_inflects(lang) || bare_stem(nm, s)))
        return;
    if (s->nwords > 1)
        bit |= BIT_INSIDE;
    for (uint32_t k = s->word; k < s->word + s->nwords && k < nm->n; k++)
        nm->bits[k] |= bit;
}

#define TITLE_LEAST 4 /* letter words of a headline */

/*
 * A line where most longer words have capitals tells nothing by them. Two
 * thirds: title case leaves only short words small.
 */
static void
title_bits(struct namer *nm, const struct sentence *s)
{
    uint32_t words = 0, capitals = 0, all = 0;
    bool german = s->lang == LANG_DE;

    for (uint32_t i = s->word; i < s->word + s->nwords; i++) {
        if (!name_cased(nm, i) || nm->bits[i] & BIT_FUNCTION ||
            nm->w[i].shape & SHAPE_CLITIC)
            continue;
        words++;
        capitals += (nm->w[i].shape & SHAPE_CAPITAL) != 0;
        all += (nm->w[i].shape & SHAPE_ALL_CAPS) != 0;
    }
    if (words < TITLE_LEAST)
        return;
    if (all * 3 >= words * 2 || (!german && capitals * 10 >= words * 8))
        for (uint32_t i = s->word; i < s->word + s->nwords; i++)
            nm->bits[i] |= BIT_TITLE;
}

#define SHOUT_LEAST 3 /* words in a row that are all capitals */
#define SHOUT_LONG  5 /* letters that no acronym has; two words have them */

/* "…: BİR KENTTE SU KESİLDİ Belediye …": a headline within a sentence. */
static void
shout_bits(struct namer *nm)
{
    for (uint32_t i = 0, k; i < nm->n; i = k + 1) {
        uint32_t words = 0, lengthy = 0;

        for (k = i; k < nm->n && nm->w[k].sentence == nm->w[i].sentence &&
                    name_cased(nm, k) && nm->w[k].shape & SHAPE_ALL_CAPS;
             k++) {
            words++;
            lengthy += utf8_count(nm->w[k].fold) >= SHOUT_LONG;
        }
        if (words >= SHOUT_LEAST && lengthy >= 2)
            for (uint32_t x = i; x < k; x++)
                nm->bits[x] |= BIT_TITLE;
    }
}

void
name_words(struct namer *nm)
{
    const struct reading *r = &nm->a->read;
    struct table *lower = table_open();
    bool was;

    for (size_t i = 0; i < r->nsenses; i++)
        sense_bits(nm, &r->senses[i]);
    for (uint32_t i = 0; i < nm->n; i++)
        if (name_cased(nm, i))
            compound_bits(nm, i);
    for (size_t i = 0; i < r->w.nsentences; i++)
        title_bits(nm, &r->w.sentences[i]);
    shout_bits(nm);
    for (uint32_t i = 0; i < nm->n; i++) {
        if (nm->w[i].kind != WORD_LETTERS)
            continue;
        if (name_cased(nm, i) && !(nm->w[i].shape & SHAPE_CAPITAL))
            ++*table_at(lower, nm->w[i].fold, &was);
        else if (!(nm->bits[i] & BIT_TITLE))
            ++*table_at(nm->seen, nm->w[i].fold, &was);
    }
    for (uint32_t i = 0; i < nm->n; i++)
        if (name_capital(nm, i) && table_get(lower, nm->w[i].fold) &&
            !(nm->bits[i] & BIT_PARTICLE))
            nm->bits[i] |= BIT_LOWER;
    table_close(lower);
}

/* ---- the same word --------------------------------------------------- */

#define SAME_MOST_ENDING 3 /* characters that may differ at the end */
#define SAME_LEAST_STEM  3

static bool
same_inflected(str a, str b)
{
    str p = a, q = b;
    size_t common = 0;
    size_t ra, rb;

    while (p.n && q.n) {
        str p0 = p, q0 = q;

        if (utf8_next(&p) != utf8_next(&q)) {
            p = p0;
            q = q0;
            break;
        }
        common++;
    }
    ra = utf8_count(p);
    rb = utf8_count(q);
    if (ra > SAME_MOST_ENDING || rb > SAME_MOST_ENDING)
        return false;
    /* longer endings on both sides ask for a longer stem */
    return common >= (size_t)SAME_LEAST_STEM + (ra + rb > 3) + (ra && rb);
}

bool
name_same_word(str a, enum lang la, str b, enum lang lb)
{
    str bare[STEM_MOST_BARE];
    size_t n;

    if (str_eq(a, b))
        return true;
    if (la != lb)
        return false;
    if (name_inflects(la))
        return same_inflected(a, b);
    /* clitics stand at the ends: the longer begins or ends as the other */
    if (a.n == b.n || !(a.n > b.n ? str_starts(a, b) || str_ends(a, b)
                                  : str_starts(b, a) || str_ends(b, a)))
        return false;
    n = stem_bare(a, la, bare, STEM_MOST_BARE);
    for (size_t i = 0; i < n; i++)
        if (str_eq(bare[i], b))
            return true;
    n = stem_bare(b, lb, bare, STEM_MOST_BARE);
    for (size_t i = 0; i < n; i++)
        if (str_eq(bare[i], a))
            return true;
    return false;
}
