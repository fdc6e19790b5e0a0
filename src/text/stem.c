/*
 * stem.c - Snowball for the languages it knows well, stem_light.c for the
 * others.
 */
#include "text/stem.h"

#include "base/oom.h"
#include "text/fold.h"
#include "text/form.h"
#include "text/stem_light.h"
#include "text/utf8.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>

struct stemmer {
    struct sb_stemmer *handle[LANG_COUNT];
    bool tried[LANG_COUNT];
    struct forms *forms; /* NULL: none was asked for */
};

static const char *
snowball_name(enum lang lang)
{
    switch (lang) {
    case LANG_RU:
        return "russian";
    case LANG_EN:
        return "english";
    case LANG_ES:
        return "spanish";
    case LANG_FR:
        return "french";
    case LANG_DE:
        return "german";
    case LANG_TR:
        return "turkish";
    case LANG_PT:
        return "portuguese";
    case LANG_HI:
        return "hindi";
    case LANG_ID:
        return "indonesian";
    case LANG_IT:
        return "italian";
    case LANG_EL:
        return "greek";
    case LANG_NL:
        return "dutch";
    case LANG_SV:
        return "swedish";
    case LANG_RO:
        return "romanian";
    case LANG_SR:
        return "serbian";
    case LANG_HU:
        return "hungarian";
    case LANG_CA:
        return "catalan";
    case LANG_DA:
        return "danish";
    case LANG_NO:
        return "norwegian";
    case LANG_FI:
        return "finnish";
    case LANG_LT:
        return "lithuanian";
    case LANG_HY:
        return "armenian";
    case LANG_TA:
        return "tamil";
    case LANG_EU:
        return "basque";
    case LANG_NE:
        return "nepali";
    default:
        return NULL;
    }
}

struct stemmer *
stemmer_open(void)
{
    struct stemmer *s = oom_malloc(sizeof *s);

    *s = (struct stemmer){0};
    return s;
}

void
stemmer_close(struct stemmer *s)
{
    if (!s)
        return;
    for (int i = 0; i < LANG_COUNT; i++)
        if (s->handle[i])
            sb_stemmer_delete(s->handle[i]);
    forms_close(s->forms);
    free(s);
}

struct forms **
stemmer_forms(struct stemmer *s)
{
    return &s->forms;
}

static struct sb_stemmer *
handle(struct stemmer *s, enum lang lang)
{
    if (!s->tried[lang]) {
        const char *name = snowball_name(lang);

        s->tried[lang] = true;
        if (name)
            s->handle[lang] = sb_stemmer_new(name, "UTF_8");
    }
    return s->handle[lang];
}

static size_t
count(str s)
{
    return utf8_count(s);
}

/* Whether it has fewer characters; none has more than four bytes. */
static bool
shorter(str s, size_t than)
{
    return s.n < 4 * than && count(s) < than;
}

/* Greek: -ας and -ης as their nominatives -α, -η, which Snowball stems
 * otherwise (Τουρκίας, Τουρκία). */
static str
greek_genitive(str word)
{
    static const char *const ends[] = {"ασ", "άσ", "ησ", "ήσ", NULL};

    for (int i = 0; ends[i]; i++)
        if (str_ends(word, str_of(ends[i])) && count(word) >= 5)
            return str_cut(word, 0, word.n - 2);
    return word;
}

str
stem_word(struct stemmer *s, str word, enum lang lang, struct arena *mem)
{
    return stem_cased(s, fold_case(word, lang, mem), lang, mem);
}

str
stem_cased(struct stemmer *s, str w, enum lang lang, struct arena *mem)
{
    struct sb_stemmer *sb;

    if (count(w) < 3)
        /* ı and i, ö and o are letters of their own: kişi, a person, kış,
         * winter */
        return lang == LANG_TR ? w : fold_accents(w, mem);
    sb = handle(s, lang);
    w = lang == LANG_EL ? greek_genitive(w) : stem_light(w, lang, mem);
    if (sb) {
        const sb_symbol *out =
            sb_stemmer_stem(sb, (const sb_symbol *)w.s, (int)w.n);

        if (out) {
            str stem = {(const char *)out, (size_t)sb_stemmer_length(sb)};

            if (lang == LANG_EL)
                stem = stem_light_greek(stem);
            if (!shorter(stem, 2))
                w = arena_str(mem, stem);
        }
    }
    /* ı and i, ö and o are letters of their own: kişi, a person, kış, winter */
    return lang == LANG_TR ? w : fold_accents(w, mem);
}

