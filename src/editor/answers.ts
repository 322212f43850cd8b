import type { JSX } from 'preact';
import type { SignedInStaff } from '../accounts/index.ts';
import type { PackFile } from '../catalogue/index.ts';
import { type Answer, actOf, page, redirect, type Visit } from '../platform/http/visit.ts';
import type { Act } from '../platform/journal.ts';
import { type Chrome, type Flash, type FormState, renderPage, withFault } from '../ui/index.ts';
import { saveDraft } from './actions/saveDraft.ts';
import { addresses } from './addresses.ts';
import type { EditorDeps } from './deps.ts';
import type { AtDraft } from './guards.ts';
import { REFUSAL_STATUS, refusalInWords } from './refusals.ts';
import { flashText } from './texts.ts';

/** What stands around any page of this door. */
export type Around = { readonly chrome: Chrome; readonly csrf: string; readonly flash: Flash | null };

export async function around(deps: EditorDeps, visit: Visit, staff: SignedInStaff): Promise<Around> {
  const message = flashText(visit.query.message);
  return {
    chrome: await deps.chrome(visit, staff),
    csrf: visit.csrf(),
    flash: message === null ? null : { tone: 'ok', text: message },
  };
}

export function show(node: JSX.Element, status = 200): Answer {
  return page(renderPage(node), status);
}

export function actBy(visit: Visit, staff: SignedInStaff): Act {
  return actOf(visit, 'staff', staff.accountId);
}

/** The version in a form; 0 fits no row. */
export function versionIn(visit: Visit): number {
  const version = Number(visit.body.version);
  return Number.isSafeInteger(version) ? version : 0;
}

/**
 * Keeps what a form of the draft changed and goes on at `next` (a part of the draft: `sessions`); refused, the form is
 * shown again by `again` as it was typed, with the reason.
 */
export async function saveAndGo(
  deps: EditorDeps,
  visit: Visit,
  at: AtDraft,
  order: {
    readonly files: readonly PackFile[];
    readonly what: string;
    readonly next: string;
    readonly more?: Record<string, string>;
  },
  typed: FormState,
  again: (state: FormState, status: number) => Promise<Answer>,
): Promise<Answer> {
  const { files, what, next, more = {} } = order;
  const done = await saveDraft(deps, actBy(visit, at.staff), at.staff, at, { version: versionIn(visit), files, what });
  if (done.ok) return redirect(addresses.part(at.draft.id, next, { ...more, message: 'enregistre' }));
  return again(withFault(typed, null, refusalInWords(done.error)), REFUSAL_STATUS[done.error.code]);
}
