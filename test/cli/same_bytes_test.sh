#!/bin/sh
# The same bytes come out for any number of threads and, of brief and
# cluster, for any order of the paths.
cd "$ROOT/examples/stories" || exit 1
here=$OLDPWD
bad=0
set -- */*.txt */*.html
shuffled=$(printf '%s\n' "$@" | awk '{ print (NR * 7919) % 31 "\t" $0 }' | sort -n | cut -f 2)
backward=$(printf '%s\n' "$@" | sort -r)

for verb in "brief --format json" "brief --format md" cluster; do
    # shellcheck disable=SC2086
    "$BIN" $verb --jobs 1 "$@" > "$here/one" || bad=1
    [ -s "$here/one" ] || { echo "$verb: nothing"; bad=1; }
    for jobs in 2 8; do
        # shellcheck disable=SC2086
        "$BIN" $verb --jobs $jobs "$@" > "$here/many"
        cmp -s "$here/one" "$here/many" || { echo "$verb: --jobs $jobs differs"; bad=1; }
    done
    for order in "$shuffled" "$backward"; do
        # shellcheck disable=SC2086
        "$BIN" $verb --jobs 2 $order > "$here/other"
        cmp -s "$here/one" "$here/other" || { echo "$verb: another order differs"; bad=1; }
    done
done

# the other filters answer in the order of the input
for verb in clean "look --at=says" "look --at=about"; do
    # shellcheck disable=SC2086
    "$BIN" $verb --jobs 1 $shuffled > "$here/one"
    # shellcheck disable=SC2086
    "$BIN" $verb --jobs 8 $shuffled > "$here/many"
    cmp -s "$here/one" "$here/many" || { echo "$verb: --jobs 8 differs"; bad=1; }
done
exit $bad
