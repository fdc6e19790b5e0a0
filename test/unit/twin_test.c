/* twin_test.c - sketches, alignment, and who copied whom. */
#include "test.h"

#include "base/buf.h"
#include "twin/align.h"
#include "twin/copy.h"
#include "twin/forest.h"
#include "twin/index.h"
#include "twin/kin.h"
#include "twin/origin.h"
#include "twin/part.h"
#include "twin/sketch.h"

#include <string.h>
#include <time.h>

/* ---- texts ----------------------------------------------------------------
 */

/* An article of body blocks, one a line; names and numbers are not needed. */
static struct article *
page(const char *path, const char *text, enum lang lang)
{
    struct arena *mem = arena_open();
    struct article *a = arena_new(mem, struct article, 1);
    struct stemmer *st = stemmer_open();
    struct lang_span all = {{0, (uint32_t)strlen(text)}, lang};
    size_t n = 0;

    a->mem = mem;
    a->path = str_of(path);
    a->text = str_of(text);
    a->lang = lang;
    a->content = str_hash(a->text);
    for (uint32_t i = 0; i < a->text.n;) {
        uint32_t end = i;

        while (end < a->text.n && text[end] != '\n')
            end++;
        a->blocks = arena_grow(mem, a->blocks, n, sizeof *a->blocks);
        a->blocks[n++] = (struct block){.kind = BLOCK_BODY,
                                        .lang = lang,
                                        .text = str_cut(a->text, i, end),
                                        .kept = true,
                                        .at = {i, end}};
        i = end + 1;
    }
    a->nblocks = n;
    segment(&a->read.w, a->text, &all, 1, st, mem);
    a->read.sense_at = arena_new(mem, uint32_t, a->read.w.nwords + 1);
    a->read.begins = arena_new(mem, struct begins, a->read.w.nwords);
    stemmer_close(st);
    return a;
}

/* The changes from one text to the other, as lines "from>to". */
static str
changes(const char *from, const char *to, struct arena *mem)
{
    struct article *a = page("a", from, LANG_EN), *b = page("b", to, LANG_EN);
    struct part p[PARTS_MOST], q[PARTS_MOST];
    struct change *c;
    str out = {0};
    size_t n = 0;

    if (part_cut(a, 0, p, mem) && part_cut(b, 1, q, mem)) {
        c = change_list(&p->t, &q->t, align_match(&p->t, &q->t, mem), mem, &n,
                        NULL);
        for (size_t i = 0; i < n; i++)
            out = arena_printf(mem, "%.*s%.*s>%.*s\n", STR_ARG(out),
                               STR_ARG(c[i].from), STR_ARG(c[i].to));
    }
    arena_close(a->mem);
    arena_close(b->mem);
    return out;
}

#define WIRE                                                                   \
    "HARBOUR TOWN (Wire) — The council voted on Monday to rebuild the old "  \
    "pier after U.S. engineers found cracks in nine of its pillars.\n"         \
    "Work on the landing stage is to begin in spring and will cost about 30 "  \
    "million euros, the mayor said after the meeting in the town hall.\n"      \
    "Fishermen had asked for a new pier since a storm tore away the northern " \
    "end eleven years ago, when two boats sank.\n"

/* ---- sketch -----------------------------------------------------------------
 */

static struct sketch
sketch_of_words(uint32_t from, uint32_t n)
{
    struct arena *mem = arena_open();
    struct word *w = arena_new(mem, struct word, n + 1);
    struct reading r = {.w.words = w, .w.nwords = n};
    struct sketch s;

    for (uint32_t i = 0; i < n; i++)
        w[i] = (struct word){.kind = WORD_LETTERS,
                             .script = SCRIPT_LATIN,
                             .fold = arena_printf(mem, "w%u", from + i)};
    sketch_draw(&s, &r);
    arena_close(mem);
    return s;
}

static void
sketches_tell_the_share_of_runs(void)
{
    /* words 0-399 and 100-499: 296 of 496 runs are shared, J = 0.60 */
    struct sketch a = sketch_of_words(0, 400), b = sketch_of_words(100, 400);

    CHECK_NEAR(sketch_likeness(&a, &b), 0.60, 0.14);
    CHECK_NEAR(sketch_likeness(&a, &a), 1, 0);
}

