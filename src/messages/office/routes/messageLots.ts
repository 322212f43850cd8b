import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy } from '../../../accounts/index.ts';
import { whyNotHeard } from '../../../decisions/index.ts';
import { findEnrolmentsOf } from '../../../enrolment/index.ts';
import { whyNotMany } from '../../../lots/index.ts';
import { actDeps, type LetterDeskDeps } from '../../../papers/index.ts';
import { idempotencyKey } from '../../../platform/http/once.ts';
import {
  type Guard,
  type Reply,
  type Route,
  reaching,
  redirect,
  route,
  type Visit,
} from '../../../platform/http/visit.ts';
import { type AtDesk, atDesk, filesFound, namesOf, namesWithin, peopleOf, searchIn } from '../../../scope/index.ts';
import { emptyForm, type FormState, parseForm, show, tickedIn, typedIn, withFault } from '../../../ui/index.ts';
import { lotFaultIn, orderLot } from '../../actions/orderLot.ts';
import { type LotRefusal, lotRefusals } from '../../lotRefusals.ts';
import { LOT } from '../../office.ts';
import { previewLot } from '../../previewLot.ts';
import { findLot, listLots, listRecipients, type MessageLot } from '../../store/lots.ts';
import { listTemplates } from '../../store/templates.ts';
import { addresses as messageDesk } from '../addresses.ts';
import { messageOfficeTexts } from '../messagesTexts.ts';
import { LOT_ACTS, LotPreviewPage, lotForm, NewLotPage } from '../pages/messageLotPages.tsx';
import { LotsPage, SentLotPage } from '../pages/sentLotPages.tsx';

export function messageLotRoutes(deps: LetterDeskDeps): readonly Route[] {
  const desk = atDesk(deps);
  const fresh = '/gestion/envois/nouveau';
  return [
    route({ method: 'GET', path: '/gestion/envois', who: desk, handle: (visit, at) => showLots(deps, visit, at) }),
    route({ method: 'GET', path: fresh, who: desk, handle: (visit, at) => showNew(deps, visit, at) }),
    route({
      method: 'POST',
      path: fresh,
      who: desk,
      note: "Un gestionnaire, ou le chef de bureau, écrit aux candidats d'une liste, une fois lu à qui.",
      handle: (visit, at) => act(deps, visit, at),
    }),
    route({
      method: 'GET',
      path: '/gestion/envois/:id',
      who: theirLot(deps, desk),
      handle: (visit, { at, lot }) => showLot(deps, visit, at, lot),
    }),
  ];
}

/** The list in the address (`:id`): one's own; of who runs the office, any of the academy. */
function theirLot(deps: LetterDeskDeps, desk: Guard<AtDesk>): Guard<{ readonly at: AtDesk; readonly lot: MessageLot }> {
  return reaching(desk, 'their list', async (at, visit) => {
    const lot = await findLot(deps.db, at.scope.academy, visit.params.id);
    const isTheirs = lot !== null && (at.staff.role === 'head' || lot.officerId === at.staff.accountId);
    return isTheirs ? { at, lot } : null;
  });
}

async function showLots(deps: LetterDeskDeps, visit: Visit, { staff, scope }: AtDesk): Promise<Reply> {
  const [lots, members, frame] = await Promise.all([
    listLots(deps.db, scope.academy, staff.role === 'head' ? null : staff.accountId),
    deps.accounts.listStaff(deps.db, scope.academy),
    deps.frame(visit, staff),
  ]);
  return show(h(LotsPage, { ...frame, lots, people: peopleOf(members, staff.accountId) }));
}

async function showLot(deps: LetterDeskDeps, visit: Visit, { staff, scope }: AtDesk, lot: MessageLot): Promise<Reply> {
  const [recipients, members, frame] = await Promise.all([
    listRecipients(deps.db, lot.id),
    deps.accounts.listStaff(deps.db, scope.academy),
    deps.frame(visit, staff),
  ]);
  const names = await namesOf(
    deps.db,
    recipients.map(({ enrolmentId }) => enrolmentId),
  );
  const people = peopleOf(members, staff.accountId);
  return show(h(SentLotPage, { ...frame, lot, recipients, people, named: (id) => names.get(id) }));
}

type Shown = { readonly state: FormState; readonly status: number };

