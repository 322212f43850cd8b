import { h } from 'preact';
import { actBy, type SignedInStaff } from '../accounts/index.ts';
import { type ResolvedSession, sessionsOf } from '../catalogue/index.ts';
import { isPrepared, signerNotes } from '../decisions/index.ts';
import { readEnrolmentId, unitTitle } from '../enrolment/index.ts';
import { replacementOf } from '../exam/index.ts';
import { file, type Reply, type Route, route, type Visit } from '../platform/http/visit.ts';
import { refuse } from '../platform/result.ts';
import { csvOf, type Lines } from '../platform/tables/csv.ts';
import { xlsxOf } from '../platform/tables/xlsx.ts';
import { parisDay } from '../platform/time.ts';
import { admittedAmong, publicationAddresses } from '../publication/index.ts';
import { sessionName } from '../scope/index.ts';
import { act, type FormState, frameOf, numericDay, show } from '../ui/index.ts';
import { decideReplacement, prepareReplacement } from './actions/decideReplacement.ts';
import { addresses } from './addresses.ts';
import { REPLACEMENT } from './decisions.ts';
import type { ExcuseDeps, ReplacementDeps } from './deps.ts';
import { ownExcuseRoutes } from './excuses/routes/ownExcuse.ts';
import { excuseServiceRoutes } from './excuses/routes/service.ts';
import { lastFor } from './excuses/rules/excuseAnswers.ts';
import { decisionFields, ReplacementsPage } from './pages/replacementsPage.tsx';
import type { ReplacementsView } from './pages/views.ts';
import { readAbsences } from './readAbsences.ts';
import { refusals } from './refusals.ts';
import { type Absence, MOST } from './replacement.ts';
import { listNamed, listPlaced } from './store.ts';
import { texts } from './texts.ts';

/** The candidate's and the service's: why somebody could not come. */
export function excuseRoutes(deps: ExcuseDeps): readonly Route[] {
  return [...ownExcuseRoutes(deps), ...excuseServiceRoutes(deps)];
}

/** Address → who may → action → page: a head's, under /gestion/remplacements. */
export function replacementRoutes(deps: ReplacementDeps): readonly Route[] {
  const who = deps.guards.staff('head');
  return [
    route({
      method: 'GET',
      path: '/gestion/remplacements',
      who,
      handle: (visit, staff) => showList(deps, visit, staff, visit.query.session, null),
    }),
    act({
      path: '/gestion/remplacements',
      who,
      refusals,
      note: "Le chef de bureau, s'il a la délégation de signature, juge une absence\u00a0; sinon il prépare la décision.",
      unless: async (_, visit) =>
        readEnrolmentId(textIn(visit, 'dossier')) === null ? ({ code: 'not-absent' } as const) : null,
      fields: decisionFields,
      do: async ({ decision: outcome, recu: receivedOn, motif: words }, staff, visit) => {
        const { academy, accountId: by } = staff;
        const [session, unit, seen] = [textIn(visit, 'session'), textIn(visit, 'unite'), Number(textIn(visit, 'vu'))];
        const enrolmentId = readEnrolmentId(textIn(visit, 'dossier'));
        if (enrolmentId === null) return refuse({ code: 'not-absent' });
        const order = { academy, session, enrolmentId, unit, outcome, receivedOn, words, seen, by };
        return (isPrepared(visit.body) ? prepareReplacement : decideReplacement)(deps, actBy(visit, staff), order);
      },
      to: (_, __, visit) => {
        const message = isPrepared(visit.body) ? 'preparee' : 'decide';
        return addresses.list({ session: textIn(visit, 'session'), message });
      },
      again: (visit, staff, state, status) => {
        const id = `${textIn(visit, 'dossier')}-${textIn(visit, 'unite')}`;
        return showList(deps, visit, staff, textIn(visit, 'session'), { id, state, status });
      },
    }),
    route({
      method: 'GET',
      path: '/gestion/remplacements/liste',
      who,
      handle: (visit, staff) => give(deps, visit, staff),
    }),
  ];
}

function textIn({ body }: Visit, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}

type Refused = { readonly id: string; readonly state: FormState; readonly status: number };

