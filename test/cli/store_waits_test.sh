#!/bin/sh
# A store of many pages takes one more without placing all again; whoever asks
# for stories sees what all at once would have made.
bad=0
fault() { echo "$*"; bad=1; }
S() { verb=$1; shift; "$BIN" "$verb" --store "$@"; }
# 1,100 notes of two days, two of each of 550 fires
awk 'BEGIN {
    for (i = 0; i < 1100; i++) {
        k = int(i / 2)
        town = "Or" substr("bacedifoguhajekilomunapery", k % 13 * 2 + 1, 4) \
            substr("dornfeldmarkstadtwickhamlingtonburg", k % 29 + 1, 5)
        printf "{\"id\":\"%d\",\"lang\":\"en\",\"date\":\"2026-03-%02d\",\"title\":\"Fire %d\",", i, 1 + i % 2, k
        printf "\"text\":\"A fire in %s destroyed %d sheds and %d boats at number %d, %s said.\"}\n", \
            town, 11 + k * 7 % 83, 100 + k * 13 % 797, 1000 + k, i % 2 ? "the police" : "its mayor"
    }
}' > lines.jsonl
head -n 1080 lines.jsonl > first.jsonl
S add once.db lines.jsonl > /dev/null || fault "add: exit"
S add some.db first.jsonl > /dev/null || fault "add: exit"
S stories some.db > /dev/null || fault "stories: exit"
for i in 1081 1082; do
    sed -n ${i}p lines.jsonl > one.jsonl
    [ "$(S add some.db one.jsonl)" = '{"added":1}' ] || fault "add of one"
done
tail -n +1083 lines.jsonl | sort -r > rest.jsonl
S add some.db rest.jsonl > /dev/null || fault "add of the rest"

# stories as sets of pages, told by the order they came in
stories() { # store, lines in that order
    "$BIN" stories --store "$1" | grep -o '"articles":\[[^]]*\]' |
        sed 's/"articles"://' | tr -d '"[]a' | awk -v FS=, '
        NR == FNR { split($0, part, "\""); id[NR] = part[4]; next }
        { n = split($0, at, ","); s = ""
          for (i = 1; i <= n; i++) print id[at[i]], FNR }' FS='\n' "$2" FS=, - |
        sort -n | awk '!($2 in first) { first[$2] = $1 } { print $1, first[$2] }'
}
sed -n '1081,1082p' lines.jsonl | cat first.jsonl - rest.jsonl > came.jsonl
stories some.db came.jsonl > a
stories once.db lines.jsonl > b
[ "$(wc -l < a)" -eq 1100 ] || fault "$(wc -l < a) articles told"
cmp -s a b || { fault "other stories"; diff a b | head; }
n=$(cut -d ' ' -f 2 a | sort -u | wc -l)
[ "$n" -gt 300 ] && [ "$n" -lt 1000 ] || fault "$n stories"
exit $bad
