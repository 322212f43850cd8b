import type { Candidate } from '../accounts/index.ts';
import type { Enrolment } from '../enrolment/index.ts';
import type { PieceWithFiles } from '../pieces/index.ts';
import type { Database } from '../platform/database/database.ts';
import { type Result, refuse } from '../platform/result.ts';
import { aboutOf } from '../post/index.ts';
import type { MessageActDeps } from './deps.ts';
import { fillWords, type TemplateVariable } from './rules/variables.ts';
import type { Template } from './store/templates.ts';
import { templateValues } from './templateValues.ts';

type FillDeps = Pick<MessageActDeps, 'catalogue' | 'publicUrl' | 'due'> & { readonly db: Database };

export type FilledFile = {
  readonly enrolment: Enrolment;
  readonly candidate: Candidate;
  readonly pieces: readonly PieceWithFiles[];
  readonly now: Temporal.Instant;
};

/** A ready answer filled with a real file. Refused: `none` was chosen, it is `gone`, or the file doesn't give what it names. */
export async function fillTemplate(
  deps: FillDeps,
  file: FilledFile,
  templates: readonly Pick<Template, 'id' | 'words'>[],
  chosen: { readonly template: string; readonly piece: string | null },
): Promise<Result<string, 'none' | 'gone' | TemplateVariable>> {
  if (chosen.template === '') return refuse('none');
  const template = templates.find(({ id }) => id === chosen.template);
  return template === undefined ? refuse('gone') : fillFor(deps, file, template.words, chosen.piece);
}

/** Words filled with a real file. `piece`: the code of the one that they are about. */
export async function fillFor(
  deps: FillDeps,
  { enrolment, candidate, pieces, now }: FilledFile,
  words: string,
  piece: string | null,
): Promise<Result<string, TemplateVariable>> {
  const about = aboutOf(deps.catalogue(), enrolment, candidate);
  return fillWords(words, await templateValues(deps, deps.db, about, pieces, { piece, now }));
}
