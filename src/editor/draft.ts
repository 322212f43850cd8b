import type { OnePerson } from '../accounts/index.ts';
import type { PackFault, PackFile, RulePack } from '../catalogue/index.ts';
import type { Branded, Result } from '../platform/result.ts';
import { type ActOf, type StateOf, transitions } from '../platform/transitions.ts';
import type { WorkRefusal } from '../platform/work/pool.ts';

export type DraftId = Branded<'DraftId'>;

export const DRAFT_LIFE = transitions({
  title: 'Draft of rules',
  column: 'rule_draft.state',
  words: 'editor/texts.ts',
  means: {
    open: 'it is written',
    submitted: 'one of its authors asked somebody else to read it',
    published: 'its rules are in force',
    abandoned: 'it is kept, and never opens again',
  },
  refusals: { open: 'not-submitted', submitted: 'not-open', published: 'not-open', abandoned: 'not-open' },
  acts: {
    start: { from: [], to: 'open', who: 'who keeps the rules', undone: 'abandon' },
    save: { from: ['open'], who: 'who keeps the rules', undone: 'take-back' },
    'take-back': { from: ['open'], who: 'who keeps the rules', undone: 'take-back' },
    update: { from: ['open', 'submitted'], to: 'open', who: 'who keeps the rules', undone: 'take-back' },
    submit: { from: ['open'], to: 'submitted', who: 'one of its authors', undone: 'send-back' },
    'send-back': {
      from: ['submitted'],
      to: 'open',
      who: 'who keeps the rules',
      refused: { published: 'not-submitted', abandoned: 'not-submitted' },
    },
    publish: {
      from: ['submitted'],
      to: 'published',
      who: 'who keeps the rules',
      people: 2,
      refused: { published: 'not-submitted', abandoned: 'not-submitted' },
    },
    abandon: { from: ['open', 'submitted'], to: 'abandoned', who: 'who keeps the rules' },
  },
});
export type DraftState = StateOf<typeof DRAFT_LIFE>;
export type DraftAct = ActOf<typeof DRAFT_LIFE>;

/** Text of the file from now on; null: the file goes. */
export type FileChanges = Readonly<Record<string, string | null>>;

/** Rules being written, beside those in force. Whoever writes a word is an author, and never its publisher. */
export type Draft = {
  readonly id: DraftId;
  readonly academy: string;
  readonly title: string;
  readonly state: DraftState;
  /** Number of the publication that it changes. */
  readonly base: number;
  readonly changes: FileChanges;
  /** Fingerprint of a delivered folder that it takes in; null: it takes in none. */
  readonly delivered: string | null;
  /** Goes up at each change: a form made for another version is refused. */
  readonly version: number;
  readonly startedBy: string;
  /** Accounts that wrote in it, in no order. */
  readonly authors: readonly string[];
  readonly submittedBy: string | null;
  /** What the change is for, said when it is submitted. */
  readonly purpose: string | null;
  /** Why it was sent back; null when it wasn't. */
  readonly sentBack: string | null;
  readonly publishedBy: string | null;
  /** Why it was published although cases fail. */
  readonly publishedDespite: string | null;
  /** Do the pieces of registered enrolments follow the new rules? null: nobody had to choose. */
  readonly applied: boolean | null;
  readonly publication: number | null;
  readonly changedAt: Temporal.Instant;
};

/** A draft with its files, read. */
export type OpenDraft = {
  readonly draft: Draft;
  readonly before: readonly PackFile[];
  readonly files: readonly PackFile[];
  readonly read: Result<RulePack, readonly PackFault[]>;
  /** Why they couldn't be read at all, which `read` gives as a fault; null when they were. */
  readonly unread: WorkRefusal | null;
};

/** A variable that a mail, by its name, needs and its words don't say; `why`: what its reader loses. */
export type LostVariable = { readonly mail: string; readonly name: string; readonly why: string };

/** Why an act on a draft isn't done. */
export type DraftRefusal =
  | { readonly code: 'changed-meanwhile' }
  | { readonly code: 'not-open' }
  | { readonly code: 'not-submitted' }
  | { readonly code: 'nothing-changed' }
  | { readonly code: 'faulty' }
  | OnePerson
  | { readonly code: 'other-rules-in-force' }
  | { readonly code: 'cases-not-run' }
  | { readonly code: 'reason-needed' }
  | { readonly code: 'control-character' }
  | { readonly code: 'too-big' }
  | { readonly code: 'choice-needed' }
  | { readonly code: 'running-session' }
  | { readonly code: 'closing-unconfirmed' }
  | { readonly code: 'mail-loses'; readonly lost: readonly LostVariable[] }
  | { readonly code: 'other-academy'; readonly names: readonly string[] }
  | { readonly code: 'loses-enrolments' };
