import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, type SignedInStaff } from '../../../accounts/index.ts';
import type { Catalogue } from '../../../catalogue/index.ts';
import { type EnrolmentId, findEnrolmentOf, readEnrolmentId } from '../../../enrolment/index.ts';
import type { LetterDeskDeps } from '../../../papers/index.ts';
import { listPieces } from '../../../pieces/index.ts';
import { idempotencyKey } from '../../../platform/http/once.ts';
import {
  type Guard,
  type Reply,
  type Route,
  reaching,
  route,
  type Visit,
  versionIn,
} from '../../../platform/http/visit.ts';
import { ok, refuse } from '../../../platform/result.ts';
import {
  type AtDesk,
  atDesk,
  headAtDesk,
  peopleOf,
  prefixesOf,
  readSearch,
  searchFiles,
} from '../../../scope/index.ts';
import {
  act,
  acts,
  emptyForm,
  type FormState,
  faulty,
  formOf,
  type ShownAgain,
  show,
  typedForm,
  type Values,
} from '../../../ui/index.ts';
import { saveTemplate } from '../../actions/saveTemplate.ts';
import { fillFor } from '../../fillTemplate.ts';
import { pieceChoices } from '../../pieceChoices.ts';
import { faultIn as templateFaultIn } from '../../rules/variables.ts';
import { findTemplate, listTemplates, listTemplateVersions, type Template } from '../../store/templates.ts';
import { templateRefusals } from '../../templateRefusals.ts';
import { addresses as messageDesk } from '../addresses.ts';
import { templateTexts as say } from '../messageTemplatesTexts.ts';
import { previewForm, TEMPLATE_ACTS, TemplatePage, TemplatesPage, templateForm } from '../pages/templatePages.tsx';
import { fillDeps } from './messageDeps.ts';

export function templateRoutes(deps: LetterDeskDeps): readonly Route[] {
  const [desk, head] = [atDesk(deps), headAtDesk(deps)];
  const [list, fresh, one] = ['/gestion/modeles', messageDesk.newTemplate, '/gestion/modeles/:id'];
  const toBeMade = reaching<AtDesk, AtTemplate>(head, 'a new template', async (at) => ({ at, template: null }));
  const shown = (visit: Visit, { at, template }: AtTemplate): Promise<Reply> => showTemplate(deps, visit, at, template);
  return [
    route({ method: 'GET', path: list, who: desk, handle: (visit, at) => showTemplates(deps, visit, at) }),
    route({ method: 'GET', path: fresh, who: toBeMade, handle: shown }),
    templateActs(deps, fresh, toBeMade),
    route({ method: 'GET', path: one, who: theirTemplate(deps, desk), handle: shown }),
    templateActs(deps, one, theirTemplate(deps, head)),
  ];
}

type AtTemplate = { readonly at: AtDesk; readonly template: Template | null };

/** The ready answer in the address (`:id`), of their academy. */
function theirTemplate(deps: LetterDeskDeps, desk: Guard<AtDesk>): Guard<AtTemplate> {
  return reaching(desk, 'their template', async (at, visit) => {
    const template = await findTemplate(deps.db, at.scope.academy, visit.params.id);
    return template === null ? null : { at, template };
  });
}

