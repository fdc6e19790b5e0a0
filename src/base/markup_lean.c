/* markup_lean.c - before all other work: is it HTML, and what of it nobody
 * reads. */
#include "base/markup.h"

#include <string.h>

static bool
letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* ---- is it HTML? --------------------------------------------------------- */

#define SNIFF_BYTES 4096 /* how far into a document is looked */

bool
markup_is_html(str bytes)
{
    /* the first ones only pages have */
    static const char *const names[] = {"!doctype html",
                                        "html",
                                        "head",
                                        "body",
                                        "meta",
                                        "title",
                                        "script",
                                        "style",
                                        "p",
                                        "div",
                                        "br",
                                        "h1",
                                        "h2",
                                        "span",
                                        "a",
                                        "ul",
                                        "article",
                                        "section",
                                        "table"};
    enum { SURE = 8 };
    str head = str_trim(str_cut(bytes, 0, SNIFF_BYTES));
    uint32_t seen = 0, kinds = 0;
    bool first = false;

    for (size_t at = 0; at < head.n; at++) {
        const char *lt = memchr(head.s + at, '<', head.n - at);
        str rest;

        if (!lt)
            break;
        at = (size_t)(lt - head.s);
        rest = str_cut(head, at + 1, head.n);
        if (rest.n && rest.s[0] == '/')
            rest = str_cut(rest, 1, rest.n);
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            size_t n = strlen(names[i]);

            if (rest.n <= n || letter(rest.s[n]) ||
                !str_starts_nocase(rest, str_of(names[i])))
                continue;
            if (i < SURE)
                return true;
            first = first || at == 0;
            kinds += !(seen & 1u << i);
            seen |= 1u << i;
        }
    }
    return kinds >= 2 || first;
}

/* ---- what nobody reads --------------------------------------------------- */

/* Bytes up to and with the end tag; all of them where there is none. */
static size_t
upto_end(str s, const char *end)
{
    size_t n = 0, len = strlen(end);

    while (n < s.n) {
        const char *lt = memchr(s.s + n, '<', s.n - n);

        if (!lt)
            return s.n;
        n = (size_t)(lt - s.s);
        if (n + 1 < s.n && s.s[n + 1] == '/' &&
            str_starts_nocase(str_cut(s, n, s.n), str_of(end))) {
            const char *gt = memchr(s.s + n, '>', s.n - n);

            return gt && n + len < s.n ? (size_t)(gt - s.s) + 1 : s.n;
        }
        n++;
    }
    return s.n;
}

/* Bytes of a noscript that the parser does not read, for what is left open in
 * one would keep it open, and so would a picture in the head; 0: none. One in
 * the body with a picture is read: its legend may stand beside it. */
#define NOSCRIPT_MOST 512 /* longer ones are left to the parser */

static size_t
unread_noscript(str s, bool body)
{
    size_t n;

    if (!str_starts_nocase(s, STR("<noscript")) || letter(s.s[9]))
        return 0;
    s = str_cut(s, 0, NOSCRIPT_MOST);
    n = upto_end(s, "</noscript");
    if (n == s.n ||
        (body && str_find_nocase(str_cut(s, 0, n), STR("<img")) != SIZE_MAX))
        return 0;
    return n;
}

/* What of the page is behind. */
struct passed {
    bool drawing; /* one without an end: no other is believed */
    bool body;    /* the tag */
};

/* What to leave out that begins here, in bytes; 0: nothing. */
static size_t
unread(str s, struct passed *passed)
{
    static const struct {
        const char *begins, *ends;
    } elements[] = {
        {"<script", "</script"}, {"<style", "</style"}, {"<svg", "</svg"}};

    if (s.n > 4 && s.s[1] == '!') {
        size_t end;

        if (!str_starts(s, STR("<!--")))
            return 0;
        end = str_find(str_cut(s, 4, s.n), STR("-->"));
        return end == SIZE_MAX ? s.n : end + 7;
    }
    if (s.n > 10 && (s.s[1] | 32) == 'n')
        return unread_noscript(s, passed->body);
    passed->body = passed->body || str_starts_nocase(s, STR("<body"));
    if (s.n < 8 || (s.s[1] | 32) != 's')
        return 0;
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        str tag;
        const char *gt;
        size_t n = strlen(elements[i].begins);

        if (!str_starts_nocase(s, str_of(elements[i].begins)) || letter(s.s[n]))
            continue;
        gt = memchr(s.s, '>', s.n);
        tag = str_cut(s, 0, gt ? (size_t)(gt - s.s) : s.n);
        if (i == 0 && str_find_nocase(tag, STR("ld+json")) != SIZE_MAX)
            return 0;
        if (i == 2 && passed->drawing)
            return 0;
        n = upto_end(s, elements[i].ends);
        passed->drawing = i == 2 && n == s.n;
        return i == 2 && n == s.n ? 0 : n;
    }
    return 0;
}

str
markup_lean(str html, struct arena *mem)
{
    char *out;
    size_t n = 0, at = 0;
    struct passed passed = {0};

    html = str_cut(html, 0, MARKUP_MOST_RAW);
    if (memchr(html.s, '\0', html.n))
        return html;
    out = arena_raw(mem, html.n + 1);
    while (at < html.n) {
        const char *lt = memchr(html.s + at, '<', html.n - at);
        size_t upto = lt ? (size_t)(lt - html.s) : html.n, skip;

        memcpy(out + n, html.s + at, upto - at);
        n += upto - at;
        at = upto;
        if (at == html.n)
            break;
        skip = unread(str_cut(html, at, html.n), &passed);
        if (skip == 0)
            out[n++] = html.s[at++];
        at += skip;
    }
    out[n] = '\0';
    return (str){out, n < MARKUP_MOST_BYTES ? n : MARKUP_MOST_BYTES};
}
