import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { candidateOfEnrolment, type EnrolmentDeps, type OwnEnrolment } from '../../enrolment/index.ts';
import { examAddresses as addresses, isReplacement } from '../../exam/index.ts';
import { messageAddresses, messageRefusals, writeToOffice } from '../../messages/index.ts';
import { findLatest, openPaper } from '../../papers/index.ts';
import { idempotencyKey } from '../../platform/http/once.ts';
import { file, type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { nameOfSession } from '../../scope/index.ts';
import { act, emptyForm, type FormState, type Option, shortDay, show } from '../../ui/index.ts';
import { convocationTexts as say } from '../convocationTexts.ts';
import { ALL_TESTS, absenceForm, ConvocationPage } from '../pages/convocationPage.tsx';
import { asExpected, type ExpectedSeat } from '../rules/expected.ts';
import { begunTests, comingTests, nextTestOf, pastDays } from '../rules/nextTest.ts';
import { listExpectedCalls } from '../store/expectedCalls.ts';
import { lastSummons, listSummonses } from '../store/summonses.ts';
import type { SummonsSeat } from '../summons.ts';
import { calendarOf } from '../summonsCalendar.ts';
import { fileOf, namesIn } from '../summonsOf.ts';

/** What the candidate's own pages of this room work with. */
export type SummonsDeps = EnrolmentDeps & { readonly publicUrl: URL };

export function convocationRoutes(deps: SummonsDeps): readonly Route[] {
  const who = candidateOfEnrolment(deps);
  const path = '/candidatures/:id/convocation';
  return [
    route({ method: 'GET', path, who, handle: (visit, own) => showSummons(deps, visit, own) }),
    // « Je ne peux pas venir », « Je n'ai pas pu venir »: a message to the office, which names the test. No text gives a delay for it.
    act({
      path,
      who,
      refusals: messageRefusals,
      note: "Le candidat dont c'est le dossier dit au bureau qu'il ne peut pas venir.",
      fields: async (own) => absenceForm(await choicesFor(deps, own)),
      do: async ({ epreuve, message }, own, visit) => {
        const choices = await choicesFor(deps, own);
        const after = choices.begun.find(({ value }) => value === epreuve);
        const ahead = choices.coming.find(({ value }) => value === epreuve);
        const tests = epreuve === ALL_TESTS ? say.absence.allTests : ((ahead ?? after)?.label ?? '');
        return writeToOffice(deps, actBy(visit, own.candidate), {
          id: own.enrolment.id,
          candidateId: own.candidate.accountId,
          piece: null,
          words: after === undefined ? say.absence.message(tests, message) : say.absence.messageAfter(tests, message),
          key: idempotencyKey(visit.body.cle),
        });
      },
      to: (_, { enrolment }) => `${messageAddresses.messages(enrolment.id)}?message=envoye`,
      again: (...shown) => showSummons(deps, ...shown),
    }),
    route({ method: 'GET', path: `${path}.ics`, who, handle: (_, own) => giveCalendar(deps, own) }),
  ];
}

async function showSummons(
  deps: SummonsDeps,
  visit: Visit,
  own: OwnEnrolment,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { candidate, enrolment } = own;
  const now = deps.clock.now();
  const [paper, seats] = await Promise.all([findLatest(deps.db, enrolment.id, 'summons'), seatsOf(deps, enrolment.id)]);
  if (paper !== null) await openPaper(deps, actBy(visit, candidate), paper);
  const names = namesOf(deps, own);
  const begins = deps.catalogue().session(enrolment.session)?.examStartsOn;
  return show(
    h(ConvocationPage, {
      // After the opening: what was just read isn't counted as unread around the page.
      chrome: await deps.chrome(visit, candidate, enrolment),
      csrf: visit.csrf(),
      idempotencyKey: randomUUID(),
      enrolment,
      paper,
      stands: seats.length > 0,
      next: nextTestOf(seats, now),
      title: names.full,
      begins: beginsIn(begins),
      past: pastDays(seats, now),
      coming: comingTests(seats, now).length > 0,
      missed: begunTests(seats, now).some(({ unit }) => !isReplacement(unit)),
      fields: absenceForm(choicesOf(seats, names.full, now)),
      state,
      now,
    }),
    status,
  );
}

function beginsIn(begins: { readonly on: Temporal.PlainDate; readonly confidence: string } | undefined) {
  if (begins === undefined) return null;
  return { day: shortDay(begins.on), settled: begins.confidence === 'official' || begins.confidence === 'notice' };
}

function namesOf(deps: SummonsDeps, { candidate, enrolment }: OwnEnrolment) {
  return namesIn(
    enrolment.number === null ? null : fileOf(deps.catalogue(), { enrolment, candidate: candidate.candidate }),
  );
}

function choicesOf(seats: readonly SummonsSeat[], title: (unit: string) => string, now: Temporal.Instant) {
  const option =
    (label: (title: string, seat: SummonsSeat) => string) =>
    (seat: SummonsSeat): Option => ({ value: seat.unit, label: label(title(seat.unit), seat) });
  return {
    coming: comingTests(seats, now).map(option(say.absence.choice)),
    // Of the others, the page of who could not come (`replacements/excuses`) is where reasons are said.
    begun: begunTests(seats, now)
      .filter(({ unit }) => isReplacement(unit))
      .map(option(say.absence.missed)),
  };
}

async function choicesFor(deps: SummonsDeps, own: OwnEnrolment) {
  return choicesOf(await seatsOf(deps, own.enrolment.id), namesOf(deps, own).full, deps.clock.now());
}

/** What their summons names, at the hours that are expected now. */
async function seatsOf({ db }: Pick<SummonsDeps, 'db'>, enrolmentId: string): Promise<readonly ExpectedSeat[]> {
  const [last, calls] = await Promise.all([lastSummons(db, enrolmentId), listExpectedCalls(db, [enrolmentId])]);
  return asExpected(last?.facts.seats ?? [], calls);
}

async function giveCalendar(deps: SummonsDeps, own: OwnEnrolment): Promise<Reply> {
  const { enrolment } = own;
  const [all, calls] = await Promise.all([
    listSummonses(deps.db, [enrolment.id]),
    listExpectedCalls(deps.db, [enrolment.id]),
  ]);
  if (all.length === 0) return redirect(addresses.summons(enrolment.id));
  const title = say.calendar.name(nameOfSession(deps.catalogue(), enrolment.session));
  const content = Buffer.from(
    calendarOf(enrolment, all, calls, namesOf(deps, own), { publicUrl: deps.publicUrl, title }),
  );
  return file(content, 'text/calendar; charset=utf-8', say.calendar.file, 'attachment', content.length);
}
