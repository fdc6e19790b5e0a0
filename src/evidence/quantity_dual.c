/*
 * quantity_dual.c - two things in one word: Arabic and Hebrew duals.
 *
 * Only where no plural is likelier: the endings of the dual are those of
 * the sound masculine plural too, which words for persons like.
 */
#include "evidence/quantity_parts.h"

#include "text/fold.h"

#include <string.h>

#define ALEF      "\xD8\xA7" /* ا */
#define HA        "\xD9\x87" /* ه, what folding leaves of ة */
#define NOON      "\xD9\x86" /* ن */
#define MEEM      "\xD9\x85" /* م */
#define YEH       "\xD9\x8A" /* ي */
#define YEH_HAMZA "\xD8\xA6"

#define DUAL_BYTES  64
#define BASE_LEAST  6 /* bytes of what is left without the ending */
#define THING_LEAST 8 /* the same of things: لبنان is no two milks */

/* The word without و ف ب ل ك: what stem_bare finds, and itself. */
static size_t
forms(const struct word *w, str *out)
{
    size_t n = stem_bare(w->fold, (enum lang)w->lang, out + 1, STEM_MOST_BARE);

    out[0] = w->fold;
    return n + 1;
}

/* "The two ministers" are told by name: no count. */
static bool
definite(str fold)
{
    static const char *const heads[] = {"ال", "وال", "بال", "لل", "فال", "كال"};

    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (str_starts(fold, str_of(heads[i])))
            return true;
    return false;
}

/* A word for persons that makes its plural with ين. */
static bool
sound_plural(str singular)
{
    return str_starts(singular, STR(MEEM)) || str_ends(singular, STR(YEH)) ||
           str_ends(singular, STR(YEH_HAMZA)) ||
           str_eq(str_cut(singular, 2, 4), STR(ALEF));
}

static bool
arabic_dual(const struct finder *f, str form, const struct sense *s,
            bool agrees)
{
    static const char *const ends[] = {"تان", "تين", "ان", "ين"};
    str first;
    size_t space;

    if (!str_ends(form, STR(NOON))) /* all of them do */
        return false;
    first = fold_word(lexicon_word(f->lx, s->id, LANG_AR), LANG_AR, f->a->mem);
    space = str_find(first, STR(" "));
    if (space != SIZE_MAX)
        first = str_cut(first, 0, space);
    if (first.n < 4)
        return false;
    for (int i = 0; i < 4; i++) {
        str end = str_of(ends[i]), base, want = first;

        if (!str_ends(form, end))
            continue;
        base = str_cut(form, 0, form.n - end.n);
        if (!s->exact && base.n >= 6 && (i < 2 || (i == 2 && agrees)))
            return true;
        if (i < 2) {
            if (!str_ends(first, STR(HA)))
                continue;
            want = str_cut(first, 0, first.n - 2);
        }
        if (!str_eq(base, want))
            continue;
        return i != 3 || (s->cls != CLASS_PERSON && s->cls != CLASS_ROLE) ||
               !sound_plural(first);
    }
    return false;
}

/* Hebrew keeps the dual for times: יומיים, שבועיים, שנתיים. */
static bool
hebrew_dual(const struct finder *f, str form, const struct sense *s)
{
    return (s->cls == CLASS_UNIT || (f->key_of[s->id] >= KEY_SECOND &&
                                     f->key_of[s->id] <= KEY_CENTURY)) &&
           str_ends(form, STR("יים")) && form.n > 6;
}

/* Whom or what a singular without its ending means, as it stands; 0. */
static uint32_t
counted_by(const struct finder *f, str base, const char *end)
{
    static const uint32_t persons = 1u << CLASS_PERSON | 1u << CLASS_ROLE;
    char word[DUAL_BYTES];

    if (base.n < BASE_LEAST || base.n + strlen(end) > sizeof word)
        return 0;
    memcpy(word, base.s, base.n);
    memcpy(word + base.n, end, strlen(end));
    return lexicon_find(
        f->lx, (str){word, base.n + strlen(end)}, LANG_AR, SENSE_CONCEPT,
        base.n >= THING_LEAST || *end ? persons | 1u << CLASS_THING : persons);
}

/* شرطيان, مشتبهين اثنين: no form of the word itself is known, but its
 * singular is. What ends like a plural counts only before "two". */
static uint32_t
unknown_dual(const struct finder *f, size_t word, str form)
{
    size_t next = word + 1;
    bool two = next < f->nwords && (str_is(f->w[next].fold, "اثنين") ||
                                    str_is(f->w[next].fold, "اثنتين"));

    if (str_ends(form, STR("تان")) || str_ends(form, STR("تين")))
        return counted_by(f, str_cut(form, 0, form.n - 6), HA);
    if (str_ends(form, STR("ان")) || (two && str_ends(form, STR("ين"))))
        return counted_by(f, str_cut(form, 0, form.n - 4), "");
    return 0;
}

