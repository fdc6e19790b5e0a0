/*
 * tree_test.c - planted trees: an agency's text, the outlets that took it
 * whole, cut, edited, rewritten or in translation, and some that wrote for
 * themselves. How many voices are left must come out.
 *
 * The texts are those of examples/; what an outlet does to them is drawn
 * from a fixed row of numbers, so that each run plants the same trees.
 */
#include "test.h"

#include "base/json.h"
#include "engine/digest.h"
#include "source/source.h"
#include "twin/kin.h"

#include <string.h>
#include <unistd.h>

#define TREES       60
#define EXACT_LEAST 57 /* .95 of them */
#define OUTLETS     30 /* at most; three at least */
#define PARAGRAPHS  40

const struct lexicon *test_lexicon(void);

/* Pages of one story of examples/, and what they are by their key. */
static const struct {
    const char *folder, *agency, *rewrite, *translation, *own[3];
} stories[] = {
    {"01-quillamarca-dam",
     "a1.txt",
     "a3.txt",
     "a5.txt",
     {"a4.html", "a6.txt", "a7.txt"}},
    {"02-aubrelle-glassworks",
     "a1.txt",
     "a2.txt",
     "a5.txt",
     {"a3.html", "a6.html", NULL}},
    {"03-karaburc-museum",
     "a1.txt",
     NULL,
     "a5.txt",
     {"a3.html", "a6.txt", "a7.txt"}},
};
#define STORIES (sizeof stories / sizeof *stories)

struct text {
    str title, lang;
    str paragraph[PARAGRAPHS];
    size_t n;
};

static uint64_t state = 20261128;

static uint32_t
draw(uint32_t below)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 33) % below;
}

/* What an outlet puts in of its own. */
static const char *const additions[] = {
    "Our newsroom will add to this report as soon as more becomes known.",
    "Readers can send their questions to the desk until Sunday evening.",
    "A map of the region can be found in the printed edition of tomorrow.",
};

static struct text
page_text(const char *folder, const char *page, struct arena *mem)
{
    const char *path =
        arena_z(mem, arena_printf(mem, "examples/stories/%s/%s", folder, page));
    struct source *s = source_open(&path, 1, 1 << 20, NULL, NULL);
    struct article *a = source_next(s);
    struct text t = {0};

    if (!CHECK(a != NULL))
        exit(1);
    digest_until(test_lexicon(), a, STAGE_READS);
    t.title = arena_str(mem, a->title);
    t.lang = str_of(lang_code(a->lang));
    for (size_t i = 0; i < a->nblocks && t.n < PARAGRAPHS; i++)
        if (a->blocks[i].kept && a->blocks[i].kind == BLOCK_BODY)
            t.paragraph[t.n++] = arena_str(mem, a->blocks[i].text);
    article_free(a);
    source_close(s);
    return t;
}

/* What outlets do: nothing, cut the end, or edit here and there. */
static struct text
taken(struct text t)
{
    uint32_t how = draw(3);

    if (how == 1 && t.n > 3)
        t.n = t.n / 2 + draw((uint32_t)(t.n - t.n / 2));
    if (how == 2) {
        size_t drop = 1 + draw((uint32_t)t.n - 1);

        memmove(&t.paragraph[drop], &t.paragraph[drop + 1],
                (t.n - drop - 1) * sizeof *t.paragraph);
        t.paragraph[t.n - 1] = str_of(additions[draw(3)]);
        if (t.n > 4) {
            size_t at = 1 + draw((uint32_t)t.n - 3);
            str moved = t.paragraph[at];

            t.paragraph[at] = t.paragraph[at + 1];
            t.paragraph[at + 1] = moved;
        }
    }
    return t;
}

static void
put_page(FILE *f, const struct text *t, unsigned number, struct arena *mem)
{
    struct buf out = {0}, body = {0};
    struct json_writer w = {&out, false};

    for (size_t i = 0; i < t->n; i++) {
        buf_put(&body, t->paragraph[i]);
        buf_putc(&body, '\n');
    }
    json_open(&w, '{');
    json_key(&w, "id");
    json_str(&w, arena_printf(mem, "p%u", number));
    json_key(&w, "title");
    json_str(&w, t->title);
    json_key(&w, "lang");
    json_str(&w, t->lang);
    json_key(&w, "date");
    json_str(&w, arena_printf(mem, "2026-02-13T%02u:%02u:00Z", 6 + number / 4,
                              number % 4 * 15));
    json_key(&w, "text");
    json_str(&w, buf_str(&body));
    json_close(&w, '}');
    fprintf(f, "%s\n", out.s);
    buf_free(&out);
    buf_free(&body);
}

/* Writes a tree; returns how many voices it has. */
static unsigned
plant(FILE *f, struct arena *mem)
{
    size_t s = draw(STORIES);
    const char *folder = stories[s].folder;
    unsigned outlets = 3 + draw(OUTLETS - 2), page = 0, voices = 1, own = 0;
    struct text base[3];
    size_t nbases = 1;

    base[0] = page_text(folder, stories[s].agency, mem);
    put_page(f, &base[0], page++, mem);
    for (unsigned i = 0; i < outlets; i++) {
        uint32_t how = draw(10);
        struct text t;

        if (how == 0 && nbases < 3) {
            const char *name = nbases == 1 || !stories[s].rewrite
                                   ? stories[s].translation
                                   : stories[s].rewrite;

            t = page_text(folder, name, mem);
            base[nbases++] = t;
            if (!stories[s].rewrite)
                nbases = 2;
        } else if (how == 1 && own < 3 && stories[s].own[own]) {
            t = page_text(folder, stories[s].own[own++], mem);
            voices++;
        } else {
            t = taken(base[draw((uint32_t)nbases)]);
        }
        put_page(f, &t, page++, mem);
    }
    return voices;
}

/* The voices that are found in the file. */
static unsigned
voices_of(const char *path, struct arena *mem)
{
    struct source *s = source_open(&path, 1, 1 << 20, NULL, NULL);
    struct set set = {0};
    unsigned n = 0;

    for (struct article *a; (a = source_next(s));) {
        digest(test_lexicon(), a);
        set.articles =
            arena_grow(mem, set.articles, set.narticles, sizeof *set.articles);
        set.articles[set.narticles++] = a;
    }
    source_close(s);
    set.story = arena_new(mem, uint32_t, set.narticles);
    kin_find(test_lexicon(), &set, mem);
    for (size_t i = 0; i < set.narticles; i++) {
        bool first = true;

        for (size_t k = 0; k < i; k++)
            first = first && set.voice[k] != set.voice[i];
        n += first;
    }
    for (size_t i = 0; i < set.narticles; i++)
        article_free(set.articles[i]);
    return n;
}

static void
planted_trees_have_the_voices_that_were_planted(void)
{
    unsigned exact = 0;

    for (unsigned i = 0; i < TREES; i++) {
        char path[] = "/tmp/samestory-tree-XXXXXX.jsonl";
        struct arena *mem = arena_open();
        int fd = mkstemps(path, 6);
        FILE *f = fd < 0 ? NULL : fdopen(fd, "w");
        unsigned planted, found;

        if (!CHECK(f != NULL))
            return;
        planted = plant(f, mem);
        fclose(f);
        found = voices_of(path, mem);
        exact += found == planted;
        if (found != planted)
            printf("tree %u: %u voices planted, %u found\n", i, planted, found);
        unlink(path);
        arena_close(mem);
    }
    printf("%u of %u trees exact\n", exact, TREES);
    CHECK(exact >= EXACT_LEAST);
}

TEST_MAIN
{
    RUN(planted_trees_have_the_voices_that_were_planted);
}
