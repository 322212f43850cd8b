import { randomUUID } from 'node:crypto';
import { type AccountId, accountId, type Candidate, type CivilStatus } from '../accounts/account.ts';
import { activateByLink } from '../accounts/actions/activate.ts';
import { signUp } from '../accounts/actions/signUp.ts';
import { findByAddress } from '../accounts/store/accounts.ts';
import { findCandidates } from '../accounts/store/candidates.ts';
import { CAMILLE, lastMailTo, PASSWORD, testDeps } from '../accounts/testing.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { beginEnrolment } from '../enrolment/actions/beginEnrolment.ts';
import { registerEnrolment } from '../enrolment/actions/registerEnrolment.ts';
import { saveStepAnswers } from '../enrolment/actions/saveStepAnswers.ts';
import { openEntry } from '../enrolment/actions/typeForCandidate.ts';
import { withdrawEnrolment } from '../enrolment/actions/withdrawEnrolment.ts';
import { answersOf, dossierOf } from '../enrolment/dossier.ts';
import {
  type AnsweredStep,
  type Enrolment,
  type EnrolmentId,
  type StepAnswers,
  stampOf,
} from '../enrolment/enrolment.ts';
import { openSeries } from '../enrolment/store/series.ts';
import { findOwnEnrolment } from '../enrolment/store.ts';
import { readMoment } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { transact } from '../platform/database/transact.ts';
import type { EventBus } from '../platform/events.ts';
import { SYSTEM } from '../platform/journal.ts';
import { UNREACHABLE } from '../platform/mail/unreachable.ts';
import type { Result } from '../platform/result.ts';
import { parisDay } from '../platform/time.ts';
import { COIFFURE } from './answers.ts';
import { setClock } from './clock.ts';

export { CAMILLE, lastMailTo, mailsTo, PASSWORD, SERVER_SECRET } from '../accounts/testing.ts';
export { type Browser, openSite, type Site } from '../accounts/testingSite.ts';
export { changeDisclosure } from '../enrolment/actions/changeDisclosure.ts';
export { COIFFURE } from './answers.ts';
export { shippedCatalogue } from './catalogue.ts';
export { setClock } from './clock.ts';

/** Registered enrolments for the tests of every room, made by the real acts with the shipped rule pack. */

const SESSION = 'bp-2024-clermont';
/** A month after the opening, two weeks before the closing. */
export const ORDINARY_DAY = Temporal.Instant.from('2023-11-15T10:42:00+01:00');

/** A distance learner of Maçon, who owes three R.408 certificates, asks for arrangements and declares to be a disabled worker. */
export const MACON_WITH_HANDICAP = {
  informations: {
    category: 'distance-learner',
    distanceBody: 'CNED',
    trainingHours: '400',
    diploma: 'none',
    employer1: 'Bâti 63',
    job1: 'Maçon',
    from1: '01/09/2015',
    handicap: 'oui',
  },
  qualification: { speciality: '45023216', form: 'GLOBAL', formFinal: 'oui', disabledWorker: 'oui' },
  acquis: Object.fromEntries(
    ['U10', 'U20', 'U30', 'U40', 'U50', 'U60', 'U70'].map((unit) => [`choice-${unit}`, 'sit']),
  ),
  epreuves: { language: 'anglais' },
} as const satisfies Answered;

export type Answered = Partial<Readonly<Record<AnsweredStep, StepAnswers>>>;

export type EnrolmentOptions = {
  readonly events: EventBus;
  readonly catalogue: Catalogue;
  readonly status?: Partial<CivilStatus>;
  readonly address?: string;
  /** Steps that differ from `COIFFURE`, whole. */
  readonly answers?: Answered;
  /** The conditions not met that the candidate has read. */
  readonly reserveRead?: readonly string[];
  /** false: they had none any more when they registered; everything reaches them by the post. */
  readonly mailbox?: boolean;
};

export type TestEnrolment = { readonly candidate: Candidate; readonly enrolment: Enrolment };

let people = 0;

/** An account, activated by its link. */
async function aCandidate(
  db: Database,
  { status, address }: Pick<EnrolmentOptions, 'status' | 'address'> = {},
): Promise<Candidate> {
  people += 1;
  const mail = address ?? `candidate.${people}@domaine.fr`;
  const deps = testDeps(db);
  const form = { status: { ...CAMILLE, ...status }, address: mail, password: PASSWORD };
  value(await signUp(deps, form, { network: `10.7.0.${people % 250}`, key: null }, SYSTEM));
  value(await activateByLink(deps, (await lastMailTo(db, mail)).token, SYSTEM));
  const id: AccountId = accountId((await findByAddress(db, mail))?.accountId ?? '');
  return present(await findCandidate(db, id));
}

/** What main takes from the accounts. */
export async function findCandidate(db: Database, id: string): Promise<Candidate | null> {
  return (await findCandidates(db, [id]))[0] ?? null;
}

/** A draft whose steps are answered, up to and with `until`. */
export async function aDraft(
  db: Database,
  options: EnrolmentOptions,
  until: AnsweredStep = 'epreuves',
): Promise<TestEnrolment> {
  await openSeries(db, 'clermont', SESSION);
  const candidate = await aCandidate(db, options);
  const { events, catalogue } = options;
  const deps = { db, events, catalogue: () => catalogue };
  const id = value(await beginEnrolment(deps, SYSTEM, candidate.accountId, SESSION));
  const answers = { ...COIFFURE, ...options.answers };
  for (const step of ORDER.slice(0, ORDER.indexOf(until) + 1))
    await answer(db, options, candidate, id, step, answers[step]);
  return { candidate, enrolment: await reread(db, candidate, id) };
}

