/* quantity_test.c - counts in many languages, and numbers that are none. */
#include "test.h"

#include "evidence/quantity.h"

#include <math.h>
#include <string.h>

struct read {
    struct article a;
    struct stemmer *stemmer;
};

static void
read_text(struct read *r, const char *lang, const char *text)
{
    struct lang_span *spans;
    size_t n;

    memset(r, 0, sizeof *r);
    r->a.mem = arena_open();
    r->stemmer = stemmer_open();
    r->a.text = str_of(text);
    spans = arena_new(r->a.mem, struct lang_span, 1);
    spans[0] =
        (struct lang_span){{0, (uint32_t)r->a.text.n}, lang_of(str_of(lang))};
    n = 1;
    segment(&r->a.read.w, r->a.text, spans, n, r->stemmer, r->a.mem);
    lexicon_read(test_lexicon(), &r->a.read, r->a.mem);
    quantity_find(test_lexicon(), &r->a);
}

static void
drop(struct read *r)
{
    stemmer_close(r->stemmer);
    arena_close(r->a.mem);
}

/* Whether a mark with these bounds counts this concept or unit. */
static bool
counts(const char *lang, const char *text, double min, double max,
       const char *key)
{
    struct read r;
    bool found = false;

    read_text(&r, lang, text);
    for (size_t i = 0; i < r.a.nquantities; i++) {
        const struct quantity_mark *q = &r.a.quantities[i];
        uint32_t id = q->unit ? q->unit : q->counted;

        found |= q->min == min && q->max == max &&
                 (!key || str_is(lexicon_key(test_lexicon(), id), key));
    }
    drop(&r);
    return found;
}

static size_t
marks(const char *lang, const char *text)
{
    struct read r;
    size_t n;

    read_text(&r, lang, text);
    n = r.a.nquantities;
    drop(&r);
    return n;
}

static bool
spans(const char *lang, const char *text, const char *phrase)
{
    struct read r;
    bool found = false;

    read_text(&r, lang, text);
    for (size_t i = 0; i < r.a.nquantities; i++)
        found |= str_is(str_cut(r.a.text, r.a.quantities[i].at.start,
                                r.a.quantities[i].at.end),
                        phrase);
    drop(&r);
    return found;
}

static bool
befell(const char *lang, const char *text, double value, const char *state)
{
    struct read r;
    bool found = false;

    read_text(&r, lang, text);
    for (size_t i = 0; i < r.a.nquantities; i++) {
        const struct quantity_mark *q = &r.a.quantities[i];

        found |= q->min == value &&
                 str_is(lexicon_key(test_lexicon(), q->state), state);
    }
    drop(&r);
    return found;
}

static void
bounds_open_one_side(void)
{
    CHECK(counts("en", "At least 31 soldiers were hurt.", 31, INFINITY,
                 "soldier"));
    CHECK(counts("en", "More than 70 boats sank.", 70, INFINITY, "boat"));
    CHECK(counts("en", "It took less than two hours.", -INFINITY, 2, "hour"));
    CHECK(counts("fr", "Plus de 40 soldats sont blessés.", 40, INFINITY,
                 "soldier"));
    CHECK(counts("de", "Mindestens 15 Soldaten starben.", 15, INFINITY,
                 "soldier"));
    CHECK(counts("es", "Al menos 15 soldados murieron.", 15, INFINITY,
                 "soldier"));
    CHECK(counts("ru", "Не менее 15 солдат погибли.", 15, INFINITY, "soldier"));
    CHECK(counts("ar", "قتل ما لا يقل عن 15 جنديا", 15, INFINITY, "soldier"));
    CHECK(counts("zh", "至少15名士兵死亡。", 15, INFINITY, "soldier"));
    CHECK(
        counts("ja", "50人を超える兵士が死亡した。", 50, INFINITY, "soldier"));
    CHECK(
        counts("it", "Almeno 15 soldati sono morti.", 15, INFINITY, "soldier"));
    CHECK(counts("pt", "Pelo menos 15 soldados morreram.", 15, INFINITY,
                 "soldier"));
    CHECK(counts("pl", "Co najmniej 15 żołnierzy zginęło.", 15, INFINITY,
                 "soldier"));
    CHECK(counts("tr", "En az 15 asker öldü.", 15, INFINITY, "soldier"));
    CHECK(counts("uk", "Щонайменше 15 солдатів загинули.", 15, INFINITY,
                 "soldier"));
    CHECK(counts("fa", "دست‌کم ۱۵ سرباز کشته شدند", 15,
                 INFINITY, "soldier"));
    CHECK(counts("he", "לפחות 15 חיילים נהרגו", 15, INFINITY, "soldier"));
    CHECK(
        counts("id", "Sedikitnya 15 tentara tewas.", 15, INFINITY, "soldier"));
    CHECK(counts("nl", "Minstens 15 soldaten kwamen om.", 15, INFINITY,
                 "soldier"));
    CHECK(counts("el", "Τουλάχιστον 15 στρατιώτες σκοτώθηκαν.", 15, INFINITY,
                 "soldier"));
    CHECK(counts("ko", "최소 15명의 군인이 숨졌다.", 15, INFINITY, "soldier"));
    CHECK(counts("hi", "कम से कम 15 सैनिक मारे गए।", 15, INFINITY, "soldier"));
}

