/* stem_test.c - what stems bring together, and what they must not. */
#include "test.h"

#include "lexicon/lexicon.h"
#include "text/fold.h"
#include "text/form.h"

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

/* Whether all words, parted by spaces, have one stem. */
static bool
all_one(enum lang lang, const char *words)
{
    struct arena *mem = arena_open();
    str rest = str_of(words), first, word;
    bool same = str_next(&rest, ' ', &first);

    while (str_next(&rest, ' ', &word))
        same &= same_stem(lang, arena_z(mem, first), arena_z(mem, word));
    arena_close(mem);
    return same;
}

static void
arabic_possessives_come_off_plurals(void)
{
    CHECK(all_one(LANG_AR, "حكومة حكومته حكوماتهم الحكومات وبالحكومة"));
}

static void
ukrainian_nouns_and_verbs_keep_one_stem(void)
{
    CHECK(all_one(LANG_UK, "організація організації організацією організацій"));
    CHECK(all_one(LANG_UK, "рішення рішенням рішенні"));
    CHECK(all_one(LANG_UK, "дозволив дозволила дозволити дозволимо"));
    CHECK(all_one(LANG_UK, "завершився завершилися завершилась"));
    CHECK(all_one(LANG_UK, "військовий військового військових військовими"));
    CHECK(!all_one(LANG_UK, "міст міністр"));
}

static void
polish_nouns_and_verbs_keep_one_stem(void)
{
    CHECK(all_one(LANG_PL, "rozpoczęła rozpoczęły rozpoczął"));
    CHECK(all_one(LANG_PL, "zbudować zbudowano zbudowany zbudowała"));
    CHECK(all_one(LANG_PL, "wojskowy wojskowego wojskowych wojskowymi"));
    CHECK(all_one(LANG_PL, "eksplozja eksplozji eksplozje"));
    CHECK(!all_one(LANG_PL, "premia premier"));
}

static void
korean_particles_and_light_verbs_come_off_nouns(void)
{
    CHECK(all_one(LANG_KO, "발표 발표를 발표했다 발표한 발표된 발표하고"));
    CHECK(all_one(LANG_KO, "정상회의 정상회의에서 정상회의를"));
    CHECK(all_one(LANG_KO, "군인 군인들이 군인들은 군인에게"));
    /* what looks like an ending but leaves one syllable stays */
    CHECK(!all_one(LANG_KO, "회의 회"));
    CHECK(!all_one(LANG_KO, "북한 북"));
}

static void
hindi_spellings_side_by_side_are_one(void)
{
    CHECK(all_one(LANG_HI, "ख़तरा खतरा"));
    CHECK(all_one(LANG_HI, "हिन्दी हिंदी"));
    CHECK(all_one(LANG_HI, "पाँच पांच"));
    CHECK(!all_one(LANG_HI, "जन्म जंम")); /* न्म is no nasal and stop */
}

static void
persian_plurals_and_participles_keep_one_stem(void)
{
    CHECK(all_one(LANG_FA, "اداره ادارات"));
    CHECK(all_one(LANG_FA, "نجات‌یافته نجات‌یافتگان"));
    CHECK(all_one(LANG_FA,
                  "موشک موشک‌ها موشک‌هایی موشکی"));
    CHECK(!all_one(LANG_FA, "نامه نام"));
}

static void
hebrew_possessives_come_off(void)
{
    CHECK(all_one(LANG_HE, "התנגדות התנגדותו התנגדותם"));
    CHECK(all_one(LANG_HE, "מתקפה מתקפות"));
    CHECK(!all_one(LANG_HE, "בית בת"));
}

static void
greek_feminines_and_neuters_keep_one_stem(void)
{
    CHECK(all_one(LANG_EL, "απεργία απεργίας απεργίες απεργιών"));
    CHECK(all_one(LANG_EL, "σχέδιο σχεδίου σχέδια"));
    CHECK(all_one(LANG_EL, "τραυματίας τραυματίες τραυματιών"));
}

static void
urdu_plurals_keep_one_stem(void)
{
    CHECK(all_one(LANG_UR, "عورت عورتوں عورتیں"));
    CHECK(all_one(LANG_UR, "لڑکا لڑکے لڑکوں"));
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

/* More words than a stemmer remembers, each in two languages, three times. */
static void
a_word_remembered_is_as_it_was(void)
{
    struct arena *mem = arena_open();
    struct stemmer *s = stemmer_open(), *fresh = stemmer_open();
    bool same = true;

    for (int i = 0; i < 3 * 40000; i++) {
        enum lang lang = i % 2 ? LANG_TR : LANG_EN;
        str word =
            arena_printf(mem, "%sIng%ds", i % 5 ? "Word" : "\xc3\x96L\xc4\xb0",
                         i / 2 % 20000);
        struct form f;

        form_of(&f, word, lang, s, mem);
        same &= str_eq(f.stem, stem_word(fresh, word, lang, mem)) &&
                str_eq(f.fold, fold_word(word, lang, mem)) && f.capital &&
                !f.all_caps && f.script == SCRIPT_LATIN;
    }
    CHECK(same);
    stemmer_close(s);
    stemmer_close(fresh);
    arena_close(mem);
}

static void
a_word_too_long_to_remember_has_its_form(void)
{
    struct arena *mem = arena_open();
    struct stemmer *s = stemmer_open();
    struct form f, again;
    char word[400];

    memset(word, 'A', sizeof word);
    form_of(&f, (str){word, sizeof word}, LANG_EN, s, mem);
    form_of(&again, (str){word, sizeof word}, LANG_EN, s, mem);
    CHECK(f.fold.n == sizeof word && f.all_caps && str_eq(f.fold, again.fold));
    stemmer_close(s);
    arena_close(mem);
}

TEST_MAIN
{
    RUN(a_word_remembered_is_as_it_was);
    RUN(a_word_too_long_to_remember_has_its_form);
    RUN(arabic_duals_have_the_stem_of_their_singular);
    RUN(arabic_possessives_come_off_plurals);
    RUN(ukrainian_nouns_and_verbs_keep_one_stem);
    RUN(polish_nouns_and_verbs_keep_one_stem);
    RUN(korean_particles_and_light_verbs_come_off_nouns);
    RUN(hindi_spellings_side_by_side_are_one);
    RUN(persian_plurals_and_participles_keep_one_stem);
    RUN(hebrew_possessives_come_off);
    RUN(greek_feminines_and_neuters_keep_one_stem);
    RUN(urdu_plurals_keep_one_stem);
    RUN(derived_words_do_not_mean_each_other);
    RUN(inflected_words_keep_their_meaning);
}
