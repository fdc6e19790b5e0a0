/* text_test.c - characters, character sets, folding, stems, languages,
 * sentences and words. */
#include "test.h"

#include "base/buf.h"
#include "text/charset.h"
#include "text/fold.h"
#include "text/lang.h"
#include "text/letters.h"
#include "text/segment.h"
#include "text/stem.h"
#include "text/utf8.h"

#include <string.h>

static struct arena *mem;

/* ---- characters ---------------------------------------------------------- */

static void
characters_come_off_one_by_one(void)
{
    str rest = STR("aé水😀");

    CHECK(utf8_next(&rest) == 'a');
    CHECK(utf8_next(&rest) == 0xE9);
    CHECK(utf8_next(&rest) == 0x6C34);
    CHECK(utf8_next(&rest) == 0x1F600);
    CHECK(rest.n == 0);
    CHECK(utf8_count(STR("aé水😀")) == 4);
}

static void
bad_bytes_come_off_alone(void)
{
    static const char *const bad[] = {"\xFF",
                                      "\xC3",
                                      "\xC0\xAF",
                                      "\xED\xA0\x80",
                                      "\xF5\x80\x80\x80",
                                      "\xE6\xB0",
                                      "\x80",
                                      "\xE0\x9F\xBF",
                                      "\xF4\x90\x80\x80",
                                      "\xF0\x8F\xBF\xBF",
                                      "\xF0\x80\x80\xAF"};

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        str rest = str_of(bad[i]);
        size_t n = 0;

        CHECK(!utf8_valid(rest));
        while (rest.n) {
            size_t before = rest.n;

            CHECK(utf8_next(&rest) == UTF8_BAD);
            CHECK(rest.n == before - 1);
            n++;
        }
        CHECK(n == strlen(bad[i]));
    }
    CHECK(utf8_valid(STR("aé水😀")));
}

static void
characters_are_known_for_what_they_are(void)
{
    CHECK(utf8_script('a') == SCRIPT_LATIN);
    CHECK(utf8_script(0x436) == SCRIPT_CYRILLIC);
    CHECK(utf8_script(0x633) == SCRIPT_ARABIC);
    CHECK(utf8_script(0x6C34) == SCRIPT_HAN);
    CHECK(utf8_script(0x3042) == SCRIPT_HIRAGANA);
    CHECK(utf8_script('1') == SCRIPT_OTHER);
    CHECK(utf8_digit('7') == 7 && utf8_digit(0x667) == 7 &&
          utf8_digit(0x96D) == 7 && utf8_digit(0xFF17) == 7);
    CHECK(utf8_digit('x') == -1);
    CHECK(utf8_space(' ') && utf8_space(0xA0) && utf8_space(0x3000));
    CHECK(utf8_upper(0x416) && utf8_lower(0x436) && !utf8_upper(0x6C34));
    CHECK(utf8_quote(0xAB) && utf8_quote(0x300C) == '(' &&
          utf8_quote(0x2019) == ')' && !utf8_quote('a'));
}

static void
the_table_of_characters_says_what_icu_says(void)
{
    for (uint32_t c = 0; c < UTF8_CLASSED; c++) {
        CHECK(utf8_class_of(c) == utf8_class_wide(c));
        CHECK(c < 0x80 || utf8_digit(c) == utf8_digit_wide(c));
    }
    CHECK(utf8_letter(0x20000) && !utf8_letter(0x1F600)); /* beyond it */
    CHECK(utf8_class_of(UTF8_BAD) == 0);
}

/* ---- character sets ------------------------------------------------------ */

static str
read_as(const char *bytes, size_t n, const char *declared)
{
    return charset_to_utf8((str){bytes, n}, str_of(declared), mem);
}

#define READ(bytes, declared) read_as(bytes, sizeof(bytes) - 1, declared)

static void
text_is_nfc_wherever_it_stands(void)
{
    /* e and a combining acute, behind text that is NFC already, at the
     * beginning, behind a tag and behind a line */
    CHECK_STR(READ("e\xCC\x81t\xC3\xA9 <i>e\xCC\x81</i>\n\xC3\xA9"
                   "e\xCC\x81\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB",
                   ""),
              "été <i>é</i>\néé한");
    CHECK_STR(READ("\xCC\x81 x", ""), "\xCC\x81 x");
}

static void
line_ends_and_controls_are_mended(void)
{
    CHECK_STR(READ("eight by\r\ntes\rand\x01 more\x7F, plain ones\tstay", ""),
              "eight by\ntes\nand  more , plain ones\tstay");
}

