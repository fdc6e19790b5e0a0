/*
 * main.c - the table of verbs. Everything else is one struct verb each, in
 * verb_*.c.
 */
#include "app/verb.h"

#include <malloc.h>
#include <signal.h>
#include <string.h>

static const struct verb *const verbs[] = {
    &verb_brief,   &verb_clean,   &verb_lang,    &verb_evidence, &verb_match,
    &verb_pairs,   &verb_cluster, &verb_nearest, &verb_look,     &verb_add,
    &verb_stories, &verb_tell,    &verb_find,    &verb_diff,     &verb_why,
    &verb_pin,     &verb_part,    &verb_lexicon,
};
#define NVERBS (sizeof verbs / sizeof *verbs)

/* Free memory that is not given back between articles. */
#define MEMORY_KEPT (16 << 20)

static int
show(struct buf *out)
{
    struct options none = {0};
    bool done = run_write(&none, buf_str(out));

    buf_free(out);
    return done ? RUN_DONE : RUN_FAILED;
}

static int
help(void)
{
    struct buf out = {0};

    buf_putz(&out,
             "usage: samestory VERB [OPTION...] [PATH...]\n\n"
             "Which captured news pages tell the same story, in any language; "
             "what they agree\non, what they contradict, who copied whom.\n\n"
             "verbs:\n");
    for (size_t i = 0; i < NVERBS; i++)
        buf_printf(&out, "  %-9s %s\n", verbs[i]->name, verbs[i]->does);
    buf_putz(&out, "\nsamestory VERB --help tells the options of a verb. "
                   "Start with: samestory brief FOLDER\n");
    return show(&out);
}

static int
version(void)
{
    struct buf out = {0};

    buf_putz(&out, "samestory " SAMESTORY_VERSION "\n");
    return show(&out);
}

static int
unknown(const char *word)
{
    const char *names[NVERBS], *nearest;
    bool is_option = word[0] == '-';

    for (size_t i = 0; i < NVERBS; i++)
        names[i] = verbs[i]->name;
    nearest = is_option ? NULL : options_nearest(word, names, NVERBS);
    if (nearest)
        run_say(NULL, "unknown verb %s; do you mean %s?", word, nearest);
    else
        run_say(NULL, "unknown %s %s; see samestory --help",
                is_option ? "option" : "verb", word);
    return RUN_USAGE;
}

static int
run(const struct verb *verb, int argc, char **argv)
{
    struct options options = {0};
    struct buf words = {0};
    int exit_status;

    if (!options_read(&options, verb, argc, argv, &words)) {
        run_say(NULL, "%s", words.s);
        exit_status = RUN_USAGE;
    } else if (options.help) {
        options_help(verb, &words);
        options_free(&options);
        return show(&words);
    } else {
        exit_status = verb->run(&options);
    }
    buf_free(&words);
    options_free(&options);
    return exit_status;
}

int
main(int argc, char **argv)
{
    const char *word = argc > 1 ? argv[1] : NULL;

    /* a reader that has gone is seen where we write */
    signal(SIGPIPE, SIG_IGN);
    /* the next article wants as much as the last one gave back */
    mallopt(M_MMAP_THRESHOLD, MEMORY_KEPT);
    mallopt(M_TRIM_THRESHOLD, MEMORY_KEPT);
    if (!word) {
        run_say(NULL, "no verb is given; see samestory --help");
        return RUN_USAGE;
    }
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
        return help();
    if (strcmp(word, "help") == 0 && argc == 2)
        return help();
    if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0)
        return version();
    if (strcmp(word, "help") == 0)
        word = argv[2]; /* help VERB */
    for (size_t i = 0; i < NVERBS; i++) {
        char *ask = "--help";

        if (strcmp(word, verbs[i]->name) != 0)
            continue;
        return word == argv[1] ? run(verbs[i], argc - 2, argv + 2)
                               : run(verbs[i], 1, &ask);
    }
    return unknown(word);
}
