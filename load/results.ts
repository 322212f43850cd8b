import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { createVisitor, DEMONSTRATION_PASSWORD, fillDraft, signIn } from '../e2e/support/visitor.ts';
import { multiplyEnrolments } from '../src/testing/growth.ts';
import { type Candidate, newCandidate } from './candidates.ts';
import { keep } from './keep.ts';
import { openLoadSite } from './site.ts';

/**
 * Results hour: so many candidates refresh their own result every ten seconds, the announced second falling in the middle. Nobody
 * is served early, nobody late. Asked openly, whether the answer before came or not. `npm run load -- results [candidates] [seconds]
 * [people] [nodes]`: `people` are signed in, each refreshing for many; `nodes`: processes that share the database.
 */
const [CANDIDATES = 2_000, SECONDS = 60, PEOPLE = 24, NODES = 1] = process.argv.slice(2).map(Number);
const EVERY = 10;
const SECOND = Temporal.Instant.from('2024-07-05T09:00:00+02:00');
const RESULT = /Vous êtes admise/;

const site = await openLoadSite('results');
const { db, connection, registre } = site;
const nodes = [registre];
while (nodes.length < NODES) nodes.push(await site.addNode());
try {
  const camille = createVisitor(registre.url);
  await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
  const hub = await fillDraft(camille, 'bp-demo');
  if ((await camille.fill(`${hub}/recapitulatif`, {})).status !== 303) throw new Error('Not registered');
  const people: Candidate[] = [];
  for (let rank = 0; rank < PEOPLE; rank++) {
    const one = await newCandidate(registre.url, connection, rank);
    people.push(one);
  }
  await sql`update enrolment set status = 'registered', number = 'BP00-' || substr(id::text, 1, 8), version = 1, registered = working,
      working = null, speciality = '45033608', form = 'GLOBAL', portfolio = 'G2', first_registered_at = business_now(),
      registered_at = business_now() where status = 'draft' and session = 'bp-demo'`.execute(db);
  const template = {
    enrolmentId: hub.split('/').at(-1) ?? '',
    specialities: [{ cfd: '45033608', portfolio: 'G2' }],
  };
  await multiplyEnrolments(db, template, 1, CANDIDATES - PEOPLE);
  await publishAt();
  await sql`analyze`.execute(db);

  const before = Math.floor(SECONDS / 2);
  await sql`update clock set shift = ${SECOND}::timestamptz - now() - make_interval(secs => ${before})`.execute(db);
  const { rows } = await sql<{ shift: number }>`select extract(epoch from shift)::float8 as shift from clock`.execute(
    db,
  );
  /** The second, on the clock of this machine, which is that of the database. */
  const at = SECOND.epochMilliseconds - (rows[0]?.shift ?? 0) * 1000;
  const rate = CANDIDATES / EVERY;
  const times: { readonly after: boolean; readonly took: number }[] = [];
  const statuses = new Map<number, number>();
  let [early, late] = [0, 0];
  const ask = async (rank: number): Promise<void> => {
    const one = people[rank % people.length] as Candidate;
    const node = nodes[rank % nodes.length] as (typeof nodes)[number];
    const sentAt = Date.now();
    const from = performance.now();
    const answer = await fetch(new URL(`${one.draft}/resultats`, node.url), {
      headers: { cookie: one.cookie },
      redirect: 'manual',
    });
    const body = await answer.text();
    const arrivedAt = Date.now();
    times.push({ after: sentAt >= at, took: performance.now() - from });
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    if (RESULT.test(body) && arrivedAt < at) early += 1;
    if (!RESULT.test(body) && answer.status === 200 && sentAt >= at) late += 1;
  };
  const began = performance.now();
  const asked: Promise<void>[] = [];
  for (let rank = 0; performance.now() - began < SECONDS * 1000; rank++) {
    asked.push(ask(rank));
    const due = ((rank + 1) * 1000) / rate - (performance.now() - began);
    if (due > 0) await sleep(due);
  }
  await Promise.all(asked);
  const shown = (some: readonly number[]): string => {
    const sorted = some.toSorted((a, b) => a - b);
    const share = (part: number): string =>
      (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(0).padStart(5);
    return `${String(sorted.length).padStart(6)} asked  p50 ${share(0.5)} ms  p95 ${share(0.95)} ms  max ${share(1)} ms`;
  };
  console.log(`\n${CANDIDATES} candidates every ${EVERY} s (${rate}/s) for ${SECONDS} s, ${nodes.length} node(s).`);
  console.log(`before the second  ${shown(times.filter(({ after }) => !after).map(({ took }) => took))}`);
  console.log(`after it           ${shown(times.filter(({ after }) => after).map(({ took }) => took))}`);
  const after = times.filter((one) => one.after).map(({ took }) => took);
  keep(
    'own result after the second, p95',
    after.toSorted((a, b) => a - b)[Math.floor(0.95 * (after.length - 1))] ?? 0,
    'ms',
  );
  keep('served early or late', early + late, '', { most: 0 });
  console.log(`answers ${[...statuses].map(([status, count]) => `${count} × ${status}`).join(', ')}`);
  console.log(`served early: ${early}; served late: ${late}`);
  if (early > 0 || late > 0) process.exitCode = 1;
} finally {
  await site.close();
}

/** Everybody's result, in a publication of two persons. */
async function publishAt(): Promise<void> {
  const unit = (id: string, halfPoints: number) => ({
    id,
    code: id,
    title: `Épreuve ${id}`,
    coefficient: 2,
    optional: false,
    outcome: 'mark',
    halfPoints,
    points: halfPoints * 2,
    note: 'mark',
    beforeJury: null,
    obtainedOn: null,
    ground: null,
    why: null,
  });
  const result = {
    number: 'BP00-1',
    speciality: '45033608',
    form: 'GLOBAL',
    decision: 'ADMITTED',
    average: { numerator: 12, denominator: 1 },
    professionalAverage: null,
    units: ['U10', 'U20', 'U31', 'U32', 'U40', 'U50', 'U60'].map((id) => unit(id, 24)),
    record: 'PV 2024-001',
    decidedOn: '2024-07-01',
    addition: 0,
  };
  await sql`update clock set shift = ${SECOND}::timestamptz - now() - interval '1 day'`.execute(db);
  await sql`with made as (insert into result_publication (id, academy, session, number, specialities, unchanged, without_verdict, sha256,
        prepared_by, announced_at, proposed_by, proposed_at, approved_by, approved_at)
      select gen_random_uuid(), 'clermont', 'bp-demo', 1, array['45033608'], 0, 0, 'x', a.id, ${SECOND}::timestamptz, a.id, business_now(), gen_random_uuid(), business_now()
      from (select gen_random_uuid() as id) a returning id)
    insert into published_result (publication_id, enrolment_id, academy, session, speciality, decision, result, sha256, told_at)
    select made.id, e.id, e.academy, e.session, '45033608', 'ADMITTED', ${JSON.stringify(result)}::jsonb, 'x', business_now()
    from made, enrolment e where e.session = 'bp-demo' and e.number is not null`.execute(db);
}
