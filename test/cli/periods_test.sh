#!/bin/sh
# What years apart is told counts for nothing: two periods make the same
# stories whether they come in together or one by one.
bad=0
# forty notes, two by two, that share ever less; years later a crowd of the same things
awk 'BEGIN {
    n = split("fire storm bridge court police mayor school bank train flood strike election " \
              "hospital airport prison minister harvest drought museum tunnel", w, " ")
    for (i = 0; i < 40; i++) {
        k = int(i / 2); s = ""
        for (j = 0; j < 12; j++)
            s = s " " w[(k + j + (i % 2 && j < k ? 7 : 0)) % n + 1] " " \
                (j < 12 - k || i % 2 ? 100 + k * 12 + j : 900 + j)
        printf "{\"lang\":\"en\",\"date\":\"2020-01-%02d\",\"title\":\"Note %d\",", 1 + k, i
        printf "\"text\":\"The council of Orwick heard of%s.\"}\n", s
    }
    for (i = 0; i < 60; i++) {
        s = ""
        for (j = 0; j < 8; j++) s = s " " w[(i * 3 + j) % n + 1]
        printf "{\"lang\":\"en\",\"date\":\"2024-01-%02d\",\"title\":\"Town %d\",", 1 + i % 20, i
        printf "\"text\":\"The council of Orwick heard of%s %d.\"}\n", s, 5000 + i
    }
}' > all.jsonl
head -n 40 all.jsonl > early.jsonl
tail -n +41 all.jsonl > late.jsonl
stories() { "$BIN" stories --store "$1" | grep -o '"articles":\[[^]]*\]' | sort; }
"$BIN" add --store once.db all.jsonl > /dev/null || { echo "add: exit"; bad=1; }
"$BIN" add --store two.db early.jsonl > /dev/null
"$BIN" add --store two.db late.jsonl > /dev/null
stories once.db > a
stories two.db > b
n=$(wc -l < a)
[ "$n" -gt 5 ] && [ "$n" -lt 100 ] || { echo "$n stories"; bad=1; }
cmp -s a b || { echo "together they make other stories"; diff a b | head; bad=1; }
exit $bad
