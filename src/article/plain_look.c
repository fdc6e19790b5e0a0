/*
 * plain_look.c - what a line of a plain capture is by itself.
 */
#include "article/plain.h"

#define BYLINE_ITEMS 3 /* between commas, of a line that ends with a mark */
#define ITEM_WORDS   4 /* of each of them */
#define MENU_ITEMS   3
#define MENU_UNITS   26
#define MENU_WORDS   2  /* of an item of a menu */
#define SHORT_FRAME  70 /* units: a line that may be frame by its beginning */

/* Up to the next gap of two blanks or a tab. */
static str
next_item(str *line)
{
    size_t n = 0;
    str item;

    while (n < line->n && line->s[n] != '\t' &&
           !(line->s[n] == ' ' && n + 1 < line->n && line->s[n + 1] == ' '))
        n++;
    item = str_cut(*line, 0, n);
    *line = str_trim(str_cut(*line, n, line->n));
    return item;
}

bool
plain_menu(str line, const struct shape *s)
{
    size_t items = 0;

    line = str_trim(line);
    if (s->digits || s->ends || s->chrome == CHROME_BYLINE ||
        s->part == CHROME_BYLINE)
        return false;
    for (; line.n; items++) {
        struct shape item;

        shape_count(next_item(&line), &item);
        if (item.words == 0 || item.words > MENU_WORDS ||
            item.units > MENU_UNITS)
            return false;
    }
    return items >= MENU_ITEMS;
}

static bool
frame_kind(uint8_t chrome)
{
    return chrome != CHROME_NONE && chrome != CHROME_CAPTION &&
           chrome != CHROME_BYLINE && chrome != CHROME_FOOTNOTE;
}

bool
plain_note(str line)
{
    size_t n = 0;
    uint32_t c;

    while (n < line.n && n < 3 && line.s[n] >= '0' && line.s[n] <= '9')
        n++;
    if (n == 0 || n > 2 || n + 2 >= line.n || line.s[n] != ' ')
        return false;
    line = str_cut(line, n + 1, line.n);
    c = utf8_next(&line);
    return utf8_upper(c) || (utf8_letter(c) && !utf8_lower(c));
}

/* "By Ann Lee, Rome, 5 May 2026, 11:02, 3 min.": a few words between commas
 * are no sentence, whatever stands at the end. */
static bool
listed(str line)
{
    size_t items = 0;
    str item;

    for (; str_next(&line, ',', &item); items++) {
        struct shape s;

        shape_count(item, &s);
        if (s.words > ITEM_WORDS)
            return false;
    }
    return items >= BYLINE_ITEMS;
}

enum look
plain_look(const struct raw *r)
{
    const struct shape *s = &r->shape;
    bool prose = shape_prose(s);

    if (s->post)
        return LOOK_EMBED;
    if (s->chrome == CHROME_FOOTNOTE)
        return LOOK_NOTE;
    if (s->trail || (s->rights && s->units < 120))
        return LOOK_FRAME;
    if (s->chrome == CHROME_CAPTION && (!prose || s->units < 160))
        return LOOK_CAPTION;
    if ((s->tail == CHROME_CAPTION || s->credit) && s->units < 420)
        return LOOK_CAPTION;
    if (s->chrome == CHROME_BYLINE &&
        (!prose || s->bracketed || listed(r->text)))
        return LOOK_BYLINE;
    if (s->part == CHROME_BYLINE && !prose && s->units < 110)
        return LOOK_BYLINE;
    if (frame_kind(s->chrome) &&
        (s->whole || (!prose && s->units < SHORT_FRAME) ||
         s->chrome == CHROME_LEGAL || s->chrome == CHROME_COMMENT ||
         (s->chrome == CHROME_SUBSCRIBE && s->units < 160)))
        return LOOK_FRAME;
    if (prose)
        return LOOK_PROSE;
    return shape_sentence(s) ? LOOK_SENTENCE : LOOK_SHORT;
}
