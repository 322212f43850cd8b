import { namedApart, type SignedInStaff } from '../../accounts/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { frameOf, type Option, type PageFrame } from '../../ui/index.ts';
import type { MarkDeps } from '../deps.ts';
import { CLERKS } from '../guards.ts';
import type { MarkBatch } from '../marks.ts';
import { texts } from '../texts.ts';

export async function pageFrame(
  { chrome }: Pick<MarkDeps, 'chrome'>,
  visit: Visit,
  staff: SignedInStaff,
): Promise<PageFrame> {
  return frameOf(await chrome(visit, staff), visit, texts.flash);
}

/** « Coiffure, Gestion », with the unit's code. */
export function batchName(catalogue: Catalogue, { session, speciality, unit, title }: MarkBatch): string {
  const resolved = catalogue.session(session);
  const name = resolved === undefined ? undefined : catalogue.specialityOf(resolved, speciality)?.name;
  return `${name ?? speciality}, ${unit} ${title}`;
}

/** Names of the academy's staff, by id. */
export async function readNames(
  deps: Pick<MarkDeps, 'db' | 'accounts'>,
  academy: string,
): Promise<(id: string) => string> {
  const names = namedApart(await deps.accounts.listStaff(deps.db, academy));
  return (id) => names.get(id) ?? '';
}

/** Who may be named, by name. */
export async function clerkOptions(
  deps: Pick<MarkDeps, 'db' | 'accounts'>,
  academy: string,
): Promise<readonly Option[]> {
  const staff = await deps.accounts.listStaff(deps.db, academy);
  return staff
    .filter(({ role, disabledAt }) => disabledAt === null && CLERKS.some((one) => one === role))
    .map((one) => ({ value: one.accountId, label: one.name }));
}
