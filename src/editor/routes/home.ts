import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import type { SignedInStaff } from '../../accounts/index.ts';
import { listPublications, toComplete } from '../../catalogue/index.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { ok } from '../../platform/result.ts';
import { act, emptyForm, type FormState, faultsOnly, show } from '../../ui/index.ts';
import { HOME } from '../addresses.ts';
import { pageFrame, startAndGo } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { ruleKeeper } from '../guards.ts';
import { namesOf } from '../names.ts';
import { HomePage, startFields } from '../pages/homePage.tsx';
import { listDrafts } from '../store/drafts.ts';

export function homeRoutes(deps: EditorDeps): readonly Route[] {
  const who = ruleKeeper(deps);
  return [
    route({ method: 'GET', path: HOME, who, handle: (visit, staff) => showHome(deps, visit, staff, emptyForm) }),
    act({
      path: HOME,
      who,
      refusals: faultsOnly,
      note: 'Qui tient les règles commence un brouillon.',
      fields: startFields,
      do: async (order) => ok(order),
      to: (order, staff, visit) =>
        startAndGo(deps, visit, staff, order, visit.body.puis === 'importer' ? 'importer' : null),
      again: (...shown) => showHome(deps, ...shown),
    }),
  ];
}

async function showHome(
  deps: EditorDeps,
  visit: Visit,
  staff: SignedInStaff,
  state: FormState,
  status = 200,
): Promise<Reply> {
  const drafts = await listDrafts(deps.db, staff.academy);
  const titles = drafts.flatMap(({ publication, title }) =>
    publication === null ? [] : [[publication, title] as const],
  );
  return show(
    h(HomePage, {
      ...(await pageFrame(deps, visit, staff)),
      drafts: drafts.filter((draft) => draft.state !== 'published'),
      publications: await listPublications(deps.db, 20),
      titles: new Map(titles),
      delivered: deps.rules.delivered() !== null,
      refused: deps.rules.refused,
      // As its files say it: a demonstration invents the rest.
      unsaid: toComplete(deps.rules.current().pack.academies.find(({ code }) => code === staff.academy)?.legal),
      nameOf: await namesOf(deps, staff.academy),
      state,
      idempotencyKey: randomUUID(),
    }),
    status,
  );
}
