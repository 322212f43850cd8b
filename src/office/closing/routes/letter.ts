import { h } from 'preact';
import { actBy } from '../../../accounts/index.ts';
import { isUnrepresented, whereOf } from '../../../enrolment/index.ts';
import {
  actOnLetter,
  addresseeOf,
  envelopeLines,
  noticesForOffice,
  notificationOf,
  stillStands,
} from '../../../papers/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { parisDay } from '../../../platform/time.ts';
import { emptyForm, type FormState, show } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { OfficeDeps } from '../../deps.ts';
import { fileAtDesk } from '../../guards.ts';
import type { FileAtDesk } from '../../office.ts';
import { pageFrame } from '../../pageFrame.ts';
import { actDeps } from '../../routes/actDeps.ts';
import { peopleOf } from '../../rules/people.ts';
import { personName } from '../../rules/personName.ts';
import { LetterPage } from '../pages/letterPage.tsx';

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
      where: whereOf(deps.catalogue().academy(scope.academy), enrolment),
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
  const order = { notice, academy: scope.academy, officerId: staff.accountId, sender: 'office' as const };
  const done = await actOnLetter(actDeps(deps), actBy(visit, staff), order, visit.body);
  if ('message' in done) return redirect(addresses.letter(enrolment.id, { message: done.message }));
  return showLetter(deps, visit, at, done.state, done.status);
}
