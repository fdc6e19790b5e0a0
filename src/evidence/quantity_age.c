/*
 * quantity_age.c - ages: "58-year-old", 58歳, "Ada Horn, 58, said".
 *
 * An age is a count of years with the concept `age` for what is counted and
 * the name mark of the person, where one stands near, in `whose`: two pages
 * that give one person two ages can so be told from two persons.
 */
#include "evidence/quantity_parts.h"

#include <math.h>
#include <stdlib.h>

#define AGE_MOST     125 /* years; more is no age */
#define AGE_TOLD     12  /* years at which one died; of less it is how long */
#define AGE_LEAST    3   /* bare, behind a name: (2) is a note or a place */
#define TITLE_MOST   8   /* signs between a name and its age: 元欧州代表 */
#define BEARER_REACH 14  /* words to the person whose age it is */

static bool
is_age_value(const struct count *c)
{
    double v = isinf(c->min) ? c->max : c->min;

    return !c->ordinal && !c->none && !c->times && !c->dual && v >= 1 &&
           v <= AGE_MOST && v == floor(v);
}

/* Whether the word itself is a mark of age, not one of its stem alone:
 * साल is the year, साला the age. */
static bool
mark_itself(const struct finder *f, size_t word)
{
    for (size_t i = f->r->sense_at[word]; i < f->r->sense_at[word + 1]; i++) {
        const struct sense *s = &f->r->senses[i];

        if (s->kind != SENSE_CONCEPT || f->key_of[s->id] != KEY_AGE_MARK)
            continue;
        switch (f->w[word].lang) {
        case LANG_AR: /* what clitics leave is the word itself */
        case LANG_FA:
        case LANG_HE:
        case LANG_KO:
        case LANG_RU:
        case LANG_UK:
        case LANG_PL:
        case LANG_TR:
            return true;
        default:
            return s->exact || s->nwords > 1;
        }
    }
    return false;
}

static bool
mark_at(const struct finder *f, size_t word, size_t *n)
{
    return quantity_key_at(f, word, KEY_AGE_MARK, n) && mark_itself(f, word);
}

static bool
mark_ends(const struct finder *f, size_t word, size_t *n)
{
    return quantity_key_ends(f, word, KEY_AGE_MARK, n) &&
           mark_itself(f, word - *n);
}

/* ---- persons ---------------------------------------------------------- */

static bool
person(const struct finder *f, size_t i)
{
    return f->a->names[i].kind == NAME_PERSON &&
           f->a->names[i].sure >= NAME_SURE;
}

/* The person's name that ends before the word, titles between aside. */
static int32_t
name_before(const struct finder *f, size_t word)
{
    int32_t best = -1;
    size_t reach = word < f->nwords && quantity_han(f, word) ? TITLE_MOST : 0;

    for (size_t i = 0; i < f->a->nnames; i++) {
        size_t end = f->a->names[i].word + f->a->names[i].nwords;
        bool plain = true;

        if (!person(f, i) || end > word || word - end > reach)
            continue;
        for (size_t k = end; k < word && plain; k++)
            plain = f->w[k].kind == WORD_LETTERS && !quantity_function(f, k);
        if (plain && (best < 0 || f->a->names[best].word < f->a->names[i].word))
            best = (int32_t)i;
    }
    return best;
}

/* The nearest person of the sentence; one before the age sooner. */
static int32_t
name_near(const struct finder *f, const struct count *c)
{
    size_t start = quantity_sentence_start(f, c->num);
    size_t end = quantity_sentence_end(f, c->num), least = BEARER_REACH + 1;
    int32_t best = -1;

    for (size_t i = 0; i < f->a->nnames; i++) {
        size_t at = f->a->names[i].word, behind = at + f->a->names[i].nwords;
        size_t far;

        if (!person(f, i) || at < start || behind > end)
            continue;
        far = behind <= c->first ? c->first - behind
              : at >= c->end     ? at - c->end
                                 : 0;
        if (far < least) {
            least = far;
            best = (int32_t)i;
        }
    }
    return best;
}

/* ---- the ways to tell an age ------------------------------------------ */

