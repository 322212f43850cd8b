import { isSigned } from '../../enrolment/index.ts';
import { type PieceWithFiles, type Remaining, SIGNED_CONFIRMATION, todoInWords, todosOf } from '../../pieces/index.ts';
import { type FileAtDesk, progressState } from '../../scope/index.ts';
import { type ChecklistItem, shortInstant } from '../../ui/index.ts';
import { asTheyGive, rulesFor } from '../left.ts';
import type { LetterDeskDeps } from './deskDeps.ts';
import { remainingTexts } from './remainingTexts.ts';

/** A file as the office reads it: how far its acts are, and what its candidate reads as to do. */
export type FileRemains = { readonly acts: readonly ChecklistItem[]; readonly todo: readonly string[] };

/**
 * From the one computation of what is due, in the words of their letter for who has no mail box; nothing where the rules no longer know its session. Of what counts for the validation alone: which
 * certificates are asked of whom would tell that a waiver waits.
 */
export async function remainsOf(
  { db, catalogue, clock, letters: { due } }: Pick<LetterDeskDeps, 'db' | 'catalogue' | 'clock' | 'letters'>,
  at: FileAtDesk,
  all: readonly PieceWithFiles[],
): Promise<FileRemains> {
  const { enrolment, candidate } = at;
  const session = catalogue().session(enrolment.session);
  if (session === undefined) return { acts: [], todo: [] };
  const counted = all.filter(({ countsForValidation, confidential }) => countsForValidation && !confidential);
  const pieces = asTheyGive(candidate, counted);
  const remaining = await due(db, { enrolment, session, pieces }, clock.now(), 'office');
  // Once the account is closed, nobody is left who could do it.
  const todos = candidate.closedAt === null ? todosOf(remaining) : [];
  return {
    acts: actsOf(at, remaining),
    todo: todos.map((todo) => todoInWords(rulesFor(candidate, catalogue()), enrolment.session, todo)),
  };
}

/** The four acts of docs/product.md, seen from the office; the signed confirmation isn't counted among the pieces. */
function actsOf({ enrolment }: FileAtDesk, remaining: Remaining): readonly ChecklistItem[] {
  const { asked, given, checked, refused, standings } = remaining;
  const { acts, of, refused: again } = remainingTexts;
  const signed = isSigned(enrolment);
  const sheet = standings.get(SIGNED_CONFIRMATION);
  const checks = signed && sheet !== 'compliant' && sheet !== 'exempted';
  return [
    { state: 'done', label: acts.registered, detail: actDetail(enrolment.registeredAt) },
    {
      state: signed ? (checks ? 'partial' : 'done') : 'todo',
      label: acts.signed,
      detail: `${actDetail(signed ? (enrolment.signature?.at ?? null) : null)}${checks ? acts.toCheck : ''}`,
    },
    {
      state: progressState(given, asked),
      label: acts.given,
      // Its files are in the table beside: without a word they would seem to be counted wrongly.
      detail: `${of(given, asked)}${refused > 0 ? again(refused) : ''}`,
    },
    { state: progressState(checked, asked), label: acts.checked, detail: of(checked, asked) },
    {
      state: enrolment.validatedAt === null ? 'waiting' : 'done',
      label: acts.validated,
      detail: actDetail(enrolment.validatedAt),
    },
  ];
}

/** « 15 novembre 2023, 10 h 42 », or what is missing. */
function actDetail(at: Temporal.Instant | null): string {
  return at === null ? '' : shortInstant(at);
}
