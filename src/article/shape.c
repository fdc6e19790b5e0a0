/*
 * shape.c - what a line looks like, whatever its language: how much text,
 * does it end as a sentence, is it a path, a credit, a post.
 */
#include "article/page.h"

#include <string.h>

/* A mark that ends a sentence. */
static bool
ender(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 ||
           c == 0xFF01 || c == 0xFF1F || c == 0x061F || c == 0x0964 ||
           c == 0x0965 || c == 0x06D4 || c == 0xFF0E || c == 0x203C ||
           c == 0x1362 || c == 0x0589;
}

/* A mark that may stand behind the end of a sentence. */
static bool
closer(uint32_t c)
{
    char q;

    if (c < 0x80)
        return c == ')' || c == ']' || c == '\'' || c == '*' || c == '"';
    q = utf8_quote(c);
    return q == ')' || q == '"' || c == 0xFF09 || c == 0x3011;
}

/* Marks between the steps of a path or the items of a menu. */
static bool
divider(uint32_t c)
{
    return c == '>' || c == 0xBB || c == 0x203A || c == 0x2192 || c == 0x2190 ||
           c == '/' || c == '|' || c == 0xFF5C || c == 0xFF1E || c == 0x2022 ||
           c == 0xB7 || c == 0x30FB || c == 0xAB || c == 0x276F;
}

bool
shape_dense(uint32_t c)
{
    enum script s = utf8_script(c);

    return s == SCRIPT_HAN || s == SCRIPT_HIRAGANA || s == SCRIPT_KATAKANA ||
           s == SCRIPT_HANGUL;
}

static uint32_t
weight(uint32_t c)
{
    if (c < 0x80)
        return (c | 32) >= 'a' && (c | 32) <= 'z';
    if (!utf8_letter(c))
        return 0;
    return shape_dense(c) ? 2 : 1;
}

/* Units, words, digits, script, sentence ends. */
static void
count(str line, struct shape *s)
{
    uint32_t scripts[SCRIPT_COUNT] = {0}, before = ' ', last = 0;
    bool in_word = false, pending = false;

    while (line.n) {
        uint32_t c = utf8_next(&line), w = 0;
        enum script script = SCRIPT_LATIN;
        bool digit;

        if ((c | 32) >= 'a' && (c | 32) <= 'z') { /* most are these */
            size_t n = 0;

            while (n < line.n && (line.s[n] | 32) >= 'a' &&
                   (line.s[n] | 32) <= 'z')
                n++;
            w = 1 + (uint32_t)n;
            line = str_cut(line, n, line.n);
        } else if (c == ' ') { /* and next these */
            s->ends += pending;
            in_word = pending = s->colon = false;
            before = c;
            continue;
        } else if (utf8_letter(c)) {
            w = weight(c);
            script = utf8_script(c);
        }
        if (w) { /* no mark, no digit */
            scripts[script] += w;
            s->units += w;
            s->words += !in_word;
            s->ends += pending && before >= 0x2E80;
            in_word = true;
            pending = s->colon = false;
            last = 0;
            before = c;
            continue;
        }
        digit = utf8_digit(c) >= 0;
        s->units += digit;
        s->digits += digit;
        s->rights = s->rights || c == 0xA9;
        if (digit && !in_word)
            s->words++;
        in_word = digit || c == '\'' || c == 0x2019;
        /* "U.S." and "3.5" do not end anything: white space must follow,
         * but the marks of scripts without spaces do at once */
        if (pending && (utf8_space(c) || before >= 0x2E80))
            s->ends++;
        if (ender(c))
            pending = true;
        else if (!closer(c))
            pending = false;
        if (ender(c))
            last = c;
        else if (!closer(c) && !utf8_space(c))
            last = 0;
        s->colon = c == ':' || c == 0xFF1A;
        before = c;
    }
    s->last = last;
    s->ends += last != 0;
    for (int i = 1; i < SCRIPT_COUNT; i++)
        if (scripts[i] > scripts[s->script])
            s->script = (uint8_t)i;
}

/* 1 unit is a letter: how long a step of a path may be. */
#define TRAIL_STEP 26
#define TRAIL_MOST 120

static uint32_t
units(str line)
{
    uint32_t n = 0;

    while (line.n) {
        uint32_t c = utf8_next(&line);

        n += weight(c) + (utf8_digit(c) >= 0);
    }
    return n;
}

/* Home > World > Asia. Slashes and bars count with space about them, or
 * where there are two of them. */
