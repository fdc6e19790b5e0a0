#!/bin/sh
# What is frame on a host is a function of its pages in the store: the same
# texts and stories come of pages that were put in one by one, in any order,
# and all at once. What is frame no more, as more pages come, is put back.
bad=0
mkdir pages
own='Coast belongs to its 12,400 readers, and it has been printed in the old mill every day since 1931.'
n=0
for town in Orrin Velm Tasko Brenn Harl Sund Mire Dolt Kessa Ruun Vane Opal; do
    n=$((n + 1))
    # on three of the first six pages, on three of twelve
    series=
    case $n in 2 | 4 | 6) series="<p>Series: $((60 + 7)) bridges of the north</p>" ;; esac
    cat > pages/$n.html <<END
<html><head><link rel="canonical" href="https://www.coast.example/$n"><title>Bridge at $town closed for repair | Coast</title>
<meta property="article:published_time" content="2024-03-$((n + 10))T09:00:00Z"></head><body>
<h1>Bridge at $town closed for repair</h1>
<p>The bridge at $town was closed on Monday after cracks were found in its northern pier, the road office said.</p>
$series<p>$own</p>
<p>Traffic is led over $town Mill for $n weeks, and $((n * 110)) people signed a call for a ferry, the office added.</p></body></html>
END
done

told() { # store: all it tells, in an order of its own; numbers of articles
    # and stories are those of their coming
    for story in $("$BIN" stories --store "$1" | sed -n 's/.*"id":"\([^"]*\)".*/\1/p'); do
        "$BIN" tell --store "$1" --format md "$story"
    done | sed 's/\[[^]]*\]([^)]*)//g; s/\ba[0-9][0-9]*\b/A/g; s/\bs[0-9][0-9]*\b/S/g' | sort
}
add() { # store pages...
    db=$1
    shift
    for page; do
        "$BIN" add --store "$db" "pages/$page.html" > /dev/null || bad=1
    done
}

# six pages: both lines are frame
"$BIN" add --store once.db pages/[1-6].html > /dev/null || bad=1
add single.db 1 2 3 4 5 6
add turned.db 5 3 6 1 4 2
for db in once single turned; do
    told $db.db > $db.told
    grep -q '12.400' $db.told && { echo "$db: the frame is told"; bad=1; }
    grep -q '67' $db.told && { echo "$db: the name of the series is told"; bad=1; }
    [ "$(grep -c '660' $db.told)" -gt 0 ] || { echo "$db: the text is not told"; bad=1; }
done
cmp once.told single.told || { echo "one by one: other texts"; diff once.told single.told; bad=1; }
cmp once.told turned.told || { echo "the order counts"; bad=1; }

# two pages of a host have no frame
add two.db 1 2
told two.db | grep -q '12.400' || { echo "two pages taught a frame"; bad=1; }

# twelve pages: the series stands on a quarter of them, and is no frame
"$BIN" add --store once.db pages/7.html pages/8.html pages/9.html pages/1?.html > /dev/null || bad=1
add single.db 7 8 9 10 11 12
"$BIN" add --store all.db pages > /dev/null || bad=1
for db in once single all; do
    told $db.db > $db.told
    grep -q '12.400' $db.told && { echo "$db: the frame is told, of twelve"; bad=1; }
    grep -q '67' $db.told || { echo "$db: what is frame no more is lost"; bad=1; }
done
cmp once.told all.told || { echo "two adds: other texts"; bad=1; }
cmp single.told all.told || { echo "twelve adds: other texts"; diff single.told all.told; bad=1; }

# a page that is there already is not put in again for its frame
[ "$("$BIN" add --store all.db pages/3.html)" = '{"added":0}' ] ||
    { echo "a page came in twice"; bad=1; }
exit $bad
