import { createHash } from 'node:crypto';
import type { Exam } from '../catalogue/index.ts';
import { canonicalJson } from '../platform/journal.ts';
import type { Branded } from '../platform/result.ts';
import { type StateOf, transitions } from '../platform/transitions.ts';
import type { CompletedUnits } from './completion.ts';

/** One person's request for one exam, one session (*candidature, inscription*). Read this file first. */
export type EnrolmentId = Branded<'EnrolmentId'>;

/** `GLOBAL`: every unit in one session; `PROGRESSIVE`: units spread over sessions. Final at the first *Enregistrer*. */
export type ExamForm = 'GLOBAL' | 'PROGRESSIVE';

/** The steps that hold answers. What each is: `steps/steps.ts`; which ones an exam has, and in which order, its pack says. */
export type AnsweredStep = Exam['steps'][number];
/** The last step only shows what was answered. */
export type StepName = AnsweredStep | 'recapitulatif';

/** What was typed, by field name, as the form engine normalised it: the declarations of the fields read it again. */
export type StepAnswers = Readonly<Record<string, string | readonly string[]>>;
export type Answers = Readonly<Partial<Record<AnsweredStep, StepAnswers>>>;

/** Among the answers of a step left by *Précédent* before they could be read: nobody asked yet what is wrong with them. */
const LEFT = 'brouillon';
/** Characters of a field: what is longer nobody typed, and no step takes it. */
const LONGEST_LEFT = 4_000;

/** What was typed in a step that is left unfinished; null: nothing was. */
export function leftAnswers(typed: StepAnswers): StepAnswers | null {
  const kept = Object.entries(typed).filter(([, value]) => value.length > 0 && value.length <= LONGEST_LEFT);
  return kept.length === 0 ? null : { ...Object.fromEntries(kept), [LEFT]: '1' };
}

export function isLeft(answers: StepAnswers | undefined): boolean {
  return answers !== undefined && Object.hasOwn(answers, LEFT);
}

/** Do two copies say the same, in whatever order they say it? */
export function sameAnswers(one: Answers, other: Answers): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** A short mark of the answers that a page was filled from: sent back with it, so that nobody writes over what they didn't see. */
export function stampOf(answers: StepAnswers | Answers | undefined): string {
  return createHash('sha256')
    .update(canonicalJson(answers ?? {}))
    .digest('base64url')
    .slice(0, 16);
}

/** A mark on what was registered, not a status: a condition isn't met on what was declared (*sous réserve*). See `rules/reserve.ts`. */
export const RESERVE_LIFE = transitions({
  title: 'Reserve on an enrolment',
  column: 'enrolment.reserve',
  words: null,
  means: {
    pending: 'an officer has to look',
    lifted: 'an officer found that the candidate may go on',
    upheld: 'a signed decision sets the enrolment aside, which goes on until its notification (CRPA L221-8)',
  },
  acts: {
    register: { from: [], to: 'pending', who: 'its candidate, under reserve' },
    meet: { from: ['pending', 'lifted'], gone: true, who: 'its candidate, by a version that meets the conditions' },
    lifted: { from: ['pending'], to: 'lifted', who: 'who has a delegation' },
    'set-aside': { from: ['pending'], to: 'upheld', who: 'who has a delegation', undone: 'reinstated' },
    reinstated: { from: ['upheld'], to: 'lifted', who: 'who has a delegation, or an accepted appeal' },
  },
});
export type ReserveState = StateOf<typeof RESERVE_LIFE>;
/** Nobody lifted it: no seat is given, nothing is validated, no jury judges. */
export const HELD_BACK = ['pending', 'upheld'] as const satisfies readonly ReserveState[];

/** Registered, and not ended: pieces are asked of it, the office follows it. */
export const RUNNING = ['registered', 'validated'] as const;
/** An enrolment that still counts, the draft too: at most one per person, session and diploma. */
export const LIVING = ['draft', ...RUNNING] as const;

