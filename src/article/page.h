/*
 * page.h - a page on its way to blocks. For article/ alone.
 *
 * html.c and plain.c cut the page into raw blocks, body.c and plain.c judge
 * them, meta.c and published.c find what stands around them, read.c writes
 * the article. A raw block is one line of text that shows as one on the
 * page: a paragraph, a headline, a cell.
 */
#ifndef SAMESTORY_ARTICLE_PAGE_H
#define SAMESTORY_ARTICLE_PAGE_H

#include "base/markup.h"
#include "record/article.h"

#define PAGE_MOST_BLOCKS 20000 /* of a page; what follows is not read */

/* ---- the look of a line (shape.c) ------------------------------------- */

struct shape {
    uint32_t units; /* letters and digits; Han, kana and Hangul count 2 */
    uint32_t words; /* runs of letters and digits */
    uint32_t digits;
    uint32_t ends;  /* marks that end a sentence, inside and at the end */
    uint32_t last;  /* such a mark at the very end, 0: none */
    uint8_t script; /* enum script of most letters */
    uint8_t chrome; /* enum chrome_kind that it begins with */
    bool archive;   /* a caption that says the picture is an old one */
    uint8_t tail;   /* … of its last part: in brackets, behind a dash,
                       slash or bar; CHROME_NONE where it has no parts */
    uint8_t part;   /* CHROME_BYLINE where any part begins so */
    bool whole;     /* the frame phrase is all there is */
    bool trail;     /* Home > World > Asia; News | Sport | Opinion */
    bool credit;    /* a photographer's mark at its end */
    bool post;      /* a post of a social network */
    bool rights;    /* has a © */
    bool colon;     /* ends with a colon */
    bool bracketed; /* all of it stands in brackets */
};

/* Frame phrases are asked for in lines up to this long alone. */
#define SHAPE_MOST_ASKED 400

/* Han, kana, Hangul: a letter counts 2 units, and two of them are a word. */
bool shape_dense(uint32_t c);
/* Counts, then asks for phrases and marks; without a lexicon it counts. */
void shape_of(const struct lexicon *, str line, struct shape *);
void shape_count(str line, struct shape *);
void shape_ask(const struct lexicon *, str line, struct shape *);

/* Lines of this kind are sentences that tell something. 2026-11, dev: */
#define PROSE_UNITS 48  /* … with a sentence end */
#define PROSE_LONG  150 /* … without one */
bool shape_prose(const struct shape *);
/* Anything that ends as a sentence does and is more than a word or two. */
bool shape_sentence(const struct shape *);

/* ---- raw blocks -------------------------------------------------------- */

struct raw {
    str text; /* trimmed, no newline; never empty */
    struct shape shape;
    enum lang lang;
    enum block_kind kind; /* as judged; BLOCK_CHROME to begin with */
    bool doubled;         /* says again what a kept block says */
    /* of HTML alone */
    uint32_t node;   /* the element it stands in */
    uint32_t linked; /* units of the text that are links */
    uint8_t tag;     /* enum raw_tag */
    bool prose;      /* tells something, mostly not in links */
};

enum raw_tag {
    TAG_OTHER,
    TAG_P,
    TAG_DIV,
    TAG_LI,
    TAG_CELL,
    TAG_H1,
    TAG_H2,
    TAG_QUOTE,
    TAG_CAPTION,
    TAG_BUTTON
};

/* What an element says of itself by its name, class, id … */
enum role {
    ROLE_FRAME = 1, /* nav, footer, related, share, comments, ads … */
    ROLE_CAPTION = 2,
    ROLE_BYLINE = 4,
    ROLE_TITLE = 8,
    ROLE_SUBTITLE = 16,
    ROLE_EMBED = 32,
    ROLE_BODY = 64,     /* itemprop articleBody and the like */
    ROLE_COMMENT = 128, /* readers' words: frame, and no dates from there */
    ROLE_IMAGE = 256,   /* an image stands in it */
    ROLE_HARD = 512,    /* frame by its tag: believed whatever it holds */
    ROLE_TIME = 1024,   /* a <time> element */
    ROLE_ABOUT = 2048,  /* a box about the author: its prose is frame */
};

/* A class, an id …, by its hash, and what it says (roles.c). */
#define PAGE_ROLES_MET 256
struct roles_met {
    uint64_t hash; /* 0: none */
    uint32_t roles;
};

/* Words of roles by their first letter: index + 1 of the first one, of the next
 * one; 0 ends the chain. */
#define PAGE_ROLE_WORDS 128
struct role_chain {
    bool made;
    uint8_t first[26], next[PAGE_ROLE_WORDS];
};

struct node {
    uint32_t parent; /* 0: the root, its own parent */
    uint32_t roles;
    uint32_t prose; /* units of prose below it */
    uint32_t kind;  /* hash of its name and class; 0: it has no class */
};

/* A link in a raw block, or in the line at hand: bytes of its text. */
struct raw_link {
    size_t raw, from, to;
    str href;
};

