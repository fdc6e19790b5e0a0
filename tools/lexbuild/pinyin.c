/* pinyin.c - the commonest reading of each Han character, from ICU. */
#include "lexbuild.h"

#include <unicode/utrans.h>
#include <unicode/ustring.h>

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
    for (uint32_t c = 0x4E00; c <= 0x9FFF; c++) {
        UChar wide[32] = {(UChar)c};
        char z[96];
        int32_t n = 1, limit = 1;

        status = U_ZERO_ERROR;
        utrans_transUChars(t, wide, &n, 32, 0, &limit, &status);
        u_strToUTF8(z, sizeof z, &n, wide, n, &status);
        if (U_FAILURE(status) || n == 0 || (unsigned char)z[0] >= 0x80)
            continue;
        b->pinyin =
            arena_grow(b->mem, b->pinyin, b->npinyin, sizeof *b->pinyin);
        b->pinyin[b->npinyin++] = (struct lex_pinyin){
            c, text_at(b, str_trim((str){z, (size_t)n}))};
    }
    utrans_close(t);
}
