/* quote_test.c - what is said in quotation marks, and by whom. */
#include "test.h"

#include "evidence/find.h"

#include <string.h>

struct page {
    struct article a;
    struct stemmer *stemmer;
};

static void
read_page(struct page *p, const char *lang, const char *text)
{
    struct lang_span all = {{0, (uint32_t)strlen(text)}, lang_of(str_of(lang))};

    memset(p, 0, sizeof *p);
    p->a.mem = arena_open();
    p->stemmer = stemmer_open();
    p->a.text = str_of(text);
    p->a.lang = all.lang;
    segment(&p->a.read.w, p->a.text, &all, 1, p->stemmer, p->a.mem);
    lexicon_read(test_lexicon(), &p->a.read, p->a.mem);
    evidence_find(test_lexicon(), &p->a);
}

static void
drop(struct page *p)
{
    stemmer_close(p->stemmer);
    arena_close(p->a.mem);
}

/*
 * Whether the quote that holds `words` is there and its speaker, name or
 * words, holds `who`; NULL: a speaker there must not be.
 */
static bool
said(const char *lang, const char *text, const char *words, const char *who)
{
    struct page p;
    bool found = false;

    read_page(&p, lang, text);
    for (size_t i = 0; i < p.a.nquotes; i++) {
        const struct quote_mark *q = &p.a.quotes[i];
        str by = q->speaker >= 0 ? p.a.names[q->speaker].label
                                 : article_words(&p.a, q->speaker_words);

        if (str_find(article_words(&p.a, q->at), str_of(words)) == SIZE_MAX)
            continue;
        found = who ? str_find(by, str_of(who)) != SIZE_MAX : by.n == 0;
        if (!found)
            printf("  \"%s\" by \"%.*s\"\n", words, STR_ARG(by));
    }
    drop(&p);
    return found;
}

static size_t
quotes(const char *lang, const char *text)
{
    struct page p;
    size_t n;

    read_page(&p, lang, text);
    n = p.a.nquotes;
    drop(&p);
    return n;
}

/* ---- where the subject stands -------------------------------------------- */

static void
the_subject_stands_on_either_side_of_the_verb(void)
{
    CHECK(said("en",
               "\"The bridge was safe on Monday,\" Anna Keller told reporters.",
               "bridge", "Keller"));
    CHECK(said("en", "\"The bridge was safe on Monday,\" said Anna Keller.",
               "bridge", "Keller"));
    CHECK(said("de", "„Die Brücke war am Montag sicher“, sagte Anna Keller.",
               "Brücke", "Keller"));
    CHECK(said("es",
               "Así respondió el alcalde Pedro Molina: «El puente era "
               "seguro el lunes».",
               "puente", "Molina"));
    CHECK(said("ru", "«Мост был надёжен», — сказала журналистам Анна Петрова.",
               "Мост", "Петрова"));
}

static void
an_apposition_does_not_hide_the_subject(void)
{
    CHECK(said("en",
               "“The bridge was safe on Monday,” Anna Keller, the chief "
               "engineer of Harbour Works, told the Daily Courier.",
               "bridge", "Keller"));
    CHECK(said("fr",
               "« Nous voulions un pont plus large », a déclaré le président "
               "de Valmont, Pierre Lambert, lors d'une visite.",
               "pont", "Lambert"));
}

static void
in_arabic_the_subject_follows_the_verb(void)
{
    CHECK(said("ar", "وقال أحمد منصور: «كان الجسر آمنا يوم الاثنين».", "الجسر",
               "منصور"));
    /* nobody behind the verb: the man of the sentence before */
    CHECK(said("ar",
               "وأعلن أحمد منصور أن الجسر مغلق. وقال: «سنفتح الجسر غدا صباحا».",
               "سنفتح", "منصور"));
}

static void
where_the_verb_comes_last_the_subject_stands_before_the_quote(void)
{
    CHECK(said("ja",
               "田中健一社長は会見で「橋は月曜日まで安全だった」と述べた。",
               "安全", "田中"));
    CHECK(said("tr",
               "Belediye Başkanı Ahmet Yılmaz, \"Köprü pazartesi günü "
               "güvenliydi\" dedi.",
               "Köprü", "Ahmet Yılmaz"));
    CHECK(said("ko", "김민수 시장은 \"다리는 월요일까지 안전했다\"고 말했다.",
               "안전", "김민수"));
    CHECK(said("hi", "मेयर राजेश कुमार ने कहा, \"सोमवार तक पुल सुरक्षित था।\"", "पुल",
               "राजेश कुमार"));
}

