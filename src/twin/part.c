/* part.c - the words of a body, one language at a time. */
#include "twin/part.h"

#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

bool
part_body(const struct block *b)
{
    return b->kept && (b->kind == BLOCK_BODY || b->kind == BLOCK_QUOTE ||
                       b->kind == BLOCK_HEADING || b->kind == BLOCK_SUBTITLE);
}

static bool
by_signs(uint8_t script)
{
    return script == SCRIPT_HAN || script == SCRIPT_HIRAGANA ||
           script == SCRIPT_KATAKANA || script == SCRIPT_THAI;
}

/* Signs that are read as words: percent and money. */
static bool
spoken_sign(str s)
{
    uint32_t c = s.n > 0 ? utf8_next(&s) : 0;

    return c == '%' || c == 0x066A || c == 0xFF05 || c == '$' ||
           (c >= 0xA2 && c <= 0xA5) || (c >= 0x20A0 && c <= 0x20CF) ||
           c == 0xFFE5;
}

/* Dots, apostrophes and hyphens inside a word do not make it another. */
static uint64_t
word_key(const struct word *w)
{
    char bare[256];
    size_t n = 0;

    if (w->kind != WORD_LETTERS || w->fold.n > sizeof bare)
        return str_hash(w->fold);
    for (size_t i = 0; i < w->fold.n; i++)
        if (w->fold.s[i] != '.' && w->fold.s[i] != '\'')
            bare[n++] = w->fold.s[i];
    return str_hash((str){bare, n});
}

/* Follows quotation marks through a block; single ones are no guide. */
static bool
quoted_after(bool in, str mark)
{
    uint32_t c = mark.n > 0 ? utf8_next(&mark) : 0;
    char q;

    if (c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0x201B)
        return in;
    q = utf8_quote(c);
    return q == 0 ? in : q == '(' ? true : q == ')' ? false : !in;
}

static uint32_t
block_at(const struct article *a, uint32_t from, uint32_t byte)
{
    while (from < a->nblocks &&
           (!a->blocks[from].kept || a->blocks[from].at.end <= byte))
        from++;
    return from;
}

/* All words of the body, in order, with the language of their block. */
static struct align_word *
body_words(const struct article *a, struct arena *mem, uint8_t **lang,
           uint8_t **script, size_t *n)
{
    struct align_word *out =
        arena_new(mem, struct align_word, a->read.w.nwords + 1);
    uint32_t block = 0, last = UINT32_MAX;
    bool quoted = false;

    *lang = arena_new(mem, uint8_t, a->read.w.nwords + 1);
    *script = arena_new(mem, uint8_t, a->read.w.nwords + 1);
    *n = 0;
    for (size_t i = 0; i < a->read.w.nwords; i++) {
        const struct word *w = &a->read.w.words[i];
        size_t chars;

        block = block_at(a, block, w->start);
        if (block == a->nblocks)
            break;
        if (!part_body(&a->blocks[block]))
            continue;
        if (block != last) {
            last = block;
            quoted = a->blocks[block].kind == BLOCK_QUOTE;
        }
        if (w->kind == WORD_MARK) {
            str mark = str_cut(a->text, w->start, w->end);

            quoted = quoted_after(quoted, mark);
            if (!spoken_sign(mark))
                continue;
        }
        chars = utf8_count(w->fold);
        (*lang)[*n] = (uint8_t)a->blocks[block].lang;
        (*script)[*n] = w->script;
        out[(*n)++] = (struct align_word){
            .key = word_key(w),
            .start = w->start,
            .end = w->end,
            .sentence = w->sentence,
            .block = block,
            .chars = chars > 255 ? 255 : (uint8_t)chars,
            .apart = quoted || a->blocks[block].kind == BLOCK_SUBTITLE,
        };
    }
    return out;
}

static int
key_order(const void *x, const void *y)
{
    uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

    return (a > b) - (a < b);
}

