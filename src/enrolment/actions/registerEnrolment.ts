import { answerNotice } from '../../accounts/index.ts';
import { lawOf, packFingerprint, type Speciality } from '../../catalogue/index.ts';
import { type Moment, readMoment } from '../../platform/clock.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { RegisterDeps } from '../deps.ts';
import { type Dossier, dossierOf } from '../dossier.ts';
import { type EnrolmentId, sameAnswers, stampOf } from '../enrolment.ts';
import type { TypedEntry } from '../entry.ts';

import { healthSubjectOf, subjectOf } from '../events.ts';
import { onEnrolment } from '../onEnrolment.ts';
import type { Refusal } from '../refusals.ts';
import { registeredFile } from '../registeredFile.ts';
import { reserveAhead } from '../reserve.ts';
import { completeReview, reviewAnswers } from '../review.ts';
import { enrolmentNumber } from '../rules/enrolmentNumber.ts';
import { entryBegunAt, entryWindow } from '../rules/entryWindow.ts';
import { allows } from '../rules/transitions.ts';
import { outsideWindow } from '../rules/window.ts';
import { signsTheSame } from '../signed.ts';
import { dropWorkingCopy, writeUnsigned } from '../store/changes.ts';
import { endEntry, openEntryOf } from '../store/entries.ts';
import { writeReserve } from '../store/reserves.ts';
import { isEnrolledElsewhere } from '../store/samePersons.ts';
import { nextSerial } from '../store/series.ts';
import { writeVersion } from '../store/versions.ts';

export type Registered = {
  readonly number: string;
  readonly version: number;
  /** Is there a new version? */
  readonly changed: boolean;
  /** Only what isn't signed changed: version and signature stand. */
  readonly onlyHealth?: boolean;
};
export type RegisterOrder = {
  readonly id: EnrolmentId;
  readonly candidateId: string;
  /** Of the answers that the candidate read before certifying them (`stampOf`). */
  readonly stamp: string;
  /** The conditions not met that the candidate says to have read, by code; null: the box isn't ticked. */
  readonly reserveRead: readonly string[] | null;
  readonly key: string | null;
  /** The box of electronic notices is ticked. */
  readonly noticeAccepted?: boolean;
  /** Typed by an officer, in their open entry. */
  readonly entry?: {
    readonly id: string;
    readonly mayFollow: (portfolio: string) => boolean;
  };
};

/**
 * *Enregistrer*: version n + 1 of an enrolment, with its number the first time. Nothing if nothing differs. One transaction:
 * the number, the version, the pieces, the papers and the mails exist together or not at all; two clicks give one of each.
 */
