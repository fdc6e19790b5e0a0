/*
 * story_test.c - one event in several languages is one story; another event
 * like it is another; nothing hangs on the order of arrival.
 */
#include "test.h"

#include "engine/digest.h"
#include "story/blocks.h"
#include "story/flow.h"
#include "story/near.h"
#include "story/place.h"
#include "story/score.h"
#include "story/title.h"
#include "story/why.h"

#include <math.h>
#include <string.h>

const struct lexicon *test_lexicon(void);

#define MOST 16

struct page {
    const char *lang, *date, *title, *text;
};

/* A dam breaks above a Peruvian town: three languages, three outlets. */
static const struct page dam_en = {
    "en", "2026-05-12", "Dam collapse above Huaraz kills at least 17",
    "At least 17 people were killed when the Palcaraju dam above Huaraz in "
    "northern Peru collapsed after days of heavy rain, officials said on "
    "Tuesday. Governor Lucia Ferrando said 2,340 residents had been "
    "evacuated. The flood destroyed 64 houses and two bridges, and rescuers "
    "were still searching for missing people."};
static const struct page dam_es = {
    "es", "2026-05-12", "Colapsa una presa sobre Huaraz: 17 muertos",
    "La presa Palcaraju, situada sobre la ciudad de Huaraz, en el norte de "
    "Perú, se derrumbó el martes tras varios días de lluvias y causó 17 "
    "muertos. La gobernadora Lucia Ferrando informó de 2.340 evacuados. La "
    "inundación destruyó 64 casas y los equipos de rescate buscan a los "
    "desaparecidos."};
static const struct page dam_ru = {
    "ru", "2026-05-13",
    "В Перу прорвало плотину над Уарасом, погибли 17 человек",
    "Плотина Палькараху над городом Уарас на севере Перу разрушилась во "
    "вторник после сильных дождей, погибли не менее 17 человек. Губернатор "
    "Лусия Феррандо сообщила, что эвакуированы 2340 жителей. Наводнение "
    "уничтожило 64 дома, спасатели продолжают поиски пропавших."};
/* Two months on, the same town, the same governor, another flood. */
static const struct page flood_en = {
    "en", "2026-07-20", "Flash flood hits Huaraz again, no deaths",
    "A flash flood swept through Huaraz in northern Peru on Sunday, damaging "
    "9 houses, officials said. Governor Lucia Ferrando said nobody was hurt. "
    "In May the collapse of the Palcaraju dam killed 17 people."};
/* Something else of the same day. */
static const struct page bank_en = {
    "en", "2026-05-12", "Norlund Bank raises key rate to 4.25 percent",
    "Norlund Bank raised its key interest rate by a quarter point to 4.25 "
    "percent on Tuesday to fight inflation, as 11 of 14 economists had "
    "expected. Chairman Henrik Solvang said further increases were likely "
    "before the autumn."};
static const struct page bank_de = {
    "de", "2026-05-12", "Norlund Bank erhöht Leitzins auf 4,25 Prozent",
    "Die Norlund Bank hat ihren Leitzins am Dienstag um einen Viertelpunkt "
    "auf 4,25 Prozent erhöht, um die Inflation zu bekämpfen. Vorsitzender "
    "Henrik Solvang sagte, weitere Erhöhungen vor dem Herbst seien "
    "wahrscheinlich."};

static struct article *
read_page(const struct page *p)
{
    struct article *a = article_new();

    a->page = PAGE_FIELDS;
    a->given_title = str_of(p->title);
    a->given_date = str_of(p->date);
    a->given_lang = str_of(p->lang);
    a->bytes = str_of(p->text);
    a->type = STR("text/plain");
    digest(test_lexicon(), a);
    CHECK(a->why_not == NULL);
    return a;
}

struct placed {
    struct article *article[MOST];
    struct set set;
    struct arena *mem;
};

