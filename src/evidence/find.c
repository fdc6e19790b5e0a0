/* find.c - the order in which an article is searched for marks. */
#include "evidence/find.h"

#include "evidence/date.h"
#include "evidence/name.h"
#include "evidence/quantity.h"
#include "evidence/quote.h"

void
evidence_find(const struct lexicon *lx, struct article *a)
{
    date_find(lx, a);
    name_find(lx, a);
    quantity_find(lx, a);
    quote_find(lx, a);
    name_loose(lx, a);
}
