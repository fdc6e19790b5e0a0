/* story.c - names of kinds of links. */
#include "record/story.h"

const char *
link_kind_name(enum link_kind kind)
{
    static const char *const names[] = {"copy", "edited_copy", "translation",
                                        "shared_source"};

    return kind <= LINK_SHARED ? names[kind] : "copy";
}
