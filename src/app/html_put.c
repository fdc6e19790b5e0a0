/* html_put.c - words into markup. */
#include "app/html.h"

#include <string.h>

/* Bytes of the well-formed character at s, 0 where it is none. */
static size_t
well_formed(const unsigned char *s, size_t n)
{
    size_t len = s[0] < 0x80                   ? 1
                 : s[0] >= 0xC2 && s[0] < 0xE0 ? 2
                 : s[0] >= 0xE0 && s[0] < 0xF0 ? 3
                 : s[0] >= 0xF0 && s[0] < 0xF5 ? 4
                                               : 0;

    if (len == 0 || len > n || (len == 3 && s[0] == 0xE0 && s[1] < 0xA0) ||
        (len == 3 && s[0] == 0xED && s[1] > 0x9F) ||
        (len == 4 && s[0] == 0xF0 && s[1] < 0x90) ||
        (len == 4 && s[0] == 0xF4 && s[1] > 0x8F))
        return 0;
    for (size_t i = 1; i < len; i++)
        if ((s[i] & 0xC0) != 0x80)
            return 0;
    return len;
}

void
html_text(struct buf *b, str s)
{
    while (s.n) {
        unsigned char c = (unsigned char)s.s[0];
        size_t n = 1;

        if (c == '&') {
            buf_putz(b, "&amp;");
        } else if (c == '<') {
            buf_putz(b, "&lt;");
        } else if (c == '>') {
            buf_putz(b, "&gt;");
        } else if (c == '"') {
            buf_putz(b, "&quot;");
        } else if (c == '\'') {
            buf_putz(b, "&#39;");
        } else if (c < 0x20 || c == 0x7F) {
            buf_putc(b, ' ');
        } else {
            n = well_formed((const unsigned char *)s.s, s.n);
            /* C1 controls are characters that HTML does not allow */
            if (n == 0 || (c == 0xC2 && (unsigned char)s.s[1] < 0xA0))
                buf_putz(b, "\xEF\xBF\xBD");
            else
                buf_put(b, (str){s.s, n});
            n = n ? n : 1;
        }
        s = str_cut(s, n, s.n);
    }
}

void
html_z(struct buf *b, const char *z)
{
    html_text(b, str_of(z));
}

void
html_lang(struct buf *b, const char *lang)
{
    /* lang="" says that it is not known */
    buf_putz(b, " lang=\"");
    if (lang && strcmp(lang, "und") != 0)
        html_z(b, lang);
    buf_putz(b, "\" dir=\"auto\"");
}

void
html_heading(struct html *h, int below, const char *id, const char *words)
{
    buf_printf(h->out, "<h%d id=\"", h->level + below);
    html_z(h->out, h->story->id);
    buf_printf(h->out, "-%s\">%s</h%d>\n", id, words, h->level + below);
}

void
html_anchor(struct buf *b, const struct samestory_form *f)
{
    html_z(b, f->article);
    buf_printf(b, "-%zu-%zu", f->start, f->end);
}

void
html_link(struct html *h, const struct samestory_form *f, const char *words)
{
    buf_putz(h->out, "<a href=\"#");
    html_anchor(h->out, f);
    buf_putc(h->out, '"');
    if (!words)
        html_lang(h->out, f->lang);
    buf_putc(h->out, '>');
    html_z(h->out, words ? words : f->text);
    buf_putz(h->out, "</a>");
}

void
html_source(struct html *h, const struct samestory_article *a)
{
    struct buf name = {0};

    view_source_in(&name, h->view, a);
    buf_putz(h->out, "<a class=\"source\" href=\"#");
    html_z(h->out, a->id);
    buf_putz(h->out, "\">");
    html_text(h->out, buf_str(&name));
    buf_putz(h->out, "</a>");
    buf_free(&name);
}

void
html_status(struct buf *b, const char *status)
{
    buf_putz(b, "<span class=\"status ");
    html_z(b, status);
    buf_putz(b, "\">");
    html_z(b, strcmp(status, "single") == 0 ? "one voice" : status);
    buf_putz(b, "</span>");
}
