/* text_part.c - what all parts of the text view share. */
#include "app/text_part.h"

size_t
text_most(const struct text *t, size_t most, size_t least)
{
    size_t n = most * t->rows / TEXT_ROWS;

    return t->full ? SIZE_MAX : n < least ? least : n > most ? most : n;
}

void
text_style(struct text *t, enum text_style style)
{
    static const char *const codes[] = {"\033[0m",  "\033[1m",  "\033[2m",
                                        "\033[31m", "\033[33m", "\033[32m"};

    if (t->colour)
        buf_putz(t->out, codes[style]);
}

void
text_heading(struct text *t, const char *words, enum text_style style)
{
    buf_putc(t->out, '\n');
    text_style(t, TEXT_BOLD);
    if (style != TEXT_BOLD)
        text_style(t, style);
    buf_putz(t->out, words);
    text_style(t, TEXT_PLAIN);
    buf_putc(t->out, '\n');
}

void
text_more(struct text *t, size_t n, const char *what)
{
    if (n == 0)
        return;
    text_style(t, TEXT_DIM);
    buf_putz(t->out, "  and ");
    buf_printf(t->out, "%zu more", n);
    if (what)
        buf_printf(t->out, " %s%s", what, n == 1 ? "" : "s");
    text_style(t, TEXT_PLAIN);
    buf_putc(t->out, '\n');
}
