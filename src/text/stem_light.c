/*
 * stem_light.c - endings taken off in steps, each the longest that leaves
 * enough of the word.
 *
 * Light stemming as Savoy tells it for many languages (2006, "Light stemming
 * approaches for the French, Portuguese, German and Hungarian languages"; and
 * for Polish and Czech after it): case, number and gender off nouns and
 * adjectives, of derivation little. Ukrainian takes its steps from Snowball's
 * Russian: reflexive, then adjective, verb or noun, then what is left of a
 * soft ending. Arabic after Larkey's light10 (2007). Korean: particles, then
 * the verbs -hada and -doeda behind a noun, as KStem and its kin do. Hindi:
 * spelling as Larkey, Connell and Abduljaleel (2003) level it, nukta off and
 * nasals one sign, before Snowball's list. Greek: what Snowball leaves of the
 * feminines in -ία and the neuters in -ιο, behind it.
 *
 * Where a rule was tried and lost, docs/METHOD.md tells.
 */
#include "text/stem_light.h"

#include "base/buf.h"
#include "text/utf8.h"

#define MOST_STEPS 4

struct step {
    const char *endings; /* parted by spaces */
    size_t least;        /* characters that must be left */
};

struct rules {
    enum lang lang;
    struct step steps[MOST_STEPS];
};

/* clang-format off */
static const struct rules rules[] = {
    {LANG_AR, {{
        "يتان يتين تان تين اتها اتهم اته اتنا تها تهم ها هم هن نا كم ات ون ين ان يه ته وا تم ه ي "
        "ا", 3}}},
    {LANG_FA, {
        /* possessives behind a plural or a long word, then plurals */
        {"هايشان هايمان هايتان هايش هايم هايت هايي هاي ترين ها تر "
         "انشان انش يشان", 3},
        {"اند گان ان ات اي ي", 3},
        {"ه", 4}}},
    {LANG_UR, {{"يوں ياں وں يں اں ي ا ه و", 3}}},
    {LANG_HE, {{"ותיהם ותיהן ותיו ותיה ותיי ותו ותה ותם ותן יהם יהן תו תם ים ות יו ית ה ת י ו", 3}}},
    {LANG_UK, {
        {"ся сь", 4},
        {"увавши увати ували увала увало ував ується уються увало уватиме "
         "ювати ювали ювала ювало ював ують ує уємо уючи ують юють ює ююь "
         "уваний увана уване увані уваного уваної уваних уванням ування "
         "уванню уванні увань овано овані "
         "авши ивши івши аючи яючи ячи учи ючи "
         "атимуть итимуть атиме итиме "
         "ають яють ають яємо аємо ають ає яє аю яю "
         "аємо имо емо ємо ете єте ите "
         "ати яти ити іти ути ала яла ила іла ало яло ило іло али яли или "
         "іли ав яв ив ів "
         "аний ана ане ані аного аної аному аних аним аними ану "
         "ений ена ене ені еного еної еному ених еним еними ену ено ано "
         "ання анню анням анні анням ень ення енню енням енні "
         "іння інню інням інні яння янню янням янні "
         "ить їть ать ять уть ють еш єш иш "
         "ого ому ими іми ової овій ового овому ових овим овими ова ове ові "
         "ову овий ий ій ої ою ею єю ах ях ові еві єві ам ям ами ями ом ем єм "
         "им їм их їх ією ію ії ія ів їв ей "
         "а я о е є і ї и у ю ь й", 3},
        {"ост ість", 4}}},
    {LANG_PL, {
        {"owaniami owaniach owaniem owania owanie owaniu owań owanych "
         "owanymi owanego owanej owanemu owany owana owane owaną owani "
         "owałaby owałby owaliśmy owałam owałem owała owało owały owali "
         "owawszy owano ował ować ująca ujące ujący ującego ującej ujących "
         "ującym ującymi ując uje ują ujemy ujesz "
         "aliśmy iliśmy yliśmy aniami aniach aniem ania anie aniu ań eniami "
         "eniach eniem enia enie eniu eń ęciem ęcia ęcie ęciu "
         "anych anymi anego anej anemu anym any ana ane aną ani ano "
         "onych onymi onego onej onemu onym ony ona one oną eni ono "
         "iony iona ione ioną iono ieni ionych ionym ionego ionej "
         "ająca ające ający ającego ającej ających ającym ając ają aje "
         "ałby iłby ałem ałam iłem iłam "
         "ał ała ało ali ały ił iła iło ili iły ył yła yło yli yły ął ęła ęło "
         "ęli ęły iał iała iało ieli iały ać ić yć eć ąć ieć amy imy emy ymy "
         "owego owemu owej owych owymi owym owy owa owe ową owi "
         "iego iemu ymi imi ych ich ego emu ej iej ach iach ami iami owie "
         "ów om iom em iem ym im ie ią ię ią y i a e ą ę u o", 3},
        {"i", 3},
        {"ośc ost", 4}}},
    {LANG_CS, {{
        "ováních ování ovaný ostech ostmi osti ost ého ému ými ích ích ách "
        "ami emi ům ím ém ou ech ovi ové ala alo ali aly ila ilo ili ily at "
        "it et ý á é í y i a e u o ě ů", 3}}},
    {LANG_SK, {{
        "ováních ování ovaný ostech ostmi osti ost ého ému ými ích ích ách "
        "ami emi ům ím ém ou ech ovi ové ala alo ali aly ila ilo ili ily at "
        "it et ý á é í y i a e u o ě ů", 3}}},
    {LANG_BG, {{
        "ията ията ният ното ната ните овете ове ите ята ата ето ия ият ът ят "
        "та то те ен на но ни ал ла ло ли а я о е и у ъ", 3}}},
    {LANG_MK, {{
        "ията ията ният ното ната ните овете ове ите ята ата ето ия ият ът ят "
        "та то те ен на но ни ал ла ло ли а я о е и у ъ", 3}}},
};
/* clang-format on */

