/*
 * authors.c - from the words of a byline to persons.
 *
 * "By Ann Lee and Jo Wu, BBC News, London | 3 May": the word that begins it,
 * posts, employers, towns and days go, persons stay. Desks ("Redaktion")
 * count as persons where somebody names them as such; agencies never do, they
 * are the article's agency. No name is better than a wrong one.
 */
#include "article/who.h"

#include <string.h>

/* 2026-11, extraction set and corpus/dev. */
#define NAME_LEAST   2 /* units where somebody says that it is a name */
#define NAME_SHOWN   4 /* … where it stands in the place of one */
#define NAME_MOST    60
#define NAME_WORDS   8
#define PART_WORDS   5  /* of one of several persons */
#define HAN_UNITS    20 /* of a name in Han, kana, Hangul */
#define ALIAS_MOST   80 /* bytes of a credit that may name an alias */
#define FULLER_WORDS 2  /* of a name whose first one is known */
#define SITE_MORE    12 /* letters that the site's name may have besides */

/* ---- persons ---------------------------------------------------------------
 */

/* In scripts with capitals the long words of a name have one. */
static bool
capitals(str s)
{
    str word;

    while (str_next(&s, ' ', &word)) {
        struct shape shape;
        str first = word;

        shape_of(NULL, word, &shape);
        if (shape.units > 3 && utf8_lower(utf8_next(&first)))
            return false;
    }
    return true;
}

/* "Church and Life": joined, and no list of persons. */
static bool
joined(str s)
{
    str word;

    while (str_next(&s, ' ', &word))
        if (word.n > 1 && who_joint(word))
            return true;
    return false;
}

/* A few words, a capital first where nobody says that it is a name. */
static bool
is_name(const struct page *p, str s, enum trust trust)
{
    bool said = trust >= TRUST_SAID;
    struct shape shape;
    struct who look;
    str rest = s;
    uint32_t first;

    if (s.n == 0 || who_nobody(p, s))
        return false;
    if (who_desk(s))
        return true;
    shape_of(p->lx, s, &shape);
    first = utf8_next(&rest);
    if (shape.units < (said ? NAME_LEAST : NAME_SHOWN) ||
        shape.units > NAME_MOST || shape.words > NAME_WORDS ||
        (!said && shape.digits) || shape.last == '!' || shape.last == '?' ||
        shape.last == 0x2026 || shape.chrome != CHROME_NONE || who_account(s) ||
        !utf8_letter(first) || str_find(s, STR(":")) != SIZE_MAX || joined(s) ||
        !(said ? shape.words == 1 || capitals(s) ||
                     (shape.words <= 3 && utf8_upper(first))
               : !utf8_lower(first) && capitals(s)))
        return false;
    look = who_look(p, s);
    if (look.day && look.words == 1)
        return false;
    return said || !look.org;
}

bool
authors_site(const struct page *p, str name)
{
    const struct meta *m = &p->meta;

    struct who who;

    if (who_firm(name) || who_house(p, name))
        return true;
    if (!(m->site.n && str_eq_nocase(name, m->site)) &&
        !title_site_like(p, name, SITE_MORE))
        return false;
    who = who_look(p, name); /* a site may bear a person's name */
    return !who.given || who.org || who.words < 2;
}

static void
add(struct page *p, str name)
{
    struct article *a = p->a;

    name = page_line(name, p->mem);
    for (size_t i = 0; i < a->nbyline; i++)
        if (str_starts_nocase(a->byline[i], name) &&
            (a->byline[i].n == name.n || a->byline[i].s[name.n] == ' '))
            return;
    if (a->nbyline < META_MOST_AUTHORS)
        a->byline[a->nbyline++] = name;
}

static bool
agency(struct page *p, str name)
{
    if (!who_agency(name))
        return false;
    if (p->a->agency.n == 0)
        p->a->agency = page_line(name, p->mem);
    return true;
}

