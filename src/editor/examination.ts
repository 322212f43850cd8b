import { setImmediate } from 'node:timers/promises';
import { accountId, displayName } from '../accounts/index.ts';
import { type Catalogue, type PackFile, packFingerprint, type RulePack } from '../catalogue/index.ts';
import { type Enrolment, listRunning, namedByEnrolments } from '../enrolment/index.ts';
import { listAskedCodes } from '../pieces/index.ts';
import type { CaseOutcome } from '../simulation/index.ts';
import type { EditorDeps } from './deps.ts';
import type { Differences } from './rules/difference.ts';
import { type Effects, effectsOn } from './rules/effects.ts';
import { healthKept, stillNamed } from './rules/stillNamed.ts';

export type Touched = { readonly enrolment: Enrolment; readonly name: string; readonly effects: Effects };

/** A pack is frozen: its cases always answer alike. */
const outcomes = new WeakMap<RulePack, readonly CaseOutcome[]>();

/** The cases of a pack, run on its own rules; null when they couldn't be, in the time and memory that they may take. */
export async function runCases(
  deps: Pick<EditorDeps, 'rules' | 'readings'>,
  pack: RulePack,
): Promise<readonly CaseOutcome[] | null> {
  const known = outcomes.get(pack);
  if (known !== undefined) return known;
  const run = await deps.readings.cases(await deps.rules.catalogueOf(pack));
  if (!run.ok) return null;
  outcomes.set(pack, run.value);
  return run.value;
}

/** What differs between files; null when it couldn't be worked out. */
export async function compareFiles(
  deps: Pick<EditorDeps, 'readings'>,
  before: readonly PackFile[],
  after: readonly PackFile[],
): Promise<Differences | null> {
  const compared = await deps.readings.differences(before, after);
  return compared.ok ? compared.value : null;
}

/** What enrolments and pieces name and the new rules no longer know: a sentence each. Such rules can't be published. */
export async function lostNames(deps: Pick<EditorDeps, 'db' | 'rules'>, pack: RulePack): Promise<readonly string[]> {
  const [named, pieces] = await Promise.all([namedByEnrolments(deps.db), listAskedCodes(deps.db)]);
  return [...stillNamed(pack, { ...named, pieces }), ...healthKept(deps.rules.current().pack, pack)];
}

/** How many enrolments are looked at before others get the processor. */
const AT_ONCE = 25;

/**
 * The running enrolments that a change of the rules touches, in the order of their numbers, as whoever keeps the rules may read
 * them: who is touched by what they said of their health alone is neither named nor counted.
 */
export async function touchedBy(
  deps: Pick<EditorDeps, 'db' | 'accounts' | 'clock'>,
  before: Catalogue,
  after: Catalogue,
): Promise<readonly Touched[]> {
  return (await touchedAtAll(deps, before, after)).filter(({ effects }) => effects.sentences.length > 0);
}

/** All of them, to be told. */
export async function touchedAtAll(
  deps: Pick<EditorDeps, 'db' | 'accounts' | 'clock'>,
  before: Catalogue,
  after: Catalogue,
): Promise<readonly Touched[]> {
  const running = await listRunning(deps.db, packFingerprint(after.pack));
  const touched: Touched[] = [];
  for (let first = 0; first < running.length; first += AT_ONCE) {
    const some = running.slice(first, first + AT_ONCE);
    const people = await deps.accounts.findCandidates(
      deps.db,
      some.map(({ candidateId }) => accountId(candidateId)),
    );
    const known = new Map<string, (typeof people)[number]>(people.map((person) => [person.accountId, person]));
    for (const enrolment of some) {
      const person = known.get(enrolment.candidateId);
      if (person === undefined) continue;
      const effects = effectsOn(enrolment, person, { before, after }, deps.clock.now());
      if (effects.sentences.length > 0 || effects.health)
        touched.push({ enrolment, name: displayName(person), effects });
    }
    await setImmediate();
  }
  return touched;
}
