import type * as z from 'zod';
import type { Kind } from './checks/known.ts';
import { Academy, Department } from './schema/academy.ts';
import { RuleCase } from './schema/case.ts';
import { Exam } from './schema/exam.ts';
import { Installation } from './schema/installation.ts';
import { MailTemplate } from './schema/mail.ts';
import { PieceType } from './schema/pieceType.ts';
import { Regulation } from './schema/regulation.ts';
import { RelativeSession, Session } from './schema/session.ts';
import { Speciality } from './schema/speciality.ts';
import { type AnyEntryWords, wordsOfThing } from './schema/words.ts';

export type EntryKind = { readonly schema: z.ZodObject; readonly words: AnyEntryWords };

const entryOf = (schema: z.ZodObject): EntryKind => ({ schema, words: wordsOfThing(schema) });

/** Every kind of thing of a pack: what it is made of, and what a person reads of it. */
export const ENTRIES: Readonly<Record<Kind, EntryKind>> = {
  installation: entryOf(Installation),
  academies: entryOf(Academy),
  departments: entryOf(Department),
  exams: entryOf(Exam),
  specialities: entryOf(Speciality),
  regulations: entryOf(Regulation),
  pieceTypes: entryOf(PieceType),
  sessions: entryOf(Session),
  relativeSessions: entryOf(RelativeSession),
  mails: entryOf(MailTemplate),
  cases: entryOf(RuleCase),
};
