#!/usr/bin/env python3
"""How well `samestory match` finds a name's spelling in another script.

  translit.py FOLDER [--run 'build/samestory match'] [--queries 300] [--others 1000] [-v]

FOLDER holds <script>.dev.tsv of NETransliteration-COLING2018 (CC0): Latin
spelling, tab, spelling in the script. Every query's right spelling stands
among OTHERS different ones of its script, both drawn at even steps through the
file. Prints recall@1 and recall@10 (ties count against) for each script and
their mean, and pairs a second of processor time, reading and printing
included.
"""
import argparse, glob, json, os, resource, shlex, subprocess, sys, tempfile


def steps(rows, n):
    return [rows[i * len(rows) // n] for i in range(min(n, len(rows)))]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder")
    ap.add_argument("--run", default="build/samestory match")
    ap.add_argument("--queries", type=int, default=300)
    ap.add_argument("--others", type=int, default=1000)
    ap.add_argument("-v", "--verbose", action="store_true", help="also print the queries whose spelling is not first")
    a = ap.parse_args()
    mean, pairs = [0.0, 0.0], 0
    paths = sorted(glob.glob(os.path.join(a.folder, "*.dev.tsv")))
    for path in paths:
        rows = [line.rstrip("\n").split("\t")[:2] for line in open(path, encoding="utf-8")]
        right = {}
        for latin, native in rows:
            right.setdefault(latin, set()).add(native)
        natives = sorted({native for _, native in rows})
        queries = steps(rows, a.queries)
        lists = []
        for latin, native in queries:
            others = [x for x in steps(natives, a.others + 40) if x not in right[latin]]
            lists.append([native] + others[:a.others])
        with tempfile.TemporaryFile() as lines, tempfile.TemporaryFile() as answers:
            for (latin, _), names in zip(queries, lists):
                lines.write("".join(f"{latin}\t{x}\n" for x in names).encode())
            lines.seek(0)
            if subprocess.run(shlex.split(a.run), stdin=lines, stdout=answers).returncode:
                sys.exit(f"translit: {a.run} failed")
            answers.seek(0)
            scores = [json.loads(line)["score"] for line in answers]
        at, hit = 0, [0, 0]
        for (latin, native), names in zip(queries, lists):
            got = scores[at:at + len(names)]
            at += len(names)
            rank = sum(s >= got[0] for s in got)
            hit[0] += rank == 1
            hit[1] += rank <= 10
            if a.verbose and rank > 1:
                first = max(range(1, len(got)), key=lambda i: got[i])
                print(f"  {latin} = {native} {got[0]:.3f} rank {rank}; {names[first]} {got[first]:.3f}")
        pairs += at
        r = [h / len(queries) for h in hit]
        mean = [m + x / len(paths) for m, x in zip(mean, r)]
        name = os.path.basename(path).split(".")[0]
        print(f"{name:10s} recall@1 {r[0]:.3f}  recall@10 {r[1]:.3f}")
    spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    print(f"{'mean':10s} recall@1 {mean[0]:.3f}  recall@10 {mean[1]:.3f}  pairs/s {pairs / spent:.0f}")


if __name__ == "__main__":
    main()
