/* http.c - what a server answered. */
#include "source/http.h"

#include "source/stream.h"

#include <string.h>

str
http_head(str *rest)
{
    str all = *rest;
    size_t at = 0;

    while (at < all.n) {
        const char *end = memchr(all.s + at, '\n', all.n - at);
        size_t n = end ? (size_t)(end - all.s) : all.n;
        str line = str_trim(str_cut(all, at, n));

        if (line.n == 0) {
            *rest = str_cut(all, n + (end != NULL), all.n);
            return str_cut(all, 0, at);
        }
        at = n + (end != NULL);
    }
    *rest = (str){0};
    return all;
}

str
http_header(str headers, const char *name)
{
    size_t n = strlen(name);
    str line;

    while (str_next(&headers, '\n', &line))
        if (line.n > n && line.s[n] == ':' &&
            str_eq_nocase(str_cut(line, 0, n), str_of(name)))
            return str_trim(str_cut(line, n + 1, line.n));
    return (str){0};
}

void
http_type(str value, str *type, str *charset, struct arena *mem)
{
    size_t semicolon = str_find(value, STR(";"));
    size_t at = str_find_nocase(value, STR("charset="));
    str name = str_trim(str_cut(value, 0, semicolon));
    char *low = arena_alloc(mem, name.n + 1);

    for (size_t i = 0; i < name.n; i++) {
        char c = name.s[i];

        low[i] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
    }
    *type = (str){low, name.n};
    *charset = (str){0};
    if (at == SIZE_MAX)
        return;
    name = str_cut(value, at + 8, value.n);
    name = str_trim(str_cut(name, 0, str_find(name, STR(";"))));
    if (name.n > 1 && (name.s[0] == '"' || name.s[0] == '\''))
        name = str_cut(name, 1, name.n - 1);
    *charset = arena_str(mem, name);
}

/* The bytes of all chunks; what follows a broken one stands as it is. */
static str
join_chunks(str body, struct arena *mem)
{
    struct buf out = {0};
    str rest = body, joined;

    for (;;) {
        str before = rest, line;
        size_t size = 0, i = 0;

        if (!str_next(&rest, '\n', &line))
            break;
        line = str_trim(line);
        for (; i < line.n && i < 8; i++) {
            char c = line.s[i];
            int d = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : -1;

            if (d < 0)
                break;
            size = size << 4 | (size_t)d;
        }
        if (i == 0 || (i < line.n && line.s[i] != ';' && line.s[i] != ' ')) {
            buf_put(&out, before);
            break;
        }
        if (size == 0)
            break;
        buf_put(&out, str_cut(rest, 0, size));
        rest = str_cut(rest, size, rest.n);
        if (str_starts(rest, STR("\r")))
            rest = str_cut(rest, 1, rest.n);
        if (str_starts(rest, STR("\n")))
            rest = str_cut(rest, 1, rest.n);
    }
    joined = arena_str(mem, buf_str(&out));
    buf_free(&out);
    return joined;
}

static bool
is_status_line(str s)
{
    return str_starts(s, STR("HTTP/")) || str_starts(s, STR("ICY "));
}

void
http_read(str message, size_t most, struct http *h, const char **why,
          struct arena *mem)
{
    str head, encoding, rest = message;
    size_t space;

    *h = (struct http){.body = message};
    if (!is_status_line(message))
        return; /* an answer without headers, as HTTP/0.9 had */
    head = http_head(&rest);
    space = str_find(head, STR(" "));
    for (size_t i = space + 1; i < head.n && i < space + 4; i++)
        if (space < head.n && head.s[i] >= '0' && head.s[i] <= '9')
            h->status = h->status * 10 + (head.s[i] - '0');
    http_type(http_header(head, "Content-Type"), &h->type, &h->charset, mem);
    h->body = rest;
    if (str_find_nocase(http_header(head, "Transfer-Encoding"),
                        STR("chunked")) != SIZE_MAX)
        h->body = join_chunks(rest, mem);
    encoding = http_header(head, "Content-Encoding");
    if (str_find_nocase(encoding, STR("gzip")) != SIZE_MAX ||
        str_find_nocase(encoding, STR("deflate")) != SIZE_MAX) {
        struct buf out = {0};

        /* archives also hold bodies that were decoded and kept the header */
        if (stream_inflate(h->body, &out, most))
            h->body = arena_str(mem, buf_str(&out));
        buf_free(&out);
    } else if (encoding.n && !str_eq_nocase(encoding, STR("identity")) &&
               !str_eq_nocase(encoding, STR("utf-8"))) {
        *why = "a body in an encoding other than gzip and deflate";
        h->body = (str){0};
    }
}
