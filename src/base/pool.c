/* pool.c - plain threads; the callers never see one. */
#include "base/pool.h"

#include "base/oom.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#define POOL_MOST_THREADS 64
/* ICU and libxml2 recurse little, but text comes from outside. */
#define POOL_STACK_BYTES ((size_t)4 * 1024 * 1024)

size_t
pool_processors(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);

    return n < 1 ? 1 : n > POOL_MOST_THREADS ? POOL_MOST_THREADS : (size_t)n;
}

static size_t
thread_count(size_t asked)
{
    if (asked == 0)
        return pool_processors();
    return asked > POOL_MOST_THREADS ? POOL_MOST_THREADS : asked;
}

static bool
start(pthread_t *t, void *(*run)(void *), void *ctx)
{
    pthread_attr_t attr;
    bool ok;

    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, POOL_STACK_BYTES);
    ok = pthread_create(t, &attr, run, ctx) == 0;
    pthread_attr_destroy(&attr);
    return ok;
}

/* ---- n jobs ---------------------------------------------------------- */

struct jobs {
    pthread_mutex_t lock;
    size_t next, n, workers;
    void (*work)(void *ctx, size_t i, size_t worker);
    void *ctx;
};

static void *
jobs_run(void *arg)
{
    struct jobs *j = arg;
    size_t worker;

    pthread_mutex_lock(&j->lock);
    worker = j->workers++;
    while (j->next < j->n) {
        size_t i = j->next++;

        pthread_mutex_unlock(&j->lock);
        j->work(j->ctx, i, worker);
        pthread_mutex_lock(&j->lock);
    }
    pthread_mutex_unlock(&j->lock);
    return NULL;
}

void
pool_run(size_t threads, size_t n,
         void (*work)(void *ctx, size_t i, size_t worker), void *ctx)
{
    struct jobs j = {PTHREAD_MUTEX_INITIALIZER, 0, n, 0, work, ctx};
    pthread_t t[POOL_MOST_THREADS];
    size_t started = 0;

    threads = thread_count(threads);
    if (threads > n)
        threads = n;
    /* this thread is one of them */
    while (started + 1 < threads && start(&t[started], jobs_run, &j))
        started++;
    jobs_run(&j);
    for (size_t i = 0; i < started; i++)
        pthread_join(t[i], NULL);
}

/* ---- a stream -------------------------------------------------------- */

enum state { FREE, WAITING, TAKEN, READY };

struct stream {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    void *items[POOL_MOST_THREADS * 4];
    enum state state[POOL_MOST_THREADS * 4];
    size_t room;
    size_t read, out;      /* items read so far, handed out so far */
    bool ended;            /* next() gave NULL */
    bool reading, handing; /* a thread is in next() or in done() */
    void *(*next)(void *);
    void (*work)(void *, void *);
    void (*done)(void *, void *);
    void *ctx;
};

/* Hands out what is ready at the head of the line. The lock is held. */
static bool
hand_out(struct stream *s)
{
    bool some = false;

    while (!s->handing && s->out < s->read &&
           s->state[s->out % s->room] == READY) {
        size_t at = s->out % s->room;

        s->handing = true;
        pthread_mutex_unlock(&s->lock);
        s->done(s->ctx, s->items[at]);
        pthread_mutex_lock(&s->lock);
        s->handing = false;
        s->state[at] = FREE;
        s->out++;
        some = true;
        pthread_cond_broadcast(&s->changed);
    }
    return some;
}

/* Reads one more where there is room. The lock is held. */
static bool
read_one(struct stream *s)
{
    void *item;

    if (s->ended || s->reading || s->read - s->out >= s->room)
        return false;
    s->reading = true;
    pthread_mutex_unlock(&s->lock);
    item = s->next(s->ctx);
    pthread_mutex_lock(&s->lock);
    s->reading = false;
    if (item) {
        s->items[s->read % s->room] = item;
        s->state[s->read % s->room] = WAITING;
        s->read++;
    } else {
        s->ended = true;
    }
    pthread_cond_broadcast(&s->changed);
    return true;
}

/* Works on the oldest item that waits. The lock is held. */
static bool
work_one(struct stream *s)
{
    for (size_t i = s->out; i < s->read; i++) {
        size_t at = i % s->room;

        if (s->state[at] != WAITING)
            continue;
        s->state[at] = TAKEN;
        pthread_mutex_unlock(&s->lock);
        s->work(s->ctx, s->items[at]);
        pthread_mutex_lock(&s->lock);
        s->state[at] = READY;
        pthread_cond_broadcast(&s->changed);
        return true;
    }
    return false;
}

static void *
stream_run(void *arg)
{
    struct stream *s = arg;

    pthread_mutex_lock(&s->lock);
    while (!(s->ended && s->out == s->read)) {
        if (hand_out(s) || work_one(s) || read_one(s))
            continue;
        if (!(s->ended && s->out == s->read))
            pthread_cond_wait(&s->changed, &s->lock);
    }
    pthread_cond_broadcast(&s->changed);
    pthread_mutex_unlock(&s->lock);
    return NULL;
}

void
pool_stream(size_t threads, void *(*next)(void *ctx),
            void (*work)(void *ctx, void *item),
            void (*done)(void *ctx, void *item), void *ctx)
{
    struct stream *s = oom_malloc(sizeof *s);
    pthread_t t[POOL_MOST_THREADS];
    size_t started = 0;

    threads = thread_count(threads);
    *s = (struct stream){.lock = PTHREAD_MUTEX_INITIALIZER,
                         .changed = PTHREAD_COND_INITIALIZER,
                         .room = threads * 4,
                         .next = next,
                         .work = work,
                         .done = done,
                         .ctx = ctx};
    while (started + 1 < threads && start(&t[started], stream_run, s))
        started++;
    stream_run(s);
    for (size_t i = 0; i < started; i++)
        pthread_join(t[i], NULL);
    free(s);
}

/* ---- a lock ------------------------------------------------------------ */

struct pool_lock {
    pthread_mutex_t mutex;
};

struct pool_lock *
pool_lock_open(void)
{
    struct pool_lock *l = oom_malloc(sizeof *l);

    *l = (struct pool_lock){PTHREAD_MUTEX_INITIALIZER};
    return l;
}

void
pool_lock_close(struct pool_lock *l)
{
    pthread_mutex_destroy(&l->mutex);
    free(l);
}

void
pool_lock_take(struct pool_lock *l)
{
    pthread_mutex_lock(&l->mutex);
}

void
pool_lock_give(struct pool_lock *l)
{
    pthread_mutex_unlock(&l->mutex);
}