static void
open_set(struct placed *p, const struct page *const *pages, size_t n)
{
    *p = (struct placed){.mem = arena_open()};
    for (size_t i = 0; i < n; i++)
        p->article[i] = read_page(pages[i]);
    p->set.articles = p->article;
    p->set.narticles = n;
    p->set.voice = arena_new(p->mem, uint32_t, n + 1);
    p->set.story = arena_new(p->mem, uint32_t, n + 1);
    for (uint32_t i = 0; i < n; i++)
        p->set.voice[i] = i;
}

static void
place(struct placed *p, const struct page *const *pages, size_t n)
{
    open_set(p, pages, n);
    story_place(test_lexicon(), &p->set, p->mem);
}

static void
close_set(struct placed *p)
{
    for (size_t i = 0; i < p->set.narticles; i++)
        article_free(p->article[i]);
    arena_close(p->mem);
}

/* ---- stories ----------------------------------------------------------- */

static void
one_event_in_three_languages_is_one_story(void)
{
    static const struct page *const pages[] = {&dam_en, &bank_en, &dam_es,
                                               &bank_de, &dam_ru};
    struct placed p;

    place(&p, pages, 5);
    CHECK(p.set.story[0] == 0);
    CHECK(p.set.story[2] == 0 && p.set.story[4] == 0);
    CHECK(p.set.story[1] == 1 && p.set.story[3] == 1);
    close_set(&p);
}

static void
a_later_event_that_recalls_the_first_is_another(void)
{
    static const struct page *const pages[] = {&dam_en, &flood_en, &dam_es};
    struct placed p;

    place(&p, pages, 3);
    CHECK(p.set.story[0] == p.set.story[2]);
    CHECK(p.set.story[0] != p.set.story[1]);
    close_set(&p);
}

static void
stories_do_not_hang_on_the_order_of_articles(void)
{
    const struct page *pages[] = {&dam_en,  &bank_en, &dam_es,
                                  &bank_de, &dam_ru,  &flood_en};
    struct placed first, other;
    size_t n = 6;

    place(&first, pages, n);
    for (size_t turn = 1; turn < n; turn++) {
        const struct page *turned[6];

        for (size_t i = 0; i < n; i++)
            turned[i] = pages[(i + turn) % n];
        place(&other, turned, n);
        for (size_t i = 0; i < n; i++)
            for (size_t k = 0; k < n; k++)
                CHECK((other.set.story[i] == other.set.story[k]) ==
                      (first.set.story[(i + turn) % n] ==
                       first.set.story[(k + turn) % n]));
        close_set(&other);
    }
    close_set(&first);
}

static void
copies_are_one_story_whatever_they_tell(void)
{
    static const struct page *const pages[] = {&dam_en, &bank_en};
    struct link links[] = {{.from = 0, .to = 1, .kind = LINK_EDITED_COPY}};
    struct placed p;

    open_set(&p, pages, 2);
    p.set.links = links;
    p.set.nlinks = 1;
    story_place(test_lexicon(), &p.set, p.mem);
    CHECK(p.set.story[0] == p.set.story[1]);
    close_set(&p);
}

static void
a_shared_source_alone_joins_nothing(void)
{
    static const struct page *const pages[] = {&dam_en, &bank_en};
    struct link links[] = {{.from = 0, .to = 1, .kind = LINK_SHARED}};
    struct placed p;

    open_set(&p, pages, 2);
    p.set.links = links;
    p.set.nlinks = 1;
    story_place(test_lexicon(), &p.set, p.mem);
    CHECK(p.set.story[0] != p.set.story[1]);
    close_set(&p);
}

static void
a_part_outweighs_copies_and_scores(void)
{
    static const struct page *const pages[] = {&dam_en, &dam_es, &dam_ru};
    struct link links[] = {{.from = 0, .to = 1, .kind = LINK_TRANSLATION}};
    struct ruling rulings[] = {{0, 1, false}};
    struct placed p;

    open_set(&p, pages, 3);
    p.set.links = links;
    p.set.nlinks = 1;
    p.set.rulings = rulings;
    p.set.nrulings = 1;
    story_place(test_lexicon(), &p.set, p.mem);
    CHECK(p.set.story[0] != p.set.story[1]);
    close_set(&p);
}

