/*
 * gettext.c - catalogues of messages, as text (.po) and compiled (.mo), after
 * the manual of GNU gettext.
 */
#include "learn/pairs.h"

#include "base/buf.h"
#include "text/utf8.h"

/* The words of a message: signs that mark a key of a menu or the place of a
 * value are none. "(_F)" behind an Asian one goes as a whole. */
static void
put_plain(struct buf *out, str message)
{
    for (size_t i = 0; i < message.n; i++) {
        char c = message.s[i];
        str rest = str_cut(message, i, message.n);

        if (c == '(' && rest.n >= 4 && (rest.s[1] == '_' || rest.s[1] == '&') &&
            rest.s[3] == ')')
            i += 3;
        else if (c == '_' || c == '&')
            continue;
        else if (c == '%') {
            /* up to the letter that ends it: %s, %2$s, %-3ld, %(name)s */
            while (i + 1 < message.n && message.s[i + 1] > ' ' &&
                   !((message.s[i + 1] | 32) >= 'a' &&
                     (message.s[i + 1] | 32) <= 'z'))
                i++;
            i += i + 1 < message.n;
            buf_putc(out, ' ');
        } else {
            buf_putc(out, c);
        }
    }
}

static bool
put_messages(struct pairs *p, str original, str translation)
{
    struct buf a = {0}, b = {0};
    bool more;

    put_plain(&a, original);
    put_plain(&b, translation);
    more = pairs_put(p, buf_str(&a), buf_str(&b), false);
    buf_free(&a);
    buf_free(&b);
    return more;
}

/* ---- .mo ------------------------------------------------------------------
 */

struct catalogue {
    str bytes;
    bool swapped; /* written on a machine of the other byte order */
};

static uint32_t
number_at(const struct catalogue *c, size_t at)
{
    const unsigned char *p = (const unsigned char *)c->bytes.s + at;
    uint32_t x;

    if (at > c->bytes.n || c->bytes.n - at < 4)
        return 0;
    x = p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
        (uint32_t)p[3] << 24;
    return c->swapped ? __builtin_bswap32(x) : x;
}

/* Text i of a table: its length and its place. */
static str
text_at(const struct catalogue *c, size_t table, size_t i)
{
    size_t n = number_at(c, table + i * 8);
    size_t at = number_at(c, table + i * 8 + 4);

    if (at > c->bytes.n || n > c->bytes.n - at)
        return (str){0};
    return str_cut(c->bytes, at, at + n);
}

bool
pairs_mo(struct pairs *p, str bytes)
{
    struct catalogue c = {bytes, false};
    size_t n, originals, translations;

    if (number_at(&c, 0) != 0x950412de) {
        c.swapped = true;
        if (number_at(&c, 0) != 0x950412de)
            return false;
    }
    n = number_at(&c, 8);
    originals = number_at(&c, 12);
    translations = number_at(&c, 16);
    /* more than the file has room for are not there */
    if (n > bytes.n / 16)
        n = bytes.n / 16;
    for (size_t i = 0; i < n; i++) {
        str a = text_at(&c, originals, i), b = text_at(&c, translations, i);
        size_t context = str_find(a, STR("\4"));

        if (context != SIZE_MAX)
            a = str_cut(a, context + 1, a.n);
        a = str_cut(a, 0, str_find(a, (str){"", 1}));
        b = str_cut(b, 0, str_find(b, (str){"", 1}));
        if (a.n && !put_messages(p, a, b))
            break;
    }
    return true;
}

/* ---- .po ------------------------------------------------------------------
 */

enum field { FIELD_NONE, FIELD_ORIGINAL, FIELD_TRANSLATION, FIELD_OTHER };

struct po {
    struct pairs *pairs;
    struct buf original, translation;
    enum field field;
    bool fuzzy, next_fuzzy;
};

/* What stands between the quotation marks, escapes taken off. */
static void
put_quoted(struct buf *out, str line)
{
    size_t at = str_find(line, STR("\""));

    for (size_t i = at + 1; at != SIZE_MAX && i < line.n; i++) {
        char c = line.s[i];

        if (c == '"')
            break;
        if (c == '\\' && i + 1 < line.n) {
            c = line.s[++i];
            c = c == 'n' || c == 't' || c == 'r' ? ' ' : c;
        }
        buf_putc(out, c);
    }
}

static void
po_end(struct po *po)
{
    /* the entry without an original is the head of the file */
    if (!po->fuzzy && po->original.n && po->translation.n)
        put_messages(po->pairs, buf_str(&po->original),
                     buf_str(&po->translation));
    buf_clear(&po->original);
    buf_clear(&po->translation);
    po->fuzzy = po->next_fuzzy;
    po->next_fuzzy = false;
}

static void
po_line(struct po *po, str line)
{
    if (str_starts(line, STR("#"))) {
        if (str_starts(line, STR("#,")) &&
            str_find(line, STR("fuzzy")) != SIZE_MAX)
            po->next_fuzzy = true;
        po->field = FIELD_NONE;
        return;
    }
    if (str_starts(line, STR("msgctxt"))) {
        po_end(po);
        po->field = FIELD_OTHER;
    } else if (str_starts(line, STR("msgid_plural"))) {
        po->field = FIELD_OTHER;
    } else if (str_starts(line, STR("msgid"))) {
        if (po->field != FIELD_OTHER || po->original.n)
            po_end(po);
        po->field = FIELD_ORIGINAL;
    } else if (str_starts(line, STR("msgstr"))) {
        po->field = po->translation.n ? FIELD_OTHER : FIELD_TRANSLATION;
    }
    if (po->field == FIELD_ORIGINAL && po->original.n <= PAIRS_MOST_TEXT)
        put_quoted(&po->original, line);
    if (po->field == FIELD_TRANSLATION && po->translation.n <= PAIRS_MOST_TEXT)
        put_quoted(&po->translation, line);
}

void
pairs_po(struct pairs *p, str bytes)
{
    struct po po = {.pairs = p};
    str line;

    while (str_next(&bytes, '\n', &line))
        po_line(&po, str_trim(line));
    po_end(&po);
    buf_free(&po.original);
    buf_free(&po.translation);
}
