#!/bin/sh
# A slip of the finger gets the nearest known word.
bad=0
expect() { # words command...
    want=$1
    shift
    "$BIN" "$@" > out 2> err < /dev/null
    [ $? -eq 2 ] || { echo "$*: exit status"; bad=1; }
    [ -s out ] && { echo "$*: something on stdout"; bad=1; }
    [ "$(wc -l < err)" -eq 1 ] || { echo "$*: not one line"; bad=1; }
    grep -qF -- "$want" err || { echo "$*: no '$want' in:"; cat err; bad=1; }
}
expect 'mean brief?' breif x
expect 'mean cluster?' clutser x
expect 'mean stories?' storys
expect 'mean --format?' brief --fromat json x
expect 'mean --jobs?' brief --job 2 x
expect 'mean --min-voices?' stories --minvoices 2
expect 'unknown option --zzzzzzzz' brief --zzzzzzzz x
exit $bad
