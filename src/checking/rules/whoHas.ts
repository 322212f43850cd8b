import type { People } from '../../scope/index.ts';
import { severalTexts } from '../severalTexts.ts';
import type { CareClaim } from '../store/claims.ts';

/** What colleagues do with a file, to whoever is about to open it. */
export type WhoHas = {
  /** The account of who takes care of it; null: nobody. */
  readonly holder: string | null;
  readonly holderName: string | null;
  readonly mine: boolean;
  /** Names of those who have it open, and for how many minutes. */
  readonly open: readonly { readonly name: string; readonly minutes: number }[];
};

type Presence = { readonly enrolmentId: string; readonly accountId: string; readonly since: Temporal.Instant };

/** By file. `now` is real time, as the presences are. */
export function whoHas(
  { claims, present }: { readonly claims: readonly CareClaim[]; readonly present: readonly Presence[] },
  people: People,
  me: string,
  now: Temporal.Instant,
): (enrolmentId: string) => WhoHas {
  return (enrolmentId) => {
    const claim = claims.find((one) => one.enrolmentId === enrolmentId);
    return {
      holder: claim?.accountId ?? null,
      holderName: claim === undefined ? null : people('staff', claim.accountId),
      mine: claim?.accountId === me,
      open: present
        .filter((one) => one.enrolmentId === enrolmentId)
        .map((one) => ({
          name: people('staff', one.accountId),
          minutes: Math.max(0, Math.floor(one.since.until(now).total('minutes'))),
        })),
    };
  };
}

/** No colleague takes care of it nor has it open. */
export function isFree({ holder, mine, open }: WhoHas): boolean {
  return open.length === 0 && (holder === null || mine);
}

/** The marks of a row of the queue. */
export function whoHasMarks({ mine, holderName, open }: WhoHas): readonly string[] {
  const { claim, openMark } = severalTexts;
  return [
    ...(mine ? [claim.mine] : holderName === null ? [] : [claim.theirs(holderName)]),
    ...open.filter(({ name }) => name !== holderName).map(({ name }) => openMark(name)),
  ];
}
