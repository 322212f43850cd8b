import { readMoment } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import {
  type Decided,
  type DecisionAuthor,
  type DecisionId,
  type DeclaredAct,
  REASON,
  signersOf,
} from '../decision.ts';
import type { Delegation } from '../delegation.ts';
import type { DecideDeps } from '../deps.ts';
import { isSigning, PREPARED_LIFE, type PreparedDecision } from '../prepared.ts';
import type { DecisionRefusal } from '../refusals.ts';
import { authorOf, type MaySign, maySign } from '../rules/signing.ts';
import { lockPrepared, writeSigned } from '../store/prepared.ts';
import { insertDecision, listDelegationsFor, type WrittenDecision } from '../store.ts';
import { whyNotHeard } from './whyNotHeard.ts';

export type DecideOrder = {
  /** The enrolment; `id` is null for a jury, which decides of many: its record names them. */
  readonly of: {
    readonly id: string | null;
    readonly academy: string;
    readonly session: string;
    /** Of the enrolment as it is now. */
    readonly version?: number;
  };
  /** The account of whoever signs; of a jury, its chair as the record names them. */
  readonly by: string | DecisionAuthor;
  /** Who wrote it, where another signs. */
  readonly preparedBy?: string | null;
  /** What was found in the file, frozen. */
  readonly facts: readonly string[];
  readonly reason: string;
  /** The law, as it is cited to the person. */
  readonly ground: string;
  readonly undoes?: DecisionId | null;
};

/**
 * Takes a decision: the only way to one. Its author holds, at that instant, a delegation that names the act (code de l'éducation, D222-20);
 * a person wrote the reason (CRPA L211-5); both are on record before anything changes. An act that signs what was prepared (`signing`) signs it with the decision, or
 * nothing is done. The journal names ids alone.
 */
export async function decide(
  deps: DecideDeps,
  tx: Tx,
  act: Act,
  declared: DeclaredAct,
  order: DecideOrder,
): Promise<Result<Decided, DecisionRefusal>> {
  const signed = await signedBy(deps, tx, act, declared, order);
  if (!signed.ok) return signed;
  const unsaid = unsaidIn(deps, declared, order.of.academy);
  if (unsaid !== null) return refuse(unsaid);
  if (lacksReason(declared, order.reason)) return refuse({ code: 'reason-short' });
  const { id, academy, session } = order.of;
  const prepared = await heldPrepared(tx, act, declared, order);
  if (!prepared.ok) return prepared;
  // Whoever wrote it for another to sign was told of what was theirs.
  const isNew =
    typeof order.by === 'string' && (order.preparedBy ?? null) === null && prepared.value?.reason !== order.reason;
  const unheard = id === null || !isNew ? null : await whyNotHeard(tx, act, [id], order.reason);
  if (unheard !== null) return refuse(unheard);
  const kept = declared.readers === 'health' ? NOTHING_SAID : order;
  const decided = await insertDecision(tx, {
    academy,
    session,
    enrolmentId: id,
    act: declared.code,
    ...signed.value,
    preparedBy: prepared.value?.preparedBy ?? order.preparedBy ?? null,
    facts: kept.facts,
    reason: kept.reason,
    ground: order.ground,
    undoes: order.undoes ?? null,
  });
  if (prepared.value?.state === 'waiting' && typeof order.by === 'string')
    await writeSigned(tx, prepared.value.id, decided, order.by);
  // What its own service alone reads stands in the journal by the act of that service, where the office can't look.
  if (declared.readers === 'office')
    await record(
      tx,
      act,
      'decision.taken',
      { stream: `decision:${decided.id}`, academy, session },
      {
        decisionId: decided.id,
        enrolmentId: id,
        act: declared.code,
        delegationId: signed.value.delegationId,
      },
    );
  return ok({ ...decided, reason: order.reason });
}