/** Where an enrolment stands. `signed` is not a status: it is a registered enrolment whose signature bears its version. */
export const ENROLMENT_LIFE = transitions({
  title: 'Enrolment',
  column: 'enrolment.status',
  words: 'candidate/texts.ts',
  means: {
    draft: 'its candidate fills the steps',
    registered: 'it has its number; pieces are asked of it',
    validated: 'every piece that is due at the closing is in order',
    withdrawn: 'its candidate took it back',
    'set-aside': 'a signed decision ended it, and was notified; or it was the second of one person',
    cancelled: 'two people annulled it for want of pieces',
    abandoned: 'a draft that its candidate left',
  },
  acts: {
    begin: { from: [], to: 'draft', who: 'its candidate' },
    // Of a registered enrolment, the first step saved makes the working copy.
    'save-step': { from: LIVING, who: 'its candidate', undone: 'abandon-change' },
    'abandon-change': { from: RUNNING, who: 'its candidate' },
    register: { from: LIVING, to: 'registered', who: 'its candidate' },
    sign: { from: ['registered'], who: 'its candidate' },
    abandon: { from: ['draft'], to: 'abandoned', who: 'its candidate' },
    withdraw: { from: RUNNING, to: 'withdrawn', who: 'its candidate' },
    validate: { from: ['registered'], to: 'validated', who: 'an officer, by the last piece', undone: 'unvalidate' },
    unvalidate: { from: ['validated'], to: 'registered', who: 'who has a delegation, heard before once it was told' },
    'set-aside': { from: ['registered'], to: 'set-aside', who: 'who has a delegation', undone: 'reinstate' },
    reinstate: { from: ['set-aside'], to: 'registered', who: 'who has a delegation' },
    'same-person': { from: RUNNING, to: 'set-aside', who: 'who has a delegation', people: 2, undone: 'reopen' },
    reopen: { from: ['set-aside'], to: 'validated', who: 'who has a delegation' },
    cancel: { from: RUNNING, to: 'cancelled', who: 'two people, at its day', people: 2, undone: 'restore' },
    restore: { from: ['cancelled'], to: 'registered', who: 'who has a delegation' },
  },
});
export type Status = StateOf<typeof ENROLMENT_LIFE>;

/** `online`: on the candidate's own page, with the proof that the room `signature` keeps; `paper`: a signed sheet came in. */
export type SignatureWay = 'paper' | 'online';
export type Signature = { readonly version: number; readonly at: Temporal.Instant; readonly way: SignatureWay };

type Standing = { readonly status: Status };
export function isRunning({ status }: Standing): boolean {
  return RUNNING.some((one) => one === status);
}
export function isUnderReserve({ reserve }: { readonly reserve: string | null }): boolean {
  return HELD_BACK.some((one) => one === reserve);
}
export function isLiving({ status }: Standing): boolean {
  return LIVING.some((one) => one === status);
}

/** That its candidate wasn't told of a validation: whoever looks at a piece again may still undo it. Who tells makes one (`src/papers`). */
export type Untold = { readonly [untold]: true };
declare const untold: unique symbol;

export type Enrolment = {
  readonly id: EnrolmentId;
  readonly academy: string;
  readonly session: string;
  readonly candidateId: string;
  readonly status: Status;
  /** BP24-00127-K, from the first *Enregistrer* on. */
  readonly number: string | null;
  /** 0 for a draft, then raised by each *Enregistrer* that changes something. */
  readonly version: number;
  /** The registered answers; what the office sees. */
  readonly registered: Answers | null;
  /** What the steps write: the draft, or the copy being changed after registration. */
  readonly working: Answers | null;
  readonly firstRegisteredAt: Temporal.Instant | null;
  readonly registeredAt: Temporal.Instant | null;
  readonly signature: Signature | null;
  /** Of a speciality whose units the rules don't know, as an officer found and the candidate confirmed them. */
  readonly completedUnits: CompletedUnits | null;
  /** null: none. */
  readonly reserve: ReserveState | null;
  readonly validatedAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  readonly savedAt: Temporal.Instant;
  readonly rowVersion: number;
};

/** Is the signature that of the version registered last? */
export function isSigned(enrolment: Pick<Enrolment, 'signature' | 'version'>): boolean {
  return enrolment.signature !== null && enrolment.signature.version === enrolment.version;
}

/** Is a registered enrolment being changed? */
export function isBeingChanged(enrolment: Pick<Enrolment, 'working' | 'status'>): boolean {
  return enrolment.status !== 'draft' && enrolment.working !== null;
}
