/* pinyin.c - the commonest reading of each Han character, from ICU, and
 * those of Japanese names, from data/names. */
#include "lexbuild.h"

#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* Which of the few hundred sounds it is; a new one is added. */
static uint16_t
sound_of(struct build *b, str sound)
{
    uint32_t text = text_at(b, sound);

    for (size_t i = 0; i < b->nsounds; i++)
        if (b->sounds[i] == text)
            return (uint16_t)i;
    b->sounds = arena_grow(b->mem, b->sounds, b->nsounds, sizeof *b->sounds);
    b->sounds[b->nsounds++] = text;
    return (uint16_t)(b->nsounds - 1);
}

void
make_pinyin(struct build *b)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar id[48];
    UTransliterator *t;

    u_uastrcpy(id, "Han-Latin; Latin-ASCII; Lower");
    t = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
    if (U_FAILURE(status)) {
        fault(b, "ICU has no Han-Latin");
        return;
    }
    sound_of(b, STR(""));
    for (uint32_t c = LEX_HAN; c < LEX_HAN_END; c++) {
        UChar wide[32] = {(UChar)c};
        char z[96];
        int32_t n = 1, limit = 1;

        status = U_ZERO_ERROR;
        utrans_transUChars(t, wide, &n, 32, 0, &limit, &status);
        u_strToUTF8(z, sizeof z, &n, wide, n, &status);
        if (U_FAILURE(status) || n == 0 || (unsigned char)z[0] >= 0x80)
            continue;
        b->pinyin[c - LEX_HAN] = sound_of(b, str_trim((str){z, (size_t)n}));
    }
    utrans_close(t);
}

void
make_kanji(struct build *b, const char *dir)
{
    str rest = slurp(b, dir, "names/kanji.tsv"), line, col[2];
    uint32_t last = 0;

    while (str_next(&rest, '\n', &line)) {
        uint32_t c;

        if (line.n == 0 || line.s[0] == '#')
            continue;
        if (columns(line, col, 2) != 2) {
            fault(b, "kanji.tsv: columns of %.*s", STR_ARG(line));
            continue;
        }
        c = utf8_next(&col[0]);
        if (c <= last)
            fault(b, "kanji.tsv: U+%04X is out of order", c);
        last = c;
        b->kanji = arena_grow(b->mem, b->kanji, b->nkanji, sizeof *b->kanji);
        b->kanji[b->nkanji++] =
            (struct lex_kanji){c, text_at(b, str_trim(col[1]))};
    }
}
