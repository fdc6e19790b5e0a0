/* view_words.c - days, languages, sources and words of pages, in English. */
#include "app/view.h"

#include <stdlib.h>
#include <string.h>

#define SOURCE_MOST 28 /* characters of a file's name */

/* ---- days -------------------------------------------------------------- */

struct parts {
    int year, month, day; /* 0: not known */
};

static struct parts
parts_of(const char *edtf)
{
    struct parts p = {0, 0, 0};
    size_t n = strlen(edtf);

    if (n >= 4 && edtf[0] != 'X')
        p.year = atoi(edtf);
    if (n >= 7 && edtf[4] == '-' && edtf[5] != 'X')
        p.month = atoi(edtf + 5);
    if (n >= 10 && edtf[7] == '-' && edtf[8] != 'X')
        p.day = atoi(edtf + 8);
    if (p.month < 0 || p.month > 12)
        p.month = 0;
    return p;
}

static const char *const months[] = {
    "",     "January", "February",  "March",   "April",    "May",     "June",
    "July", "August",  "September", "October", "November", "December"};

/* `with`: how many of day, month, year are said, from the left. */
static void
put_parts(struct buf *b, struct parts p, int with)
{
    if (p.day && p.month)
        buf_printf(b, "%d", p.day);
    if (p.month && with > 1)
        buf_printf(b, "%s%s", p.day ? " " : "", months[p.month]);
    if (p.year && with > 2)
        buf_printf(b, "%s%d", p.month ? " " : "", p.year);
}

void
view_date(struct buf *b, const char *edtf)
{
    struct parts p;

    if (!edtf)
        return;
    p = parts_of(edtf);
    if (p.year || p.month)
        put_parts(b, p, 3);
    else if (strspn(edtf, "0123456789X-/~?%.") == strlen(edtf))
        buf_putz(b, edtf);
}

void
view_days(struct buf *b, const char *first, const char *last)
{
    struct parts a, z;

    if (!first || !last || strncmp(first, last, 10) == 0) {
        view_date(b, first ? first : last);
        return;
    }
    a = parts_of(first);
    z = parts_of(last);
    put_parts(b, a,
              a.year != z.year || !a.day     ? 3
              : a.month != z.month || !z.day ? 2
                                             : 1);
    buf_putz(b, " to ");
    put_parts(b, z, 3);
}

/* ---- languages, sources, kinds ----------------------------------------- */

const char *
view_language(const char *code)
{
    static const struct {
        const char *code, *name;
    } names[] = {
        {"ar", "Arabic"},     {"zh", "Chinese"},
        {"ru", "Russian"},    {"en", "English"},
        {"es", "Spanish"},    {"fr", "French"},
        {"de", "German"},     {"fa", "Persian"},
        {"tr", "Turkish"},    {"uk", "Ukrainian"},
        {"ja", "Japanese"},   {"pt", "Portuguese"},
        {"hi", "Hindi"},      {"he", "Hebrew"},
        {"ko", "Korean"},     {"id", "Indonesian"},
        {"it", "Italian"},    {"pl", "Polish"},
        {"el", "Greek"},      {"nl", "Dutch"},
        {"sv", "Swedish"},    {"cs", "Czech"},
        {"ro", "Romanian"},   {"bg", "Bulgarian"},
        {"sr", "Serbian"},    {"hu", "Hungarian"},
        {"vi", "Vietnamese"}, {"th", "Thai"},
        {"bn", "Bengali"},    {"ur", "Urdu"},
        {"ca", "Catalan"},    {"da", "Danish"},
        {"no", "Norwegian"},  {"fi", "Finnish"},
        {"hr", "Croatian"},   {"sk", "Slovak"},
        {"sl", "Slovenian"},  {"et", "Estonian"},
        {"lv", "Latvian"},    {"lt", "Lithuanian"},
        {"ms", "Malay"},      {"ka", "Georgian"},
        {"hy", "Armenian"},   {"az", "Azerbaijani"},
        {"kk", "Kazakh"},     {"uz", "Uzbek"},
        {"ta", "Tamil"},      {"te", "Telugu"},
        {"ml", "Malayalam"},  {"mr", "Marathi"},
        {"gu", "Gujarati"},   {"pa", "Punjabi"},
        {"sw", "Swahili"},    {"eu", "Basque"},
        {"gl", "Galician"},   {"mk", "Macedonian"},
        {"be", "Belarusian"}, {"sq", "Albanian"},
        {"ku", "Kurdish"},    {"ps", "Pashto"},
        {"my", "Burmese"},    {"km", "Khmer"},
        {"am", "Amharic"},    {"tl", "Tagalog"},
        {"ne", "Nepali"},     {"si", "Sinhala"},
        {"mn", "Mongolian"},  {"und", "unknown language"},
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(code, names[i].code) == 0)
            return names[i].name;
    /* goes into every view as it is: nothing but a code may */
    for (size_t i = 0; code[i]; i++)
        if (i == 16 || !strchr("abcdefghijklmnopqrstuvwxyz"
                               "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-",
                               code[i]))
            return "unknown language";
    return *code ? code : "unknown language";
}

