import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addresses } from '../accommodations/addresses.ts';
import { dueForService } from '../accommodations/pages/dueLines.ts';
import { FilePage } from '../accommodations/pages/filePage.tsx';
import { ListPage as ServedList } from '../accommodations/pages/listPage.tsx';
import { HubPage } from '../candidate/pages/hub/hubPage.tsx';
import { ListPage } from '../candidate/pages/listPage.tsx';
import { stateInWords } from '../candidate/state.ts';
import type { ResolvedSession } from '../catalogue/index.ts';
import { dueSources } from '../dues.ts';
import { type Enrolment, isRunning } from '../enrolment/index.ts';
import {
  answerAskedIn,
  type Contribution,
  codesOf,
  type DueReader,
  type DueSource,
  endByMode,
  endOfGiving,
  isAnswer,
  openDues,
  otherwiseInWords,
  type PieceWithFiles,
  type Remaining,
  remainingInWords,
  rightsOf,
  type Todo,
  todosOf,
} from '../pieces/index.ts';
import type { Database } from '../platform/database/database.ts';
import { dueByDate } from '../reminders/rules/deadlines.ts';
import {
  beforeShort,
  emptyForm,
  endInWords,
  renderPage,
  untilInWords,
  untilShort,
  untilWithYear,
} from '../ui/index.ts';
import { shippedCatalogue } from './catalogue.ts';
import { PLAIN_CHROME } from './plainChrome.ts';
import { words } from './words.ts';

/**
 * At any instant, in any state, for each reader: what has a date is in each of its places, never past, with what happens otherwise; nothing of
 * health is in those of the office. Every room that adds lines has its states here: one that is added to `dueSources` without doesn't compile.
 */
const catalogue = await shippedCatalogue();

const SESSION = 'bp-2024-clermont';
const START = Temporal.Instant.from('2023-11-15T09:00:00Z');
// Minutes too: a line ends within a minute, and in the nights when the clocks change.
const moment = fc.integer({ min: 24 * 60, max: 140 * 24 * 60 }).map((minutes) => START.add({ minutes }));
const midnight = moment.map((at) => at.toZonedDateTimeISO('Europe/Paris').startOfDay().toInstant());
const instant = fc.oneof(moment, midnight);
const date = moment.map((at) => at.toZonedDateTimeISO('Europe/Paris').toPlainDate());
const lastDay = date.map((last) => ({ last, lateFrom: last.add({ days: 2 }) }));
const HEALTH = 'R408DISP';
const CODES = ['CINSIG01', 'DOMICIL', 'DCSTID01', 'R408A3', HEALTH] as const;
/** Of nobody of the office: where these lines lead. */
const HIDDEN = /amenagement|absence|R408DISP/;

