import {
  columns,
  id,
  instant,
  integer,
  json,
  nullable,
  oneOf,
  type RowOf,
  text,
  texts,
  uuid,
} from '../platform/database/columns.ts';
import type { Act } from '../platform/journal.ts';
import type { Branded } from '../platform/result.ts';
import { transitions } from '../platform/transitions.ts';
import type { DecisionId } from './decision.ts';

/**
 * A decision that somebody wrote for who may sign it (*décision préparée*). It has no effect, and its candidate sees nothing of it: `decide()`
 * signs it, or it goes back with a word. Of health it says that there is one, by whom and whether it waits: what it decides and why it
 * went back stand with its own service.
 */
export type PreparedId = Branded<'PreparedId'>;

export const PREPARED_LIFE = transitions({
  title: 'Prepared decision',
  column: 'prepared_decision.state',
  words: null,
  means: {
    waiting: 'it waits for a signature, and has no effect',
    'sent-back': 'to who wrote it, with a word',
    signed: 'it became the decision',
  },
  acts: {
    prepare: { from: [], to: 'waiting', who: 'the office' },
    'send-back': { from: ['waiting'], to: 'sent-back', who: 'who could have signed it' },
    sign: { from: ['waiting'], to: 'signed', who: 'who has a delegation' },
  },
});

/** What the form asked beyond a reason (which units, what outcome), as the room's own action takes it. */
export type AskedBeside = Readonly<Record<string, string | number | readonly string[]>>;

export const PREPARED_ROW = columns({
  id: id<PreparedId>(),
  academy: text,
  session: text,
  enrolmentId: uuid,
  /** The version of the enrolment that was read. */
  version: integer,
  /** The code of the declared act. */
  act: text,
  /** What of the enrolment it decides, where several wait at once (a unit, a hearing); empty: the enrolment. */
  about: text,
  asked: json<AskedBeside>(),
  /** What was found in the file, frozen: signed while the file still says the same. */
  facts: texts,
  reason: text,
  /** The law, as its candidate will read it. */
  ground: text,
  state: oneOf(PREPARED_LIFE.states),
  preparedBy: uuid,
  preparedAt: instant,
  closedBy: nullable(uuid),
  closedAt: nullable(instant),
  /** Why it was sent back. */
  back: nullable(text),
  /** What it became. */
  decisionId: nullable(id<DecisionId>()),
  rowVersion: integer,
});
export type PreparedDecision = RowOf<typeof PREPARED_ROW>;

/** What whoever signs had under the eyes. */
export type SeenByHead = { readonly id: string; readonly rowVersion: number };

/** The act of signing one: whatever `decide()` is asked for in its name signs it, or nothing is done. */
export type SigningAct = Act & { readonly signs: SeenByHead };

export function asSigned(act: Act, { id, rowVersion }: SeenByHead): SigningAct {
  return { ...act, signs: { id, rowVersion } };
}

export function isSigning(act: Act): act is SigningAct {
  return 'signs' in act;
}

/** The button of a decision's form that deposits it in « À signer »; the form takes the decision without it. */
export const PREPARE = { name: 'suite', value: 'preparer' } as const;

export function isPrepared(body: Readonly<Record<string, unknown>>): boolean {
  return body[PREPARE.name] === PREPARE.value;
}

export const PREPARED = { listed: 200, words: 500 } as const;
