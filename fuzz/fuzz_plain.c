/* Promise of page.h, for plain text captures. */
#define FUZZ_PAGE PAGE_PLAIN
#include "page.h"
