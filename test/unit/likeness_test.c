/* likeness_test.c - the same name in any two scripts, and who is not. */
#include "lexicon/crowd.h"
#include "lexicon/likeness.h"

#include "test.h"

#include <string.h>

const struct lexicon *test_lexicon(void);

static double
like(const char *a, const char *b)
{
    return likeness(test_lexicon(), str_of(a), str_of(b));
}

static void
a_name_is_itself(void)
{
    static const char *const names[] = {
        "Nadia Petrova", "Наталья Ким", "ليلى حداد", "נועה לוי",
        "李小龙",        "ナカムラ",    "박서준",    "Ελένη Παππά",
        "प्रिया शर्मा",    "สมชาย ใจดี",   "B-52"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        CHECK_NEAR(like(names[i], names[i]), 1, 1e-9);
}

static void
scripts_meet_in_latin(void)
{
    static const char *const latin = "Robert Fischer";
    static const char *const same[] = {"Роберт Фишер",
                                       "روبرت فيشر",
                                       "רוברט פישר",
                                       "로버트 피셔",
                                       "ロバート・フィッシャー",
                                       "罗伯特·费舍尔",
                                       "रॉबर्ट फिशर",
                                       "Ρόμπερτ Φίσερ"};

    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        CHECK(like(latin, same[i]) >= LIKENESS_SAME);
}

static void
scripts_meet_without_latin(void)
{
    CHECK(like("Наполеон", "نابليون") >= LIKENESS_SAME);
    CHECK(like("Мадонна", "マドンナ") >= LIKENESS_SAME);
    CHECK(like("شكسبير", "Шекспир") >= LIKENESS_SAME);
    CHECK(like("마리아", "Мария") >= LIKENESS_SAME);
    CHECK(like("Наполеон", "ماندیلا") < 0.5);
}

static void
either_way_round_is_the_same(void)
{
    static const char *const a[] = {"Omar al-Bashir", "Grace", "毛泽东",
                                    "Анна Каренина", "عبد الله"};
    static const char *const b[] = {"عمر البشير", "Graça Machel", "Mao Zedong",
                                    "Anna Karenina", "Abdullah"};

    for (size_t i = 0; i < 5; i++)
        CHECK_NEAR(like(a[i], b[i]), like(b[i], a[i]), 1e-9);
}

static void
spelling_of_other_languages_is_forgiven(void)
{
    CHECK(like("Muhammad", "Mohammed") >= LIKENESS_SAME);
    CHECK(like("Yeltsin", "Jelzin") >= LIKENESS_SAME);
    CHECK(like("Khrushchev", "Chruschtschow") >= LIKENESS_SAME);
    CHECK(like("Ceaușescu", "Ceausescu") >= LIKENESS_SAME);
    CHECK(like("Suleiman", "Süleyman") >= LIKENESS_SAME);
}

static void
people_who_share_a_name_are_two(void)
{
    CHECK(like("Joe Biden", "Joe Manchin") <= 0.6);
    CHECK(like("Joe Biden", "Hunter Biden") <= 0.6);
    CHECK(like("J. Biden", "Hunter Biden") <= 0.6);
    CHECK(like("John Kerry", "John Kelly") < LIKENESS_SAME);
    CHECK(like("حسن", "حسين") < LIKENESS_SAME);
    CHECK(like("Wang Yi", "王岐山") < 0.6);
}

static void
near_spellings_are_not_near_sounds(void)
{
    CHECK(like("Iran", "Iraq") <= 0.6);
    CHECK(like("Иран", "Ирак") <= 0.6);
    CHECK(like("Kirkuk", "Kuwait") <= 0.6);
    CHECK(like("Kim", "Kimani") <= 0.6);
    CHECK(like("Ali", "Alia") < LIKENESS_SAME);
    CHECK(like("Niger", "Nigeria") < LIKENESS_SAME);
    CHECK(like("B-52", "B-2") < LIKENESS_SAME);
}

static void
a_surname_stands_for_its_name_but_not_wholly(void)
{
    double v = like("Angela Merkel", "Merkel");

    CHECK(v >= LIKENESS_SAME && v <= 0.9);
    v = like("Angela Merkel", "默克尔");
    CHECK(v >= LIKENESS_SAME && v <= 0.9);
    CHECK(like("Angela Merkel", "Angela") < LIKENESS_SAME);
    CHECK(like("Ang Lee", "Lee") < LIKENESS_SAME); /* too short to tell */
}

static void
particles_count_for_little(void)
{
    CHECK(like("Omar al-Bashir", "عمر البشير") >= LIKENESS_SAME);
    CHECK(like("Omar Bashir", "عمر البشير") >= LIKENESS_SAME);
    CHECK(like("Omar al-Bashir", "Омар аль-Башир") >= LIKENESS_SAME);
    CHECK(like("Ursula von der Leyen", "Ursula Leyen") >= LIKENESS_SAME);
    CHECK(like("Abdulrahman", "عبد الرحمن") >= LIKENESS_SAME);
}

static void
case_endings_are_forgiven(void)
{
    CHECK(like("Gagarin", "Гагарину") >= LIKENESS_SAME);
    CHECK(like("Gagarin", "Гагариным") >= LIKENESS_SAME);
    CHECK(like("Kowalski", "Ковальского") >= LIKENESS_SAME);
    CHECK(like("Lech Wałęsa", "Lecha Wałęsy") >= LIKENESS_SAME);
}

static void
words_may_run_together_or_change_places(void)
{
    CHECK(like("Mao Zedong", "毛泽东") >= LIKENESS_SAME);
    CHECK(like("Park Seo-jun", "박서준") >= LIKENESS_SAME);
    CHECK(like("Robert Fischer", "罗伯特费舍尔") >= LIKENESS_SAME);
    CHECK(like("Orban Viktor", "Viktor Orbán") >= LIKENESS_SAME);
    CHECK(like("Orban Viktor", "Viktor Orbán") < 1);
    CHECK(like("Martin Luther King", "Martin King") >= LIKENESS_SAME);
    CHECK(like("M. King", "Martin King") >= LIKENESS_SAME);
}

static bool
share_a_key(const char *a, const char *b)
{
    struct sound s, t;
    uint64_t ka[16], kb[16];
    size_t na, nb;

    sound_of(test_lexicon(), str_of(a), &s);
    sound_of(test_lexicon(), str_of(b), &t);
    na = sound_keys(&s, ka, 16);
    nb = sound_keys(&t, kb, 16);
    for (size_t i = 0; i < na; i++)
        for (size_t j = 0; j < nb; j++)
            if (ka[i] == kb[j])
                return true;
    return false;
}

static void
alike_names_share_a_key(void)
{
    CHECK(share_a_key("Robert Fischer", "罗伯特·费舍尔"));
    CHECK(share_a_key("Fischer", "Роберт Фишер"));
    CHECK(share_a_key("Kowalski", "קובלסקי"));
    CHECK(share_a_key("Napoleon", "نابليون"));
    CHECK(share_a_key("Merkel", "메르켈"));
    CHECK(!share_a_key("Merkel", "Фишер"));
}

static void
nothing_sounds_like_nothing(void)
{
    char big[4096];
    struct sound s;

    memset(big, 'k', sizeof big);
    sound_of(test_lexicon(), (str){big, sizeof big}, &s);
    CHECK(s.nwords == 1 && s.word[0].n <= SOUND_MOST_SEGS);
    for (size_t i = 1; i < sizeof big; i += 2)
        big[i] = ' ';
    sound_of(test_lexicon(), (str){big, sizeof big}, &s);
    CHECK(s.nwords == SOUND_MOST_WORDS);
    CHECK(like("", "Fischer") == 0);
    CHECK(like("...", "\xFF\xC3") == 0);
}

static void
japanese_names_are_read_in_their_characters(void)
{
    CHECK_NEAR(like("Haruki Tsuji", "辻春樹"), 0.9, 1e-9);
    CHECK_NEAR(like("辻春樹", "Tsuji Haruki"), 0.9, 1e-9);
    CHECK(like("辻春樹", "Kenji Mori") < LIKENESS_SAME);
}

static void
a_doubled_letter_settles_a_tie(void)
{
    CHECK(like("Grig", "Григ") > like("Grig", "Григг"));
    CHECK(like("Grigg", "Григг") > like("Grigg", "Григ"));
    CHECK(like("Grig", "Григг") >= LIKENESS_SAME);
}

static void
a_doubled_consonant_is_heard_in_kana(void)
{
    CHECK(like("Hatta", "ハッタ") > like("Hata", "ハッタ"));
    CHECK(like("Hata", "ハタ") > like("Hatta", "ハタ"));
}

static void
an_accent_makes_a_last_e_heard(void)
{
    CHECK(like("Coupé", "クペ") > like("Coupe", "クペ"));
    CHECK(like("Coupe", "クープ") > like("Coupé", "クープ"));
}

static void
what_comes_next_tells_a_letter(void)
{
    /* a mute e makes another vowel of the one before the consonant */
    CHECK(like("Dane", "デイン") > like("Dann", "デイン"));
    CHECK(like("Dann", "ダン") > like("Dane", "ダン"));
    /* gu is u before a, not before e */
    CHECK(like("Guerra", "Герра") > like("Guerra", "Гуерра"));
    CHECK(like("Guarda", "Гуарда") > like("Guarda", "Гарда"));
    /* nh is one sound at the end alone */
    CHECK(like("Bernhard", "Бернхард") >= 0.85);
    CHECK(like("Coutinho", "Коутиньо") >= 0.8);
}

/* What one letter alone may tell, two tell better. */
static void
two_steps_are_more_than_each(void)
{
    CHECK(like("Murai", "موراي") > like("Murai", "موري"));
    CHECK(like("Sakai", "ساكاي") > like("Sakai", "ساكي"));
    CHECK(like("Loiseau", "ロワゾー") > like("Loiseau", "ローワゾー") + 0.05);
}

/* No likeness is so low that nothing is lower. */
static void
bad_likenesses_keep_their_order(void)
{
    CHECK(like("Petrova", "حداد") < LIKENESS_TITLED);
    CHECK(like("Petrova", "فاتح") > like("Petrova", "حداد"));
    CHECK(like("Petrova", "حداد") > 0);
}

static void
what_is_known_of_places_needs_no_sound(void)
{
    CHECK(likeness_known(test_lexicon(), STR("Germany"), STR("ألمانيا")));
    CHECK(likeness_known(test_lexicon(), STR("德国"), STR("Германия")));
    CHECK(!likeness_known(test_lexicon(), STR("Germany"), STR("فرنسا")));
    CHECK(!likeness_known(test_lexicon(), STR(""), STR("")));
}

/* Ten thousand made-up names and four that other scripts ask for. */
static void
one_is_found_among_many(void)
{
    static const char *const pairs[][2] = {
        {"Robert Fischer", "Роберт Фишер"},
        {"Samira Haddad", "سميرة حداد"},
        {"Anton Novak", "アントン・ノヴァク"},
        {"Nina Lindberg", "נינה לינדברג"}};
    struct crowd *c = crowd_open(test_lexicon());
    char name[64];

    for (int i = 0; i < 10000; i++) {
        static const char *const part[] = {"ba",  "ri",  "lo", "ku",  "ten",
                                           "mas", "dor", "vi", "gan", "pel"};

        snprintf(name, sizeof name, "%s%s %s%s", part[i % 10],
                 part[i / 10 % 10], part[i / 100 % 10], part[i / 1000]);
        crowd_add(c, str_of(name));
    }
    for (int i = 0; i < 4; i++)
        crowd_add(c, str_of(pairs[i][0]));
    crowd_settle(c);
    for (uint32_t i = 0; i < 4; i++) {
        struct crowd_hit hit = {0, 0};

        CHECK(crowd_find(c, str_of(pairs[i][1]), &hit, 1) == 1);
        CHECK(hit.name == 10000 + i && hit.likeness >= LIKENESS_SAME);
    }
    CHECK(crowd_find(c, STR(""), NULL, 0) == 0);
    crowd_close(c);
}

static void
what_need_not_be_exact_is_less(void)
{
    static const char *const names[] = {
        "Omar al-Bashir",  "Omar Bashir",    "Umar el Bachir",
        "Elena Petrovna",  "Jelena Petrowa", "Helen Peters",
        "J. Peters",       "Helen",          "Elena Maria Petrovna",
        "Омар аль-Башир",  "Елена Петровна", "オマル・バシール",
        "María de la Cruz"};
    static const double least[] = {0, 0.5, 0.66, 0.72, 0.92, 0.99};
    struct sound a, b;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
            sound_of(test_lexicon(), str_of(names[i]), &a);
            sound_of(test_lexicon(), str_of(names[k]), &b);
            for (size_t l = 0; l < sizeof least / sizeof *least; l++) {
                double all = sound_likeness(&a, &b);
                double from = sound_likeness_from(least[l], &a, &b);

                CHECK(all < least[l] ? from < least[l] : from == all);
            }
        }
}

