/* name_test.c - names in many languages: where they begin and end, what
 * they are, and words that are none. */
#include "test.h"

#include "evidence/name.h"
#include "lexicon/likeness.h"

#include <string.h>

struct read {
    struct article a;
    struct stemmer *stemmer;
};

static void
read_text(struct read *r, const char *lang, const char *text)
{
    struct lang_span *spans;

    memset(r, 0, sizeof *r);
    r->a.mem = arena_open();
    r->stemmer = stemmer_open();
    r->a.text = str_of(text);
    spans = arena_new(r->a.mem, struct lang_span, 1);
    spans[0] =
        (struct lang_span){{0, (uint32_t)r->a.text.n}, lang_of(str_of(lang))};
    segment(&r->a.read.w, r->a.text, spans, 1, r->stemmer, r->a.mem);
    lexicon_read(test_lexicon(), &r->a.read, r->a.mem);
    name_find(test_lexicon(), &r->a);
}

static void
drop(struct read *r)
{
    stemmer_close(r->stemmer);
    arena_close(r->a.mem);
}

/* Whether just these words are a sure name of this kind. */
static bool
names(const char *lang, const char *text, const char *name, enum name_kind kind)
{
    struct read r;
    bool found = false;

    read_text(&r, lang, text);
    for (size_t i = 0; i < r.a.nnames; i++)
        found |= r.a.names[i].sure >= NAME_SURE && r.a.names[i].kind == kind &&
                 str_is(article_words(&r.a, r.a.names[i].at), name);
    drop(&r);
    return found;
}

/* Whether a sure name holds a byte of these words. */
static bool
touches(const char *lang, const char *text, const char *words)
{
    struct read r;
    bool found = false;
    size_t at;

    read_text(&r, lang, text);
    at = str_find(r.a.text, str_of(words));
    for (size_t i = 0; i < r.a.nnames; i++)
        found |= r.a.names[i].sure >= NAME_SURE &&
                 r.a.names[i].at.start < at + strlen(words) &&
                 at < r.a.names[i].at.end;
    drop(&r);
    return found;
}

/* How many bearers the sure names of a text have. */
static size_t
bearers(const char *lang, const char *text)
{
    struct read r;
    size_t n = 0;

    read_text(&r, lang, text);
    for (size_t i = 0; i < r.a.nnames; i++) {
        bool again = r.a.names[i].sure < NAME_SURE;

        for (size_t k = 0; k < i && !again; k++)
            again = r.a.names[k].sure >= NAME_SURE &&
                    r.a.names[k].entity == r.a.names[i].entity;
        n += !again;
    }
    drop(&r);
    return n;
}

static void
a_title_is_no_part_of_the_name(void)
{
    CHECK(names("en", "The curator Odile Brasseur spoke on Friday.",
                "Odile Brasseur", NAME_PERSON));
    CHECK(names("de", "Das sagte Oberstaatsanwalt Veit Hollerbach am Montag.",
                "Veit Hollerbach", NAME_PERSON));
    CHECK(names("hi", "यूनियन प्रतिनिधि राजेश तिवारी ने कहा कि काम रुक गया है।",
                "राजेश तिवारी", NAME_PERSON));
    CHECK(names("ar", "وقال المدعي العام تورغوت إيلكسوي إن التحقيق مستمر.",
                "تورغوت إيلكسوي", NAME_PERSON));
}

static void
a_name_of_strange_characters_ends_where_a_title_or_verb_stands(void)
{
    CHECK(names("ja", "会見した榎並晶洋社長は計画を述べた。", "榎並晶洋",
                NAME_PERSON));
    CHECK(names("zh", "莱娜·波尔比尼表示，会议推迟。", "莱娜·波尔比尼",
                NAME_PERSON));
    CHECK(!touches("ja", "外国人記者が質問した。", "外国人"));
}

static void
a_word_of_firms_makes_a_firm(void)
{
    CHECK(names("ja", "ベルモント硝子は工場を閉じる。", "ベルモント硝子",
                NAME_ORG));
    CHECK(names("ar", "وقعت شركة «فيلدا كابيتال» العقد.", "فيلدا كابيتال",
                NAME_ORG));
    CHECK(names("de", "Das Schifffahrtsmuseum Wismarholm öffnet wieder.",
                "Schifffahrtsmuseum Wismarholm", NAME_ORG));
    CHECK(names("ru", "В городе закрыт Морской музей до осени.",
                "Морской музей", NAME_ORG));
}

static void
a_case_is_no_other_place(void)
{
    CHECK(names("uk", "Президент прибув до України.", "України", NAME_PLACE));
    CHECK(
        names("el", "Ο υπουργός της Τουρκίας μίλησε.", "Τουρκίας", NAME_PLACE));
    CHECK(names("zh", "游客从泉州出发。", "泉州", NAME_PLACE));
}

static void
and_joins_no_names(void)
{
    CHECK(names("fr", "Norvel Energy et Duran Fuels signent un accord.",
                "Norvel Energy", NAME_ORG));
    CHECK(names("es", "La planta de Norvel Energy en Lisboa cerró.",
                "Norvel Energy", NAME_ORG));
}

static void
a_town_is_not_the_body_called_after_it(void)
{
    CHECK(bearers("en", "The Munich court said so. Munich was calm.") == 2);
    CHECK(bearers("en", "Karl Heidemann spoke. Later Heidemann left.") == 1);
}

static void
what_a_capture_ran_together_is_parted(void)
{
    CHECK(names("en", "Officer Walter Brennickesaid on Monday it was over.",
                "Walter Brennicke", NAME_PERSON));
}

static void
common_words_are_no_names(void)
{
    CHECK(!touches("pl", "W finale wygrały Polki.", "Polki"));
    CHECK(!touches("tr", "Limanda yangın çıktı.", "Limanda"));
    CHECK(!touches("it", "Davanti al Parlamento c'era folla.", "Davanti"));
    CHECK(!touches("ko", "호텔 로비로 물이 밀려들었다.", "로비로"));
    CHECK(!touches("de", "Vor der Tür standen Menschen Schlange.", "Schlange"));
}

static void
a_japanese_name_is_read_in_either_order(void)
{
    const struct lexicon *lx = test_lexicon();

    CHECK(kanji_reads(lx, STR("高橋健一"), STR("Kenichi Takahashi")));
    CHECK(kanji_reads(lx, STR("大野優子"), STR("Ōno Yūko")));
    CHECK(kanji_reads(lx, STR("小川"), STR("Ogawa")));
    CHECK(!kanji_reads(lx, STR("高橋健一"), STR("Kenji Takahashi")));
    CHECK(!kanji_reads(lx, STR("小川"), STR("Ogata")));
}

static void
nothing_hurts(void)
{
    CHECK(bearers("en", "") == 0);
    CHECK(bearers("ja", "社長社長、・・・硝子") == 0);
    CHECK(bearers("und", "\xff\xfe X \xc3") < 2);
}

TEST_MAIN
{
    RUN(a_title_is_no_part_of_the_name);
    RUN(a_name_of_strange_characters_ends_where_a_title_or_verb_stands);
    RUN(a_word_of_firms_makes_a_firm);
    RUN(a_case_is_no_other_place);
    RUN(and_joins_no_names);
    RUN(a_town_is_not_the_body_called_after_it);
    RUN(what_a_capture_ran_together_is_parted);
    RUN(common_words_are_no_names);
    RUN(a_japanese_name_is_read_in_either_order);
    RUN(nothing_hurts);
}
