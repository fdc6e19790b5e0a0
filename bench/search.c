/*
 * search - how fast one name is found among a million, and how surely.
 *
 * Usage: search [NAMES [PAIRS]]. NAMES made-up names of two words (a million)
 * and the first columns of PAIRS ("name TAB the same name, spelled
 * otherwise" a line) are searched for the second columns. Prints the time
 * of a search as processor time, the share of right ones first and among
 * ten.
 */
#include "lexicon/crowd.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { PAIRS = 2000, LINE = 400 };

static unsigned
next_random(unsigned below)
{
    static uint64_t state = 88172645463325252U;

    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (unsigned)(state >> 16) % below;
}

/* Two or three syllables of letters as common as in names. */
static size_t
make_word(char *z)
{
    static const char fronts[] = "bcdfghjklmnprstvwzbdklmnrstmnrsk";
    static const char vowels[] = "aeiouaeioa", ends[] = "nrlsmtkn";
    size_t n = 0;

    for (unsigned k = 2 + next_random(2); k > 0; k--) {
        z[n++] = fronts[next_random(sizeof fronts - 1)];
        z[n++] = vowels[next_random(sizeof vowels - 1)];
        if (next_random(3) == 0)
            z[n++] = ends[next_random(sizeof ends - 1)];
    }
    return n;
}

static const char *const own[][2] = {
    {"Muammar Gaddafi", "Муаммар Каддафи"},
    {"Angela Merkel", "أنغيلا ميركل"},
    {"Mustafa al-Kadhimi", "穆斯塔法·卡迪米"},
    {"Viktor Orban", "ヴィクトル・オルバン"},
    {"Emmanuel Macron", "에마뉘엘 마크롱"},
    {"Shimon Peres", "שמעון פרס"},
    {"Narendra Modi", "नरेन्द्र मोदी"},
    {"Alexis Tsipras", "Αλέξης Τσίπρας"},
};

int
main(int argc, char **argv)
{
    size_t many = argc > 1 ? strtoul(argv[1], NULL, 10) : 1000000;
    size_t n = 0, first = 0, ten = 0;
    const char *path = getenv("SAMESTORY_DATA");
    struct err err = {0};
    struct lexicon *lx =
        lexicon_open(path ? path : "build/samestory.lex", &err);
    struct crowd *c = lx ? crowd_open(lx) : NULL;
    static char sought[PAIRS][LINE];
    char line[LINE];
    FILE *f = argc > 2 ? fopen(argv[2], "r") : NULL;
    clock_t from;

    if (!c || (argc > 2 && !f)) {
        fprintf(stderr, "search: %s\n", c ? argv[2] : err.words);
        return 1;
    }
    while (f ? n < PAIRS && fgets(line, sizeof line, f) != NULL
             : n < sizeof own / sizeof *own) {
        str rest = str_of(line), name;

        if (!f)
            snprintf(line, sizeof line, "%s\t%s", own[n][0], own[n][1]);
        rest = str_of(line);
        str_next(&rest, '\t', &name);
        crowd_add(c, str_trim(name));
        snprintf(sought[n++], LINE, "%.*s", STR_ARG(str_trim(rest)));
    }
    for (size_t i = 0; i < many; i++) {
        size_t k = make_word(line);

        line[k++] = ' ';
        k += make_word(line + k);
        crowd_add(c, (str){line, k});
    }
    crowd_settle(c);
    from = clock();
    for (size_t i = 0; i < n; i++) {
        struct crowd_hit hits[10];
        size_t found = crowd_find(c, str_of(sought[i]), hits, 10);

        for (size_t k = 0; k < found; k++)
            if (hits[k].name == i) {
                first += k == 0;
                ten++;
            }
    }
    printf("%zu names, %zu searches: %.3f ms each, first %.3f, among ten "
           "%.3f\n",
           many + n, n,
           (double)(clock() - from) / CLOCKS_PER_SEC * 1000 / (double)n,
           (double)first / (double)n, (double)ten / (double)n);
    if (f)
        fclose(f);
    crowd_close(c);
    lexicon_close(lx);
    return 0;
}
