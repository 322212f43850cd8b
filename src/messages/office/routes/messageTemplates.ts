import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, type SignedInStaff } from '../../../accounts/index.ts';
import { findEnrolmentOf, readEnrolmentId } from '../../../enrolment/index.ts';
import type { LetterDeskDeps } from '../../../papers/index.ts';
import { listPieces } from '../../../pieces/index.ts';
import { idempotencyKey } from '../../../platform/http/once.ts';
import {
  type Guard,
  type Reply,
  type Route,
  reaching,
  redirect,
  route,
  type Visit,
  versionIn,
} from '../../../platform/http/visit.ts';
import {
  type AtDesk,
  atDesk,
  headAtDesk,
  peopleOf,
  prefixesOf,
  readSearch,
  searchFiles,
} from '../../../scope/index.ts';
import { emptyForm, type FormState, formOf, parseForm, show, typedIn, withFault } from '../../../ui/index.ts';
import { saveTemplate } from '../../actions/saveTemplate.ts';
import { fillFor } from '../../fillTemplate.ts';
import { pieceChoices } from '../../pieceChoices.ts';
import { faultIn as templateFaultIn } from '../../rules/variables.ts';
import { findTemplate, listTemplates, listTemplateVersions, type Template } from '../../store/templates.ts';
import { type TemplateRefusal, templateRefusals } from '../../templateRefusals.ts';
import { addresses as messageDesk } from '../addresses.ts';
import { templateTexts as say } from '../messageTemplatesTexts.ts';
import { previewForm, TEMPLATE_ACTS, TemplatePage, TemplatesPage, templateForm } from '../pages/templatePages.tsx';
import { fillDeps } from './messageDeps.ts';

export function templateRoutes(deps: LetterDeskDeps): readonly Route[] {
  const [desk, head] = [atDesk(deps), headAtDesk(deps)];
  const [list, fresh, one] = ['/gestion/modeles', messageDesk.newTemplate, '/gestion/modeles/:id'];
  return [
    route({ method: 'GET', path: list, who: desk, handle: (visit, at) => showTemplates(deps, visit, at) }),
    route({ method: 'GET', path: fresh, who: head, handle: (visit, at) => showTemplate(deps, visit, at, null) }),
    route({
      method: 'POST',
      path: fresh,
      who: head,
      note: 'Le chef de bureau écrit un modèle de réponse.',
      handle: (visit, at) => act(deps, visit, at, null),
    }),
    route({
      method: 'GET',
      path: one,
      who: theirTemplate(deps, desk),
      handle: (visit, { at, template }) => showTemplate(deps, visit, at, template),
    }),
    route({
      method: 'POST',
      path: one,
      who: theirTemplate(deps, head),
      note: [
        "Le chef de bureau change un modèle de réponse, après l'avoir essayé s'il le veut.",
        'Le chef de bureau retire un modèle de réponse, ou le remet.',
      ],
      handle: (visit, { at, template }) => act(deps, visit, at, template),
    }),
  ];
}

/** The ready answer in the address (`:id`), of their academy. */
function theirTemplate(
  deps: LetterDeskDeps,
  desk: Guard<AtDesk>,
): Guard<{ readonly at: AtDesk; readonly template: Template }> {
  return reaching(desk, 'their template', async (at, visit) => {
    const template = await findTemplate(deps.db, at.scope.academy, visit.params.id);
    return template === null ? null : { at, template };
  });
}

async function showTemplates(deps: LetterDeskDeps, visit: Visit, { staff, scope }: AtDesk): Promise<Reply> {
  const [templates, retired, members, frame] = await Promise.all([
    listTemplates(deps.db, scope.academy),
    listTemplates(deps.db, scope.academy, true),
    deps.accounts.listStaff(deps.db, scope.academy),
    deps.frame(visit, staff),
  ]);
  const people = peopleOf(members, staff.accountId);
  return show(h(TemplatesPage, { ...frame, templates, retired, mayChange: mayChange(staff), people }));
}

function mayChange({ role }: SignedInStaff): boolean {
  return role === 'head';
}

type Shown = {
  readonly state: FormState | null;
  readonly status: number;
  readonly preview: { readonly number: string; readonly words: string } | null;
};
const ASKED: Shown = { state: null, status: 200, preview: null };

async function showTemplate(
  deps: LetterDeskDeps,
  visit: Visit,
  { staff, scope }: AtDesk,
  template: Template | null,
  { state, status, preview }: Shown = ASKED,
): Promise<Reply> {
  const [versions, members, frame] = await Promise.all([
    template === null ? [] : listTemplateVersions(deps.db, template.id),
    deps.accounts.listStaff(deps.db, scope.academy),
    deps.frame(visit, staff),
  ]);
  const known =
    template === null
      ? emptyForm
      : formOf(templateForm, { titre: template.title, sujet: template.about, texte: template.words });
  return show(
    h(TemplatePage, {
      ...frame,
      template,
      versions,
      mayChange: mayChange(staff),
      people: peopleOf(members, staff.accountId),
      state: state ?? known,
      preview,
      idempotencyKey: randomUUID(),
    }),
    status,
  );
}

