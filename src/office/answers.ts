import type { JSX } from 'preact';
import type { SignedInStaff } from '../accounts/index.ts';
import { type Answer, actOf, page, type Visit } from '../platform/http/visit.ts';
import type { Act } from '../platform/journal.ts';
import { type Chrome, type Flash, renderPage } from '../ui/index.ts';
import type { OfficeDeps } from './deps.ts';
import { flashText } from './texts.ts';

/** What stands around any page of this door. */
export type Around = { readonly chrome: Chrome; readonly csrf: string; readonly flash: Flash | null };

export async function around(deps: OfficeDeps, visit: Visit, staff: SignedInStaff): Promise<Around> {
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
