/* stem_test.c - what stems bring together, and what they must not. */
#include "test.h"

#include "lexicon/lexicon.h"
#include "text/stem.h"

const struct lexicon *test_lexicon(void);

static bool
same_stem(enum lang lang, const char *a, const char *b)
{
    struct arena *mem = arena_open();
    struct stemmer *s = stemmer_open();
    bool same = str_eq(stem_word(s, str_of(a), lang, mem),
                       stem_word(s, str_of(b), lang, mem));

    stemmer_close(s);
    arena_close(mem);
    return same;
}

/* Whether the first word of the text may mean the concept. */
static bool
means(enum lang lang, const char *text, const char *key)
{
    struct arena *mem = arena_open();
    struct stemmer *s = stemmer_open();
    str words = str_of(text);
    struct lang_span all = {{0, (uint32_t)words.n}, lang};
    struct reading r = {0};
    bool found = false;

    segment(&r.w, words, &all, 1, s, mem);
    lexicon_read(test_lexicon(), &r, mem);
    for (size_t i = 0; i < r.nsenses; i++)
        found |= r.senses[i].word == 0 && r.senses[i].kind == SENSE_CONCEPT &&
                 str_is(lexicon_key(test_lexicon(), r.senses[i].id), key);
    stemmer_close(s);
    arena_close(mem);
    return found;
}

static void
arabic_duals_have_the_stem_of_their_singular(void)
{
    CHECK(same_stem(LANG_AR, "سفينتان", "سفينة"));
    CHECK(same_stem(LANG_AR, "طائرتين", "طائرة"));
    CHECK(same_stem(LANG_AR, "اتفاقيتين", "اتفاقية"));
    CHECK(same_stem(LANG_AR, "بيتين", "بيت")); /* its ت is its own */
}

static void
derived_words_do_not_mean_each_other(void)
{
    CHECK(!means(LANG_EN, "engines", "engineer"));
    CHECK(!means(LANG_EN, "executives", "execution"));
    CHECK(!means(LANG_EN, "foreign", "foreigner"));
    CHECK(!means(LANG_EN, "following", "subscriber"));
}

static void
inflected_words_keep_their_meaning(void)
{
    CHECK(means(LANG_EN, "engineers", "engineer"));
    CHECK(means(LANG_EN, "executions", "execution"));
    CHECK(means(LANG_EN, "attacked", "attack"));
    CHECK(means(LANG_EN, "soldiers", "soldier"));
    CHECK(means(LANG_RU, "солдатами", "soldier"));
}

TEST_MAIN
{
    RUN(arabic_duals_have_the_stem_of_their_singular);
    RUN(derived_words_do_not_mean_each_other);
    RUN(inflected_words_keep_their_meaning);
}
