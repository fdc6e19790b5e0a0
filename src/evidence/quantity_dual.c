/*
 * quantity_dual.c - two things in one word: Arabic and Hebrew duals.
 *
 * Only where no plural is likelier: the endings of the dual are those of
 * the sound masculine plural too, which words for persons like.
 */
#include "evidence/quantity_parts.h"

#include "text/fold.h"

#define ALEF      "\xD8\xA7" /* ا */
#define HA        "\xD9\x87" /* ه, what folding leaves of ة */
#define NOON      "\xD9\x86" /* ن */
#define MEEM      "\xD9\x85" /* م */
#define YEH       "\xD9\x8A" /* ي */
#define YEH_HAMZA "\xD8\xA6"

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
hebrew_dual(str form, const struct sense *s)
{
    return s->cls == CLASS_UNIT && str_ends(form, STR("יים")) && form.n > 6;
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
        bool unit = s->cls == CLASS_UNIT;

        if (s->kind != SENSE_CONCEPT ||
            (!unit && s->cls != CLASS_PERSON && s->cls != CLASS_ROLE &&
             s->cls != CLASS_THING && s->cls != CLASS_ACT &&
             s->cls != CLASS_BODY && s->cls != CLASS_PLACE))
            continue;
        for (size_t k = 0; k < n; k++) {
            if (w->lang == LANG_AR ? !arabic_dual(f, form[k], s, agrees)
                                   : !hebrew_dual(form[k], s))
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
    return false;
}
