/* learn_test.c - pairs out of files, words out of pairs. */
#include "test.h"

#include "learn/learn.h"
#include "learn/model1.h"

const struct lexicon *test_lexicon(void);

static struct pairs
pairs_of(enum lang from, enum lang to)
{
    return (struct pairs){.from = from, .to = to, .mem = arena_open()};
}

static bool
is_pair(const struct pairs *p, size_t i, const char *a, const char *b)
{
    return i < p->n && str_is(p->list[i].a, a) && str_is(p->list[i].b, b);
}

/* ---- files ------------------------------------------------------------- */

static void
a_table_tells_which_column_is_which(void)
{
    struct pairs p = pairs_of(LANG_EN, LANG_RU);

    CHECK(pairs_table(&p, STR("#ru\ten\nбуря\tstorm\n\nлишь одно\n")));
    CHECK(p.n == 1 && is_pair(&p, 0, "storm", "буря"));
    CHECK(pairs_table(&p, STR("storm\tбуря\tremark\r\n")));
    CHECK(p.n == 2 && is_pair(&p, 1, "storm", "буря"));
    CHECK(!pairs_table(&p, STR("#de\tfr\nSturm\ttempête\n")));
    arena_close(p.mem);
}

static void
tmx_gives_the_two_languages_of_a_unit(void)
{
    struct pairs p = pairs_of(LANG_EN, LANG_RU);

    pairs_tmx(&p, STR("<tmx><body>"
                      "<tu><tuv xml:lang='de'><seg>Sturm</seg></tuv>"
                      "<tuv xml:lang='en-GB'><seg>a <bpt>x</bpt>storm</seg>"
                      "</tuv><tuv xml:lang='ru'><seg>буря</seg></tuv></tu>"
                      "<tu><tuv xml:lang='en'><seg>alone</seg></tuv></tu>"
                      "</body></tmx>"));
    CHECK(p.n == 1 && is_pair(&p, 0, "a xstorm", "буря"));
    arena_close(p.mem);
}

static void
a_po_gives_messages_but_not_fuzzy_ones(void)
{
    struct pairs p = pairs_of(LANG_EN, LANG_RU);

    pairs_po(&p, STR("msgid \"\"\nmsgstr \"Language: ru\\n\"\n\n"
                     "msgctxt \"menu\"\nmsgid \"_Har\"\n\"bour\"\n"
                     "msgstr \"_Гавань\"\n\n"
                     "#, fuzzy\nmsgid \"old\"\nmsgstr \"старый\"\n\n"
                     "msgid \"%d storm\"\nmsgid_plural \"%d storms\"\n"
                     "msgstr[0] \"%d буря\"\nmsgstr[1] \"%d бури\"\n\n"
                     "msgid \"none yet\"\nmsgstr \"\"\n"));
    CHECK(p.n == 2);
    CHECK(is_pair(&p, 0, "Harbour", "Гавань"));
    CHECK(is_pair(&p, 1, "storm", "буря"));
    arena_close(p.mem);
}

static void
put32(struct buf *b, uint32_t x, bool big)
{
    for (int i = 0; i < 4; i++)
        buf_putc(b, (char)(x >> (big ? 24 - 8 * i : 8 * i)));
}

/* A catalogue of one message, "menu^Dstorm" and its plural, by the manual. */
static void
a_mo_is_read_in_either_byte_order(void)
{
    static const char original[] = "menu\4storm\0storms";
    static const char translation[] = "буря\0бури";

    for (int big = 0; big < 2; big++) {
        struct pairs p = pairs_of(LANG_EN, LANG_RU);
        const uint32_t head[] = {0x950412de, 0, 1, 28, 36, 0, 0};
        struct buf b = {0};

        for (int i = 0; i < 7; i++)
            put32(&b, head[i], big);
        put32(&b, sizeof original - 1, big);
        put32(&b, 44, big);
        put32(&b, sizeof translation - 1, big);
        put32(&b, 44 + sizeof original, big);
        buf_put(&b, (str){original, sizeof original});
        buf_put(&b, (str){translation, sizeof translation});
        CHECK(pairs_mo(&p, buf_str(&b)));
        CHECK(p.n == 1 && is_pair(&p, 0, "storm", "буря"));
        CHECK(!pairs_mo(&p, STR("no catalogue")));
        buf_free(&b);
        arena_close(p.mem);
    }
}

static void
a_dictionary_gives_its_glosses(void)
{
    /* places and lengths in base 64: A is 0, u is 46 */
    struct pairs p = pairs_of(LANG_EN, LANG_RU);
    static const char text[] = "storm /sto:m/ <n>\n1. буря, гроза (x)\n"
                               "harbour\nгавань";

    pairs_dictd(&p,
                STR("00-database-short\tA\tO\n"
                    "storm\tA\tu\n"
                    "lost\tzz\tu\n"),
                str_of(text), false);
    CHECK(p.n == 2);
    CHECK(is_pair(&p, 0, "storm", "буря"));
    CHECK(is_pair(&p, 1, "storm", "гроза"));
    CHECK(p.list[0].terms);
    arena_close(p.mem);
}

/* ---- words --------------------------------------------------------------- */