struct raw_links {
    struct raw_link *at;
    size_t n, line; /* those from `line` on are of the line at hand */
    str href;       /* of the link that is open, empty: none is */
    size_t from;    /* where it begins in the line */
    str base;       /* of <base> */
};

/* What the head of a page says (meta.c). */
#define META_MOST_AUTHORS 8
#define META_MOST_VALUE   1000 /* bytes of a title or a name that are kept */
#define META_MOST_CREDITS 64

/* Who wrote it, as an element of the page says; the surest last. */
enum credit_rank {
    CREDIT_NONE,
    CREDIT_CLASS, /* class="author" */
    CREDIT_LINK,  /* rel="author", a link to /author/… */
    CREDIT_ITEM   /* itemprop="author" */
};
struct credit {
    str words; /* with "By", the day and what else stands there */
    uint32_t node;
    uint32_t raw; /* blocks before it */
    uint8_t rank;
};

/* A day that an element tells machines: <time datetime>, <abbr title>. */
#define META_MOST_TIMES 24
struct dated {
    str value;    /* as written */
    uint32_t raw; /* blocks before it */
    bool changed; /* it calls itself the day of a change */
};

/* Where a page gives its own address; the surest first. */
enum { ADDRESS_CANONICAL, ADDRESS_OG, ADDRESS_LD, ADDRESSES };

struct meta {
    str headline; /* JSON-LD, microdata */
    str og_title, title;
    str site, lang, agency, section;
    str urls[ADDRESSES]; /* as written */
    str url;             /* the best of them; absolute where it can be */
    str published;       /* as written */
    str dated;           /* maybe that of a change */
    str modified;
    str body;                       /* articleBody of JSON-LD */
    str label, labelled;            /* twitter:label1 and what it is of */
    str authors[META_MOST_AUTHORS]; /* of JSON-LD, else of meta */
    size_t nauthors;
    bool graph;  /* they are those of JSON-LD */
    bool bodies; /* … which says that they are no persons */
    struct credit credits[META_MOST_CREDITS];
    size_t ncredits;
    struct dated times[META_MOST_TIMES]; /* outside comments */
    size_t ntimes;
};

struct page {
    const struct lexicon *lx;
    struct stemmer *stemmer;
    struct arena *mem;
    struct article *a;
    struct raw *raws;
    size_t nraws;
    struct node *nodes;
    size_t nnodes;
    struct meta meta;
    struct raw_links links;
    struct roles_met roles_met[PAGE_ROLES_MET];
    struct role_chain role_chain;
    size_t title;   /* index of the block that is the title; SIZE_MAX */
    str title_text; /* the title without the name of the site */
    bool html;
    bool carried; /* a part that another page carries */
};

/* Adds a line; false where it is empty or one too many. */
bool page_add(struct page *, str line);
/* White space at both ends off, of any script; inner newlines to spaces. */
str page_line(str line, struct arena *);
/* Languages of the raw blocks, by lang_spans over all of them; `kept`: over
 * those that are no frame, which speaks as most of them do. */
void page_langs(struct page *, bool kept);
/* All blocks speak as the page says it does, else as its first prose: enough
 * to judge by. */
void page_guess(struct page *);
/* Mends those of headlines and captions, once kinds are known. */
void page_label_langs(struct page *);
/* Marks lines that say again what another says. */
void page_double(struct page *);

/* read.c: bytes to raws, by what the document is; false and why_not where
 * there is nothing to read. */
bool page_open(struct page *);
/* The text of an article by its blocks, and where they stand in it. */
void article_write(struct article *);

/* What is believed of a page, in turns, until it shows an article. */
enum faith {
    FAITH_NAMES, /* what elements call themselves, and sentences alone */
    FAITH_TAGS,  /* frames are what their tags make them: nav, footer */
    FAITH_LINES, /* a line without an end tells something, too: a recipe */
    FAITH_TEXT,  /* sentences alone, be they comments or captions */
    FAITH_TURNS
};

/* root.c: marks what tells something and is no list of links; the roles of
 * each node with those it inherits; the element that holds the article (0, the
 * whole page, if none does); which elements are a picture's. */
void root_mark(struct page *, enum faith);
uint32_t *root_roles(struct page *, enum faith);
uint32_t root_find(struct page *, const uint32_t *roles);
void root_images(struct page *);

/* links.c: a link begins and ends at a byte of the line at hand; the line has
 * ended, and became the last raw if `added`; the links of another page's raw
 * are those of the last one, too; all to the article. */
void links_open(struct page *, str href, size_t at);
void links_close(struct page *, size_t at);
void links_line(struct page *, str line, bool added);
void links_copy(struct page *, const struct page *from, size_t raw);
void links_write(const struct page *);

/* carried.c: the article that the page carries but does not show. */
void carried_judge(struct page *);

void html_read(struct page *, str html);  /* html.c: raws, nodes, meta */
void body_judge(struct page *);           /* body.c: kinds of HTML raws */
void plain_read(struct page *, str text); /* plain.c: raws */
void plain_judge(struct page *);          /* plain.c: kinds */