/* "Horobets, 58, said", ホロベツ被告(58), "Tiago, de 29 anos,". */
static bool
behind_name(const struct finder *f, struct count *c)
{
    size_t open = c->first, close = c->end;
    bool bracket;

    if (!c->unit && (!c->digits || c->min < AGE_LEAST || c->min != c->max))
        return false;
    if (c->unit && open > 0 && quantity_function(f, open - 1))
        open--; /* "de 29 anos" */
    if (open == 0 || f->w[open - 1].sentence != f->w[c->num].sentence)
        return false;
    bracket = quantity_mark_is(f, open - 1, "(（");
    if (!bracket && !quantity_mark_is(f, open - 1, ",،，、"))
        return false;
    if (!c->unit)
        close = c->num_end;
    if (bracket ? !quantity_mark_is(f, close, ")）")
                : close < quantity_sentence_end(f, c->num) &&
                      !quantity_mark_is(f, close, ",.،，、;"))
        return false;
    c->whose = name_before(f, open - 1);
    return c->whose >= 0;
}

static bool
of_prison(const struct finder *f, size_t word)
{
    size_t n;

    return quantity_key_at(f, word, KEY_SENTENCED, &n) ||
           quantity_key_at(f, word, KEY_PRISON, &n) ||
           quantity_key_at(f, word, KEY_JAILED, &n) ||
           quantity_key_at(f, word, KEY_PRISON_SENTENCE, &n);
}

/* What stands behind years that are no age: "à 12 ans de prison". */
static bool
years_of_something(const struct finder *f, const struct count *c)
{
    size_t end = quantity_sentence_end(f, c->num), n;

    if (c->end < end && quantity_key_at(f, c->end, KEY_PART_OF, &n))
        return true;
    for (size_t i = c->num; i > quantity_sentence_start(f, c->num) &&
                            !quantity_clause_mark(f, i - 1);
         i--)
        if (of_prison(f, i - 1))
            return true;
    for (size_t i = c->end; i < end && !quantity_clause_mark(f, i); i++)
        if (of_prison(f, i))
            return true;
    return false;
}

/* "s'éteint à 88 ans", "è morto a 88 anni", عن 88 عاما: at so many years one
 * died, or won. */
static bool
at_years(const struct finder *f, struct count *c)
{
    static const struct {
        enum lang lang;
        const char *word, *before;
    } at[] = {{LANG_FR, "a", NULL},   {LANG_FR, "à", NULL},
              {LANG_IT, "a", NULL},   {LANG_ES, "los", "a"},
              {LANG_PT, "aos", NULL}, {LANG_AR, "عن", NULL},
              {LANG_DE, "mit", NULL}, {LANG_CA, "als", NULL}};

    if (c->unit != f->id[KEY_YEAR] || c->bound || c->num < 2 ||
        c->min < AGE_TOLD || c->first + 1 < c->num)
        return false;
    for (size_t i = 0; i < sizeof at / sizeof *at; i++)
        if (at[i].lang == (enum lang)f->w[c->num].lang &&
            str_is(f->w[c->num - 1].fold, at[i].word) &&
            (!at[i].before || str_is(f->w[c->num - 2].fold, at[i].before)))
            return !years_of_something(f, c);
    return false;
}

/* "four of the dead were under twelve": a bound, and nothing it counts. */
static bool
under_years(const struct finder *f, const struct count *c)
{
    static const char *const words[] = {"under", "over", "unter", "uber",
                                        "über"};
    static const char *const are[] = {"were",  "was", "are",  "is",
                                      "waren", "war", "sind", "ist"};
    size_t end = quantity_sentence_end(f, c->num);
    const struct sense *who;

    if (c->unit || (c->counted && !c->toll) || !c->bound ||
        c->first + 1 != c->num || c->num < 2)
        return false;
    /* "men over 50 eat" */
    who = quantity_noun_at(f, c->first - 1);
    if (who && f->w[c->num].lang == LANG_EN &&
        (who->cls == CLASS_PERSON || who->cls == CLASS_ROLE) && c->digits &&
        (str_is(f->w[c->first].fold, "under") ||
         str_is(f->w[c->first].fold, "over") ||
         str_is(f->w[c->first].fold, "aged")))
        return true;
    if (c->noun.n || (c->end < end && f->w[c->end].kind != WORD_MARK))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (size_t k = 0; str_is(f->w[c->first].fold, words[i]) &&
                           k < sizeof are / sizeof *are;
             k++)
            if (str_is(f->w[c->first - 1].fold, are[k]))
                return true;
    return false;
}

