import { h } from 'preact';
import { actBy } from '../../../accounts/index.ts';
import { isUnrepresented, whereOf } from '../../../enrolment/index.ts';
import {
  actOnLetter,
  addresseeOf,
  envelopeLines,
  findNotices,
  letterWords,
  standingOf,
} from '../../../papers/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { parisDay } from '../../../platform/time.ts';
import { isUuid } from '../../../platform/uuid.ts';
import { emptyForm, type FormState, show } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { OfficeDeps } from '../../deps.ts';
import { fileAtDesk } from '../../guards.ts';
import type { FileAtDesk } from '../../office.ts';
import { pageFrame } from '../../pageFrame.ts';
import { actDeps } from '../../routes/actDeps.ts';
import { peopleOf } from '../../rules/people.ts';
import { personName } from '../../rules/personName.ts';
import { lettersOfFile } from '../../store/letters.ts';
import { OneLetterPage } from '../pages/oneLetterPage.tsx';

/** One letter in the place of a mail: what it says, and what became of it. */
export function oneLetterRoutes(deps: OfficeDeps): readonly Route[] {
  const [who, path] = [fileAtDesk(deps), '/gestion/dossiers/:id/courriers/:lettre'];
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showLetter(deps, visit, at) }),
    route({ method: 'POST', path, who, handle: (visit, at) => act(deps, visit, at) }),
  ];
}

/** The letter in the address, if it is of this file. */
async function noticeOf({ db }: OfficeDeps, { params }: Visit, { scope, enrolment }: FileAtDesk) {
  const asked = params.lettre ?? '';
  const known = isUuid(asked) && (await lettersOfFile(db, scope, enrolment.id)).includes(asked);
  return known ? (await findNotices(db, scope.academy, [asked]))[0] : undefined;
}

async function showLetter(
  deps: OfficeDeps,
  visit: Visit,
  at: FileAtDesk,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { enrolment, candidate, staff, scope } = at;
  const notice = await noticeOf(deps, visit, at);
  const [words, members, frame] = await Promise.all([
    notice === undefined ? null : letterWords(deps.db, notice.id),
    deps.accounts.listStaff(deps.db, scope.academy),
    pageFrame(deps, visit, staff),
  ]);
  const now = deps.clock.now();
  const addressee = addresseeOf({ enrolment, candidate }, parisDay(now));
  return show(
    h(OneLetterPage, {
      ...frame,
      enrolmentId: enrolment.id,
      number: enrolment.number ?? '',
      name: personName(candidate),
      letter: notice === undefined ? null : { notice, notification: standingOf(notice, now), body: words?.body ?? '' },
      where: whereOf(deps.catalogue().academy(scope.academy), enrolment),
      address: envelopeLines(addressee),
      noRepresentative: isUnrepresented(addressee.minority),
      people: peopleOf(members, staff.accountId),
      state,
    }),
    notice === undefined && status === 200 ? 404 : status,
  );
}

async function act(deps: OfficeDeps, visit: Visit, at: FileAtDesk): Promise<Reply> {
  const { enrolment, scope, staff } = at;
  const notice = await noticeOf(deps, visit, at);
  const order = { notice, academy: scope.academy, officerId: staff.accountId, sender: 'office' as const };
  const done = await actOnLetter(actDeps(deps), actBy(visit, staff), order, visit.body);
  if ('message' in done)
    return redirect(addresses.oneLetter(enrolment.id, visit.params.lettre ?? '', { message: done.message }));
  return showLetter(deps, visit, at, done.state, done.status);
}