static void
a_pin_joins_what_nothing_else_would(void)
{
    static const struct page *const pages[] = {&dam_en, &bank_de, &dam_ru};
    struct ruling rulings[] = {{1, 2, true}};
    struct placed p;

    open_set(&p, pages, 3);
    p.set.rulings = rulings;
    p.set.nrulings = 1;
    story_place(test_lexicon(), &p.set, p.mem);
    CHECK(p.set.story[1] == p.set.story[2]);
    close_set(&p);
}

static void
what_the_terms_add_is_the_score(void)
{
    static const struct page *const pages[] = {&dam_en, &bank_de, &dam_ru};
    struct placed p;
    struct why why;
    double sum = 0;
    bool peru = false;

    place(&p, pages, 3);
    story_why(test_lexicon(), &p.set, 0, 2, &why, p.mem);
    for (size_t i = 0; i < why.nterms; i++) {
        CHECK_NEAR(why.terms[i].adds, why.terms[i].value * why.terms[i].weight,
                   1e-9);
        sum += why.terms[i].adds;
    }
    CHECK_NEAR(sum, why.odds, 1e-9);
    CHECK(why.rival == 1 && why.margin > 0);
    for (size_t i = 0; i < why.nshared; i++)
        peru |= strcmp(why.shared[i].kind, "place") == 0;
    CHECK(peru);
    close_set(&p);
}

static void
the_nearest_of_a_language_tells_the_same(void)
{
    static const struct page *const pages[] = {&dam_en, &bank_en, &dam_es,
                                               &bank_de, &dam_ru};
    struct placed p;
    struct nearest *near;

    open_set(&p, pages, 5);
    near = story_nearest(test_lexicon(), &p.set, LANG_EN, p.mem);
    CHECK(near[4].n > 0 && near[4].index[0] == 0); /* the dam, in English */
    CHECK(near[3].n > 0 && near[3].index[0] == 1); /* the bank */
    for (size_t i = 0; i < 5; i++)
        for (size_t k = 0; k < near[i].n; k++) {
            CHECK(near[i].index[k] < 2 && near[i].index[k] != i);
            CHECK(k == 0 || near[i].score[k] <= near[i].score[k - 1]);
        }
    close_set(&p);
}

/* Sides of their own, one feature in common with all of one colour. */
static struct side *
coloured_sides(size_t n, float days, struct arena *mem)
{
    struct side *sides = arena_new(mem, struct side, n);
    struct vector v = vector_new(2, mem);

    for (uint32_t i = 0; i < n; i++) {
        sides[i] =
            (struct side){.narticles = 1, .day = (float)(i / 100) * days};
        v.n = 0;
        vector_add(&v, feature_id(FEATURE_CONCEPT, 16 * (i % 100 + 1)), 1);
        vector_add(&v, feature_id(FEATURE_NAME, 16 * (i + 1)), 1);
        side_take(&sides[i], &v, mem);
        sides[i].lang[0] = LANG_EN;
        sides[i].nlang[0] = 1;
    }
    return sides;
}

static void
the_index_finds_what_shares_and_lies_near(void)
{
    struct arena *mem = arena_open();
    /* 10 sides of each of 100 colours, 10 days apart: 3 behind and 3 ahead
     * lie within 30 days of one in the middle */
    struct side *sides = coloured_sides(1000, 10, mem);
    struct near_index *x = near_open(sides, 1000, mem);
    const struct found *found;
    size_t n;

    found = near_ask(x, 507, &n);
    CHECK(n == 6);
    for (size_t i = 0; i < n; i++)
        CHECK(found[i].side % 100 == 7 && found[i].side != 507);
    arena_close(mem);
}

