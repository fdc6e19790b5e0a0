#!/bin/sh
# The exit statuses that scripts rely on: 0 done, 1 nothing found, 2 bad
# usage, 3 some input could not be read, 4 the store or the output failed.
export HOME="$PWD" SAMESTORY_STORE="$PWD/s.db"
page=$ROOT/examples/stories/03-karaburc-museum/a1.txt
bad=0
expect() { # status command...
    want=$1
    shift
    "$@" > out 2> err < /dev/null
    got=$?
    [ "$got" -eq "$want" ] || { echo "$*: $got, not $want"; cat err; bad=1; }
}

expect 0 "$BIN" --help
expect 0 "$BIN" --version
for verb in brief clean lang evidence match cluster look add stories tell find; do
    expect 0 "$BIN" "$verb" --help
    [ -s out ] || { echo "$verb --help says nothing"; bad=1; }
    [ -s err ] && { echo "$verb --help on stderr"; bad=1; }
done

expect 2 "$BIN"
expect 2 "$BIN" no-such-verb
expect 2 "$BIN" brief --no-such-option
expect 2 "$BIN" brief --format
expect 2 "$BIN" brief --format pdf "$page"
expect 2 "$BIN" brief --jobs 0 "$page"
expect 2 "$BIN" brief --jobs 65 "$page"
expect 2 "$BIN" brief --jobs many "$page"
expect 2 "$BIN" look --at=nowhere "$page"
expect 2 "$BIN" tell
expect 2 "$BIN" find

# there is no store yet: to ask of it is a mistake, adding makes it
expect 4 "$BIN" find museum
expect 4 "$BIN" tell s1
expect 4 "$BIN" stories
expect 0 "$BIN" add "$page"
expect 0 "$BIN" stories
expect 1 "$BIN" find zyzzyvas
[ -s out ] && { echo "found something"; bad=1; }
expect 1 "$BIN" tell s99
expect 0 "$BIN" find sikke

expect 0 "$BIN" brief "$page"
expect 3 "$BIN" brief "$page" not-there
expect 3 "$BIN" clean not-there "$page"
expect 4 "$BIN" brief -o no/such/folder/x "$page"
expect 4 env SAMESTORY_DATA="$PWD/none" "$BIN" brief "$page"
[ -e /dev/full ] && {
    "$BIN" brief "$page" > /dev/full 2> err
    [ $? -eq 4 ] || { echo "a full disk was not told"; bad=1; }
}
exit $bad