static void
a_subject_in_japanese_need_not_be_a_known_name(void)
{
    CHECK(said("ja",
               "橋は4年前に開通した。専門家は「点検の回数が足りない」と話す。",
               "点検", "専門家"));
}

static void
words_between_the_mark_and_the_verb_are_the_speaker(void)
{
    CHECK(said("zh", "大桥已经关闭。“我们星期一检查过大桥，”柯以宁说。", "检查",
               "柯以宁"));
    CHECK(said("en", "\"The bridge was closed too late,\" the source added.",
               "bridge", "the source"));
}

/* ---- whom he means ------------------------------------------------------- */

static void
a_pronoun_means_who_spoke_before(void)
{
    CHECK(said("en",
               "Anna Keller said the bridge had been inspected in May. \"It "
               "was safe on Monday,\" she said.",
               "safe", "Keller"));
    CHECK(said("ru",
               "Анна Петрова сообщила, что мост закрыт. «Он был надёжен в "
               "понедельник», — сказала она.",
               "надёжен", "Петрова"));
    CHECK(said("zh", "市长王建国说，大桥已经关闭。“星期一它还是安全的。”他说。",
               "安全", "王建国"));
}

static void
a_verb_alone_does_too(void)
{
    CHECK(said("es",
               "El alcalde Pedro Molina cerró el puente. «Era seguro el "
               "lunes por la mañana», dijo.",
               "seguro", "Molina"));
}

static void
who_says_that_another_hopes_is_the_one_who_speaks(void)
{
    CHECK(said("ru",
               "Пресс-секретарь Анна Петрова сообщила, что Иван Соколов "
               "надеется на «прочный мир».",
               "прочный мир", "Петрова"));
    CHECK(said("en",
               "Spokeswoman Anna Keller said Peter Walsh “hopes for a lasting "
               "peace in the valley”.",
               "lasting peace", "Keller"));
}

static void
a_second_quote_goes_on_with_its_speaker(void)
{
    const char *text =
        "\"The bridge was safe on Monday,\" said Anna Keller. \"We had "
        "inspected every cable in May.\"";

    CHECK(said("en", text, "cable", "Keller"));
    CHECK(quotes("en", text) == 2);
}

/* ---- what is none -------------------------------------------------------- */

static void
titles_names_and_irony_are_no_quotes(void)
{
    CHECK(quotes("en", "The film \"River Songs\", shot in Rome, won.") == 0);
    CHECK(quotes("ru", "Компания «Речной путь» купила «умные» мосты.") == 0);
    CHECK(quotes("en", "The so-called \"smart\" bridge was closed.") == 0);
    CHECK(quotes("zh", "所谓“智能大桥”已经关闭。") == 0);
}

static void
a_mark_left_open_ends_with_its_line(void)
{
    CHECK(quotes("en", "He said: “The bridge was safe on Monday.\nNothing "
                       "else of note happened in the town that day.") <= 1);
    CHECK(quotes("en", "\"") == 0);
    CHECK(quotes("en", "«»\"\"“”") == 0);
    CHECK(quotes("ja", "「") == 0);
}

TEST_MAIN
{
    RUN(the_subject_stands_on_either_side_of_the_verb);
    RUN(an_apposition_does_not_hide_the_subject);
    RUN(in_arabic_the_subject_follows_the_verb);
    RUN(where_the_verb_comes_last_the_subject_stands_before_the_quote);
    RUN(a_subject_in_japanese_need_not_be_a_known_name);
    RUN(words_between_the_mark_and_the_verb_are_the_speaker);
    RUN(a_pronoun_means_who_spoke_before);
    RUN(a_verb_alone_does_too);
    RUN(who_says_that_another_hopes_is_the_one_who_speaks);
    RUN(a_second_quote_goes_on_with_its_speaker);
    RUN(titles_names_and_irony_are_no_quotes);
    RUN(a_mark_left_open_ends_with_its_line);
}
