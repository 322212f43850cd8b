import type { JuryRules } from '../../catalogue/index.ts';
import type { Juror } from '../../examiners/index.ts';
import type { FormState, Option, PageFrame } from '../../ui/index.ts';
import type { Jury, Member, Moment } from '../jury.ts';
import type { BatchSign } from '../rules/batchShift.ts';
import type { Composition } from '../rules/composition.ts';
import type { JuryStanding } from '../rules/juryStanding.ts';
import type { Obstacle, UnitOf } from '../rules/readiness.ts';
import type { Addition } from '../store/additions.ts';
import type { GrantedMeasure } from '../store/arranged.ts';
import type { ListedSheet } from '../store/sheets.ts';

export type ListView = PageFrame & {
  /** Null: their own juries, of all sessions. */
  readonly sessions: readonly Option[] | null;
  readonly session: string | null;
  readonly juries: readonly Jury[];
  readonly nameOf: (cfd: string) => string;
  /** Offered at the session, without a jury. */
  readonly without: readonly Option[];
  readonly state: FormState;
};

/** Which form of the page was refused. */
export type JuryForm = 'jury' | 'membres' | 'seance' | 'garder' | 'cloture' | 'reprise';

export type JuryCounts = Readonly<Record<JuryStanding, number>> & {
  readonly all: number;
  readonly points: number;
  readonly toExamine: number;
};

export type AdditionLine = {
  readonly addition: Addition;
  readonly number: string;
  readonly asked: string;
  readonly ended: string | null;
};

export type JuryView = PageFrame & {
  readonly jury: Jury;
  readonly session: string;
  readonly head: boolean;
  readonly rules: JuryRules | null;
  readonly members: readonly Member[];
  readonly moments: readonly Moment[];
  readonly composition: Composition | null;
  readonly nameOf: (cfd: string) => string;
  readonly personOf: (account: string | null) => string;
  readonly counts: JuryCounts;
  /** Of an open jury. */
  readonly obstacles: readonly Obstacle[];
  /** Replacement tests without locked marks. */
  readonly later: readonly UnitOf[];
  readonly signs: readonly BatchSign[];
  /** What was granted to its candidates, counted; null: not theirs to know. */
  readonly arranged: readonly GrantedMeasure[] | null;
  /** May they confirm what is asked? */
  readonly mayConfirm: boolean;
  readonly accounts: readonly Option[];
  /** People of the academy who may sit, and those who do; nobody but for a head. */
  readonly jurors: readonly Juror[];
  /** For whom a member leaves the room, names by name; nobody but for a head. */
  readonly apart: ReadonlyMap<string, readonly string[]>;
  /** Their own and those that no jury has. */
  readonly specialities: readonly Option[];
  /** Of a closed one. */
  readonly sheets: readonly ListedSheet[];
  readonly additions: readonly AdditionLine[];
  readonly drifted: readonly { readonly id: string; readonly number: string }[];
  readonly form: JuryForm | null;
  readonly state: FormState;
};
