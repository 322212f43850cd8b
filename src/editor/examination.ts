import { setImmediate } from 'node:timers/promises';
import { accountId, personName } from '../accounts/index.ts';
import { type Catalogue, type PackFile, packFingerprint, type RulePack } from '../catalogue/index.ts';
import { type Enrolment, listLiving, namedByEnrolments } from '../enrolment/index.ts';
import { listAskedCodes } from '../pieces/index.ts';
import type { CaseOutcome } from '../simulation/index.ts';
import type { EditorDeps } from './deps.ts';
import type { Differences } from './rules/difference.ts';
import { withMailNames } from './rules/differenceWords.ts';
import { chosenSpeciality, type Effects, effectsOn, type FollowedRules } from './rules/effects.ts';
import { type Breach, breaches, type Closure, closures } from './rules/runningSessions.ts';
import { healthKept, stillNamed } from './rules/stillNamed.ts';
import { listEverTold } from './store/effects.ts';
import { texts } from './texts/checking.ts';

export type TouchedEnrolment = { readonly enrolment: Enrolment; readonly name: string; readonly effects: Effects };

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
  { readings, rules }: Pick<EditorDeps, 'readings' | 'rules'>,
  before: readonly PackFile[],
  after: readonly PackFile[],
): Promise<Differences | null> {
  const compared = await readings.differences(before, after);
  return compared.ok ? withMailNames(compared.value, rules.mails) : null;
}

/** What rules that are being written would do to people. */
export type Consequences = {
  readonly touched: readonly TouchedEnrolment[];
  /** What enrolments and pieces name and these rules no longer know, a sentence each. */
  readonly lostNames: readonly string[];
  /** What a running session may not lose. */
  readonly breaches: readonly Breach[];
  readonly closures: readonly CountedClosure[];
};
/** With the enrolments that it touches: registered, and still being written. */
export type CountedClosure = Closure & { readonly registered: number; readonly drafts: number };

type Examining = Pick<EditorDeps, 'db' | 'rules' | 'accounts' | 'clock'>;

/** Those of the last examination of a pack: looking at every enrolment takes seconds. */
const lostLately = new WeakMap<RulePack, { readonly publication: number; readonly lost: number }>();

/** Where names are lost or promises broken, no enrolment is looked at: pages of one that names what is gone can't be drawn. */
export async function examinePack(deps: Examining, pack: RulePack): Promise<Consequences> {
  const quick = await promisesBroken(deps, pack);
  if (quick.lostNames.length > 0) return { ...quick, touched: [], closures: [] };
  const rules = { before: deps.rules.current(), after: await deps.rules.catalogueOf(pack) };
  const { publication } = deps.rules.inForce();
  const touched = await touchedBy(deps, rules.before, rules.after);
  lostLately.set(pack, { publication, lost: touched.filter(({ effects }) => effects.lost).length });
  const counted = closures(rules, deps.clock.now()).map((closure): CountedClosure => {
    const its = touched.filter(({ enrolment }) => isShutBy(closure, enrolment));
    const registered = its.filter(({ enrolment }) => enrolment.registered !== null).length;
    return { ...closure, registered, drafts: its.length - registered };
  });
  return { ...quick, touched, closures: counted };
}

function isShutBy({ session, speciality }: Closure, enrolment: Enrolment): boolean {
  return enrolment.session === session && (speciality === null || chosenSpeciality(enrolment) === speciality);
}

async function promisesBroken(deps: Examining, pack: RulePack): Promise<Pick<Consequences, 'lostNames' | 'breaches'>> {
  const [named, pieces] = await Promise.all([namedByEnrolments(deps.db), listAskedCodes(deps.db)]);
  const rules = { before: deps.rules.current(), after: await deps.rules.catalogueOf(pack) };
  return {
    lostNames: [...stillNamed(pack, { ...named, pieces }), ...healthKept(rules.before.pack, pack)],
    breaches: breaches(rules, named.sessions, deps.clock.now()),
  };
}

/** What a session of these rules loses that was published for it: for the form of that session. */
export async function breachesOf(deps: Examining, pack: RulePack, session: string): Promise<readonly Breach[]> {
  return (await promisesBroken(deps, pack)).breaches.filter((one) => one.session === session);
}

/** Why nobody may publish these rules, a sentence each. */
export function obstaclesIn({ touched, ...broken }: Omit<Consequences, 'closures'>): readonly string[] {
  return obstacles(broken, touched.filter(({ effects }) => effects.lost).length);
}

/** The same from what is quick to know, and from the last examination under the rules in force. */
export async function knownObstacles(deps: Examining, pack: RulePack): Promise<readonly string[]> {
  const known = lostLately.get(pack);
  const lost = known?.publication === deps.rules.inForce().publication ? known.lost : 0;
  return obstacles(await promisesBroken(deps, pack), lost);
}

function obstacles(broken: Pick<Consequences, 'lostNames' | 'breaches'>, lost: number): readonly string[] {
  return [
    ...broken.lostNames,
    ...broken.breaches.map(({ message }) => message),
    ...(lost > 0 ? [texts.effects.lost(lost)] : []),
  ];
}

/** How many enrolments are looked at before others get the processor. */
const AT_ONCE = 25;

/**
 * The running enrolments that a change of the rules touches, in the order of their numbers, as whoever keeps the rules may read
 * them: who is touched by what they said of their health alone is neither named nor counted.
 */
async function touchedBy(
  deps: Pick<EditorDeps, 'db' | 'accounts' | 'clock'>,
  before: Catalogue,
  after: Catalogue,
): Promise<readonly TouchedEnrolment[]> {
  const touched = await touchedAtAll(deps, before, after, async () => null, 'shown');
  return touched.filter(({ effects }) => effects.sentences.length > 0);
}

/** All of them, to be told. `following`: what an enrolment follows of the change, once that is decided. */
export async function touchedAtAll(
  deps: Pick<EditorDeps, 'db' | 'accounts' | 'clock'>,
  before: Catalogue,
  after: Catalogue,
  following: (enrolment: Enrolment) => Promise<FollowedRules | null>,
  told: 'all' | 'shown' = 'all',
): Promise<readonly TouchedEnrolment[]> {
  const living = await listLiving(deps.db, packFingerprint(after.pack), await listEverTold(deps.db, told));
  const touched: TouchedEnrolment[] = [];
  for (let first = 0; first < living.length; first += AT_ONCE) {
    const some = living.slice(first, first + AT_ONCE);
    const people = await deps.accounts.findCandidates(
      deps.db,
      some.map(({ candidateId }) => accountId(candidateId)),
    );
    const known = new Map<string, (typeof people)[number]>(people.map((person) => [person.accountId, person]));
    for (const enrolment of some) {
      const person = known.get(enrolment.candidateId);
      if (person === undefined) continue;
      const on = (follows: FollowedRules | null): Effects =>
        effectsOn(enrolment, person, { before, after }, deps.clock.now(), follows);
      const all = on(null);
      const effects = all.sentences.length === 0 && !all.health ? all : on(await following(enrolment));
      if (effects.sentences.length > 0 || effects.health)
        touched.push({ enrolment, name: personName(person), effects });
    }
    await setImmediate();
  }
  return touched;
}
