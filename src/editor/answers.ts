import type { JSX } from 'preact';
import { actBy, type SignedInStaff } from '../accounts/index.ts';
import type { PackFile } from '../catalogue/index.ts';
import { idempotencyKey } from '../platform/http/once.ts';
import { type Reply, type Route, redirect, route, type Visit, versionIn } from '../platform/http/visit.ts';
import { type FormState, frameOf, type PageFrame, show, withFault } from '../ui/index.ts';
import { saveDraft } from './actions/saveDraft.ts';
import { type StartOrder, startDraft } from './actions/startDraft.ts';
import { addresses, DRAFT } from './addresses.ts';
import type { EditorDeps } from './deps.ts';
import { type AtDraft, draftKeeper } from './guards.ts';
import type { DraftView } from './pages/draftFrame.tsx';
import { refusals } from './refusals.ts';
import { flashes } from './texts.ts';

export async function pageFrame(deps: EditorDeps, visit: Visit, staff: SignedInStaff): Promise<PageFrame> {
  return frameOf(await deps.chrome(visit, staff), visit, flashes);
}

/** What every page of a draft is drawn from. */
export async function viewOf(deps: EditorDeps, visit: Visit, at: AtDraft): Promise<DraftView> {
  return { ...(await pageFrame(deps, visit, at.staff)), open: at };
}

/** A page of a draft that is read. */
export function draftPage(
  deps: EditorDeps,
  part: string,
  draw: (view: DraftView, at: AtDraft, visit: Visit) => JSX.Element | Promise<JSX.Element>,
): Route {
  return route({
    method: 'GET',
    path: `${DRAFT}/${part}`,
    who: draftKeeper(deps),
    handle: async (visit, at) => show(await draw(await viewOf(deps, visit, at), at, visit)),
  });
}

/** Begins a draft, and goes on at a part of it; at its overview, unless one is named. */
export async function startAndGo(
  deps: EditorDeps,
  visit: Visit,
  staff: SignedInStaff,
  order: StartOrder,
  part: string | null = null,
): Promise<Reply> {
  const done = await startDraft(deps, actBy(visit, staff), staff, order, idempotencyKey(visit.body.cle));
  if (!done.ok) throw new Error('A draft can always be started');
  const more = { message: 'commence' };
  return redirect(part === null ? addresses.draft(done.value, more) : addresses.part(done.value, part, more));
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
  again: (state: FormState, status: number) => Promise<Reply>,
): Promise<Reply> {
  const { files, what, next, more = {} } = order;
  const done = await saveDraft(deps, actBy(visit, at.staff), at.staff, at, { version: versionIn(visit), files, what });
  if (done.ok) return redirect(addresses.part(at.draft.id, next, { ...more, message: 'enregistre' }));
  return again(withFault(typed, null, refusals.inWords(done.error)), refusals.status(done.error));
}
