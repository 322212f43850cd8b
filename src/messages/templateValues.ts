import { type PieceWithFiles, pieceInWords, remainingInWords } from '../pieces/index.ts';
import type { Database } from '../platform/database/database.ts';
import { type About, asList, valuesOf } from '../post/index.ts';
import { endInWords } from '../ui/index.ts';
import { addresses } from './addresses.ts';
import type { MessageActDeps } from './deps.ts';
import type { TemplateValues } from './rules/variables.ts';

/** What a file gives to the words of a ready answer at this moment, as an officer may read it. `piece`: the code of the one that it is about. */
export async function templateValues(
  deps: Pick<MessageActDeps, 'catalogue' | 'publicUrl' | 'due'>,
  db: Database,
  about: About,
  pieces: readonly PieceWithFiles[],
  { piece, now }: { readonly piece: string | null; readonly now: Temporal.Instant },
): Promise<TemplateValues> {
  const { enrolment, session } = about;
  const catalogue = deps.catalogue();
  const remaining = await deps.due(db, { enrolment, session, pieces }, now, 'office');
  const {
    civility,
    name,
    number,
    exam,
    speciality,
    session: label,
    contact,
  } = valuesOf(deps, about, addresses.messages(enrolment.id));
  return {
    civility,
    name,
    number,
    exam,
    speciality,
    session: label,
    contact,
    piece: piece === null ? null : pieceInWords(catalogue, { session: enrolment.session, code: piece }),
    deadline: remaining.deadline === null ? null : endInWords(remaining.deadline),
    todo: asList(remainingInWords(catalogue, enrolment.session, remaining)),
  };
}