static void
a_side_without_a_day_is_near_to_all_days(void)
{
    struct arena *mem = arena_open();
    struct side *sides = coloured_sides(1000, 100, mem);
    struct near_index *x;
    size_t n;

    sides[7].day = NAN;
    x = near_open(sides, 1000, mem);
    near_ask(x, 7, &n);
    CHECK(n == 9);
    near_ask(x, 907, &n); /* the others are too far */
    CHECK(n == 1);
    arena_close(mem);
}

static void
an_empty_set_has_no_story(void)
{
    struct placed p;

    place(&p, NULL, 0);
    CHECK(p.set.narticles == 0);
    close_set(&p);
}

/* ---- features, likeness -------------------------------------------------- */

static void
features_stand_by_id_each_once(void)
{
    struct article *a = read_page(&dam_ru);

    CHECK(a->nfeatures > 20);
    for (size_t i = 1; i < a->nfeatures; i++)
        CHECK(a->features[i - 1].id < a->features[i].id);
    for (size_t i = 0; i < a->nfeatures; i++)
        CHECK(a->features[i].weight > 0);
    article_free(a);
}

static bool
bears(const struct article *a, uint32_t id)
{
    for (size_t i = 0; i < a->nfeatures; i++)
        if (a->features[i].id == id)
            return true;
    return false;
}

static void
a_thing_has_the_same_id_in_every_language(void)
{
    const struct page *const pages[] = {&dam_en, &dam_es, &dam_ru};
    struct placed p;

    open_set(&p, pages, 3);
    for (size_t i = 0; i < 3; i++) {
        CHECK(bears(p.article[i], feature_country(STR("PE"))));
        CHECK(bears(p.article[i],
                    feature_id(FEATURE_NUMBER, str_hash(STR("2340")))));
    }
    close_set(&p);
}

static void
likeness_tells_the_same_event_from_another(void)
{
    const struct page *const pages[] = {&dam_en, &dam_ru, &bank_de};
    const struct page *const turned[] = {&dam_ru, &dam_en};
    struct placed p, q;
    struct likeness_of *same, *other, *back;

    open_set(&p, pages, 3);
    open_set(&q, turned, 2);
    same = story_pairs(test_lexicon(), &p.set, p.mem);
    back = story_pairs(test_lexicon(), &q.set, q.mem);
    p.set.articles++; /* the last two */
    p.set.narticles--;
    other = story_pairs(test_lexicon(), &p.set, p.mem);
    CHECK(same[0].score > 0.5 && same[0].score <= 1 && same[0].same);
    CHECK(other[0].score < 0.4 && other[0].score >= 0 && !other[0].same);
    CHECK(back[0].same);
    p.set.articles--;
    p.set.narticles++;
    close_set(&p);
    close_set(&q);
}

/* Neither says anything that the other could: nothing is told alike. */
static void
two_languages_that_share_nothing_tell_not_the_same(void)
{
    static const struct page end = {"en", "", "", "The end."};
    static const struct page rain = {"zh", "", "", "明天有雨。"};
    const struct page *const pages[] = {&end, &rain};
    struct placed p;

    open_set(&p, pages, 2);
    CHECK(!story_pairs(test_lexicon(), &p.set, p.mem)[0].same);
    close_set(&p);
}

/* ---- short texts of signs ------------------------------------------------
 */

static size_t
count_signs(const struct article *a)
{
    size_t n = 0;

    for (size_t i = 0; i < a->nfeatures; i++)
        n += feature_kind(a->features[i].id) == FEATURE_SIGN;
    return n;
}