static void
declared_sets_are_believed(void)
{
    CHECK_STR(READ("\xCC\xFD\xF0 \xE3\xEE\xF0\xEE\xE4\xE0", "windows-1251"),
              "Мэр города");
    CHECK_STR(READ("\xCB\xAE\xB0\xD3\xBE\xF6\xBF\xDA", "gb18030"), "水坝决口");
    CHECK_STR(READ("\xC7\xE1\xDA\xD1\xC7\xDE", "windows-1256"), "العراق");
    CHECK_STR(READ("\x93\x8C\x8B\x9E", "Shift_JIS"), "東京");
    CHECK_STR(READ("caf\xE9", "iso-8859-1"), "café");
    CHECK_STR(READ("caf\xC3\xA9", "no-such-set"), "café");
}

static void
a_declaration_in_the_page_counts(void)
{
    str s = READ("<html><head><meta charset=\"windows-1251\"></head>"
                 "<p>\xCC\xFD\xF0</p></html>",
                 "");

    CHECK(str_find(s, STR("<p>Мэр</p>")) != SIZE_MAX);
}

static void
sets_are_told_by_their_bytes(void)
{
    /* "Мэр города сообщил, что плотина прорвана ночью" in windows-1251 */
    static const char cyrillic[] =
        "\xCC\xFD\xF0 \xE3\xEE\xF0\xEE\xE4\xE0 \xF1\xEE\xEE\xE1\xF9\xE8\xEB, "
        "\xF7\xF2\xEE \xEF\xEB\xEE\xF2\xE8\xED\xE0 "
        "\xEF\xF0\xEE\xF0\xE2\xE0\xED\xE0 \xED\xEE\xF7\xFC\xFE";
    static const char utf16le[] = "T\0h\0e\0 \0d\0a\0m\0 \0b\0r\0o\0k\0e\0 \0"
                                  "o\0n\0 \0F\0r\0i\0d\0a\0y\0.\0";
    static const char bom16[] = "\xFE\xFF\0d\0a\0m";

    CHECK_STR(READ(cyrillic, ""),
              "Мэр города сообщил, что плотина прорвана ночью");
    CHECK_STR(read_as(utf16le, sizeof utf16le - 1, ""),
              "The dam broke on Friday.");
    CHECK_STR(read_as(bom16, sizeof bom16 - 1, ""), "dam");
    CHECK_STR(READ("\xEF\xBB\xBF"
                   "dam",
                   "windows-1251"),
              "dam");
}

static void
text_comes_out_clean(void)
{
    str s = READ("a\0b\x01\x7F\r\nc\rd\te\xFF", "utf-8");

    CHECK(utf8_valid(s));
    CHECK(!memchr(s.s, '\0', s.n) && !memchr(s.s, '\r', s.n));
    CHECK(str_find(s, STR("\nc\nd\te")) != SIZE_MAX);
    /* two code points of an accent become one */
    CHECK_STR(READ("cafe\xCC\x81", "utf-8"), "café");
    CHECK_STR(charset_nfc(STR("cafe\xCC\x81"), mem), "café");
}

static void
pictures_are_no_text(void)
{
    CHECK(charset_binary((str){"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", 20}));
    CHECK(charset_binary((str){"PK\3\4\x14\0\0\0\x08\0\x21\0\x9a\xc3", 14}));
    CHECK(!charset_binary(STR("The dam broke on Friday.\n")));
    CHECK(!charset_binary(STR("\xCC\xFD\xF0 \xE3\xEE\xF0\xEE\xE4\xE0")));
    CHECK(
        !charset_binary((str){"T\0h\0e\0 \0d\0a\0m\0 \0b\0r\0o\0k\0e\0", 26}));
}

/* ---- folding and stems --------------------------------------------------- */

static void
one_word_however_written(void)
{
    static const struct {
        const char *word, *fold;
        enum lang lang;
    } cases[] = {
        {"Café", "cafe", LANG_FR},         {"ЁЛКА", "елка", LANG_RU},
        {"İZMİR", "izmir", LANG_TR},       {"أحمد", "احمد", LANG_AR},
        {"مدرسة", "مدرسه", LANG_AR},       {"ＤＡＭ", "dam", LANG_JA},
        {"１７", "17", LANG_ZH},           {"٢٦٠", "260", LANG_AR},
        {"Άνθρωπος", "ανθρωποσ", LANG_EL}, {"Straße", "strasse", LANG_DE},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_STR(fold_word(str_of(cases[i].word), cases[i].lang, mem),
                  cases[i].fold);
    CHECK_STR(fold_case(STR("ISI"), LANG_TR, mem), "ısı");
    CHECK_STR(fold_case(STR("ISI"), LANG_EN, mem), "isi");
}

static void
forms_of_a_word_share_a_stem(void)
{
    static const struct {
        const char *a, *b;
        enum lang lang;
    } same[] = {
        {"bridges", "bridge", LANG_EN}, {"плотина", "плотины", LANG_RU},
        {"Brücke", "Brücken", LANG_DE}, {"barrages", "barrage", LANG_FR},
        {"presas", "presa", LANG_ES},   {"міста", "місто", LANG_UK},
    };
    struct stemmer *st = stemmer_open();

    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        str a = stem_word(st, str_of(same[i].a), same[i].lang, mem);
        str b = stem_word(st, str_of(same[i].b), same[i].lang, mem);

        if (!str_eq(a, b))
            printf("%s: %.*s, %s: %.*s\n", same[i].a, STR_ARG(a), same[i].b,
                   STR_ARG(b));
        CHECK(str_eq(a, b));
        CHECK(utf8_count(a) >= 2);
    }
    stemmer_close(st);
}