static void
words_for_many_are_open(void)
{
    CHECK(counts("en", "Dozens of boats sank.", 24, INFINITY, "boat"));
    CHECK(counts("en", "Tens of thousands of people fled.", 20000, INFINITY,
                 "people"));
    CHECK(counts("ru", "Погибли десятки солдат.", 20, INFINITY, "soldier"));
    CHECK(counts("ar", "عشرات الجنود", 20, INFINITY, "soldier"));
    CHECK(counts("zh", "数十名士兵受伤。", 20, INFINITY, "soldier"));
    CHECK(counts("es", "Cientos de soldados", 200, INFINITY, "soldier"));
    CHECK(counts("de", "Tausende Soldaten", 2000, INFINITY, "soldier"));
    CHECK(counts("fr", "une trentaine de soldats", 30, 30, "soldier"));
}

static void
one_hundred_and_one_thousand_are_not_many(void)
{
    CHECK(counts("en", "At least a hundred soldiers died.", 100, INFINITY,
                 "soldier"));
    CHECK(counts("de", "Rund tausend Soldaten flohen.", 1000, 1000, "soldier"));
    CHECK(counts("de", "Viele tausend Soldaten flohen.", 2000, INFINITY,
                 "soldier"));
    CHECK(counts("it", "Morti un centinaio di soldati.", 100, 100, "soldier"));
    CHECK(counts("ru", "Погибла тысяча солдат.", 1000, 1000, "soldier"));
    CHECK(counts("ru", "Погибло более тысячи солдат.", 1000, INFINITY,
                 "soldier"));
    CHECK(counts("ru", "Погибли тысячи солдат.", 2000, INFINITY, "soldier"));
    CHECK(counts("pl", "Około miliona żołnierzy.", 1e6, 1e6, "soldier"));
}

static void
those_counted_may_stand_before_a_joining_word(void)
{
    CHECK(counts("it", "Ricoverati furono 41, due sono gravi.", 41, 41,
                 "people"));
    CHECK(counts("el", "Οι τραυματίες είναι πλέον 26.", 26, 26, "people"));
    CHECK(counts("pt", "Os mortos já são 12.", 12, 12, "people"));
    CHECK(counts("ru", "Раненых теперь 26.", 26, 26, "people"));
    CHECK(counts("de", "Evakuiert wurden 300.", 300, 300, "people"));
    CHECK(counts("es", "Los heridos son ya 26.", 26, 26, "people"));
}

static void
what_a_word_behind_a_dateline_counts_is_no_model(void)
{
    CHECK(
        counts("id", "Medan - Sebanyak 28 tentara tewas.", 28, 28, "soldier"));
}

static void
containers_and_lengths_of_japanese(void)
{
    CHECK(counts("ja", "会社は180万缶を回収した。", 1.8e6, 1.8e6, "box"));
    CHECK(counts("ja", "鎮火まで19日かかった。", 19, 19, "day"));
    CHECK(counts("ja", "復旧には12日を要した。", 12, 12, "day"));
    CHECK(marks("ja", "19日に発表した。") == 0);
    CHECK(
        counts("pl", "Wycofano 30 tysięcy puszek mleka.", 30000, 30000, "box"));
}

