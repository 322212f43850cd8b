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
import { academyWords, departmentWords } from './words/academy.ts';
import { caseWords } from './words/case.ts';
import { examWords } from './words/exam.ts';
import { installationWords } from './words/installation.ts';
import { mailWords } from './words/mail.ts';
import { pieceTypeWords } from './words/pieceType.ts';
import { regulationWords } from './words/regulation.ts';
import { relativeSessionWords, sessionWords } from './words/session.ts';
import { specialityWords } from './words/speciality.ts';
import type { AnyEntryWords } from './words/words.ts';

export type EntryKind = { readonly schema: z.ZodObject; readonly words: AnyEntryWords };

/** Every kind of thing of a pack: what it is made of, and what a person reads of it. */
export const ENTRIES: Readonly<Record<Kind, EntryKind>> = {
  installation: { schema: Installation, words: installationWords },
  academies: { schema: Academy, words: academyWords },
  departments: { schema: Department, words: departmentWords },
  exams: { schema: Exam, words: examWords },
  specialities: { schema: Speciality, words: specialityWords },
  regulations: { schema: Regulation, words: regulationWords },
  pieceTypes: { schema: PieceType, words: pieceTypeWords },
  sessions: { schema: Session, words: sessionWords },
  relativeSessions: { schema: RelativeSession, words: relativeSessionWords },
  mails: { schema: MailTemplate, words: mailWords },
  cases: { schema: RuleCase, words: caseWords },
};