static void
clitics_come_off(void)
{
    str out[STEM_MOST_BARE];
    size_t n = stem_bare(STR("والمدينه"), LANG_AR, out, STEM_MOST_BARE);
    bool found = false;

    for (size_t i = 0; i < n; i++)
        found = found || str_is(out[i], "المدينه") || str_is(out[i], "مدينه");
    CHECK(found);
    CHECK(stem_bare(STR("dam"), LANG_EN, out, STEM_MOST_BARE) == 0);
}

/* ---- languages ----------------------------------------------------------- */

static void
codes_are_known_by_their_first_part(void)
{
    CHECK(lang_of(STR("zh-Hant")) == LANG_ZH);
    CHECK(lang_of(STR("pt_BR")) == LANG_PT);
    CHECK(lang_of(STR("EN-us")) == LANG_EN);
    CHECK(lang_of(STR("xx")) == LANG_UND && lang_of((str){0}) == LANG_UND);
    for (int i = 0; i < LANG_COUNT; i++)
        CHECK(lang_of(str_of(lang_code((enum lang)i))) == (enum lang)i);
}

static void
spans_cover_the_text_without_gaps(void)
{
    static const char text[] =
        "Начальник порта сообщил о случившемся в понедельник вечером.\n"
        "The harbour master told reporters about it on Monday evening.\n"
        "\n12345\n"
        "Le capitaine du port en a parlé aux journalistes lundi soir. "
        "قال مدير الميناء للصحفيين إن الجدار انهار مساء الاثنين.\n";
    struct lang_span *spans;
    uint32_t at = 0;
    size_t n;

    spans = lang_spans(str_of(text), LANG_UND, mem, &n);
    for (size_t i = 0; i < n; i++) {
        CHECK(spans[i].at.start == at);
        CHECK(spans[i].at.end > at);
        at = spans[i].at.end;
    }
    CHECK(at == sizeof text - 1);
    CHECK(n >= 4);
    CHECK(spans[0].lang == LANG_RU && spans[1].lang == LANG_EN);
    CHECK(spans[n - 1].lang == LANG_AR && spans[n - 2].lang == LANG_FR);
    CHECK(lang_most(spans, n) == LANG_RU);
    lang_spans((str){0}, LANG_UND, mem, &n);
    CHECK(n <= 1);
}

/* ---- sentences and words ------------------------------------------------- */

/* The words with bars between, sentences with double ones. */
static str
cut(const char *text, enum lang lang)
{
    struct lang_span all = {{0, (uint32_t)strlen(text)}, lang};
    struct stemmer *st = stemmer_open();
    struct words w = {0};
    struct buf b = {0};
    str out;

    segment(&w, str_of(text), &all, 1, st, mem);
    for (size_t i = 0; i < w.nwords; i++) {
        if (i)
            buf_putz(&b, w.words[i].sentence != w.words[i - 1].sentence ? "||"
                                                                        : "|");
        buf_put(&b, str_cut(w.text, w.words[i].start, w.words[i].end));
    }
    out = arena_str(mem, buf_str(&b));
    buf_free(&b);
    stemmer_close(st);
    return out;
}

static void
words_are_cut_for_reading(void)
{
    CHECK_STR(cut("Iraq's 2,500 men", LANG_EN), "Iraq|'s|2,500|men");
    CHECK_STR(cut("l'Irak a dit", LANG_FR), "l'|Irak|a|dit");
    CHECK_STR(cut("п'ять міст", LANG_UK), "п'ять|міст");
    CHECK_STR(cut("25km on the 12th", LANG_EN), "25|km|on|the|12|th");
    CHECK_STR(cut("26.07.2021 at 3:40", LANG_EN), "26.07.2021|at|3|:|40");
    CHECK_STR(cut("the U.S. Army", LANG_EN), "the|U.S.|Army");
    CHECK_STR(cut("al-Kadhimi said", LANG_EN), "al|-|Kadhimi|said");
    CHECK_STR(cut("水坝决口", LANG_ZH), "水|坝|决|口");
    CHECK_STR(cut("ハイコ・マース外相", LANG_JA), "ハイコ|・|マース|外|相");
}

