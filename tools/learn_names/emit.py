import struct,re
src=open('src/lexicon/sound.h').read()
AT=[0,64,97,137,173,201,249,286]; NU=286
d=open('names/costs.bin','rb').read()
f=struct.unpack('<%df'%(len(d)//4),d)
sw=[f[i*64:(i+1)*64] for i in range(NU)]; o=NU*64
gl=[[f[o+(t*9+k)*64:o+(t*9+k+1)*64] for k in range(9)] for t in range(7)]; o+=7*9*64
gu=[f[o+i*9:o+i*9+9] for i in range(NU)]
def ch(v):
    q=min(56,max(0,round(v*20))); return chr(35+(27 if q==28 else q))
names=['Cyrillic: а to я, ё','Arabic, as listed in sound_scripts.c','Hebrew: letters, then those made by marks, doubling, place','kana, as in kana_units','Hangul: fronts, vowels, ends','Han: pinyin initials, vowels, n ng']
LU=62
# within Latin a lost consonant is never cheap, nor a vowel at either end
VOW=set(range(23))|{61}
enum=re.findall(r'L_[A-Z]+',src[src.index('L_A, L_E'):src.index('L_UNITS')])
ID={n:i for i,n in enumerate(enum)}
soft={ID[x] for x in ('L_H','L_W','L_YC','L_AP')}
for k in range(9):
    row=list(gl[0][k])
    for l in range(62):
        if l in soft or l==ID['L_EF']: continue
        if l in VOW: row[l]=max(row[l],1.2 if k%3==0 or k<3 else .6)
        else: row[l]=max(row[l],1.9)
    gl[0][k]=row
out=[]
out.append('''/*
 * sound_costs.c - what exchanging and leaving out units costs; see sound.h.
 *
 * Derived, not written: single-word names in Latin spelling and six other
 * scripts (NETransliteration-COLING2018, CC0, the train parts), and of
 * Latin pairs those that three other spellings share. Pinyin and Korean
 * romanisation are from made-up syllables. Per script: a pair model of one
 * unit to one, or to none by place, by expectation maximisation (8 rounds);
 * its conditional probabilities p give the costs -.22/2 log(p p' / best)
 * to begin with; then 4 rounds of gradient steps (AdaGrad, .05) on the
 * cheapest alignment of right pairs (weight .6; the worst 1.5 % taken for
 * noise) and 7 wrong ones each, 5 of them spelled alike in Latin: logistic
 * loss of 20 (1 - cost / mass - .72), mass 1 a consonant, 1/2 a vowel, .7
 * h, w, y. Rounded to twentieths (28 to 27: no question marks, which make trigraphs). 2026-11; figures in METHOD.md.
 */
#include "lexicon/sound.h"

/* clang-format off */
const char sound_swap[SOUND_UNITS][LATIN_ROOM + SOUND_PLACES + 1] = {
    /* Latin, in the order of the enum */''')
for u in range(NU):
    for t in range(1,7):
        if u==AT[t]: out.append('    /* %s */'%names[t-1])
    if u<64:
        row=''.join('#' if u==l else ch(sw[u][l]) if l<LU and u<LU else ch(9) for l in range(64))
        row+=''.join(ch(9) for k in range(9))
    else:
        row=''.join(ch(sw[u][l]) if l<LU else ch(9) for l in range(64))
        row+=''.join(ch(gu[u][k]) for k in range(9))
    out.append('    "%s",'%row)
out.append('};')
out.append('')
out.append('const char sound_drop[SIDES][SOUND_PLACES][LATIN_ROOM + 1] = {')
for t in range(7):
    out.append('    {')
    for k in range(9):
        out.append('        "%s",'%''.join(ch(gl[t][k][l]) if l<LU else ch(1) for l in range(64)))
    out.append('    },')
out.append('};')
out.append('/* clang-format on */')
open('src/lexicon/sound_costs.c','w').write('\n'.join(out)+'\n')
