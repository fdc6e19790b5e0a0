/*
 * markup_text.c - a piece of HTML that came as plain text ("O&#039;Brien",
 * "<a href=...>Ann Lee</a>") as the text it means.
 */
#include "base/markup.h"

/* The bytes of the tag at the start of s, 0 where there is none. */
static size_t
tag(str s)
{
    size_t close;

    if (s.n < 2 || s.s[0] != '<' ||
        !(s.s[1] == '/' || ((s.s[1] | 32) >= 'a' && (s.s[1] | 32) <= 'z')))
        return 0;
    close = str_find(s, STR(">"));
    return close == SIZE_MAX ? 0 : close + 1;
}

str
markup_text(str s, struct arena *mem)
{
    struct buf out = {0};
    str text;

    if (str_find(s, STR("&")) == SIZE_MAX && str_find(s, STR("<")) == SIZE_MAX)
        return s;
    while (s.n) {
        size_t n = tag(s);

        s = str_cut(s, n, s.n);
        n = 0;
        while (n < s.n && (n == 0 || s.s[n] != '<'))
            n++;
        if (tag(s) == 0) {
            markup_resolve(str_cut(s, 0, n), &out);
            s = str_cut(s, n, s.n);
        }
    }
    text = arena_str(mem, buf_str(&out));
    buf_free(&out);
    return text;
}
