import { h } from 'preact';
import { type Reply, type Route, redirect, route, type Visit, withCookies } from '../../platform/http/visit.ts';
import { inParis, instantOfWallClock } from '../../platform/time.ts';
import { sessionName } from '../../scope/index.ts';
import { type FormState, formOf, parseForm, show, withFault } from '../../ui/index.ts';
import { addresses, DRAFT } from '../addresses.ts';
import { viewOf } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { type AtDraft, draftKeeper, ruleKeeper } from '../guards.ts';
import { type Moment, PreviewPage, previewFields } from '../pages/previewPage.tsx';
import { LEAVE, previewCookie } from '../preview.ts';
import { texts } from '../texts/preview.ts';

/** Entering and leaving a preview: it lives in a cookie, nothing is written. */
export function previewRoutes(deps: EditorDeps): readonly Route[] {
  const who = draftKeeper(deps);
  const path = `${DRAFT}/apercu`;
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showPreview(deps, visit, at) }),
    route({
      method: 'POST',
      path,
      who,
      note: "Qui tient les règles regarde le site à une date avec les règles de son brouillon\u00a0; rien n'est écrit.",
      handle: (visit, at) => enter(deps, visit, at),
    }),
    route({
      method: 'GET',
      path: LEAVE,
      who: ruleKeeper(deps),
      handle: async () => withCookies(redirect(addresses.home()), [previewCookie(null, deps.publicUrl)]),
    }),
  ];
}

async function showPreview(
  deps: EditorDeps,
  visit: Visit,
  at: AtDraft,
  state: FormState | null = null,
  status = 200,
): Promise<Reply> {
  const now = inParis(deps.clock.now());
  const today = formOf(previewFields, { day: now.toPlainDate(), hour: now.toPlainTime().toString().slice(0, 5) });
  return show(
    h(PreviewPage, {
      view: await viewOf(deps, visit, at),
      state: state ?? today,
      moments: await momentsOf(deps, at),
    }),
    status,
  );
}

async function momentsOf(deps: EditorDeps, { read }: AtDraft): Promise<readonly Moment[]> {
  if (!read.ok) return [];
  const catalogue = await deps.rules.catalogueOf(read.value);
  const say = texts.momentsOf;
  return catalogue.sessions().flatMap((session) => {
    const { opensAt, closesAt } = session.window;
    const name = sessionName(catalogue, session);
    return [
      { label: say.before(name), at: opensAt.subtract({ hours: 24 }) },
      { label: say.opening(name), at: opensAt },
      { label: say.lastHour(name), at: closesAt.subtract({ hours: 1 }) },
      { label: say.closed(name), at: closesAt.add({ minutes: 1 }) },
    ];
  });
}

async function enter(deps: EditorDeps, visit: Visit, at: AtDraft): Promise<Reply> {
  const chosen = visit.query.instant ?? '';
  if (/^\d{1,15}$/.test(chosen)) return go(deps, at, Temporal.Instant.fromEpochMilliseconds(Number(chosen)));
  const read = parseForm(previewFields, visit.body);
  if (!read.ok) return showPreview(deps, visit, at, read.error, 422);
  const { day, hour } = read.value;
  const instant = instantOfWallClock(`${day}T${hour}`);
  if (instant.ok) return go(deps, at, instant.value);
  const state = withFault(formOf(previewFields, read.value), 'hour', texts.faults[instant.error.code]);
  return showPreview(deps, visit, at, state, 422);
}

function go(deps: EditorDeps, { draft, read }: AtDraft, at: Temporal.Instant): Reply {
  if (!read.ok) return redirect(addresses.part(draft.id, 'apercu'));
  return withCookies(redirect('/'), [previewCookie({ draft: draft.id, at }, deps.publicUrl)]);
}
