#!/bin/sh
# Which articles are one story does not hang on their order, on how many come
# at a time or on the number of threads.
bad=0
cd "$ROOT/examples/stories" || exit 1
lines=$OLDPWD/lines.jsonl
for f in */*.txt */*.html; do
    "$BIN" clean "$f" 2> /dev/null | sed 's/"path":"[^"]*"/"id":"'"$(echo "$f" | tr / _)"'"/'
done > "$lines"
cd "$OLDPWD" || exit 1

# each article beside the first (by name) of its story
same() {
    sed 's/{"id":"\([^"]*\)","story":"\([^"]*\)".*/\1 \2/' | sort |
        awk '!($2 in first) { first[$2] = $1 } { print $1, first[$2] }'
}
"$BIN" cluster --jobs 1 "$lines" | same > once
[ "$(wc -l < once)" -ge 20 ] || { echo "too few articles"; bad=1; }
for seed in 1 2 3 4 5 6 7; do
    awk -v seed=$seed 'BEGIN { srand(seed) } { print rand() "\t" $0 }' "$lines" |
        sort | cut -f 2- > turned.jsonl
    for jobs in 1 2 8; do
        "$BIN" cluster --jobs $jobs turned.jsonl | same > again
        cmp -s once again || { echo "seed $seed, $jobs threads: other stories"; bad=1; }
    done
done

# a store: all at once, in two halves, the later half first
stories() { # store
    "$BIN" stories --store "$1" | grep -o '"articles":\[[^]]*\]' | tr -d '"[]' |
        sed 's/articles://' | while read -r ids; do
        for id in $(echo "$ids" | tr , ' '); do
            sed -n "${id#a}p" "$2"
        done | sort | tr '\n' ' '
        echo
    done | sort
}
sed 's/.*"id":"\([^"]*\)".*/\1/' "$lines" > names
half=$(($(wc -l < "$lines") / 2))
head -n $half "$lines" > first.jsonl
tail -n +$((half + 1)) "$lines" > second.jsonl
"$BIN" add --store all.db "$lines" > /dev/null || { echo "add: exit"; bad=1; }
"$BIN" add --store two.db second.jsonl > /dev/null
"$BIN" add --store two.db first.jsonl > /dev/null
{ tail -n +$((half + 1)) names; head -n $half names; } > turned
stories all.db names > a
stories two.db turned > b
cmp -s a b || { echo "two halves make other stories"; diff a b; bad=1; }

# twelve, one at a time, the last first
head -n 12 "$lines" > twelve.jsonl
head -n 12 names > straight
"$BIN" add --store straight.db twelve.jsonl > /dev/null
: > turned
for i in 12 11 10 9 8 7 6 5 4 3 2 1; do
    sed -n ${i}p twelve.jsonl > one.jsonl
    sed -n ${i}p straight >> turned
    "$BIN" add --store turned.db one.jsonl > /dev/null
done
stories straight.db straight > a
stories turned.db turned > b
[ "$(wc -l < a)" -lt 12 ] || { echo "no two of twelve are one story"; bad=1; }
cmp -s a b || { echo "one at a time makes other stories"; diff a b; bad=1; }
exit $bad
