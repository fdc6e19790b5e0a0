/* Promise: ends; words matched are equal and matched once; at most
 * CHANGES_MOST changes, each of them valid UTF-8 where the texts are. */
#include "twin/align.h"

#include "text/utf8.h"

#include <stdlib.h>

#define MOST_WORDS 20000

/* Words between spaces, sentences between dots, blocks between newlines. */
static struct align_text
cut(str text, struct arena *mem)
{
    struct align_word *w = arena_new(mem, struct align_word, MOST_WORDS);
    struct align_text t = {text, w, 0};
    uint32_t sentence = 0, block = 0;

    for (uint32_t i = 0; i < text.n && t.n < MOST_WORDS;) {
        uint32_t start = i;

        while (i < text.n && text.s[i] != ' ' && text.s[i] != '.' &&
               text.s[i] != '\n')
            i++;
        if (i > start)
            w[t.n++] = (struct align_word){
                .key = str_hash(str_cut(text, start, i)),
                .start = start,
                .end = i,
                .sentence = sentence,
                .block = block,
                .chars = (uint8_t)(i - start > 255 ? 255 : i - start),
            };
        if (i < text.n && text.s[i] == '.')
            sentence++;
        if (i < text.n && text.s[i] == '\n') {
            sentence++;
            block++;
        }
        if (i < text.n)
            i++;
    }
    return t;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *mem = arena_open();
    str all = {(const char *)data, size}, first = {0};
    struct align_text a, b;
    struct change *c;
    uint32_t *match;
    bool *taken;
    size_t n, words;

    str_next(&all, '|', &first);
    a = cut(first, mem);
    b = cut(all, mem);
    match = align_match(&a, &b, mem);
    taken = arena_new(mem, bool, b.n + 1);
    for (size_t i = 0; i < a.n; i++) {
        if (match[i] == ALIGN_NONE)
            continue;
        if (match[i] >= b.n || taken[match[i]] ||
            a.w[i].key != b.w[match[i]].key)
            abort();
        taken[match[i]] = true;
    }
    c = change_list(&a, &b, match, mem, &n, &words);
    if (n > CHANGES_MOST)
        abort();
    for (size_t i = 0; i < n; i++) {
        if (c[i].from.n == 0 && c[i].to.n == 0)
            abort();
        if (utf8_valid(first) && utf8_valid(all) &&
            (!utf8_valid(c[i].from) || !utf8_valid(c[i].to)))
            abort();
    }
    arena_close(mem);
    return 0;
}