static bool
trail(str line, const struct shape *s)
{
    str rest = line, step = line;
    size_t nsteps = 0, loose = 0;

    if (s->last || s->units > TRAIL_MOST || s->digits > 4)
        return false;
    while (rest.n) {
        const char *from = rest.s;
        uint32_t c = utf8_next(&rest);

        if (!divider(c) ||
            /* marks that also quote or stand inside names */
            ((c == 0xBB || c == 0xAB || c == 0x203A || c == '/' ||
              c == 0x30FB || c == 0xB7) &&
             !(from > line.s && from[-1] == ' ' && rest.n && rest.s[0] == ' ')))
            continue;
        step.n = (size_t)(from - step.s);
        if (units(step) > TRAIL_STEP || (units(step) == 0 && nsteps == 0))
            return false;
        nsteps++;
        loose += from > line.s && from[-1] == ' ';
        step = rest;
    }
    if (nsteps == 0 || units(step) > TRAIL_STEP || units(step) == 0)
        return false;
    return loose || nsteps >= 2;
}

/* The last part of a line: in brackets at its end, or behind the last
 * divider or dash with space before it. */
static str
last_part(str line)
{
    str rest = line, part = {0}, open = {0};
    uint32_t c = 0;

    while (rest.n) {
        uint32_t was = c;

        c = utf8_next(&rest);
        if (utf8_letter(c))
            continue;
        if (c == '(' || c == 0xFF08 || c == '[') {
            open = rest;
        } else if ((utf8_space(was) || c == 0xFF5C) &&
                   (divider(c) || c == '-' || c == 0x2013 || c == 0x2014)) {
            part = rest;
            open = (str){0};
        } else if (was == '.' && utf8_space(c)) {
            part = rest;
        }
    }
    if (open.n && (c == ')' || c == 0xFF09 || c == ']')) {
        open.n -= c == 0xFF09 ? 3 : 1;
        return str_trim(open);
    }
    return str_trim(part);
}

#define CREDIT_TAIL 80  /* bytes of a credit */
#define CREDIT_LINE 160 /* units of a Japanese legend */

/*
 * A photographer's mark: "(AP Photo/Ann Lee)", "LFW/Amr Shahin",
 * "=8日、マスカット". A slash with letters at both sides that stands in the
 * last few words, both sides with capitals where the script has them.
 */
static bool
credit(str line, const struct shape *s)
{
    str tail = last_part(line), before, after;
    size_t at;
    bool wide = s->script == SCRIPT_HAN || s->script == SCRIPT_HIRAGANA ||
                s->script == SCRIPT_KATAKANA;

    /* place and day behind an equals sign end a Japanese legend */
    at = wide && s->units < CREDIT_LINE ? str_find(line, STR("=")) : SIZE_MAX;
    if (at == SIZE_MAX && wide && s->units < CREDIT_LINE)
        at = str_find(line, STR("\xEF\xBC\x9D"));
    if (at != SIZE_MAX && at > line.n / 3)
        return true;
    if (tail.n == 0 || tail.n > CREDIT_TAIL)
        return false;
    /* a whole sentence, a bar or slash, a name */
    before = str_trim(str_cut(line, 0, (size_t)(tail.s - line.s)));
    if (before.n > 2 &&
        (str_ends(before, STR(" |")) || str_ends(before, STR(" /")))) {
        struct shape left = {0}, right = {0};

        count(str_trim(str_cut(before, 0, before.n - 1)), &left);
        count(tail, &right);
        after = tail;
        if (left.last == '.' && right.units <= 30 &&
            !utf8_lower(utf8_next(&after)))
            return true;
    }
    at = str_find(tail, STR("/"));
    if (at == SIZE_MAX || at == 0 || at + 1 >= tail.n)
        return false;
    before = str_cut(tail, 0, at);
    after = str_cut(tail, at + 1, tail.n);
    return utf8_upper(utf8_next(&before)) && utf8_upper(utf8_next(&after));
}

/* "— Name (@handle) July 17, 2021", links as such networks shorten them. */
static bool
post(str line)
{
    size_t at;

    if (memchr(line.s, '/', line.n) &&
        (str_find(line, STR("pic.twitter.com/")) != SIZE_MAX ||
         str_find(line, STR("//t.co/")) != SIZE_MAX))
        return true;
    at = memchr(line.s, '@', line.n) ? str_find(line, STR("(@")) : SIZE_MAX;
    if (at == SIZE_MAX || at < 4)
        return false;
    return str_find(str_cut(line, 0, at), STR("\xE2\x80\x94")) != SIZE_MAX ||
           str_find(str_cut(line, 0, at), STR("\xE2\x80\x93")) != SIZE_MAX;
}

/* Any part of the line, parted by dashes, bars and the like, that begins
 * with words of a byline. */
