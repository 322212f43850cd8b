import { FILE_READERS, type Role } from '../accounts/index.ts';
import { lawTexts } from '../law/index.ts';
import type { Branded } from '../platform/result.ts';

/**
 * A decision for or against a person: who may take it and in what capacity, on what law, how it is told, how it is undone. Read this
 * file first. Each room declares the kinds of act that it takes; `decide()` alone takes one.
 */
export type DecisionId = Branded<'DecisionId'>;

/** Who takes it: somebody who holds a delegation of the recteur, or a jury, which is sovereign (code de l'éducation, D337-118). */
export type Taker = 'delegate' | 'jury';

/**
 * `words`: in a list of acts. `door`: where an appeal to whoever took it is given: on the decision itself, on the published result that it
 * makes, or nowhere here: a judge, or the CADA, is what is left.
 */
export type Remedies = { readonly words: string; readonly door: 'decision' | 'result' | 'judge' };

/** What most decisions against somebody have. */
export const BY_APPEAL = { words: lawTexts.inShort, door: 'decision' } as const satisfies Remedies;

/** A kind of act, as the law wants it. Words are French: `docs/acts.md` and the page of delegations print them. */
export type DeclaredAct = {
  /** In the journal and in delegations; never changed once it has landed. */
  readonly code: string;
  readonly title: string;
  readonly by: Taker;
  /** By how many it is decided: the second is an independent person. */
  readonly people: 1 | 2;
  /** Who may read it: the office, or the service of accommodations alone (health). */
  readonly readers: 'office' | 'health';
  /** Of the office, its heads alone read and take it. */
  readonly headsOnly?: true;
  /** Is the person heard first, and how long; null: the act answers a request, or gives what was asked. */
  readonly heard: string | null;
  /** Articles, as they are cited. The law of one exam comes from its pack. */
  readonly law: readonly string[];
  /** Must a person write the reason (CRPA L211-2)? */
  readonly reasoned: boolean;
  /** Where reasons are written elsewhere than in one for the whole: which, in words. */
  readonly reasons?: string;
  readonly notified: string;
  readonly effect: string;
  /** How it is contested; null: it is favourable. */
  readonly remedies: Remedies | null;
  /** What undoes it. */
  readonly undone: string;
};

/** Who reads such an act before it is signed, and so who may sign it. */
export function signersOf({ readers, headsOnly }: Pick<DeclaredAct, 'readers' | 'headsOnly'>): readonly Role[] {
  if (readers === 'health') return ['accommodation'];
  return headsOnly === true ? ['head'] : FILE_READERS;
}

/** Who signs, as it was on that day: what CRPA L212-1 and L212-2 want printed. */
export type DecisionAuthor = {
  readonly firstName: string;
  readonly surname: string;
  /** « cheffe de la division des examens et concours » */
  readonly capacity: string;
  readonly service: string;
  /** « par délégation du recteur (arrêté du …, publié le …) »; null of a jury. */
  readonly delegated: string | null;
};

/** A decision that was taken and is on record. Only `decide()` and what reads its table make one: it is what writers ask for. */
export type Decided = {
  readonly [taken]: true;
  readonly id: DecisionId;
  readonly act: string;
  readonly author: DecisionAuthor;
  readonly reason: string;
  /** The law it rests on. */
  readonly ground: string;
  readonly takenAt: Temporal.Instant;
};
declare const taken: unique symbol;

/** The shortest reason that a person could have written for somebody: a sentence, not a word. */
export const REASON = { words: 4, length: 4_000 } as const;