static void
glued_words_are_parted(void)
{
    CHECK_STR(cut("PresidentJoe Bidenwill", LANG_EN),
              "President|Joe|Bidenwill");
    CHECK_STR(cut("MacArthur and McDonald", LANG_EN), "MacArthur|and|McDonald");
}

static void
sentences_end_where_they_do(void)
{
    CHECK_STR(cut("He left. She stayed.", LANG_EN), "He|left|.||She|stayed|.");
    CHECK_STR(cut("Mr. Berg of St. Gallen left. No. 5 stayed.", LANG_EN),
              "Mr|.|Berg|of|St|.|Gallen|left|.||No|.|5|stayed|.");
    CHECK_STR(cut("Am 3. März kam er. Sie ging.", LANG_DE),
              "Am|3|.|März|kam|er|.||Sie|ging|.");
    CHECK_STR(cut("他走了。她留下。", LANG_ZH), "他|走|了|。||她|留|下|。");
    CHECK_STR(cut("one\ntwo", LANG_EN), "one||two");
    CHECK_STR(cut("هل رحل؟ نعم.", LANG_AR), "هل|رحل|؟||نعم|.");
}

/* Every byte that is no white space belongs to just one word. */
static void
nothing_is_lost(void)
{
    static const char *const texts[] = {
        "«Oui», dit-il — 3,5 % d'euros… (AP)",
        "水坝38米高、1974年建成。３８米！",
        "وقال: «سمعنا الجبل» — ٢٦٠ منزلًا.",
        "x\xCC\x81 🇯🇵🤝🇫🇷 https://t.co/Lw9eTq41Bd #tag @name",
        "\xEF\xBF\xBD ' - . ,,, 1,2.3'4",
    };

    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
        str text = str_of(texts[t]);
        struct lang_span *spans;
        struct stemmer *st = stemmer_open();
        struct words w = {0};
        uint32_t at = 0;
        size_t n;

        spans = lang_spans(text, LANG_UND, mem, &n);
        segment(&w, text, spans, n, st, mem);
        for (size_t i = 0; i < w.nwords; i++) {
            str gap;

            CHECK(w.words[i].start >= at && w.words[i].end > w.words[i].start);
            gap = str_cut(text, at, w.words[i].start);
            while (gap.n)
                CHECK(utf8_space(utf8_next(&gap)));
            at = w.words[i].end;
        }
        CHECK(at == text.n);
        stemmer_close(st);
    }
}

static void
letters_of_another_language_do_not_fit(void)
{
    CHECK(letters_fit(STR("солдат"), LANG_RU));
    CHECK(letters_fit(STR("перемир'я"), LANG_UK));
    CHECK(letters_fit(STR("индекс S&P"), LANG_RU));
    CHECK(letters_fit(STR("AI 확진"), LANG_KO));
    CHECK(letters_fit(STR("パイロット"), LANG_JA));
    CHECK(!letters_fit(STR("パイロット"), LANG_ZH));
    CHECK(!letters_fit(STR("вогні"), LANG_RU));   /* і */
    CHECK(!letters_fit(STR("выстрел"), LANG_UK)); /* ы */
    CHECK(!letters_fit(STR("جنگ"), LANG_AR));
    CHECK(letters_fit(STR("جنگ"), LANG_FA));
    CHECK(!letters_fit(STR("c\u043eldat"), LANG_EN)); /* Cyrillic о */
    CHECK(!letters_fit(STR("c\u043eлдат"), LANG_RU)); /* Latin c */
}

TEST_MAIN
{
    RUN(letters_of_another_language_do_not_fit);
    mem = arena_open();
    RUN(characters_come_off_one_by_one);
    RUN(bad_bytes_come_off_alone);
    RUN(characters_are_known_for_what_they_are);
    RUN(the_table_of_characters_says_what_icu_says);
    RUN(text_is_nfc_wherever_it_stands);
    RUN(line_ends_and_controls_are_mended);
    RUN(declared_sets_are_believed);
    RUN(a_declaration_in_the_page_counts);
    RUN(sets_are_told_by_their_bytes);
    RUN(text_comes_out_clean);
    RUN(pictures_are_no_text);
    RUN(one_word_however_written);
    RUN(forms_of_a_word_share_a_stem);
    RUN(clitics_come_off);
    RUN(codes_are_known_by_their_first_part);
    RUN(spans_cover_the_text_without_gaps);
    RUN(words_are_cut_for_reading);
    RUN(glued_words_are_parted);
    RUN(sentences_end_where_they_do);
    RUN(nothing_is_lost);
    arena_close(mem);
}
