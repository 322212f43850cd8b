import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, personName } from '../../accounts/index.ts';
import { findEnrolmentOf, readEnrolmentId } from '../../enrolment/index.ts';
import {
  type AtExam,
  type AtSession,
  examAddresses as addresses,
  atExam,
  examFrame,
  examTexts,
  headAtExam,
  inSession,
} from '../../exam/index.ts';
import { findPublishedPlan } from '../../plan/index.ts';
import { idempotencyKey } from '../../platform/http/once.ts';
import { file, type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { csvOf, type Lines } from '../../platform/tables/csv.ts';
import { parisDay } from '../../platform/time.ts';
import { NoSessionPage } from '../../scope/index.ts';
import { namesOf } from '../../sitters/index.ts';
import { shortInstant, show } from '../../ui/index.ts';
import { sendSummonsAgain } from '../actions/sendSummonsAgain.ts';
import { summonAnew } from '../actions/summonAnew.ts';
import type { SummonsDeps } from '../deps.ts';
import { SummonsListPage } from '../pages/summonsListPage.tsx';
import { refusals } from '../refusals.ts';
import {
  countSummonses,
  listSummonsLines,
  SUMMONS_FILTERS,
  type SummonsFilter,
  type SummonsLine,
} from '../store/summonsList.ts';
import { summonsListTexts as say } from '../summonsListTexts.ts';
import { withoutSummons } from '../withoutSummons.ts';

/** Lines of a page; of the file that is taken. */
const PAGE_SIZE = 50;
const MOST = 20_000;

export function summonsRoutes(deps: SummonsDeps): readonly Route[] {
  const who = atExam(deps);
  const path = '/gestion/examen/convocations';
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showSummonses(deps, visit, at) }),
    route({
      method: 'GET',
      path: `${path}.csv`,
      who: inSession(who),
      handle: (visit, at) => giveTable(deps, visit, at),
    }),
    route({
      method: 'POST',
      path: `${path}/renvoyer`,
      who: inSession(headAtExam(deps)),
      handle: (visit, at) => sendAnew(deps, visit, at),
    }),
    route({
      method: 'POST',
      path: `${path}/:id/renvoyer`,
      who: inSession(who),
      handle: (visit, at) => sendAgain(deps, visit, at),
    }),
  ];
}

function filterIn({ query }: Visit): SummonsFilter {
  return SUMMONS_FILTERS.find((one) => say.names[one] === query.etat) ?? 'issued';
}

/** A number or a part of a name. */
function searchIn({ query }: Visit): string {
  return (query.q ?? '').replace(/\s+/g, ' ').trim().slice(0, 80).replaceAll('\0', '');
}

async function showSummonses(
  deps: SummonsDeps,
  visit: Visit,
  at: AtExam,
  refused: string | null = null,
  status = 200,
): Promise<Reply> {
  const frame = await examFrame(deps, visit, at.staff, say.flash);
  const { session, sessions, scope } = at.desk;
  if (session === null) return show(h(NoSessionPage, { ...frame, title: examTexts.title }));
  const place = { academy: scope.academy, session: session.code };
  const catalogue = deps.catalogue();
  const filter = filterIn(visit);
  const after = /^[A-Z0-9-]{1,30}$/.test(visit.query.apres ?? '') ? (visit.query.apres ?? '') : '';
  const [counts, without, plan] = await Promise.all([
    countSummonses(deps.db, scope, session.code),
    withoutSummons(deps.db, catalogue, place, scope.portfolios),
    findPublishedPlan(deps.db, place),
  ]);
  const words = searchIn(visit);
  const asked = { filter, ids: without.ids, words, after, limit: PAGE_SIZE + 1 };
  const found = await listSummonsLines(deps.db, scope, session.code, asked);
  const lines = await named(deps, found.slice(0, PAGE_SIZE));
  return show(
    h(SummonsListPage, {
      ...frame,
      csrf: visit.csrf(),
      idempotencyKey: randomUUID(),
      keyOf: () => randomUUID(),
      sessions,
      session: session.code,
      published: plan !== null,
      counts: { ...counts, without: without.ids.length },
      filter,
      words,
      lines,
      next: found.length > PAGE_SIZE ? (lines.at(-1)?.number ?? null) : null,
      near: without.due ? without.firstAt : null,
      now: deps.clock.now(),
      says: catalogue.exam(session.exam)?.summons !== undefined,
      refused,
    }),
    status,
  );
}

async function named(deps: SummonsDeps, lines: readonly SummonsLine[]) {
  const names = await namesOf(
    deps.db,
    lines.map(({ accountId }) => accountId),
  );
  return lines.map((line) => {
    const person = names.get(line.accountId);
    return { ...line, name: person === undefined ? '' : personName(person) };
  });
}

async function giveTable(deps: SummonsDeps, visit: Visit, at: AtSession): Promise<Reply> {
  const { place, session, desk } = at;
  const filter = filterIn(visit);
  const ids =
    filter === 'without' ? (await withoutSummons(deps.db, deps.catalogue(), place, desk.scope.portfolios)).ids : [];
  const found = await listSummonsLines(deps.db, desk.scope, session.code, {
    filter,
    ids,
    words: searchIn(visit),
    after: '',
    limit: MOST,
  });
  const rows = await named(deps, found);
  const when = (instant: Temporal.Instant | null): string => (instant === null ? '' : shortInstant(instant));
  const lines = async function* (): Lines {
    yield say.csv;
    for (const { number, name, firstAt, rank, issuedAt, openedAt, mail, reply } of rows)
      yield [
        number,
        name,
        when(firstAt),
        rank === null ? say.nothing : String(rank),
        when(issuedAt),
        when(openedAt),
        mail === null ? '' : say.mail[mail],
        mail === 'failed' ? (reply ?? '') : '',
      ];
  };
  const content = Buffer.concat(await Array.fromAsync<Uint8Array>(csvOf(lines())));
  const name = `${say.exportName}-${session.code}-${parisDay(deps.clock.now())}.csv`;
  return file(content, 'text/csv; charset=utf-8', name, 'attachment', content.length);
}

async function sendAgain(deps: SummonsDeps, visit: Visit, at: AtSession): Promise<Reply> {
  const { place, desk, staff } = at;
  const asked = readEnrolmentId(visit.params.id);
  const enrolment = asked === null ? null : await findEnrolmentOf(deps.db, place.academy, asked);
  if (enrolment === null || enrolment.number === null)
    return showSummonses(deps, visit, at, refusals.inWords({ code: 'not-found' }), 404);
  const done = await sendSummonsAgain(deps.letters, actBy(visit, staff), {
    place,
    scope: desk.scope,
    enrolmentId: enrolment.id,
    officerId: staff.accountId,
    key: idempotencyKey(visit.body.cle),
  });
  if (!done.ok) return showSummonses(deps, visit, at, refusals.inWords(done.error), refusals.status(done.error));
  const message = done.value === 'sent' ? 'renvoyee' : 'emise';
  return redirect(addresses.summonses({ session: place.session, etat: visit.query.etat, q: searchIn(visit), message }));
}

/** Of all groups: what changed is told by who wrote it. */
async function sendAnew(deps: SummonsDeps, visit: Visit, at: AtSession): Promise<Reply> {
  const { place, staff } = at;
  const order = { place, officerId: staff.accountId, key: idempotencyKey(visit.body.cle) };
  const done = await summonAnew(deps.letters, actBy(visit, staff), order);
  if (done.ok) return redirect(addresses.summonses({ session: place.session, message: 'refaites' }));
  return showSummonses(deps, visit, at, refusals.inWords(done.error), refusals.status(done.error));
}
