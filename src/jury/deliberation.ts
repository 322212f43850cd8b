import {
  type Catalogue,
  type JuryRules,
  type PassMarks,
  passMarksOf,
  type ResolvedSession,
} from '../catalogue/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import { isReplacement } from '../exam/index.ts';
import { listLinksOf } from '../examiners/index.ts';
import { batchStates } from '../marks/index.ts';
import type { Database } from '../platform/database/database.ts';
import { readAccounts } from '../results/index.ts';
import type { Jury, Member, Moment } from './jury.ts';
import { type Composition, compositionOf } from './rules/composition.ts';
import { isExamined } from './rules/examined.ts';
import { decisionOf } from './rules/juryStanding.ts';
import { type WithPoints, withPoints } from './rules/points.ts';
import { type Obstacle, obstaclesOf, type UnitOf } from './rules/readiness.ts';
import { type NotDeliberating, whyNotDeliberating, whyNotNow } from './rules/sitting.ts';
import { readLooks } from './store/examined.ts';
import { listMembers } from './store/members.ts';
import { listMoments } from './store/moments.ts';
import { readPoints } from './store/points.ts';
import type { JuryDecision } from './verdict.ts';

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

/** A candidate as the marks and the points stand, and what the jury did with them. */
export type Weighed = WithPoints & {
  readonly decision: JuryDecision;
  /** The jury gave points, or saw or kept these very marks, while it could decide. */
  readonly examined: boolean;
  /** Still to examine: whom the marks alone admit the jury doesn't discuss. */
  readonly waits: boolean;
  /** When it last decided of them; null: never. */
  readonly decidedAt: Temporal.Instant | null;
  /** It decided, but not while enough of it were there. */
  readonly outOfNumber: boolean;
  /** Why they are kept without being seen. */
  readonly kept: string | null;
  /** Members who said that they have a link with them, by name: they leave the room meanwhile. */
  readonly apart: readonly string[];
};

/** When a jury sat, and whether it could decide at an instant. */
export type SittingSoFar = {
  readonly members: readonly Member[];
  readonly moments: readonly Moment[];
  readonly whyNot: (instant: Temporal.Instant) => NotDeliberating | null;
};

export async function readSitting(db: Database, jury: Jury, rules: JuryRules | null): Promise<SittingSoFar> {
  const [moments, members] = await Promise.all([listMoments(db, jury), listMembers(db, jury)]);
  return {
    members,
    moments,
    whyNot: (instant) => (rules === null ? null : whyNotDeliberating(moments, members, rules, instant)),
  };
}

/** Why it can't decide of anybody now; null: it can, or the rules don't say who sits. */
export async function whyNotDeciding(db: Database, catalogue: Catalogue, jury: Jury): Promise<NotDeliberating | null> {
  const rules = sessionRules(catalogue, jury.session)?.jury ?? null;
  return rules === null ? null : whyNotNow(await listMoments(db, jury), await listMembers(db, jury), rules);
}

/** What the jury did with each, beside how they stand. */
export async function weigh(
  db: Database,
  jury: Jury,
  { members, whyNot }: SittingSoFar,
  candidates: readonly WithPoints[],
): Promise<readonly Weighed[]> {
  const looks = await readLooks(db, jury);
  const apart = await readApart(db, jury, members);
  return candidates.map((one) => {
    const look = looks.get(one.account.enrolmentId);
    const looked = isExamined(one, look?.marks ?? undefined);
    const outOfNumber = looked && look !== undefined && whyNot(look.at) !== null;
    const examined = looked && !outOfNumber;
    const decision = decisionOf(one.account.judgement);
    const discussed = decision !== 'ADMITTED' || one.points.length > 0;
    return {
      ...one,
      decision,
      examined,
      waits: discussed && !examined,
      decidedAt: looked ? (look?.at ?? null) : null,
      outOfNumber: discussed && outOfNumber,
      kept: looked && one.points.length === 0 ? (look?.reason ?? null) : null,
      apart: apart.get(one.account.enrolmentId) ?? [],
    };
  });
}

/** By candidate, the members who don't deliberate on them. */
async function readApart(
  db: Database,
  { academy }: Jury,
  members: readonly Member[],
): Promise<ReadonlyMap<EnrolmentId, readonly string[]>> {
  const names = new Map<string, string>(
    members.flatMap(({ examinerId, name }) => (examinerId === null ? [] : [[examinerId, name]])),
  );
  const links = names.size === 0 ? [] : await listLinksOf(db, academy, [...names.keys()]);
  const apart = Map.groupBy(links, ({ enrolmentId }) => enrolmentId);
  return new Map([...apart].map(([id, some]) => [id, some.map(({ examinerId }) => names.get(examinerId) ?? '')]));
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
  readonly moments: readonly Moment[];
  readonly candidates: readonly Weighed[];
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
  const sitting = await readSitting(db, jury, rules.jury);
  const candidates = await weigh(db, jury, sitting, await readCandidates(db, catalogue, jury, rules.pass));
  const obstacles = obstaclesOf({
    specialities: jury.specialities.length,
    quorum: jury.quorum,
    meetsOn: jury.meetsOn,
    today,
    composition: composition ?? { obstacles: ['no-chair'] },
    candidates,
    openBatches,
  });
  return { rules, members, composition, moments: sitting.moments, candidates, openBatches, laterBatches, obstacles };
}