static void
each_character_of_a_short_text_tells(void)
{
    static const struct page post = {"zh", "", "", "山洪冲走山桥"};
    static const struct page kana = {"en", "", "", "Floods took a bridge."};
    struct article *a = read_page(&post), *b = read_page(&kana), *c;
    struct buf text = {0};

    CHECK(count_signs(a) == 5); /* one stands twice */
    CHECK(count_signs(b) == 0);
    for (int i = 0; i < 40; i++)
        buf_put(&text, str_of(post.text)); /* 240 characters */
    c = read_page(&(struct page){"zh", "", "山洪", buf_str(&text).s});
    CHECK(count_signs(c) == 0);
    buf_free(&text);
    article_free(a);
    article_free(b);
    article_free(c);
}

/* A singer's wedding told twice in few words in common, and another singer's
 * show in the frame of words of the first. */
static const struct page wedding = {"zh", "", "",
                                    "歌手林若溪在杭州办婚礼，新郎是圈外人"};
static const struct page wedding_too = {
    "zh", "", "", "歌手林若溪结婚了！杭州婚礼现场曝光，新郎身份成谜"};
static const struct page show = {"zh", "", "",
                                 "歌手周以安在广州办演唱会，嘉宾是圈外人"};

static void
short_texts_of_signs_have_weights_of_their_own(void)
{
    const struct page *const pages[] = {&wedding, &wedding_too, &wedding,
                                        &show,    &dam_en,      &bank_en};
    struct placed p;
    struct side *sides;
    struct score score;
    struct likeness_of *like;

    open_set(&p, pages, 6);
    sides = ground_lay(test_lexicon(), &p.set, p.mem);
    score_take(&score_tuned, &sides[0], &sides[1], &score);
    CHECK(score.own == ROW_SIGNS && score.term[TERM_SIGN] > 0);
    score_take(&score_tuned, &sides[4], &sides[5], &score);
    CHECK(score.own == ROW_WITHIN && score.term[TERM_OWN] == 0);
    like = story_pairs(test_lexicon(), &p.set, p.mem);
    CHECK(like[0].same && !like[1].same && !like[2].same);
    close_set(&p);
}

/* A council closes a pool: two reports of one language that have little but
 * the happening in common; and a school in the same town. */
static const struct page pool_de = {
    "de", "", "Weichsdorf streitet um sein Freibad",
    "Nach vier Stunden Debatte stand es fest: Das Freibad in Weichsdorf wird "
    "im Herbst geschlossen. Vor dem Rathaus hatten am Montagabend rund 300 "
    "Menschen gegen die Pläne protestiert, viele mit Badekappe und Handtuch. "
    "Bürgermeisterin Karla Immerthal verwies auf die Kosten der Sanierung, die "
    "ein Gutachten auf 7,4 Millionen Euro schätzt. Der Förderverein will nun "
    "Unterschriften für ein Bürgerbegehren sammeln. Vorsitzender Timo Radeloff "
    "sprach von einem schwarzen Tag für die Kinder der Stadt."};
static const struct page council_de = {
    "de", "", "Rat beschließt Schließung des Freibads in Weichsdorf",
    "Der Stadtrat von Weichsdorf hat mit 17 gegen 12 Stimmen beschlossen, das "
    "1963 eröffnete Freibad zum Ende der Saison aufzugeben. Die Becken "
    "verlieren nach Angaben der Verwaltung täglich 90 Kubikmeter Wasser. Geld "
    "für eine Sanierung fehle, sagte Bürgermeisterin Karla Immerthal; die "
    "Stadt müsse zuerst zwei Schulen erneuern. Die Opposition kündigte "
    "Widerstand an und verlangte eine Prüfung durch das Land. Auf dem Gelände "
    "könnten nach einem Entwurf der Verwaltung Wohnungen entstehen."};
static const struct page school_de = {
    "de", "", "Weichsdorf bekommt eine neue Schule",
    "Am Montag hat Landrat Jonte Brackwede in Weichsdorf den "
    "Grundstein für eine Grundschule gelegt. Sie soll 220 Kindern Platz bieten "
    "und in zwei Jahren fertig sein. Das Land trägt 5,1 Millionen Euro der "
    "Kosten. Die alte Schule am Bahnhof war wegen Schimmels geräumt worden. "
    "Schulleiterin Dorte Quandt freute sich auf helle Räume und eine große "
    "Küche."};

