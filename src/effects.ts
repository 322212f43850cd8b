import { ANNULMENT_EFFECT } from './closing/index.ts';
import { VALIDATION_EFFECT } from './hearings/index.ts';
import { type DecisionEffect, SET_ASIDE_EFFECT } from './papers/index.ts';

/** What comes of each kind of decision, from the rooms that take them. */
export const EFFECTS: readonly DecisionEffect[] = [SET_ASIDE_EFFECT, ANNULMENT_EFFECT, VALIDATION_EFFECT];