/** Rights against what was decided, which lead somewhere. */
const remediesAt = (href: string) =>
  fc.record({
    open: fc.array(
      fc.record({
        label: fc.constantFrom('Contester', 'Voir'),
        href: fc.constant(href),
        until: fc.option(lastDay),
        isAppeal: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    asked: fc.array(
      fc.record({
        id: fc.uuid(),
        label: fc.constant('Une erreur'),
        of: fc.constant('de votre demande'),
        href: fc.constant(href),
        isAppeal: fc.boolean(),
        outcome: fc.constantFrom(null, 'granted', 'refused'),
        answeredAt: fc.option(instant),
        toCarryOut: fc.boolean(),
        time: fc.record({
          forum: fc.constantFrom('court', 'cada'),
          lateSince: fc.option(lastDay),
          reopens: fc.boolean(),
          silence: fc.record({ on: date, saidFrom: date, contest: lastDay }),
          contestUntil: fc.option(lastDay),
          fromLetter: fc.boolean(),
          where: fc.constant({ seat: 'mainland', residence: 'mainland' }),
        }),
      }),
      { maxLength: 2 },
    ),
  });

type Sources = ReturnType<typeof dueSources>;
type FactsOf<S> = S extends DueSource<infer F> ? F : never;
type States = { readonly [K in keyof Sources]: fc.Arbitrary<FactsOf<Sources[K]>> };

const STATES: States = {
  units: fc.record({ state: fc.constantFrom('proposed', 'confirmed'), version: fc.constant(1) }),
  representative: fc.constant({
    signer: 'representative',
    name: 'Marie Martin',
    address: 'marie@domaine.fr',
    refused: false,
  }),
  sheet: fc.constantFrom({ is: 'other' }, { is: 'older', version: 1 }),
  hearing: fc.array(
    fc.record({
      id: fc.uuid() as fc.Arbitrary<never>,
      kind: fc.constantFrom('units', 'regularisation'),
      outcome: fc.constantFrom(null, 'decided'),
      at: instant,
      until: instant,
      letter: fc.option(fc.record({ id: fc.uuid(), postedOn: fc.option(date), reachedOn: fc.option(date) })),
      // An invitation names what the office reads.
      codes: fc.subarray(CODES.filter((code) => code !== HEALTH)),
    }),
    { maxLength: 2 },
  ),
  accommodation: fc.record({
    enrolmentId: fc.constant('x'),
    ticked: fc.boolean(),
    request: fc.option(
      fc.record({
        state: fc.constantFrom('draft', 'submitted', 'with-doctor', 'decided'),
        askedUntil: fc.option(instant),
      }),
    ),
    unreadable: fc.boolean(),
    said: fc.option(fc.constant({ what: 'given-up' } as const), { freq: 1 }),
    endsAt: midnight,
    decidedAt: fc.option(instant),
    lastCorrectionAt: instant,
  }),
  messages: fc.record({ unread: fc.nat(2), waiting: fc.nat(2) }),
  remedies: remediesAt('/resultats'),
  healthRemedies: remediesAt('/recours/amenagement'),
  absence: fc.array(
    fc.record({
      id: fc.uuid(),
      state: fc.constantFrom('sent', 'reading', 'read'),
      proofs: fc.constantFrom([], [{ kept: { scan: null, finding: null, erasedAt: null } }]),
    }),
    { maxLength: 2 },
  ),
};

/** Who reads each beside its candidate: said here once more, as a source that says otherwise is a breach (048, 081). */
const READERS: { readonly [K in keyof Sources]: DueReader } = {
  units: 'office',
  representative: 'office',
  sheet: 'office',
  hearing: 'office',
  accommodation: 'service',
  messages: 'office',
  remedies: 'office',
  healthRemedies: 'service',
  absence: 'candidate',
};

const piece = (code: (typeof CODES)[number]): fc.Arbitrary<PieceWithFiles> =>
  fc
    .record({
      status: fc.constantFrom('none', 'received', 'compliant', 'non-compliant', 'exempted'),
      files: fc.constantFrom([], [{ id: 'f', kept: { scan: null } }]),
      dueAt: instant,
      correctableUntil: fc.option(instant),
      handedOverAt: fc.option(fc.constant(START)),
      mode: fc.constantFrom('online', 'post'),
      typedLate: fc.boolean(),
      daysRunFrom: fc.option(date),
    })
    .map(
      (given) =>
        ({
          ...given,
          id: code,
          code,
          group: code === 'CINSIG01' ? 'confirmation' : code.startsWith('R') ? 'travail-en-hauteur' : 'identite',
          opensAt: START,
          countsForValidation: !code.startsWith('R'),
          confidential: code === HEALTH,
          refused: [],
          excuses: code === HEALTH ? ['R408A3'] : [],
          excusedBy: code === 'R408A3' ? HEALTH : null,
        }) as unknown as PieceWithFiles,
    );
const enrolment = fc
  .record({
    status: fc.constantFrom('draft', 'registered', 'validated', 'withdrawn', 'abandoned'),
    working: fc.option(fc.constant({})),
    signed: fc.boolean(),
  })
  .map(
    ({ status, working, signed }) =>
      ({
        id: 'x',
        session: SESSION,
        status,
        number: status === 'draft' || status === 'abandoned' ? null : 'BP24-00001-U',
        version: 1,
        signature: signed ? { version: 1, at: START, way: 'paper' } : null,
        registeredAt: START,
        validatedAt: null,
        savedAt: START,
        endedAt: START,
        working,
        reserve: null,
      }) as unknown as Enrolment,
  );

const world = fc.record({
  now: instant,
  closesAt: instant,
  pieces: fc.tuple(...CODES.map(piece)),
  one: enrolment,
  facts: fc.record(
    Object.fromEntries(
      Object.entries(STATES).map(([name, states]) => [name, fc.option(states as fc.Arbitrary<unknown>)]),
    ),
  ),
});
const none = undefined as unknown as Database;

/** The candidate's pages, as they read them. */
function pagesOf(one: Enrolment, remaining: Remaining, session: object, now: Temporal.Instant) {
  const around = { chrome: PLAIN_CHROME, catalogue, flash: null };
  const view = {
    ...around,
    enrolment: one,
    session,
    review: { qualification: null, next: 'identification' },
    comments: new Map(),
    pieces: [],
    remaining,
    unread: 0,
    messages: { toRead: 0, waiting: 0 },
    accommodation: null,
    isTyped: false,
    summons: null,
    cancelled: null,
    history: [],
    now,
    notified: null,
  } as unknown as Parameters<typeof HubPage>[0];
  const listed = { enrolment: one, speciality: null, session: 'BP', remaining, step: 'identification' } as const;
  return {
    hub: words(renderPage(HubPage(view))),
    list: words(renderPage(ListPage({ ...around, enrolments: [listed] }))),
  };
}

/** The pieces that a line of ours asks for. */
function codesOfTodo(todo: Todo): readonly string[] {
  if (todo.act === 'give') return todo.codes;
  return todo.act === 'correct' ? [todo.code] : todo.act === 'sign' ? ['CINSIG01'] : [];
}

/** What a line of the service may be besides what a person does: where its pieces stand. */
const READ: readonly string[] = ['check', 'read', 'late', 'compliant', 'exempted'];

/** The pages of the service, as it reads them. */
function servedPages(
  health: Remaining,
  facts: Readonly<Record<string, unknown>>,
  { one, session, now }: { readonly one: Enrolment; readonly session: ResolvedSession; readonly now: Temporal.Instant },
) {
  const known = (isRunning(one) ? facts.accommodation : null) as FactsOf<Sources['accommodation']> | null;
  const [request, said] = [known?.request ?? null, known?.said ?? null];
  const isSeen = request !== null && request.state !== 'draft';
  const line = {
    ...{ enrolmentId: 'x', session: SESSION, number: 'BP24-00001-U', speciality: null, address: 'a@domaine.fr' },
    ...{ birthName: 'Martin', usageName: null, firstNames: 'Camille', civility: 'mme', ticked: known?.ticked ?? false },
    ...{
      disabledWorker: false,
      said: said?.what ?? null,
      sentOn: null,
      waitingSince: null,
      late: false,
      beingRead: false,
    },
    ...{ state: isSeen ? request.state : null, askedUntil: isSeen ? request.askedUntil : null },
    ...{ endedAt: null, againUntil: null },
  };
  const closesAt = known?.endsAt ?? session.window.closesAt;
  const lastCorrectionAt = known?.lastCorrectionAt ?? session.lastCorrectionAt;
  const theirs = { ...session, window: { ...session.window, closesAt }, lastCorrectionAt };
  const around = { chrome: PLAIN_CHROME, flash: null, csrf: '', catalogue: { ...catalogue, session: () => theirs } };
  const file = {
    ...around,
    ...{ signer: { may: false, note: null }, prepared: null, checklist: { documents: [], measures: [] }, file: line },
    ...{
      request: null,
      documents: [],
      unreadable: [],
      shown: null,
      shut: null,
      demands: [],
      advice: null,
      decisions: [],
    },
    ...{ notifications: [], notified: new Map(), waiver: null, decisionKey: '', state: emptyForm, form: null },
    ...{ today: now.toZonedDateTimeISO('Europe/Paris').toPlainDate(), askUntil: null },
    due: dueForService(catalogue, SESSION, health),
  } as unknown as Parameters<typeof FilePage>[0];
  const counts = { waiting: 1, decided: 0, 'no-request': 0, waiver: 0 };
  const list = { ...around, list: 'waiting', counts, files: [line], notified: new Map(), page: 1, now };
  return {
    file: words(renderPage(FilePage(file))),
    list: words(renderPage(ServedList(list as unknown as Parameters<typeof ServedList>[0]))),
  };
}

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('What has a date', () => {
  it('is in what remains, on its pages, in mails and reminders, and never past; the office reads nothing of health', async () => {
    const real = catalogue.session(SESSION);
    if (real === undefined) throw new Error(`No session ${SESSION}`);
    const sources = dueSources({ catalogue: () => catalogue, findCandidate: async () => null });
    await fc.assert(
      fc.asyncProperty(world, async ({ now, closesAt, pieces: asked, one, facts }) => {
        // Pieces are asked of what is registered.
        const pieces = one.number === null ? [] : asked;
        const isAhead = (until: Temporal.Instant): boolean => Temporal.Instant.compare(now, until) < 0;
        const session = { ...real, window: { ...real.window, opensAt: START, closesAt }, lastCorrectionAt: closesAt };
        const file = { enrolment: one, session, pieces };
        const living = ['draft', 'registered', 'validated'].includes(one.status);
        const read: string[] = [];
        const known = Object.entries(sources).map(
          ([name, source]): DueSource & { readonly said: (reader: DueReader) => readonly Contribution[] } => {
            // Rooms read of what runs, a draft has none of it; of what has ended, the rights against it alone.
            const outlives = source.outlives === true && one.status === 'withdrawn';
            const found = isRunning(one) || outlives ? (facts[name] ?? null) : null;
            return {
              readers: source.readers,
              ...(source.outlives === undefined ? {} : { outlives: source.outlives }),
              read: async () => {
                read.push(name);
                return found;
              },
              lines: (some, of, at, reader) => (source as DueSource).lines(some, of, at, reader),
              said: (reader) => (found === null ? [] : (source as DueSource).lines(found, file, now, reader)),
            };
          },
        );
        for (const [name, { readers }] of Object.entries(sources))
          expect([name, readers]).toEqual([name, READERS[name as keyof Sources]]);
        const due = openDues(known);
        const theirs = new Map<DueReader, Remaining>();
        for (const reader of ['office', 'service', 'candidate'] as const) {
          read.length = 0;
          const remaining = await due(none, file, now, reader);
          theirs.set(reader, remaining);
          const mayRead = known.filter(({ readers }) => reader === 'candidate' || readers === reader);
          expect(read).toEqual(
            Object.keys(sources).filter(
              (_, index) => mayRead.includes(known[index] as never) && (living || known[index]?.outlives === true),
            ),
          );
          // Every line that a room says is there; of those that the reader may not read, none.
          const said = mayRead.flatMap((source) => source.said(reader));
          for (const line of said) expect(remaining.lines).toContainEqual(line);
          expect(remaining.lines.filter(({ act }) => act === 'other')).toHaveLength(said.length);

          const todos = todosOf(remaining);
          const dates = todos.flatMap(({ until }) => until ?? []);
          for (const until of [...dates, ...rightsOf(remaining).flatMap((right) => right.until ?? [])])
            expect(isAhead(until)).toBe(true);
          expect(remaining.deadline).toEqual(dates.toSorted(Temporal.Instant.compare)[0] ?? null);
          for (const todo of [...todos, ...rightsOf(remaining)])
            expect(otherwiseInWords(session, todo).join(''), todo.act).not.toBe('');

          const isHealth = (code: string): boolean => catalogue.pieceType({ session: SESSION, code })?.health ?? false;
          const mail = remainingInWords(catalogue, SESSION, remaining).join('\n');
          expect(mail).not.toMatch(/handicap|RQTH|aménagement|votre absence/i);
          for (const todo of todos)
            if (todo.until !== null && (todo.act !== 'other' || todo.mail !== null))
              expect(mail).toContain('mode' in todo ? endOfGiving(todo.mode, todo.until) : endInWords(todo.until));
          // What happens otherwise, once, as the hub says it; where the office asks for an answer, no closed time is the last word.
          const ownWords = todos.filter(
            (todo) => todo.act !== 'other' && !(todo.act === 'correct' && isHealth(todo.code)),
          );
          for (const sentence of new Set(ownWords.flatMap((todo) => otherwiseInWords(session, todo))))
            expect(mail.split(sentence), sentence).toHaveLength(2);
          const asked = answerAskedIn(remaining);
          if (asked !== null) {
            expect(mail).toContain(asked.mail ?? '');
            expect(mail).toContain(asked.otherwise);
            expect(mail).not.toContain('Le délai est passé');
          }
          const reminded = dueByDate(remaining, pieces).map(({ until }) => String(until));
          expect(new Set(reminded)).toEqual(new Set(dates.map(String)));
        }

        // The service reads what touches health, on its pages, and nothing else of anybody.
        const health = theirs.get('service') as Remaining;
        const desk = servedPages(health, facts, { one, session, now });
        for (const todo of [...todosOf(health), ...rightsOf(health)]) {
          if (todo.until === null) continue;
          expect(desk.file).toContain(plain(untilInWords(todo.until)));
          if (todo.act === 'other' && todo.href === addresses.request('x'))
            expect(desk.list).toContain(plain(untilInWords(todo.until)));
        }
        expect(JSON.stringify(health.lines)).not.toMatch(/justificatifs|messages|procedures|signature/);
        expect(
          health.lines.flatMap((line) => ('codes' in line ? line.codes : [])).filter((code) => code !== HEALTH),
        ).toEqual([]);
        expect(health.lines.filter(({ act }) => act !== 'other' && act !== 'correct' && !READ.includes(act))).toEqual(
          [],
        );
        // A draft is its candidate's alone.
        const request = (facts.accommodation as FactsOf<Sources['accommodation']> | null)?.request ?? null;
        if (request?.state === 'draft' && !(facts.accommodation as FactsOf<Sources['accommodation']>).ticked)
          expect(JSON.stringify(health.lines)).not.toContain(addresses.request('x'));

        const own = theirs.get('candidate') as Remaining;
        const { hub, list } = pagesOf(one, own, session, now);
        const outOfTime = one.status === 'draft' && !isAhead(closesAt);
        for (const todo of [...todosOf(own), ...rightsOf(own)]) {
          if (todo.until === null || outOfTime) continue;
          if (todo.act === 'register') expect(hub).toContain(plain(beforeShort(todo.until)));
          else if (todo.act === 'give' && todo.later) expect(hub).toContain(plain(untilInWords(todo.until)));
          else if (todo.act !== 'hand-over') {
            const end = 'mode' in todo ? endByMode(todo.mode, todo.until) : todo.until;
            // A right may last beyond the year, and says which.
            expect(hub).toContain(
              plain(rightsOf(own).some((right) => right === todo) ? untilWithYear(end) : untilShort(end)),
            );
          }
          for (const sentence of otherwiseInWords(session, todo)) expect(hub).toContain(plain(sentence));
        }
        // *Mes inscriptions* has one date: the nearest of what is to be done, else of what may be.
        const byEnd = (all: readonly { readonly until: Temporal.Instant | null }[]) =>
          all.flatMap(({ until }) => until ?? []).toSorted(Temporal.Instant.compare);
        const [first] = byEnd(todosOf(own));
        const [right] = byEnd(rightsOf(own));
        if (first !== undefined) expect(list.toLowerCase()).toContain(plain(beforeShort(first)).toLowerCase());
        else if (right !== undefined) expect(list).toContain(plain(untilWithYear(right)));
        const handOvers = todosOf(own).flatMap((todo) => (todo.act === 'hand-over' ? (todo.until ?? []) : []));
        for (const until of handOvers.toSorted(Temporal.Instant.compare).slice(0, 1))
          expect(hub).toContain(plain(untilShort(until)));
        // What is too late says so in both, with what can still be done; no button then asks to say that all is there.
        const late = codesOf(own, 'late').filter((code) => code !== HEALTH);
        // What the office asks before it decides comes first, but for the pieces that end the matter: nothing is too late beside it.
        const answer = answerAskedIn(own);
        if (answer !== null) {
          const before = todosOf(own).slice(0, todosOf(own).indexOf(answer));
          const asked = todosOf(own).flatMap((todo) => (isAnswer(todo) ? [todo] : []));
          const cures = asked.flatMap(({ answer: { cures: some } }) => some);
          for (const todo of before)
            expect(isAnswer(todo) || codesOfTodo(todo).some((code) => cures.includes(code))).toBe(true);
          expect(late).toEqual([]);
          if (!outOfTime) expect(hub).toContain(plain(answer.label));
        }
        if (late.length > 0 && !outOfTime) {
          for (const page of [hub, list]) expect(page).toMatch(/délai est passé.*[ÉEée]cri(vez|re)/);
          expect(hub).not.toContain('Votre inscription sera définitive quand');
        }
        // A group whose time is over says so; its date isn't one to come.
        if (living && !outOfTime)
          for (const { until, state } of own.later)
            if (state !== 'done' && !isAhead(until)) expect(hub).not.toContain(`, ${plain(untilInWords(until))}`);
        const { next } = own;
        if (
          (one.status === 'registered' || next === answer) &&
          next !== null &&
          next.until !== null &&
          !outOfTime &&
          !own.lines.some(({ act }) => act === 'late')
        )
          expect(plain(stateInWords(one, own))).toContain(plain(beforeShort(next.until)));

        // Whatever may be given or corrected has a line with its own date.
        for (const { code, dueAt, correctableUntil, ...of } of pieces) {
          const waits = of.typedLate && of.daysRunFrom === null && of.status === 'none';
          const standing = own.standings.get(code);
          if (
            !['registered', 'validated'].includes(one.status) ||
            waits ||
            (standing !== 'to-give' && standing !== 'to-correct')
          )
            continue;
          const closing =
            correctableUntil !== null && Temporal.Instant.compare(correctableUntil, dueAt) > 0
              ? correctableUntil
              : dueAt;
          expect(dueByDate(own, pieces).some((by) => by.until.equals(closing) && by.codes.includes(code))).toBe(true);
        }
        expect(JSON.stringify(theirs.get('office')?.lines)).not.toMatch(HIDDEN);
      }),
    );
  });

  it('comes from every room that declares a source', () => {
    const declared = globSync('src/**/*.ts')
      .filter((file) => !/\.test\.ts$|\/testing/.test(file))
      .flatMap((file) => [
        ...readFileSync(file, 'utf8').matchAll(/export (?:const|function) (\w+)(?:\([^)]*\))?: DueSource</g),
      ])
      .map(([, name]) => name);
    const composed = readFileSync('src/dues.ts', 'utf8');
    expect(declared.length).toBe(Object.keys(STATES).length);
    for (const name of declared) expect(composed).toMatch(new RegExp(`: ${name}\\b`));
  });
});
