/* options.c - one table of options for all verbs. */
#include "app/options.h"

#include "base/oom.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct known {
    const char *name, *takes, *does;
    char letter;
    bool hidden; /* works, but is not for everyday use */
};

static const struct known known[OPTION_COUNT] = {
    [OPTION_HELP] = {"help", NULL, "this text", 'h', false},
    [OPTION_FORMAT] = {"format", "FORMAT", "one of: ", 'f', false},
    [OPTION_OUTPUT] = {"output", "FILE", "write to FILE", 'o', false},
    [OPTION_FULL] = {"full", NULL, "text: unfold everything", 0, false},
    [OPTION_READER] = {"reader", "LANG",
                       "labels in a language of the lexicon (default en)", 0,
                       false},
    [OPTION_PASSAGES] = {"passages", NULL,
                         "also the passages shared, word for word", 0, false},
    [OPTION_PRECISION] = {"precision", NULL,
                          "leave out what is not sure to be article", 0, false},
    [OPTION_RECALL] = {"recall", NULL, "keep what may be article", 0, false},
    [OPTION_WITH_LINKS] = {"with-links", NULL, "also the links of the text", 0,
                           false},
    [OPTION_AT] = {"at", "STAGE", "reads, speaks, says, resembles or about", 0,
                   false},
    [OPTION_KIND] = {"kind", "LIST", "of name,date,quantity,quote,number", 0,
                     false},
    [OPTION_LANG] = {"lang", "LANG", "a language, as in \"ar\" or \"zh\"", 0,
                     false},
    [OPTION_REF] = {"ref", "DAY", "the day that \"yesterday\" counts from", 0,
                    false},
    [OPTION_SINCE] = {"since", "DAY", "told on DAY or later", 0, false},
    [OPTION_UNTIL] = {"until", "DAY", "told on DAY or earlier", 0, false},
    [OPTION_NAME] = {"name", "NAME", "that speak of NAME, in any script", 0,
                     false},
    [OPTION_MIN_VOICES] = {"min-voices", "N",
                           "told by N independent sources or more", 0, false},
    [OPTION_MOST] = {"most", "N", "at most N answers (default 50)", 'n', false},
    [OPTION_STORE] = {"store", "FILE", "the store, see FILES in samestory(1)",
                      0, false},
    [OPTION_JOBS] = {"jobs", "N", "threads, 1 to 64 (default: processors)", 'j',
                     false},
    [OPTION_MAX_BYTES] = {"max-bytes", "N", "limit of one page (default 16M)",
                          0, false},
    [OPTION_DATA] = {"data", "FILE", "the lexicon", 0, true},
    [OPTION_TO] = {"to", "FILE", "keep the rows in FILE", 0, false},
    [OPTION_FROM] = {"from", "LANG", "the other language (default en)", 0,
                     false},
    [OPTION_FROM_STORE] = {"from-store", NULL,
                           "learn from stories of the store", 0, false},
};

/* ---- near words -------------------------------------------------------- */

#define WORD_MOST 32

size_t
options_distance(const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b);
    size_t d[WORD_MOST + 1][WORD_MOST + 1];

    if (n > WORD_MOST || m > WORD_MOST)
        return SIZE_MAX;
    for (size_t i = 0; i <= n; i++)
        d[i][0] = i;
    for (size_t k = 0; k <= m; k++)
        d[0][k] = k;
    for (size_t i = 1; i <= n; i++)
        for (size_t k = 1; k <= m; k++) {
            size_t best = d[i - 1][k - 1] + (a[i - 1] != b[k - 1]);

            if (d[i - 1][k] + 1 < best)
                best = d[i - 1][k] + 1;
            if (d[i][k - 1] + 1 < best)
                best = d[i][k - 1] + 1;
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] &&
                a[i - 2] == b[k - 1] && d[i - 2][k - 2] + 1 < best)
                best = d[i - 2][k - 2] + 1;
            d[i][k] = best;
        }
    return d[n][m];
}

const char *
options_nearest(const char *word, const char *const *words, size_t n)
{
    size_t length = strlen(word), least = SIZE_MAX;
    const char *nearest = NULL;

    for (size_t i = 0; i < n; i++) {
        size_t far;

        if (!words[i])
            continue;
        far = options_distance(word, words[i]);
        /* the start of a word is meant to be that word */
        if (length >= 2 && strncmp(words[i], word, length) == 0)
            far = 1;
        if (far < least) {
            least = far;
            nearest = words[i];
        }
    }
    return least <= (length < 4 ? 1 : length < 8 ? 2 : 3) ? nearest : NULL;
}

/* ---- values ------------------------------------------------------------ */

static bool
number(const char *z, size_t *out)
{
    unsigned long long n;
    char *end;

    if (*z < '0' || *z > '9')
        return false;
    errno = 0;
    n = strtoull(z, &end, 10);
    if (errno || *end || n > SIZE_MAX)
        return false;
    *out = (size_t)n;
    return true;
}