static void
times_that_head_the_lines_of_a_ticker_are_no_figures(void)
{
    CHECK(marks("de", "17.40 Kurz vor dem Tor steht alles still.\n"
                      "16.15 Alle warten.\n") == 0);
    CHECK(marks("pl", "17.40 Policja zamyka most.\n9.05 Tramwaje stoją.\n") ==
          0);
    /* one line is none, nor is a number of euros or of three decimals */
    CHECK(counts("en", "17.40 Metres was his best.\nHe won.\n", 17.4, 17.4,
                 "metre"));
    CHECK(counts("de", "1.500 Soldaten kamen.\n2.500 Soldaten gingen.\n", 1500,
                 1500, "soldier"));
}

static void
ranges_have_two_ends(void)
{
    CHECK(counts("en", "between 20 and 30 soldiers", 20, 30, "soldier"));
    CHECK(counts("en", "some 40 to 60 boats", 40, 60, "boat"));
    CHECK(counts("en", "10–12 boats", 10, 12, "boat"));
    CHECK(counts("ru", "от 20 до 30 солдат", 20, 30, "soldier"));
    CHECK(counts("de", "20 bis 30 Soldaten", 20, 30, "soldier"));
    CHECK(counts("ja", "4~6日遅れる。", 4, 6, "day"));
    /* a change is no range */
    CHECK(counts("en", "It rose from 4 to 5 percent.", 5, 5, "percent"));
}

static void
units_and_money(void)
{
    CHECK(counts("en", "It cost $2.1 billion.", 2.1e9, 2.1e9, "usd"));
    CHECK(counts("en", "a €35m plant", 35e6, 35e6, "eur"));
    CHECK(counts("de", "18,4 Millionen Euro", 18.4e6, 18.4e6, "eur"));
    CHECK(counts("es", "50 millones de euros", 50e6, 50e6, "eur"));
    CHECK(counts("ja", "約3200億円", 3.2e11, 3.2e11, "jpy"));
    CHECK(counts("hi", "250 करोड़ रुपये", 2.5e9, 2.5e9, "inr"));
    CHECK(counts("fr", "un taux de 20,25 %", 20.25, 20.25, "percent"));
    CHECK(counts("en", "35 kilometers (22 miles) south", 35, 35, "kilometre"));
    CHECK(marks("en", "35 kilometers (22 miles) south") == 1);
    /* 200 hundredths of a point are two */
    CHECK(counts("en", "a rise of 200 basis points", 2, 2, "percentage-point"));
    /* 6 x 12 + 9 and 3.5 x 12 months, 60 + 30 minutes */
    CHECK(counts("en", "six years and nine months in prison", 81, 81, "month"));
    CHECK(counts("de", "dreieinhalb Jahre", 42, 42, "month"));
    CHECK(counts("ja", "約1時間半", 90, 90, "minute"));
    CHECK(counts("en", "four-fifths of the oil", 80, 80, "percent"));
    CHECK(counts("ja", "石油の8割", 80, 80, "percent"));
}

static void
parts_and_others_take_the_noun_before(void)
{
    CHECK(counts("en", "Five drones came. Three of them were shot down.", 3, 3,
                 "drone"));
    CHECK(counts("en", "Five rockets hit the base and three others the road.",
                 3, 3, "rocket"));
    CHECK(counts("zh", "五架无人机来袭,另外两架坠毁。", 2, 2, "drone"));
    CHECK(counts("ar", "سقطت خمسة صواريخ وثلاثة آخرين", 3, 3, "rocket"));
    CHECK(
        counts("ru", "Ранены четверо, включая двух солдат.", 2, 2, "soldier"));
}

static void
duals_are_two(void)
{
    CHECK(counts("ar", "دمرت الغارة خزانين", 2, 2, "fuel-tank"));
    CHECK(counts("ar", "قصفت القاعدة مرتين", 2, 2, "times"));
    CHECK(marks("ar", "التقى الوزيران") == 0);
    CHECK(marks("ar", "وصل المهندسين") == 0);
}

