import type { SignedInStaff } from '../../accounts/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import { frameOf, type Option, type PageFrame } from '../../ui/index.ts';
import type { JuryOrder } from '../actions/onJury.ts';
import type { JuryDeps } from '../deps.ts';
import { ACCOUNTS, type AtJury } from '../guards.ts';
import type { Jury } from '../jury.ts';
import { countEnrolled, listJuries } from '../store/juries.ts';
import { texts } from '../texts.ts';

export async function pageFrame(
  { chrome }: Pick<JuryDeps, 'chrome'>,
  visit: Visit,
  staff: SignedInStaff,
): Promise<PageFrame> {
  return frameOf(await chrome(visit, staff), visit, texts.flash);
}

export function examDayToday({ clock }: Pick<JuryDeps, 'clock'>): Temporal.PlainDate {
  return parisDay(clock.now());
}

export function orderOf({ staff, jury }: AtJury, rowVersion: number | null): JuryOrder {
  return { id: jury.id, academy: staff.academy, by: staff.accountId, rowVersion };
}

export function specialityNames(catalogue: Catalogue, code: string): (cfd: string) => string {
  const session = catalogue.session(code);
  return (cfd) => (session === undefined ? undefined : catalogue.specialityOf(session, cfd)?.name) ?? cfd;
}

/** Specialities of a session that no other jury has, by name; `offered`: those with candidates, how many, and this jury's own. */
export async function freeSpecialities(
  { db, catalogue }: Pick<JuryDeps, 'db' | 'catalogue'>,
  academy: string,
  code: string,
  but: Jury | null = null,
): Promise<{ readonly all: readonly Option[]; readonly offered: readonly Option[] }> {
  const rules = catalogue();
  const session = rules.session(code);
  if (session === undefined || session.academy !== academy) return { all: [], offered: [] };
  const place = { academy, session: code };
  const [juries, enrolled] = await Promise.all([listJuries(db, place), countEnrolled(db, place)]);
  const taken = new Set(juries.filter(({ id }) => id !== but?.id).flatMap((one) => one.specialities));
  const own = new Set(but?.specialities ?? []);
  const free = rules
    .specialitiesOf(session)
    .filter(({ speciality: { cfd }, status }) => !taken.has(cfd) && (status.code !== 'closed' || own.has(cfd)))
    .map(({ speciality }) => ({ value: speciality.cfd, label: speciality.name }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'fr'));
  // Two regulations may bear one name: their code tells them apart.
  const named = Map.groupBy(free, ({ label }) => label);
  const all = free.map(({ value, label }) => ({
    value,
    label: (named.get(label)?.length ?? 0) > 1 ? texts.words.coded(label, value) : label,
  }));
  const offered = all
    .filter(({ value }) => enrolled.has(value) || own.has(value))
    .map(({ value, label }) => ({ value, label: texts.words.counted(label, enrolled.get(value) ?? 0) }));
  return { all, offered };
}

/** Accounts that a member may have, by name. */
export async function accountOptions(
  { db, accounts }: Pick<JuryDeps, 'db' | 'accounts'>,
  academy: string,
): Promise<readonly Option[]> {
  return (await accounts.listStaff(db, academy))
    .filter(({ role, disabledAt }) => disabledAt === null && ACCOUNTS.some((one) => one === role))
    .map(({ accountId, name }) => ({ value: accountId, label: name }));
}

export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
