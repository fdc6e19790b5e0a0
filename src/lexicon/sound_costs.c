/* sound_costs.c - the learned costs, as the build wrote them; sound.h. */
#include "lexicon/sound.h"

const char sound_costs[SOUND_ROWS][LATIN_ROOM + 1] = {
#include "sounds.inc"
};

const char sound_costs_paired[SOUND_ROWS][LATIN_ROOM + 1] = {
#include "sounds_paired.inc"
};
