/*
 * roles.c - what an element of a page is for, by the words of its class,
 * id, role and the like: those that makers of sites use, whatever language
 * they publish in.
 */
#include "article/page.h"

/* Words of classes and ids; a star: any word that begins so. */
static const struct {
    const char *word;
    uint32_t roles;
} role_words[] = {
    {"nav*", ROLE_FRAME},
    {"menu*", ROLE_FRAME},
    {"breadcrumb*", ROLE_FRAME},
    {"crumb*", ROLE_FRAME},
    {"footer*", ROLE_FRAME},
    {"sidebar*", ROLE_FRAME},
    {"related*", ROLE_FRAME},
    {"relnews", ROLE_FRAME},
    {"recommend*", ROLE_FRAME},
    {"readmore", ROLE_FRAME},
    {"also", ROLE_FRAME},
    {"popular", ROLE_FRAME},
    {"trending", ROLE_FRAME},
    {"mostread", ROLE_FRAME},
    {"ranking", ROLE_FRAME},
    {"share*", ROLE_FRAME},
    {"sharing", ROLE_FRAME},
    {"social", ROLE_FRAME},
    {"toolbar", ROLE_FRAME},
    {"tools", ROLE_FRAME},
    {"newsletter*", ROLE_FRAME},
    {"subscri*", ROLE_FRAME},
    {"signup", ROLE_FRAME},
    {"paywall*", ROLE_FRAME},
    {"cookie*", ROLE_FRAME},
    {"consent*", ROLE_FRAME},
    {"gdpr", ROLE_FRAME},
    {"popup*", ROLE_FRAME},
    {"modal", ROLE_FRAME},
    {"ad", ROLE_FRAME},
    {"ads", ROLE_FRAME},
    {"advert*", ROLE_FRAME},
    {"adslot", ROLE_FRAME},
    {"banner*", ROLE_FRAME},
    {"sponsor*", ROLE_FRAME},
    {"promo*", ROLE_FRAME},
    {"outbrain", ROLE_FRAME},
    {"taboola", ROLE_FRAME},
    {"tags", ROLE_FRAME},
    {"taglist", ROLE_FRAME},
    {"pagination", ROLE_FRAME},
    {"pager", ROLE_FRAME},
    {"login", ROLE_FRAME},
    {"copyright", ROLE_FRAME},
    {"disclaimer", ROLE_FRAME},
    {"qr", ROLE_FRAME},
    {"screen-reader", ROLE_FRAME},
    {"comment*", ROLE_FRAME | ROLE_COMMENT},
    {"disqus*", ROLE_FRAME | ROLE_COMMENT},
    {"cmt*", ROLE_FRAME | ROLE_COMMENT},
    {"komm", ROLE_FRAME | ROLE_COMMENT},
    {"komment*", ROLE_FRAME | ROLE_COMMENT},
    {"respond", ROLE_FRAME | ROLE_COMMENT},
    {"replies", ROLE_FRAME | ROLE_COMMENT},
    {"caption*", ROLE_CAPTION},
    {"figcaption", ROLE_CAPTION},
    {"podpis", ROLE_CAPTION},
    {"credit*", ROLE_CAPTION},
    {"descr", ROLE_CAPTION},
    {"legend*", ROLE_CAPTION},
    {"byline*", ROLE_BYLINE},
    {"author*", ROLE_BYLINE},
    {"dateline", ROLE_BYLINE},
    {"meta", ROLE_BYLINE},
    {"date", ROLE_BYLINE},
    {"datetime", ROLE_BYLINE},
    {"pubdate", ROLE_BYLINE},
    {"published", ROLE_BYLINE},
    {"editor", ROLE_BYLINE},
    {"source", ROLE_BYLINE},
    {"headline*", ROLE_TITLE},
    {"subtitle*", ROLE_SUBTITLE},
    {"subheadline*", 0},
    {"standfirst*", ROLE_SUBTITLE},
    {"dek", ROLE_SUBTITLE},
    {"subhead", 0},
    {"tweet", ROLE_EMBED},
    {"twitter", ROLE_EMBED},
    {"embed*", ROLE_EMBED},
    {"instagram", ROLE_EMBED},
    {"telegram", ROLE_EMBED},
    {"articlebody", ROLE_BODY},
};

#define NWORDS (sizeof role_words / sizeof *role_words)
_Static_assert(NWORDS <= PAGE_ROLE_WORDS, "more words than their chain holds");

