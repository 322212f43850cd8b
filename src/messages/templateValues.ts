import { type About, valuesOf } from '../papers/index.ts';
import { type PieceWithFiles, pieceInWords, remainingInWords, whatRemains } from '../pieces/index.ts';
import { endInWords } from '../ui/index.ts';
import { addresses } from './addresses.ts';
import type { MessageActDeps } from './deps.ts';
import type { TemplateValues } from './rules/variables.ts';

/** What a file gives to the words of a ready answer at this moment. `piece`: the code of the one that it is about. */
export function templateValues(
  deps: Pick<MessageActDeps, 'catalogue' | 'publicUrl'>,
  about: About,
  pieces: readonly PieceWithFiles[],
  { piece, now }: { readonly piece: string | null; readonly now: Temporal.Instant },
): TemplateValues {
  const { enrolment, session } = about;
  const catalogue = deps.catalogue();
  const remaining = whatRemains(enrolment, pieces, { now, closesAt: session.window.closesAt });
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
    todo: remainingInWords(catalogue, enrolment.session, remaining)
      .map((sentence) => `- ${sentence}`)
      .join('\n'),
  };
}
