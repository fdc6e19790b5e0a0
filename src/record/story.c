/* story.c - names of kinds of links. */
#include "record/story.h"

const char *
link_kind_name(enum link_kind kind)
{
    static const char *const names[] = {"copy", "edited_copy", "translation",
                                        "shared_source"};

    return kind <= LINK_SHARED ? names[kind] : "copy";
}

const char *
change_kind_name(enum change_kind kind)
{
    static const char *const names[CHANGE_KINDS] = {
        "number", "date",     "name",    "attribution", "modality",
        "cut",    "inserted", "wording", "style",       "moved"};

    return names[kind];
}