async function showNew(
  deps: LetterDeskDeps,
  visit: Visit,
  { staff, scope }: AtDesk,
  { state, status }: Shown = { state: emptyForm, status: 200 },
): Promise<Reply> {
  const search = searchIn(visit.method === 'GET' ? visit.query : visit.body);
  const [files, templates, frame] = await Promise.all([
    filesFound(deps, { scope }, search, LOT.people),
    listTemplates(deps.db, scope.academy),
    deps.frame(visit, staff),
  ]);
  return show(
    h(NewLotPage, {
      ...frame,
      search,
      count: files.length,
      fields: lotForm(optionsOf(templates)),
      state,
    }),
    status,
  );
}

/** A ready answer about one piece is for nobody's list. */
function optionsOf(templates: Awaited<ReturnType<typeof listTemplates>>) {
  return templates.filter(({ about }) => about !== 'piece').map(({ id, title }) => ({ value: id, label: title }));
}

async function act(deps: LetterDeskDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const { staff, scope } = at;
  const templates = await listTemplates(deps.db, scope.academy);
  const fields = lotForm(optionsOf(templates));
  const typed = typedIn(fields, visit.body);
  const refuse = (refusal: LotRefusal): Promise<Reply> =>
    showNew(deps, visit, at, {
      state: withFault({ typed, faults: [] }, lotRefusals.fieldOf(refusal), lotRefusals.inWords(refusal)),
      status: lotRefusals.status(refusal),
    });
  const { acte } = visit.body;
  if (acte === LOT_ACTS.correct) return showNew(deps, visit, at, { state: { typed, faults: [] }, status: 200 });
  if (acte === LOT_ACTS.insert) {
    const chosen = templates.find(({ id, about }) => id === typed.modele && about !== 'piece');
    if (chosen === undefined) {
      const message = messageOfficeTexts.thread.chooseTemplate;
      return showNew(deps, visit, at, { state: { typed, faults: [{ field: 'modele', message }] }, status: 422 });
    }
    const before = typeof typed.message === 'string' ? typed.message.trimEnd() : '';
    const message = before === '' ? chosen.words : `${before}\n\n${chosen.words}`;
    return showNew(deps, visit, at, { state: { typed: { message, modele: '' }, faults: [] }, status: 200 });
  }
  const read = parseForm(fields, visit.body);
  if (!read.ok) return showNew(deps, visit, at, { state: read.error, status: 422 });
  const words = read.value.message;
  const fault = lotFaultIn(words);
  if (fault !== null) return refuse(fault);
  if (acte !== LOT_ACTS.send) return showPreview(deps, visit, at, words, refuse);
  const asked = tickedIn(visit.body, 'dossiers');
  if (asked.length > LOT.people) return refuse({ code: 'too-many-people' });
  const enrolments = [...(await namesWithin(deps.db, scope, asked)).keys()];
  const done = await orderLot(actDeps(deps), actBy(visit, staff), {
    academy: scope.academy,
    officerId: staff.accountId,
    words,
    enrolments,
    key: idempotencyKey(visit.body.cle),
  });
  return done.ok ? redirect(messageDesk.messageLot(done.value, { message: 'liste-commandee' })) : refuse(done.error);
}

async function showPreview(
  deps: LetterDeskDeps,
  visit: Visit,
  at: AtDesk,
  words: string,
  refuse: (refusal: LotRefusal) => Promise<Reply>,
): Promise<Reply> {
  const { staff, scope } = at;
  const search = searchIn(visit.body);
  const files = await filesFound(deps, at, search, LOT.people);
  const crowd = whyNotMany(files.length, LOT.people);
  if (crowd !== null) return refuse(crowd);
  const ids = files.map(({ id }) => id);
  const [enrolments, names] = await Promise.all([
    findEnrolmentsOf(deps.db, scope.academy, ids),
    namesWithin(deps.db, scope, ids),
  ]);
  const by = actBy(visit, staff);
  const unheard = await whyNotHeard(deps.db, by, ids, words);
  if (unheard !== null) return refuse(unheard);
  const inOrder = ids.flatMap((id) => enrolments.find((one) => one.id === id) ?? []);
  return show(
    h(LotPreviewPage, {
      ...(await deps.frame(visit, staff)),
      search,
      words,
      asWritten: by.asWritten === true,
      preview: await previewLot(actDeps(deps), inOrder, words, deps.clock.now()),
      named: (id) => names.get(id),
      idempotencyKey: randomUUID(),
    }),
  );
}
