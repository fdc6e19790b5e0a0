#!/bin/sh
# Numbers of stories are stable: what joins goes on as the oldest, the other
# number leads there; what is parted gets a number of its own.
store=$PWD/s.db
bad=0
fault() { echo "$*"; bad=1; }
cd "$ROOT/examples/stories" || exit 1
S() { verb=$1; shift; "$BIN" "$verb" --store "$store" "$@"; }
# the articles of the story that a number leads to
told() { S tell --format json "$1" | grep -o '"stories":.*"articles":\[[^]]*\]' |
    sed 's/.*"stories":\[{"id":"\(s[0-9]*\)".*"articles":\[\([^]]*\)\]/\1 \2/'; }

S add 03-*/a1.txt 01-*/a1.txt > /dev/null
museum=$(S stories | grep '"a1"' | sed 's/.*"id":"\(s[0-9]*\)".*/\1/')
dam=$(S stories | grep '"a2"' | sed 's/.*"id":"\(s[0-9]*\)".*/\1/')
[ "$museum" != "$dam" ] || fault "two stories are one"

S pin a1 a2 || fault "pin: exit"
[ "$(S stories | wc -l)" -eq 1 ] || fault "pinned, and not one story"
one=$(S stories | sed 's/.*"id":"\(s[0-9]*\)".*/\1/')
[ "$one" = s1 ] || fault "the oldest number does not go on: $one"
for id in "$museum" "$dam"; do
    case $(told "$id") in
    "s1 "*a1*a2* | "s1 "*a2*a1*) ;;
    *) fault "$id does not lead on: $(told "$id")" ;;
    esac
done

S part a1 a2 || fault "part: exit"
[ "$(S stories | wc -l)" -eq 2 ] || fault "parted, and not two stories"
S stories | grep -q '"id":"s1"' || fault "parted, and the first number is gone"
S stories | grep -q '"id":"s3"' || fault "the part has no new number"

S stories | grep '"id":"s3"' | grep -q '"split_from":"s1"' ||
    fault "the part does not say what it was part of"
S stories | grep '"id":"s1"' | grep -q split_from && fault "the first is a part"
S stories --format text | grep -q ', split from s1$' || fault "no split in words"
S tell s3 --format json | grep -q '"split_from":"s1"' || fault "tell: no split"

# one more page leaves all numbers as they are
S stories | sed 's/.*"id":"\(s[0-9]*\)".*/\1/' | sort > "$store.before"
S add 02-*/a1.txt > /dev/null
S stories | sed 's/.*"id":"\(s[0-9]*\)".*/\1/' | sort > "$store.after"
[ "$(comm -23 "$store.before" "$store.after" | wc -l)" -eq 0 ] ||
    fault "numbers changed with another page"
exit $bad