static void
a_headline_alone_is_no_portrait(void)
{
    struct sketch a = sketch_of_words(0, 4);

    CHECK(a.nruns == 0);
    CHECK(sketch_likeness(&a, &a) == 0);
}

static void
a_short_text_is_told_by_what_it_fills(void)
{
    struct sketch a = sketch_of_words(0, 12), b = sketch_of_words(0, 12);

    CHECK(sketch_likeness(&a, &b) == 1);
    b = sketch_of_words(1000, 12);
    CHECK(sketch_likeness(&a, &b) == 0);
}

/* ---- index
 * ----------------------------------------------------------------- */

static void
an_index_finds_who_shares_a_twentieth(void)
{
    /* 100 words of 1,950: J = 96 / 1,946 = .05, that is six slots of 128 */
    struct sketch small = sketch_of_words(0, 100);
    struct sketch large = sketch_of_words(0, 1950);
    struct sketch other = sketch_of_words(5000, 400);
    struct sketch_index *ix = index_open(2);
    struct index_hit hits[INDEX_HITS];

    index_add(ix, &large, 1);
    index_add(ix, &other, 0);
    CHECK(index_find(ix, &small, 2, hits) == 1);
    CHECK(hits[0].id == 1);
    CHECK(index_find(ix, &other, 2, hits) == 1);
    CHECK(hits[0].id == 0 && hits[0].slots >= 100);
    index_close(ix);
}

static void
a_crowd_takes_no_further_ones(void)
{
    struct sketch s = sketch_of_words(0, 40);
    struct sketch_index *ix = index_open(3 * INDEX_CROWD);
    struct index_hit hits[INDEX_HITS];

    for (uint32_t i = 0; i < 3 * INDEX_CROWD; i++)
        index_add(ix, &s, i);
    CHECK(index_find(ix, &s, 2, hits) == INDEX_CROWD);
    CHECK(hits[INDEX_CROWD - 1].id == INDEX_CROWD - 1);
    index_close(ix);
}

static void
an_index_of_many_costs_700_bytes_each(void)
{
    struct sketch_index *ix = index_open(10000);

    CHECK(index_bytes(ix) <= 10000 * 700);
    index_close(ix);
}

/* ---- copies
 * ---------------------------------------------------------------- */

/* n words of four letters, each its own, in sentences of ten, one a line. */
static str
filler(uint32_t from, uint32_t n, struct arena *mem)
{
    struct buf out = {0};
    str text;

    for (uint32_t i = 0; i < n; i++) {
        uint32_t k = from + i;

        buf_printf(&out, "%c%c%c%c%s", (i % 10 ? 'a' : 'A') + (int)(k % 26),
                   'a' + (int)(k / 26 % 26), 'a' + (int)(k / 676 % 26), 'x',
                   i % 10 == 9 ? ".\n" : " ");
    }
    text = arena_str(mem, buf_str(&out));
    buf_free(&out);
    return text;
}

static bool
is_copy(str x, str y, struct arena *mem)
{
    struct article *a = page("a", arena_z(mem, x), LANG_EN);
    struct article *b = page("b", arena_z(mem, y), LANG_EN);
    struct part p[PARTS_MOST], q[PARTS_MOST];
    bool copy = part_cut(a, 0, p, mem) && part_cut(b, 1, q, mem) &&
                copy_compare(p, q).copy && copy_compare(q, p).copy;

    arena_close(a->mem);
    arena_close(b->mem);
    return copy;
}

static str
join(str x, str y, struct arena *mem)
{
    return arena_printf(mem, "%.*s%.*s", STR_ARG(x), STR_ARG(y));
}

static void
a_cut_copy_is_a_copy(void)
{
    struct arena *mem = arena_open();

    /* the first fifth of a text */
    CHECK(is_copy(filler(0, 80, mem), filler(0, 400, mem), mem));
    arena_close(mem);
}

static void
a_text_inside_a_round_up_is_a_copy(void)
{
    struct arena *mem = arena_open();
    str item = filler(0, 80, mem);
    str page = join(filler(1000, 400, mem),
                    join(item, filler(2000, 400, mem), mem), mem);

    CHECK(is_copy(item, page, mem));
    arena_close(mem);
}