/* roles.c: what the element is for; `frame`: it is one by its name. */
uint32_t roles_of_tag(struct page *, const struct markup_tag *, bool frame);

/* meta.c: told by html.c as it reads */
void meta_tag(struct meta *, const struct markup_tag *, struct arena *);
void meta_json(struct meta *, str json, struct arena *);
void meta_item(struct meta *, str prop, str text, struct arena *);
/* What the element tells as a day for machines; empty: none. */
str meta_dated(const struct markup_tag *);
/* Keeps it; `raw`: blocks before the element. */
void meta_time(struct meta *, const struct markup_tag *, str when, size_t raw,
               struct arena *);
/* address.c: which of the addresses that a page gives is its own. */
void meta_address(struct page *);
/* http or https, and a host. */
bool address_absolute(str);
/* title.c: the title of an HTML page, and which block it is. */
void meta_title(struct page *);
/* Two titles that are one, but for a site's name at either end. */
bool title_same(str a, str b, struct arena *);
/* Whether the part of a title, or a name, is the site's, by its name or its
 * address; it may have so many bytes or letters `more`. */
bool title_site_like(const struct page *, str part, size_t more);
/* "example" of www.example.org, by the page's address, else by the name of the
 * site if that is one; may be empty. */
str title_host(const struct page *);
/* The headline alone; `site` may be empty. */
str title_bare(str title, str site);

/* authors.c: how sure it is that the words name who wrote the page: a line
 * looks like it, an element stands in that place, somebody says so, a link
 * does, to a page about that author. */
enum trust { TRUST_LINE, TRUST_SHOWN, TRUST_SAID, TRUST_LINKED };
/* Adds the persons that the words of a byline name; false: none. An agency
 * becomes the article's. */
bool authors_add(struct page *, str words, enum trust);
/* The one author has a single name, and the line begins with the whole of it:
 * "Ann Lee writes on …". */
void authors_fuller(struct page *, str line);
/* The same of a line of the page: one that begins as bylines do, names a
 * person beside a day or, at the end of the text, a person alone. */
bool authors_line(struct page *, const struct raw *, bool end);
/* The site's own name, a firm, an address. */
bool authors_site(const struct page *, str name);

/* byline.c: persons, desks, agency */
/* What the element is as a credit; enum credit_rank. */
uint8_t byline_rank(const struct markup_tag *);
#define BYLINE_MOST 160 /* bytes of a credit; longer ones are none */
void byline_credit(struct page *, str words, uint8_t rank, uint32_t node);
void byline_write(struct page *); /* once kinds are known */
void byline_agency(struct page *);

/* dates.c: whole days named in a line, in order; at most `most`. */
struct named_day {
    struct day day; /* year 0: not said */
    span at;        /* bytes in the line */
    bool other;     /* of another calendar */
};
size_t dates_in(struct page *, str line, enum lang, struct named_day *,
                size_t most);
/* Those of a line with a year that a page may come out in; lines in another
 * language than they look (a "Freitag, 5. Juni" alone) are read as well. */
#define DAY_FIRST 1990
#define DAY_LAST  2100
size_t dates_of(struct page *, const struct raw *, struct named_day *,
                size_t most);
bool day_sound(struct day);
/* A line that is there to tell a date: "Nov 9, 2023", "13.05.2023 - 11:08". */
bool dates_line(struct page *, const struct raw *);

/* stamp.c: days in addresses and scripts; year 0: none. */
struct day stamp_url(str url);
/* "20240219", and no digit behind. */
bool stamp_compact(str, struct day *);
/* A day in figures, day before month, that stand wide apart or have a short
 * year: "4. 2. 2022", "26 | 01 | 2022", "2.11.22"; 0 or 1. */
size_t stamp_figures(str line, struct named_day *);
/* What a page keeps for its scripts under a key like "datePublished": the
 * day, and the value as written. */
struct day stamp_state(str bytes, str *value);

/* machine.c: the day that the page tells machines. */
struct told {
    str value;      /* as written */
    struct day day; /* year 0: none */
    bool weak;      /* it may be the day of a change */
};
struct told machine_find(struct page *);
/* That of an element far from the article: better than none. */
struct told machine_far(struct page *);

/* nearby.c: the day in its year, by other days in the page; year 0: unknown. */
struct day nearby_day(const struct page *, struct day);

/* listed.c: the day that a list on the page gives itself; year 0: none. */
struct day listed_day(struct page *);

/* shown.c: the day that the page shows its readers as its own. */
struct shown {
    struct day day;   /* year 0: none */
    struct day other; /* another day of that line; year 0: none */
    bool changed;     /* the line calls it the day of a change */
};
/* Between the title and the first paragraph, where it is the surest. */
struct shown shown_head(struct page *);
/* There, just above the title, in the lines of bylines. */
struct day shown_byline(struct page *);
/* There, without its year. */
struct day shown_yearless(struct page *);
/* In a line about the title or the end of the body that was taken for
 * frame: better than none. */
struct day shown_frame(struct page *);

void published_find(struct page *); /* published.c: published, day, anchor */

#endif
