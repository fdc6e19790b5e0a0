/* fold.c - letter by letter, by ICU's tables and a few of our own. */
#include "text/fold.h"

#include "base/buf.h"
#include "text/utf8.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

/* Arabic and Hebrew: marks off, forms of one letter made one. 0: dropped. */
static uint32_t
fold_semitic(uint32_t c)
{
    if ((c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x0640 ||
        (c >= 0x06D6 && c <= 0x06ED) || (c >= 0x0591 && c <= 0x05C7))
        return 0;
    switch (c) {
    case 0x0622: /* آ */
    case 0x0623: /* أ */
    case 0x0625: /* إ */
    case 0x0671: /* ٱ */
        return 0x0627;
    case 0x0649: /* ى */
    case 0x06CC: /* ی */
    case 0x06D2: /* ے */
        return 0x064A;
    case 0x06A9: /* ک */
    case 0x06AA:
        return 0x0643;
    case 0x0629: /* ة */
    case 0x06C0: /* ۀ */
    case 0x06C1: /* ہ */
    case 0x06D5:
        return 0x0647;
    case 0x0624: /* ؤ */
        return 0x0648;
    default:
        return c;
    }
}

/* Letters without case are their own fold, but for one mark of Greek. */
static bool
caseless(uint32_t c)
{
    return (utf8_class_of(c) & (UTF8_LETTER | UTF8_UPPER | UTF8_LOWER)) ==
               UTF8_LETTER &&
           c != 0x345;
}

static uint32_t
fold_char(uint32_t c, enum lang lang)
{
    int digit;

    if (c < 0x80) {
        if (c >= 'A' && c <= 'Z') {
            if (c == 'I' && (lang == LANG_TR || lang == LANG_AZ))
                return 0x131;
            return c + 32;
        }
        return c;
    }
    if (c == 0x130) /* İ */
        return 'i';
    if (c == 0x200C || c == 0x200D || c == 0xAD || c == 0x200B)
        return 0;
    digit = utf8_digit(c);
    if (digit >= 0)
        return (uint32_t)('0' + digit);
    if (c >= 0x0590 && c <= 0x06FF)
        return fold_semitic(c);
    if (c >= 0xFF01 && c <= 0xFF5E) { /* full width */
        c -= 0xFEE0;
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
    if (c == 0x2019 || c == 0x02BC || c == 0x2018)
        return '\'';
    if ((c >= 0x430 && c <= 0x44F) || caseless(c)) /* most are these */
        return c;
    c = (uint32_t)u_foldCase((UChar32)c, U_FOLD_CASE_DEFAULT);
    return c == 0x451 ? 0x435 : c; /* ё */
}

str
fold_case(str word, enum lang lang, struct arena *mem)
{
    char *out = arena_raw(mem, word.n * 3 + 1), *p = out;
    struct buf b = {out, 0, word.n * 3 + 1};

    while (word.n) {
        uint32_t c = utf8_next(&word);

        if (c == UTF8_BAD)
            continue;
        c = fold_char(c, lang);
        if (c == 0)
            continue;
        /* no character folds to more than three times its bytes */
        if (c < 0x80)
            b.s[b.n++] = (char)c;
        else
            buf_utf8(&b, c);
    }
    p[b.n] = '\0';
    return (str){out, b.n};
}

/* Letters that Unicode does not take apart. */
static const char *
apart(uint32_t c)
{
    switch (c) {
    case 0xDF:
        return "ss";
    case 0xE6:
        return "ae";
    case 0x153:
        return "oe";
    case 0xF8:
        return "o";
    case 0x142:
        return "l";
    case 0x111:
    case 0xF0:
        return "d";
    case 0x131:
        return "i";
    case 0x259:
        return "e";
    default:
        return NULL;
    }
}

/* Whether a byte may begin a letter that fold_accents changes: below U+0250,
 * from U+0300 to U+03FF, from U+1E00 to U+1FFF. */
static bool
may_bear_accents(str word)
{
    for (size_t i = 0; i < word.n; i++) {
        unsigned char c = (unsigned char)word.s[i];

        if (c >= 0xC2 && (c <= 0xCF || c == 0xE1))
            return true;
    }
    return false;
}

str
fold_accents(str folded, struct arena *mem)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfd = NULL;
    struct buf b;

    if (!may_bear_accents(folded))
        return folded;
    b = (struct buf){arena_alloc(mem, folded.n * 3 + 1), 0, folded.n * 3 + 1};
    nfd = unorm2_getNFDInstance(&status);
    while (folded.n) {
        uint32_t c = utf8_next(&folded);
        bool strip = (c >= 0xC0 && c < 0x250) || (c >= 0x1E00 && c < 0x2000) ||
                     (c >= 0x370 && c < 0x400);

        if (c == UTF8_BAD || (c >= 0x300 && c < 0x370))
            continue;
        if (strip && apart(c)) {
            for (const char *z = apart(c); *z; z++)
                b.s[b.n++] = *z;
            continue;
        }
        if (strip && U_SUCCESS(status)) {
            UChar parts[8];
            int32_t n =
                unorm2_getDecomposition(nfd, (UChar32)c, parts, 8, &status);

            if (n > 0 && U_SUCCESS(status))
                c = parts[0];
            status = U_ZERO_ERROR;
        }
        if (c == 0x3C2) /* final sigma */
            c = 0x3C3;
        buf_utf8(&b, c);
    }
    b.s[b.n] = '\0';
    return buf_str(&b);
}

/* Turkish öl-, to die, and ol-, to be, differ by the dots alone. */
#define TURKISH_DIE "\xc3\xb6l"

str
fold_cased(str cased, enum lang lang, struct arena *mem)
{
    str folded = fold_accents(cased, mem);

    if (lang != LANG_TR || cased.n < 4 ||
        memcmp(cased.s, TURKISH_DIE, sizeof TURKISH_DIE - 1) != 0)
        return folded;
    return arena_printf(mem, TURKISH_DIE "%.*s",
                        STR_ARG(str_cut(folded, 2, folded.n)));
}

str
fold_word(str word, enum lang lang, struct arena *mem)
{
    return fold_cased(fold_case(word, lang, mem), lang, mem);
}
