import { personName } from '../../accounts/index.ts';
import { type Attendance, readAttendance } from '../../attendance/index.ts';
import type { PassMarks } from '../../catalogue/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { keysOf } from '../../platform/keys.ts';
import { candidateTexts } from '../candidateTexts.ts';
import { readCandidates, readSitting, sessionRules, type Weighed, weigh } from '../deliberation.ts';
import type { JuryDeps } from '../deps.ts';
import type { AtJury } from '../guards.ts';
import { codeOf, observationsOf } from '../inWords.ts';
import type { Jury } from '../jury.ts';
import { LISTS, type ListName } from '../pages/candidatesPage.tsx';
import { inOrder, standingSaid } from '../rules/juryStanding.ts';
import { contradictedUnits } from '../rules/pointing.ts';
import { namesOf } from '../store/names.ts';
import { verdictsOfJury } from '../store/verdicts.ts';

/** A candidate of a jury: as the marks and its points stand, or as its closed record says, of which nobody is left to examine. */
export type ListedCandidate = Weighed;

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
        decidedAt: null,
        outOfNumber: false,
        kept: null,
        apart: [],
      })),
      pass,
    );
  }
  const sitting = await readSitting(deps.db, jury, sessionRules(deps.catalogue(), jury.session)?.jury ?? null);
  const candidates = await readCandidates(deps.db, deps.catalogue(), jury, pass);
  return inOrder(await weigh(deps.db, jury, sitting, candidates), pass);
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
export function notesOf(
  {
    account,
    outOfNumber,
    decidedAt,
    kept,
    apart,
  }: Pick<ListedCandidate, 'account' | 'outOfNumber' | 'decidedAt' | 'kept' | 'apart'>,
  told: readonly Attendance[],
  { member }: Pick<AtJury, 'member'>,
): readonly string[] {
  const contrary = contradictedUnits(account.units, told);
  return [
    ...observationsOf(account),
    ...(outOfNumber && decidedAt !== null ? [candidateTexts.outOfNumber(decidedAt)] : []),
    ...(kept === null ? [] : [candidateTexts.kept(kept)]),
    // A link is read by the head alone, who has the members leave.
    ...(member === null && apart.length > 0 ? [candidateTexts.apart(apart)] : []),
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
