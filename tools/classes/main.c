/* main.c - what each character below UTF8_CLASSED is, as rows of a C array;
 * for src/text/utf8_class.c. */
#include "text/utf8.h"

#include <stdio.h>

int
main(void)
{
    for (uint32_t c = 0; c < UTF8_CLASSED; c++)
        printf("%u,%c", utf8_class_wide(c), c % 16 == 15 ? '\n' : ' ');
    return fflush(stdout) == 0 ? 0 : 1;
}
