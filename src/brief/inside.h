/*
 * inside.h - one story on its way to the brief. For brief/ alone.
 *
 * Bearers are persons, bodies and places of the story, each with all marks
 * of it in all articles. Readings are its quantity marks. Everything lives
 * in the answer's arena.
 */
#ifndef SAMESTORY_BRIEF_INSIDE_H
#define SAMESTORY_BRIEF_INSIDE_H

#include "brief/brief.h"
#include "lexicon/likeness.h"

#define NOBODY UINT32_MAX

/* A person, body or place. */
struct bearer {
    const char *id;
    enum name_kind kind;
    uint8_t guess; /* as of name_mark */
    uint8_t known_kind;
    uint32_t known;
    str label;
    uint32_t role, role_place;
    size_t nmarks; /* sure ones */
    size_t narticles;
    uint32_t first; /* article and place of its first mark, for order */
    uint32_t first_at;
};

/* A name mark of an article of the story. */
struct form {
    uint32_t article; /* index in the set */
    uint32_t mark;    /* index in its names */
    uint32_t bearer;
};

/* A quantity mark of an article of the story. */
struct reading_of {
    uint32_t article, mark;
    uint32_t part;  /* language part of the page: its own translation is
                       no second voice but may repeat the figure */
    uint32_t group; /* readings of one thing */
};

struct tale {
    const struct lexicon *lx;
    const struct set *set;
    struct arena *mem;
    enum lang reader; /* whose words labels are made of */
    const char *const *article_ids;
    const char *const *voice_ids;
    const struct day *day;    /* of publication, filled in; of each article */
    const struct day *anchor; /* what "Friday" counts from */
    uint32_t *members;        /* articles of the story, by index */
    size_t nmembers;
    struct bearer *bearers;
    size_t nbearers;
    struct form *forms; /* by bearer, then article, then place */
    size_t nforms;
    uint32_t **bearer_of; /* [article][name mark] or NOBODY */
    uint64_t *after; /* page << 32 | page that tells earlier counts, by value */
    size_t nafter;
    struct samestory_story *out;
};

struct samestory_form tale_form(const struct tale *, uint32_t article, span);
/* The sentence around a place, without line ends, as an own text. */
const char *tale_sentence(const struct tale *, uint32_t article, uint32_t at);

/* days.c: fills in what pages do not tell of their day. */
void days_settle(const struct lexicon *, const struct set *, struct day *day,
                 struct day *anchor, enum published_from *from, struct arena *);
/* Whether the mark is the date of the page's dateline. */
bool days_is_dateline(const struct article *, const struct date_mark *);
/* meaning.c: what the name of a body says, word by word. */
#define MEANING_MOST_SLOTS        8
#define MEANING_MOST_ALTERNATIVES 4
struct meaning_slot {
    uint32_t id[MEANING_MOST_ALTERNATIVES];
    uint32_t n, weight;
};
struct meaning {
    struct meaning_slot slot[MEANING_MOST_SLOTS];
    uint32_t nslots;
    uint32_t land; /* country, 0 where none is said */
    uint32_t home; /* … then whose an office is in the page's language; or 0 */
    bool office;
    str rest; /* what means nothing */
    struct sound sound;
};
void meaning_of(const struct lexicon *, const struct article *,
                const struct name_mark *, struct meaning *, struct arena *);
/* Whether two bodies are called the same, in any languages. */
bool meaning_same(const struct lexicon *, const struct meaning *,
                  const struct meaning *);

/* bearers.c, timeline.c, figures.c, dispute.c, quotes.c, lineage.c: parts of
 * the story, each reading what those before it wrote. */
void bearers_tell(struct tale *);
void timeline_tell(struct tale *);
void figures_tell(struct tale *);
void disputes_tell(struct tale *);
void quotes_tell(struct tale *);
void lineage_tell(struct tale *);

/* align.c: groups of readings of one thing; returns how many. */
size_t align_readings(const struct tale *, struct reading_of *, size_t n);
/* series.c: whether the later of two readings only knows more than the one
 * before: a count that grew. */
bool series_updates(const struct tale *, const struct reading_of *later,
                    const struct reading_of *before);
/* Takes from readings, sorted by group, which page comes after which. */
void series_order(struct tale *, const struct reading_of *, size_t n);
/* Whether the page of a larger count of people's fate comes after that of the
 * other one, as another figure of theirs says. */
bool series_after(const struct tale *, const struct reading_of *later,
                  const struct reading_of *before);
/* Whether words in its sentence say that a count went on: "rose to". */
bool series_goes_on(const struct tale *, const struct reading_of *);
/* Whether a figure grew from day to day: the pages of each day tell one count
 * and those of the next a larger one, with two pages or more on both sides. */
bool series_grows(const struct tale *, const struct reading_of *const *,
                  size_t n);
/* rivals.c: how a page that tells two figures tells them: as two things, as
 * rivals or one as the later count, or as rivals side by side by whom two stand
 * who say so. The two are of one article, in either order. */
enum rivals { RIVALS_NONE, RIVALS_TOLD, RIVALS_SURE };
enum rivals rivals_of(const struct tale *, const struct reading_of *,
                      const struct reading_of *);
/* figures.c: the day a figure counts for: of its own date, else of its page. */
struct day figures_day(const struct tale *, const struct reading_of *);
/* weigh.c: status, sides, range and weight of one group, whose readings are
 * told already, in the order of the group. */
void weigh_group(const struct tale *, const struct reading_of *const *,
                 size_t n, struct samestory_quantity *);
/* denial.c: whether a figure stands under a verb of denying. */
bool denial_of(const struct tale *, const struct reading_of *);
/* label.c: what is counted, in words. */
const char *label_group(const struct tale *, const struct reading_of *const *,
                        size_t n);

const struct quantity_mark *reading_mark(const struct tale *,
                                         const struct reading_of *);
/* What the words of its sentence mean: read.senses of its article, from
 * *from to *to. */
void reading_senses(const struct tale *, const struct reading_of *,
                    size_t *from, size_t *to);

#endif
