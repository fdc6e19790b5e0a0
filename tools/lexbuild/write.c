/*
 * write.c - the pile as samestory.lex; lexicon/format.h tells how it lies.
 */
#include "lexbuild.h"

#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>
#define XXH_INLINE_ALL
#include <xxhash.h>
#include <zlib.h>

static void
pad(struct buf *out)
{
    while (out->n % 8)
        buf_putc(out, '\0');
}

static void
section(struct buf *out, struct lex_head *head, enum lex_section s,
        const void *items, size_t n, size_t size)
{
    pad(out);
    head->section[s].at = out->n + sizeof *head;
    head->section[s].count = n;
    buf_put(out, (str){items ? items : "", n * size});
}

static int
by_pair(const void *a, const void *b)
{
    const struct lex_near *x = a, *y = b;

    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

/* Pairs of concepts that share a word, and in which languages. */
static struct lex_near *
near_pairs(struct build *b, size_t *n)
{
    struct lex_near *all = NULL;
    size_t nall = 0;

    for (size_t i = 0; i < b->nruns; i++) {
        const struct run *r = &b->runs[i];
        int lang = r->key.s[0] - 2; /* bit of the language; -1: any */

        if (r->key.s[1] != '=' || lang < 0 || lang >= LEX_COLUMNS)
            continue;
        for (size_t k = 0; k < r->n; k++)
            for (size_t m = 0; m < r->n; m++) {
                if (r->entries[k].kind != SENSE_CONCEPT ||
                    r->entries[m].kind != SENSE_CONCEPT ||
                    !(r->entries[k].flags & r->entries[m].flags & LEX_WORD) ||
                    r->entries[k].id >= r->entries[m].id)
                    continue;
                all = arena_grow(b->mem, all, nall, sizeof *all);
                all[nall++] = (struct lex_near){r->entries[k].id,
                                                r->entries[m].id, 1u << lang};
            }
    }
    if (nall)
        qsort(all, nall, sizeof *all, by_pair);
    *n = 0;
    for (size_t i = 0; i < nall; i++) {
        if (*n && by_pair(&all[*n - 1], &all[i]) == 0)
            all[*n - 1].langs |= all[i].langs;
        else
            all[(*n)++] = all[i];
    }
    return all;
}

/* ---- the table of keys ----------------------------------------------- */

struct keys {
    struct lex_bucket *buckets;
    uint32_t *prints;
    unsigned char *runs;
    size_t nbuckets, nkeys;
    struct lex_entry *entries;
    size_t nentries;
};

static int
by_hash(const void *a, const void *b)
{
    uint64_t x = ((const struct run *)a)->hash;
    uint64_t y = ((const struct run *)b)->hash;

    return (x > y) - (x < y);
}

/* Where the entries of a run lie; equal runs lie in one place. */
static uint32_t
place_run(struct build *b, struct keys *k, struct table *known, struct run *run)
{
    bool found;
    uint32_t *at;

    run->entries[run->n - 1].flags |= LEX_LAST;
    at = table_at(
        known, (str){(const char *)run->entries, run->n * sizeof *run->entries},
        &found);
    if (!found) {
        *at = (uint32_t)k->nentries;
        for (size_t i = 0; i < run->n; i++) {
            k->entries =
                arena_grow(b->mem, k->entries, k->nentries, sizeof *k->entries);
            k->entries[k->nentries++] = run->entries[i];
        }
    }
    return *at;
}

/* Sorts the keys into their buckets; their hashes alone go into the file. */
static void
make_keys(struct build *b, struct keys *k)
{
    struct table *known = table_open();

    *k = (struct keys){.nbuckets = b->nruns / LEX_IN_BUCKET + 1,
                       .nkeys = b->nruns};
    k->buckets = arena_new(b->mem, struct lex_bucket, k->nbuckets + 1);
    k->prints = arena_new(b->mem, uint32_t, k->nkeys);
    k->runs = arena_new(b->mem, unsigned char, k->nkeys *LEX_RUN_BYTES);
    for (size_t i = 0; i < b->nruns; i++)
        b->runs[i].hash = str_hash(b->runs[i].key);
    /* the high half comes first in both orders, so buckets are in order */
    qsort(b->runs, b->nruns, sizeof *b->runs, by_hash);
    for (size_t i = 0, bucket = 0; i < b->nruns; i++) {
        struct run *run = &b->runs[i];
        uint32_t in = lex_bucket_of(run->hash, k->nbuckets);
        uint32_t first = place_run(b, k, known, run);

        while (bucket < in)
            k->buckets[++bucket].first = (uint32_t)i;
        k->buckets[in].signs |= lex_signs(run->hash);
        k->prints[i] = (uint32_t)run->hash;
        for (size_t p = k->buckets[in].first; p < i; p++)
            if (k->prints[p] == k->prints[i])
                fault(b, "two keys with one hash: %.*s, %.*s",
                      STR_ARG(b->runs[p].key), STR_ARG(run->key));
        for (int byte = 0; byte < LEX_RUN_BYTES; byte++)
            k->runs[i * LEX_RUN_BYTES + byte] =
                (unsigned char)(first >> 8 * byte);
        if (i + 1 == b->nruns)
            while (bucket < k->nbuckets)
                k->buckets[++bucket].first = (uint32_t)b->nruns;
    }
    if (k->nentries >> 8 * LEX_RUN_BYTES)
        fault(b, "%zu entries are too many", k->nentries);
    table_close(known);
}

/* The texts of a concept lie one behind the other. */
static struct lex_concept *
lay_concepts(struct build *b)
{
    struct lex_concept *out =
        arena_new(b->mem, struct lex_concept, b->nconcepts);

    for (size_t i = 0; i < b->nconcepts; i++) {
        const struct concept *c = &b->concepts[i];

        out[i] = (struct lex_concept){(uint32_t)b->strings->n, c->cls};
        buf_put(b->strings, c->key);
        buf_putc(b->strings, '\0');
        for (int l = 0; l < LEX_COLUMNS; l++) {
            buf_put(b->strings, c->word[l]);
            buf_putc(b->strings, '\0');
        }
    }
    return out;
}

/* The words of concepts behind the first of each column, packed. */
static void
pack_more(struct build *b, struct buf *out)
{
    struct buf lines = {0};
    uLongf n;

    for (int l = 0; l < LEX_COLUMNS; l++)
        for (size_t i = 0; i < b->nconcepts; i++) {
            buf_put(&lines, b->concepts[i].more[l]);
            buf_putc(&lines, '\n');
        }
    n = compressBound(lines.n);
    if (compress2((Bytef *)buf_room(out, n), &n, (const Bytef *)lines.s,
                  lines.n, Z_BEST_COMPRESSION) != Z_OK)
        fault(b, "the words of concepts cannot be packed");
    out->n = n;
    buf_free(&lines);
}

bool
write_out(struct build *b, const char *path)
{
    struct lex_head head = {.magic = LEX_MAGIC, .format = LEX_FORMAT};
    struct buf out = {0}, more = {0};
    struct keys k;
    size_t nnear;
    struct lex_near *near = near_pairs(b, &nnear);
    struct lex_concept *concepts = lay_concepts(b);
    str beside = arena_printf(b->mem, "%s.new", path);
    FILE *f;
    bool ok;

    make_keys(b, &k);
    section(&out, &head, LEX_STRINGS, b->strings->s, b->strings->n, 1);
    section(&out, &head, LEX_BUCKETS, k.buckets, k.nbuckets + 1,
            sizeof *k.buckets);
    section(&out, &head, LEX_PRINTS, k.prints, k.nkeys, sizeof *k.prints);
    section(&out, &head, LEX_RUNS, k.runs, k.nkeys, LEX_RUN_BYTES);
    section(&out, &head, LEX_ENTRIES, k.entries, k.nentries, sizeof *k.entries);
    section(&out, &head, LEX_CONCEPTS, concepts, b->nconcepts,
            sizeof *concepts);
    section(&out, &head, LEX_PLACES, b->places, b->nplaces, sizeof *b->places);
    section(&out, &head, LEX_BODIES, b->bodies, b->nbodies, sizeof *b->bodies);
    section(&out, &head, LEX_GIVEN, b->given, b->ngiven, sizeof *b->given);
    section(&out, &head, LEX_PINYIN, b->pinyin, LEX_HAN_END - LEX_HAN,
            sizeof *b->pinyin);
    section(&out, &head, LEX_SOUNDS, b->sounds, b->nsounds, sizeof *b->sounds);
    section(&out, &head, LEX_KANJI, b->kanji, b->nkanji, sizeof *b->kanji);
    section(&out, &head, LEX_NEAR, near, nnear, sizeof *near);
    pack_more(b, &more);
    section(&out, &head, LEX_MORE, more.s, more.n, 1);
    pad(&out);
    head.version = XXH3_64bits(out.s, out.n);
    /* beside the old file, which a running program may have mapped */
    f = b->faults ? NULL : fopen(beside.s, "wb");
    ok = f && fwrite(&head, sizeof head, 1, f) == 1 &&
         fwrite(out.s, 1, out.n, f) == out.n;
    if (f && fclose(f) != 0)
        ok = false;
    ok = ok && rename(beside.s, path) == 0;
    printf("lexbuild: %zu concepts, %zu places, %zu bodies, %zu given names, "
           "%zu keys, %zu entries, %zu bytes\n",
           b->nconcepts, b->nplaces, b->nbodies, b->ngiven, b->nruns,
           k.nentries, out.n);
    buf_free(&more);
    buf_free(&out);
    return ok;
}