/*
 * رجلا إطفاء, سيارتا إسعاف: before a genitive the dual drops its last letter.
 * Of a masculine the genitive is one of those that make a profession, since
 * رجلا alone is "a man" as an object.
 */
static uint32_t
construct_dual(const struct finder *f, size_t word, str form)
{
    static const struct {
        const char *of, *key; /* key: what two men of it are */
    } services[] = {{"اطفاء", "firefighter"},
                    {"الاطفاء", "firefighter"},
                    {"شرطة", "police-officer"},
                    {"الشرطة", "police-officer"},
                    {"شرطه", "police-officer"},
                    {"الشرطه", "police-officer"},
                    {"امن", NULL},
                    {"اسعاف", NULL}};
    size_t next = word + 1;
    str base;

    if (next >= quantity_sentence_end(f, word) || form.n < BASE_LEAST + 2)
        return 0;
    if ((str_ends(form, STR("تا")) || str_ends(form, STR("تي"))) &&
        !definite(f->w[next].fold)) {
        const struct sense *of = quantity_noun_at(f, next);

        return of && of->exact ? counted_by(f, str_cut(form, 0, form.n - 4), HA)
                               : 0;
    }
    if (!str_ends(form, STR(ALEF)) && !str_ends(form, STR(YEH)))
        return 0;
    base = str_cut(form, 0, form.n - 2);
    for (size_t i = 0; i < sizeof services / sizeof *services; i++)
        if (str_is(f->w[next].fold, services[i].of)) {
            uint32_t id = counted_by(f, base, "");

            return id && services[i].key
                       ? lexicon_concept(f->lx, services[i].key)
                       : id;
        }
    return 0;
}

/* Reads those duals of which no form is a word of the lexicon. */
static bool
strange_dual(const struct finder *f, size_t word, const str *form, size_t n,
             struct count *c)
{
    uint32_t id = 0;
    bool known = false;
    size_t end = word + 1;

    for (size_t i = f->r->sense_at[word]; i < f->r->sense_at[word + 1]; i++)
        known |= f->r->senses[i].exact;
    if (n > 1 && !str_starts(form[0], STR("و")) &&
        !str_starts(form[0], STR("ف")))
        n = 1; /* كبيرتين, two large ones, is no beer */
    for (size_t k = 0; k < n && !id && !known; k++)
        id = unknown_dual(f, word, form[k]);
    for (size_t k = 0; k < n && !id; k++) {
        id = construct_dual(f, word, form[k]);
        end = id ? word + 2 : end;
    }
    if (!id)
        return false;
    *c = (struct count){.first = word,
                        .num = word,
                        .num_end = word + 1,
                        .end = end,
                        .left = word,
                        .right = end,
                        .min = 2,
                        .max = 2,
                        .dual = true,
                        .counted = id,
                        .head = word};
    return true;
}

bool
quantity_dual(const struct finder *f, size_t word, struct count *c)
{
    const struct word *w = &f->w[word];
    str form[1 + STEM_MOST_BARE];
    size_t n;
    bool agrees;

    if (w->kind != WORD_LETTERS || (w->lang != LANG_AR && w->lang != LANG_HE) ||
        reading_sense(f->r, word, SENSE_NUMBER) ||
        reading_sense(f->r, word, SENSE_ORDINAL))
        return false;
    if (definite(w->fold))
        return false;
    agrees =
        word + 1 < f->nwords && str_ends(f->w[word + 1].fold, STR(ALEF NOON));
    n = forms(w, form);
    for (size_t i = f->r->sense_at[word]; i < f->r->sense_at[word + 1]; i++) {
        const struct sense *s = &f->r->senses[i];
        bool unit =
            s->cls == CLASS_UNIT ||
            (w->lang == LANG_HE && s->kind == SENSE_CONCEPT &&
             f->key_of[s->id] >= KEY_SECOND && f->key_of[s->id] <= KEY_CENTURY);

        if (s->kind != SENSE_CONCEPT ||
            (!unit && s->cls != CLASS_PERSON && s->cls != CLASS_ROLE &&
             s->cls != CLASS_THING && s->cls != CLASS_ACT &&
             s->cls != CLASS_BODY && s->cls != CLASS_PLACE))
            continue;
        for (size_t k = 0; k < n; k++) {
            if (w->lang == LANG_AR ? !arabic_dual(f, form[k], s, agrees)
                                   : !hebrew_dual(f, form[k], s))
                continue;
            *c = (struct count){.first = word,
                                .num = word,
                                .num_end = word + 1,
                                .end = word + s->nwords,
                                .left = word,
                                .right = word + s->nwords,
                                .min = 2,
                                .max = 2,
                                .dual = true,
                                .head = word};
            if (unit)
                c->unit = s->id;
            else
                c->counted = s->id;
            return true;
        }
    }
    return w->lang == LANG_AR && strange_dual(f, word, form, n, c);
}