static void
a_cited_passage_makes_no_copy(void)
{
    struct arena *mem = arena_open();
    /* two thirds of a short text in the midst of another one */
    str item = filler(0, 90, mem);
    str page = join(filler(1000, 150, mem),
                    join(filler(0, 60, mem), filler(2000, 150, mem), mem), mem);

    CHECK(!is_copy(item, page, mem));
    arena_close(mem);
}

static void
quotes_shared_by_all_are_no_copying(void)
{
    struct arena *mem = arena_open();
    str speech =
        arena_printf(mem, "\"%.*s\"\n", STR_ARG(str_trim(filler(0, 100, mem))));
    str one, two;

    /* a line each, or the quotation would end with it */
    for (size_t i = 0; i + 1 < speech.n; i++)
        if (speech.s[i] == '\n')
            ((char *)speech.s)[i] = ' ';
    one = join(filler(1000, 60, mem), speech, mem);
    two = join(filler(2000, 60, mem), speech, mem);
    CHECK(!is_copy(one, two, mem));
    arena_close(mem);
}

static void
short_texts_are_never_copies(void)
{
    struct arena *mem = arena_open();

    CHECK(!is_copy(filler(0, 20, mem), filler(0, 20, mem), mem));
    arena_close(mem);
}

/* ---- changes
 * ------------------------------------------------------------------ */

static void
changes_are_phrases(void)
{
    struct arena *mem = arena_open();

    CHECK_STR(changes(WIRE,
                      "HARBOUR TOWN — The council voted on Monday to rebuild "
                      "the old pier after US engineers found cracks in seven "
                      "of its pillars.\n"
                      "Work on the landing stage is to begin in spring and "
                      "will cost about €30m, the mayor said following the "
                      "meeting in the town hall.\n"
                      "Fishermen had asked for a new pier since a storm tore "
                      "away the northern end eleven years ago, when two boats "
                      "sank.\n",
                      mem),
              "TOWN (Wire)>TOWN\n"
              "nine>seven\n"
              "30 million euros>€30m\n"
              "after>following\n"
              "U.S.>US\n");
    arena_close(mem);
}

static void
nothing_changed_is_nothing_told(void)
{
    struct arena *mem = arena_open();

    CHECK(changes(WIRE, WIRE, mem).n == 0);
    arena_close(mem);
}

static void
a_moved_paragraph_is_told_as_moved(void)
{
    static const char one[] =
        "The first paragraph tells of the harbour and of its long history.\n"
        "A second one lists the ships that came in during the last summer.\n"
        "The third gives the names of those who sat on the council then.\n";
#define MOVED                                                                  \
    "The first paragraph tells of the harbour and of its long history>"        \
    "The first paragraph tells of the harbour and of its long history\n"
    static const char two[] =
        "A second one lists the ships that came in during the last summer.\n"
        "The first paragraph tells of the harbour and of its long history.\n"
        "The third gives the names of those who sat on the council then.\n";
    struct arena *mem = arena_open();

    CHECK_STR(changes(one, two, mem), MOVED);
    arena_close(mem);
}

static void
a_new_paragraph_is_told_whole(void)
{
    struct arena *mem = arena_open();
    str all = arena_printf(mem, "%sNobody was hurt at that time.\n", WIRE);

    CHECK_STR(changes(WIRE, arena_z(mem, all), mem),
              ">Nobody was hurt at that time\n");
    CHECK_STR(changes(arena_z(mem, all), WIRE, mem),
              "Nobody was hurt at that time>\n");
    arena_close(mem);
}

/* 160 000 words on both sides, one in ten rewritten. */
static void
a_megabyte_is_laid_side_by_side_in_a_second(void)
{
    enum { MANY = 160000 };
    struct arena *mem = arena_open();
    struct align_word *a = arena_new(mem, struct align_word, MANY);
    struct align_word *b = arena_new(mem, struct align_word, MANY);
    struct align_text ta = {STR(""), a, MANY}, tb = {STR(""), b, MANY};
    clock_t start = clock();
    uint32_t *match;
    size_t same = 0;

    for (uint32_t i = 0; i < MANY; i++) {
        a[i] = b[i] = (struct align_word){.key = (i * 2654435761u >> 7) % 20000,
                                          .chars = 6};
        if (i % 10 == 0)
            b[i].key = 30000 + i % 7;
    }
    match = align_match(&ta, &tb, mem);
    for (uint32_t i = 0; i < MANY; i++)
        same += match[i] == i;
    CHECK(same >= MANY / 10 * 8);
    CHECK((double)(clock() - start) / CLOCKS_PER_SEC < 1.5);
    arena_close(mem);
}

