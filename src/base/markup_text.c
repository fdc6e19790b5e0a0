/*
 * markup_text.c - a piece of HTML that came as plain text ("O&#039;Brien",
 * "<a href=…>Ann Lee</a>") as the text it means.
 */
#include "base/buf.h"
#include "base/markup.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define NAME_MOST 12 /* letters in the name of an entity */

static void
put_utf8(struct buf *out, uint32_t c)
{
    if (c < 0x80) {
        buf_putc(out, (char)c);
        return;
    }
    if (c < 0x800) {
        buf_putc(out, (char)(0xC0 | c >> 6));
    } else {
        if (c < 0x10000) {
            buf_putc(out, (char)(0xE0 | c >> 12));
        } else {
            buf_putc(out, (char)(0xF0 | c >> 18));
            buf_putc(out, (char)(0x80 | (c >> 12 & 0x3F)));
        }
        buf_putc(out, (char)(0x80 | (c >> 6 & 0x3F)));
    }
    buf_putc(out, (char)(0x80 | (c & 0x3F)));
}

/* The number behind "&#"; bytes read, 0 where there is none. */
static size_t
number(str s, uint32_t *c)
{
    bool hex = s.n && (s.s[0] | 32) == 'x';
    size_t i = hex, from;

    *c = 0;
    for (from = i; i < s.n && i < from + 7; i++) {
        char d = s.s[i];
        int v = d >= '0' && d <= '9' ? d - '0'
                : hex && (d | 32) >= 'a' && (d | 32) <= 'f'
                    ? (d | 32) - 'a' + 10
                    : -1;

        if (v < 0)
            break;
        *c = *c * (hex ? 16 : 10) + (uint32_t)v;
    }
    return i > from ? i : 0;
}

/* The entity at an ampersand; bytes read, 0 where it is none. */
static size_t
entity(str s, struct buf *out)
{
    char name[NAME_MOST + 1];
    size_t len = 1;
    uint32_t c;

    if (s.n > 2 && s.s[1] == '#') {
        len = number(str_cut(s, 2, s.n), &c);
        if (len == 0 || c < ' ' || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
            return 0;
        put_utf8(out, c);
        len += 2;
        return len + (len < s.n && s.s[len] == ';');
    }
    while (len < s.n && len <= NAME_MOST &&
           (((s.s[len] | 32) >= 'a' && (s.s[len] | 32) <= 'z') ||
            (s.s[len] >= '0' && s.s[len] <= '9')))
        len++;
    if (len < 2 || len > NAME_MOST || len >= s.n || s.s[len] != ';')
        return 0;
    memcpy(name, s.s + 1, len - 1);
    name[len - 1] = '\0';
    if (strcmp(name, "apos") == 0) {
        buf_putc(out, '\'');
    } else {
        const htmlEntityDesc *e = htmlEntityLookup((const xmlChar *)name);

        if (!e)
            return 0;
        put_utf8(out, e->value);
    }
    return len + 1;
}

str
markup_text(str s, struct arena *mem)
{
    struct buf out = {0};
    str text;

    if (str_find(s, STR("&")) == SIZE_MAX && str_find(s, STR("<")) == SIZE_MAX)
        return s;
    while (s.n) {
        size_t len = 0, close;

        if (s.s[0] == '&') {
            len = entity(s, &out);
        } else if (s.s[0] == '<' && s.n > 1 &&
                   (s.s[1] == '/' ||
                    ((s.s[1] | 32) >= 'a' && (s.s[1] | 32) <= 'z')) &&
                   (close = str_find(s, STR(">"))) != SIZE_MAX) {
            len = close + 1;
        }
        if (len == 0) {
            buf_putc(&out, s.s[0]);
            len = 1;
        }
        s = str_cut(s, len, s.n);
    }
    text = arena_str(mem, buf_str(&out));
    buf_free(&out);
    return text;
}
