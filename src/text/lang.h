/*
 * lang.h - languages, and which of them a text speaks where.
 *
 * The first LANG_LEXICON languages have a column in data/lexicon. The
 * detector (CLD2) knows more; what it finds beyond this list is LANG_UND.
 * CLD2 is known by lang.c and its shim alone.
 */
#ifndef SAMESTORY_TEXT_LANG_H
#define SAMESTORY_TEXT_LANG_H

#include "text/utf8.h"

/* clang-format off */
/* The order of the first twenty is that of the columns of data/lexicon. */
#define LANG_LIST(X)                                                           \
    X(UND, "und")                                                              \
    X(AR, "ar") X(ZH, "zh") X(RU, "ru") X(EN, "en") X(ES, "es") X(FR, "fr")    \
    X(DE, "de") X(FA, "fa") X(TR, "tr") X(UK, "uk") X(JA, "ja") X(PT, "pt")    \
    X(HI, "hi") X(HE, "he") X(KO, "ko") X(ID, "id") X(IT, "it") X(PL, "pl")    \
    X(EL, "el") X(NL, "nl")                                                    \
    X(SV, "sv") X(CS, "cs") X(RO, "ro") X(BG, "bg") X(SR, "sr") X(HU, "hu")    \
    X(VI, "vi") X(TH, "th") X(BN, "bn") X(UR, "ur") X(CA, "ca") X(DA, "da")    \
    X(NO, "no") X(FI, "fi") X(HR, "hr") X(SK, "sk") X(SL, "sl") X(ET, "et")    \
    X(LV, "lv") X(LT, "lt") X(MS, "ms") X(KA, "ka") X(HY, "hy") X(AZ, "az")    \
    X(KK, "kk") X(UZ, "uz") X(TA, "ta") X(TE, "te") X(ML, "ml") X(MR, "mr")    \
    X(GU, "gu") X(PA, "pa") X(SW, "sw") X(EU, "eu") X(GL, "gl") X(MK, "mk")    \
    X(BE, "be") X(SQ, "sq") X(KU, "ku") X(PS, "ps") X(MY, "my") X(KM, "km")    \
    X(AM, "am") X(TL, "tl") X(NE, "ne") X(SI, "si") X(MN, "mn")

enum lang {
#define X(name, code) LANG_##name,
    LANG_LIST(X)
#undef X
        LANG_COUNT
};
#define LANG_LEXICON 20 /* LANG_AR … LANG_NL */
/* clang-format on */

/* BCP-47 code; "und" for LANG_UND. */
const char *lang_code(enum lang);
/* By the primary subtag ("zh-Hant", "pt_BR" …); LANG_UND if not known. */
enum lang lang_of(str code);
/* Whether the language can be written in that script. */
bool lang_fits(enum lang, enum script);

struct lang_span {
    span at;
    enum lang lang;
};

/*
 * Cuts the text into spans of one language each, in order, without gaps.
 * Borders stand at line ends or sentence ends. Pieces that the detector
 * leaves open are asked again alone; a line too short to tell takes
 * `hint` (LANG_UND: the language of its neighbours) if its script allows.
 */
struct lang_span *lang_spans(str text, enum lang hint, struct arena *,
                             size_t *n);
/* The language of most of the letters. */
enum lang lang_most(const struct lang_span *, size_t n);

#endif