/* Cuts at "A, B und C"; *sure: the cut was a word, not a comma. */
static str
next_part(str *s, bool *sure)
{
    static const struct {
        const char *mark;
        bool sure;
    } joints[] = {{",", false},   {" und ", true},  {" and ", true},
                  {" et ", true}, {" y ", true},    {" e ", true},
                  {" & ", true},  {" i ", true},    {" og ", true},
                  {" en ", true}, {" och ", true},  {"; ", true},
                  {" / ", true},  {"/", false},     {"、", true},
                  {" ve ", true}, {" и ", true},    {" And ", true},
                  {" і ", true},  {" dan ", true},  {" και ", true},
                  {"，", true},   {" und: ", true}, {"\xC2\xA0", false}};
    size_t at = s->n, len = 0;
    str part;

    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t hit = str_find(*s, str_of(joints[i].mark));

        if (hit < at) {
            at = hit;
            len = strlen(joints[i].mark);
            *sure = joints[i].sure;
        }
    }
    part = str_trim(str_cut(*s, 0, at));
    *s = str_trim(str_cut(*s, at + len, s->n));
    return part;
}

/* A given and a family name. */
static bool
is_person(const struct page *p, str part, struct who *look)
{
    struct shape shape;

    shape_of(NULL, part, &shape);
    *look = who_look(p, part);
    return (shape.words >= 2 || shape.script == SCRIPT_HAN) &&
           shape.words <= PART_WORDS && !look->org && !who_staff(part) &&
           !who_place(p, part) && is_name(p, part, TRUST_SHOWN);
}

/* Up to a small word; empty where what follows makes a body of it: "Office
 * for Fish". */
static str
name_of(const struct page *p, str s, bool said)
{
    str name = cut_small(p, s, said);

    if (who_goes_on(str_cut(s, name.n, s.n)) && !who_look(p, name).given)
        return (str){0};
    return name;
}

/*
 * The persons of a list; false where it is none. Behind a comma may stand
 * what the one before is, or where: a part without a known given name behind
 * one with it is such, but where somebody lists them as authors.
 */
static bool
add_parts(struct page *p, str s, enum trust trust)
{
    str parts[META_MOST_AUTHORS];
    size_t n = 0, all = 0;
    bool sure = true, next = true, known = false;

    for (; s.n && all < 2 * META_MOST_AUTHORS; all++) {
        str part = next_part(&s, &next);
        struct who look = {0};
        bool person;

        part = name_of(p, part, false);
        person = is_person(p, part, &look) && !authors_site(p, part);
        if (all == 0 && !person)
            return false;
        if (agency(p, part) || !person ||
            (all && !sure && known && !look.given && trust < TRUST_SAID)) {
            sure = next;
            continue;
        }
        known |= look.given;
        if (n < META_MOST_AUTHORS)
            parts[n++] = part;
        sure = next;
    }
    if (all < 2)
        return false;
    for (size_t i = 0; i < n; i++)
        add(p, parts[i]);
    return n > 0;
}

/* "Lee, Ann": as libraries write one person. */
static bool
add_turned(struct page *p, str s)
{
    size_t comma = str_find(s, STR(", "));
    str family, given;

    if (comma == SIZE_MAX)
        return false;
    family = str_cut(s, 0, comma);
    given = str_trim(str_cut(s, comma + 2, s.n));
    if (str_find(family, STR(" ")) != SIZE_MAX ||
        str_find(given, STR(" ")) != SIZE_MAX || !who_look(p, given).given ||
        !is_name(p, family, TRUST_SHOWN))
        return false;
    s = (str){arena_alloc(p->mem, s.n), given.n + 1 + family.n};
    memcpy((char *)(uintptr_t)s.s, given.s, given.n);
    ((char *)(uintptr_t)s.s)[given.n] = ' ';
    memcpy((char *)(uintptr_t)s.s + given.n + 1, family.s, family.n);
    add(p, s);
    return true;
}

/* Names of Han and kana have no space in them. */
static bool
in_han(str s)
{
    struct shape shape;

    shape_of(NULL, s, &shape);
    return (shape.script == SCRIPT_HAN || shape.script == SCRIPT_KATAKANA ||
            shape.script == SCRIPT_HIRAGANA || shape.script == SCRIPT_HANGUL) &&
           shape.units <= HAN_UNITS;
}

