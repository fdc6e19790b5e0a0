/* warc.c - records of a web archive. */
#include "source/warc.h"

#include "base/buf.h"
#include "base/markup.h"
#include "source/http.h"

#include <string.h>

bool
warc_is(str head)
{
    return str_starts(head, STR("WARC/")) && head.n > 8 && head.s[5] >= '0' &&
           head.s[5] <= '9';
}

/*
 * Goes to the next line that begins a record. Behind a record stand two
 * empty lines; after a wrong length there may be anything.
 */
static bool
find_record(struct warc *w)
{
    struct buf line = {0};
    bool cut, found = false;

    while (!found) {
        str head = stream_peek(w->in, 16);

        if (head.n == 0)
            break;
        found = warc_is(head);
        if (!found)
            stream_line(w->in, &line, WARC_MOST_HEAD, &cut);
    }
    buf_free(&line);
    return found;
}

/* The lines up to the empty one. */
static bool
read_head(struct warc *w, struct buf *head)
{
    struct buf line = {0};
    bool cut, whole = false;

    while (!whole && stream_line(w->in, &line, WARC_MOST_HEAD, &cut)) {
        whole = str_trim(buf_str(&line)).n == 0;
        if (!whole && !cut && head->n < WARC_MOST_HEAD)
            buf_put(head, buf_str(&line));
    }
    buf_free(&line);
    return whole;
}

static bool
length_of(str head, uint64_t *length)
{
    str s = http_header(head, "Content-Length");

    *length = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.s[i] < '0' || s.s[i] > '9' || *length > UINT64_MAX / 20)
            return false;
        *length = *length * 10 + (uint64_t)(s.s[i] - '0');
    }
    return s.n > 0;
}

/* Types a page may have; what the server did not say is looked at later. */
static bool
is_page_type(str type)
{
    static const char *const types[] = {"text/html", "application/xhtml+xml",
                                        "text/plain", NULL};

    if (type.n == 0)
        return true;
    for (int i = 0; types[i]; i++)
        if (str_is(type, types[i]))
            return true;
    return false;
}

/* Whether the record is a page; fills the parcel from it. */
static bool
take_page(struct warc *w, str head, str block, struct article *a,
          const char **why)
{
    str kind = http_header(head, "WARC-Type"), type, charset;
    str url = http_header(head, "WARC-Target-URI");
    struct http h = {.body = block};

    http_type(http_header(head, "Content-Type"), &type, &charset, a->mem);
    if (str_is(kind, "response")) {
        if (!str_is(type, "application/http") && type.n)
            return false; /* an answer to a question for a name, a transfer */
        http_read(block, w->most_bytes, &h, why, a->mem);
        if (h.status && (h.status < 200 || h.status > 299))
            return false;
    } else if (str_is(kind, "resource") || str_is(kind, "conversion")) {
        h.type = type;
        h.charset = charset;
    } else {
        return false;
    }
    if (!is_page_type(h.type)) {
        *why = NULL; /* a picture may come in any encoding */
        return false;
    }
    if (h.type.n == 0 && !markup_is_html(h.body))
        return false;
    if (*why || str_trim(h.body).n == 0)
        return false;
    if (url.n > 1 && url.s[0] == '<') /* as WARC 1.0 was read by some */
        url = str_cut(url, 1, url.n - 1);
    if (str_starts(url, STR("dns:")))
        return false;
    a->url = arena_str(a->mem, url);
    a->fetched = arena_str(a->mem, http_header(head, "WARC-Date"));
    a->type = h.type;
    a->charset = h.charset;
    a->bytes = arena_str(a->mem, h.body);
    a->page = str_is(h.type, "text/plain") && !markup_is_html(h.body)
                  ? PAGE_PLAIN
                  : PAGE_HTML;
    return true;
}

/* The block of a record; false where it is too long or cut short. */
static bool
read_block(struct warc *w, uint64_t length, struct buf *block, const char **why)
{
    /* a page over its limit is no page; what is not is small enough */
    uint64_t most = (uint64_t)w->most_bytes * 2;

    if (length > WARC_MOST_RECORD || length > most) {
        *why = length > WARC_MOST_RECORD ? "a record of more than 1 GB"
                                         : "a record longer than a page may be";
        stream_skip(w->in, length);
        return false;
    }
    if (stream_read(w->in, block, (size_t)length) == length)
        return true;
    *why = stream_fault(w->in);
    if (!*why)
        *why = "a truncated record";
    w->ended = true;
    return block->n > 0; /* gives what it has */
}

bool
warc_next(struct warc *w, struct article *a, const char **why)
{
    struct buf head = {0}, block = {0};
    bool found = false;

    *why = NULL;
    while (!found && !*why && !w->ended) {
        uint64_t length;

        buf_clear(&head);
        buf_clear(&block);
        if (!find_record(w) || !read_head(w, &head)) {
            w->ended = true;
            *why = stream_fault(w->in);
            break;
        }
        w->nrecords++;
        if (!length_of(buf_str(&head), &length)) {
            *why = "a record without a length";
        } else if (!str_is(http_header(buf_str(&head), "WARC-Type"),
                           "response") &&
                   !str_is(http_header(buf_str(&head), "WARC-Type"),
                           "resource") &&
                   !str_is(http_header(buf_str(&head), "WARC-Type"),
                           "conversion")) {
            stream_skip(w->in, length);
        } else if (read_block(w, length, &block, why)) {
            const char *fault = *why;

            *why = NULL;
            found = take_page(w, buf_str(&head), buf_str(&block), a, why);
            if (fault)
                *why = fault;
        }
    }
    buf_free(&head);
    buf_free(&block);
    return found;
}
