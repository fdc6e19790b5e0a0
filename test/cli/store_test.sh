#!/bin/sh
# add, stories, tell, find: a store remembers, and nothing twice.
store=$PWD/s.db
bad=0
fault() { echo "$*"; bad=1; }
cd "$ROOT/examples/stories" || exit 1
S() { verb=$1; shift; "$BIN" "$verb" --store "$store" "$@"; }

[ "$(S add 03-*/a1.txt 03-*/a3.html)" = '{"added":2}' ] || fault "add: not 2"
[ "$(S add 03-*/a1.txt 03-*/a3.html)" = '{"added":0}' ] || fault "added twice"
[ "$(S add 03-*/a*.txt 03-*/a*.html 01-*/a1.txt)" = '{"added":6}' ] || fault "add: not 6"
[ "$(S add --format text 03-*/a1.txt)" = '0 new articles' ] || fault "add in words"

S stories > "$store.stories" || fault "stories: exit"
grep -q '"id":"s' "$store.stories" || fault "stories: no id"
S stories --since 2025-01-01 --until 2025-12-31 > "$store.2025"
grep -q 'Karabur' "$store.2025" || fault "stories of 2025: no museum"
grep -q 'dam' "$store.2025" && fault "stories of 2025: the dam"
[ -z "$(S stories --since 2031-01-01)" ] || fault "stories of 2031"
S stories --lang en | grep -qi 'dam' || fault "stories in English: no dam"

# every story that is listed can be told, and has its pages
n=0
for id in $(sed 's/.*"id":"\(s[0-9]*\)".*/\1/' "$store.stories"); do
    S tell "$id" > "$store.told" || fault "tell $id: exit"
    grep -q '"schema":"samestory.brief/1"' "$store.told" || fault "tell $id"
    n=$((n + 1))
done
[ "$n" -ge 1 ] || fault "no stories"

# a query in one language finds pages in another
S find museum > "$store.found" || fault "find museum: exit"
grep -q '"lang":"tr"' "$store.found" || fault "museum does not find müze"
grep -q '"lang":"ru"' "$store.found" || fault "museum does not find музей"
grep -q 'dam' "$store.found" && fault "museum finds the dam"
S find плотина | grep -q '"lang":"en"' || fault "плотина does not find the dam"
[ "$(S find -n 1 museum | wc -l)" -eq 1 ] || fault "find -n 1"

# the order of arrival does not matter for who is with whom
S stories | sed 's/"id":"s[0-9]*"//' | sort > "$store.a"
for p in 01-*/a1.txt 03-*/a7.txt 03-*/a2.html 03-*/a1.txt 03-*/a6.txt 03-*/a3.html 03-*/a5.txt 03-*/a4.txt; do
    "$BIN" add --store "$store.2" "$p" > /dev/null || fault "add $p"
done
"$BIN" stories --store "$store.2" | sed 's/"id":"s[0-9]*"//' | sort > "$store.b"
cut -d , -f 2 "$store.a" > "$store.a2"
cut -d , -f 2 "$store.b" > "$store.b2"
cmp -s "$store.a2" "$store.b2" || fault "one by one makes other stories: $(diff "$store.a2" "$store.b2")"
exit $bad
