/* charset.c - any bytes to UTF-8 NFC, by ICU's converters. */
#include "text/charset.h"

#include "base/buf.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#define DETECT_BYTES 4096

/* A byte order mark, and how long it is. */
static const char *
by_mark(str b, size_t *len)
{
    const unsigned char *s = (const unsigned char *)b.s;

    if (b.n >= 3 && s[0] == 0xEF && s[1] == 0xBB && s[2] == 0xBF) {
        *len = 3;
        return "UTF-8";
    }
    if (b.n >= 2 && s[0] == 0xFF && s[1] == 0xFE) {
        *len = 2;
        return "UTF-16LE";
    }
    if (b.n >= 2 && s[0] == 0xFE && s[1] == 0xFF) {
        *len = 2;
        return "UTF-16BE";
    }
    *len = 0;
    return NULL;
}

/* UTF-16 without a mark: every other byte of ASCII markup is NUL. */
static const char *
by_zeros(str b)
{
    size_t n = b.n < 1024 ? b.n : 1024, even = 0, odd = 0;

    for (size_t i = 0; i < n; i++)
        if (b.s[i] == '\0')
            *(i % 2 ? &odd : &even) += 1;
    if (n >= 16 && odd * 2 > n * 7 / 10 && even * 20 < n)
        return "UTF-16LE";
    if (n >= 16 && even * 2 > n * 7 / 10 && odd * 20 < n)
        return "UTF-16BE";
    return NULL;
}

/* The document's own word: <meta charset=…> or <?xml encoding=…?>. */
static str
by_meta(str b)
{
    str head = str_cut(b, 0, DETECT_BYTES);
    size_t at, n = 0;
    str rest;

    if (str_find(head, STR("=")) == SIZE_MAX)
        return (str){0};
    at = str_find_nocase(head, STR("charset="));
    if (at == SIZE_MAX) {
        at = str_find_nocase(head, STR("<?xml"));
        if (at == SIZE_MAX)
            return (str){0};
        head = str_cut(head, at, at + 128);
        at = str_find_nocase(head, STR("encoding="));
        if (at == SIZE_MAX)
            return (str){0};
        at++;
    }
    rest = str_cut(head, at + 8, head.n);
    while (rest.n && (*rest.s == '"' || *rest.s == '\'' || *rest.s == ' '))
        rest = str_cut(rest, 1, rest.n);
    while (n < rest.n && n < 40 &&
           (((rest.s[n] | 32) >= 'a' && (rest.s[n] | 32) <= 'z') ||
            (rest.s[n] >= '0' && rest.s[n] <= '9') || rest.s[n] == '-' ||
            rest.s[n] == '_'))
        n++;
    return str_cut(rest, 0, n);
}

/* A converter for the name, web aliases widened as browsers do. */
static UConverter *
converter(str name)
{
    char z[64];
    UErrorCode status = U_ZERO_ERROR;
    UConverter *c;

    if (name.n == 0 || name.n >= sizeof z)
        return NULL;
    memcpy(z, name.s, name.n);
    z[name.n] = '\0';
    if (str_eq_nocase(name, STR("iso-8859-1")) ||
        str_eq_nocase(name, STR("latin1")) ||
        str_eq_nocase(name, STR("us-ascii")))
        strcpy(z, "windows-1252");
    else if (str_eq_nocase(name, STR("gb2312")) ||
             str_eq_nocase(name, STR("gbk")))
        strcpy(z, "gb18030");
    else if (str_eq_nocase(name, STR("iso-8859-9")))
        strcpy(z, "windows-1254");
    else if (str_eq_nocase(name, STR("euc-kr")) ||
             str_eq_nocase(name, STR("ks_c_5601-1987")))
        strcpy(z, "windows-949");
    else if (str_eq_nocase(name, STR("shift_jis")) ||
             str_eq_nocase(name, STR("x-sjis")))
        strcpy(z, "windows-31j");
    else if (str_starts_nocase(name, STR("utf-8")) ||
             str_starts_nocase(name, STR("utf8")))
        return NULL;
    c = ucnv_open(z, &status);
    return U_SUCCESS(status) ? c : NULL;
}

