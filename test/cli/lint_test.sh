# The linter names the file and the line of what is wrong in a row, and
# counts the words that the rows know.
mkdir -p data/lexicon
tab=$(printf '\t')
head="#concept${tab}class"
for lang in ar zh ru en es fr de fa tr uk ja pt hi he ko id it pl el nl; do
    head="$head$tab$lang"
done
row() { # key, then words of all but the last language, of the last
    printf '%s\tthing' "$1"
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19; do
        printf '\t%s' "$2"
    done
    printf '\t%s\n' "$3"
}
lint() { LEXBUILD=true "$ROOT/tools/lint-lexicon" "$PWD/data" > out 2>&1; }

{ echo "$head"; row a a1 a2; row b b1 b2; } > data/lexicon/x.tsv
lint || { cat out; exit 1; }

fault() { # line of the file, its message
    grep -qxF "$PWD/data/lexicon/x.tsv:$1: $2" out || { cat out; exit 1; }
}
{
    echo "$head"
    row a a1 a2
    row a c1 c2
    row d d1 ""
    row e e1 "e2|e3|e2"
    row f a1 a2
    echo "g${tab}thing${tab}g1"
} > data/lexicon/x.tsv
lint && exit 1
fault 3 "twice: a"
fault 4 "no nl in d"
fault 5 '"e2" twice in nl of e'
fault 6 "f: the words of a"
fault 7 "3 columns in row g"

# two rows of half their words in common are one concept twice, unless listed
cp -r "$ROOT/data" twice
cell() { # a word of its own
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        printf '\tzorbanto|%s' "$1"
    done
}
doublets() {
    "$(dirname "$SAMESTORY_DATA")/lexbuild" --lint twice 2>&1 | grep -a doublet
}
{
    echo "$head"
    printf 'zorb-one\tthing%s\n' "$(cell quuxaro)"
    printf 'zorb-two\tthing%s\n' "$(cell frobino)"
} > twice/lexicon/zorb.tsv
doublets > out
printf 'zorb-one\tzorb-two\tnear-doublet\t0.500\n' | cmp - out ||
    { cat out; exit 1; }
printf 'zorb-one\tzorb-two\ttwo all the same\n' >> twice/words/doublets.tsv
doublets && exit 1
sed -i 's/zorbanto|//g' twice/lexicon/zorb.tsv
doublets > out
printf 'zorb-one\tzorb-two\tno doublet any more\t0.000\n' | cmp - out ||
    { cat out; exit 1; }
printf 'zorb-two\tzorb-one\tnot in order\n' >> twice/words/doublets.tsv
doublets | grep -aq 'lexbuild: doublets.tsv: zorb-two' || exit 1

# soldiers, attacked, village: known; to frob is not; the rest is grammar
cat > one.jsonl <<'END'
{"id":"1","lang":"en","title":"","text":"The soldiers attacked the village and frobbed."}
END
COVER=$(dirname "$BIN")/cover
export COVER
"$ROOT/tools/lint-lexicon" --cover one.jsonl > out || exit 1
printf 'en\t4\t3\t0.750\n' | cmp - out || { cat out; exit 1; }
"$ROOT/tools/lint-lexicon" --unknown en 9 one.jsonl > out || exit 1
printf '1\tfrobbed\n' | cmp - out || { cat out; exit 1; }
