import { h } from 'preact';
import { actBy, personName, type SignedInStaff } from '../../accounts/index.ts';
import { candidateOfEnrolment } from '../../enrolment/index.ts';
import { fileRefusals, LARGEST_SENT } from '../../keptFiles/index.ts';
import {
  file as fileReply,
  type Guard,
  type Reply,
  type Route,
  reaching,
  redirect,
  route,
  type Visit,
} from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import {
  act,
  emptyForm,
  type Fault,
  type FormState,
  frameOf,
  type Option,
  parseForm,
  show,
  typedIn,
} from '../../ui/index.ts';
import { openScript } from '../actions/openScript.ts';
import { asksToSee, sendScript, withdrawScript } from '../actions/sendScript.ts';
import { addresses } from '../addresses.ts';
import type { Case } from '../cases.ts';
import type { PublicationDeps } from '../deps.ts';
import { headOfResults } from '../guards.ts';
import { ScriptsPage, scanField, scriptFields } from '../pages/scriptsPage.tsx';
import { refusals } from '../refusals.ts';
import { standingOf } from '../rules/scriptRight.ts';
import { scriptTexts } from '../scriptTexts.ts';
import { findCase } from '../store/cases.ts';
import { listNames } from '../store/enrolled.ts';
import { findVisible } from '../store/results.ts';
import { listScripts } from '../store/scripts.ts';

type AtCase = { readonly staff: SignedInStaff; readonly asked: Case };

/** A head, and a request to see scripts, of their academy. */
function headOfCase(deps: PublicationDeps): Guard<AtCase> {
  return reaching(headOfResults(deps), 'a request to see scripts', async (staff, { params }) => {
    const asked = await findCase(deps.db, staff.academy, params.demande, 'office');
    return asked === null || !asksToSee(deps, asked) ? null : { staff, asked };
  });
}

/** The office sends scans of the scripts that somebody asked to see; their candidate alone opens them. */
export function scriptRoutes(deps: PublicationDeps): readonly Route[] {
  const who = headOfCase(deps);
  const path = addresses.scripts(':demande');
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showScripts(deps, visit, at) }),
    route({
      method: 'POST',
      path,
      who,
      upload: true,
      note: 'Le chef de bureau envoie une copie numérisée au candidat qui a demandé à la voir.',
      handle: (visit, at) => takeScript(deps, visit, at),
    }),
    act({
      path: addresses.withdrawScript(':demande', ':copie'),
      who,
      refusals,
      note: 'Le chef de bureau retire une copie envoyée par erreur\u00a0: son fichier est détruit.',
      fields: [],
      do: (_, { staff, asked: { enrolmentId } }, visit) =>
        withdrawScript(deps, actBy(visit, staff), {
          enrolmentId,
          academy: staff.academy,
          scriptId: visit.params.copie ?? '',
        }),
      to: (_, { asked }) => addresses.scripts(asked.id, { message: 'retiree' }),
      again: (visit, at, state, status) => showScripts(deps, visit, at, state, status),
    }),
    route({
      method: 'GET',
      path: addresses.ownScript(':id', ':copie'),
      who: candidateOfEnrolment(deps),
      handle: async (visit, { candidate, enrolment }) => {
        const opened = await openScript(deps, actBy(visit, candidate), candidate, enrolment, visit.params.copie);
        if (!opened.ok) return inWords(refusals.inWords(opened.error), refusals.status(opened.error));
        const { content, unit } = opened.value;
        return fileReply(content, 'application/pdf', `copie-${unit}.pdf`, 'inline', content.length);
      },
    }),
  ];
}

function inWords(words: string, status: number): Reply {
  const text = Buffer.from(words);
  return { ...fileReply(text, 'text/plain; charset=utf-8', 'copie.txt', 'inline', text.length), status };
}

async function takeScript(deps: PublicationDeps, visit: Visit, at: AtCase): Promise<Reply> {
  const { fields: typed, file } = await visit.upload({ bytes: LARGEST_SENT });
  const fields = scriptFields(await unitsOf(deps, at.asked));
  const read = parseForm(fields, typed);
  if (!read.ok) {
    file?.content.resume();
    return showScripts(deps, visit, at, read.error, 422);
  }
  const { numero: number, unite: unit } = read.value;
  const { staff, asked } = at;
  const order = { caseId: asked.id, academy: staff.academy, by: staff.accountId, number, unit, file };
  const done = await sendScript(deps, actBy(visit, staff), order);
  if (done.ok) return redirect(addresses.scripts(asked.id, { message: 'envoyee' }));
  const { fault, status } = faultOf(done.error);
  return showScripts(deps, visit, at, { typed: typedIn(fields, typed), faults: [fault] }, status);
}

type SendingRefusal = Extract<Awaited<ReturnType<typeof sendScript>>, { readonly ok: false }>['error'];

function faultOf(refusal: SendingRefusal): { readonly fault: Fault; readonly status: number } {
  if ('own' in refusal) {
    const { own } = refusal;
    return { fault: { field: refusals.fieldOf(own), message: refusals.inWords(own) }, status: refusals.status(own) };
  }
  const { file } = refusal;
  const message = file.code === 'no-file' ? scriptTexts.office.scanMissing : fileRefusals.inWords(file);
  return { fault: { field: scanField.name, message }, status: fileRefusals.status(file) };
}

async function unitsOf({ db }: PublicationDeps, { enrolmentId }: Case): Promise<readonly Option[]> {
  const visible = await findVisible(db, enrolmentId);
  return (visible?.result.units ?? []).map(({ id, title }) => ({ value: id, label: `${id} ${title}` }));
}

async function showScripts(
  deps: PublicationDeps,
  visit: Visit,
  { staff, asked }: AtCase,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const [chrome, scripts, units, [person]] = await Promise.all([
    deps.chrome(visit, staff),
    listScripts(deps.db, asked.enrolmentId),
    unitsOf(deps, asked),
    listNames(deps.db, staff.academy, [asked.enrolmentId]),
  ]);
  const today = parisDay(deps.clock.now());
  return show(
    h(ScriptsPage, {
      ...frameOf(chrome, visit, { envoyee: scriptTexts.office.flash, retiree: scriptTexts.office.withdrawn }),
      caseId: asked.id,
      session: asked.session,
      name: person === undefined ? '' : `${personName(person)} ${person.number ?? ''}`,
      scripts: scripts.map((one) => ({ ...one, standing: standingOf(one, today) })),
      units,
      state,
    }),
    status,
  );
}
