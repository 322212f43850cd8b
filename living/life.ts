import { type AccountId, accountId } from '../src/accounts/index.ts';
import type { ResolvedSession } from '../src/catalogue/index.ts';
import type { EnrolmentId } from '../src/enrolment/enrolment.ts';
import { isOffered } from '../src/pieces/index.ts';
import { actOf, type Candidate, fillDraft, give, handOver, missingPieces, register, withdraw } from './acts.ts';
import { answersOf } from './answers.ts';
import { type Draw, drawFor } from './draw.ts';
import { invent, type Person } from './people.ts';
import { chooseSpecimen, type Specimens } from './specimens.ts';
import type { World } from './world.ts';

/** Somebody, what they have done and when they come back. */
export type Life = {
  readonly person: Person;
  readonly draw: Draw;
  /** Hours since the opening, each a visit. */
  readonly visits: readonly number[];
  readonly diligent: boolean;
  /** Stops at a draft of so many steps. */
  readonly stopsAt: number | null;
  readonly withdraws: boolean;
  candidate: Candidate | null;
  enrolment: EnrolmentId | null;
};

/**
 * Many come on the first days, more on the last. `hours`: how long the register has been open; `diligent`: nobody stops on the way,
 * and whatever is missing is given in a last visit; `known`: who it is, somebody invented where nothing is said.
 */
export function planLife(rank: number, hours: number, diligent: boolean, known?: Person): Life {
  const draw = drawFor(`life ${rank}`);
  const first = draw.share() < 0.15 ? draw.share() * 72 : hours * draw.share() ** 0.75;
  const visits = [first];
  for (let more = draw.whole(4); more > 0; more -= 1) visits.push((visits.at(-1) ?? 0) + 6 + draw.share() * 110);
  if (diligent) visits.push(Math.max(hours - 30, first), hours - 2);
  return {
    person: known ?? invent(rank, draw),
    draw,
    diligent,
    visits: diligent ? visits.filter((at) => at < hours).toSorted((one, other) => one - other) : visits,
    stopsAt: draw.share() < (diligent ? 0.02 : 0.08) && known === undefined ? 1 + draw.whole(5) : null,
    withdraws: draw.share() < 0.02 && known === undefined,
    candidate: null,
    enrolment: null,
  };
}

export type Place = {
  readonly world: World;
  readonly session: ResolvedSession;
  /** Codes of those that people choose among; null: all that are open. */
  readonly specialities: readonly string[] | null;
  /** Of a piece, by its code. */
  readonly specimens: (code: string) => Promise<Specimens>;
  /** An account, activated. */
  readonly open: (person: Person) => Promise<AccountId>;
};

/** One visit: the enrolment at the first, then what is missing, given bit by bit. */
export async function visit(place: Place, life: Life, last: boolean): Promise<void> {
  if (life.candidate === null || life.enrolment === null) {
    await enrol(place, life);
    if (life.stopsAt !== null) return;
  }
  const { candidate, enrolment, draw, diligent } = life;
  if (candidate === null || enrolment === null || life.stopsAt !== null) return;
  if (life.withdraws && last) return withdraw(candidate, enrolment);
  for (const piece of await missingPieces(candidate, enrolment)) {
    if (isOffered(piece) || draw.share() > (last ? (diligent ? 1 : 0.93) : 0.6)) continue;
    const specimen = chooseSpecimen(await place.specimens(piece.code), draw);
    await give(candidate, enrolment, piece.code, specimen);
  }
  if (draw.share() < (diligent ? 1 : 0.95)) await handOver(candidate, enrolment);
}

/** Gives again what was refused, in the time that is the person's own. */
export async function correct(place: Place, { candidate, enrolment, draw, withdraws, stopsAt }: Life): Promise<void> {
  if (candidate === null || enrolment === null || withdraws || stopsAt !== null) return;
  const refused = (await missingPieces(candidate, enrolment)).filter(({ status }) => status === 'non-compliant');
  for (const { code } of refused)
    await give(candidate, enrolment, code, chooseSpecimen(await place.specimens(code), draw));
  if (refused.length > 0) await handOver(candidate, enrolment);
}

async function enrol({ world, session, specialities, open }: Place, life: Life): Promise<void> {
  const id = accountId(await open(life.person));
  const candidate = { deps: world.deps, accountId: id, act: actOf('candidate', id) };
  const answers = answersOf({ catalogue: world.catalogue, session, specialities }, life.person, life.draw);
  life.candidate = candidate;
  life.enrolment = await fillDraft(candidate, session.code, answers, life.stopsAt ?? undefined);
  if (life.stopsAt === null) await register(candidate, life.enrolment);
}
