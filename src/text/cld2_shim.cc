// cld2_shim.cc - CLD2 for C: language spans with byte offsets.
#include <cstdio>
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

extern "C" int
cld2_spans(const char *text, int n, int flags, int *start, int *len,
           const char **code, int most)
{
    CLD2::ResultChunkVector chunks;
    CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                            CLD2::UNKNOWN_LANGUAGE};
    CLD2::Language lang3[3];
    int percent3[3], bytes, found = 0;
    double score3[3];
    bool reliable;

    CLD2::Language best = CLD2::ExtDetectLanguageSummary(
        text, n, true, &hints, flags, lang3, percent3, score3,
        most > 1 ? &chunks : nullptr, &bytes, &reliable);
    if (most == 1) {
        code[0] = CLD2::LanguageCode(best);
        start[0] = 0;
        len[0] = n;
        return 1;
    }
    for (const CLD2::ResultChunk &c : chunks) {
        if (found == most)
            break;
        start[found] = c.offset;
        len[found] = c.bytes;
        code[found++] = CLD2::LanguageCode(static_cast<CLD2::Language>(c.lang1));
    }
    return found;
}
