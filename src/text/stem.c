/*
 * stem.c - Snowball for the languages it knows well, endings taken off by
 * lists of our own for the others. Arabic after Larkey's light10 (2007);
 * the Slavic lists hold the case endings of nouns and adjectives.
 */
#include "text/stem.h"

#include "base/oom.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>

struct stemmer {
    struct sb_stemmer *handle[LANG_COUNT];
    bool tried[LANG_COUNT];
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
    free(s);
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

/* Endings parted by spaces, longest first. */
static const char *
endings(enum lang lang, size_t *least)
{
    *least = 3;
    switch (lang) {
    case LANG_AR:
        *least = 3;
        return "يتان يتين تان تين تها تهم ها هم هن نا كم ات ون ين ان يه ته وا "
               "تم ه ي ا";
    case LANG_FA:
    case LANG_UR:
        return "هايشان هايش هايي هاي ترين ها تر اند ان ات اي ي";
    case LANG_HE:
        return "ותיהם יהם יהן ותיו ים ות יו ית ה ת י";
    case LANG_UK:
        return "уватися увати ються ється ність ності ністю ення ення ами "
               "ями ові еві ого ому ими іми ють уть ить ать ила или ало ала "
               "али ено ено ому ій ої ою ею ах ях ів їв ам ям ом ем єм им їм "
               "их їх ий ій ую юю ити іти ть а я о е є і ї и у ю ь й в";
    case LANG_PL:
        return "owania owanie owany owana owani owano owych owego ościach "
               "ościami ością ości ość iego iemu ymi imi ych ich ego emu ach "
               "ami ami owi ów om em ym im ej ie ią ię ią ał ała ało ali ały "
               "ił iła iło ili iły ął ęła ęli ony ona oni ono ani ane any ana "
               "ać ić eć ąć y i a e ą ę u o";
    case LANG_CS:
    case LANG_SK:
        return "ováních ování ovaný ostech ostmi osti ost ého ému ými ích "
               "ích ách ami emi ům ím ém ou ech ovi ové ala alo ali aly ila "
               "ilo ili ily at it et ý á é í y i a e u o ě ů";
    case LANG_BG:
    case LANG_MK:
        return "ията ията ният ното ната ните овете ове ите ята ата ето ия "
               "ият ът ят та то те ен на но ни ал ла ло ли а я о е и у ъ";
    case LANG_KO:
        *least = 2;
        return "에서는 으로는 에게서 이라고 라고 에서 에게 으로 까지 부터 보다 "
               "처럼 하고 했다 한다 하는 했던 들은 들이 들을 들의 들 은 는 이 "
               "가 "
               "을 를 의 에 로 와 과 도 만";
    case LANG_TH:
    default:
        return NULL;
    }
}

static size_t
count(str s)
{
    return utf8_count(s);
}

static str
cut_ending(str word, enum lang lang)
{
    size_t least;
    const char *list = endings(lang, &least);
    str rest, ending;

    if (!list)
        return word;
    rest = str_of(list);
    while (str_next(&rest, ' ', &ending)) {
        str left = str_cut(word, 0, word.n - ending.n);

        if (ending.n && str_ends(word, ending) && count(left) >= least)
            return left;
    }
    return word;
}

/* Arabic: the article, with و ف ب ك ل before it. */
static str
cut_article(str word)
{
    static const char *const heads[] = {"وال", "بال", "كال", "فال",
                                        "ولل", "ال",  "لل",  NULL};

    for (int i = 0; heads[i]; i++) {
        str head = str_of(heads[i]);

        if (str_starts(word, head) && count(str_cut(word, head.n, word.n)) >= 3)
            return str_cut(word, head.n, word.n);
    }
    return word;
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
    struct sb_stemmer *sb;
    str w = fold_case(word, lang, mem);

    if (count(w) < 3)
        return fold_accents(w, mem);
    sb = handle(s, lang);
    if (lang == LANG_EL)
        w = greek_genitive(w);
    if (sb) {
        const sb_symbol *out =
            sb_stemmer_stem(sb, (const sb_symbol *)w.s, (int)w.n);

        if (out) {
            str stem = {(const char *)out, (size_t)sb_stemmer_length(sb)};

            if (count(stem) >= 2)
                w = arena_str(mem, stem);
        }
    } else if (lang == LANG_AR) {
        w = cut_ending(cut_article(w), lang);
    } else {
        w = cut_ending(w, lang);
    }
    return fold_accents(w, mem);
}

static size_t
bare_by(str word, const char *const *heads, size_t least, str *out, size_t n,
        size_t most)
{
    for (int i = 0; heads[i] && n < most; i++) {
        str head = str_of(heads[i]);
        str left = str_cut(word, head.n, word.n);

        if (str_starts(word, head) && count(left) >= least)
            out[n++] = left;
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
    static const char *const ar[] = {"وال", "بال", "كال", "فال", "ولل",
                                     "ال",  "لل",  "وب",  "ول",  "و",
                                     "ب",   "ل",   "ف",   "ك",   NULL};
    static const char *const he[] = {"וה", "שה", "מה", "בה", "לה", "כה",
                                     "וב", "ול", "ומ", "ה",  "ו",  "ב",
                                     "ל",  "מ",  "ש",  "כ",  NULL};
    static const char *const ko[] = {
        "되었습니다", "됐습니다", "했습니다", "에서는", "으로는", "이라고",
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

unsigned
stem_family(str folded, enum lang lang)
{
    /* one row a bit, from the second on; the first that fits */
    static const char *const rows[] = {
        "eer er or ar eur",
        "ion",
        "iv ive",
        "al ial ical ic",
        "ment ness iti ity anc ance enc ence anci enci ancy ency",
        "ist ism",
        "li ly abl able ibl ible ful ous ant ent",
        NULL};
    str w, rest, tail;

    if (lang != LANG_EN)
        return 0;
    w = uninflected(folded);
    for (unsigned i = 0; rows[i]; i++) {
        rest = str_of(rows[i]);
        while (str_next(&rest, ' ', &tail))
            if (str_ends(w, tail) && w.n >= tail.n + 3)
                return 2u << i;
    }
    return 1;
}
