/*
 * quantity_before.c - the noun before its number, in Chinese, Japanese and
 * Korean: 无人机袭击至少有8起, 企業関係者約60人, 군인 4명.
 */
#include "evidence/quantity_parts.h"

#define BEFORE_MOST 7 /* words from a noun to the number behind it */
#define TOPIC_MOST  5 /* signs of a noun that is a topic */
#define RUN_MOST    4 /* signs of a noun that no row knows */

/* What stands before を, に or で is not what is counted behind. */
static bool
object_particle(const struct finder *f, size_t word)
{
    return quantity_function(f, word) &&
           (str_is(f->w[word].fold, "を") || str_is(f->w[word].fold, "に") ||
            str_is(f->w[word].fold, "で"));
}

bool
quantity_korean_topic(const struct finder *f, size_t word)
{
    str w = f->w[word].fold;

    return f->w[word].lang == LANG_KO &&
           (str_ends(w, STR("은")) || str_ends(w, STR("는")));
}

/* Korean 경찰은 25명이, 경찰은 9천 명으로: who tells of them, not who they
 * are; but "the dead, they are 25" is told as 사망자는 25명으로. */
static bool
other_topic(const struct finder *f, size_t word, const struct count *c)
{
    bool teller = false;

    for (size_t i = f->r->sense_at[word]; i < f->r->sense_at[word + 1]; i++)
        teller |= f->r->senses[i].kind == SENSE_CONCEPT &&
                  (f->r->senses[i].cls == CLASS_BODY ||
                   f->r->senses[i].cls == CLASS_ROLE);
    if (!quantity_korean_topic(f, word))
        return false;
    if (teller && c->counter && !c->persons)
        return true; /* 회사는 두 개 라인을: who has them */
    for (size_t at = c->num_end - 1; at < c->end; at++)
        if (str_ends(f->w[at].fold, STR("이")) ||
            (teller && c->persons &&
             (str_ends(f->w[at].fold, STR("으로")) ||
              str_ends(f->w[at].fold, STR("을")))))
            return true;
    return false;
}

/* Japanese 主催者は20万人が参加したと: who says of others that they came. */
static bool
told_topic(const struct finder *f, size_t word, const struct count *c)
{
    size_t at = c->num_end, n;
    bool who = false;

    if (!c->persons || word + 1 != c->first || !str_is(f->w[word].fold, "は"))
        return false;
    for (size_t back = 1; back <= TOPIC_MOST && back <= word; back++) {
        const struct sense *s = quantity_noun_at(f, word - back);

        who |= s && s->nwords == back &&
               (s->cls == CLASS_BODY || s->cls == CLASS_ROLE);
    }
    if (!who)
        return false;
    while (quantity_key_at(f, at, KEY_COUNT_PERSON, &n))
        at += n;
    return at < f->nwords &&
           (str_is(f->w[at].fold, "が") || str_is(f->w[at].fold, "と"));
}

/* 无人机袭击至少有8起, 企業関係者約60人, 군인 4명. */
void
quantity_noun_before(const struct finder *f, struct count *c, size_t behind)
{
    size_t start = quantity_sentence_start(f, c->num), steps = 0;

    if (start < behind)
        start = behind;
    for (size_t at = c->first; at > start && steps++ < BEFORE_MOST;) {
        const struct sense *s;

        at--;
        if (f->w[at].kind == WORD_NUMBER || f->taken[at] == TAKEN_DATE ||
            quantity_mark_is(f, at, "，,。；;：:（(）)、“”「」『』"))
            return;
        if (f->w[at].lang == LANG_JA &&
            (object_particle(f, at) || told_topic(f, at, c)))
            return;
        /* 主办方称有30万人: who says it */
        if (f->w[at].lang == LANG_ZH && c->persons &&
            quantity_class_itself(f, at, CLASS_SAY))
            return;
        if (f->w[at].lang == LANG_KO && other_topic(f, at, c))
            return;
        s = quantity_noun_at(f, at);
        if (s && s->nwords <= c->first - at &&
            (f->w[at].lang == LANG_KO || s->exact) &&
            /* 일자리 1200개, jobs */
            (s->cls != CLASS_ABSTRACT ||
             (f->w[at].lang == LANG_KO && at + s->nwords == c->first &&
              s->exact && c->counter && !c->persons)) &&
            /* 학교 210곳, but not where it happened */
            (s->cls != CLASS_PLACE ||
             (f->w[at].lang == LANG_KO && at + s->nwords == c->first &&
              !c->persons && str_eq(f->w[at].fold, f->w[at].stem))) &&
            s->cls != CLASS_TIME &&
            /* 여객기가 추락해 21명이: what persons are counted by */
            !(c->persons && (s->cls == CLASS_THING || s->cls == CLASS_ACT))) {
            size_t gap = c->first - (at + s->nwords);

            c->counted = s->id;
            c->head = at;
            if (gap <= 3)
                c->left = at;
            return;
        }
    }
}

/* Japanese 茶碗26点: of things that no row knows the run of signs right before
 * their number. */
static void
run_before(const struct finder *f, struct count *c)
{
    size_t at = c->first, start = quantity_sentence_start(f, c->num);

    if (f->w[c->num].lang != LANG_JA || !c->counter || c->persons || !c->digits)
        return;
    while (at > start && c->first - at < RUN_MOST && quantity_glued(f, at) &&
           f->w[at - 1].kind == WORD_LETTERS &&
           f->w[at - 1].script == SCRIPT_HAN && !f->taken[at - 1] &&
           !quantity_function(f, at - 1) &&
           !reading_sense(f->r, at - 1, SENSE_NUMBER))
        at--;
    if (c->first - at < 2)
        return;
    if (str_is(f->w[c->end - 1].fold, "点"))
        c->counted = lexicon_concept(f->lx, "object-item");
    else
        c->noun = str_cut(f->r->w.text, f->w[at].start, f->w[c->first - 1].end);
    c->head = c->left = at;
}

/* Japanese 400棟が浸水: some counters tell what they count. */
static void
counter_tells(const struct finder *f, struct count *c)
{
    static const char *const tellers[] = {"棟", "校", "社", "店", "隻"};
    const struct sense *s = quantity_noun_at(f, c->num_end);

    if (f->w[c->num].lang != LANG_JA || !c->counter || c->persons || !s ||
        !s->exact || c->num_end >= c->end)
        return;
    for (size_t i = 0; i < sizeof tellers / sizeof *tellers; i++)
        if (str_is(f->w[c->num_end].fold, tellers[i])) {
            c->counted = s->id;
            c->head = c->num_end;
            return;
        }
}

/* 두 개 라인을: behind a counter of things an object that no row knows. */
static void
object_behind(const struct finder *f, struct count *c)
{
    size_t at = c->end;

    if (f->w[c->num].lang != LANG_KO || !c->counter || c->persons ||
        at >= quantity_sentence_end(f, c->num) ||
        f->w[at].kind != WORD_LETTERS || f->taken[at] ||
        !(str_ends(f->w[at].fold, STR("을")) ||
          str_ends(f->w[at].fold, STR("를"))))
        return;
    c->noun = f->w[at].stem;
    c->head = at;
    c->right = at + 1;
}

void
quantity_noun_counted(const struct finder *f, struct count *c)
{
    if (c->head == NO_WORD)
        run_before(f, c);
    if (c->head == NO_WORD)
        counter_tells(f, c);
    if (c->head == NO_WORD)
        object_behind(f, c);
}
