/*
 * err.h - what went wrong in the world outside.
 *
 * A function that touches the world returns bool and takes `struct err *`
 * last; on success *err is untouched. The words say what was tried on
 * what. Bad documents are no errors but verdicts (article.why_not).
 */
#ifndef SAMESTORY_BASE_ERR_H
#define SAMESTORY_BASE_ERR_H

#include <stdbool.h>

enum err_kind { ERR_NONE, ERR_USAGE, ERR_INPUT, ERR_IO, ERR_STORE };

struct err {
    enum err_kind kind;
    char words[512];
};

/* Always false, so that `return err_set(…)` reads well. err may be NULL. */
bool err_set(struct err *, enum err_kind, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

#endif
