/*
 * example.c - the library on one page: what do these pages contradict?
 *
 *     cc -o example docs/example.c -Iinclude -Lbuild -lsamestory
 *     LD_LIBRARY_PATH=build SAMESTORY_DATA=build/samestory.lex \
 *         ./example pages/
 */
#include <math.h>
#include <samestory.h>
#include <stdio.h>
#include <string.h>

static void
complain(void *ctx, const char *path, const char *why)
{
    (void)ctx;
    fprintf(stderr, "%s: %s\n", path, why);
}

static void
print_figure(const struct samestory_quantity *q)
{
    printf("  %s\n", q->label);
    for (size_t i = 0; i < q->nreadings; i++) {
        const struct samestory_reading *r = &q->readings[i];

        if (isinf(r->max))
            printf("    at least %g", r->min);
        else if (isinf(r->min))
            printf("    at most %g", r->max);
        else if (r->min < r->max)
            printf("    %g to %g", r->min, r->max);
        else
            printf("    %g", r->min);
        printf("  in %s (%s): \"%s\"\n", r->form.article, r->form.lang,
               r->form.text);
    }
}

int
main(int argc, char **argv)
{
    const struct samestory_watcher watcher = {complain, NULL, NULL};
    const struct samestory_brief *brief = NULL;
    enum samestory_status status;
    struct samestory *engine;

    /* no options: a store in memory, one thread a processor */
    status = samestory_open(&engine, NULL);
    if (status == SAMESTORY_OK)
        status = samestory_add(engine, (const char *const *)(argv + 1),
                               (size_t)argc - 1, &watcher, NULL);
    /* what could not be read was told; the rest is there */
    if (status == SAMESTORY_OK || status == SAMESTORY_INPUT)
        status = samestory_tell(engine, NULL, &brief);
    if (!brief)
        fprintf(stderr, "example: %s\n", samestory_message(engine));

    for (size_t i = 0; brief && i < brief->nstories; i++) {
        const struct samestory_story *s = &brief->stories[i];

        printf("%s: %s (%zu pages, %zu voices)\n", s->id, s->title,
               s->narticles, s->voices);
        for (size_t k = 0; k < s->nquantities; k++)
            if (strcmp(s->quantities[k].status, "contradicted") == 0)
                print_figure(&s->quantities[k]);
    }
    samestory_free(brief);
    samestory_close(engine);
    return (int)status;
}
