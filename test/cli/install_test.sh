#!/bin/sh
# What `make install` lays down is enough: the program finds its lexicon,
# docs/example.c builds against the library by pkg-config and runs.
for tool in cc pkg-config make; do
    command -v $tool > /dev/null || exit 0
done
build=${BIN%/samestory}
# a library that wants a sanitizer's runtime is no use to a plain program
case $build in */asan | */tsan) exit 0 ;; esac
[ -f "$build/samestory.lex" ] && [ -f "$build/libsamestory.so" ] || exit 0
dest=$PWD/inst
bad=0
# only the steps of install: everything is built, nothing may be built again
make -s -C "$ROOT" -o all BUILD="$build" DESTDIR="$dest" PREFIX=/usr install > log 2>&1 ||
    { cat log; exit 1; }
for f in bin/samestory lib/libsamestory.a lib/libsamestory.so lib/libsamestory.so.0 \
    include/samestory.h share/samestory/samestory.lex share/man/man1/samestory.1 \
    lib/pkgconfig/samestory.pc; do
    [ -e "$dest/usr/$f" ] || { echo "$f is not installed"; bad=1; }
done
page=$ROOT/examples/stories/03-karaburc-museum/a1.txt
(unset SAMESTORY_DATA; "$dest/usr/bin/samestory" clean "$page" > /dev/null) ||
    { echo "the installed program does not find its lexicon"; bad=1; }
export PKG_CONFIG_PATH="$dest/usr/lib/pkgconfig" PKG_CONFIG_SYSROOT_DIR="$dest"
# shellcheck disable=SC2046
cc -std=c11 -Wall -Wextra -Werror -o example "$ROOT/docs/example.c" \
    $(pkg-config --cflags --libs samestory) -lm || exit 1
LD_LIBRARY_PATH=$dest/usr/lib SAMESTORY_DATA=$dest/usr/share/samestory/samestory.lex \
    ./example "$ROOT"/examples/stories/03-karaburc-museum/*.txt > out ||
    { echo "the example fails"; bad=1; }
[ -s out ] || { echo "the example says nothing"; bad=1; }
# no name of ours but those of the header
nm -D --defined-only "$dest/usr/lib/libsamestory.so" 2> /dev/null |
    awk '$3 !~ /^samestory_/ && $2 != "A" { print "exported: " $3; bad = 1 } END { exit bad }' || bad=1
exit $bad