/* 500000, 512k, 16M, 2G */
static bool
size(const char *z, size_t *out)
{
    static const char marks[] = "kMG";
    size_t n = strlen(z);
    const char *mark;
    char digits[24];
    int shift = 0;

    if (n == 0 || n >= sizeof digits)
        return false;
    memcpy(digits, z, n + 1);
    mark = strchr(marks, digits[n - 1] == 'K' ? 'k' : digits[n - 1]);
    if (mark) {
        shift = 10 * (int)(mark - marks + 1);
        digits[n - 1] = '\0';
    }
    if (!number(digits, out) || *out == 0 || *out > SIZE_MAX >> shift)
        return false;
    *out <<= shift;
    return true;
}

/* YYYY-MM-DD at the start; a time may follow it where `time` allows it. */
static bool
day(const char *z, bool time)
{
    static const char shape[] = "dddd-dd-dd";
    int month, mday;

    for (size_t i = 0; shape[i]; i++)
        if (shape[i] == 'd' ? z[i] < '0' || z[i] > '9' : z[i] != '-')
            return false;
    month = atoi(z + 5);
    mday = atoi(z + 8);
    return month >= 1 && month <= 12 && mday >= 1 && mday <= 31 &&
           (z[10] == '\0' || (time && (z[10] == 'T' || z[10] == ' ')));
}

/* Each of the words of `list` is one of the words of `allowed`. */
static bool
words_of(const char *list, const char *allowed, char between)
{
    str rest = str_of(list), one, all, word;

    if (!*list)
        return false;
    while (str_next(&rest, between, &one)) {
        bool found = false;

        all = str_of(allowed);
        while (str_next(&all, ' ', &word))
            found |= str_eq(word, one);
        if (!found)
            return false;
    }
    return true;
}

static bool
lang(const char *z)
{
    size_t n = 0;

    while ((z[n] >= 'a' && z[n] <= 'z') || (z[n] >= 'A' && z[n] <= 'Z') ||
           (n > 1 && (z[n] == '-' || (z[n] >= '0' && z[n] <= '9'))))
        n++;
    return n >= 2 && z[n] == '\0';
}

/* Takes a value; false with the reason what is wrong with it. */
static bool
take(struct options *o, const struct verb *verb, enum option which,
     const char *value, const char **wants)
{
    size_t n;

    switch (which) {
    case OPTION_HELP:
        return o->help = true;
    case OPTION_FULL:
        return o->full = true;
    case OPTION_READER:
        o->reader = value;
        *wants = "a language as in \"ar\"";
        return lang(value);
    case OPTION_PASSAGES:
        return o->passages = true;
    case OPTION_FROM_STORE:
        return o->from_store = true;
    case OPTION_FROM:
        o->from = value;
        *wants = "a language as in \"en\"";
        return lang(value);
    case OPTION_TO:
        o->to = value;
        *wants = "a file";
        return *value;
    case OPTION_PRECISION:
        return o->precision = true;
    case OPTION_RECALL:
        return o->recall = true;
    case OPTION_WITH_LINKS:
        return o->with_links = true;
    case OPTION_FORMAT:
        o->format = value;
        *wants = verb->formats;
        return words_of(value, verb->formats, '\0');
    case OPTION_OUTPUT:
        o->output = strcmp(value, "-") == 0 ? NULL : value;
        *wants = "a file";
        return *value;
    case OPTION_AT:
        o->at = value;
        *wants = "reads speaks says resembles about";
        return words_of(value, *wants, '\0');
    case OPTION_KIND:
        o->kind = value;
        *wants = "name date quantity quote number";
        return words_of(value, *wants, ',');
    case OPTION_LANG:
        o->lang = value;
        *wants = "a language as in \"ar\"";
        return lang(value);
    case OPTION_REF:
        o->ref = value;
        *wants = "a day as in 2021-07-26";
        return day(value, true);
    case OPTION_SINCE:
        o->since = value;
        *wants = "a day as in 2021-07-26";
        return day(value, false);
    case OPTION_UNTIL:
        o->until = value;
        *wants = "a day as in 2021-07-26";
        return day(value, false);
    case OPTION_NAME:
        o->name = value;
        *wants = "a name";
        return *value;
    case OPTION_MIN_VOICES:
        *wants = "a number";
        return number(value, &o->min_voices);
    case OPTION_MOST:
        *wants = "a number of 1 or more";
        return number(value, &o->most) && o->most > 0;
    case OPTION_STORE:
        o->store = value;
        *wants = "a file";
        return *value;
    case OPTION_DATA:
        o->data = value;
        *wants = "a file";
        return *value;
    case OPTION_JOBS:
        *wants = "a number of 1 to 64";
        if (!number(value, &n) || n < 1 || n > 64)
            return false;
        o->jobs = (int)n;
        return true;
    case OPTION_MAX_BYTES:
        *wants = "a size as in 500000, 512k, 16M";
        return size(value, &o->max_bytes);
    case OPTION_COUNT:
        break;
    }
    return false;
}