/* ---- forest
 * ---------------------------------------------------------------------- */

static void
a_ring_of_copies_becomes_a_tree(void)
{
    uint32_t rank[3] = {0, 1, 2}, voice[3];
    struct edge e[3] = {
        {.a = 0, .b = 1, .kind = LINK_EDITED_COPY, .like = 0.9, .ahead = 2},
        {.a = 1, .b = 2, .kind = LINK_EDITED_COPY, .like = 0.6, .ahead = 0},
        {.a = 0, .b = 2, .kind = LINK_EDITED_COPY, .like = 0.8, .ahead = 1},
    };

    forest_grow(e, 3, rank, 3);
    forest_voices(e, 3, rank, 3, voice);
    CHECK(e[0].taken && !e[1].taken && e[2].taken);
    CHECK(!e[0].turned && !e[2].turned);
    CHECK(voice[0] == voice[1] && voice[1] == voice[2]);
}

static void
a_shared_source_is_a_voice_of_its_own(void)
{
    uint32_t rank[2] = {1, 0}, voice[2];
    struct edge e = {.a = 0, .b = 1, .kind = LINK_SHARED, .ahead = -1};

    forest_grow(&e, 1, rank, 2);
    forest_voices(&e, 1, rank, 2, voice);
    CHECK(e.taken && e.turned);
    CHECK(voice[0] != voice[1]);
}

static void
the_tag_of_an_agency_is_read(void)
{
    struct article *a = page("a", WIRE, LANG_EN);
    struct article *b = page("b", "The Wire reports from the pier.", LANG_EN);
    struct article *c = page("c", "A wireless pier (old) stands.", LANG_EN);

    CHECK_STR(origin_tag(a), "Wire");
    CHECK_STR(origin_tag(c), "");
    CHECK(origin_cites(b, a));
    CHECK(!origin_cites(c, a));
    CHECK(origin_ahead(a, b) > 0);
    CHECK_NEAR(origin_certain(0), 0.5, 0);
    arena_close(a->mem);
    arena_close(b->mem);
    arena_close(c->mem);
}

/* Which of two equal pages is ahead, by the names of their sites. */
static double
ahead_by_site(const char *text, const char *x, const char *y)
{
    struct article *a = page("a", text, LANG_EN);
    struct article *b = page("b", text, LANG_EN);
    double ahead;

    a->site = str_of(x);
    b->site = str_of(y);
    ahead = origin_ahead(a, b);
    arena_close(a->mem);
    arena_close(b->mem);
    return ahead;
}

static void
the_page_of_the_agency_itself_comes_first(void)
{
    static const char tagged[] =
        "HARBOUR TOWN (CNW) — The council voted on Monday to rebuild.";

    CHECK(ahead_by_site(tagged, "Coast News Wire", "The Harbour Echo") > 0);
    CHECK(ahead_by_site(tagged, "The Harbour Echo", "Coast News Wire") < 0);
    CHECK_NEAR(ahead_by_site(tagged, "The Hill Post", "The Echo"), 0, 0);
}

static void
the_site_that_is_named_as_the_source_comes_first(void)
{
    static const char text[] =
        "The council voted on Monday, the Harbour Echo Daily reports.";

    /* the words stand in both pages, but each knows itself */
    CHECK(ahead_by_site(text, "Harbour Echo Daily", "Hill Post") > 0);
    CHECK(ahead_by_site(text, "Hill Post", "Harbour Echo Daily") < 0);
}

/* ---- articles that come in by and by -------------------------------------
 */

#define CHANGED                                                                \
    "Harbour crews worked on Tuesday to free a ferry that ran aground\n"

