import { h } from 'preact';
import { accountId, actBy } from '../../../accounts/index.ts';
import { findEnrolmentsOf, isUnrepresented } from '../../../enrolment/index.ts';
import { NoSessionPage } from '../../../exam/index.ts';
import {
  type Addressee,
  addresseeOf,
  envelopeLines,
  findNotices,
  type Label,
  LETTER_HEAD,
  letterLine,
  NO_ADDRESSEE,
  type Notice,
  noticeRefusals,
  notificationOf,
  postedField,
  postLetter,
  TRACKING,
  trackingIn,
} from '../../../papers/index.ts';
import { file, type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { csvOf, type Lines } from '../../../platform/tables/csv.ts';
import { parisDay } from '../../../platform/time.ts';
import { emptyForm, type FormState, parseForm, show, withFault } from '../../../ui/index.ts';
import { recordLetters } from '../../actions/recordExport.ts';
import { addresses } from '../../addresses.ts';
import type { OfficeDeps } from '../../deps.ts';
import { atDesk } from '../../guards.ts';
import type { AtDesk, Scope } from '../../office.ts';
import { pageFrame } from '../../pageFrame.ts';
import { exportTexts } from '../../printing/exportsTexts.ts';
import { actDeps } from '../../routes/actDeps.ts';
import { download } from '../../routes/download.ts';
import { sessionOptions } from '../../rules/choices.ts';
import { pagesOf } from '../../rules/counts.ts';
import type { Downloads } from '../../rules/downloads.ts';
import { createDownloads } from '../../rules/downloads.ts';
import { isShown, LETTER_FILTER_NAMES, type LetterFilter, readLetterFilter } from '../../rules/letterFilter.ts';
import { readPageNumber } from '../../rules/queueFilter.ts';
import { sessionAsked } from '../../sessionAsked.ts';
import { PAGE_SIZE } from '../../store/incomplete.ts';
import { type DecidedFile, listDecided } from '../../store/letters.ts';
import { lettersTexts as say } from '../lettersTexts.ts';
import { type LetterLine, LettersPage } from '../pages/lettersPage.tsx';

/** The decisions of a session that are to be notified: what goes by post, its list, its labels, and the numbers under which it left. */
export function lettersRoutes(deps: OfficeDeps): readonly Route[] {
  const [who, path] = [atDesk(deps), '/gestion/cloture/courriers'];
  const downloads = createDownloads();
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showLetters(deps, visit, at) }),
    route({ method: 'POST', path, who, handle: (visit, at) => notePosted(deps, visit, at) }),
    route({ method: 'GET', path: `${path}/liste`, who, handle: (visit, at) => giveList(deps, downloads, visit, at) }),
    route({ method: 'GET', path: `${path}/etiquettes`, who, handle: (visit, at) => giveLabels(deps, visit, at) }),
  ];
}

type Asked = { readonly session: string; readonly label: string; readonly here: Scope; readonly filter: LetterFilter };

function askedIn({ catalogue, clock }: OfficeDeps, { query }: Visit, { scope }: AtDesk): Asked | null {
  const session = sessionAsked(catalogue(), scope, query.session, clock.now(), 'closed');
  if (session === null) return null;
  const here = { ...scope, sessions: [session.code] };
  return { session: session.code, label: session.label, here, filter: readLetterFilter(query.etat) };
}

type Found = Omit<LetterLine, 'address' | 'noRepresentative' | 'typed'> & { readonly notice: Notice };

/** Those of the filter, in the order of names. */
async function findLines({ db, clock }: OfficeDeps, { here, filter }: Asked): Promise<readonly Found[]> {
  const decided = await listDecided(db, here);
  const papers = decided.map(({ paperId }) => paperId);
  const notices = new Map((await findNotices(db, here.academy, papers)).map((notice) => [notice.id as string, notice]));
  const now = clock.now();
  return decided.flatMap((one: DecidedFile): readonly Found[] => {
    const notice = notices.get(one.paperId);
    if (notice === undefined) return [];
    const notification = notificationOf(notice, now);
    return isShown(notification, filter) ? [{ ...one, reference: notice.reference, notification, notice }] : [];
  });
}

/** The lines of each envelope, by enrolment. */
async function addressesOf(
  { db, accounts, clock }: OfficeDeps,
  { academy }: Scope,
  lines: readonly Pick<Found, 'id'>[],
): Promise<ReadonlyMap<string, Addressee>> {
  const today = parisDay(clock.now());
  const enrolments = await findEnrolmentsOf(
    db,
    academy,
    lines.map(({ id }) => id),
  );
  const candidates = await accounts.findCandidates(
    db,
    enrolments.map(({ candidateId }) => accountId(candidateId)),
  );
  const people = new Map(candidates.map((candidate) => [candidate.accountId as string, candidate]));
  return new Map(
    enrolments.flatMap((enrolment) => {
      const candidate = people.get(enrolment.candidateId);
      return candidate === undefined
        ? []
        : [[enrolment.id as string, addresseeOf({ enrolment, candidate }, today)] as const];
    }),
  );
}