/* ---- the command line -------------------------------------------------- */

static bool
unknown(const struct verb *verb, const char *name, struct buf *why)
{
    const char *names[OPTION_COUNT] = {0}, *nearest;

    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (verb->knows & OPTION_BIT(i) && !known[i].hidden)
            names[i] = known[i].name;
    nearest = options_nearest(name, names, OPTION_COUNT);
    buf_printf(why, "%s: unknown option --%s", verb->name, name);
    if (nearest)
        buf_printf(why, "; do you mean --%s?", nearest);
    else
        buf_printf(why, "; see samestory %s --help", verb->name);
    return false;
}

static enum option
of_name(const struct verb *verb, str name)
{
    enum option o = 0;

    while (o < OPTION_COUNT &&
           !(verb->knows & OPTION_BIT(o) && str_is(name, known[o].name)))
        o++;
    return o;
}

static enum option
of_letter(const struct verb *verb, char letter)
{
    enum option o = 0;

    while (o < OPTION_COUNT &&
           !(verb->knows & OPTION_BIT(o) && known[o].letter == letter))
        o++;
    return o;
}

/* One option at argv[*i]; moves *i to the last word that belongs to it. */
static bool
read_one(struct options *out, const struct verb *verb, int argc, char **argv,
         int *i, struct buf *why)
{
    const char *word = argv[*i], *value = NULL, *wants = "no value";
    bool is_long = word[1] == '-';
    enum option which;
    str name;

    if (is_long) {
        value = strchr(word, '=');
        name = value ? (str){word + 2, (size_t)(value - word - 2)}
                     : str_of(word + 2);
        value = value ? value + 1 : NULL;
        which = of_name(verb, name);
    } else {
        name = (str){word + 1, 1};
        value = word[2] ? word + 2 : NULL;
        which = of_letter(verb, word[1]);
    }
    if (which == OPTION_COUNT) {
        char z[WORD_MOST + 1] = {0};

        if (!is_long) {
            buf_printf(why, "%s: unknown option %s", verb->name, word);
            return false;
        }
        memcpy(z, name.s, name.n < WORD_MOST ? name.n : WORD_MOST);
        return unknown(verb, z, why);
    }
    if (known[which].takes && !value) {
        if (*i + 1 >= argc) {
            buf_printf(why, "%s: %.*s wants %s", verb->name,
                       is_long ? (int)name.n + 2 : 2, word, known[which].takes);
            return false;
        }
        value = argv[++*i];
    }
    if ((!known[which].takes && value) ||
        !take(out, verb, which, value, &wants)) {
        buf_printf(why, "%s: --%s%s%s: wants %s%s", verb->name,
                   known[which].name, value ? " " : "", value ? value : "",
                   which == OPTION_FORMAT || which == OPTION_AT ||
                           which == OPTION_KIND
                       ? "of: "
                       : "",
                   wants);
        return false;
    }
    return true;
}

bool
options_read(struct options *out, const struct verb *verb, int argc,
             char **argv, struct buf *why)
{
    bool over = false; /* "--" was seen */

    out->paths = oom_malloc((size_t)(argc + 1) * sizeof *out->paths);
    for (int i = 0; i < argc; i++) {
        if (over || argv[i][0] != '-' || argv[i][1] == '\0')
            out->paths[out->npaths++] = argv[i];
        else if (strcmp(argv[i], "--") == 0)
            over = true;
        else if (!read_one(out, verb, argc, argv, &i, why))
            return false;
    }
    return true;
}

void
options_free(struct options *o)
{
    free(o->paths);
    *o = (struct options){0};
}

void
options_help(const struct verb *verb, struct buf *out)
{
    buf_printf(out, "usage: samestory %s [OPTION...] %s\n\n%s.\n", verb->name,
               verb->takes, verb->does);
    if (verb->more)
        buf_printf(out, "\n%s\n", verb->more);
    buf_putz(out, "\noptions:\n");
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const struct known *k = &known[i];
        char left[32];

        if (!(verb->knows & OPTION_BIT(i)) || k->hidden)
            continue;
        snprintf(left, sizeof left, "--%s%s%s", k->name, k->takes ? " " : "",
                 k->takes ? k->takes : "");
        buf_printf(out, "  %c%c%c %-18s %s%s\n", k->letter ? '-' : ' ',
                   k->letter ? k->letter : ' ', k->letter ? ',' : ' ', left,
                   k->does, i == OPTION_FORMAT ? verb->formats : "");
    }
}
