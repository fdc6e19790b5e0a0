/* rows_test.c - rows of words that a user keeps beside the shipped ones. */
#include "test.h"

#include "lexicon/rows.h"

static const char *
lexicon_path(void)
{
    const char *path = getenv("SAMESTORY_DATA");

    return path ? path : "build/samestory.lex";
}

struct faults {
    size_t line[8];
    size_t n;
};

static void
note(void *ctx, size_t line, const char *why)
{
    struct faults *f = ctx;

    (void)why;
    if (f->n < 8)
        f->line[f->n++] = line;
}

/* The key of the concept that the whole text means, "" for none. */
static const char *
meaning(struct lexicon *lx, const char *text, enum lang lang, struct arena *mem)
{
    struct stemmer *s = stemmer_open();
    str words = str_of(text);
    struct lang_span all = {{0, (uint32_t)words.n}, lang};
    struct reading r = {0};
    const char *key = "";

    segment(&r.w, words, &all, 1, s, mem);
    lexicon_read(lx, &r, mem);
    for (size_t i = 0; i < r.nsenses; i++)
        if (r.senses[i].kind == SENSE_CONCEPT &&
            r.senses[i].nwords == r.w.nwords)
            key = arena_z(mem, lexicon_key(lx, r.senses[i].id));
    stemmer_close(s);
    return key;
}

static const char good[] = "#concept\tclass\ten\tru\n"
                           "# a remark\n"
                           "ferry\t\tzorb ferry\tзорболёт\n"
                           "zorbing\tthing\tzorb|zorber\t\n";

static void
rows_add_words_to_concepts_and_new_concepts(void)
{
    struct arena *mem = arena_open();
    struct err err = {0};
    struct lexicon *lx = lexicon_open(lexicon_path(), &err);
    uint64_t before = lexicon_version(lx);
    uint32_t shipped = lexicon_shipped(lx), zorb;
    struct rows rows = {NULL, 0};

    CHECK(*meaning(lx, "зорболёты", LANG_RU, mem) == '\0');
    CHECK(rows_read(&rows, str_of(good), NULL, NULL, mem) == 0);
    CHECK(rows.n == 2);
    lexicon_add(lx, &rows);
    CHECK(str_is(STR("ferry"), meaning(lx, "зорболёты", LANG_RU, mem)));
    CHECK(str_is(STR("ferry"), meaning(lx, "zorb ferries", LANG_EN, mem)));
    CHECK(str_is(STR("zorbing"), meaning(lx, "zorbers", LANG_EN, mem)));
    /* what was there before still is */
    CHECK(str_is(STR("ferry"), meaning(lx, "ferries", LANG_EN, mem)));
    zorb = lexicon_concept(lx, "zorbing");
    CHECK(zorb == shipped + 1);
    CHECK(lexicon_class(lx, zorb) == CLASS_THING);
    CHECK(str_is(lexicon_word(lx, zorb, LANG_EN), "zorb"));
    CHECK(str_is(lexicon_word(lx, zorb, LANG_DE), "zorbing"));
    CHECK(lexicon_version(lx) != before);
    lexicon_close(lx);
    arena_close(mem);
}

static void
a_line_that_is_no_row_is_told_by_its_number(void)
{
    static const char bad[] = "lost\tthing\tlost\n"     /* 1: no header */
                              "#concept\tclass\tru\n"   /* 2 */
                              "a\tthing\tхорошо\n"      /* 3: well */
                              "b\tthink\tхорошо\n"      /* 4: no class */
                              "c\tthing\tgood\n"        /* 5: Latin is fine */
                              "d\tthing\tхорошо\tx\n"   /* 6: a column more */
                              "e\tthing\tхорошо||мир\n" /* 7: an empty word */
                              "f\tthing\tбілий\n"      /* 8: і is no Russian */
                              "g\tthing\t\n"           /* 9: no words */
                              "#concept\tclass\txx\n"; /* 10: no language */
    struct arena *mem = arena_open();
    struct rows rows = {NULL, 0};
    struct faults f = {.n = 0};
    static const size_t want[] = {1, 4, 6, 7, 8, 9, 10};

    CHECK(rows_read(&rows, str_of(bad), note, &f, mem) == 7);
    CHECK(f.n == 7);
    for (size_t i = 0; i < f.n && i < 7; i++)
        CHECK(f.line[i] == want[i]);
    CHECK(rows.n == 2);
    arena_close(mem);
}

static void
rows_of_one_key_become_one_and_read_back(void)
{
    static const char two[] = "#concept\tclass\ten\n"
                              "zorbing\tthing\tzorb|orb\n"
                              "#concept\tru\ten\n"
                              "zorbing\tзорб\torb|zorber\n";
    static const char one[] = "#concept\tclass\tru\ten\n"
                              "zorbing\tthing\tзорб\tzorb|orb|zorber\n";
    struct arena *mem = arena_open();
    struct err err = {0};
    struct lexicon *lx = lexicon_open(lexicon_path(), &err);
    struct rows rows = {NULL, 0}, again = {NULL, 0};
    struct buf out = {0};

    CHECK(rows_read(&rows, str_of(two), NULL, NULL, mem) == 0);
    rows_merge(&rows, mem);
    rows_write(lx, &rows, &out);
    CHECK(str_is(buf_str(&out), one));
    CHECK(rows_read(&again, buf_str(&out), NULL, NULL, mem) == 0);
    CHECK(again.n == 1);
    buf_free(&out);
    lexicon_close(lx);
    arena_close(mem);
}

TEST_MAIN
{
    RUN(rows_add_words_to_concepts_and_new_concepts);
    RUN(a_line_that_is_no_row_is_told_by_its_number);
    RUN(rows_of_one_key_become_one_and_read_back);
}
