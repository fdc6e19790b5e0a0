/* utf8_class.c - what characters are, written out when the program is built
 * (tools/classes). */
#include "text/utf8.h"

const uint8_t utf8_class[UTF8_CLASSED] = {
#include "classes.inc"
};