static void
ordinals_count_events_alone(void)
{
    CHECK(counts("en", "It was the 12th attack.", 12, 12, "attack"));
    CHECK(counts("ar", "هذا الهجوم الثاني عشر", 12, 12, "attack"));
    CHECK(counts("zh", "这是第12次袭击。", 12, 12, "attack"));
    CHECK(counts("fa", "دوازدهمین حمله", 12, 12, "attack"));
    CHECK(marks("en", "on the 12th floor of the 3rd house") == 0);
    CHECK(marks("en", "in the 21st century") == 0);
}

static void
noun_before_number(void)
{
    CHECK(counts("zh", "无人机袭击至少有8起。", 8, INFINITY, "drone-attack"));
    CHECK(counts("ja", "ドローン5機が墜落した。", 5, 5, "drone"));
    CHECK(counts("ko", "군인 4명이 숨졌다.", 4, 4, "soldier"));
}

static void
states_govern_their_counts(void)
{
    CHECK(befell("en", "The blast killed 4 soldiers and wounded 9.", 4,
                 "killed"));
    CHECK(befell("en", "The blast killed 4 soldiers and wounded 9.", 9,
                 "wounded"));
    CHECK(befell("en", "4 soldiers were killed and 9 were wounded.", 9,
                 "wounded"));
    CHECK(befell("zh", "4人死亡,9人受伤。", 9, "wounded"));
    CHECK(befell("ru", "Погибли четверо солдат.", 4, "killed"));
}

static void
phrases_are_cut_as_a_reader_would(void)
{
    CHECK(spans("en", "There were at least eight drone attacks in May.",
                "at least eight drone attacks"));
    CHECK(spans("ru", "Убиты четверо бойцов.", "четверо бойцов"));
    CHECK(spans("en", "They wounded two American soldiers.",
                "two American soldiers"));
    CHECK(spans("en", "They struck twice.", "twice"));
}

/* Whether an age of so many years is told. */
static bool
aged(const char *lang, const char *text, double years)
{
    struct read r;
    bool found = false;

    read_text(&r, lang, text);
    for (size_t i = 0; i < r.a.nquantities; i++) {
        const struct quantity_mark *q = &r.a.quantities[i];

        found |= q->min == years &&
                 str_is(lexicon_key(test_lexicon(), q->unit), "year") &&
                 str_is(lexicon_key(test_lexicon(), q->counted), "age");
    }
    drop(&r);
    return found;
}

static void
ages_are_counts_of_years(void)
{
    CHECK(aged("en", "A 29-year-old man slept.", 29));
    CHECK(aged("en", "She was aged 58.", 58));
    CHECK(aged("de", "Der Mann, 34 Jahre alt, schlief.", 34));
    CHECK(aged("ru", "Задержали 34-летнего охранника.", 34));
    CHECK(aged("uk", "Затримали 58-річного чоловіка.", 58));
    CHECK(aged("es", "Un hombre de 58 años durmió.", 58));
    CHECK(aged("pt", "um operário de 29 anos", 29));
    CHECK(aged("tr", "58 yaşındaki adam uyudu.", 58));
    CHECK(aged("hi", "58 वर्षीय व्यक्ति", 58));
    CHECK(aged("ar", "وعمره 34 عاما", 34));
    CHECK(aged("zh", "34岁的保安", 34));
    CHECK(aged("ja", "58歳の男性", 58));
    CHECK(aged("ko", "60세의 남성", 60));
    CHECK(befell("en", "A 29-year-old man was killed.", 29, ""));
}

static void
other_years_are_no_ages(void)
{
    CHECK(!aged("de", "zu einer 10-jährigen Haftstrafe verurteilt", 10));
    CHECK(counts("ru", "10-летний контракт", 10, 10, "year"));
    CHECK(!aged("es", "una pena de 10 años", 10));
    CHECK(!aged("hi", "दो साल की बेचैनी", 2));
    CHECK(counts("hi", "दो साल की बेचैनी", 2, 2, "year"));
    CHECK(counts("pt", "aos 30 trabalhadores", 30, 30, NULL));
}

