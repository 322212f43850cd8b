import { h } from 'preact';
import { type Reply, type Route, route, type Visit } from '../../../platform/http/visit.ts';
import { type AtDesk, headAtDesk, sessionAsked, specialityName } from '../../../scope/index.ts';
import { tableFile } from '../../../statistics/index.ts';
import { show } from '../../../ui/index.ts';
import type { OfficeDeps } from '../../deps.ts';
import { dashboardTexts as say } from '../dashboardTexts.ts';
import { DashboardPage } from '../pages/dashboardPage.tsx';
import { type Dashboard, readDashboard } from '../readDashboard.ts';
import { specialitiesSheet } from '../rules/specialitiesSheet.ts';

/** A session at a time, for who runs the office; the session to close next, or the last that closed. */
export function dashboardRoutes(deps: OfficeDeps): readonly Route[] {
  const who = headAtDesk(deps);
  return [
    route({
      method: 'GET',
      path: '/gestion/tableau-de-bord',
      who,
      handle: async (visit, at) => showDashboard(deps, visit, at, await dashboardOf(deps, visit, at)),
    }),
    route({
      method: 'GET',
      path: '/gestion/tableau-de-bord/fichier',
      who,
      handle: (visit, at) => giveFile(deps, visit, at),
    }),
  ];
}

async function dashboardOf(deps: OfficeDeps, visit: Visit, { scope }: AtDesk): Promise<Dashboard | null> {
  const now = deps.clock.now();
  const session = sessionAsked(deps.catalogue(), scope, visit.query.session, now, 'open');
  return session === null ? null : readDashboard(deps, scope, session, now);
}

async function showDashboard(
  deps: OfficeDeps,
  visit: Visit,
  { staff, scope }: AtDesk,
  dashboard: Dashboard | null,
): Promise<Reply> {
  const frame = await deps.frame(visit, staff);
  return show(h(DashboardPage, { ...frame, catalogue: deps.catalogue(), scope, dashboard }));
}

async function giveFile(deps: OfficeDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const dashboard = await dashboardOf(deps, visit, at);
  const forOthers = visit.query.pour === 'diffusion';
  const nameOf = (cfd: string): string => (cfd === '' ? say.registered.unknown : specialityName(deps.catalogue(), cfd));
  const given =
    dashboard === null
      ? null
      : await tableFile(
          specialitiesSheet(dashboard.picture, nameOf, forOthers),
          say.title,
          say.fileName(dashboard.session.code, dashboard.today.toString(), forOthers),
          visit.query.format,
        );
  return given ?? showDashboard(deps, visit, at, dashboard);
}