/* A comparison that may be given up tells nothing else where it is not. */
static void
what_is_given_up_early_is_less_than_the_least(void)
{
    static const char *const words[] = {
        "Petrova", "Петрова", "الحداد",   "Haddad",   "Petrov", "Fischer",
        "Фишера",  "נועה",    "ナカムラ", "Nakamura", "박",     "B"};
    enum { N = sizeof words / sizeof *words };
    struct arena *mem = arena_open();
    struct sound s[N];
    const struct sound_run *ready[N];
    size_t below = 0;

    for (size_t i = 0; i < N; i++) {
        sound_of(test_lexicon(), str_of(words[i]), &s[i]);
        ready[i] = sound_ready(&s[i], mem);
    }
    for (size_t i = 0; i < N; i++)
        for (size_t k = 0; k < N; k++) {
            double is = sound_likeness(&s[i], &s[k]), said;

            if (!ready[i] || !ready[k])
                continue;
            said = sound_ready_likeness(ready[i], ready[k], 0.8);
            below += is <= 0.8;
            CHECK(is > 0.8 ? said >= is && said <= is : said <= 0.8);
            said = sound_ready_likeness(ready[i], ready[k], 0);
            CHECK(said >= is && said <= is);
        }
    CHECK(below > N);
    sound_of(test_lexicon(), str_of("Nadia Petrova"), &s[0]);
    CHECK(!sound_ready(&s[0], mem));
    sound_of(test_lexicon(), str_of("J."), &s[0]);
    CHECK(!sound_ready(&s[0], mem));
    arena_close(mem);
}

TEST_MAIN
{
    RUN(a_name_is_itself);
    RUN(what_need_not_be_exact_is_less);
    RUN(scripts_meet_in_latin);
    RUN(scripts_meet_without_latin);
    RUN(either_way_round_is_the_same);
    RUN(spelling_of_other_languages_is_forgiven);
    RUN(people_who_share_a_name_are_two);
    RUN(near_spellings_are_not_near_sounds);
    RUN(a_surname_stands_for_its_name_but_not_wholly);
    RUN(particles_count_for_little);
    RUN(case_endings_are_forgiven);
    RUN(words_may_run_together_or_change_places);
    RUN(alike_names_share_a_key);
    RUN(nothing_sounds_like_nothing);
    RUN(japanese_names_are_read_in_their_characters);
    RUN(a_doubled_letter_settles_a_tie);
    RUN(a_doubled_consonant_is_heard_in_kana);
    RUN(an_accent_makes_a_last_e_heard);
    RUN(what_comes_next_tells_a_letter);
    RUN(two_steps_are_more_than_each);
    RUN(bad_likenesses_keep_their_order);
    RUN(what_is_known_of_places_needs_no_sound);
    RUN(one_is_found_among_many);
    RUN(what_is_given_up_early_is_less_than_the_least);
}