/* The longest of the endings that leaves enough, off. */
static str
cut(str word, const struct step *step)
{
    const char *endings = step->endings;
    str ending, best = word;

    while (str_listed(&endings, &ending)) {
        str left;

        if (ending.n == 0 || !str_ends(word, ending))
            continue;
        left = str_cut(word, 0, word.n - ending.n);
        if (left.n < best.n && utf8_count(left) >= step->least)
            best = left;
    }
    return best;
}

/* Arabic: the article, with و ف ب ك ل before it. */
static str
cut_article(str word)
{
    static const char *const heads[] = {"وبال", "وال", "بال", "كال", "فال",
                                        "ولل",  "ال",  "لل",  NULL};

    for (int i = 0; heads[i]; i++) {
        str head = str_of(heads[i]), left = str_cut(word, head.n, word.n);

        if (str_starts(word, head) && utf8_count(left) >= 3)
            return left;
    }
    return word;
}

/* ---- Korean ------------------------------------------------------------ */

static const struct step korean_particles = {
    "에서는 에서도 에서의 에게서 에게는 으로는 으로도 으로서 으로써 로서 로써 "
    "이라고 이라며 이라는 이라도 라고 라며 라는 이나 이며 이고 에서 에게 에는 "
    "에도 에만 으로 까지 까지의 까지는 까지를 까지도 부터는 부터의 부터 보다 "
    "처럼 마다 조차 밖에 께서 하고 와의 "
    "과의 와는 과는 만을 만이 들은 들이 들을 들의 들에게 들과 들도 들 은 는 이 "
    "가 을 를 의 에 로 와 과 도 만 이다 입니다 이었다 였다 이라 인데",
    2};

/*
 * The noun before a form of -hada (do) or -doeda (become): 발표했다, 발표한,
 * 발표하는, 발표됐다. The syllable alone could end a noun where it ends the
 * word, so of these only the forms that mark a clause count.
 */
static str
cut_light_verb(str word)
{
    static const char *const inside[] = {"했",   "됐",   "되",   "하", "시켰",
                                         "당했", "당하", "받았", NULL};
    static const char *const last[] = {
        "한", "할",   "함",     "해",     "된",   "될",   "됨",
        "돼", "해서", "합니다", "됩니다", "해야", "돼야", NULL};
    str before = word;
    size_t n = 0;

    for (int i = 0; last[i]; i++) {
        str end = str_of(last[i]), left = str_cut(word, 0, word.n - end.n);

        if (str_ends(word, end) && utf8_count(left) >= 2)
            return left;
    }
    for (str rest = word; rest.n; n++) {
        before = str_cut(word, 0, word.n - rest.n);
        for (int i = 0; n >= 2 && inside[i]; i++)
            if (str_starts(rest, str_of(inside[i])) &&
                rest.n > str_of(inside[i]).n)
                return before;
        utf8_next(&rest);
    }
    return word;
}

static str
korean(str word)
{
    str verb = cut_light_verb(word);

    if (verb.n < word.n)
        return verb;
    for (int i = 0; i < 3; i++) {
        str left = cut(word, &korean_particles);

        if (left.n == word.n)
            break;
        word = left;
    }
    return word;
}

/* ---- Hindi ------------------------------------------------------------- */

#define NUKTA       0x093C
#define CANDRABINDU 0x0901
#define ANUSVARA    0x0902
#define VIRAMA      0x094D

/* ङ ञ ण न म: before a consonant of their own they are written ं as well. */
static bool
nasal(uint32_t c)
{
    return c == 0x0919 || c == 0x091E || c == 0x0923 || c == 0x0928 ||
           c == 0x092E;
}

/* One spelling of those that are in use side by side: ख़तरा खतरा, हिन्दी
 * हिंदी, पाँच पांच. */
static str
hindi(str word, struct arena *mem)
{
    struct buf out = {0};
    str result;

    while (word.n) {
        uint32_t c = utf8_next(&word);
        str rest = word;

        if (c == NUKTA)
            continue;
        if (c == CANDRABINDU)
            c = ANUSVARA;
        if (nasal(c) && rest.n && utf8_next(&rest) == VIRAMA && rest.n) {
            str after = rest;
            uint32_t next = utf8_next(&after);

            /* stops and the nasals' own rows, not न्य, न्ह, म्म */
            if (next >= 0x0915 && next <= 0x092D && !nasal(next)) {
                c = ANUSVARA;
                word = rest;
            }
        }
        if (c == UTF8_BAD)
            continue;
        buf_utf8(&out, c);
    }
    result = arena_str(mem, buf_str(&out));
    buf_free(&out);
    return result;
}

/* ---- Greek ------------------------------------------------------------- */

/* Snowball stems απεργία as απεργ, απεργίες as απεργι. */
str
stem_light_greek(str stem)
{
    str left = str_cut(stem, 0, stem.n - STR("ι").n);

    if (!str_ends(stem, STR("ι")) && !str_ends(stem, STR("ί")))
        return stem;
    return utf8_count(left) >= 4 ? left : stem;
}

/* ---- all --------------------------------------------------------------- */

str
stem_light(str word, enum lang lang, struct arena *mem)
{
    if (lang == LANG_KO)
        return korean(word);
    if (lang == LANG_HI)
        return hindi(word, mem);
    if (lang == LANG_AR)
        word = cut_article(word);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        for (int k = 0; rules[i].lang == lang && k < MOST_STEPS; k++)
            if (rules[i].steps[k].endings)
                word = cut(word, &rules[i].steps[k]);
    return word;
}
