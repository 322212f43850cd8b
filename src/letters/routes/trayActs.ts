import { accountTexts, actBy } from '../../accounts/index.ts';
import {
  actDeps,
  encloseSummonses,
  MOST_LETTERS,
  noticeRefusals,
  postedField,
  postLetter,
  TRACKING,
  toldTexts,
  trackingIn,
} from '../../papers/index.ts';
import { file, type Reply, redirect, type Visit } from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import { isUuid } from '../../platform/uuid.ts';
import { type AtDesk, opensSummonses, type Scope } from '../../scope/index.ts';
import { emptyForm, type FormState, parseForm, tickedIn, withFault } from '../../ui/index.ts';
import type { LetterTrayDeps } from '../deps.ts';
import { lettersTexts as say } from '../texts.ts';
import { askedIn, type FoundLetter, findLines, peopleOf, takenOf } from '../trayLines.ts';
import type { Tray } from '../trays.ts';

/** The page again, with what was typed and why nothing was done. */
export type Shown = (visit: Visit, at: AtDesk, state: FormState, status: number) => Promise<Reply>;

/** The number of the post beside a line, as it was typed. */
export function typedOf({ body }: Visit, { paperId }: Pick<FoundLetter, 'paperId'>): string {
  const typed = body[`suivi-${paperId}`];
  return typeof typed === 'string' ? typed.slice(0, 40) : '';
}

/** Who enters what became of a letter: the office, or the service of what is in its tray alone. */
export function senderIn({ pieces }: Scope): 'office' | 'health' {
  return pieces === 'confidential' ? 'health' : 'office';
}

/** What is ticked, as one file: each letter with its papers. Printed again as often as one likes; nothing has left for it. */
export async function printChosen(
  deps: LetterTrayDeps,
  tray: Tray,
  visit: Visit,
  at: AtDesk,
  shown: Shown,
): Promise<Reply> {
  const asked = { ...askedIn(deps, visit, at), filter: 'to-post' as const };
  const chosen = new Set(tickedIn(visit.body, 'choix'));
  const lines = (await findLines(deps, tray, asked)).filter(({ paperId }) => chosen.has(paperId));
  const again = (why: string, status: number): Promise<Reply> =>
    shown(visit, at, withFault(emptyForm, null, why), status);
  if (lines.length === 0 || deps.postedLetters === undefined) return again(say.noneToPrint, 422);
  if (lines.length > MOST_LETTERS) return again(toldTexts.print.tooMany(MOST_LETTERS), 422);
  const kept = opensSummonses(at.staff) ? [] : await encloseSummonses(deps.db, [...chosen].filter(isUuid));
  const forHead = lines.filter(({ paperId }) => kept.includes(paperId)).map(({ number }) => number);
  if (forHead.length > 0) return again(say.forExam(forHead), 409);
  const people = await peopleOf(deps, asked.here, lines);
  const letters = lines.flatMap(({ id, notice }) => {
    const person = people.get(id);
    return person === undefined ? [] : [{ notice, ...person }];
  });
  const { staff, scope } = at;
  const made = await deps.postedLetters({
    academy: scope.academy,
    letters,
    officerId: staff.accountId,
    signer: { name: staff.displayName, capacity: accountTexts.roles[staff.role] },
    confidential: scope.pieces === 'confidential',
  });
  if (!made.ok)
    return again(made.error === 'too-many' ? toldTexts.print.tooMany(MOST_LETTERS) : toldTexts.print.failed, 503);
  await tray.note(visit, at, takenOf(lines, asked, 'print'));
  return file(made.value, 'application/pdf', `lettres-${parisDay(deps.clock.now())}.pdf`, 'inline', made.value.length);
}

/** What left on one day: a faulty number and nothing is written; one that is refused holds up no other. */
export async function notePosted(
  deps: LetterTrayDeps,
  tray: Tray,
  visit: Visit,
  at: AtDesk,
  shown: Shown,
): Promise<Reply> {
  const asked = askedIn(deps, visit, at);
  const read = parseForm([postedField] as const, visit.body);
  const typed = { [postedField.name]: visit.body[postedField.name] } as FormState['typed'];
  const lines = await findLines(deps, tray, { ...asked, filter: 'to-post' });
  const chosen = new Set(tickedIn(visit.body, 'choix'));
  const filled = lines.flatMap((line) => {
    const tracking = trackingIn(typedOf(visit, line));
    return tracking === '' && !chosen.has(line.paperId)
      ? []
      : [{ ...line, tracking: tracking === '' ? null : tracking }];
  });
  const why = whyNothing(visit, filled);
  if (!read.ok || why !== null) {
    const state = read.ok ? { typed, faults: [] } : read.error;
    return shown(visit, at, why === null ? state : withFault(state, null, why), 422);
  }
  const refused: string[] = [];
  for (const { paperId, tracking, number } of filled) {
    const { staff, scope } = at;
    const order = { paperId, academy: scope.academy, officerId: staff.accountId, sender: senderIn(scope) };
    const left = { ...order, tracking, postedOn: read.value.jour };
    const done = await postLetter(actDeps(deps), actBy(visit, staff), left);
    if (!done.ok) refused.push(say.refused(number, noticeRefusals.inWords(done.error)));
  }
  const { session, sort: nature } = asked;
  if (refused.length === 0) return redirect(tray.at.list({ session, nature, message: 'lettres-parties' }));
  const done = filled.length - refused.length;
  const said = [...refused, ...(done === 0 ? [] : [say.someDone(done)])];
  const state = said.reduce<FormState>((before, one) => withFault(before, null, one), { typed, faults: [] });
  return shown(visit, at, state, 409);
}

function whyNothing(
  visit: Visit,
  filled: readonly (FoundLetter & { readonly tracking: string | null })[],
): string | null {
  if (filled.length === 0) return say.none;
  const faulty = filled.find(({ tracking }) => tracking !== null && !TRACKING.test(tracking));
  if (faulty !== undefined) return say.badTracking(faulty.number, typedOf(visit, faulty));
  const twice = filled.find(
    ({ tracking }, index) => tracking !== null && filled.findIndex((one) => one.tracking === tracking) < index,
  );
  return twice === undefined ? null : say.twice(twice.number, twice.tracking ?? '');
}
