import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy } from '../../../accounts/index.ts';
import { findEnrolmentsOf } from '../../../enrolment/index.ts';
import { LARGEST_SENT } from '../../../keptFiles/index.ts';
import type { DocumentDeskDeps } from '../../../papers/index.ts';
import { idempotencyKey } from '../../../platform/http/once.ts';
import { type Guard, type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { parisDay } from '../../../platform/time.ts';
import { type AtDesk, filesFound, namesWithin, searchIn } from '../../../scope/index.ts';
import { emptyForm, type FormState, parseForm, show, typedForm, withFault } from '../../../ui/index.ts';
import { draftDocument } from '../../actions/draftDocument.ts';
import { OFFICE_DOCUMENT } from '../../document.ts';
import { type DocumentRefusal, documentRefusals } from '../../refusals.ts';
import { addresses as documentDesk } from '../addresses.ts';
import { type Audience, documentForm, NewDocumentPage, pdfField } from '../pages/documentForm.tsx';

export function newDocumentRoutes(deps: DocumentDeskDeps, desk: Guard<AtDesk>): readonly Route[] {
  const path = '/gestion/documents/nouveau';
  return [
    route({
      method: 'GET',
      path,
      who: desk,
      handle: (visit, at) => showNew(deps, visit, at, audienceIn(visit.query)),
    }),
    route({
      method: 'POST',
      path,
      who: desk,
      upload: true,
      note: "Un gestionnaire, ou le chef de bureau, prépare un document du bureau pour les candidats qu'il choisit.",
      handle: (visit, at) => draft(deps, visit, at),
    }),
  ];
}

function audienceIn(from: Readonly<Record<string, unknown>>): Audience {
  return { ...searchIn(from), dossier: typeof from.dossier === 'string' ? from.dossier : '' };
}

/** Whom it may go to: never somebody whom its officer may not see. */
async function idsOf(deps: DocumentDeskDeps, at: AtDesk, audience: Audience): Promise<readonly string[]> {
  if (audience.dossier !== '') return [...(await namesWithin(deps.db, at.scope, [audience.dossier])).keys()];
  return (await filesFound(deps, at, audience, OFFICE_DOCUMENT.people)).map(({ id }) => id);
}

type Shown = { readonly state: FormState; readonly status: number };

async function showNew(
  deps: DocumentDeskDeps,
  visit: Visit,
  at: AtDesk,
  audience: Audience,
  { state, status }: Shown = { state: emptyForm, status: 200 },
): Promise<Reply> {
  const [ids, frame] = await Promise.all([idsOf(deps, at, audience), deps.frame(visit, at.staff)]);
  const names = audience.dossier === '' ? null : await namesWithin(deps.db, at.scope, ids);
  return show(
    h(NewDocumentPage, {
      ...frame,
      audience,
      count: ids.length,
      alone: names?.get(ids[0] ?? '') ?? null,
      fields: documentForm(parisDay(deps.clock.now())),
      state,
      idempotencyKey: randomUUID(),
    }),
    status,
  );
}

async function draft(deps: DocumentDeskDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const { fields: sent, file } = await visit.upload({ bytes: LARGEST_SENT });
  const audience = audienceIn(sent);
  const fields = documentForm(parisDay(deps.clock.now()));
  const read = parseForm(fields, sent);
  if (!read.ok) {
    file?.content.resume();
    return showNew(deps, visit, at, audience, { state: read.error, status: 422 });
  }
  const { titre: title, consigne: todo, echeance: dueOn } = read.value;
  const { staff, scope } = at;
  const enrolments = await findEnrolmentsOf(deps.db, scope.academy, await idsOf(deps, at, audience));
  const done = await draftDocument(deps, actBy(visit, staff), {
    academy: scope.academy,
    officerId: staff.accountId,
    title,
    todo,
    dueOn,
    alone: audience.dossier !== '',
    enrolments,
    file,
    key: idempotencyKey(sent.cle),
  });
  if (done.ok) return redirect(documentDesk.document(done.value));
  const state = withFault(typedForm(fields, sent), fieldOf(done.error), documentRefusals.inWords(done.error));
  return showNew(deps, visit, at, audience, { state, status: documentRefusals.status(done.error) });
}

function fieldOf({ code }: DocumentRefusal): string | null {
  return code === 'file' || code === 'not-pdf' ? pdfField.name : null;
}
