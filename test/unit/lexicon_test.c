/* lexicon_test.c - the mapped file: its size, its keys, damage to it. */
#include "lexicon/lexicon.h"
#include "text/stem.h"

#include "test.h"

#include <sys/stat.h>
#include <unistd.h>

static const char *
lexicon_file(void)
{
    const char *path = getenv("SAMESTORY_DATA");

    return path ? path : "build/samestory.lex";
}

/* The name of the place at the first word, empty where it means none. */
static str
place_at_first(enum lang lang, const char *text)
{
    struct arena *mem = arena_open();
    struct stemmer *s = stemmer_open();
    str words = str_of(text), name = {0};
    struct lang_span all = {{0, (uint32_t)words.n}, lang};
    struct reading r = {0};
    const struct sense *sense;

    segment(&r.w, words, &all, 1, s, mem);
    lexicon_read(test_lexicon(), &r, mem);
    sense = reading_sense(&r, 0, SENSE_PLACE);
    if (sense)
        name = lexicon_place(test_lexicon(), sense->id).name;
    stemmer_close(s);
    arena_close(mem);
    return name;
}

static void
all_languages_take_eight_megabytes(void)
{
    struct stat st;

    CHECK(stat(lexicon_file(), &st) == 0 && st.st_size <= 8 << 20);
}

/* By chance one key in 7 * 10^8 would: format.h. */
static void
words_of_no_row_mean_nothing(void)
{
    unsigned found = 0;

    for (int i = 0; i < 100000; i++) {
        char word[32];

        snprintf(word, sizeof word, "qx%dzv", i);
        for (int kind = SENSE_CONCEPT; kind <= SENSE_SOUND; kind++)
            found += lexicon_has(test_lexicon(), str_of(word), LANG_EN,
                                 (enum sense_kind)kind);
    }
    CHECK(found == 0);
}

static void
an_english_name_is_read_in_any_language(void)
{
    CHECK_STR(place_at_first(LANG_EN, "Saudi Arabia"), "Saudi Arabia");
    CHECK_STR(place_at_first(LANG_FR, "Burkina Faso"), "Burkina Faso");
    CHECK_STR(place_at_first(LANG_SV, "Buenos Aires"), "Buenos Aires");
    CHECK_STR(place_at_first(LANG_VI, "Los Angeles"), "Los Angeles");
}

static void
a_stem_is_no_word_as_it_stands(void)
{
    /* "Багдада" has a row by its stem alone */
    CHECK_STR(place_at_first(LANG_RU, "Багдада"), "Baghdad");
    CHECK(!lexicon_has(test_lexicon(), STR("багдада"), LANG_RU, SENSE_PLACE));
}

static void
a_concept_has_its_first_word_in_each_language(void)
{
    uint32_t id = lexicon_concept(test_lexicon(), "ship");

    CHECK(id != 0);
    CHECK_STR(lexicon_key(test_lexicon(), id), "ship");
    CHECK_STR(lexicon_word(test_lexicon(), id, LANG_EN), "ship");
    CHECK_STR(lexicon_word(test_lexicon(), id, LANG_DE), "Schiff");
    CHECK_STR(lexicon_word(test_lexicon(), id, LANG_NL), "schip");
    /* no column: the key */
    CHECK_STR(lexicon_word(test_lexicon(), id, LANG_SV), "ship");
}

/*
 * Every eighth byte from `at` on made 0xFF. Whether it opens is not said;
 * what it then answers may be wrong, but must lie inside the file.
 */
static void
ask_damaged(long at)
{
    char path[] = "/tmp/samestory-lexicon-XXXXXX", bytes[4096];
    int fd = mkstemp(path);
    FILE *in = fopen(lexicon_file(), "rb"),
         *out = fd < 0 ? NULL : fdopen(fd, "wb");
    struct err err = {0};
    struct lexicon *lx;
    size_t n;

    CHECK(in && out);
    while (in && out && (n = fread(bytes, 1, sizeof bytes, in)) > 0)
        fwrite(bytes, 1, n, out);
    for (long i = at; out && i < at + 80000; i += 8)
        if (fseek(out, i, SEEK_SET) == 0)
            fputc(0xFF, out);
    if (in)
        fclose(in);
    if (out)
        fclose(out);
    lx = lexicon_open(path, &err);
    for (int i = 0; lx && i < 2000; i++) {
        char word[32];

        snprintf(word, sizeof word, "%d", i);
        lexicon_has(lx, str_of(word), LANG_EN, SENSE_CONCEPT);
        lexicon_word(lx, (uint32_t)i, LANG_NL);
        lexicon_place(lx, (uint32_t)i);
        lexicon_pinyin(lx, 0x4E00 + (uint32_t)i);
    }
    lexicon_close(lx);
    unlink(path);
}

/* By the stemmer that knows the text already and by a new one each: words,
 * those under a clitic, a plural with a vowel of its own, numbers, initials. */
static void
a_text_read_again_means_the_same(void)
{
    static const struct {
        enum lang lang;
        const char *text;
    } texts[] = {{LANG_EN, "Three soldiers of the U.S. army left Iraq in May."},
                 {LANG_AR, "وقال الوزير للجنود بالعراق إن 3 قتلوا"},
                 {LANG_RU, "Пять деревень и шесть палаток под Москвой"},
                 {LANG_KO, "이라크에서 군인들이 사망했다고"},
                 {LANG_TR, "Irak'ta üç asker öldü"}};
    struct stemmer *old = stemmer_open();
    bool same = true;

    for (size_t i = 0; i < 4 * sizeof texts / sizeof *texts; i++) {
        size_t k = i % (sizeof texts / sizeof *texts);
        str text = str_of(texts[k].text);
        struct lang_span all = {{0, (uint32_t)text.n}, texts[k].lang};
        struct arena *mem = arena_open();
        struct stemmer *fresh = stemmer_open();
        struct reading r = {0}, s = {0};

        segment(&r.w, text, &all, 1, old, mem);
        lexicon_read_by(test_lexicon(), old, &r, mem);
        segment(&s.w, text, &all, 1, fresh, mem);
        lexicon_read_by(test_lexicon(), fresh, &s, mem);
        same &= r.nsenses > 0 && r.nsenses == s.nsenses;
        for (size_t n = 0; n < r.nsenses && same; n++)
            same &= r.senses[n].word == s.senses[n].word &&
                    r.senses[n].nwords == s.senses[n].nwords &&
                    r.senses[n].kind == s.senses[n].kind &&
                    r.senses[n].exact == s.senses[n].exact &&
                    r.senses[n].id == s.senses[n].id;
        stemmer_close(fresh);
        arena_close(mem);
    }
    stemmer_close(old);
    CHECK(same);
}

static void
a_damaged_file_is_read_inside_its_bounds(void)
{
    struct stat st;

    CHECK(stat(lexicon_file(), &st) == 0);
    for (int part = 0; part < 16; part++)
        ask_damaged(512 + part * (st.st_size - 100000) / 16);
}

TEST_MAIN
{
    RUN(all_languages_take_eight_megabytes);
    RUN(words_of_no_row_mean_nothing);
    RUN(an_english_name_is_read_in_any_language);
    RUN(a_stem_is_no_word_as_it_stands);
    RUN(a_concept_has_its_first_word_in_each_language);
    RUN(a_text_read_again_means_the_same);
    RUN(a_damaged_file_is_read_inside_its_bounds);
}
