import { h } from 'preact';
import { actBy, personName } from '../../../accounts/index.ts';
import {
  backField,
  decisionRefusals,
  findPrepared,
  type Prepared,
  readDecided,
  sendBackPrepared,
  signerNotes,
  signing,
} from '../../../decisions/index.ts';
import { refusalTable } from '../../../platform/http/refusalTable.ts';
import {
  type Reply,
  type Route,
  reaching,
  redirect,
  route,
  type Visit,
  versionIn,
} from '../../../platform/http/visit.ts';
import type { AtDesk, FileAtDesk, Signable } from '../../../scope/index.ts';
import { atDesk, deskAddresses, fileAtDesk, peopleOf } from '../../../scope/index.ts';
import { emptyForm, type FormState, parseForm, show, typedForm, withFault } from '../../../ui/index.ts';
import type { OfficeDeps } from '../../deps.ts';
import { PreparedPage, SEND_BACK, SIGN, signFields } from '../pages/preparedPage.tsx';
import { ToSignPage } from '../pages/toSignPage.tsx';
import { SIGNABLE } from '../signable.ts';
import { signingTexts } from '../signingTexts.ts';
import { mayRead, readToSign } from '../toSign.ts';

type AtPrepared = { readonly file: FileAtDesk; readonly prepared: Prepared; readonly signable: Signable<OfficeDeps> };

const refusals = refusalTable(decisionRefusals);

/** « À signer »: what officers prepared for who may sign. */
export function signingRoutes(deps: OfficeDeps): readonly Route[] {
  const desk = atDesk(deps);
  const file = fileAtDesk(deps);
  const path = '/gestion/a-signer/:id';
  const who = reaching(
    desk,
    'a prepared decision of their files',
    async ({ staff, scope }, visit): Promise<AtPrepared | null> => {
      const prepared = await findPrepared(deps.db, scope.academy, visit.params.id);
      const signable = SIGNABLE.find(({ declared }) => declared.code === prepared?.act);
      if (prepared === null || signable === undefined || !mayRead(signable, staff)) return null;
      const at = await file.admit({ ...visit, params: { id: prepared.enrolmentId } });
      return 'denied' in at ? null : { file: at, prepared, signable };
    },
  );
  return [
    route({ method: 'GET', path: '/gestion/a-signer', who: desk, handle: (visit, at) => showList(deps, visit, at) }),
    route({ method: 'GET', path, who, handle: (visit, at) => showOne(deps, visit, at) }),
    route({ method: 'POST', path, who, handle: (visit, at) => settle(deps, visit, at) }),
  ];
}

async function showList(deps: OfficeDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const [frame, members, toSign] = await Promise.all([
    deps.frame(visit, at.staff),
    deps.accounts.listStaff(deps.db, at.scope.academy),
    readToSign(deps, at),
  ]);
  return show(h(ToSignPage, { ...frame, toSign, people: peopleOf(members, at.staff.accountId) }));
}

type Refused = { readonly form: 'signer' | 'renvoyer' | null; readonly state: FormState; readonly status: number };
const NOT_REFUSED: Refused = { form: null, state: emptyForm, status: 200 };

async function showOne(
  deps: OfficeDeps,
  visit: Visit,
  { file, prepared, signable }: AtPrepared,
  { form, state, status }: Refused = NOT_REFUSED,
): Promise<Reply> {
  const { enrolment, candidate, staff, scope } = file;
  const { declared } = signable;
  const { decisionId } = prepared;
  const [frame, members, signer, facts, decided] = await Promise.all([
    deps.frame(visit, staff),
    deps.accounts.listStaff(deps.db, scope.academy),
    signerNotes(deps, staff, [declared]),
    signable.facts(deps, file, prepared.asked),
    decisionId === null ? null : readDecided(deps.db, decisionId),
  ]);
  const isSame = prepared.version === enrolment.version && facts?.join('\n') === prepared.facts.join('\n');
  return show(
    h(PreparedPage, {
      ...frame,
      prepared,
      signable,
      said: signable.says?.(prepared.asked) ?? [],
      decided,
      place: signable.address(prepared),
      number: enrolment.number ?? '',
      name: personName(candidate),
      changed: !isSame,
      signer: signer(declared),
      people: peopleOf(members, staff.accountId),
      form,
      state,
    }),
    status,
  );
}

async function settle(deps: OfficeDeps, visit: Visit, at: AtPrepared): Promise<Reply> {
  const { file, signable, prepared } = at;
  const act = actBy(visit, file.staff);
  const seen = { ...prepared, rowVersion: versionIn(visit) };
  if (visit.body.acte === SIGN.value) {
    const fields = signFields(signable);
    const read = parseForm(fields, visit.body);
    if (!read.ok) return showOne(deps, visit, at, { form: 'signer', state: read.error, status: 422 });
    const reason = read.value.motifs;
    const done = await signable.sign(deps, signing(act, seen), file, prepared, reason);
    if (done.ok || (await isSignedBy(deps, at, reason))) return redirect(deskAddresses.toSign({ message: 'signee' }));
    const state = withFault(typedForm(fields, visit.body), done.error.field, done.error.words);
    return again(deps, visit, at, { form: 'signer', state, status: done.error.status });
  }
  if (visit.body.acte === SEND_BACK.value) {
    const read = parseForm([backField], visit.body);
    if (!read.ok) return showOne(deps, visit, at, { form: 'renvoyer', state: read.error, status: 422 });
    const order = { ...seen, by: file.staff.accountId, words: read.value.mot };
    const done = await sendBackPrepared(deps.db, act, signable.declared, order);
    if (done.ok) return redirect(deskAddresses.toSign({ message: 'renvoyee' }));
    const state = withFault(typedForm([backField], visit.body), null, refusals.inWords(done.error));
    return again(deps, visit, at, { form: 'renvoyer', state, status: refusals.status(done.error) });
  }
  const state = withFault(emptyForm, null, signingTexts.one.unknownAct);
  return showOne(deps, visit, at, { form: null, state, status: 422 });
}

/** Two clicks are one signature: the first one's, of the same words. */
async function isSignedBy({ db }: OfficeDeps, { file, prepared }: AtPrepared, reason: string): Promise<boolean> {
  const now = await findPrepared(db, file.scope.academy, prepared.id);
  if (now?.closedBy !== file.staff.accountId || now.decisionId === null) return false;
  return (await readDecided(db, now.decisionId)).reason === reason;
}

/** As it stands now that somebody else was found to have acted. */
async function again(deps: OfficeDeps, visit: Visit, at: AtPrepared, refused: Refused): Promise<Reply> {
  const { academy } = at.file.scope;
  const prepared = (await findPrepared(deps.db, academy, at.prepared.id)) ?? at.prepared;
  const file = await fileAtDesk(deps).admit({ ...visit, params: { id: prepared.enrolmentId } });
  return showOne(deps, visit, { ...at, prepared, ...('denied' in file ? {} : { file }) }, refused);
}
