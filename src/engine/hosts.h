/*
 * hosts.h - the frames of hosts whose pages came in by any number of adds. For
 * engine/ alone.
 *
 * The store keeps pages as they read alone, with what the frame of their host
 * took marked as such. What is frame is a function of the pages of the host
 * that are in the store (store_host_sample), and is taken out of all of
 * them. So the texts, and the stories, are the same in whatever order the
 * pages came, and however many at a time.
 */
#ifndef SAMESTORY_ENGINE_HOSTS_H
#define SAMESTORY_ENGINE_HOSTS_H

#include "engine/engine.h"

struct hosts;

struct hosts *hosts_open(void);
void hosts_close(struct hosts *);

/* A page of that host came in; the empty one is none. */
void hosts_touch(struct hosts *, str host);

/*
 * Learns what is frame on the hosts that were touched, and which pages that
 * were there before must be gone over, since it is not what it was: their ids,
 * of those below `first`. In the transaction at hand. False and e->err where it
 * failed.
 */
bool hosts_learn(struct hosts *, struct samestory *, int64_t first,
                 int64_t **ids, size_t *n, struct arena *);
/* Takes the frame of its host out of a page, as it is known now; what changes
 * is kept. *changed: its text did. */
bool hosts_apply(const struct hosts *, struct samestory *, struct article *,
                 bool *changed);

#endif
