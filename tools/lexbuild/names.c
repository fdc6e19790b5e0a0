/* names.c - bodies, given names, eastern surnames, particles. */
#include "lexbuild.h"

#include <string.h>

/* "UN": letters that stand for a name, of which five may be one ("UNESCO"
 * is what all say). */
static bool
letters(str name)
{
    size_t n = 0;

    for (size_t i = 0; i < name.n; i++)
        if (name.s[i] >= 'A' && name.s[i] <= 'Z')
            n++;
        else if (name.s[i] != '.')
            return false;
    return n <= 5;
}

/* A body is called by its first English name that is more than letters. */
static void
bodies(struct build *b, const char *dir)
{
    str rest = slurp(b, dir, "names/bodies.tsv"), line;
    str col[LEX_COLUMNS + 4];

    while (str_next(&rest, '\n', &line)) {
        struct lex_entry e = {.kind = SENSE_BODY};
        str alt;

        if (line.n == 0 || line.s[0] == '#')
            continue;
        if (columns(line, col, LEX_COLUMNS + 4) != LEX_COLUMNS + 2) {
            fault(b, "bodies.tsv: columns of %.*s", STR_ARG(col[0]));
            continue;
        }
        b->bodies =
            arena_grow(b->mem, b->bodies, b->nbodies, sizeof *b->bodies);
        e.id = (uint32_t)b->nbodies + 1;
        for (int i = 0; i < LEX_COLUMNS; i++) {
            enum lang lang = (enum lang)(i + 1);
            str cell = col[i + 2];
            str called = {0};

            while (str_next(&cell, '|', &alt)) {
                alt = str_trim(alt);
                if (alt.n == 0)
                    continue;
                e.flags = name_flags(alt);
                put(b, alt, lang, inflects(lang) ? PUT_BOTH : PUT_EXACT, e);
                if (lang == LANG_EN)
                    put(b, alt, LANG_UND, PUT_EXACT, e);
                if (called.n == 0 || (letters(called) && alt.n > called.n))
                    called = alt;
            }
            if (lang == LANG_EN)
                b->bodies[b->nbodies].text = text_at(b, called);
        }
        b->nbodies++;
    }
}

static void
given(struct build *b, const char *dir)
{
    static const enum lang langs[] = {LANG_UND, LANG_UND, LANG_AR, LANG_FA,
                                      LANG_HE,  LANG_RU,  LANG_UK, LANG_EL,
                                      LANG_ZH,  LANG_JA,  LANG_KO, LANG_HI};
    str rest = slurp(b, dir, "names/given.tsv"), line, col[12], alt;

    while (str_next(&rest, '\n', &line)) {
        struct lex_entry e = {.kind = SENSE_GIVEN};
        size_t n;

        if (line.n == 0 || line.s[0] == '#')
            continue;
        n = columns(line, col, 12);
        b->given = arena_grow(b->mem, b->given, b->ngiven, sizeof *b->given);
        e.id = (uint32_t)b->ngiven + 1;
        for (size_t i = 0; i < n; i++) {
            bool first = true;

            if (i == 1) {
                b->given[b->ngiven].sex =
                    str_is(col[i], "f") || str_is(col[i], "m")
                        ? (uint32_t)*col[i].s
                        : 0;
                continue;
            }
            while (str_next(&col[i], '|', &alt)) {
                alt = str_trim(alt);
                if (alt.n == 0)
                    continue;
                if (i == 0 && first)
                    b->given[b->ngiven].text = text_at(b, alt);
                first = false;
                /* the names of one common noun are no witness */
                if (i > 1 && has(b, alt, langs[i], SENSE_CONCEPT))
                    continue;
                e.flags = name_flags(alt) ? LEX_CAPITAL : 0;
                put(b, alt, langs[i], inflects(langs[i]) ? PUT_BOTH : PUT_EXACT,
                    e);
                if (langs[i] == LANG_AR)
                    put(b, alt, LANG_FA, PUT_EXACT, e);
            }
        }
        b->ngiven++;
    }
}

static void
surnames(struct build *b, const char *dir)
{
    str rest = slurp(b, dir, "names/surnames_east.tsv"), line, col[2], word;

    while (str_next(&rest, '\n', &line)) {
        if (line.n == 0 || line.s[0] == '#' || columns(line, col, 2) != 2)
            continue;
        while (str_next(&col[1], ' ', &word)) {
            enum lang lang = lang_of(col[0]);

            if (word.n)
                put(b, word, lang, PUT_EXACT,
                    (struct lex_entry){.id = 1,
                                       .kind = SENSE_SURNAME,
                                       .flags =
                                           lang == LANG_VI ? LEX_CAPITAL : 0});
        }
    }
}

static void
particles(struct build *b, const char *dir)
{
    str rest = slurp(b, dir, "names/particles.tsv"), line, col[3];

    while (str_next(&rest, '\n', &line)) {
        struct lex_entry e = {.id = 1};
        enum lang lang;

        if (line.n == 0 || line.s[0] == '#' || columns(line, col, 3) != 3)
            continue;
        e.kind = str_is(col[0], "particle")    ? SENSE_PARTICLE
                 : str_is(col[0], "honorific") ? SENSE_HONORIFIC
                                               : SENSE_SUFFIX;
        lang = str_is(col[1], "*") ? LANG_UND : lang_of(col[1]);
        put(b, col[2], lang, PUT_EXACT, e);
    }
}

/* Common words of names and legal forms, characters of transliterations. */
static void
heads(struct build *b, const char *dir)
{
    str rest = slurp(b, dir, "names/heads.tsv"), line, col[3], word;

    while (str_next(&rest, '\n', &line)) {
        struct lex_entry e = {.kind = SENSE_HEAD};
        enum lang lang;

        if (line.n == 0 || line.s[0] == '#' || columns(line, col, 3) != 3)
            continue;
        if (str_is(col[0], "org"))
            e.id = HEAD_ORG;
        else if (str_is(col[0], "place"))
            e.id = HEAD_PLACE;
        else if (str_is(col[0], "firm"))
            e.id = HEAD_FIRM;
        else if (str_is(col[0], "in"))
            e.id = HEAD_IN;
        else if (str_is(col[0], "sole"))
            e.id = HEAD_SOLE;
        else if (str_is(col[0], "trade"))
            e.id = HEAD_TRADE;
        else if (str_is(col[0], "thing"))
            e.id = HEAD_THING;
        else
            e.id = 1, e.kind = SENSE_SOUND;
        lang = str_is(col[1], "*") ? LANG_UND : lang_of(col[1]);
        while (str_next(&col[2], '|', &word)) {
            e.flags = e.id == HEAD_FIRM    ? LEX_CAPITAL
                      : e.id == HEAD_THING ? LEX_CAPS
                                           : 0;
            if (word.n)
                put(b, word, lang,
                    e.id == HEAD_FIRM || e.id == HEAD_IN ||
                            e.id == HEAD_THING || e.kind == SENSE_SOUND
                        ? PUT_EXACT
                        : PUT_BOTH,
                    e);
        }
    }
}

void
read_names(struct build *b, const char *dir)
{
    bodies(b, dir);
    given(b, dir);
    surnames(b, dir);
    particles(b, dir);
    heads(b, dir);
}
