import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { createVisitor, DEMONSTRATION_PASSWORD, fillDraft, signIn } from '../e2e/support/visitor.ts';
import { multiplyEnrolments } from '../src/testing/growth.ts';
import { keep } from './keep.ts';
import { openLoadSite } from './site.ts';

/**
 * What a head waits for, and what the process holds, when the results of so many candidates are counted and taken out.
 * `npm run load -- statistics [candidates]`. With `DATA_DIR`, the folder stays and can be served.
 */
const CANDIDATES = Number(process.argv[2] ?? '100000');
const SESSION = 'bp-demo';
const SPECIALITIES = ['45033608', '45022109', '45022108'] as const;

const site = await openLoadSite('statistics', { folder: process.env.DATA_DIR });
const { db, registre } = site;
try {
  const camille = createVisitor(registre.url);
  await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
  const hub = await fillDraft(camille, SESSION);
  if ((await camille.fill(`${hub}/recapitulatif`, {})).status !== 303) throw new Error('Not registered');
  const template = {
    enrolmentId: hub.split('/').at(-1) ?? '',
    specialities: SPECIALITIES.map((cfd) => ({ cfd, portfolio: 'G2' })),
  };
  await multiplyEnrolments(db, template, 1, CANDIDATES - 1);
  await sit();
  await publish();
  await sql`analyze`.execute(db);
  const head = createVisitor(registre.url);
  await signIn(head, 'head@demo.registre.fr', DEMONSTRATION_PASSWORD);
  const file = (tableau: string, format: string): string =>
    `/gestion/statistiques/fichier?session=${SESSION}&tableau=${tableau}&format=${format}&pour=diffusion`;
  for (const address of [
    `/gestion/statistiques?session=${SESSION}`,
    `/gestion/statistiques/notes?session=${SESSION}`,
    file('specialites', 'csv'),
    file('unites', 'xlsx'),
  ]) {
    const began = performance.now();
    const { status, html } = await head.get(address);
    const took = Math.round(performance.now() - began);
    keep(address, took, 'ms');
    console.log(`${String(took).padStart(6)} ms  ${status}  ${html.length} bytes  ${memory()}  ${address}`);
  }
} finally {
  await site.close();
}

function memory(): string {
  const status = readFileSync(`/proc/${registre.child.pid}/status`, 'utf8');
  return `${Math.round(Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024)} MB at most`;
}

/** Five centres, one seat a person. */
async function sit(): Promise<void> {
  await sql`with centre as (insert into exam_centre (id, academy, session, code, name, address, postcode, city)
      select gen_random_uuid(), 'clermont', ${SESSION}, 'C' || i, 'Lycée ' || i, '', '63000', 'Ville' from generate_series(1, 5) i returning id, code),
    room as (insert into exam_room (id, academy, session, centre_id, name, folded, capacity, accessible)
      select gen_random_uuid(), 'clermont', ${SESSION}, id, code, lower(code), 900, true from centre returning id, name),
    plan as (insert into exam_plan (id, academy, session, number, state, ordered_by, ordered_at, published_at)
      values (gen_random_uuid(), 'clermont', ${SESSION}, 1, 'published', gen_random_uuid(), now(), now()) returning id)
    insert into exam_seat (plan_id, enrolment_id, unit, sitting_id, room_id, starts_at, ends_at, place)
    select plan.id, e.id, 'U10', gen_random_uuid(), room.id, '2024-06-03T07:00Z', '2024-06-03T09:00Z', 1
    from plan, enrolment e join room on room.name = 'C' || (1 + abs(hashtext(e.id::text)) % 5) where e.session = ${SESSION} and e.number is not null`.execute(
    db,
  );
}

/** A result at chance, the same at each run of the same register: one absent of twenty, marks around 11. */
async function publish(): Promise<void> {
  await sql`with made as (insert into result_publication (id, academy, session, number, specialities, unchanged, without_verdict, sha256,
        prepared_by, announced_at, proposed_by, proposed_at, approved_by, approved_at)
      select gen_random_uuid(), 'clermont', ${SESSION}, 1, array['45033608'], 0, 0, 'x', a.id, business_now() + interval '1 second', a.id,
        business_now(), gen_random_uuid(), business_now()
      from (select gen_random_uuid() as id) a returning id),
    person as (select e.id, e.speciality, e.number, abs(hashtext(e.id::text)) as h from enrolment e
      where e.session = ${SESSION} and e.status in ('registered', 'validated') and abs(hashtext(e.id::text)) % 50 > 0),
    unit as (select p.id, jsonb_agg(jsonb_build_object('id', u.id, 'code', replace(u.id, 'U', 'E'), 'title', 'Épreuve ' || u.id, 'coefficient', 2,
        'optional', false, 'outcome', case when p.h % 20 = 1 then 'absent' when (p.h / 7 + u.rank) % 23 = 0 then 'kept' else 'mark' end,
        'halfPoints', case when p.h % 20 = 1 then null else least(40, greatest(0, 8 + p.h % 13 + (p.h / 97 / u.rank) % 19 - 4)) end,
        'points', 0, 'note', 'mark', 'beforeJury', null, 'obtainedOn', null, 'ground', null, 'why', null) order by u.rank) as units
      from person p cross join unnest(array['U10', 'U20', 'U31', 'U32', 'U40', 'U50', 'U60']) with ordinality u (id, rank) group by p.id)
    insert into published_result (publication_id, enrolment_id, academy, session, speciality, decision, result, sha256, told_at)
    select made.id, p.id, 'clermont', ${SESSION}, p.speciality, d.decision, jsonb_build_object('number', p.number, 'speciality', p.speciality,
      'form', 'GLOBAL', 'decision', d.decision, 'average', null, 'professionalAverage', null, 'units', unit.units, 'record', 'PV 2024-001',
      'decidedOn', '2024-07-01', 'addition', 0), 'x', business_now()
    from made, person p join unit on unit.id = p.id cross join lateral (select case when p.h % 20 = 1 or p.h % 13 < 4 then 'REFUSED'
      when p.h % 31 = 0 then 'NOT_JUDGED' else 'ADMITTED' end as decision) d`.execute(db);
  await sql`select pg_sleep(1.1)`.execute(db);
}