/* The person of the first age, by the name mark that stands there. */
static int
bearer(const char *lang, const char *text, uint32_t word, uint32_t nwords)
{
    struct read r;
    struct name_mark name = {.word = word, .nwords = nwords, .sure = 90};
    int whose = -2;

    read_text(&r, lang, text);
    r.a.names = &name;
    r.a.nnames = 1;
    quantity_find(test_lexicon(), &r.a);
    if (r.a.nquantities)
        whose = r.a.quantities[0].whose;
    drop(&r);
    return whose;
}

static void
a_bare_age_stands_behind_its_person(void)
{
    CHECK(bearer("en", "Ada Horn, 58, slept.", 0, 2) == 0);
    CHECK(bearer("fr", "Ada Horn, 29 ans, dort.", 0, 2) == 0);
    CHECK(bearer("en", "Ada Horn (58) slept.", 0, 2) == 0);
    CHECK(bearer("en", "The 58-year-old Ada Horn slept.", 6, 2) == 0);
    CHECK(bearer("en", "In Horn, 58, slept.", 3, 1) == -2);
    CHECK(bearer("ja", "ホルン被告(58)が", 0, 1) == 0);
}

static void
counters_and_nouns_of_one_language(void)
{
    CHECK(spans("ja", "三つの炉がある。", "三つの炉"));
    CHECK(marks("ja", "一つの炉がある。") == 0);
    CHECK(marks("ja", "二つ目の炉がある。") == 0);
    CHECK(spans("ru", "Печей три, и одну закроют.", "Печей три"));
    CHECK(counts("ru", "Солдатов пять.", 5, 5, "soldier"));
}

static void
numbers_that_count_nothing(void)
{
    CHECK(marks("en", "The F-16 and the Su-27 met near Route 66.") == 0);
    CHECK(marks("en", "at 4:20 am on the 24/7 line") == 0);
    CHECK(marks("en", "In 2019 he said so.") == 0);
    CHECK(marks("en", "Article 5, Flight 370") == 0);
    CHECK(marks("en", "They won 3-1 and lost 2–0.") == 0);
    CHECK(marks("en", "One of the men left.") == 0);
    CHECK(marks("de", "Eine Frau sah einen Mann.") == 0);
    CHECK(marks("fr", "Un accord et une femme.") == 0);
    CHECK(marks("ru", "Один из них ушёл. «Государство»1 пало.") == 0);
    CHECK(marks("zh", "他是一个人,在4时20分离开。") == 0);
    CHECK(marks("ar", "عند الساعة الثانية") == 0);
    CHECK(marks("en", "see https://t.co/9Vb5h and @user77") == 0);
}

static void
nothing_hurts(void)
{
    CHECK(marks("en", "") == 0);
    CHECK(marks("zh", "第第第一一一") < 4);
    CHECK(marks("en", "- - 1 - 2 - ( 3 ) ) 4 :") < 5);
    CHECK(marks("und", "\xff\xfe 12 \xc3") < 2);
}

TEST_MAIN
{
    RUN(bounds_open_one_side);
    RUN(words_for_many_are_open);
    RUN(one_hundred_and_one_thousand_are_not_many);
    RUN(those_counted_may_stand_before_a_joining_word);
    RUN(what_a_word_behind_a_dateline_counts_is_no_model);
    RUN(containers_and_lengths_of_japanese);
    RUN(times_that_head_the_lines_of_a_ticker_are_no_figures);
    RUN(ranges_have_two_ends);
    RUN(units_and_money);
    RUN(parts_and_others_take_the_noun_before);
    RUN(duals_are_two);
    RUN(ordinals_count_events_alone);
    RUN(noun_before_number);
    RUN(states_govern_their_counts);
    RUN(phrases_are_cut_as_a_reader_would);
    RUN(ages_are_counts_of_years);
    RUN(other_years_are_no_ages);
    RUN(a_bare_age_stands_behind_its_person);
    RUN(counters_and_nouns_of_one_language);
    RUN(numbers_that_count_nothing);
    RUN(nothing_hurts);
}
