import type { PackFile } from '../../catalogue/index.ts';
import type { Reply, Visit } from '../../platform/http/visit.ts';
import { type Field, type FormState, parseForm, typedIn, withFault } from '../../ui/index.ts';
import { saveAndGo } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import type { AtDraft } from '../guards.ts';
import { refusals } from '../refusals.ts';

export type FormOrder = {
  readonly fields: readonly Field[];
  /** What the values typed make of the draft's files; or what is to be corrected. */
  readonly make: (values: Readonly<Record<string, unknown>>, state: FormState) => Made | Promise<Made>;
  readonly what: string;
  /** Where it goes on: a part of the draft. */
  readonly next: string;
  readonly again: (state: FormState, status: number) => Promise<Reply>;
};

export type Made = { readonly files: readonly PackFile[] } | { readonly refused: FormState };

/** Reads a form of a draft, changes the files and keeps them; what is refused is shown again as it was typed. */
export async function saveForm(deps: EditorDeps, visit: Visit, at: AtDraft, order: FormOrder): Promise<Reply> {
  const { fields, make, what, next, again } = order;
  const state: FormState = { typed: typedIn(fields, visit.body), faults: [] };
  if (at.draft.state !== 'open')
    return again(withFault(state, null, refusals.inWords({ code: 'not-open' })), refusals.status({ code: 'not-open' }));
  const read = parseForm(fields, visit.body);
  if (!read.ok) return again(read.error, 422);
  const made = await make(read.value, state);
  if ('refused' in made) return again(made.refused, 422);
  return saveAndGo(deps, visit, at, { files: made.files, what, next }, state, again);
}
