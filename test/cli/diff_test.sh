#!/bin/sh
# diff lays two pages side by side: words cut, new and moved, marked without
# colour; other texts are no copies; two pages are wanted.
bad=0
want() { # file line
    grep -qF -- "$2" "$1" || { echo "no \"$2\" in:"; cat "$1"; bad=1; }
}
p1='The harbour of Elm Point was closed on Monday after a crane had fallen into the water, the port office said.'
p2='Nobody was hurt, but forty boats have to wait outside until divers have looked at the wreck.'
p3='The crane was built in 1962 and had been out of use for nine years, as the owner told the paper.'
page() { # file title line...
    f=$1 t=$2; shift 2
    printf '{"id":"%s","title":"%s","lang":"en","text":"%s\\n%s\\n%s"}\n' \
        "$f" "$t" "$@" > "$f"
}
page a.jsonl 'Crane falls into harbour' "$p1" "$p2" "$p3"
page b.jsonl 'Harbour closed' "$p1" "$(echo "$p2" | sed 's/forty/fifty/')" "$p3"
page c.jsonl 'Harbour closed' "$p3" "$p1" "$p2"
page d.jsonl 'Snow in the north' 'Snow fell in the north on Sunday night and closed three mountain roads for the day.' \
    'Ploughs were sent out at dawn, and the school buses stayed in their garages until noon.' \
    'More of it is expected before the week is over, according to the weather office in the capital.'

"$BIN" diff a.jsonl b.jsonl > ab || { echo "status of a b"; bad=1; }
want ab 'edited copy'
want ab '[-forty-] {+fifty+} boats'
COLUMNS=100 "$BIN" diff --format side a.jsonl b.jsonl > side
grep -qF '[-forty-]' side && grep -qF '{+fifty+}' side || { cat side; bad=1; }
"$BIN" diff a.jsonl c.jsonl > ac
want ac "<$(echo "$p3" | cut -c1-40)"
"$BIN" diff a.jsonl d.jsonl > ad
want ad 'no copy of each other'
head -c -1 b.jsonl | sed 's/\\nThe crane.*"}/"}/' > e.jsonl
"$BIN" diff b.jsonl e.jsonl > be
want be 'the wreck.'
grep -q 'wreck\.\[-' be && { cat be; bad=1; }
"$BIN" diff --format json a.jsonl b.jsonl > json
want json '"op":"changed","type":"number","from":"forty ","to":"fifty "'
"$BIN" diff a.jsonl > one 2> err
[ $? -eq 2 ] || { echo "one page is bad usage"; bad=1; }

# pages of a store go by their numbers, beside files too
"$BIN" add --store s.db a.jsonl b.jsonl > added
"$BIN" diff --store s.db --format json a1 a2 > stored
want stored '"op":"changed","type":"number","from":"forty ","to":"fifty "'
"$BIN" diff --store s.db --format json 1 b.jsonl > mixed
want mixed '"op":"changed","type":"number","from":"forty ","to":"fifty "'
"$BIN" diff --store s.db a1 a9 > none 2> err
[ $? -eq 3 ] && grep -q 'a9' err || { echo "no such page"; bad=1; }

# what two pages share is told of both, the bytes of each
cat a.jsonl b.jsonl > ab.jsonl
"$BIN" cluster --passages ab.jsonl > passages
want passages '"passages":[{"start":0,'
[ "$(grep -c '"with":' passages)" -eq 2 ] || { cat passages; bad=1; }
exit $bad
