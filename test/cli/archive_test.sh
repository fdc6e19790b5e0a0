#!/bin/sh
# An archive gives its pages record by record, whatever state it is in: packed
# or not, chunked, cut short, with records that lie about themselves.
bad=0
page='<html><head><title>Dam at Orrin fails</title></head><body><p>The dam at Orrin failed on Friday after a week of rain, the county said, and the valley below was cleared in time.</p><p>Nobody was hurt, and the water has begun to fall.</p></body></html>'

# record TYPE MIME BLOCK: one record with the right length
record() {
    printf 'WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: https://orrin.example/%s\r\nWARC-Date: 2026-03-06T10:00:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n' \
        "$1" "$4" "$2" "$(wc -c < "$3")"
    cat "$3"
    printf '\r\n\r\n'
}
http='application/http; msgtype=response'
printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n%s' "$page" > plain
printf 'HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n%s' "$page" > moved
printf 'HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n%s' "$page" > picture
{
    printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n'
    printf '%s' "$page" | head -c 64 > part
    printf '40\r\n'; cat part; printf '\r\n'
    printf '%s' "$page" | tail -c +65 > part
    printf '%x;note=1\r\n' "$(wc -c < part)"; cat part; printf '\r\n0\r\n\r\n'
} > chunked
{
    printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n'
    printf '%s' "$page" | gzip -c
} > packed
printf '%s' "$page" > stored
{
    record warcinfo application/warc-fields stored info
    record response "$http" plain one
    record request application/http plain asked
    record response "$http" moved moved
    record response "$http" picture picture
    record response "$http" chunked two
    record response "$http" packed three
    record resource text/html stored four
} > all.warc

# words: file, pages, exit status
try() {
    "$BIN" clean "$1" > out 2> err
    status=$?
    [ "$status" -eq "$3" ] || { echo "$1: exit $status"; cat err; bad=1; }
    [ "$(grep -c 'Nobody was hurt' out)" -eq "$2" ] ||
        { echo "$1: not $2 pages:"; cat out err; bad=1; }
}
try all.warc 4 0
for path in one two three four; do
    grep -q "\"url\":\"https://orrin.example/$path\",\"title\":\"Dam at Orrin fails\"" out ||
        { echo "$path is not there"; bad=1; }
done
grep -q '"path":"all.warc:2"' out || { echo "records are not numbered"; bad=1; }

# packed as one member, and as one a record
gzip -c all.warc > whole.warc.gz
try whole.warc.gz 4 0
record response "$http" plain one | gzip -c > each.warc.gz
record resource text/html stored four | gzip -c >> each.warc.gz
try each.warc.gz 2 0
"$BIN" clean - < each.warc.gz | grep -c orrin.example > count
[ "$(cat count)" -eq 2 ] || { echo "standard input"; bad=1; }

# cut short: what was whole is read, what was not is told
head -c $(($(wc -c < each.warc.gz) - 9)) each.warc.gz > cut.warc.gz
try cut.warc.gz 2 3
grep -q '^samestory: cut.warc.gz.*truncated' err || { echo "cut is not told"; bad=1; }

# a length that is wrong costs its own record alone
{
    printf 'WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n%s\r\n\r\n' "$page"
    printf 'WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\n\r\n'
    record resource text/html stored four
} > lies.warc
"$BIN" clean lies.warc > out 2> err
[ $? -eq 3 ] || { echo "lies.warc: exit status"; bad=1; }
grep -q 'orrin.example/four' out || { echo "lies.warc: the good one is lost"; bad=1; }
grep -q 'without a length' err || { echo "lies.warc: not told"; bad=1; }

# a record longer than any page is passed over, the rest is read
{
    printf 'WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 40000000\r\n\r\n'
    head -c 40000000 /dev/zero
    printf '\r\n\r\n'
    record resource text/html stored four
} > long.warc
try long.warc 1 3
grep -q 'long.warc:1: a record longer' err || { echo "long.warc: not told"; bad=1; }

# a bomb ends the file, and soon: 400 MB of zeros in 400 KB
{
    record resource text/html stored one | gzip -c
    {
        printf 'WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 900000000\r\n\r\n'
        head -c 400000000 /dev/zero
    } | gzip -9c
} > bomb.warc.gz
try bomb.warc.gz 1 3
grep -q 'without measure' err || { echo "bomb.warc.gz: not told"; cat err; bad=1; }

# any page may be packed
printf '%s' "$page" | gzip -c > page.html.gz
try page.html.gz 1 0
exit $bad
