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
import { file, type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { refuse } from '../../platform/result.ts';
import { csvOf, type Lines } from '../../platform/tables/csv.ts';
import { parisDay } from '../../platform/time.ts';
import { NoSessionPage } from '../../scope/index.ts';
import { namesOf } from '../../sitters/index.ts';
import { act, emptyForm, type FormState, shortInstant, show } from '../../ui/index.ts';
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
    act({
      path: `${path}/renvoyer`,
      who: inSession(headAtExam(deps)),
      refusals,
      note: 'Le chef de bureau convoque de nouveau qui ne lit plus ce qui vaut.',
      fields: [],
      // Of all groups: what changed is told by who wrote it.
      do: (_, { place, staff }, visit) => {
        const order = { place, officerId: staff.accountId, key: idempotencyKey(visit.body.cle) };
        return summonAnew(deps.letters, actBy(visit, staff), order);
      },
      to: (_, { place }) => addresses.summonses({ session: place.session, message: 'refaites' }),
      again: (...shown) => showSummonses(deps, ...shown),
    }),
    act({
      path: `${path}/:id/renvoyer`,
      who: inSession(who),
      refusals,
      note: 'Un gestionnaire du dossier, ou le chef de bureau, renvoie la convocation du candidat.',
      fields: [],
      do: async (_, { place, desk, staff }, visit) => {
        const asked = readEnrolmentId(visit.params.id);
        const enrolment = asked === null ? null : await findEnrolmentOf(deps.db, place.academy, asked);
        if (enrolment === null || enrolment.number === null) return refuse({ code: 'not-found' });
        const order = { place, scope: desk.scope, enrolmentId: enrolment.id, officerId: staff.accountId };
        const key = idempotencyKey(visit.body.cle);
        return sendSummonsAgain(deps.letters, actBy(visit, staff), { ...order, key });
      },
      to: (done, { place: { session } }, visit) => {
        const message = done === 'sent' ? 'renvoyee' : 'emise';
        return addresses.summonses({ session, etat: visit.query.etat, q: searchIn(visit), message });
      },
      again: (...shown) => showSummonses(deps, ...shown),
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
  state: FormState = emptyForm,
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
      unknown: without.unknown,
      filter,
      words,
      lines,
      next: found.length > PAGE_SIZE ? (lines.at(-1)?.number ?? null) : null,
      near: without.due ? without.firstAt : null,
      now: deps.clock.now(),
      says: catalogue.exam(session.exam)?.summons !== undefined,
      refused: state.faults[0]?.message ?? null,
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
