import {
  type Catalogue,
  type JuryRules,
  type PassMarks,
  passMarksOf,
  type ResolvedSession,
} from '../catalogue/index.ts';
import { isReplacement } from '../exam/index.ts';
import { batchStates } from '../marks/index.ts';
import type { Database } from '../platform/database/database.ts';
import { readAccounts } from '../results/index.ts';
import type { Jury, Member } from './jury.ts';
import { type Composition, compositionOf } from './rules/composition.ts';
import { type WithPoints, withPoints } from './rules/points.ts';
import { type Obstacle, obstaclesOf, type UnitOf } from './rules/readiness.ts';
import { listMembers } from './store/members.ts';
import { readPoints } from './store/points.ts';

/** By which rules the jury of a session decides. */
export type SessionRules = {
  readonly session: ResolvedSession;
  readonly pass: PassMarks;
  /** Half points between two marks; null: the rules don't say. */
  readonly step: 1 | 2 | null;
  /** Null: the rules don't say who sits. */
  readonly jury: JuryRules | null;
};

export function sessionRules(catalogue: Catalogue, code: string): SessionRules | null {
  const session = catalogue.session(code);
  const exam = session === undefined ? undefined : catalogue.exam(session.exam);
  if (session === undefined || exam === undefined) return null;
  const step = exam.results.marks?.step;
  return {
    session,
    pass: passMarksOf(exam),
    step: step === undefined ? null : step === 'point' ? 2 : 1,
    jury: exam.jury ?? null,
  };
}

/** The candidates of a jury as they stand now: their accounts after its points, by number. */
export async function readCandidates(
  db: Database,
  catalogue: Catalogue,
  jury: Jury,
  pass: PassMarks,
): Promise<readonly WithPoints[]> {
  const points = await readPoints(db, jury);
  const candidates: WithPoints[] = [];
  for (const speciality of jury.specialities)
    for (const account of await readAccounts(db, catalogue, jury, { speciality }))
      candidates.push(withPoints(account, points.get(account.enrolmentId) ?? [], pass));
  return candidates;
}

/** All that an open jury is, and what keeps its record from being closed. */
export type Deliberation = {
  readonly rules: SessionRules;
  readonly members: readonly Member[];
  readonly composition: Composition | null;
  readonly candidates: readonly WithPoints[];
  readonly openBatches: readonly UnitOf[];
  /** Batches of replacement tests whose marks aren't locked: they bar nothing, and whoever closes says that they know (080, 092). */
  readonly laterBatches: readonly UnitOf[];
  readonly obstacles: readonly Obstacle[];
};

/** `held`: marks stay as they are until the transaction ends. */
export async function readDeliberation(
  db: Database,
  catalogue: Catalogue,
  jury: Jury,
  today: Temporal.PlainDate,
  held = false,
): Promise<Deliberation | null> {
  const rules = sessionRules(catalogue, jury.session);
  if (rules === null) return null;
  const members = await listMembers(db, jury);
  const composition = rules.jury === null ? null : compositionOf(members, rules.jury);
  const batches = await batchStates(db, jury, jury.specialities, held);
  const unlocked = batches
    .filter(({ lockedAt }) => lockedAt === null)
    .map(({ speciality, unit }) => ({ speciality, unit }));
  const openBatches = unlocked.filter(({ unit }) => !isReplacement(unit));
  const laterBatches = unlocked.filter(({ unit }) => isReplacement(unit));
  const candidates = await readCandidates(db, catalogue, jury, rules.pass);
  const obstacles = obstaclesOf({
    specialities: jury.specialities.length,
    quorum: jury.quorum,
    meetsOn: jury.meetsOn,
    today,
    composition: composition ?? { obstacles: ['no-chair'] },
    candidates,
    openBatches,
  });
  return { rules, members, composition, candidates, openBatches, laterBatches, obstacles };
}