static void
words_that_always_stand_together_belong_together(void)
{
    /* 1 with 1 and 2 with 2 in three texts of different company */
    static const uint32_t a[3][2] = {{1, 2}, {1, 3}, {2, 3}};
    struct segment_pair s[3];
    struct arena *mem = arena_open();
    struct word_pair *list;
    size_t n;

    for (uint32_t i = 0; i < 3; i++)
        s[i] = (struct segment_pair){a[i], a[i], 2, 2, i, 1};
    list = model1(s, 3, 0.5, 2, &n, mem);
    CHECK(n == 3);
    for (uint32_t i = 0; i < n && i < 3; i++)
        CHECK(list[i].a == i + 1 && list[i].b == i + 1 && list[i].events == 2);
    /* of one event they are told once */
    for (uint32_t i = 0; i < 3; i++)
        s[i].event = 0;
    model1(s, 3, 0.5, 2, &n, mem);
    CHECK(n == 0);
    arena_close(mem);
}

/* The row of the key, or NULL. */
static const struct row *
row_of(const struct rows *rows, const char *key)
{
    for (size_t i = 0; i < rows->n; i++)
        if (str_is(rows->list[i].key, key))
            return &rows->list[i];
    return NULL;
}

static void
an_unknown_word_takes_the_meaning_of_a_known_one(void)
{
    struct pairs p = pairs_of(LANG_EN, LANG_RU);
    struct learner *l = learner_open(test_lexicon(), LANG_EN, LANG_RU);
    struct rows rows = {NULL, 0};
    const struct row *row;

    /* "зорболёт" goes with "ferry", which has one meaning; "frobnik" and
     * "фробник" are new to both; "солдаты" and soldiers know each other */
    pairs_table(&p, STR("ferry and soldiers\tзорболёт и солдаты\n"
                        "the ferry with frobnik\tзорболёт и фробник\n"
                        "frobnik and soldiers\tфробник и солдаты\n"
                        "one more ferry\tещё зорболёт\n"
                        "more frobnik\tещё фробник\n"));
    learner_pairs(l, &p);
    learner_rows(l, &learn_from_pairs, &rows, p.mem);
    row = row_of(&rows, "ferry");
    CHECK(row && str_is(row->words[LANG_RU], "зорболёт"));
    row = row_of(&rows, "+frobnik");
    CHECK(row && row->cls == CLASS_VERB);
    CHECK(!row_of(&rows, "soldier"));
    learner_close(l);
    arena_close(p.mem);
}

static void
what_is_told_twice_with_the_same_words_counts_once(void)
{
    struct pairs p = pairs_of(LANG_EN, LANG_RU);
    struct learner *l = learner_open(test_lexicon(), LANG_EN, LANG_RU);
    struct rows rows = {NULL, 0};

    for (int i = 0; i < 5; i++)
        pairs_table(&p, STR("a ferry\tзорболёт\n"));
    learner_pairs(l, &p);
    learner_rows(l, &learn_from_pairs, &rows, p.mem);
    CHECK(rows.n == 0);
    learner_close(l);
    arena_close(p.mem);
}

static struct told
told_of(const char *text, enum lang lang, struct arena *mem)
{
    struct stemmer *stemmer = stemmer_open();
    str words = str_of(text);
    struct lang_span all = {{0, (uint32_t)words.n}, lang};
    struct reading *r = arena_new(mem, struct reading, 1);

    segment(&r->w, words, &all, 1, stemmer, mem);
    lexicon_read(test_lexicon(), r, mem);
    stemmer_close(stemmer);
    return (struct told){r, arena_new(mem, uint8_t, r->w.nwords + 1)};
}

static void
stories_of_any_language_teach_words_of_one(void)
{
    static const char *const de[] = {"Die Soldaten. Die Zorbel.",
                                     "Eine Zorbel, eine Brücke.",
                                     "Die Zorbel, die Soldaten."};
    static const char *const other[] = {
        "soldiers, a ferry", "un ferry, un pont", "los soldados y el ferry"};
    static const enum lang lang[] = {LANG_EN, LANG_FR, LANG_ES};

    /* the third time in a story of its own, then in that of the second */
    for (uint32_t last = 2; last > 0; last--) {
        struct learner *l = learner_open(test_lexicon(), LANG_UND, LANG_DE);
        struct arena *mem = arena_open();
        struct rows rows = {NULL, 0};

        for (uint32_t i = 0; i < 3; i++) {
            struct told own = told_of(de[i], LANG_DE, mem);
            struct told told = told_of(other[i], lang[i], mem);

            learner_event(l, &told, 1, &own, i < last ? i : last);
        }
        learner_rows(l, &learn_from_events, &rows, mem);
        CHECK((row_of(&rows, "ferry") != NULL) == (last == 2));
        learner_close(l);
        arena_close(mem);
    }
}

TEST_MAIN
{
    RUN(stories_of_any_language_teach_words_of_one);
    RUN(a_table_tells_which_column_is_which);
    RUN(tmx_gives_the_two_languages_of_a_unit);
    RUN(a_po_gives_messages_but_not_fuzzy_ones);
    RUN(a_mo_is_read_in_either_byte_order);
    RUN(a_dictionary_gives_its_glosses);
    RUN(words_that_always_stand_together_belong_together);
    RUN(an_unknown_word_takes_the_meaning_of_a_known_one);
    RUN(what_is_told_twice_with_the_same_words_counts_once);
}
