import { h } from 'preact';
import { actBy, addressInWords, personName } from '../../../accounts/index.ts';
import type { ResolvedSession } from '../../../catalogue/index.ts';
import { findEnrolmentsOf, isRunning } from '../../../enrolment/index.ts';
import type { LetterDeskDeps } from '../../../papers/index.ts';
import { endByMode, listPieces, listPiecesOf, type Mode } from '../../../pieces/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { readPageNumber } from '../../../platform/query.ts';
import { aboutOf, asRead } from '../../../post/index.ts';
import {
  type AtDesk,
  atDesk,
  type FileAtDesk,
  fileAtDesk,
  type ListedFile,
  NoSessionPage,
  PAGE_SIZE,
  pagesOf,
  peopleOf,
  type Scope,
  sessionAsked,
  sessionOptions,
} from '../../../scope/index.ts';
import { act, emptyForm, type FormState, show } from '../../../ui/index.ts';
import { excludeFromReminders } from '../../actions/excludeFromReminders.ts';
import { refusals as reminderRefusals } from '../../refusals.ts';
import { stepCode } from '../../reminder.ts';
import { stepsBefore } from '../../rules/plan.ts';
import { findExclusions, listProofs, tallyReminders } from '../../store.ts';
import { leftOf, wordsOf } from '../../words.ts';
import { addresses as reminderDesk } from '../addresses.ts';
import { exclusionForm, ReminderPage } from '../pages/reminderPage.tsx';
import { type RemindedFile, RemindersPage, type ShownStep } from '../pages/remindersPage.tsx';
import { reminderTexts as say } from '../remindersTexts.ts';
import { listReminded } from '../store.ts';
import { readSentStep, showSent } from './sent.ts';

export function reminderRoutes(deps: LetterDeskDeps): readonly Route[] {
  const who = fileAtDesk(deps);
  const path = '/gestion/relances/:id';
  return [
    route({
      method: 'GET',
      path: '/gestion/relances',
      who: atDesk(deps),
      handle: (visit, at) => {
        const sent = readSentStep(visit.query);
        return sent === null ? showReminders(deps, visit, at) : showSent(deps, visit, at, sent);
      },
    }),
    route({ method: 'GET', path, who, handle: (visit, at) => showReminder(deps, visit, at) }),
    act({
      path,
      who,
      refusals: reminderRefusals,
      note: 'Un gestionnaire du dossier, ou le chef de bureau, le retire des relances ou le remet.',
      fields: (_, visit) => (resumes(visit) ? [] : exclusionForm),
      do: ({ motif }, { enrolment, scope, staff }, visit) => {
        const order = { id: enrolment.id, academy: scope.academy, officerId: staff.accountId };
        const reason = resumes(visit) ? null : motif;
        return excludeFromReminders(deps, actBy(visit, staff), { ...order, reason });
      },
      to: (_, { enrolment }, visit) =>
        reminderDesk.reminder(enrolment.id, { message: resumes(visit) ? 'relances-remises' : 'relances-retirees' }),
      again: (...shown) => showReminder(deps, ...shown),
    }),
  ];
}

const resumes = ({ body }: Visit): boolean => body.acte === 'remettre';

async function showReminders(deps: LetterDeskDeps, visit: Visit, { staff, scope }: AtDesk): Promise<Reply> {
  const [catalogue, now] = [deps.catalogue(), deps.clock.now()];
  const session = sessionAsked(catalogue, scope, visit.query.session, now, 'open');
  if (session === null) return show(h(NoSessionPage, { ...(await deps.frame(visit, staff)), title: say.title }));
  const page = readPageNumber(visit.query.page);
  const here: Scope = { ...scope, sessions: [session.code] };
  const { files, total } = await listReminded(deps.db, here, page);
  if (files.length === 0 && page > 1) return redirect(reminderDesk.reminders({ session: session.code }));
  return show(
    h(RemindersPage, {
      ...(await deps.frame(visit, staff)),
      sessions: sessionOptions(catalogue, scope),
      session: session.code,
      closesAt: session.window.closesAt,
      steps: await stepsOf(deps, here, session),
      files: await withWords(deps, here, session, files),
      total,
      page,
      pages: pagesOf(total, PAGE_SIZE),
    }),
  );
}