static const char *
by_detector(str b)
{
    static _Thread_local char name[64];
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector *d = ucsdet_open(&status);
    const UCharsetMatch *m;
    const char *found = NULL;

    if (U_FAILURE(status))
        return NULL;
    ucsdet_setText(d, b.s, (int32_t)(b.n < DETECT_BYTES ? b.n : DETECT_BYTES),
                   &status);
    m = ucsdet_detect(d, &status);
    if (U_SUCCESS(status) && m) {
        const char *z = ucsdet_getName(m, &status);

        if (z && strlen(z) < sizeof name)
            found = strcpy(name, z);
    }
    ucsdet_close(d);
    return found;
}

/* Through UTF-16; invalid sequences become U+FFFD. */
static bool
convert(UConverter *c, str bytes, struct buf *out)
{
    const char *src = bytes.s, *end = bytes.s + bytes.n;
    UChar part[2048];

    while (src < end) {
        UErrorCode status = U_ZERO_ERROR;
        UChar *to = part;
        const char *before = src;
        int32_t n = 0;

        ucnv_toUnicode(c, &to, part + 2048, &src, end, NULL, 1, &status);
        if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR)
            return false;
        for (int32_t i = 0; i < to - part;) {
            UChar32 ch;

            U16_NEXT(part, i, (int32_t)(to - part), ch);
            buf_utf8(out, U_IS_SURROGATE(ch) ? 0xFFFD : (uint32_t)ch);
            n++;
        }
        if (src == before && n == 0)
            break;
    }
    return true;
}

/* How many bytes at s are printable ASCII, line feeds or tabs; asked eight
 * at a time. */
static size_t
plain_run(const char *s, size_t n)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
    size_t i = 0;

    while (i < n) {
        uint64_t w;

        if (n - i >= sizeof w) {
            memcpy(&w, s + i, sizeof w);
            /* no byte below a space, none with its high bit, no 0x7F */
            if ((((w - ones * ' ') | w | (w + ones)) & high) == 0) {
                i += sizeof w;
                continue;
            }
        }
        if (!(s[i] >= ' ' && s[i] < 0x7F) && s[i] != '\n' && s[i] != '\t')
            break;
        i++;
    }
    return i;
}

/* How many bytes of valid UTF-8 at s stay as they are: all but control
 * characters, line ends of other kinds and characters that are none. */
static size_t
clean_run(const char *s, size_t n)
{
    size_t i = 0;

    for (;;) {
        unsigned char c, next;

        i += plain_run(s + i, n - i);
        for (; i < n && (c = (unsigned char)s[i]) >= 0x80; i++) {
            next = i + 1 < n ? (unsigned char)s[i + 1] : 0;
            if ((c == 0xC2 && next < 0xA0) || (c == 0xE2 && next == 0x80) ||
                c == 0xEF)
                return i;
        }
        if (i == n || plain_run(s + i, 1) == 0)
            return i;
    }
}

