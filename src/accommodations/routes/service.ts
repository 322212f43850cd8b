import { actBy } from '../../accounts/index.ts';
import { backField, isPrepared } from '../../decisions/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { fileRefusals, openFile, openPage, replyWith, whyNotOpened, wordsInPlaceOf } from '../../keptFiles/index.ts';
import { idempotencyKey } from '../../platform/http/once.ts';
import { file, type Reply, type Route, redirect, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import type { Result } from '../../platform/result.ts';
import { endOfDay, parisDay } from '../../platform/time.ts';
import { act, acts, parseForm, type ShownAgain, typedIn, withFault } from '../../ui/index.ts';
import { decideRequest } from '../actions/decideRequest.ts';
import { prepareRequest, sendRequestBack } from '../actions/prepareRequest.ts';
import { recordViewing } from '../actions/recordReading.ts';
import { askForMore, recordAdvice, recordPaperRequest, type Served, sendToDoctor } from '../actions/serviceActs.ts';
import { addresses } from '../addresses.ts';
import { checklistOf } from '../checklist.ts';
import type { AccommodationDeps } from '../deps.ts';
import { type AtFile, fileOfService, serviceGuard } from '../guards.ts';
import { PREPARED_ID, SEND_BACK } from '../pages/decideForm.tsx';
import { shutInWords } from '../pages/filePage.tsx';
import type { ActForm } from '../pages/fileView.ts';
import { adviceDayField, askFields, measuresToDecide, receivedOnField } from '../pages/serviceFields.ts';
import { type Refusal, refusals } from '../refusals.ts';
import { isRead } from '../rules/requestActs.ts';
import { serviceTexts } from '../serviceTexts.ts';
import { findDocument } from '../store/documents.ts';
import { findRequest } from '../store/requests.ts';
import { sendLetter, showLetter } from './letter.ts';
import { readDecision, readOpinions } from './readDecision.ts';
import { showFile, showList } from './showService.ts';

const PATH = '/gestion/amenagements';
const say = serviceTexts.file;

/** What candidates say and give of their health, for its service alone. */
export function serviceRoutes(deps: AccommodationDeps): readonly Route[] {
  const who = fileOfService(deps);
  type Handle = (deps: AccommodationDeps, visit: Visit, at: AtFile) => Promise<Reply>;
  const at = (method: 'GET' | 'POST', path: string, handle: Handle, note: string | readonly string[] = []): Route => {
    const own = { method, path: `${PATH}/:id${path}`, who, note };
    return route({ ...own, handle: (visit, granted) => handle(deps, visit, granted) });
  };
  /** The page with one of its forms, which is given back where it may be sent again. */
  const page = (path: string, form: ActForm | null, message: string) => ({
    path: `${PATH}/:id${path}`,
    who,
    refusals,
    again: (...[visit, granted, state, status]: ShownAgain<AtFile>) =>
      showFile(deps, visit, granted, { form, state, status }),
    refused: (refusal: Refusal, ...[visit, granted, { typed }]: ShownAgain<AtFile>) =>
      refused(deps, visit, granted, refusal, { form, typed }),
    to: (_: unknown, { file: { enrolmentId } }: AtFile) => addresses.file(enrolmentId, message),
  });
  return [
    route({
      method: 'GET',
      path: PATH,
      who: serviceGuard(deps),
      handle: (visit, staff) => showList(deps, visit, staff),
    }),
    at('GET', '', (_, visit, granted) => showFile(deps, visit, granted)),
    acts(
      'retirer',
      {
        1: act({
          ...page('', null, 'demande-retiree'),
          note: "Le service des aménagements retire la demande qu'il avait notée.",
          fields: [],
          do: (_, granted, visit) =>
            recordPaperRequest(deps, actBy(visit, granted.staff), served(visit, granted), null),
          // Who only made a request, and took it back, is no longer in the lists.
          to: (_, { file: { ticked, disabledWorker, enrolmentId } }) =>
            ticked || disabledWorker
              ? addresses.file(enrolmentId, 'demande-retiree')
              : addresses.list({ message: 'demande-retiree' }),
        }),
      },
      act({
        ...page('', 'papier', 'demande-notee'),
        note: 'Le service des aménagements note une demande reçue sur papier.',
        fields: () => [receivedOnField(parisDay(deps.clock.now()))],
        do: ({ receivedOn }, granted, visit) =>
          recordPaperRequest(deps, actBy(visit, granted.staff), served(visit, granted), receivedOn),
      }),
    ),
    act({
      ...page('/demande', 'demande', 'demande'),
      note: 'Le service des aménagements demande au candidat ce qui manque.',
      fields: () => askFields(parisDay(deps.clock.now())),
      do: ({ words, until }, granted, visit) =>
        askForMore(deps, actBy(visit, granted.staff), served(visit, granted), { words, until: endOfDay(until) }),
    }),
    act({
      ...page('/medecin', null, 'medecin'),
      note: 'Le service des aménagements note que le dossier est chez le médecin.',
      fields: [],
      do: (_, granted, visit) => sendToDoctor(deps, actBy(visit, granted.staff), served(visit, granted)),
    }),
    at('POST', '/avis', advise, "Le service des aménagements enregistre l'avis du médecin."),
    acts(
      SEND_BACK.name,
      {
        [SEND_BACK.value]: act({
          ...page('/decision', 'renvoi', 'renvoyee'),
          note: 'Qui a la délégation de signature renvoie ce qui est préparé à qui le prépare.',
          fields: [backField],
          do: ({ mot: words }, granted, visit) => {
            const order = { ...served(visit, granted), prepared: preparedIn(visit) ?? '', words };
            return sendRequestBack(deps, actBy(visit, granted.staff), order);
          },
        }),
      },
      at(
        'POST',
        '/decision',
        decide,
        'Qui a la délégation de signature décide des aménagements\u00a0; un autre membre du service prépare.',
      ),
    ),
    at('GET', '/fichiers/:document', (_, visit, granted) => showDocument(deps, visit, granted, null)),
    {
      ...at('GET', '/fichiers/:document/pages/:page', (_, visit, granted) =>
        showDocument(deps, visit, granted, pageIn(visit.params.page)),
      ),
      priority: 'later',
    },
    at('GET', '/notifications/:paper/pdf', showNotification),
    at('GET', '/courrier', (_, visit, granted) => showLetter(deps, visit, granted)),
    at(
      'POST',
      '/courrier',
      sendLetter,
      "Le service des aménagements note ce qu'une notification envoyée par la poste est devenue.",
    ),
  ];
}

function served(visit: Visit, { staff, file: { enrolmentId } }: AtFile): Served {
  return {
    id: enrolmentId,
    academy: staff.academy,
    officerId: staff.accountId,
    rowVersion: versionIn(visit),
  };
}

async function advise(deps: AccommodationDeps, visit: Visit, at: AtFile): Promise<Reply> {
  const day = adviceDayField(parisDay(deps.clock.now()));
  const measures = await measuresOf(deps, at);
  const [dated, said] = [parseForm([day], visit.body), readOpinions(visit.body, measures)];
  const typed = { ...typedIn([day], visit.body), ...opinionsIn(visit) };
  if (!dated.ok || !said.ok) {
    const states = [dated.ok ? null : dated.error, said.ok ? null : said.error].filter((one) => one !== null);
    const state = {
      typed: Object.assign({}, ...states.map((one) => one.typed), typed),
      faults: states.flatMap(({ faults }) => faults),
    };
    return showFile(deps, visit, at, { form: 'avis', state, status: 422 });
  }
  const advice = { givenOn: dated.value.givenOn, measures: said.value };
  const done = await recordAdvice(deps, actBy(visit, at.staff), served(visit, at), advice);
  return after(deps, visit, at, done, 'avis', { form: 'avis', typed });
}

function opinionsIn({ body }: Visit): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      name.startsWith('avis-') && typeof value === 'string' ? [[name, value.slice(0, 20)]] : [],
    ),
  );
}

