/* lineage.c - who copied whom, with the words that changed. */
#include "brief/inside.h"

void
lineage_tell(struct tale *t)
{
    struct samestory_link *links =
        arena_new(t->mem, struct samestory_link, t->set->nlinks);
    size_t n = 0;

    for (size_t i = 0; i < t->set->nlinks; i++) {
        const struct link *l = &t->set->links[i];
        struct samestory_change *changes;

        if (t->set->story[l->from] != t->set->story[t->members[0]] ||
            t->set->story[l->to] != t->set->story[t->members[0]])
            continue;
        changes = arena_new(t->mem, struct samestory_change, l->nchanges);
        for (size_t k = 0; k < l->nchanges; k++)
            changes[k] =
                (struct samestory_change){arena_z(t->mem, l->changes[k].from),
                                          arena_z(t->mem, l->changes[k].to),
                                          change_kind_name(l->changes[k].kind)};
        links[n++] = (struct samestory_link){.from = t->article_ids[l->from],
                                             .to = t->article_ids[l->to],
                                             .kind = link_kind_name(l->kind),
                                             .overlap = l->overlap,
                                             .certain = l->certain,
                                             .changes = changes,
                                             .nchanges = l->nchanges};
    }
    t->out->lineage = links;
    t->out->nlineage = n;
}