function templateActs(deps: LetterDeskDeps, path: string, who: Guard<AtTemplate>): Route {
  const page = {
    path,
    who,
    refusals: templateRefusals,
    again: (...[visit, { at, template }, state, status]: ShownAgain<AtTemplate>) =>
      showTemplate(deps, visit, at, template, { ...ASKED, state, status }),
  };
  const save = (
    { at, template }: AtTemplate,
    visit: Visit,
    { titre: title, sujet: about, texte: words }: Values<typeof templateForm>,
    retired = template?.retired ?? false,
  ) =>
    saveTemplate(deps, actBy(visit, at.staff), {
      academy: at.scope.academy,
      officerId: at.staff.accountId,
      key: idempotencyKey(visit.body.cle),
      title,
      about,
      words,
      retired,
      template: template === null ? null : { id: template.id, version: versionIn(visit) },
    });
  const moved = (retired: boolean, note: string, message: string): Route =>
    act({
      ...page,
      note,
      fields: [],
      do: async (_, at, visit) =>
        at.template === null
          ? refuse({ code: 'template-not-found' } as const)
          : save(at, visit, asForm(at.template), retired),
      to: () => messageDesk.templates({ message }),
      // What was being typed stays, though it isn't what was asked.
      refused: (_, visit, at, { faults }, status) =>
        page.again(visit, at, { ...typedForm(previewForm, visit.body), faults }, status),
    });
  return acts(
    'acte',
    {
      [TEMPLATE_ACTS.retire]: moved(true, 'Le chef de bureau retire un modèle de réponse.', 'modele-retire'),
      [TEMPLATE_ACTS.restore]: moved(false, 'Le chef de bureau remet en service un modèle de réponse.', 'modele-remis'),
      [TEMPLATE_ACTS.preview]: act({
        ...page,
        note: "Le chef de bureau essaie un modèle de réponse sur un dossier\u00a0; rien n'est enregistré.",
        fields: previewForm,
        do: async ({ sujet: about, texte: words, numero }, { at }) => {
          const fault = templateFaultIn(words, about);
          return fault === null ? tryOn(deps, at, words, numero) : refuse(fault);
        },
        to: (preview, { at, template }, visit) =>
          showTemplate(deps, visit, at, template, { state: typedForm(previewForm, visit.body), status: 200, preview }),
      }),
    },
    act({
      ...page,
      note: 'Le chef de bureau écrit un modèle de réponse, ou le change.',
      fields: previewForm,
      do: (form, at, visit) => save(at, visit, form),
      to: (id) => messageDesk.template(id, { message: 'modele-enregistre' }),
    }),
  );
}

function asForm({ title, about, words }: Template): Values<typeof templateForm> {
  return { titre: title, sujet: about, texte: words };
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
  const known = template === null ? emptyForm : formOf(templateForm, asForm(template));
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

function newestFirst(catalogue: Catalogue, codes: readonly string[]): readonly string[] {
  const opens = (code: string): number => catalogue.session(code)?.window.opensAt.epochMilliseconds ?? 0;
  return codes.toSorted((one, other) => opens(other) - opens(one));
}

/** The words filled with a real file: that of the number, or the first of the list. */
async function tryOn(deps: LetterDeskDeps, { scope }: AtDesk, words: string, typed: string | null) {
  const catalogue = deps.catalogue();
  const search = readSearch(typed ?? '', prefixesOf(catalogue, scope));
  const isNumber = search.kind === 'number' || search.kind === 'figures' || search.kind === 'everything';
  // Where no number is given, a file of the newest session that has one: those of the former ones have nothing left to do.
  const sessions = search.kind === 'everything' ? newestFirst(catalogue, scope.sessions) : [null];
  let id: EnrolmentId | null = null;
  for (const session of isNumber ? sessions : []) {
    const [first] = (await searchFiles(deps.db, scope, { search, state: null, session }, 1)).files;
    id = readEnrolmentId(first?.id);
    if (id !== null) break;
  }
  const enrolment = id === null ? null : await findEnrolmentOf(deps.db, scope.academy, id);
  const candidate = enrolment === null ? null : await deps.accounts.findCandidate(deps.db, enrolment.candidateId);
  if (enrolment === null || candidate === null) return faulty({ field: 'numero', message: say.preview.notFound });
  const pieces = await listPieces(deps.db, enrolment.id);
  const [piece] = pieceChoices(catalogue, pieces);
  const file = { enrolment, candidate, pieces, now: deps.clock.now() };
  const filled = await fillFor(fillDeps(deps), file, words, piece?.value ?? null);
  return filled.ok
    ? ok({ number: enrolment.number ?? '', words: filled.value })
    : faulty({ field: 'numero', message: say.preview.lacking(filled.error) });
}
