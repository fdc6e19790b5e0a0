# steps.awk - data/names/steps.txt as arrays of C (src/lexicon/sound_steps.c):
# a line is a former step, then each latter one with the cost of the pair.
# What comes out is a table with open addresses; see pair_cost there.
function put(pair, cost, at) {
    at = pair % SLOTS
    while (at in pairs)
        at = (at + 1) % SLOTS
    pairs[at] = pair
    costs[at] = cost
    at = pair % BITS
    if (!(at in seen))
        words[int(at / 32)] += 2 ^ (at % 32)
    seen[at] = 1
}
function list(type, name, of, many, i) {
    printf "static const %s %s[] = {", type, name
    for (i = 0; i < many; i++)
        printf "%s%.0f,", i % 16 ? "" : "\n    ", of[i]
    print "\n};"
}
BEGIN {
    SLOTS = 49157 # a prime about three times the pairs
    STEPS = 16411 # a prime above all of them
    BITS = 65536
    print "enum { PAIR_SLOTS = " SLOTS ", PAIR_STEPS = " STEPS ", PAIR_BITS = " BITS " };"
}
/^#/ { next }
{
    for (i = 2; i < NF; i += 2)
        put($1 * STEPS + $i + 1, $(i + 1))
}
END {
    list("uint32_t", "pair_of", pairs, SLOTS)
    list("int8_t", "pair_costs", costs, SLOTS)
    list("uint32_t", "pair_bits", words, BITS / 32)
}
