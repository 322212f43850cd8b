import { h } from 'preact';
import { actBy, personName } from '../../accounts/index.ts';
import {
  asSigned,
  backField,
  decisionRefusals,
  findPrepared,
  type PreparedDecision,
  readDecided,
  sendBackPrepared,
  signerNotes,
} from '../../decisions/index.ts';
import type { LetterDeskDeps } from '../../papers/index.ts';
import { refusalTable } from '../../platform/http/refusalTable.ts';
import { type Reply, type Route, reaching, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import { ok } from '../../platform/result.ts';
import {
  type AtDesk,
  atDesk,
  deskAddresses,
  type FileAtDesk,
  fileAtDesk,
  peopleOf,
  type Signable,
  type Unsigned,
} from '../../scope/index.ts';
import { act, acts, emptyForm, type FormState, type ShownAgain, says, show } from '../../ui/index.ts';
import type { SigningDeps } from '../deps.ts';
import { PreparedPage, SEND_BACK, SIGN, signFields } from '../pages/preparedPage.tsx';
import { ToSignPage } from '../pages/toSignPage.tsx';
import { signingTexts } from '../texts.ts';
import { mayRead, readToSign } from '../toSign.ts';

type AtPrepared = {
  readonly file: FileAtDesk;
  readonly prepared: PreparedDecision;
  readonly signable: Signable<LetterDeskDeps>;
};

const refusals = refusalTable(decisionRefusals);
/** The room that signs has its own table, and says by it. */
const OF_THE_ROOM = {
  status: ({ status }: Unsigned) => status,
  inWords: ({ words }: Unsigned) => words,
  fieldOf: ({ field }: Unsigned) => field,
};

/** « À signer »: what officers prepared for who may sign. */
export function signingRoutes(deps: SigningDeps): readonly Route[] {
  const desk = atDesk(deps);
  const file = fileAtDesk(deps);
  const path = '/gestion/a-signer/:id';
  const who = reaching(
    desk,
    'a prepared decision of their files',
    async ({ staff, scope }, visit): Promise<AtPrepared | null> => {
      const prepared = await findPrepared(deps.db, scope.academy, visit.params.id);
      const signable = deps.signables.find(({ declared }) => declared.code === prepared?.act);
      if (prepared === null || signable === undefined || !mayRead(signable, staff)) return null;
      const at = await file.admit({ ...visit, params: { id: prepared.enrolmentId } });
      return 'denied' in at ? null : { file: at, prepared, signable };
    },
  );
  const page = (form: Refused['form']) => ({
    path,
    who,
    again: (...[visit, at, state, status]: ShownAgain<AtPrepared>) => showOne(deps, visit, at, { form, state, status }),
  });
  return [
    route({ method: 'GET', path: '/gestion/a-signer', who: desk, handle: (visit, at) => showList(deps, visit, at) }),
    route({ method: 'GET', path, who, handle: (visit, at) => showOne(deps, visit, at) }),
    acts(
      'acte',
      {
        [SIGN.value]: act({
          ...page('signer'),
          note: 'Qui a la délégation de signature signe ce qui est préparé.',
          refusals: OF_THE_ROOM,
          fields: ({ signable }) => signFields(signable),
          do: async ({ motifs: reason }, at, visit) => {
            const { file, signable, prepared } = at;
            const seen = asSigned(actBy(visit, file.staff), { ...prepared, rowVersion: versionIn(visit) });
            const done = await signable.sign(deps, seen, file, prepared, reason);
            return done.ok || !(await isSignedBy(deps, at, reason)) ? done : ok(null);
          },
          to: () => deskAddresses.toSign({ message: 'signee' }),
        }),
        [SEND_BACK.value]: act({
          ...page('renvoyer'),
          note: 'Qui a la délégation de signature renvoie ce qui est préparé à qui le prépare.',
          refusals,
          fields: [backField],
          do: ({ mot: words }, { file, signable, prepared }, visit) => {
            const order = { ...prepared, rowVersion: versionIn(visit), by: file.staff.accountId, words };
            return sendBackPrepared(deps.db, actBy(visit, file.staff), signable.declared, order);
          },
          to: () => deskAddresses.toSign({ message: 'renvoyee' }),
        }),
      },
      says(page(null), signingTexts.one.unknownAct),
    ),
  ];
}

async function showList(deps: SigningDeps, visit: Visit, at: AtDesk): Promise<Reply> {
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
  deps: SigningDeps,
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

/** Two clicks are one signature: the first one's, of the same words. */
async function isSignedBy({ db }: SigningDeps, { file, prepared }: AtPrepared, reason: string): Promise<boolean> {
  const now = await findPrepared(db, file.scope.academy, prepared.id);
  if (now?.closedBy !== file.staff.accountId || now.decisionId === null) return false;
  return (await readDecided(db, now.decisionId)).reason === reason;
}
