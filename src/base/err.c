/* err.c */
#include "err.h"

#include <stdarg.h>
#include <stdio.h>

bool
err_set(struct err *err, enum err_kind kind, const char *fmt, ...)
{
    va_list args;

    if (!err)
        return false;
    err->kind = kind;
    va_start(args, fmt);
    vsnprintf(err->words, sizeof err->words, fmt, args);
    va_end(args);
    return false;
}
