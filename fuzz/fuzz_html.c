/* Promise of page.h, for HTML. */
#define FUZZ_PAGE PAGE_HTML
#include "page.h"