/* Control characters, line ends, invalid bytes. */
static str
repair(str in, bool valid, struct arena *mem)
{
    /* an invalid byte becomes three */
    char *out = arena_raw(mem, (valid ? in.n : 3 * in.n) + 1);
    size_t n = 0;

    while (in.n) {
        const char *from = in.s;
        size_t run = valid ? clean_run(from, in.n) : plain_run(from, in.n), len;
        uint32_t c;

        memcpy(out + n, from, run);
        n += run;
        in = str_cut(in, run, in.n);
        if (in.n == 0)
            break;
        from = in.s;
        c = utf8_next(&in);
        len = (size_t)(in.s - from);
        if (c == UTF8_BAD) {
            memcpy(out + n, "\xEF\xBF\xBD", 3);
            n += 3;
        } else if (c == '\r') {
            out[n++] = '\n';
            if (in.n && in.s[0] == '\n')
                in = str_cut(in, 1, in.n);
        } else if ((c < 0x20 && c != '\n' && c != '\t' && c != '\f') ||
                   (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF) {
            out[n++] = c == 0x85 ? '\n' : ' ';
        } else if (c == 0x2028 || c == 0x2029) {
            out[n++] = '\n';
        } else if (c != 0xFEFF) {
            memcpy(out + n, from, len);
            n += len;
        }
    }
    out[n] = '\0';
    return (str){out, n};
}

/*
 * How many bytes of the text can only be NFC already: characters below
 * U+0300, Greek, Cyrillic, Hebrew and Arabic without marks, common
 * punctuation, Han, kana without the sound marks that combine. Most pages are
 * no more than that.
 */
static size_t
surely_nfc(str text)
{
    const unsigned char *s = (const unsigned char *)text.s;

    for (size_t i = 0; i < text.n; i++) {
        unsigned char c, next, third;

        i += utf8_ascii(str_cut(text, i, text.n));
        if (i == text.n)
            break;
        c = s[i];
        next = i + 1 < text.n ? s[i + 1] : 0;
        third = i + 2 < text.n ? s[i + 2] : 0;
        if ((c >= 0xC2 && c <= 0xCB) || (c == 0xCE && next != 0x87) ||
            c == 0xCF || c == 0xD0 || c == 0xD1 || c == 0xD8 || c == 0xDA ||
            (c == 0xD7 && next >= 0x90) ||
            (c == 0xD9 && (next < 0x8B || (next > 0x9F && next != 0xB0))) ||
            (c == 0xDB && (next < 0x96 || next > 0xAD)))
            i += 1;
        else if ((c == 0xE2 && next == 0x80 && third >= 0x90) ||
                 (c == 0xE2 && next == 0x82 && third == 0xAC) ||
                 (c == 0xE3 && next >= 0x80 && next <= 0x83 &&
                  !(next == 0x82 && (third == 0x99 || third == 0x9A)) &&
                  !(next == 0x80 && third >= 0xAA && third <= 0xAF)) ||
                 (c >= 0xE5 && c <= 0xE9))
            i += 2;
        else
            return i;
    }
    return text.n;
}

/* A piece through UTF-16; false where it is NFC as it stands. */
static bool
normalize(const UNormalizer2 *nfc, str text, struct arena *mem, struct buf *out)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar *wide = arena_new(mem, UChar, text.n + 1), *normal;
    int32_t n, m;

    u_strFromUTF8(wide, (int32_t)text.n + 1, &n, text.s, (int32_t)text.n,
                  &status);
    if (U_FAILURE(status) || unorm2_isNormalized(nfc, wide, n, &status) ||
        U_FAILURE(status))
        return false;
    normal = arena_new(mem, UChar, (size_t)n * 3 + 1);
    m = unorm2_normalize(nfc, wide, n, normal, n * 3 + 1, &status);
    if (U_FAILURE(status))
        return false;
    for (int32_t i = 0; i < m;) {
        UChar32 c;

        U16_NEXT(normal, i, m, c);
        buf_utf8(out, (uint32_t)c);
    }
    return true;
}

/*
 * Piece by piece: what may not be NFC, from the last ASCII character before
 * it to the first behind PIECE bytes. No ASCII character goes together with
 * one before it, so the pieces do not depend on each other.
 */
#define PIECE 128

