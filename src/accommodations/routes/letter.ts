import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { findEnrolmentOf, isUnrepresented, readEnrolmentId, whereOf } from '../../enrolment/index.ts';
import {
  actOnLetter,
  addresseeOf,
  envelopeLines,
  listNotices,
  type Notice,
  notificationOf,
} from '../../papers/index.ts';
import { type Reply, redirect, type Visit } from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import { emptyForm, type FormState, frameOf, show } from '../../ui/index.ts';
import { recordOpening } from '../actions/recordReading.ts';
import { addresses } from '../addresses.ts';
import type { AccommodationDeps } from '../deps.ts';
import type { AtFile } from '../guards.ts';
import { LetterPage } from '../pages/letterPage.tsx';
import { serviceTexts } from '../serviceTexts.ts';

/** The registered letter that notifies a decision of this service: it alone sends it. */
export async function showLetter(
  deps: AccommodationDeps,
  visit: Visit,
  at: AtFile,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { staff, file } = at;
  const id = readEnrolmentId(file.enrolmentId);
  const enrolment = id === null ? null : await findEnrolmentOf(deps.db, staff.academy, id);
  const candidate = enrolment === null ? null : await deps.findCandidate(deps.db, enrolment.candidateId);
  if (enrolment === null || candidate === null) return redirect(addresses.file(file.enrolmentId));
  const notice = await lastNotice(deps, at);
  const now = deps.clock.now();
  const addressee = addresseeOf({ enrolment, candidate }, parisDay(now));
  await recordOpening(deps.db, actBy(visit, staff), file.enrolmentId);
  return show(
    h(LetterPage, {
      ...frameOf(await deps.serviceChrome(visit, staff), visit, serviceTexts.flash),
      file,
      letters:
        notice === null
          ? null
          : {
              notice,
              notification: notificationOf(notice, now),
              where: whereOf(deps.catalogue().academy(staff.academy), enrolment),
              now,
              reversed: false,
              address: envelopeLines(addressee),
              noRepresentative: isUnrepresented(addressee.minority),
              people: (_: 'staff', id: string) => (id === staff.accountId ? serviceTexts.you : serviceTexts.colleague),
            },
      state,
    }),
    status,
  );
}

export async function sendLetter(deps: AccommodationDeps, visit: Visit, at: AtFile): Promise<Reply> {
  const { staff, file } = at;
  const notice = (await lastNotice(deps, at)) ?? undefined;
  const order = { notice, academy: staff.academy, officerId: staff.accountId, sender: 'health' as const };
  const done = await actOnLetter(deps, actBy(visit, staff), order, visit.body);
  if ('message' in done) return redirect(addresses.letter(file.enrolmentId, done.message));
  return showLetter(deps, visit, at, done.state, done.status);
}

/** Of the decision that stands: a later one takes its place. */
async function lastNotice(deps: AccommodationDeps, { file }: AtFile): Promise<Notice | null> {
  const notices = await listNotices(deps.db, file.enrolmentId);
  return notices.find(({ kind }) => kind === 'accommodation') ?? null;
}