async function decide(deps: AccommodationDeps, visit: Visit, at: AtFile): Promise<Reply> {
  const request = await findRequest(deps.db, at.file.enrolmentId);
  const asked = isRead(request) ? request.measures : [];
  const read = readDecision(visit.body, await measuresOf(deps, at), asked);
  if (!read.ok) return showFile(deps, visit, at, { form: 'decision', state: read.error, status: 422 });
  const { measures, ground, typed } = read.value;
  const order = { ...served(visit, at), measures, ground };
  if (isPrepared(visit.body)) {
    const prepared = await prepareRequest(deps, actBy(visit, at.staff), order);
    return after(deps, visit, at, prepared, 'preparee', { form: 'decision', typed });
  }
  const signed = { ...order, key: idempotencyKey(visit.body.cle), prepared: preparedIn(visit) };
  return after(deps, visit, at, await decideRequest(deps, actBy(visit, at.staff), signed), 'decidee', {
    form: 'decision',
    typed,
  });
}

function preparedIn({ body }: Visit): string | null {
  const id = body[PREPARED_ID];
  return typeof id === 'string' && id !== '' ? id : null;
}

async function measuresOf(deps: AccommodationDeps, { file: { enrolmentId, session } }: AtFile) {
  const request = await findRequest(deps.db, enrolmentId);
  return measuresToDecide(checklistOf(deps.catalogue(), session), isRead(request) ? request.measures : []);
}