bool
authors_add(struct page *p, str words, enum trust trust)
{
    str full = cut_label(p->lx, cut_spaces(str_trim(words), p->mem));
    str s = cut_glued(cut_by(p->lx, cut_quotes(full))), listed, by;
    bool single, led = s.n < full.n; /* a word says that a name follows */

    if (trust < TRUST_SAID && led && who_editor(full))
        return false;

    if (str_find(s, STR(";")) != SIZE_MAX && add_parts(p, s, trust))
        return true;
    if (trust >= TRUST_SAID && !authors_site(p, s) && who_desk(s)) {
        add(p, s);
        return true;
    }
    listed = cut_mark(s);
    /* "Posted on September 3 by Ann Lee" */
    if ((!capitals(listed) || listed.n == 0 || who_look(p, listed).day) &&
        (by = cut_behind_by(p->lx, s)).n)
        listed = cut_mark(by);
    if (agency(p, listed))
        return false;
    if (add_parts(p, listed, trust) || add_turned(p, listed))
        return true;
    if (trust >= TRUST_SAID && who_explained(str_cut(s, listed.n, s.n)) &&
        !who_look(p, listed).given)
        return false;
    listed = name_of(p, listed, trust >= TRUST_SAID);
    single = str_find(listed, STR(" ")) == SIZE_MAX &&
             !who_look(p, listed).given && !who_desk(listed) && !in_han(listed);
    if (single && trust == TRUST_SHOWN && led && full.n <= ALIAS_MOST &&
        !who_function(p, listed))
        trust = TRUST_SAID; /* an alias */
    /* a blog may bear its author's name */
    if (!is_name(p, listed, trust) || who_firm(listed) ||
        (trust != TRUST_LINKED && authors_site(p, listed)) ||
        (single && trust < TRUST_SAID) ||
        (str_find(listed, STR(",")) != SIZE_MAX &&
         !who_look(p, listed).given) ||
        (trust == TRUST_LINE && !led && !who_look(p, listed).given))
        return false;
    add(p, listed);
    return true;
}

/* ---- lines of the page ------------------------------------------------------
 */

/* A person with a given name that is known, and nothing else. */
static bool
add_person(struct page *p, str s)
{
    struct who look;

    s = str_trim(s);
    if (!is_person(p, s, &look) || !look.given || look.words > 4 ||
        authors_site(p, s))
        return false;
    add(p, s);
    return true;
}

/* "25.10.2022 - Ann Lee", "21. Jan 2022 // Ann Lee": the piece that is a
 * person. */
static bool
add_piece(struct page *p, str line)
{
    size_t from = 0;

    for (size_t i = 0; i <= line.n; i++) {
        unsigned char c = i < line.n ? (unsigned char)line.s[i] : '|';
        bool dash = c == '-' && i && line.s[i - 1] == ' ';
        /* dots, bullets and long dashes begin so */
        bool mark = c == 0xC2 || (c == 0xE2 && i + 1 < line.n &&
                                  (unsigned char)line.s[i + 1] < 0x8C);

        if (c != '|' && c != '/' && c != ',' && c != '(' && c != ';' && !dash &&
            !mark)
            continue;
        if (add_person(p, str_cut(line, from, i)))
            return true;
        while (i + 1 < line.n && ((unsigned char)line.s[i + 1] & 0xC0) == 0x80)
            i++;
        from = i + 1;
    }
    return false;
}

void
authors_fuller(struct page *p, str line)
{
    str *one = &p->a->byline[0], name;
    struct who look;

    if (!str_starts(line, *one) || line.n <= one->n || line.s[one->n] != ' ')
        return;
    name = cut_small(p, cut_mark(line), false);
    if (is_person(p, name, &look) && look.words == FULLER_WORDS)
        *one = page_line(name, p->mem);
}

bool
authors_line(struct page *p, const struct raw *r, bool end)
{
    struct named_day d[2];
    bool whole;
    str by;

    if (lexicon_chrome(p->lx, r->text, &whole) == CHROME_BYLINE)
        return !whole && authors_add(p, r->text, TRUST_LINE);
    if (end)
        return r->shape.digits == 0 && r->shape.last == 0 && r->linked == 0 &&
               add_person(p, r->text);
    if (r->shape.digits < 3 || dates_of(p, r, d, 2) == 0)
        return false;
    by = cut_behind_by(p->lx, r->text);
    return by.n ? authors_add(p, by, TRUST_SHOWN) : add_piece(p, r->text);
}