static void
a_copy_is_met_without_its_text(void)
{
    struct arena *mem = arena_open();
    struct article *whole[3] = {page("a", WIRE, LANG_EN), NULL, NULL};
    struct article bare[3] = {{0}};
    struct article *all[3] = {&bare[0], &bare[1], &bare[2]};
    struct set set = {.articles = all, .narticles = 3};
    bool fresh[3] = {false, true, false}, none[3] = {false};
    struct bond *b;
    size_t n;

    whole[1] = page("b", arena_printf(mem, "%s" CHANGED, WIRE).s, LANG_EN);
    whole[2] = page("c", CHANGED, LANG_EN);
    for (int i = 0; i < 3; i++) {
        sketch_draw(&bare[i].sketch, &whole[i]->read);
        bare[i].day = (struct day){2026, 5, 1};
    }
    CHECK(!kin_meet(&set, none, &n, mem) || n == 0);
    b = kin_meet(&set, fresh, &n, mem);
    CHECK(n >= 1 && b[0].a == 0 && b[0].b == 1);
    /* 45 days are near enough, 46 are not */
    bare[1].day = (struct day){2026, 6, 15};
    kin_meet(&set, fresh, &n, mem);
    CHECK(n >= 1);
    bare[1].day = (struct day){2026, 6, 16};
    kin_meet(&set, fresh, &n, mem);
    CHECK(n == 0);
    /* an undated one may be of any day */
    bare[1].day = (struct day){0};
    b = kin_meet(&set, fresh, &n, mem);
    set.articles = whole;
    n = kin_compare(test_lexicon(), &set, b, n);
    CHECK(n == 1 && b[0].a == 0 && b[0].b == 1 && !b[0].told);
    kin_join(&set, b, n, mem);
    CHECK(set.nlinks == 1 && set.voice[0] == set.voice[1] &&
          set.voice[1] != set.voice[2]);
    for (int i = 0; i < 3; i++)
        arena_close(whole[i]->mem);
    arena_close(mem);
}

/* Facts rare among few are common among many: the bond is found no more. */
static void
what_many_tell_joins_no_two(void)
{
    enum { MANY = 300 };
    struct arena *mem = arena_open();
    struct article *bare = arena_new(mem, struct article, MANY);
    struct article **all = arena_new(mem, struct article *, MANY);
    bool *fresh = arena_new(mem, bool, MANY);
    uint32_t shared[] = {1, 2, 3, 4, 5, 6, 7};
    struct set set = {.articles = all, .narticles = MANY};
    struct bond b = {0, 1, LINK_TRANSLATION, true}, *met;
    size_t n;

    for (uint32_t i = 0; i < MANY; i++) {
        all[i] = &bare[i];
        bare[i].facts = shared;
        bare[i].nfacts = i < 48 ? 7 : 0;
        fresh[i] = true;
    }
    met = kin_meet(&set, fresh, &n, mem);
    CHECK(n == 48 * 47 / 2 && met[0].a == 0 && met[0].b == 1);
    CHECK(kin_still(&set, &b, 1) == 1);
    bare[48].nfacts = 7;
    kin_meet(&set, fresh, &n, mem);
    CHECK(n == 0);
    CHECK(kin_still(&set, &b, 1) == 0);
    /* a copy is one whatever others tell */
    b.told = false;
    CHECK(kin_still(&set, &b, 1) == 1);
    arena_close(mem);
}

TEST_MAIN
{
    RUN(sketches_tell_the_share_of_runs);
    RUN(a_headline_alone_is_no_portrait);
    RUN(a_short_text_is_told_by_what_it_fills);
    RUN(an_index_finds_who_shares_a_twentieth);
    RUN(a_crowd_takes_no_further_ones);
    RUN(an_index_of_many_costs_700_bytes_each);
    RUN(a_cut_copy_is_a_copy);
    RUN(a_text_inside_a_round_up_is_a_copy);
    RUN(a_cited_passage_makes_no_copy);
    RUN(quotes_shared_by_all_are_no_copying);
    RUN(short_texts_are_never_copies);
    RUN(changes_are_phrases);
    RUN(nothing_changed_is_nothing_told);
    RUN(a_moved_paragraph_is_told_as_moved);
    RUN(a_new_paragraph_is_told_whole);
    RUN(a_megabyte_is_laid_side_by_side_in_a_second);
    RUN(a_ring_of_copies_becomes_a_tree);
    RUN(a_shared_source_is_a_voice_of_its_own);
    RUN(the_tag_of_an_agency_is_read);
    RUN(the_page_of_the_agency_itself_comes_first);
    RUN(the_site_that_is_named_as_the_source_comes_first);
    RUN(a_copy_is_met_without_its_text);
    RUN(what_many_tell_joins_no_two);
}
