#include "base/arena.h"
#include "lexicon/sound.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
const char sound_swap[SOUND_UNITS][LATIN_ROOM + SOUND_PLACES + 1];
const char sound_drop[SIDES][SOUND_PLACES][LATIN_ROOM + 1];
#define MAXN 24
typedef struct {
    unsigned char n, skip;
    unsigned short seg[MAXN];
    unsigned char place[MAXN];
    float mass;
} W;
typedef struct {
    W l, u;
    unsigned neg;
    char *eng;
} P; /* l latin, u other */
static float sw[SOUND_UNITS][64], swi[SOUND_UNITS][64], gl[SIDES][9][64],
    gu[SOUND_UNITS][9], gli[SIDES][9][64], gui[SOUND_UNITS][9];
static float a_sw[SOUND_UNITS][64], a_gl[SIDES][9][64], a_gu[SOUND_UNITS][9];
static float KAPPA = 12, THETA = .72f, VM = .5f, N0 = 0, CONS = 1;
static float
mass1(unsigned u)
{
    return sound_vowel(u)                        ? VM
           : (u == L_H || u == L_W || u == L_YC) ? .7f
                                                 : CONS;
}
static void
fin(W *w)
{
    w->mass = 0;
    for (int i = 0; i < w->n; i++) {
        int p = i ? (sound_vowel(w->seg[i - 1]) ? 1 : 2) : 0,
            q = i + 1 < w->n ? (sound_vowel(w->seg[i + 1]) ? 1 : 2) : 0;
        w->place[i] = p * 3 + q;
        w->mass += mass1(w->seg[i]);
    }
}
static bool
mk(const struct lexicon *lx, const char *s, size_t n, W *w)
{
    struct sound so;
    sound_of(lx, (str){s, n}, &so);
    w->n = 0;
    w->skip = 0;
    if (so.nwords != 1)
        return false;
    w->skip = so.word[0].skip;
    for (int i = 0; i < so.word[0].n; i++)
        w->seg[w->n++] = so.word[0].seg[i];
    if (!w->n)
        return false;
    for (int i = 0; i < w->n; i++)
        if (w->seg[i] >= SOUND_UNITS)
            return false;
    fin(w);
    return true;
}
static W
unskip(const W *w)
{
    W r = *w;
    r.n = w->n - w->skip;
    memmove(r.seg, r.seg + w->skip, r.n * 2);
    r.skip = 0;
    fin(&r);
    return r;
}
static int T; /* side */
/* DP: latin rows i, other cols j */
static unsigned char bt[MAXN + 1][MAXN + 1];
static float
dp(const W *a, const W *b)
{
    static float D[MAXN + 1][MAXN + 1];
    for (int i = 0; i <= a->n; i++)
        for (int j = 0; j <= b->n; j++) {
            if (!i && !j) {
                D[0][0] = 0;
                continue;
            }
            float best = 1e9;
            int w = 0;
            if (i && j) {
                float c =
                    D[i - 1][j - 1] + (T ? sw[b->seg[j - 1]][a->seg[i - 1]]
                                       : a->seg[i - 1] == b->seg[j - 1]
                                           ? 0
                                           : sw[b->seg[j - 1]][a->seg[i - 1]]);
                best = c;
                w = 1;
            }
            if (i) {
                float c = D[i - 1][j] + gl[T][a->place[i - 1]][a->seg[i - 1]];
                if (c < best) {
                    best = c;
                    w = 2;
                }
            }
            if (j) {
                float c =
                    D[i][j - 1] + (T ? gu[b->seg[j - 1]][b->place[j - 1]]
                                     : gl[0][b->place[j - 1]][b->seg[j - 1]]);
                if (c < best) {
                    best = c;
                    w = 3;
                }
            }
            D[i][j] = best;
            bt[i][j] = w;
        }
    return D[a->n][b->n];
}
static float
score(const W *a, const W *b)
{
    float s = 1 - dp(a, b) / (a->mass + b->mass + N0);
    if (b->skip) {
        W r = unskip(b);
        float t = 1 - dp(a, &r) / (a->mass + r.mass + N0) - .02f;
        if (t > s)
            s = t;
    }
    return s < 0 ? 0 : s;
}
static int
lev(const char *a, const char *b)
{
    int n = strlen(a), m = strlen(b);
    static int d[64][64];
    if (n > 60)
        n = 60;
    if (m > 60)
        m = 60;
    for (int i = 0; i <= n; i++)
        d[i][0] = i;
    for (int j = 0; j <= m; j++)
        d[0][j] = j;
    for (int i = 1; i <= n; i++)
        for (int j = 1; j <= m; j++) {
            int c = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            if (d[i - 1][j] + 1 < c)
                c = d[i - 1][j] + 1;
            if (d[i][j - 1] + 1 < c)
                c = d[i][j - 1] + 1;
            d[i][j] = c;
        }
    return d[n][m];
}
static unsigned long long rs = 88172645463325252ull;
static unsigned
rnd(unsigned n)
{
    rs ^= rs << 13;
    rs ^= rs >> 7;
    rs ^= rs << 17;
    return (rs >> 16) % n;
}
/* ---- data ---- */
static P *ps[SIDES];
static size_t np[SIDES], cap[SIDES];
static void
load(const struct lexicon *lx, const char *path, int t)
{
    FILE *f = fopen(path, "r");
    if (!f) {
        perror(path);
        return;
    }
    static char buf[4096];
    while (fgets(buf, sizeof buf, f)) {
        char *e = strtok(buf, "\t"), *n = strtok(NULL, "\t\n");
        if (!e || !n)
            continue;
        P p;
        memset(&p, 0, sizeof p);
        if (!mk(lx, e, strlen(e), &p.l) || !mk(lx, n, strlen(n), &p.u))
            continue;
        if (p.l.seg[0] >= 64)
            continue;
        if (sound_side(p.u.seg[0]) != (unsigned)t)
            continue;
        for (int i = 0; i < p.u.n; i++)
            if (sound_side(p.u.seg[i]) != (unsigned)t)
                goto next;
        for (int i = 0; i < p.l.n; i++)
            if (p.l.seg[i] >= 64)
                goto next;
        p.eng = strdup(e);
        if (np[t] == cap[t]) {
            cap[t] = cap[t] ? cap[t] * 2 : 1024;
            ps[t] = realloc(ps[t], cap[t] * sizeof(P));
        }
        ps[t][np[t]++] = p;
    next:;
    }
    fclose(f);
}
/* ---- EM ---- */
static double q[SOUND_UNITS][64], ql[9][64], qu[SOUND_UNITS][9];
static void
em(int t, int iters)
{
    T = t;
    P *p = ps[t];
    size_t n = np[t];
    static double c[SOUND_UNITS][64], cl[9][64], cu[SOUND_UNITS][9];
    for (int u = 0; u < SOUND_UNITS; u++) {
        for (int l = 0; l < 64; l++)
            q[u][l] = sound_vowel(u) == sound_vowel(l) ? 1e-3 : 2e-4;
        for (int k = 0; k < 9; k++)
            qu[u][k] = 2e-3;
    }
    for (int k = 0; k < 9; k++)
        for (int l = 0; l < 64; l++)
            ql[k][l] = 2e-3;
    static double F[MAXN + 1][MAXN + 1], B[MAXN + 1][MAXN + 1];
    for (int it = 0; it < iters; it++) {
        double ll = 0;
        memset(c, 0, sizeof c);
        memset(cl, 0, sizeof cl);
        memset(cu, 0, sizeof cu);
        for (size_t x = 0; x < n; x++) {
            W *a = &p[x].l, *b = &p[x].u;
            int A = a->n, M = b->n;
            for (int i = 0; i <= A; i++)
                for (int j = 0; j <= M; j++) {
                    double s = !i && !j;
                    if (i && j)
                        s += F[i - 1][j - 1] * q[b->seg[j - 1]][a->seg[i - 1]];
                    if (i)
                        s += F[i - 1][j] * ql[a->place[i - 1]][a->seg[i - 1]];
                    if (j)
                        s += F[i][j - 1] * qu[b->seg[j - 1]][b->place[j - 1]];
                    F[i][j] = s;
                }
            for (int i = A; i >= 0; i--)
                for (int j = M; j >= 0; j--) {
                    double s = i == A && j == M;
                    if (i < A && j < M)
                        s += B[i + 1][j + 1] * q[b->seg[j]][a->seg[i]];
                    if (i < A)
                        s += B[i + 1][j] * ql[a->place[i]][a->seg[i]];
                    if (j < M)
                        s += B[i][j + 1] * qu[b->seg[j]][b->place[j]];
                    B[i][j] = s;
                }
            double Z = F[A][M];
            if (Z < 1e-250)
                continue;
            ll += log(Z);
            for (int i = 0; i <= A; i++)
                for (int j = 0; j <= M; j++) {
                    if (i && j)
                        c[b->seg[j - 1]][a->seg[i - 1]] +=
                            F[i - 1][j - 1] * q[b->seg[j - 1]][a->seg[i - 1]] *
                            B[i][j] / Z;
                    if (i)
                        cl[a->place[i - 1]][a->seg[i - 1]] +=
                            F[i - 1][j] * ql[a->place[i - 1]][a->seg[i - 1]] *
                            B[i][j] / Z;
                    if (j)
                        cu[b->seg[j - 1]][b->place[j - 1]] +=
                            F[i][j - 1] * qu[b->seg[j - 1]][b->place[j - 1]] *
                            B[i][j] / Z;
                }
        }
        double tot = 0;
        for (int u = 0; u < SOUND_UNITS; u++) {
            for (int l = 0; l < 64; l++)
                tot += c[u][l] += .05;
            for (int k = 0; k < 9; k++)
                tot += cu[u][k] += .2;
        }
        for (int k = 0; k < 9; k++)
            for (int l = 0; l < 64; l++)
                tot += cl[k][l] += .2;
        for (int u = 0; u < SOUND_UNITS; u++) {
            for (int l = 0; l < 64; l++)
                q[u][l] = c[u][l] / tot;
            for (int k = 0; k < 9; k++)
                qu[u][k] = cu[u][k] / tot;
        }
        for (int k = 0; k < 9; k++)
            for (int l = 0; l < 64; l++)
                ql[k][l] = cl[k][l] / tot;
        fprintf(stderr, "side %d it %d ll %.4f\n", t, it, ll / n);
    }
    /* costs */
    int lo = t == 0   ? 0
             : t == 1 ? CYRILLIC_AT
             : t == 2 ? ARABIC_AT
             : t == 3 ? HEBREW_AT
             : t == 4 ? KANA_AT
             : t == 5 ? HANGUL_AT
                      : HAN_AT,
        hi = t == 0   ? 64
             : t == 1 ? ARABIC_AT
             : t == 2 ? HEBREW_AT
             : t == 3 ? KANA_AT
             : t == 4 ? HANGUL_AT
             : t == 5 ? HAN_AT
                      : SOUND_UNITS;
    float al = .22f;
    double rm[SOUND_UNITS], cm[64];
    for (int u = lo; u < hi; u++) {
        rm[u] = 0;
        for (int l = 0; l < 64; l++)
            if (q[u][l] > rm[u])
                rm[u] = q[u][l];
    }
    for (int l = 0; l < 64; l++) {
        cm[l] = 0;
        for (int u = lo; u < hi; u++)
            if (q[u][l] > cm[l])
                cm[l] = q[u][l];
    }
    for (int u = lo; u < hi; u++)
        for (int l = 0; l < 64; l++) {
            double v = -.5 * al * (log(q[u][l] / rm[u]) + log(q[u][l] / cm[l]));
            sw[u][l] = v > 2.2 ? 2.2 : v;
        }
    /* gaps: by share within the place */
    for (int k = 0; k < 9; k++)
        for (int l = 0; l < 64; l++) {
            double all = 0;
            for (int u = lo; u < hi; u++)
                all += q[u][l];
            double v = -al * log(ql[k][l] * 9 / (all + 1e-9));
            if (v < .08)
                v = .08;
            if (v > 1.3)
                v = 1.3;
            gl[t][k][l] = v;
        }
    for (int u = lo; u < hi; u++)
        for (int k = 0; k < 9; k++) {
            double all = 0;
            for (int l = 0; l < 64; l++)
                all += q[u][l];
            double v = -al * log(qu[u][k] * 9 / (all + 1e-9));
            if (v < .08)
                v = .08;
            if (v > 1.3)
                v = 1.3;
            gu[u][k] = v;
        }
}
/* ---- negatives ---- */
static float PW;
typedef struct {
    W l, u;
    unsigned char y;
    float w;
} Q;
static Q *qs[SIDES];
static size_t nq[SIDES];
static void
negs0(size_t most, unsigned pool)
{
    P *p = ps[0], *r = ps[1];
    size_t n = np[0];
    size_t m = n < most ? n : most, k = 0;
    qs[0] = malloc(sizeof(Q) * m * 9);
    for (size_t x = 0; x < m; x++) {
        P *a = &p[n <= most ? x : rnd(n)];
        qs[0][k++] = (Q){a->l, a->u, 1, PW};
        int bd[5] = {99, 99, 99, 99, 99};
        P *bp[5] = {0};
        for (unsigned z = 0; z < pool * 2; z++) {
            P *b = &r[rnd(np[1])];
            if ((b->eng[0] | 32) != (a->eng[0] | 32) && z % 8)
                continue;
            int d = lev(a->eng, b->eng);
            if (d < 1 || d >= bd[4])
                continue;
            T = 1;
            if (score(&a->l, &b->u) > .55f || score(&b->l, &b->u) < .75f)
                continue;
            bool dup = 0;
            for (int i = 0; i < 5; i++)
                dup |= bp[i] == b;
            if (dup)
                continue;
            int i = 4;
            while (i > 0 && bd[i - 1] > d) {
                bd[i] = bd[i - 1];
                bp[i] = bp[i - 1];
                i--;
            }
            bd[i] = d;
            bp[i] = b;
        }
        for (int i = 0; i < 5; i++)
            if (bp[i])
                qs[0][k++] = (Q){a->l, bp[i]->l, 0, 1};
    }
    nq[0] = k;
    fprintf(stderr, "latin %zu examples\n", k);
}
static void
latin_pos(int t)
{
    P *r = ps[t];
    size_t n = np[t];
    T = t;
    static size_t cap0 = 0;
    unsigned H = 1 << 18;
    int *head = malloc(sizeof(int) * H), *nx = malloc(sizeof(int) * n);
    memset(head, -1, sizeof(int) * H);
    for (size_t i = 0; i < n; i++) {
        unsigned h = 2166136261u;
        for (int k = 0; k < r[i].u.n; k++)
            h = (h ^ r[i].u.seg[k]) * 16777619u;
        h &= H - 1;
        nx[i] = -1;
        if (score(&r[i].l, &r[i].u) < .82f)
            continue;
        for (int j = head[h], c = 0; j >= 0 && c < 6; j = nx[j], c++)
            if (r[j].u.n == r[i].u.n &&
                !memcmp(r[j].u.seg, r[i].u.seg, 2 * r[i].u.n) &&
                strcmp(r[j].eng, r[i].eng)) {
                int L = strlen(r[i].eng);
                if (lev(r[i].eng, r[j].eng) * (t == 1 ? 4 : 5) > L * 2)
                    continue;
                P p;
                memset(&p, 0, sizeof p);
                p.l = r[i].l;
                p.u = r[j].l;
                p.eng = r[i].eng;
                if (np[0] == cap0) {
                    cap0 = cap0 ? cap0 * 2 : 1024;
                    ps[0] = realloc(ps[0], cap0 * sizeof(P));
                }
                ps[0][np[0]++] = p;
            }
        nx[i] = head[h];
        head[h] = i;
    }
    fprintf(stderr, "latin pairs %zu\n", np[0]);
}
static void
negs(int t, size_t most, unsigned pool)
{
    P *p = ps[t];
    size_t n = np[t];
    if (!n)
        return;
    size_t m = n < most ? n : most;
    qs[t] = malloc(sizeof(Q) * m * 9);
    size_t k = 0;
    for (size_t x = 0; x < m; x++) {
        P *a = &p[n <= most ? x : rnd(n)];
        qs[t][k++] = (Q){a->l, a->u, 1, PW};
        int bd[5] = {99, 99, 99, 99, 99};
        P *bp[5] = {0};
        for (unsigned z = 0; z < pool; z++) {
            P *b = &p[rnd(n)];
            if ((b->eng[0] | 32) != (a->eng[0] | 32)) {
                if (z % 8)
                    continue;
            }
            int d = lev(a->eng, b->eng);
            if (d < 1 || d >= bd[4])
                continue;
            bool dup = 0;
            for (int i = 0; i < 5; i++)
                dup |= bp[i] && (bp[i] == b ||
                                 (bp[i]->u.n == b->u.n &&
                                  !memcmp(bp[i]->u.seg, b->u.seg, b->u.n * 2)));
            if (b->u.n == a->u.n && !memcmp(b->u.seg, a->u.seg, b->u.n * 2))
                dup = 1;
            if (dup)
                continue;
            int i = 4;
            while (i > 0 && bd[i - 1] > d) {
                bd[i] = bd[i - 1];
                bp[i] = bp[i - 1];
                i--;
            }
            bd[i] = d;
            bp[i] = b;
        }
        for (int i = 0; i < 5; i++)
            if (bp[i])
                qs[t][k++] = (Q){a->l, bp[i]->u, 0, 1};
        for (int i = 0; i < 2; i++) {
            P *b = &p[rnd(n)];
            qs[t][k++] = (Q){a->l, b->u, 0, 1};
        }
    }
    nq[t] = k;
    fprintf(stderr, "side %d: %zu examples\n", t, k);
}
static float PW = 1;
static unsigned POOL = 700;
static float NOISE = .985f;
static float LR = .05f, REG = 2e-6f;
static void
upd(float *x, float *acc, float g, float init, float lo, float hi)
{
    g += REG * (*x - init);
    *acc += g * g;
    *x -= LR * g / (sqrtf(*acc) + 1e-3f);
    if (*x < lo)
        *x = lo;
    if (*x > hi)
        *x = hi;
}
static void
sgd(int t, int epochs)
{
    T = t;
    Q *Z = qs[t];
    size_t n = nq[t];
    memcpy(swi, sw, sizeof sw);
    memcpy(gli, gl, sizeof gl);
    memcpy(gui, gu, sizeof gu);
    for (int e = 0; e < epochs; e++) {
        double loss = 0;
        size_t err = 0;
        for (size_t i = n; i > 1; i--) {
            size_t j = rnd(i);
            Q tmp = Z[i - 1];
            Z[i - 1] = Z[j];
            Z[j] = tmp;
        }
        for (size_t x = 0; x < n; x++) {
            W *a = &Z[x].l;
            W b = Z[x].u;
            if (b.skip) {
                W r = unskip(&b);
                float s1 = 1 - dp(a, &b) / (a->mass + b.mass + N0),
                      s2 = 1 - dp(a, &r) / (a->mass + r.mass + N0) - .02f;
                if (s2 > s1)
                    b = r;
            }
            float N = a->mass + b.mass + N0, s = 1 - dp(a, &b) / N;
            float z = KAPPA * (s - THETA) * (Z[x].y ? 1 : -1);
            float l = log1pf(expf(-z)), pr = 1 / (1 + expf(z));
            loss += l * Z[x].w;
            err += z < 0;
            if (Z[x].y && pr > NOISE)
                continue; /* noise */
            float g =
                (Z[x].y ? 1 : -1) * pr * KAPPA / N * Z[x].w; /* dloss/dcost */
            int i = a->n, j = b.n;
            while (i || j) {
                int w = bt[i][j];
                if (w == 1) {
                    unsigned u = b.seg[j - 1], v = a->seg[i - 1];
                    if (t || u != v) {
                        upd(&sw[u][v], &a_sw[u][v], g, swi[u][v], 0, 2.75f);
                        if (!t)
                            sw[v][u] = sw[u][v];
                    }
                    i--;
                    j--;
                } else if (w == 2) {
                    unsigned v = a->seg[i - 1], k = a->place[i - 1];
                    upd(&gl[t][k][v], &a_gl[t][k][v], g, gli[t][k][v], .05f,
                        2.7f);
                    i--;
                } else {
                    unsigned u = b.seg[j - 1], k = b.place[j - 1];
                    if (t)
                        upd(&gu[u][k], &a_gu[u][k], g, gui[u][k], .05f, 2.7f);
                    else
                        upd(&gl[0][k][u], &a_gl[0][k][u], g, gli[0][k][u], .05f,
                            2.7f);
                    j--;
                }
            }
        }
        fprintf(stderr, "side %d epoch %d loss %.4f err %.4f\n", t, e, loss / n,
                (double)err / n);
    }
}
/* ---- dev ---- */
static double
f1(float *s, unsigned char *y, size_t n, float t)
{
    double tp = 0, fp = 0, fn = 0;
    for (size_t i = 0; i < n; i++) {
        if (s[i] >= t) {
            if (y[i])
                tp++;
            else
                fp++;
        } else if (y[i])
            fn++;
    }
    return tp ? 2 * tp / (2 * tp + fp + fn) : 0;
}
static void
dump(const char *path)
{
    FILE *f = fopen(path, "wb");
    fwrite(sw, sizeof sw, 1, f);
    fwrite(gl, sizeof gl, 1, f);
    fwrite(gu, sizeof gu, 1, f);
    fclose(f);
}
int
main(int argc, char **argv)
{
    struct err e;
    struct lexicon *lx = lexicon_open(argv[1], &e);
    if (!lx) {
        puts(e.words);
        return 1;
    }
    int epochs = atoi(argv[2]);
    size_t most = (size_t)atol(argv[3]);
    if (getenv("PW"))
        PW = atof(getenv("PW"));
    if (getenv("LR"))
        LR = atof(getenv("LR"));
    if (getenv("REG"))
        REG = atof(getenv("REG"));
    if (getenv("POOL"))
        POOL = atoi(getenv("POOL"));
    if (getenv("NOISE"))
        NOISE = atof(getenv("NOISE"));
    if (argc > 4)
        KAPPA = atof(argv[4]);
    if (argc > 5)
        VM = atof(argv[5]);
    if (argc > 6)
        N0 = atof(argv[6]);
    static const char *names[] = {"latin",    "russian", "arabic", "hebrew",
                                  "katakana", "korean",  "chinese"};
    char path[256];
    for (int tt = 1; tt <= SIDES; tt++) {
        int t = tt % SIDES;
        if (t)
            snprintf(path, 256, "names/%s.train.tsv", names[t]);
        else
            snprintf(path, 256, "names/latin.tsv");
        if (t)
            load(lx, path, t);
        else {
            latin_pos(1);
            latin_pos(2);
        }
        if (t == 6) {
            load(lx, "names/pinyin.tsv", 6);
        }
        if (t == 5)
            load(lx, "names/korea.tsv", 5);
        fprintf(stderr, "%s %zu\n", t ? names[t] : "latin", np[t]);
        if (!np[t])
            continue;
        if (getenv("ONLY") && t > 1)
            continue;
        em(t, t ? 8 : 5);
        if (!t)
            for (int u = 0; u < 64; u++)
                for (int l = 0; l < 64; l++)
                    sw[u][l] = u == l ? 0 : fminf(sw[u][l], sw[l][u]) * 1.0f;
        t ? negs(t, most, POOL) : negs0(most, POOL);
        sgd(t, epochs);
        /* dev by json lines: query, positives, negatives -> tsv prepared */
        snprintf(path, 256, "names/dev.%s", t ? names[t] : "latin");
        FILE *f = fopen(path, "r");
        if (f) {
            char buf[1024];
            float best = -1, bw = -1;
            char last[256] = "";
            int nqq = 0, ok = 0;
            static float S[200000];
            static unsigned char Y[200000];
            size_t m = 0;
            while (fgets(buf, 1024, f)) {
                char *y = strtok(buf, "\t"), *id = strtok(NULL, "\t"),
                     *l = strtok(NULL, "\t"), *u = strtok(NULL, "\t\n");
                W a, b;
                if (strcmp(id, last)) {
                    if (nqq)
                        ok += best > bw;
                    nqq++;
                    best = bw = -1;
                    snprintf(last, 256, "%s", id);
                }
                float s = 0;
                if (u && mk(lx, l, strlen(l), &a) && mk(lx, u, strlen(u), &b) &&
                    sound_side(b.seg[0]) == (unsigned)t)
                    s = score(&a, &b);
                if (*y == '1') {
                    if (s > best)
                        best = s;
                } else if (s > bw)
                    bw = s;
                S[m] = s;
                Y[m++] = *y == '1';
            }
            ok += best > bw;
            fclose(f);
            float bt_ = 0;
            double bf = 0;
            for (float q2 = .4; q2 < .95; q2 += .01) {
                double v = f1(S, Y, m, q2);
                if (v > bf) {
                    bf = v;
                    bt_ = q2;
                }
            }
            printf("%s acc %.3f F1@.72 %.3f best %.3f at %.2f\n", names[t],
                   (double)ok / nqq, f1(S, Y, m, .72f), bf, bt_);
            fflush(stdout);
        }
    }
    dump("names/costs.bin");
    return 0;
}