static size_t
bare_by(str word, const char *const *heads, size_t least, str *out, size_t n,
        size_t most)
{
    for (int i = 0; heads[i] && n < most; i++) {
        size_t k = 0;

        while (k < word.n && heads[i][k] == word.s[k])
            k++;
        if (heads[i][k] == '\0' && count(str_cut(word, k, word.n)) >= least)
            out[n++] = str_cut(word, k, word.n);
    }
    return n;
}

static size_t
bare_ends(str word, const char *const *tails, size_t least, str *out, size_t n,
          size_t most)
{
    for (int i = 0; tails[i] && n < most; i++) {
        str tail = str_of(tails[i]);
        str left = str_cut(word, 0, word.n - tail.n);

        if (str_ends(word, tail) && count(left) >= least)
            out[n++] = left;
    }
    return n;
}

size_t
stem_bare(str folded, enum lang lang, str *out, size_t most)
{
    static const char *const ar[] = {"وبال", "وال", "بال", "كال", "فال", "ولل",
                                     "ال",   "لل",  "وب",  "ول",  "و",   "ب",
                                     "ل",    "ف",   "ك",   NULL};
    static const char *const he[] = {"וה", "שה", "מה", "בה", "לה", "כה",
                                     "וב", "ול", "ומ", "ה",  "ו",  "ב",
                                     "ל",  "מ",  "ש",  "כ",  NULL};
    static const char *const ko[] = {
        "되었습니다", "됐습니다", "했습니다", "에서는", "으로는", "이라고",
        "까지는",     "까지를",   "까지도",   "부터는", "에는",   "에도",
        "이라며",     "이었다",   "입니다",   "됐으며", "했으며", "됐다고",
        "했다고",     "되었다",   "당했다",   "에서",   "에게",   "으로",
        "까지",       "부터",     "라고",     "들은",   "들이",   "들을",
        "이며",       "이고",     "이다",     "였다",   "됐다",   "됐고",
        "되고",       "되어",     "되며",     "했다",   "했고",   "하고",
        "하며",       "해서",     "된",       "은",     "는",     "이",
        "가",         "을",       "를",       "의",     "에",     "로",
        "와",         "과",       "도",       NULL};
    static const char *const fa[] = {"هايي", "هاي", "ها", "ي", NULL};

    switch (lang) {
    case LANG_AR:
        return bare_by(folded, ar, 3, out, 0, most);
    case LANG_HE:
        return bare_by(folded, he, 2, out, 0, most);
    case LANG_KO:
        return bare_ends(folded, ko, 1, out, 0, most);
    case LANG_FA:
    case LANG_UR:
        return bare_ends(folded, fa, 2, out, 0, most);
    default:
        return 0;
    }
}

/* ---- families -------------------------------------------------------- */

/* Without the ending of a plural or a verb form. */
static str
uninflected(str w)
{
    static const char *const tails[] = {"'s",  "ies", "es", "s",
                                        "ing", "ed",  NULL};

    for (int i = 0; tails[i]; i++) {
        str tail = str_of(tails[i]);

        if (str_ends(w, tail) && w.n >= tail.n + 3 &&
            !(tails[i][0] == 's' && str_ends(w, STR("ss"))))
            return str_cut(w, 0, w.n - tail.n);
    }
    return w;
}

/* Whether one of the tails stands behind three letters or more. */
static bool
ends_in(str w, const char *tails)
{
    str tail;

    while (str_listed(&tails, &tail))
        if (w.n >= tail.n + 3 && str_ends(w, tail))
            return true;
    return false;
}

unsigned
stem_family(str folded, enum lang lang)
{
    /* one row a bit, from the second on; the first that fits. Before the
     * tails the letters that they end in: most words end in others. */
    static const struct {
        const char *last, *tails;
    } rows[] = {{"r", "eer er or ar eur"},
                {"n", "ion"},
                {"ve", "iv ive"},
                {"lc", "al ial ical ic"},
                {"tsycie", "ment ness iti ity anc ance enc ence anci enci ancy "
                           "ency"},
                {"tm", "ist ism"},
                {"iylest", "li ly abl able ibl ible ful ous ant ent"}};
    str w;

    if (lang != LANG_EN)
        return 0;
    w = uninflected(folded);
    for (unsigned i = 0; i < sizeof rows / sizeof *rows && w.n; i++)
        if (strchr(rows[i].last, w.s[w.n - 1]) && ends_in(w, rows[i].tails))
            return 2u << i;
    return 1;
}