export async function registerEnrolment(
  deps: RegisterDeps,
  act: Act,
  order: RegisterOrder,
): Promise<Result<Registered, Refusal>> {
  return onEnrolment<Registered, Refusal>(deps.db, order, async (tx, locked) => {
    const candidate = await deps.findCandidate(tx, order.candidateId);
    if (candidate === null) return refuse({ code: 'not-found' });
    const catalogue = deps.catalogue();
    const moment = await readMoment(tx, act);
    const dossier = dossierOf(locked, { catalogue, now: moment.now, person: candidate });
    // A browser may come back to a summary already sent, key and all: over later changes it is no double click.
    const key = locked.working !== null && order.stamp !== stampOf(dossier.answers) ? null : order.key;
    const work = async (): Promise<Result<Registered, Refusal>> => {
      const entry = order.entry === undefined ? null : await openEntryOf(tx, locked.id);
      if (order.entry !== undefined && entry?.id !== order.entry.id) return refuse({ code: 'entry-ended' });
      const window = entry === null ? dossier.session.window : entryWindow(entry, dossier.session);
      const outside = outsideWindow(window, moment);
      if (outside !== null) return refuse(outside);
      if (!allows(locked, 'register')) return refuse({ code: 'ended' });
      const { number, version } = locked;
      if (number === null && (await isEnrolledElsewhere(tx, locked)))
        return refuse({ code: 'enrolled-elsewhere', law: lawOf(dossier.exam, 'oneEnrolment') });
      if (locked.registered !== null && number !== null && sameAnswers(dossier.answers, locked.registered)) {
        await dropWorkingCopy(tx, locked.id);
        if (entry !== null) await endEntry(tx, entry.id, 'left');
        return ok({ number, version, changed: false });
      }
      if (order.stamp !== stampOf(dossier.answers)) return refuse({ code: 'written-elsewhere' });
      const review = completeReview(reviewAnswers(dossier));
      if (review === null) return refuse({ code: 'incomplete' });
      if (locked.registered !== null && number !== null && signsTheSame(dossier.answers, locked.registered)) {
        const written = await writeUnsigned(tx, locked.id, { registered: dossier.answers, working: null });
        const file = registeredFile(catalogue, written, candidate);
        await deps.events.publish(
          tx,
          act,
          'health.declared',
          healthSubjectOf(locked),
          { enrolmentId: locked.id },
          file,
        );
        if (entry !== null) await endEntry(tx, entry.id, 'left');
        return ok({ number, version, changed: false, onlyHealth: true });
      }
      const { reserve, reasons, kept, was } = await reserveAhead(tx, locked, dossier, review);
      const read = new Set(order.reserveRead ?? []);
      if (reserve === 'pending' && !reasons.every(({ code }) => read.has(code)))
        return refuse({ code: 'reserve-unread' });
      const { speciality, form } = review.qualification;
      const portfolio = officerOf(dossier, speciality);
      if (order.entry?.mayFollow(portfolio) === false) return refuse({ code: 'not-your-speciality' });
      const given =
        number ?? enrolmentNumber(dossier.session.numberPrefix, await nextSerial(tx, locked.academy, locked.session));
      const written = await writeVersion(tx, {
        enrolment: locked,
        number: given,
        version: version + 1,
        answers: dossier.answers,
        speciality: speciality.cfd,
        portfolio,
        form,
        familyName: candidate.birthName,
        reserve,
        rulePack: packFingerprint(dossier.catalogue.pack),
        begunAt: begunAt(entry, dossier, moment),
      });
      if (reserve === 'pending') await writeReserve(tx, locked, version + 1, kept);
      const event = version === 0 ? 'enrolment.registered' : 'enrolment.modified';
      const payload = {
        enrolmentId: locked.id,
        number: given,
        version: version + 1,
        reserve: was === 'upheld' ? 'again' : (reserve ?? (was === null ? null : 'met')),
        unmet: reasons.map(({ code }) => code),
        ...(entry === null ? {} : { typedFor: entry.way, receivedOn: entry.receivedOn.toString() }),
      } as const;
      if (entry !== null) await endEntry(tx, entry.id, 'registered', version + 1);
      const file = registeredFile(catalogue, written, candidate);
      await deps.events.publish(tx, act, event, subjectOf(locked), payload, file);
      return ok({ number: given, version: version + 1, changed: true });
    };
    return onceAccepted<Registered, Refusal>(
      tx,
      {
        key,
        owner: order.candidateId,
        purpose: `register ${order.id} ${order.stamp}`,
        content: [order.reserveRead, order.noticeAccepted],
      },
      async () => {
        const done = await work();
        if (done.ok && order.noticeAccepted === true)
          await answerNotice(tx, act, candidate.accountId, { accepts: true, place: 'enrolment' });
        return done;
      },
    );
  });
}

/** What came on paper counts as begun with its day, and never later than now. */
function begunAt(entry: TypedEntry | null, { session }: Dossier, moment: Moment): Temporal.Instant {
  if (entry === null || entry.way === 'telephone') return moment.begunAt;
  const begun = entryBegunAt(entry, session.window);
  return Temporal.Instant.compare(begun, moment.begunAt) < 0 ? begun : moment.begunAt;
}

function officerOf({ catalogue, academy }: Dossier, speciality: Pick<Speciality, 'cfd'>): string {
  const portfolio = catalogue.portfolioOf(speciality, academy.code);
  if (portfolio === undefined) throw new Error(`Nobody follows ${speciality.cfd} in ${academy.code}`);
  return portfolio.code;
}