/** What a paper of this kind prints and its academy hasn't said: whoever prepares it is told at once; null: nothing. */
export function unsaidIn(
  { catalogue }: DecideDeps,
  { remedies, by }: DeclaredAct,
  academy: string,
): Extract<DecisionRefusal, { code: 'unsaid' }> | null {
  const what = remedies === null || by === 'jury' ? [] : catalogue().unsaidOf(academy);
  return what.length === 0 ? null : { code: 'unsaid', what };
}

/** Facts and reasons of health stay in the tables of their own service. */
const NOTHING_SAID = { facts: [], reason: '' } as const;

async function signedBy(
  { catalogue }: DecideDeps,
  tx: Tx,
  act: Act,
  declared: DeclaredAct,
  { by, of: { academy } }: DecideOrder,
): Promise<Result<Pick<WrittenDecision, 'author' | 'authorId' | 'delegationId'>, DecisionRefusal>> {
  if (typeof by !== 'string') return ok({ author: by, authorId: null, delegationId: null });
  const held = await delegationOf(tx, act, declared, { academy, by });
  if (!held.ok) return held;
  const service = catalogue().academy(academy)?.letterhead.bureau ?? academy;
  return ok({ author: authorOf(held.value, service), authorId: by, delegationId: held.value.id });
}

/** The delegation under which this person signs such an act now, or who could. */
export async function delegationOf(
  tx: Tx,
  act: Act,
  declared: DeclaredAct,
  { academy, by }: { readonly academy: string; readonly by: string },
): Promise<Result<Delegation, DecisionRefusal>> {
  const { now } = await readMoment(tx, act);
  const named = await listDelegationsFor(tx, academy, [declared.code]);
  const signing = maySign(named, by, now, signersOf(declared));
  if (signing.may) return ok(signing.delegation);
  return refuse({ code: 'no-delegation', title: declared.title, ended: signing.ended, who: signing.who });
}

/**
 * What was prepared, still waiting, and of a file that says what it said then; null: nothing was. One that decides of several units takes
 * a decision for each: the first signs it, each finds its facts among those that were prepared.
 */
async function heldPrepared(
  tx: Tx,
  act: Act,
  { code, readers }: DeclaredAct,
  { of, facts }: DecideOrder,
): Promise<Result<PreparedDecision | null, DecisionRefusal>> {
  if (!isSigning(act)) return ok(null);
  const prepared = await lockPrepared(tx, of.academy, act.signs.id);
  if (prepared?.act !== code || prepared.enrolmentId !== of.id) return refuse({ code: 'prepared-closed' });
  const waits = PREPARED_LIFE.may('sign', prepared.state) && prepared.rowVersion === act.signs.rowVersion;
  if (!waits && !prepared.signedHere) return refuse({ code: 'prepared-closed' });
  const isSame = readers === 'health' || facts.every((fact) => prepared.facts.includes(fact));
  if (!isSame || (of.version !== undefined && of.version !== prepared.version))
    return refuse({ code: 'prepared-changed' });
  return ok(prepared);
}

/** May this person sign such acts then, or who else? By their codes. */
export async function readSignings(
  db: Database,
  asked: {
    readonly academy: string;
    readonly accountId: string;
    readonly acts: readonly DeclaredAct[];
    readonly at: Temporal.Instant;
  },
): Promise<ReadonlyMap<string, MaySign>> {
  const codes = asked.acts.map(({ code }) => code);
  const delegations = await listDelegationsFor(db, asked.academy, codes);
  const naming = (code: string) => delegations.filter(({ acts }) => acts.includes(code));
  return new Map(
    asked.acts.map((one) => [one.code, maySign(naming(one.code), asked.accountId, asked.at, signersOf(one))]),
  );
}

/** More than three words: what a person can understand and contest. Whoever prepares an act is told at once. */
export function lacksReason({ reasoned }: Pick<DeclaredAct, 'reasoned'>, reason: string): boolean {
  return reasoned && !isSentence(reason);
}

function isSentence(reason: string): boolean {
  return (
    reason
      .trim()
      .split(/\s+/)
      .filter((word) => /\p{L}/u.test(word)).length >= REASON.words
  );
}
