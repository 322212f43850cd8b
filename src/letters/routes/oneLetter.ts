import { h } from 'preact';
import { actBy, personName } from '../../accounts/index.ts';
import { isUnrepresented, whereOf } from '../../enrolment/index.ts';
import {
  actDeps,
  actOnLetter,
  addresseeOf,
  envelopeLines,
  letterWords,
  type Notice,
  noticesForOffice,
  paperDesk,
  standingOf,
  stillStands,
} from '../../papers/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import { isUuid } from '../../platform/uuid.ts';
import { type FileAtDesk, peopleOf } from '../../scope/index.ts';
import { emptyForm, type FormState, show } from '../../ui/index.ts';
import type { LetterTrayDeps } from '../deps.ts';
import { OneLetterPage } from '../pages/oneLetterPage.tsx';
import { lettersOfFile } from '../store.ts';
import { noticesIn } from '../trayLines.ts';
import { healthTray, officeTray, type Tray } from '../trays.ts';
import { senderIn } from './trayActs.ts';

/** A page of one thing that goes by the post: where it is, and which. */
type OnePage = {
  readonly tray: Tray;
  readonly path: string;
  /** The address of this visit's page, with a message. */
  readonly again: (visit: Visit, at: FileAtDesk, message?: string) => string;
  readonly find: (visit: Visit, at: FileAtDesk) => Promise<Notice | undefined>;
};

/** One decision that is notified, or one letter in the place of a mail: what it says, and what became of it. */
export function oneLetterRoutes(deps: LetterTrayDeps): readonly Route[] {
  const office = officeTray(deps);
  const named = (tray: Tray): OnePage => ({
    tray,
    path: tray.at.letter(':id', ':lettre'),
    again: ({ params }, { enrolment }, message) => tray.at.letter(enrolment.id, params.lettre ?? '', { message }),
    find: (visit, at) => namedIn(deps, visit, at),
  });
  const last: OnePage = {
    tray: office,
    path: paperDesk.letter(':id'),
    again: (_, { enrolment }, message) => paperDesk.letter(enrolment.id, { message }),
    find: async (_, { scope, enrolment }) => (await noticesForOffice(deps.db, scope.academy, enrolment.id))[0],
  };
  return [named(office), named(healthTray(deps)), last].flatMap((page) => {
    const { path } = page;
    const who = page.tray.oneFile;
    return [
      route({ method: 'GET', path, who, handle: (visit, at) => showLetter(deps, page, visit, at) }),
      route({
        method: 'POST',
        path,
        who,
        note: "Qui tient le courrier, gestionnaire ou service des aménagements, note ce qu'une lettre est devenue.",
        handle: (visit, at) => act(deps, page, visit, at),
      }),
    ];
  });
}

/** What the address names, if it is of this file and to be read by who asks. */
async function namedIn(
  deps: LetterTrayDeps,
  { params }: Visit,
  { scope, enrolment }: FileAtDesk,
): Promise<Notice | undefined> {
  const asked = params.lettre ?? '';
  const [notice] = isUuid(asked) ? await noticesIn(deps, scope, [asked]) : [];
  if (notice === undefined || notice.enrolmentId !== enrolment.id) return undefined;
  return notice.kind !== null || (await lettersOfFile(deps.db, scope, enrolment.id)).some(({ id }) => id === asked)
    ? notice
    : undefined;
}

async function showLetter(
  deps: LetterTrayDeps,
  page: OnePage,
  visit: Visit,
  at: FileAtDesk,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { enrolment, candidate, staff, scope } = at;
  const notice = await page.find(visit, at);
  const [words, letters, members, frame] = await Promise.all([
    notice === undefined || notice.kind !== null ? null : letterWords(deps.db, notice.id),
    lettersOfFile(deps.db, scope, enrolment.id),
    deps.accounts.listStaff(deps.db, scope.academy),
    deps.frame(visit, staff),
  ]);
  const now = deps.clock.now();
  const isOver = letters.find(({ id }) => id === notice?.id)?.over;
  const addressee = addresseeOf({ enrolment, candidate }, parisDay(now));
  await page.tray.note(visit, at, { as: 'page', enrolments: [enrolment.id], session: enrolment.session, what: '' });
  return show(
    h(OneLetterPage, {
      ...frame,
      tray: page.tray,
      enrolmentId: enrolment.id,
      session: enrolment.session,
      number: enrolment.number ?? '',
      name: personName(candidate),
      letter:
        notice === undefined
          ? null
          : { notice, notification: standingOf(notice, now, isOver), body: words?.body ?? '' },
      action: page.again(visit, at),
      where: whereOf(deps.catalogue().academy(scope.academy), enrolment),
      now,
      reversed: notice !== undefined && !stillStands(notice, enrolment),
      address: envelopeLines(addressee),
      noRepresentative: isUnrepresented(addressee.minority),
      people: peopleOf(members, staff.accountId),
      state,
    }),
    notice === undefined && page.path.includes(':lettre') && status === 200 ? 404 : status,
  );
}

async function act(deps: LetterTrayDeps, page: OnePage, visit: Visit, at: FileAtDesk): Promise<Reply> {
  const { scope, staff } = at;
  const notice = await page.find(visit, at);
  const order = { notice, academy: scope.academy, officerId: staff.accountId, sender: senderIn(scope) };
  const done = await actOnLetter(actDeps(deps), actBy(visit, staff), order, visit.body);
  if ('message' in done) return redirect(page.again(visit, at, done.message));
  return showLetter(deps, page, visit, at, done.state, done.status);
}
