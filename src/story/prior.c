/*
 * prior.c - shares of news articles that tell of a concept or a country,
 * where they are large. Mean over six collections (blurbs, events, wire
 * clusters, 2026-11), in five steps; what is not listed is rarer.
 */
#include "story/prior.h"

#include "base/oom.h"

struct step {
    double share;
    const char *keys;      /* of concepts, a space between */
    const char *countries; /* ISO codes */
};

static const struct step steps[] = {
    {0.230, "correspondent journalist killed people presidency president",
     "US"},
    {0.115,
     "anonymous-source attack campaign charged child citizen "
     "citizenship closed company construction decision democracy "
     "detective election employee family fans fired freed government "
     "house housing investigation law leader man "
     "member-of-parliament nationalization official perpetrator "
     "person points province relations security shot-down "
     "sports-team subscriber talks try usd win wounded",
     ""},
    {0.069,
     "administration adviser agreement aid approve arrest arrested "
     "attacker auditor authorities ban bill building business-deal "
     "candidate car city committee court crime demonstration "
     "destroyed director district draw email esports execution "
     "federation fighting final fire footballer general goal import "
     "internet interrogation interview jobs lawyer match media "
     "meeting murder newspaper parliamentary-majority party payment "
     "player police production protest reject research-study "
     "resident school senate senator set share shooting signing "
     "social-media speech spokesperson sport-injury standings "
     "striker threat user-account verdict video-game vote weapon "
     "woman writer",
     "CN FR GB RU"},
    {0.046,
     "apartment-block armed-forces award border capital-city "
     "casualty celebration chairman coach commercial-bank cost "
     "customer damage damaged damages data defeat economy education "
     "emergency evidence expert extremism film financial-loss "
     "forecast foreigner hospital host-event industry jailed judge "
     "krw landing lawsuit military-strike missing negotiations "
     "nomination opposition outer-space postpone press-conference "
     "privatization profit prohibition protester purchase region "
     "regulator religion resignation revenue sales scientist sea "
     "social-network son street supply-delivery suspect targeted tax "
     "technology television town trade university user victim "
     "violation war warning witness worker",
     "CA DE IN"},
    {0.029,
     "accident actor alert ally american-football appointment "
     "armed-conflict beating birth body-recovered book boxing "
     "brother captured champion championship chief-executive coast "
     "commission computer constitution container contract convicted "
     "corpse correction council customs daughter delayed discovery "
     "disease dismissal doctor election-debate engineer environment "
     "eur explosion father flight foreign-ministry founder gbp girl "
     "governor gun hiv-aids hospitalised humanitarian-aid "
     "independence infected intelligence investment layoffs league "
     "licence market marketplace medic migrant migration "
     "mobile-phone mother negotiator observer oil open-inaugurate "
     "parents parliament passenger-onboard peace pension plane plot "
     "police-officer police-raid population port price "
     "prime-minister prison prisoner prosecutor race racism "
     "recovered relegation reopened researcher resolution road "
     "search secretary secretary-of-state seized sexual-assault ship "
     "sport sports-club student terrorism theft title-trophy "
     "tournament trade-union train transfer trial vehicle "
     "vice-president violence visit voter warship website wedding "
     "wife",
     "EU IR JP KR SY TR UA"},
};

/* Open addressing; most of what is asked for is not there. */
enum { PRIOR_SLOTS = 2048 };

struct prior {
    struct share {
        uint32_t id; /* 0: empty; no feature has it */
        float share;
    } slots[PRIOR_SLOTS];
    size_t n;
};

static uint32_t
slot_of(const struct prior *p, uint32_t id)
{
    uint32_t i = id * 0x9E3779B1u >> 16 & (PRIOR_SLOTS - 1);

    while (p->slots[i].id && p->slots[i].id != id)
        i = (i + 1) & (PRIOR_SLOTS - 1);
    return i;
}

static void
take(struct prior *p, const char *keys, double share, bool countries)
{
    str rest = str_of(keys), key;

    while (str_next(&rest, ' ', &key)) {
        uint32_t id = countries ? feature_country(key)
                                : feature_id(FEATURE_CONCEPT, str_hash(key));

        if (++p->n > PRIOR_SLOTS / 2)
            BUG("more shares than there are slots for");
        p->slots[slot_of(p, id)] = (struct share){id, (float)share};
    }
}

const struct prior *
prior_open(struct arena *mem)
{
    struct prior *p = arena_new(mem, struct prior, 1);

    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        take(p, steps[i].keys, steps[i].share, false);
        take(p, steps[i].countries, steps[i].share, true);
    }
    return p;
}

double
prior_share(const struct prior *p, uint32_t id)
{
    return p->slots[slot_of(p, id)].share;
}
