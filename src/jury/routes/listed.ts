import { personName } from '../../accounts/index.ts';
import { type Attendance, readAttendance } from '../../attendance/index.ts';
import type { PassMarks } from '../../catalogue/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { keysOf } from '../../platform/keys.ts';
import type { Account } from '../../results/index.ts';
import { candidateTexts } from '../candidateTexts.ts';
import { readCandidates } from '../deliberation.ts';
import type { JuryDeps } from '../deps.ts';
import type { AtJury } from '../guards.ts';
import { codeOf, observationsOf } from '../inWords.ts';
import type { Jury } from '../jury.ts';
import { LISTS, type ListName } from '../pages/candidatesPage.tsx';
import { isExamined } from '../rules/examined.ts';
import { decisionOf, inOrder, standingSaid } from '../rules/juryStanding.ts';
import { contradictedUnits } from '../rules/pointing.ts';
import { readExamined } from '../store/examined.ts';
import { namesOf } from '../store/names.ts';
import { verdictsOfJury } from '../store/verdicts.ts';
import type { JuryDecision, JuryPoint } from '../verdict.ts';

/** A candidate of a jury: as the marks and its points stand, or as its closed record says. */
export type ListedCandidate = {
  readonly account: Account;
  readonly decision: JuryDecision;
  readonly points: readonly JuryPoint[];
  readonly stale: readonly JuryPoint[];
  /** The jury gave points, or said that it looked at these marks; of a closed record always. */
  readonly examined: boolean;
  /** Still to examine: whom the marks admit the jury doesn't discuss. */
  readonly waits: boolean;
};

/** In the order of the deliberation. */
export async function candidatesOfJury(
  deps: Pick<JuryDeps, 'db' | 'catalogue'>,
  jury: Jury,
  pass: PassMarks,
): Promise<readonly ListedCandidate[]> {
  if (jury.state === 'closed') {
    const verdicts = await verdictsOfJury(deps.db, jury);
    return inOrder(
      verdicts.map(({ account, decision, juryPoints }) => ({
        account,
        decision,
        points: juryPoints,
        stale: [],
        examined: true,
        waits: false,
      })),
      pass,
    );
  }
  const ticked = await readExamined(deps.db, jury);
  const candidates = await readCandidates(deps.db, deps.catalogue(), jury, pass);
  return inOrder(
    candidates.map((one) => {
      const examined = isExamined(one, ticked.get(one.account.enrolmentId));
      const decision = decisionOf(one.account.judgement);
      return { ...one, decision, examined, waits: !examined && decision !== 'ADMITTED' };
    }),
    pass,
  );
}

export function listIn({ query }: Pick<Visit, 'query'>): ListName {
  return keysOf(LISTS).find((name) => name === query.liste) ?? 'tous';
}

export function inList(
  candidates: readonly ListedCandidate[],
  list: ListName,
  pass: PassMarks,
): readonly ListedCandidate[] {
  if (list === 'a-voir') return candidates.filter(({ waits }) => waits);
  const wanted: readonly string[] | null = LISTS[list];
  return wanted === null ? candidates : candidates.filter((one) => wanted.includes(standingSaid(one, pass)));
}

/** What the centres said of these candidates, by candidate. */
export async function readTold(
  { db }: Pick<JuryDeps, 'db'>,
  jury: Jury,
  ids: readonly EnrolmentId[],
): Promise<ReadonlyMap<EnrolmentId, readonly Attendance[]>> {
  return Map.groupBy(await readAttendance(db, jury, ids), ({ enrolmentId }) => enrolmentId);
}

/** What is said of a candidate beside the figures. */
export function notesOf({ account }: Pick<ListedCandidate, 'account'>, told: readonly Attendance[]): readonly string[] {
  const contrary = contradictedUnits(account.units, told);
  return [
    ...observationsOf(account),
    ...account.doubts
      .filter((doubt) => doubt !== 'option-unknown' && doubt !== 'under-reserve')
      .map((doubt) => candidateTexts.doubts[doubt]),
    ...(contrary.length === 0 ? [] : [candidateTexts.contrary(contrary.map(codeOf))]),
  ];
}

/** Of whom names were asked for, by a head. */
export async function namesShown(
  deps: Pick<JuryDeps, 'db'>,
  visit: Pick<Visit, 'query'>,
  { staff, member }: AtJury,
  ids: readonly EnrolmentId[],
): Promise<ReadonlyMap<EnrolmentId, string> | null> {
  if (member !== null || visit.query.noms !== '1') return null;
  const named = await namesOf(deps.db, staff.academy, ids);
  return new Map([...named].map(([id, person]) => [id, personName(person)]));
}