/** The plan before the closing, with what came of each step; who gives by the post has an end of their own, said where one was told of it. */
async function stepsOf(
  { db }: LetterDeskDeps,
  { academy, portfolios }: Scope,
  { code: session, reminders, window }: ResolvedSession,
): Promise<readonly ShownStep[]> {
  const tally = await tallyReminders(db, { academy, session }, portfolios);
  const stepsOfMode = (mode: Mode): readonly ShownStep[] => {
    const until = endByMode(mode, window.closesAt);
    return stepsBefore(reminders, until).flatMap(({ step, at }) => {
      const theirs = tally.filter((one) => one.step === stepCode(step) && one.until.equals(until));
      if (mode === 'post' && (theirs.length === 0 || until.equals(window.closesAt))) return [];
      const count = (...states: readonly string[]): number =>
        theirs.filter(({ state }) => states.includes(state)).reduce((sum, one) => sum + one.count, 0);
      return {
        step,
        until,
        at,
        sent: count('sent'),
        opened: theirs.reduce((sum, one) => sum + one.opened, 0),
        needless: count('solved', 'ended', 'missed'),
        excluded: count('excluded'),
      };
    });
  };
  return [...stepsOfMode('online'), ...stepsOfMode('post')].toSorted((one, other) =>
    Temporal.Instant.compare(one.at, other.at),
  );
}

/** What each of these people still has to do, when they are told, and what they were told last. */
async function withWords(
  deps: LetterDeskDeps,
  { academy }: Scope,
  session: ResolvedSession,
  files: readonly ListedFile[],
): Promise<readonly RemindedFile[]> {
  const ids = files.map(({ id }) => id);
  const [enrolments, pieces, proofs, exclusions] = await Promise.all([
    findEnrolmentsOf(deps.db, academy, ids),
    listPiecesOf(deps.db, ids),
    listProofs(deps.db, ids),
    findExclusions(deps.db, ids),
  ]);
  const now = deps.clock.now();
  const lines = files.map(async (file): Promise<readonly RemindedFile[]> => {
    const enrolment = enrolments.find(({ id }) => id === file.id);
    if (enrolment === undefined) return [];
    const own = pieces.get(file.id) ?? [];
    const { dates } = await leftOf(
      { ...deps.letters, catalogue: deps.catalogue },
      deps.db,
      { enrolment, session },
      own,
      now,
    );
    const steps = dates.flatMap(({ until }) => stepsBefore(session.reminders, until));
    const [first, ...others] = dates;
    return first === undefined
      ? []
      : [
          {
            ...file,
            codes: first.codes,
            later: others.flatMap(({ codes }) => codes),
            until: first.until,
            next: aheadOf(steps, now)[0] ?? null,
            last: proofs.find(({ enrolmentId, state }) => enrolmentId === file.id && state === 'sent') ?? null,
            exclusion: exclusions.get(file.id) ?? null,
          },
        ];
  });
  return (await Promise.all(lines)).flat();
}

function aheadOf<T extends { readonly at: Temporal.Instant }>(
  steps: readonly T[],
  now: Temporal.Instant,
): readonly T[] {
  return steps
    .filter(({ at }) => Temporal.Instant.compare(at, now) > 0)
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
}

async function showReminder(
  deps: LetterDeskDeps,
  visit: Visit,
  at: FileAtDesk,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { enrolment, candidate, staff, scope } = at;
  const [pieces, proofs, exclusions, members, frame] = await Promise.all([
    listPieces(deps.db, enrolment.id),
    listProofs(deps.db, [enrolment.id]),
    findExclusions(deps.db, [enrolment.id]),
    deps.accounts.listStaff(deps.db, scope.academy),
    deps.frame(visit, staff),
  ]);
  const now = deps.clock.now();
  const about = aboutOf(deps.catalogue(), enrolment, candidate);
  const words = await wordsOf({ ...deps.letters, catalogue: deps.catalogue }, deps.db, about, pieces, now);
  const exclusion = exclusions.get(enrolment.id);
  const who = peopleOf(members, staff.accountId);
  return show(
    h(ReminderPage, {
      ...frame,
      enrolmentId: enrolment.id,
      number: about.number,
      name: personName(candidate),
      address: addressInWords(candidate),
      mail: words.dates.length === 0 ? null : asRead(candidate, words.mail),
      next: aheadOf(
        words.dates.flatMap(({ until }) => stepsBefore(about.session.reminders, until)),
        now,
      ),
      proofs,
      exclusion: exclusion === undefined ? null : { ...exclusion, who: who('staff', exclusion.officerId) },
      runs: isRunning(enrolment),
      state,
    }),
    status,
  );
}
