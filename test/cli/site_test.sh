#!/bin/sh
# What stands word for word on the pages of a host is its frame, learned from
# the pages alone: HTML and plain captures, in any order; a page by itself
# keeps what it has, and two outlets that carry one text keep it too.
bad=0
own='Coast is a cooperative paper that belongs to its readers, and it has been printed every day since 1931.'
mkdir pages
n=0
for town in Orrin Velm Tasko Brenn; do
    n=$((n + 1))
    cat > pages/$n.html <<END
<html><head><link rel="canonical" href="https://www.coast.example/$n"><title>$town | Coast</title></head><body>
<h1>Bridge at $town closed for repair</h1>
<p>The bridge at $town was closed on Monday after cracks were found in its northern pier, the road office said.</p>
<p>$own</p>
<p>Traffic is led over $town Mill, and the work is to take $n weeks, the office added on Tuesday.</p></body></html>
END
    printf '{"url":"https://plain%s.example/x","text":"The bridge at %s was closed on Monday, the road office said.\\n%s"}\n' \
        "$n" "$town" "$own" >> outlets.jsonl
    printf '{"url":"https://coast.example/%s","text":"The bridge at %s was closed on Monday, the road office said, and nobody can tell for how long it will be.\\n%s\\nTraffic is led over %s Mill."}\n' \
        "$n" "$town" "$own" "$town" >> captures.jsonl
done

"$BIN" clean --format text pages > out || bad=1
grep -q cooperative out && { echo "the frame of the pages stayed"; bad=1; }
[ "$(grep -c 'was closed on Monday' out)" -eq 4 ] || { echo "a body is lost"; cat out; bad=1; }

"$BIN" clean --format text captures.jsonl > out || bad=1
grep -q cooperative out && { echo "the frame of the captures stayed"; bad=1; }
[ "$(grep -c 'was closed on Monday' out)" -eq 4 ] || { echo "a capture is lost"; bad=1; }

"$BIN" clean --format text pages/1.html | grep -q cooperative ||
    { echo "one page alone taught a frame"; bad=1; }
[ "$("$BIN" clean outlets.jsonl | grep -c cooperative)" -eq 4 ] ||
    { echo "a text in four outlets was taken for a frame"; bad=1; }

# states of one article, archived again and again, are no frame
mkdir states
for n in 1 2 3 4; do
    sed "s|</body>|<p>Update $n: the road office will say more at noon on this bridge and its piers.</p></body>|" \
        pages/1.html > states/$n.html
done
[ "$("$BIN" clean states | grep -c 'was closed on Monday')" -eq 4 ] ||
    { echo "an article that changes was taken for a frame"; bad=1; }

# a pipe is read once, and whole
mkfifo pipe
timeout 20 sh -c 'cat captures.jsonl > pipe' & # whom nobody reads does not wait
[ "$("$BIN" clean pipe | grep -c 'was closed on Monday')" -eq 4 ] ||
    { echo "a pipe was emptied by the first pass"; bad=1; }
wait

"$BIN" clean --jobs 1 pages/1.html pages/2.html pages/3.html pages/4.html | sort > one
"$BIN" clean --jobs 8 pages/4.html pages/2.html pages/1.html pages/3.html | sort > two
cmp one two || { echo "the order of the pages counts"; bad=1; }
exit $bad
