import type { AskedBeside, DeclaredAct, PreparedDecision } from '../decisions/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import type { RefusalTable } from '../platform/http/refusalTable.ts';
import type { Act } from '../platform/journal.ts';
import { ok, type Result, refuse } from '../platform/result.ts';
import type { DeskDeps } from './deps.ts';
import type { FileAtDesk } from './scope.ts';

/** Why it isn't signed, in words; `field`: the one that it is about. */
export type Unsigned = { readonly status: number; readonly words: string; readonly field: string | null };

/** An act that one person may prepare and another sign: each is a line of `SIGNABLE`. */
export type Signable<Deps = DeskDeps> = {
  readonly declared: DeclaredAct;
  /** Of the longest reason that its page takes, in characters. */
  readonly longest: number;
  /** Where it is prepared, or taken. */
  readonly address: (prepared: Pick<PreparedDecision, 'enrolmentId' | 'session'>) => string;
  /** What the decision bears beyond its facts, in sentences. */
  readonly says?: (asked: AskedBeside) => readonly string[];
  /** What the file says now of what was asked; null: it leaves nothing of this kind to decide. */
  readonly facts: (deps: Deps, at: FileAtDesk, asked: AskedBeside) => Promise<readonly string[] | null>;
  /** The room's own action, in the name of whoever signs (`act`). */
  readonly sign: (
    deps: Deps,
    act: Act,
    at: FileAtDesk,
    prepared: Pick<PreparedDecision, 'version' | 'ground' | 'about' | 'asked'>,
    reason: string,
  ) => Promise<Result<null, Unsigned>>;
};

/** What every action on a file is told of it and of who takes it. */
export function orderOf({ enrolment: { id }, scope: { academy }, staff: { accountId: officerId } }: FileAtDesk): {
  readonly id: EnrolmentId;
  readonly academy: string;
  readonly officerId: string;
} {
  return { id, academy, officerId };
}

export function askedList(asked: AskedBeside[string] | undefined): readonly string[] {
  return Array.isArray(asked) ? asked : [];
}

/** As the room says why not. */
export async function askedText<E extends { readonly code: string }>(
  doing: Promise<Result<unknown, E>>,
  refusals: RefusalTable<E>,
): Promise<Result<null, Unsigned>> {
  const done = await doing;
  if (done.ok) return ok(null);
  const { status, inWords, fieldOf } = refusals;
  return refuse({ status: status(done.error), words: inWords(done.error), field: fieldOf(done.error) });
}