static uint8_t
byline_part(const struct lexicon *lx, str line)
{
    str rest = line, part = line;
    uint32_t was = 0;
    int nparts = 0;

    while (rest.n && nparts < 6) {
        uint32_t c = utf8_next(&rest);
        bool whole;

        if ((utf8_space(was) || was == 0) &&
            (divider(c) || c == '-' || c == 0x2013 || c == 0x2014)) {
            nparts++;
            part = rest;
            if (lexicon_chrome(lx, str_trim(part), &whole) == CHROME_BYLINE)
                return CHROME_BYLINE;
        }
        was = c;
    }
    return CHROME_NONE;
}

/*
 * "By Ann Lee and Staff" is a byline, "By Tuesday the water had gone" is
 * none: behind a short word without a colon all long words but those of a
 * time of day must have a capital.
 */
#define BY_WORD    5  /* bytes of the longest "by" without a colon */
#define BY_LINE    70 /* units */
#define BY_BARE    40 /* … without a colon, a digit or brackets */
#define MENU_WORDS 6  /* of a menu's item or a button */

/* A colon or dash behind the words that begin the line. */
static bool
parted(str line)
{
    str head = str_cut(line, 0, 40);

    while (head.n) {
        uint32_t c = utf8_next(&head);

        if (c == ':' || c == 0xFF1A || c == 0x2013 || c == 0x2014 || c == '|' ||
            c == 0x3011)
            return true;
    }
    return false;
}

static bool
names_follow(str line)
{
    size_t space = str_find(line, STR(" ")), n = 0;
    str word, rest;

    if (space == SIZE_MAX || space > BY_WORD || line.s[space - 1] == ':')
        return true;
    rest = str_cut(line, space + 1, line.n);
    while (str_next(&rest, ' ', &word)) {
        struct shape s = {0};
        str first = word;
        uint32_t c = word.n ? utf8_next(&first) : ' ';

        if (c < 0x80 && c >= '0' && c <= '9')
            return true;
        count(word, &s);
        if (s.units > 3 && utf8_lower(c))
            return false;
        if (str_ends(word, STR(",")))
            return true;
        n++;
    }
    return n > 0;
}

static bool
bracketed(str line)
{
    return line.n > 2 && ((line.s[0] == '(' && line.s[line.n - 1] == ')') ||
                          (str_starts(line, STR("\xEF\xBC\x88")) &&
                           str_ends(line, STR("\xEF\xBC\x89"))) ||
                          (line.s[0] == '[' && line.s[line.n - 1] == ']'));
}

void
shape_count(str line, struct shape *s)
{
    *s = (struct shape){0};
    count(line, s);
}

void
shape_ask(const struct lexicon *lx, str line, struct shape *s)
{
    str tail;
    bool whole;

    s->trail = trail(line, s);
    s->post = post(line);
    s->bracketed = bracketed(line);
    s->credit = credit(line, s);
    if (line.n > SHAPE_MOST_ASKED)
        return;
    s->chrome = (uint8_t)lexicon_chrome(lx, line, &s->whole);
    s->archive = s->chrome == CHROME_ARCHIVE;
    if (s->archive)
        s->chrome = CHROME_CAPTION;
    if (s->chrome == CHROME_BYLINE && !s->whole && !s->bracketed &&
        (!names_follow(line) || (s->units > BY_LINE && !parted(line)) ||
         (s->units > BY_BARE && s->digits == 0 && !parted(line))))
        s->chrome = CHROME_NONE;
    if ((s->chrome == CHROME_SHARE || s->chrome == CHROME_NAV ||
         s->chrome == CHROME_PRINT || s->chrome == CHROME_AD) &&
        !s->whole && s->words > MENU_WORDS && !parted(line))
        s->chrome = CHROME_NONE;
    if (shape_prose(s) && s->units > 100)
        return;
    tail = last_part(line);
    if (tail.n)
        s->tail = (uint8_t)lexicon_chrome(lx, tail, &whole);
    if (s->tail == CHROME_ARCHIVE) {
        s->archive = true;
        s->tail = CHROME_CAPTION;
    }
    s->part = byline_part(lx, line);
}

void
shape_of(const struct lexicon *lx, str line, struct shape *s)
{
    shape_count(line, s);
    if (lx)
        shape_ask(lx, line, s);
}

bool
shape_prose(const struct shape *s)
{
    return (s->last && s->units >= PROSE_UNITS) || s->units >= PROSE_LONG ||
           (s->ends >= 2 && s->last && s->units >= 30);
}

bool
shape_sentence(const struct shape *s)
{
    return shape_prose(s) || (s->last && s->units >= 12 && s->words >= 1);
}
