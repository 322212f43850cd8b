import type { OnePerson } from '../accounts/index.ts';
import { type StateOf, transitions } from '../platform/transitions.ts';
import type { MovedDate } from './rules/extension.ts';

/** Dates of sessions put off after an incident (*prolongation*), proposed by one person and put in force by another. */

/**
 * What is put off: the register, what is due at its closing (the signature among it), what is due later, the corrections with every
 * correction time that runs.
 */
export const DEADLINES = ['registration', 'pieces', 'later', 'corrections'] as const;
export type Deadline = (typeof DEADLINES)[number];

export const EXTENSION_LIFE = transitions({
  title: 'Extension after an incident',
  column: 'extension.state',
  words: 'editor/texts/extensions.ts',
  means: {
    proposed: 'one person wrote it; nothing changes on the site',
    dropped: 'it was given up',
    approved: 'its dates are in force, by a publication of the rules',
  },
  acts: {
    propose: { from: [], to: 'proposed', who: 'who keeps the rules', undone: 'drop' },
    drop: { from: ['proposed'], to: 'dropped', who: 'who keeps the rules' },
    approve: { from: ['proposed'], to: 'approved', who: 'who keeps the rules', people: 2 },
  },
});

export type ExtensionOrder = {
  readonly sessions: readonly string[];
  readonly deadlines: readonly Deadline[];
  readonly days: number;
  readonly hours: number;
  /** The incident, as everybody reads it. */
  readonly reason: string;
};

export type Extension = ExtensionOrder & {
  readonly id: string;
  readonly academy: string;
  readonly state: StateOf<typeof EXTENSION_LIFE>;
  readonly proposedBy: string;
  readonly proposedAt: Temporal.Instant;
  readonly closedBy: string | null;
  readonly closedAt: Temporal.Instant | null;
  readonly publication: number | null;
};

/** No incident lasts longer. */
export const LONGEST = { days: 60, hours: 23 } as const;
export const REASON_CHARACTERS = 500;

export type ExtensionRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'no-length' }
  | { readonly code: 'nothing-moves' }
  | { readonly code: 'still-past'; readonly dates: readonly MovedDate[] }
  | { readonly code: 'impossible'; readonly faults: readonly string[] }
  | { readonly code: 'busy' }
  | { readonly code: 'decided-meanwhile' }
  | { readonly code: 'rules-changed' }
  | OnePerson;