type Form = { readonly form: ActForm | null; readonly typed: Parameters<typeof withFault>[0]['typed'] };

function after(
  deps: AccommodationDeps,
  visit: Visit,
  at: AtFile,
  done: Result<null, Refusal>,
  message: string,
  form: Form | null = null,
): Promise<Reply> | Reply {
  return done.ok ? redirect(addresses.file(at.file.enrolmentId, message)) : refused(deps, visit, at, done.error, form);
}

/** Refusals after which the same form may be sent again. */
const KEPT: readonly Refusal['code'][] = [
  'advice-missing',
  'document-being-read',
  'same-decision',
  'no-delegation',
  'prepared-already',
  'on-line-words',
];

/** The page as it stands now, with what was typed where it still can be sent. */
function refused(
  deps: AccommodationDeps,
  visit: Visit,
  at: AtFile,
  refusal: Refusal,
  form: Form | null = null,
): Promise<Reply> {
  const kept = KEPT.some((code) => code === refusal.code) ? form : null;
  const state = withFault(
    { typed: kept?.typed ?? {}, faults: [] },
    refusals.fieldOf(refusal),
    refusals.inWords(refusal),
  );
  return showFile(deps, visit, at, { form: kept?.form ?? null, state, status: refusals.status(refusal) });
}

/** Our rendering, or one of its pages as a picture, after the candidate's chain has noted who is sent it. */
async function showDocument(deps: AccommodationDeps, visit: Visit, at: AtFile, page: number | null): Promise<Reply> {
  const request = await findRequest(deps.db, at.file.enrolmentId);
  const document = isRead(request) ? await findDocument(deps.db, request.id, visit.params.document) : null;
  if (document === null) return refused(deps, visit, at, { code: 'not-found' });
  if (page === 0) return wordsInPlaceOf('', 204);
  const shut = whyNotOpened(document.kept, { is: 'staff', scans: deps.scans });
  if (shut !== null) return wordsInPlaceOf(shutInWords(shut), 409);
  const reader = at.staff.accountId;
  const opened = await (page === null ? openFile(deps, reader, document) : openPage(deps, reader, document, page));
  if (!opened.ok) {
    if (page !== null && opened.error.code === 'file-empty') return wordsInPlaceOf('', 204);
    const busy = opened.error.code === 'file-busy';
    return wordsInPlaceOf(busy ? say.notShownNow : say.notShown, fileRefusals.status(opened.error));
  }
  await recordViewing(deps.db, actBy(visit, at.staff), at.file.enrolmentId, { documentId: document.id, page });
  return replyWith(opened.value, document, page);
}

function pageIn(text: string | undefined): number {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : 0;
}

async function showNotification(deps: AccommodationDeps, visit: Visit, at: AtFile): Promise<Reply> {
  const id: EnrolmentId = at.file.enrolmentId;
  const found = await deps.notification(at.staff.academy, id, visit.params.paper ?? '');
  if (found === null) return refused(deps, visit, at, { code: 'not-found' });
  await recordViewing(deps.db, actBy(visit, at.staff), id, { documentId: visit.params.paper ?? '', page: null });
  return file(found.content, 'application/pdf', found.name, 'inline', found.content.length);
}
