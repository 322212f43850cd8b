import type { Candidate, SignedInStaff } from '../accounts/index.ts';
import type { Enrolment } from '../enrolment/index.ts';

/** What a member of staff may see. Read this file first. Every query of this room carries it. */
export type Scope = {
  readonly academy: string;
  /** The academy's sessions that the rule pack knows. */
  readonly sessions: readonly string[];
  /** Groups of specialities; null: all of the academy (head of office). */
  readonly portfolios: readonly string[] | null;
  /** Which pieces: the ordinary ones, or only those that hold health data. Nobody reads both. */
  readonly pieces: 'ordinary' | 'confidential';
  /** Who asks: what they take care of is theirs, and they aren't a colleague of themselves. */
  readonly reader?: string;
};

/** Whoever reads files, with what they may read. */
export type AtDesk = { readonly staff: SignedInStaff; readonly scope: Scope };
export type FileAtDesk = AtDesk & { readonly enrolment: Enrolment; readonly candidate: Candidate };

/** Where a registered enrolment stands, as the office sorts its files. `under-reserve`: signed or not, a person must look first. */
export const FILE_STATES = [
  'under-reserve',
  'to-sign',
  'signed',
  'validated',
  'withdrawn',
  'set-aside',
  'cancelled',
] as const;
export type FileState = (typeof FILE_STATES)[number];

/** What is looked for among files: a state, of the signed ones those of which a piece is still to come and those of which none is, all that are complete, validated or not, all that count and of which a piece is still to come, or those of them that aren't signed. */
export const SOUGHT = [...FILE_STATES, 'missing-pieces', 'all-given', 'complete', 'incomplete', 'unsigned'] as const;
export type Sought = (typeof SOUGHT)[number];

/** Those of enrolments that count. */
export const RUNNING_FILES = [
  'under-reserve',
  'to-sign',
  'signed',
  'validated',
] as const satisfies readonly FileState[];

/** A line of the search. */
export type FoundFile = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly speciality: string;
  readonly session: string;
  readonly state: FileState;
};