/** An enrolment registered on the ordinary day of the exam's clock, which is set if it stands elsewhere. */
export async function registeredEnrolment(db: Database, options: EnrolmentOptions): Promise<TestEnrolment> {
  await setClock(db, ORDINARY_DAY);
  const draft = await aDraft(db, options);
  const candidate = options.mailbox === false ? await withoutMailbox(db, draft) : draft.candidate;
  return {
    candidate,
    enrolment: await register(db, options, candidate, draft.enrolment.id, null, options.reserveRead),
  };
}

/** From now on they have no mail box: everything reaches them by the post. */
export async function withoutMailbox(
  db: Database,
  { candidate }: Pick<TestEnrolment, 'candidate'>,
): Promise<Candidate> {
  const email = `${randomUUID()}${UNREACHABLE}`;
  await db.updateTable('auth_user').set({ email }).where('id', '=', candidate.accountId).execute();
  return present(await findCandidate(db, candidate.accountId));
}

/** Answers steps of a registered enrolment again and registers: version n + 1. */
export async function modifiedEnrolment(
  db: Database,
  options: Pick<EnrolmentOptions, 'events' | 'catalogue' | 'reserveRead'>,
  { candidate, enrolment }: TestEnrolment,
  answers: Answered,
): Promise<TestEnrolment> {
  for (const step of ORDER) {
    const changed = answers[step];
    if (changed !== undefined) await answer(db, options, candidate, enrolment.id, step, changed);
  }
  return { candidate, enrolment: await register(db, options, candidate, enrolment.id, null, options.reserveRead) };
}

const ORDER = ['identification', 'informations', 'qualification', 'acquis', 'epreuves'] as const;

/** *Suivant* of one step. */
export async function answer(
  db: Database,
  { events, catalogue }: Pick<EnrolmentOptions, 'events' | 'catalogue'>,
  candidate: Candidate,
  id: EnrolmentId,
  step: AnsweredStep,
  body: StepAnswers,
): Promise<void> {
  const deps = { db, events, catalogue: () => catalogue };
  const enrolment = await reread(db, candidate, id);
  const { now } = await readMoment(db, SYSTEM);
  const dossier = dossierOf(enrolment, { catalogue, now, person: candidate });
  const order = { enrolment, dossier, step, body, stamp: stampOf(dossier.answers[step]) };
  value(await saveStepAnswers(deps, SYSTEM, order));
}

/** *Enregistrer*. */
export async function register(
  db: Database,
  { events, catalogue }: Pick<EnrolmentOptions, 'events' | 'catalogue'>,
  candidate: Candidate,
  id: EnrolmentId,
  key: string | null = null,
  reserveRead: readonly string[] | null = null,
): Promise<Enrolment> {
  const deps = { db, events, catalogue: () => catalogue, findCandidate };
  const stamp = stampOf(answersOf(await reread(db, candidate, id)));
  const candidateId = candidate.accountId;
  value(await registerEnrolment(deps, SYSTEM, { id, candidateId, stamp, key, reserveRead }));
  return reread(db, candidate, id);
}

/** Answers that an officer types in the candidate's name, asked on the telephone: version n + 1. */
export async function typedEnrolment(
  db: Database,
  { events, catalogue }: Pick<EnrolmentOptions, 'events' | 'catalogue'>,
  { candidate, enrolment: { id, academy } }: TestEnrolment,
  answers: Answered,
  words: string,
): Promise<Enrolment> {
  const deps = { db, events, catalogue: () => catalogue, findCandidate };
  const officerId = '00000000-0000-4000-8000-000000000000';
  const act = { ...SYSTEM, actor: { kind: 'staff' as const, id: officerId }, onBehalfOf: candidate.accountId };
  const asked = { way: 'telephone', receivedOn: parisDay(ORDINARY_DAY), words, officerId, id, academy } as const;
  const entry = value(await transact(db, (tx) => openEntry(deps, tx, act, asked)));
  for (const step of ORDER)
    if (answers[step] !== undefined) await answer(db, { events, catalogue }, candidate, id, step, answers[step]);
  const stamp = stampOf(answersOf(await reread(db, candidate, id)));
  const order = { id, candidateId: candidate.accountId, stamp, key: null, reserveRead: null };
  value(await registerEnrolment(deps, act, { ...order, entry: { id: entry, mayFollow: () => true } }));
  return reread(db, candidate, id);
}

/** The candidate takes the enrolment back. */
export async function withdraw(
  db: Database,
  { events, catalogue }: Pick<EnrolmentOptions, 'events' | 'catalogue'>,
  { candidate, enrolment }: TestEnrolment,
): Promise<void> {
  const deps = { db, events, catalogue: () => catalogue };
  const { id } = enrolment;
  const { version } = await reread(db, candidate, id);
  value(await withdrawEnrolment(deps, SYSTEM, { id, candidateId: candidate.accountId, version }));
}

export async function reread(db: Database, candidate: Candidate, id: EnrolmentId): Promise<Enrolment> {
  return present(await findOwnEnrolment(db, id, candidate.accountId));
}

function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

function present<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw new Error('Not there');
  return thing;
}
