import type { DecisionEffect } from '../papers/index.ts';
import { runFromNotice } from '../pieces/index.ts';
import { VALIDATION_UNDONE } from './decisions.ts';

/** The days of the piece that it has given again run from its notification. */
export const VALIDATION_EFFECT: DecisionEffect = {
  of: VALIDATION_UNDONE,
  begins: (deps, { tx, enrolment, told }) => runFromNotice(deps, tx, enrolment, told.toldAt, told.daysFrom),
};
