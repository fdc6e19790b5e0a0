#!/bin/sh
# Input that cannot be read is told in one clear line each, naming it; the
# rest is briefed all the same, and the exit status is 3.
good=$ROOT/examples/stories/03-karaburc-museum/a1.txt
bad=0

mkdir empty-folder
: > empty-file.txt
head -c 4000 "$BIN" > binary.bin
head -c 50000000 /dev/zero | tr '\0' x > long-line.txt
printf 'Home\nMenu\nSearch\nSign in\n' > no-prose.txt
printf '{\n  "key": "a pretty one",\n  "more": [\n    1\n  ]\n}\n' > pretty.json
printf '[\n  1,\n  2\n]\n' > array.json

try() { # path words
    "$BIN" brief --format json "$1" "$good" > out 2> err
    status=$?
    [ "$status" -eq 3 ] || { echo "$1: exit $status"; bad=1; }
    [ "$(wc -l < err)" -eq 1 ] || { echo "$1: not one line:"; head -n 3 err; bad=1; }
    grep -q "^samestory: $1: .*$2" err || { echo "$1: no word of '$2':"; cat err; bad=1; }
    grep -q '"path":"[^"]*a1.txt"' out || { echo "$1: the rest was not briefed"; bad=1; }
}
try not-there 'No such file'
try empty-folder 'without pages'
try empty-file.txt 'empty'
try binary.bin 'binary'
try long-line.txt 'limit'
try no-prose.txt 'no prose'
try pretty.json 'JSON, but no article$'
try array.json 'JSON, but no article$'

# a file that one may not read (root may all)
if [ "$(id -u)" -ne 0 ]; then
    cp "$good" closed.txt
    chmod 0 closed.txt
    try closed.txt 'Permission denied'
fi

# every bad line of a JSONL file by its number, the good ones are read
{
    echo '{"id":"x","title":"A dam breaks","text":"A dam broke above the valley on Friday, killing 17 people, the mayor said."}'
    echo 'no json'
    echo '[1,2]'
    echo '{"id":"y"}'
    echo '{"id":"z","title":"A bridge opens","text":"The new bridge over the river was opened by the mayor on Monday."}'
} > some.jsonl
"$BIN" clean some.jsonl > out 2> err
[ $? -eq 3 ] || { echo "some.jsonl: exit status"; bad=1; }
[ "$(wc -l < out)" -eq 2 ] || { echo "some.jsonl: not two articles"; bad=1; }
for n in 2 3 4; do
    grep -q "some.jsonl:$n: " err || { echo "line $n is not named"; bad=1; }
done
[ "$(wc -l < err)" -eq 3 ] || { echo "some.jsonl: complaints"; cat err; bad=1; }

# bytes that are not UTF-8 are read as what they likely are, never refused
printf 'Le maire a d\351clar\351 vendredi que la digue avait c\351d\351 pendant la nuit.\n' > latin.txt
"$BIN" clean latin.txt > out 2> err || { echo "latin.txt: refused"; cat err; bad=1; }
grep -q 'a déclaré vendredi' out || { echo "latin.txt: misread"; cat out; bad=1; }
printf 'The mayor said on Friday \377\376\200 that the dam had broken in the night.\n' > wild.txt
"$BIN" clean wild.txt > out 2> err || { echo "wild.txt: refused"; cat err; bad=1; }
iconv -f UTF-8 -t UTF-8 out > /dev/null 2>&1 || { echo "wild.txt: output is no UTF-8"; bad=1; }

# the limit can be moved
"$BIN" brief --max-bytes 100 "$good" > out 2> err
[ $? -eq 3 ] && grep -q 'limit' err || { echo "--max-bytes"; bad=1; }

# a name that a terminal would obey is tamed
"$BIN" brief "$(printf 'evil\033[2Jname')" > /dev/null 2> err
grep -q "$(printf '\033')" err && { echo "an escape went to the terminal"; bad=1; }
exit $bad