/** `most`: of each list; what is beyond is counted. */
async function shownOf(
  deps: ReplacementDeps,
  academy: string,
  session: ResolvedSession | null,
  most: number,
): Promise<Pick<ReplacementsView, 'absences' | 'settled' | 'ended' | 'beyond'>> {
  if (session === null) return { absences: [], settled: [], ended: [], beyond: 0 };
  const place = { academy, session: session.code };
  const catalogue = deps.catalogue();
  const read = await readAbsences(deps.db, catalogue, place);
  const absences = read.absences.slice(0, most);
  const settled = read.settled.slice(0, most);
  const ended = read.ended.slice(0, most);
  const beyond = Math.max(0, ...[read.absences, read.settled, read.ended].map(({ length }) => length - most));
  const ids = [...new Set([...absences, ...settled, ...ended].map(({ enrolmentId }) => enrolmentId))];
  const [named, placed, admitted] = await Promise.all([
    listNamed(deps.db, place, ids),
    listPlaced(deps.db, place, ids),
    admittedAmong(deps.db, ids),
  ]);
  const withName = <One extends Pick<Absence, 'enrolmentId' | 'speciality'>>(one: One) => {
    const person = named.find(({ enrolmentId }) => enrolmentId === one.enrolmentId);
    const specialityName = catalogue.speciality(one.speciality)?.name ?? one.speciality;
    return person === undefined ? [] : [{ ...one, person, specialityName }];
  };
  const of = <Row extends Pick<Absence, 'enrolmentId' | 'unit'>>(
    rows: readonly Row[],
    { enrolmentId }: Absence,
    asked: string,
  ) => rows.find((row) => row.enrolmentId === enrolmentId && row.unit === asked) ?? null;
  return {
    absences: absences.flatMap(withName).map((one) => ({
      ...one,
      decision: of(read.decisions, one, one.unit),
      admitted: admitted.has(one.enrolmentId),
      placed: of(placed, one, replacementOf(one.unit)),
      excuse: lastFor(read.excuses, one),
    })),
    settled: settled.flatMap(withName),
    ended: ended.flatMap((decision): ReplacementsView['ended'] => {
      const { enrolmentId, unit } = decision;
      const person = named.find((one) => one.enrolmentId === enrolmentId);
      if (person === undefined) return [];
      const { number, speciality } = person;
      const known = catalogue.regulation(speciality, session.year)?.units.find(({ id }) => id === unit);
      const title = known === undefined ? unit : unitTitle(known);
      const why = person.running ? 'unit-gone' : 'left';
      return withName({ enrolmentId, number, speciality, unit, title, decision, why } as const);
    }),
    beyond,
  };
}

async function showList(
  deps: ReplacementDeps,
  visit: Visit,
  staff: SignedInStaff,
  asked: string | undefined,
  refused: Refused | null,
): Promise<Reply> {
  const { all, chosen } = sessionsOf(deps, staff.academy, asked);
  const [chrome, signer, shown] = await Promise.all([
    deps.chrome(visit, staff),
    signerNotes(deps, staff, [REPLACEMENT]),
    shownOf(deps, staff.academy, chosen, MOST.listed),
  ]);
  const exam = chosen === null ? undefined : deps.catalogue().exam(chosen.exam);
  return show(
    h(ReplacementsPage, {
      ...frameOf(chrome, visit, texts.flash),
      session: chosen?.code ?? '',
      sessions: all.map((one) => ({ value: one.code, label: sessionName(deps.catalogue(), one) })),
      sessionName: chosen === null ? '' : sessionName(deps.catalogue(), chosen),
      results: publicationAddresses.list({ session: chosen?.code ?? null }),
      law: (exam?.summons?.absence ?? []).map(({ words, source, confidence }) => ({
        words,
        source: source ?? '',
        sure: confidence !== 'uncertain' && confidence !== 'unknown',
      })),
      ...shown,
      signer: signer(REPLACEMENT),
      now: deps.clock.now(),
      refused,
    }),
    refused?.status ?? 200,
  );
}

const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', write: (lines: Lines) => csvOf(lines) },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (lines: Lines) => xlsxOf(texts.sheet, lines),
  },
} as const;

/** Who is to be seated: some hundred lines at most. */
async function give(deps: ReplacementDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const { chosen } = sessionsOf(deps, staff.academy, visit.query.session);
  const format = visit.query.format === 'csv' ? 'csv' : 'xlsx';
  const { absences } = await shownOf(deps, staff.academy, chosen, Number.POSITIVE_INFINITY);
  const granted = absences.filter(({ decision }) => decision?.outcome === 'granted');
  const lines = async function* (): Lines {
    yield texts.fileColumns;
    for (const { number, person, speciality, specialityName, unit, title, decision } of granted)
      yield [
        number,
        person.birthName,
        person.usageName ?? '',
        person.firstNames,
        speciality,
        specialityName,
        unit,
        title,
        person.centre ?? '',
        decision === null ? '' : numericDay(parisDay(decision.decidedAt)),
      ];
  };
  const content = Buffer.concat(await Array.fromAsync<Uint8Array>(FORMATS[format].write(lines())));
  const name = texts.file(chosen?.code ?? '', parisDay(deps.clock.now()).toString());
  return file(content, FORMATS[format].type, `${name}.${format}`, 'attachment', content.length);
}