/* The start and the end of a long name, with … between. */
static void
put_middle_cut(struct buf *b, str s)
{
    size_t head = SOURCE_MOST * 2 / 3, tail = SOURCE_MOST / 3;

    if (s.n <= SOURCE_MOST) {
        view_tame(b, s);
        return;
    }
    while (head && ((unsigned char)s.s[head] & 0xC0) == 0x80)
        head--;
    tail = s.n - tail;
    while (tail < s.n && ((unsigned char)s.s[tail] & 0xC0) == 0x80)
        tail++;
    view_tame(b, str_cut(s, 0, head));
    buf_putz(b, "\xE2\x80\xA6");
    view_tame(b, str_cut(s, tail, s.n));
}

void
view_source(struct buf *b, const struct samestory_article *a)
{
    str url = str_of(a->url), path = str_of(a->path);
    size_t at = str_find(url, STR("://")), end = 0;

    if (at != SIZE_MAX) {
        url = str_cut(url, at + 3, url.n);
        if (str_starts_nocase(url, STR("www.")))
            url = str_cut(url, 4, url.n);
        while (end < url.n && !strchr("/?#", url.s[end]))
            end++;
        if (end) {
            put_middle_cut(b, str_cut(url, 0, end));
            return;
        }
    }
    if (a->given_id && *a->given_id) {
        put_middle_cut(b, str_of(a->given_id));
        return;
    }
    for (size_t i = 0; i + 1 < path.n; i++)
        if (path.s[i] == '/')
            end = i + 1;
    put_middle_cut(b, str_cut(path, end, path.n));
}

const char *
view_link_kind(const char *kind)
{
    return strcmp(kind, "edited_copy") == 0     ? "edited copy"
           : strcmp(kind, "shared_source") == 0 ? "shared source"
           : strcmp(kind, "translation") == 0   ? "translation"
                                                : "copy";
}

const char *
view_change_type(const struct samestory_change *c)
{
    static const char *const told[] = {"number",      "date",     "name",
                                       "attribution", "modality", "moved"};

    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        if (strcmp(c->type, told[i]) == 0)
            return told[i];
    return "";
}

/* ---- text of pages ----------------------------------------------------- */

/* Length of the character at s, in bytes; 1 for what is none. */
static size_t
step(str s)
{
    unsigned char c = (unsigned char)s.s[0];
    size_t n = c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;

    return n > s.n ? s.n : n;
}

void
view_short(struct buf *b, str s, size_t most)
{
    str rest = s = str_trim(s);
    size_t n = 0, cut = 0;

    while (rest.n && n < most) {
        if (rest.s[0] == ' ' || rest.s[0] == '\n')
            cut = s.n - rest.n;
        rest = str_cut(rest, step(rest), rest.n);
        n++;
    }
    if (rest.n == 0) {
        buf_put(b, s);
        return;
    }
    /* not all languages put spaces; and a cut near the start says nothing */
    if (cut < (s.n - rest.n) * 2 / 3)
        cut = s.n - rest.n;
    buf_put(b, str_cut(s, 0, cut));
    buf_putz(b, "\xE2\x80\xA6");
}

/* Controls of C1, and what overrides, embeds or isolates a direction. */
static bool
is_command(str s)
{
    unsigned char a = (unsigned char)s.s[0];
    unsigned char b = s.n > 1 ? (unsigned char)s.s[1] : 0;
    unsigned char c = s.n > 2 ? (unsigned char)s.s[2] : 0;

    return (a == 0xC2 && b >= 0x80 && b < 0xA0) ||
           (a == 0xE2 && b == 0x80 && c >= 0xA8 && c <= 0xAE) ||
           (a == 0xE2 && b == 0x81 && c >= 0xA6 && c <= 0xA9);
}

void
view_tame(struct buf *b, str s)
{
    bool space = false;

    while (s.n) {
        unsigned char c = (unsigned char)s.s[0];
        size_t n = step(s);

        if (c <= 0x20 || c == 0x7F) {
            space = true;
        } else if (!is_command(s)) {
            if (space && b->n && b->s[b->n - 1] != ' ')
                buf_putc(b, ' ');
            space = false;
            buf_put(b, (str){s.s, n});
        }
        s = str_cut(s, n, s.n);
    }
    if (space && b->n && b->s[b->n - 1] != ' ')
        buf_putc(b, ' ');
}

void
view_claim(struct buf *b, const struct samestory_dispute *d,
           const struct samestory_side *side)
{
    if (strcmp(d->about, "date") == 0)
        view_date(b, side->value);
    else
        view_tame(b, str_of(side->value));
}