async function act(deps: LetterDeskDeps, visit: Visit, at: AtDesk, template: Template | null): Promise<Reply> {
  const typed = typedIn(previewForm, visit.body);
  const refuse = (refusal: TemplateRefusal): Promise<Reply> =>
    refused(deps, visit, at, template, {
      ...ASKED,
      state: withFault({ typed, faults: [] }, fieldOf(refusal), templateRefusals.inWords(refusal)),
      status: templateRefusals.status(refusal),
    });
  const order = { academy: at.scope.academy, officerId: at.staff.accountId, key: idempotencyKey(visit.body.cle) };
  const { acte } = visit.body;
  const changes = acte === TEMPLATE_ACTS.retire || acte === TEMPLATE_ACTS.restore;
  if (changes && template !== null) {
    const retired = acte === TEMPLATE_ACTS.retire;
    const { id, title, about, words } = template;
    const done = await saveTemplate(deps, actBy(visit, at.staff), {
      ...order,
      title,
      about,
      words,
      template: { id, version: versionIn(visit) },
      retired,
    });
    return done.ok
      ? redirect(messageDesk.templates({ message: retired ? 'modele-retire' : 'modele-remis' }))
      : refuse(done.error);
  }
  const read = parseForm(previewForm, visit.body);
  if (!read.ok) return showTemplate(deps, visit, at, template, { ...ASKED, state: read.error, status: 422 });
  const { titre: title, sujet: about, texte: words, numero } = read.value;
  if (acte === TEMPLATE_ACTS.preview) {
    const fault = templateFaultIn(words, about);
    if (fault !== null) return refuse(fault);
    const tried = await tryOn(deps, at, words, numero);
    return showTemplate(
      deps,
      visit,
      at,
      template,
      'fault' in tried
        ? { ...ASKED, state: withFault({ typed, faults: [] }, tried.field, tried.fault), status: 422 }
        : { state: { typed, faults: [] }, status: 200, preview: tried },
    );
  }
  const done = await saveTemplate(deps, actBy(visit, at.staff), {
    ...order,
    title,
    about,
    words,
    template: template === null ? null : { id: template.id, version: versionIn(visit) },
    retired: template?.retired ?? false,
  });
  return done.ok ? redirect(messageDesk.template(done.value, { message: 'modele-enregistre' })) : refuse(done.error);
}

/** As it stands now that somebody else was found to have changed it; nothing typed is lost. */
async function refused(
  deps: LetterDeskDeps,
  visit: Visit,
  at: AtDesk,
  template: Template | null,
  shown: Shown,
): Promise<Reply> {
  const now = template === null ? null : await findTemplate(deps.db, at.scope.academy, template.id);
  return showTemplate(deps, visit, at, now, shown);
}

function fieldOf({ code }: TemplateRefusal): string | null {
  if (code === 'title-taken') return 'titre';
  return code === 'unknown-variable' ||
    code === 'stray-brace' ||
    code === 'missing-variable' ||
    code === 'undeclared-variable'
    ? 'texte'
    : null;
}

type Tried = { readonly number: string; readonly words: string } | { readonly field: string; readonly fault: string };

/** The words filled with a real file: that of the number, or the first of the list. */
async function tryOn(deps: LetterDeskDeps, { scope }: AtDesk, words: string, typed: string | null): Promise<Tried> {
  const catalogue = deps.catalogue();
  const search = readSearch(typed ?? '', prefixesOf(catalogue, scope));
  const isNumber = search.kind === 'number' || search.kind === 'serial' || search.kind === 'everything';
  const found = isNumber ? await searchFiles(deps.db, scope, { search, state: null, session: null }, 1) : null;
  const id = readEnrolmentId(found?.files[0]?.id);
  const enrolment = id === null ? null : await findEnrolmentOf(deps.db, scope.academy, id);
  const candidate = enrolment === null ? null : await deps.accounts.findCandidate(deps.db, enrolment.candidateId);
  if (enrolment === null || candidate === null) return { field: 'numero', fault: say.preview.notFound };
  const pieces = await listPieces(deps.db, enrolment.id);
  const [piece] = pieceChoices(catalogue, pieces);
  const file = { enrolment, candidate, pieces, now: deps.clock.now() };
  const filled = await fillFor(fillDeps(deps), file, words, piece?.value ?? null);
  return filled.ok
    ? { number: enrolment.number ?? '', words: filled.value }
    : { field: 'numero', fault: say.preview.lacking(filled.error) };
}