static void
reports_by_two_hands_are_one_story_what_else_a_town_has_is_not(void)
{
    const struct page *const one[] = {&pool_de, &council_de};
    const struct page *const two[] = {&pool_de, &school_de};
    struct placed p, q;

    open_set(&p, one, 2);
    open_set(&q, two, 2);
    CHECK(story_pairs(test_lexicon(), &p.set, p.mem)[0].same);
    CHECK(!story_pairs(test_lexicon(), &q.set, q.mem)[0].same);
    close_set(&p);
    close_set(&q);
}

static void
a_year_goes_round(void)
{
    /* from late December into January: 5.25 days and 3 */
    CHECK_NEAR(season_between(360, 3), 8.25, 1e-9);
    CHECK_NEAR(season_between(3, 360), -8.25, 1e-9);
    CHECK_NEAR(season_between(100, 107), 7, 1e-9);
}

static void
odds_are_probabilities(void)
{
    CHECK_NEAR(score_probability(0), 0.5, 1e-9);
    CHECK(score_probability(800) == 1);
    CHECK_NEAR(score_probability(-800), 0, 1e-9);
}

/* Of two pairs equally alike, that whose concepts are less so is graded lower,
 * and so is that with other words in the title; the verdict sets the half it
 * is shown in. */
static void
other_concepts_and_titles_lower_the_grade(void)
{
    struct score s = {.same = 1, .z = score_tuned.join - 1}, t, u;

    s.term[TERM_ALL] = 0.4;
    s.term[TERM_LIKE_CONCEPT] = 0.5;
    t = u = s;
    t.term[TERM_LIKE_CONCEPT] = 0.3;
    s.term[TERM_TITLE] = t.term[TERM_TITLE] = 0.5;
    CHECK(score_shown(&score_tuned, &s) > score_shown(&score_tuned, &t));
    CHECK(score_shown(&score_tuned, &s) > score_shown(&score_tuned, &u));
    s.term[TERM_ALL] = 1;
    s.term[TERM_LIKE_CONCEPT] = 1;
    CHECK(score_shown(&score_tuned, &s) < 0.5);
    t.z = score_tuned.join + 1;
    CHECK(score_shown(&score_tuned, &t) >= 0.5);
}

static double
titles(const char *x, const char *y)
{
    struct page a = dam_en, b = dam_en;
    struct article *left, *right;
    double alike;

    a.title = x;
    b.title = y;
    left = read_page(&a);
    right = read_page(&b);
    alike = title_alike(left, right);
    article_free(left);
    article_free(right);
    return alike;
}

static void
titles_are_compared_by_runs_of_three_characters(void)
{
    /* of ".da", "dam", "am." the other has two: ".da", "dam", "ams", "ms." */
    CHECK_NEAR(titles("Dam", "Dams"), sqrt(2 / 3.0), 1e-9);
    CHECK(titles("Dam breaks", "Breaks: dam") == 1);
    CHECK(titles("Dam", "Bank") == 0);
    /* of another script: neither for nor against */
    CHECK(titles("Dam", "Плотина") > 0 && titles("Dam", "Плотина") < 1);
    CHECK(titles("Dam", "…") == titles("Dam", "Плотина"));
}

/* ---- blocks ----------------------------------------------------------------
 */

static const struct page dam_late = {
    "en", "2026-05-14", "Two more bodies found below Quillamarca dam",
    "Rescuers found two more bodies below the tailings dam at the Quillamarca "
    "copper mine in Peru, which gave way on Tuesday, Mayor Fortunato Lliuyac "
    "said. The dam had burst and buried 24 houses."};