async function showLetters(
  deps: OfficeDeps,
  visit: Visit,
  at: AtDesk,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const asked = askedIn(deps, visit, at);
  const frame = await pageFrame(deps, visit, at.staff);
  if (asked === null) return show(h(NoSessionPage, { ...frame, title: say.title }));
  const found = await findLines(deps, asked);
  const page = readPageNumber(visit.query.page);
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const { session, filter } = asked;
  if (shown.length === 0 && page > 1 && status === 200)
    return redirect(addresses.letters({ session, etat: LETTER_FILTER_NAMES[filter] }));
  const envelopes = await addressesOf(deps, asked.here, shown);
  return show(
    h(LettersPage, {
      ...frame,
      sessions: sessionOptions(deps.catalogue(), at.scope),
      session,
      filter,
      lines: shown.map((line) => {
        const envelope = envelopes.get(line.id) ?? NO_ADDRESSEE;
        return {
          ...line,
          address: envelopeLines(envelope),
          noRepresentative: isUnrepresented(envelope.minority),
          typed: typedOf(visit, line),
        };
      }),
      total: found.length,
      page,
      pages: pagesOf(found.length, PAGE_SIZE),
      state,
    }),
    status,
  );
}

function typedOf({ body }: Visit, { paperId }: Pick<Found, 'paperId'>): string {
  const typed = body[`suivi-${paperId}`];
  return typeof typed === 'string' ? typed.slice(0, 40) : '';
}

/** The numbers of one page: a faulty one and nothing is written; one that is refused holds up no other. */
async function notePosted(deps: OfficeDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const asked = askedIn(deps, visit, at);
  if (asked === null) return redirect(addresses.letters());
  const form = [postedField] as const;
  const read = parseForm(form, visit.body);
  const typed = { [postedField.name]: visit.body[postedField.name] } as FormState['typed'];
  const lines = await findLines(deps, { ...asked, filter: 'to-post' });
  const filled = lines.flatMap((line) => {
    const tracking = trackingIn(typedOf(visit, line));
    return tracking === '' ? [] : [{ ...line, tracking }];
  });
  const faulty = filled.find(({ tracking }) => !TRACKING.test(tracking));
  const twice = filled.find(({ tracking }, index) => filled.findIndex((one) => one.tracking === tracking) < index);
  const why =
    filled.length === 0
      ? say.none
      : faulty !== undefined
        ? say.badTracking(faulty.number, typedOf(visit, faulty))
        : twice === undefined
          ? null
          : say.twice(twice.number, twice.tracking);
  if (!read.ok || why !== null) {
    const state = read.ok ? { typed, faults: [] } : read.error;
    return showLetters(deps, visit, at, why === null ? state : withFault(state, null, why), 422);
  }
  const refused: string[] = [];
  for (const { paperId, tracking, number } of filled) {
    const order = { paperId, academy: at.scope.academy, officerId: at.staff.accountId, sender: 'office' as const };
    const done = await postLetter(actDeps(deps), actBy(visit, at.staff), {
      ...order,
      tracking,
      postedOn: read.value.jour,
    });
    if (!done.ok) refused.push(say.refused(number, noticeRefusals.inWords(done.error)));
  }
  const { session } = asked;
  if (refused.length === 0) return redirect(addresses.letters({ session, message: 'lettres-parties' }));
  const done = filled.length - refused.length;
  const said = [...refused, ...(done === 0 ? [] : [say.someDone(done)])];
  const state = said.reduce<FormState>((before, one) => withFault(before, null, one), { typed, faults: [] });
  return showLetters(deps, visit, at, state, 409);
}

async function giveList(deps: OfficeDeps, downloads: Downloads, visit: Visit, at: AtDesk): Promise<Reply> {
  const asked = askedIn(deps, visit, at);
  if (asked === null) return showLetters(deps, visit, at);
  const lines = await findLines(deps, asked);
  const envelopes = await addressesOf(deps, asked.here, lines);
  const started = downloads.start(at.staff.accountId, csvOf(csvLines(lines, envelopes)));
  if (!started.ok) return showLetters(deps, visit, at, withFault(emptyForm, null, exportTexts[started.error]), 429);
  await note(deps, visit, at, asked, 'csv').catch((error: unknown) => {
    started.value.destroy();
    throw error;
  });
  const name = `courriers-${asked.session}-${parisDay(deps.clock.now())}.csv`;
  return download(started.value, 'text/csv; charset=utf-8', name);
}

async function* csvLines(lines: readonly Found[], envelopes: ReadonlyMap<string, Addressee>): Lines {
  yield LETTER_HEAD;
  for (const line of lines) yield letterLine({ ...line, addressee: envelopes.get(line.id) ?? NO_ADDRESSEE });
}

/** Sheets to stick on the envelopes. */
async function giveLabels(deps: OfficeDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const asked = askedIn(deps, visit, at);
  if (asked === null || deps.labels === undefined) return showLetters(deps, visit, at);
  const lines = await findLines(deps, asked);
  const envelopes = await addressesOf(deps, asked.here, lines);
  const labels = lines.flatMap(({ id, reference }): readonly Label[] => {
    const envelope = envelopes.get(id) ?? NO_ADDRESSEE;
    return envelope.where.length === 0 ? [] : [{ lines: envelopeLines(envelope), reference }];
  });
  // The page says that nothing is to be sent.
  if (labels.length === 0) return showLetters(deps, visit, at);
  const content = await deps.labels(labels, { title: say.labelsTitle(asked.label), now: deps.clock.now() });
  await note(deps, visit, at, asked, 'pdf');
  return file(content, 'application/pdf', `etiquettes-${asked.session}.pdf`, 'inline', content.length);
}

function note(
  deps: OfficeDeps,
  visit: Visit,
  at: AtDesk,
  { session, label, filter }: Asked,
  format: string,
): Promise<void> {
  const { academy } = at.scope;
  const what = say.what(say.filters[filter].toLowerCase(), label);
  return recordLetters(deps, actBy(visit, at.staff), { academy, session, format, what });
}
