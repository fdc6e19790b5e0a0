/*
 * test.h - checks for unit tests; each test file is a program of its own.
 *
 *     static void a_fact_it_proves(void) { CHECK(…); }
 *     TEST_MAIN { RUN(a_fact_it_proves); }
 *
 * A failed check is told and counted, the rest goes on. The last line is
 * "N passed, N failed", of tests, for test/run to add up.
 */
#ifndef SAMESTORY_TEST_H
#define SAMESTORY_TEST_H

#include "base/str.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

struct lexicon;

static int test_passed __attribute__((unused));
static int test_failed __attribute__((unused));
static bool test_ok;

static inline bool
test_check(bool ok, const char *what, const char *file, int line)
{
    if (!ok) {
        printf("%s:%d: failed: %s\n", file, line, what);
        test_ok = false;
    }
    return ok;
}

static inline void
test_check_str(str got, const char *want, const char *file, int line)
{
    if (!str_is(got, want)) {
        printf("%s:%d: got \"%.*s\", expected \"%s\"\n", file, line,
               STR_ARG(got), want);
        test_ok = false;
    }
}

static inline void
test_check_near(double got, double want, double by, const char *file, int line)
{
    if (!(fabs(got - want) <= by)) {
        printf("%s:%d: got %g, expected %g within %g\n", file, line, got, want,
               by);
        test_ok = false;
    }
}

#define CHECK(cond)          test_check((cond), #cond, __FILE__, __LINE__)
#define CHECK_STR(got, want) test_check_str((got), (want), __FILE__, __LINE__)
#define CHECK_NEAR(got, want, by)                                              \
    test_check_near((got), (want), (by), __FILE__, __LINE__)

#define RUN(test)                                                              \
    do {                                                                       \
        test_ok = true;                                                        \
        test();                                                                \
        if (test_ok)                                                           \
            test_passed++;                                                     \
        else                                                                   \
            printf("FAILED %s\n", #test), test_failed++;                       \
    } while (0)

#define TEST_MAIN                                                              \
    static void test_all(void);                                                \
    int main(void)                                                             \
    {                                                                          \
        test_all();                                                            \
        printf("%d passed, %d failed\n", test_passed, test_failed);            \
        return test_failed != 0;                                               \
    }                                                                          \
    static void test_all(void)

/* The lexicon of this build, opened once; test/lexicon.c. */
const struct lexicon *test_lexicon(void);

#endif