static const struct page dam_after = {
    "en", "2026-08-20", "Dam at Quillamarca gives way, six dead",
    "A tailings dam at the Quillamarca copper mine in Peru gave way on "
    "Tuesday, killing six workers and burying 24 houses, Mayor Fortunato "
    "Lliuyac said."};

/* Days of a block, one page each; its set has room for two. */
static uint32_t
flow_one(struct flow *flow, const struct page *page, size_t *open)
{
    const struct page *pages[] = {page};
    struct placed p;
    uint32_t story;

    open_set(&p, pages, 1);
    flow_place(flow, &p.set, NULL, 0);
    story = p.set.story[0];
    *open = flow_stories(flow);
    close_set(&p);
    return story;
}

static void
a_story_goes_on_in_the_next_block_and_closes(void)
{
    struct flow *flow = flow_open(test_lexicon());
    size_t open;
    uint32_t dam, bank;

    dam = flow_one(flow, &dam_en, &open);
    CHECK(open == 1);
    bank = flow_one(flow, &bank_en, &open);
    CHECK(bank != dam && open == 2);
    CHECK(flow_one(flow, &dam_late, &open) == dam && open == 2);
    /* three months later all are closed, whatever the words say */
    CHECK(flow_one(flow, &dam_after, &open) != dam && open == 1);
    flow_close(flow);
}

static void
blocks_keep_what_a_person_ruled(void)
{
    static const struct page *const pages[] = {&dam_late, &bank_en, &dam_en,
                                               &dam_after};
    struct ruling rulings[] = {{0, 2, false}, {1, 3, true}};
    struct placed p;

    open_set(&p, pages, 4);
    blocks_place(test_lexicon(), &p.set, 1, p.mem);
    CHECK(p.set.story[0] == p.set.story[2]);
    CHECK(p.set.story[1] != p.set.story[3] && p.set.story[0] != p.set.story[3]);
    /* the same days in one block: the same stories */
    blocks_place(test_lexicon(), &p.set, 4, p.mem);
    CHECK(p.set.story[0] == p.set.story[2] && p.set.story[1] != p.set.story[2]);
    p.set.rulings = rulings;
    p.set.nrulings = 2;
    blocks_place(test_lexicon(), &p.set, 1, p.mem);
    CHECK(p.set.story[0] != p.set.story[2]);
    CHECK(p.set.story[1] == p.set.story[3]);
    close_set(&p);
}

TEST_MAIN
{
    RUN(one_event_in_three_languages_is_one_story);
    RUN(a_later_event_that_recalls_the_first_is_another);
    RUN(stories_do_not_hang_on_the_order_of_articles);
    RUN(copies_are_one_story_whatever_they_tell);
    RUN(a_shared_source_alone_joins_nothing);
    RUN(a_part_outweighs_copies_and_scores);
    RUN(a_pin_joins_what_nothing_else_would);
    RUN(what_the_terms_add_is_the_score);
    RUN(the_nearest_of_a_language_tells_the_same);
    RUN(the_index_finds_what_shares_and_lies_near);
    RUN(a_side_without_a_day_is_near_to_all_days);
    RUN(an_empty_set_has_no_story);
    RUN(features_stand_by_id_each_once);
    RUN(a_thing_has_the_same_id_in_every_language);
    RUN(likeness_tells_the_same_event_from_another);
    RUN(reports_by_two_hands_are_one_story_what_else_a_town_has_is_not);
    RUN(two_languages_that_share_nothing_tell_not_the_same);
    RUN(each_character_of_a_short_text_tells);
    RUN(short_texts_of_signs_have_weights_of_their_own);
    RUN(a_year_goes_round);
    RUN(odds_are_probabilities);
    RUN(other_concepts_and_titles_lower_the_grade);
    RUN(titles_are_compared_by_runs_of_three_characters);
    RUN(a_story_goes_on_in_the_next_block_and_closes);
    RUN(blocks_keep_what_a_person_ruled);
}