static void
draw_runs(struct part *p, struct arena *mem)
{
    p->own = arena_new(mem, uint32_t, p->t.n + 1);
    for (uint32_t i = 0; i < p->t.n; i++) {
        p->content = (p->content ^ p->t.w[i].key) * 0x9E3779B97F4A7C15u;
        if (!p->t.w[i].apart)
            p->own[p->nown++] = i;
    }
    if (p->nown < p->run)
        return;
    p->nrun_at = p->nown - p->run + 1;
    p->run_at = arena_new(mem, uint64_t, p->nrun_at);
    p->runs = arena_new(mem, uint64_t, p->nrun_at);
    for (uint32_t i = 0; i < p->nrun_at; i++) {
        uint64_t h = p->run;

        for (uint32_t k = 0; k < p->run; k++) {
            h = (h ^ p->t.w[p->own[i + k]].key) * 0xFF51AFD7ED558CCDu;
            h ^= h >> 32;
        }
        p->run_at[i] = h;
    }
    memcpy(p->runs, p->run_at, p->nrun_at * sizeof *p->runs);
    qsort(p->runs, p->nrun_at, sizeof *p->runs, key_order);
    for (uint32_t i = 0; i < p->nrun_at; i++)
        if (p->nruns == 0 || p->runs[i] != p->runs[p->nruns - 1])
            p->runs[p->nruns++] = p->runs[i];
}

/* Languages by their words, the largest first; ties by number. */
static size_t
largest_langs(const uint8_t *lang, size_t n, enum lang *out)
{
    size_t count[LANG_COUNT] = {0}, found = 0;

    for (size_t i = 0; i < n; i++)
        count[lang[i] < LANG_COUNT ? lang[i] : 0]++;
    while (found < PARTS_MOST) {
        size_t best = 0;

        for (size_t l = 1; l < LANG_COUNT; l++)
            if (count[l] > count[best])
                best = l;
        if (count[best] < PART_LEAST)
            break;
        out[found++] = (enum lang)best;
        count[best] = 0;
    }
    return found;
}

size_t
part_cut(const struct article *a, uint32_t index, struct part *out,
         struct arena *mem)
{
    uint8_t *lang, *script;
    size_t n, nparts;
    struct align_word *all = body_words(a, mem, &lang, &script, &n);
    enum lang langs[PARTS_MOST];

    nparts = largest_langs(lang, n, langs);
    for (size_t p = 0; p < nparts; p++) {
        struct align_word *w = arena_new(mem, struct align_word, n + 1);
        size_t m = 0, signs = 0;

        for (size_t i = 0; i < n; i++) {
            if (lang[i] != langs[p])
                continue;
            w[m++] = all[i];
            signs += by_signs(script[i]);
        }
        out[p] = (struct part){
            .article = index,
            .lang = langs[p],
            .run = signs * 2 > m ? PART_RUN_SIGNS : PART_RUN,
            .t = {a->text, w, m},
        };
        draw_runs(&out[p], mem);
    }
    return nparts;
}

uint32_t
part_shared_runs(const struct part *a, const struct part *b)
{
    uint32_t i = 0, j = 0, n = 0;

    if (a->run != b->run)
        return 0;
    while (i < a->nruns && j < b->nruns) {
        if (a->runs[i] == b->runs[j]) {
            n++;
            i++;
            j++;
        } else if (a->runs[i] < b->runs[j]) {
            i++;
        } else {
            j++;
        }
    }
    return n;
}

double
part_covered(const struct part *a, const struct part *b)
{
    uint32_t covered = 0, end = 0;

    if (a->nown == 0 || b->nruns == 0 || a->run != b->run)
        return 0;
    for (uint32_t i = 0; i < a->nrun_at; i++) {
        if (!bsearch(&a->run_at[i], b->runs, b->nruns, sizeof *b->runs,
                     key_order))
            continue;
        covered += i + a->run - (end > i ? end : i);
        end = i + a->run;
    }
    return (double)covered / a->nown;
}