/* Chains the words that begin with the same letter, in the order above. */
static void
chain_words(struct role_chain *c)
{
    for (size_t i = NWORDS; i-- > 0;) {
        size_t letter = (size_t)(role_words[i].word[0] - 'a');

        c->next[i] = c->first[letter];
        c->first[letter] = (uint8_t)(i + 1);
    }
    c->made = true;
}

/* What a word in lower case says. */
static uint32_t
word_roles(const struct role_chain *c, str w)
{
    for (size_t i = c->first[w.s[0] - 'a']; i; i = c->next[i - 1]) {
        const char *k = role_words[i - 1].word;
        size_t n = 1; /* the letter that both begin with */

        while (n < w.n && k[n] == w.s[n])
            n++;
        if (k[n] == '*' || (n == w.n && k[n] == '\0'))
            return role_words[i - 1].roles;
    }
    return 0;
}

/* Words that make a box about the author of what else would name one. */
static bool
is_box(str w)
{
    static const char *const words[] = {
        "box", "bio", "about", "card", "profile", "description", "widget"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(w, words[i]))
            return true;
    return false;
}

/* The words of a class or an id: parted by marks and where a small letter
 * meets a capital. */
static uint32_t
roles_of(const struct role_chain *chain, str value)
{
    char word[32];
    size_t n = 0;
    uint32_t roles = 0;
    bool author = false, box = false;

    value = str_cut(value, 0, 400);
    for (size_t i = 0; i <= value.n; i++) {
        char c = i < value.n ? value.s[i] : ' ';
        bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
        bool border =
            !(upper || lower) ||
            (upper && i > 0 && value.s[i - 1] >= 'a' && value.s[i - 1] <= 'z');

        if (border && n) {
            roles |= word_roles(chain, (str){word, n});
            author = author || str_starts((str){word, n}, STR("author"));
            box = box || is_box((str){word, n});
            n = 0;
        }
        if ((upper || lower) && n < sizeof word)
            word[n++] = upper ? (char)(c | 32) : c;
    }
    if (author && box)
        roles |= ROLE_ABOUT;
    if (str_find_nocase(value, STR("articlebody")) != SIZE_MAX)
        roles |= ROLE_BODY;
    return roles;
}

/* The same few values stand on most elements of a page: those met last are
 * remembered. */
static uint32_t
roles_met(struct page *p, str value)
{
    uint64_t hash = str_hash(value);
    struct roles_met *met = &p->roles_met[hash % PAGE_ROLES_MET];

    if (!p->role_chain.made)
        chain_words(&p->role_chain);
    if (met->hash != hash)
        *met = (struct roles_met){hash, roles_of(&p->role_chain, value)};
    return met->roles;
}

/* Attributes that say what an element is for. */
static bool
says_roles(str attr)
{
    switch (attr.s[0]) {
    case 'c':
        return str_is(attr, "class");
    case 'i':
        return str_is(attr, "id") || str_is(attr, "itemprop");
    case 'r':
        return str_is(attr, "role");
    case 'd':
        return str_is(attr, "data-component") || str_is(attr, "data-testid");
    default:
        return false;
    }
}

/* h1 to h6: the id is what links lead to, made of its words. */
static bool
heading(str name)
{
    return name.n == 2 && name.s[0] == 'h' && name.s[1] >= '1' &&
           name.s[1] <= '6';
}

uint32_t
roles_of_tag(struct page *p, const struct markup_tag *t, bool frame)
{
    uint32_t roles = 0;
    str style = markup_value(t, "style");

    /* themes tell of the whole page in these: nothing about a part */
    if (!str_is(t->name, "body") && !str_is(t->name, "html") &&
        !str_is(t->name, "main") && !str_is(t->name, "article"))
        for (size_t i = 0; i < t->nattrs; i++)
            if (t->attrs[i].value.n && says_roles(t->attrs[i].name) &&
                !(heading(t->name) && str_is(t->attrs[i].name, "id")))
                roles |= roles_met(p, t->attrs[i].value);
    if (frame)
        roles |= ROLE_FRAME | ROLE_HARD;
    if (str_is(t->name, "figcaption") || str_is(t->name, "caption"))
        roles |= ROLE_CAPTION;
    if (str_is(t->name, "time"))
        roles |= ROLE_TIME;
    if (str_find(style, STR("display:none")) != SIZE_MAX ||
        str_find(style, STR("display: none")) != SIZE_MAX)
        roles |= ROLE_FRAME;
    return roles;
}