/* "operário de 29 anos", "un uomo di 58 anni": years of a person. */
static bool
years_of_person(const struct finder *f, struct count *c)
{
    const struct sense *who;
    enum lang lang = (enum lang)f->w[c->num].lang;
    size_t n;

    if (c->unit != f->id[KEY_YEAR] || c->bound || c->first < 2 ||
        (lang != LANG_ES && lang != LANG_PT && lang != LANG_IT &&
         lang != LANG_FR && lang != LANG_CA) ||
        !quantity_key_at(f, c->first - 1, KEY_PART_OF, &n) ||
        f->w[c->first - 2].sentence != f->w[c->num].sentence)
        return false;
    who = quantity_noun_at(f, c->first - 2);
    return (who && who->exact &&
            (who->cls == CLASS_PERSON || who->cls == CLASS_ROLE)) ||
           name_before(f, c->first - 1) >= 0;
}

/*
 * What "10-летний" and "10-jährig" say of anything but persons may be how
 * long it takes: years, and no age.
 */
static bool
is_length(const struct finder *f, size_t after)
{
    const struct sense *s = quantity_noun_at(f, after);
    uint32_t state;
    size_t n;

    if (quantity_state_at(f, after, &state, &n) && n > 1)
        return true; /* "zu 10-jähriger Haftstrafe verurteilt" */
    return s && s->cls != CLASS_PERSON && s->cls != CLASS_ROLE &&
           !f->taken[after];
}

/* "58-year-old", 58歳, "34 Jahre alt", "aged 58", عمره 34 عاما. */
static bool
marked(const struct finder *f, struct count *c)
{
    const size_t places[2] = {c->num_end, c->end};
    size_t n;

    for (int i = 0; i < 2; i++) {
        size_t at = places[i];
        bool hyphen = quantity_mark_is(f, at, "-‐‑") && quantity_glued(f, at);

        if (!mark_at(f, at + hyphen, &n))
            continue;
        if (at > c->num_end && !c->unit)
            continue;
        c->end = at + hyphen + n;
        c->right = c->end;
        c->unit = f->id[KEY_YEAR];
        c->length = hyphen && is_length(f, c->end);
        return true;
    }
    /* Hebrew בן ה-26 */
    if (f->w[c->num].lang == LANG_HE && c->first > 2 &&
        quantity_mark_is(f, c->first - 1, "-־") &&
        str_is(f->w[c->first - 2].fold, "ה") &&
        mark_ends(f, c->first - 2, &n)) {
        c->left = c->first - 2 - n;
        c->right = c->end;
        return true;
    }
    if (f->w[c->num].lang == LANG_HE && !c->unit && c->digits && c->first > 0 &&
        str_is(f->w[c->first - 1].fold, "בגיל")) {
        c->left = c->first - 1; /* whatever longer words it ends */
        c->right = c->end = c->num_end;
        return true;
    }
    if (!mark_ends(f, c->first, &n))
        return false;
    /* בגיל 88 בעיר: at the age of 88 in the town; but of 12 children */
    if (!c->unit && c->counted &&
        !(c->digits && f->w[c->num].lang == LANG_HE && c->head != NO_WORD &&
          str_starts(f->w[c->head].fold, STR("ב"))))
        return false;
    if (c->first - n >= quantity_sentence_start(f, c->num))
        c->left = c->first - n;
    c->right = c->end;
    return true;
}

bool
quantity_age(const struct finder *f, struct count *c)
{
    bool found;

    c->whose = -1;
    if (!is_age_value(c) || (c->unit && c->unit != f->id[KEY_YEAR]))
        return false;
    found = marked(f, c) || behind_name(f, c) || years_of_person(f, c) ||
            at_years(f, c) || under_years(f, c);
    if (!found)
        return false;
    if (c->right > c->end && c->end >= c->num_end)
        c->right = c->end;
    c->unit = f->id[KEY_YEAR];
    c->counted = c->length ? 0 : f->id[KEY_AGE];
    c->noun = (str){0};
    c->country = c->state = 0;
    c->persons = c->partitive = c->elliptic = c->toll = false;
    c->aged = true;
    if (c->whose < 0 && !c->length)
        c->whose = name_near(f, c);
    return true;
}
