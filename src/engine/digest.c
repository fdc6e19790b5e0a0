/* digest.c - the way of a parcel through the rooms, on one page. */
#include "engine/digest.h"

#include "article/read.h"
#include "evidence/find.h"
#include "story/feature.h"
#include "twin/sketch.h"

static void
speaks(const struct lexicon *lx, struct stemmer *stemmer, struct article *a)
{
    struct lang_span *langs = NULL;
    size_t n = 0;

    /* article/ settled the language of each block */
    for (size_t i = 0; i < a->nblocks; i++) {
        const struct block *b = &a->blocks[i];

        if (!b->kept)
            continue;
        langs = arena_grow(a->mem, langs, n, sizeof *langs);
        langs[n++] = (struct lang_span){b->at, b->lang};
    }
    segment(&a->read.w, a->text, langs, n, stemmer, a->mem);
    lexicon_read_by(lx, stemmer, &a->read, a->mem);
}

static void
rest(const struct lexicon *lx, struct stemmer *stemmer, struct article *a,
     enum stage last)
{
    if (last < STAGE_SPEAKS)
        return;
    speaks(lx, stemmer, a);
    a->content = str_hash(a->text);
    if (last >= STAGE_SAYS)
        evidence_find(lx, a);
    if (last >= STAGE_RESEMBLES)
        sketch_draw(&a->sketch, &a->read);
    if (last >= STAGE_ABOUT)
        feature_find(lx, a);
}

void
digest_until(const struct lexicon *lx, struct article *a, enum stage last)
{
    struct stemmer *stemmer = lexicon_stemmer(lx);

    article_read(lx, stemmer, a);
    if (!a->why_not)
        rest(lx, stemmer, a, last);
    lexicon_stemmer_back(lx, stemmer);
}

void
digest(const struct lexicon *lx, struct article *a)
{
    digest_until(lx, a, STAGE_ABOUT);
}

void
digest_again(const struct lexicon *lx, struct article *a)
{
    struct stemmer *stemmer = lexicon_stemmer(lx);

    rest(lx, stemmer, a, STAGE_ABOUT);
    lexicon_stemmer_back(lx, stemmer);
}
