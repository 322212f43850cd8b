import { h } from 'preact';
import { actBy } from '../../../accounts/index.ts';
import { isUnrepresented } from '../../../enrolment/index.ts';
import {
  addresseeOf,
  correctLetter,
  endLetter,
  envelopeLines,
  type NoticeRefusal,
  noticeRefusals,
  noticesForOffice,
  notificationOf,
  postLetter,
  stillStands,
} from '../../../papers/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { parisDay } from '../../../platform/time.ts';
import { emptyForm, type Field, type FormState, parseForm, show, typedIn, withFault } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { OfficeDeps } from '../../deps.ts';
import { fileAtDesk } from '../../guards.ts';
import type { FileAtDesk } from '../../office.ts';
import { pageFrame } from '../../pageFrame.ts';
import { actDeps } from '../../routes/actDeps.ts';
import { peopleOf } from '../../rules/people.ts';
import { personName } from '../../rules/personName.ts';
import { endForm, postForm } from '../pages/letterForms.ts';
import { LETTER_ACTS, LetterPage } from '../pages/letterPage.tsx';

/** How the decision on one file is notified, and what a person of the office knows of its letters. */
export function letterRoutes(deps: OfficeDeps): readonly Route[] {
  const [who, path] = [fileAtDesk(deps), '/gestion/cloture/:id/courrier'];
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showLetter(deps, visit, at) }),
    route({ method: 'POST', path, who, handle: (visit, at) => act(deps, visit, at) }),
  ];
}

async function showLetter(
  deps: OfficeDeps,
  visit: Visit,
  { enrolment, candidate, staff, scope }: FileAtDesk,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const [notices, members, frame] = await Promise.all([
    noticesForOffice(deps.db, scope.academy, enrolment.id),
    deps.accounts.listStaff(deps.db, scope.academy),
    pageFrame(deps, visit, staff),
  ]);
  const notice = notices[0] ?? null;
  const addressee = addresseeOf({ enrolment, candidate }, parisDay(deps.clock.now()));
  return show(
    h(LetterPage, {
      ...frame,
      enrolmentId: enrolment.id,
      session: enrolment.session,
      number: enrolment.number ?? '',
      name: personName(candidate),
      notice,
      notification: notice === null ? null : notificationOf(notice, deps.clock.now()),
      reversed: notice !== null && !stillStands(notice, enrolment),
      address: envelopeLines(addressee),
      noRepresentative: isUnrepresented(addressee.minority),
      people: peopleOf(members, staff.accountId),
      state,
    }),
    status,
  );
}

async function act(deps: OfficeDeps, visit: Visit, at: FileAtDesk): Promise<Reply> {
  const { enrolment, scope, staff } = at;
  const [notice] = await noticesForOffice(deps.db, scope.academy, enrolment.id);
  if (notice === undefined) return refuse(deps, visit, at, [], { code: 'no-decision' });
  const order = { paperId: notice.id, academy: scope.academy, officerId: staff.accountId };
  const [by, letterId] = [actBy(visit, staff), String(visit.body.lettre ?? '')];
  switch (visit.body.acte) {
    case LETTER_ACTS.end: {
      const read = parseForm(endForm, visit.body);
      if (!read.ok) return showLetter(deps, visit, at, read.error, 422);
      const { devenir: outcome, presentee: presentedOn, le: outcomeOn } = read.value;
      const done = await endLetter(actDeps(deps), by, { ...order, letterId, end: { outcome, presentedOn, outcomeOn } });
      return done.ok ? back(at, 'lettre-finie') : refuse(deps, visit, at, endForm, done.error);
    }
    case LETTER_ACTS.correctEnd:
    case LETTER_ACTS.correctPosting: {
      const what = visit.body.acte === LETTER_ACTS.correctEnd ? 'end' : 'posting';
      const done = await correctLetter(actDeps(deps), by, { ...order, letterId, what });
      return done.ok ? back(at, 'lettre-corrigee') : refuse(deps, visit, at, [], done.error);
    }
    default: {
      const read = parseForm(postForm, visit.body);
      if (!read.ok) return showLetter(deps, visit, at, read.error, 422);
      const { suivi: tracking, jour: postedOn } = read.value;
      const done = await postLetter(actDeps(deps), by, { ...order, tracking, postedOn });
      return done.ok ? back(at, 'lettre-partie') : refuse(deps, visit, at, postForm, done.error);
    }
  }
}

function back({ enrolment }: FileAtDesk, message: string): Reply {
  return redirect(addresses.letter(enrolment.id, { message }));
}

function refuse(
  deps: OfficeDeps,
  visit: Visit,
  at: FileAtDesk,
  fields: readonly Field[],
  refusal: NoticeRefusal,
): Promise<Reply> {
  const state = withFault({ typed: typedIn(fields, visit.body), faults: [] }, null, noticeRefusals.inWords(refusal));
  return showLetter(deps, visit, at, state, noticeRefusals.status(refusal));
}
