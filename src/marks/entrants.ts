import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Catalogue } from '../catalogue/index.ts';
import { type Enrolment, type EnrolmentId, findEnrolmentsOf, readRegistered, slotsOf } from '../enrolment/index.ts';
import { columns, day, id, integer } from '../platform/database/columns.ts';
import type { Database } from '../platform/database/database.ts';
import type { Entrant } from './marks.ts';
import { satUnits } from './rules/sat.ts';

const FILE = columns({ enrolmentId: id<EnrolmentId>(), version: integer, birthDate: day });

type Read = { readonly version: number; readonly entrants: readonly Entrant[] };
/** By the rules in force, then by enrolment: a version that was read is not read again. */
const memory = new WeakMap<Catalogue, Map<string, Read>>();
/** Files read before others have their turn. */
const AT_ONCE = 20;

/** Who sits which unit of a session: registered files that are not under reserve. */
export async function readEntrants(
  db: Database,
  catalogue: Catalogue,
  academy: string,
  session: string,
): Promise<readonly Entrant[]> {
  if (catalogue.session(session)?.academy !== academy) return [];
  const files = await FILE.all(
    db,
    sql`select e.id as "enrolmentId", e.version, c.birth_date as "birthDate"
    from enrolment_file e join candidate_identity c on c.account_id = e.candidate_id
    where e.academy = ${academy} and e.session = ${session} and e.status in ('registered', 'validated')
      and e.reserve is distinct from 'pending' order by e.id`,
  );
  const known = memory.get(catalogue) ?? new Map<string, Read>();
  memory.set(catalogue, known);
  const fresh = files.filter(({ enrolmentId, version }) => known.get(enrolmentId)?.version !== version);
  for (let from = 0; from < fresh.length; from += AT_ONCE) {
    const some = fresh.slice(from, from + AT_ONCE);
    const enrolments = await findEnrolmentsOf(
      db,
      academy,
      some.map(({ enrolmentId }) => enrolmentId),
    );
    for (const enrolment of enrolments) {
      const birthDate = some.find(({ enrolmentId }) => enrolmentId === enrolment.id)?.birthDate;
      if (birthDate !== undefined)
        known.set(enrolment.id, {
          version: enrolment.version,
          entrants: entrantsOf(catalogue, enrolment, birthDate),
        });
    }
    await setImmediate();
  }
  return files.flatMap(({ enrolmentId }) => known.get(enrolmentId)?.entrants ?? []);
}

function entrantsOf(catalogue: Catalogue, enrolment: Enrolment, birthDate: Temporal.PlainDate): readonly Entrant[] {
  const review = readRegistered(catalogue, enrolment, { birthDate })?.review;
  if (review === undefined) return [];
  const { qualification, acquis, epreuves } = review;
  const { regulation } = qualification;
  const languages =
    epreuves.optionalLanguage === null ? [] : regulation.units.filter(({ kind }) => kind === 'LV_OPTIONAL');
  const units = satUnits({
    inWords: acquis.inWords !== null,
    slots: slotsOf(regulation).map(({ id: slot, units: some }) => ({
      id: slot,
      units: some.map((unit) => unit.id),
      choice: acquis.credits.get(slot)?.choice ?? 'sit',
    })),
    presented: epreuves.presented,
    options: epreuves.options,
    optional: [...languages.map((unit) => unit.id), ...epreuves.optionalUnits],
  });
  return units.map((unit) => ({ enrolmentId: enrolment.id, speciality: regulation.cfd, unit }));
}