str
charset_nfc(str text, struct arena *mem)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    struct buf b = {0};
    size_t done = 0, at;
    str whole = text;

    if (U_FAILURE(status) || text.n > INT32_MAX / 4)
        return text;
    for (at = surely_nfc(text); at < text.n;
         at += surely_nfc(str_cut(text, at, text.n))) {
        size_t from = at;
        struct arena *tmp = arena_open();
        struct buf piece = {0};

        while (from > done && (unsigned char)text.s[from] >= 0x80)
            from--;
        at = from + PIECE < text.n ? from + PIECE : text.n;
        while (at < text.n && (unsigned char)text.s[at] >= 0x80)
            at++;
        if (normalize(nfc, str_cut(text, from, at), tmp, &piece)) {
            buf_put(&b, str_cut(text, done, from));
            buf_put(&b, buf_str(&piece));
            done = at;
        }
        buf_free(&piece);
        arena_close(tmp);
    }
    if (done) {
        buf_put(&b, str_cut(text, done, text.n));
        whole = arena_str(mem, buf_str(&b));
    }
    buf_free(&b);
    return whole;
}

str
charset_to_utf8(str bytes, str declared, struct arena *mem)
{
    size_t mark = 0;
    const char *name = by_mark(bytes, &mark);
    UConverter *c = NULL;
    struct buf out = {0};
    bool valid = false;
    str text;

    if (name) {
        bytes = str_cut(bytes, mark, bytes.n);
        c = converter(str_of(name));
    } else if ((name = by_zeros(bytes)) != NULL) {
        c = converter(str_of(name));
    } else if (!(valid = utf8_valid(bytes))) {
        c = converter(declared);
        if (!c)
            c = converter(by_meta(bytes));
        if (!c) {
            /* mostly valid: a cut or a stray byte, not another charset */
            str rest = bytes;
            size_t bad = 0, wide = 0;

            while (rest.n) {
                uint32_t ch = utf8_next(&rest);

                bad += ch == UTF8_BAD;
                wide += ch != UTF8_BAD && ch >= 0x80;
            }
            if (bad > wide / 10)
                c = converter(str_of(by_detector(bytes)));
        }
    } else {
        /* valid UTF-8, unless the page says ISO-2022 or UTF-7 */
        str meta = declared.n ? declared : by_meta(bytes);

        if (str_starts_nocase(meta, STR("iso-2022")) ||
            str_starts_nocase(meta, STR("hz-gb")))
            c = converter(meta);
    }
    if (c && convert(c, bytes, &out))
        text = repair(buf_str(&out), true, mem);
    else
        text = repair(bytes, valid, mem);
    if (c)
        ucnv_close(c);
    buf_free(&out);
    return charset_nfc(text, mem);
}

bool
charset_binary(str bytes)
{
    static const char *const magic[] = {"\x89PNG",
                                        "\xFF\xD8\xFF",
                                        "GIF8",
                                        "%PDF",
                                        "PK\x03\x04",
                                        "\x1F\x8B",
                                        "\x7F"
                                        "ELF",
                                        "BZh",
                                        "\xFD"
                                        "7zXZ",
                                        "SQLite format",
                                        "RIFF",
                                        "OggS",
                                        "ID3",
                                        "\x28\xB5\x2F\xFD",
                                        NULL};
    size_t n = bytes.n < 4096 ? bytes.n : 4096, odd = 0;

    for (int i = 0; magic[i]; i++)
        if (str_starts(bytes, str_of(magic[i])))
            return true;
    if (by_zeros(bytes) || (n >= 2 && ((unsigned char)bytes.s[0] | 1) == 0xFF &&
                            ((unsigned char)bytes.s[1] | 1) == 0xFF))
        return false;
    for (size_t i = 0; i < n; i++) {
        unsigned char b;

        i += plain_run(bytes.s + i, n - i);
        while (i < n && (unsigned char)bytes.s[i] >= 0x80)
            i++;
        if (i == n)
            break;
        b = (unsigned char)bytes.s[i];
        odd += b == 0 || (b < 0x20 && b != '\n' && b != '\r' && b != '\t' &&
                          b != '\f' && b != 0x1B);
    }
    return n > 0 && odd * 50 > n;
}
