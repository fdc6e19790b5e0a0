/*
 * element.c - the elements that shape a page of text.
 */
#include "article/element.h"

#include "article/page.h"

static const struct element_kind elements[] = {
    {"p", EL_BLOCK, TAG_P},
    {"div", EL_BLOCK, TAG_DIV},
    {"section", EL_BLOCK, TAG_DIV},
    {"article", EL_BLOCK, TAG_DIV},
    {"main", EL_BLOCK, TAG_DIV},
    {"header", EL_BLOCK, TAG_DIV},
    {"body", EL_BLOCK, TAG_DIV},
    {"html", EL_BLOCK, TAG_DIV},
    {"center", EL_BLOCK, TAG_DIV},
    {"form", EL_BLOCK | EL_FRAME, TAG_DIV},
    {"nav", EL_BLOCK | EL_FRAME, TAG_DIV},
    {"footer", EL_BLOCK | EL_FRAME, TAG_DIV},
    {"aside", EL_BLOCK | EL_FRAME, TAG_DIV},
    {"ul", EL_BLOCK, TAG_DIV},
    {"ol", EL_BLOCK, TAG_DIV},
    {"dl", EL_BLOCK, TAG_DIV},
    {"li", EL_BLOCK, TAG_LI},
    {"dd", EL_BLOCK, TAG_LI},
    {"dt", EL_BLOCK, TAG_LI},
    {"table", EL_BLOCK, TAG_DIV},
    {"tbody", EL_BLOCK, TAG_DIV},
    {"tr", EL_BLOCK, TAG_DIV},
    {"td", EL_BLOCK, TAG_CELL},
    {"th", EL_BLOCK, TAG_CELL},
    {"h1", EL_BLOCK, TAG_H1},
    {"h2", EL_BLOCK, TAG_H2},
    {"h3", EL_BLOCK, TAG_H2},
    {"h4", EL_BLOCK, TAG_H2},
    {"h5", EL_BLOCK, TAG_H2},
    {"h6", EL_BLOCK, TAG_H2},
    {"blockquote", EL_BLOCK, TAG_QUOTE},
    {"pre", EL_BLOCK, TAG_P},
    {"figure", EL_BLOCK, TAG_DIV},
    {"figcaption", EL_BLOCK, TAG_CAPTION},
    {"caption", EL_BLOCK, TAG_CAPTION},
    {"hr", EL_BLOCK, TAG_OTHER},
    {"address", EL_BLOCK, TAG_DIV},
    {"button", EL_BLOCK | EL_FRAME, TAG_BUTTON},
    {"label", EL_FRAME, TAG_OTHER},
    {"script", EL_SKIP | EL_OTHERS, TAG_OTHER},
    {"style", EL_SKIP, TAG_OTHER},
    {"noscript", EL_SKIP, TAG_OTHER},
    {"template", EL_SKIP, TAG_OTHER},
    {"rt", EL_SKIP, TAG_OTHER}, /* how the word before it is read */
    {"rp", EL_SKIP, TAG_OTHER},
    {"svg", EL_SKIP, TAG_OTHER},
    {"math", EL_SKIP, TAG_OTHER},
    {"object", EL_SKIP, TAG_OTHER},
    {"iframe", EL_SKIP, TAG_OTHER},
    {"video", EL_SKIP, TAG_OTHER},
    {"audio", EL_SKIP, TAG_OTHER},
    {"select", EL_SKIP, TAG_OTHER},
    {"textarea", EL_SKIP, TAG_OTHER},
    {"title", EL_SKIP | EL_OTHERS, TAG_OTHER},
    {"a", EL_LINK, TAG_OTHER},
    {"br", EL_OTHERS, TAG_OTHER},
    {"img", EL_OTHERS, TAG_OTHER},
    {"base", EL_OTHERS, TAG_OTHER},
};

const struct element_kind *
element_of(str name)
{
    static const struct element_kind other = {"", 0, TAG_OTHER};

    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (name.n && name.s[0] == elements[i].name[0] &&
            str_is(name, elements[i].name))
            return &elements[i];
    return &other;
}
