import { h } from 'preact';
import { actBy, addressInWords, likenessOf, personName, readKinship } from '../../../accounts/index.ts';
import { lawOf } from '../../../catalogue/index.ts';
import {
  confirmSamePerson,
  DAYS_TO_ANSWER,
  distinguishPersons,
  dropSamePerson,
  enrolmentRefusals,
  findSamePerson,
  findSameProposal,
  isRunning,
  proposeSamePerson,
  undoSamePerson,
} from '../../../enrolment/index.ts';
import { listPiecesOf } from '../../../pieces/index.ts';
import { type Reply, type Route, route, type Visit } from '../../../platform/http/visit.ts';
import {
  type AtDesk,
  atDesk,
  type FileAtDesk,
  filesTexts,
  nameOfSession,
  peopleOf,
  type Scope,
  specialityName,
} from '../../../scope/index.ts';
import {
  act,
  acts,
  dayInWords,
  emptyForm,
  exactInstant,
  type FormState,
  type ShownAgain,
  says,
  show,
} from '../../../ui/index.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import type { PersonDeps } from '../../deps.ts';
import { type DoubleFile, decidedOf, doublesOf, filesById, listDecided, listDoubles } from '../../store/doubles.ts';
import { doublesTexts as say } from '../doublesTexts.ts';
import type { Doubles } from '../pages/doubleNotice.tsx';
import { DoublesPage, standingInWords } from '../pages/doublesPage.tsx';
import { type ComparedFile, DOUBLE_ACTS, doubleWords, keepField, PairPage, SECOND_ACTS } from '../pages/pairPage.tsx';
import { type PairAtDesk, pairAtDesk } from '../pairAtDesk.ts';

/** One person under several accounts: found, shown side by side, decided by a person. */
export function doubleRoutes(deps: PersonDeps): readonly Route[] {
  const pair = pairAtDesk(deps);
  const path = '/gestion/doublons/:id/:autre';
  const page = {
    path,
    who: pair,
    refusals: enrolmentRefusals,
    again: (...shown: ShownAgain<PairAtDesk>) => showPair(deps, ...shown),
  };
  const led =
    (message: keyof typeof MESSAGES) =>
    (_: unknown, { enrolment, beside }: PairAtDesk): string =>
      personAddresses.double(enrolment.id, beside.enrolment.id, { message: MESSAGES[message] });
  return [
    route({
      method: 'GET',
      path: personAddresses.doubles,
      who: atDesk(deps),
      handle: (visit, at) => showDoubles(deps, visit, at),
    }),
    route({ method: 'GET', path, who: pair, handle: (visit, at) => showPair(deps, visit, at) }),
    acts(
      'acte',
      {
        [DOUBLE_ACTS.same]: act({
          ...page,
          note: 'Un gestionnaire des deux dossiers, ou le chef de bureau, propose que ce soit une seule personne.',
          fields: (at) => [...(collide(at) ? [keepOf(at)] : []), doubleWords.same],
          do: async ({ garde, motifs: words }, at, visit) => {
            const keeps = pairOrder(at).files.find((id) => id === garde) ?? null;
            const order = { ...pairOrder(at), words, keeps, alike: await areAlike(deps, at) };
            return proposeSamePerson(deps, actBy(visit, at.staff), order);
          },
          to: led('same'),
        }),
        [DOUBLE_ACTS.different]: act({
          ...page,
          note: 'Un gestionnaire des deux dossiers, ou le chef de bureau, dit que ce sont deux personnes.',
          fields: [doubleWords.different],
          do: ({ note: words }, at, visit) =>
            distinguishPersons(deps, actBy(visit, at.staff), { ...pairOrder(at), words }),
          to: led('different'),
        }),
        [DOUBLE_ACTS.undo]: act({
          ...page,
          note: 'Un gestionnaire des deux dossiers, ou le chef de bureau, revient sur ce qui a été dit.',
          fields: [doubleWords.undo],
          do: ({ retour: words }, at, visit) => {
            const { decision } = visit.body;
            const order = { ...pairOrder(at), words, decisionId: typeof decision === 'string' ? decision : '' };
            return undoSamePerson(deps, actBy(visit, at.staff), order);
          },
          to: led('undo'),
        }),
        [SECOND_ACTS.confirm]: act({
          ...page,
          note: "Une autre personne confirme que c'est une seule personne.",
          fields: [],
          do: async (_, at, visit) => {
            const { secondPersonDays } = deps.catalogue().installation();
            const proposal = String(visit.body.proposition ?? '');
            const order = { ...pairOrder(at), proposal, alike: await areAlike(deps, at), secondPersonDays };
            return confirmSamePerson(deps, actBy(visit, at.staff), order);
          },
          to: led('confirm'),
        }),
        [SECOND_ACTS.drop]: act({
          ...page,
          note: 'Un gestionnaire des deux dossiers, ou le chef de bureau, abandonne la proposition.',
          fields: [],
          do: (_, at, visit) => dropSamePerson(deps, actBy(visit, at.staff), pairOrder(at)),
          to: led('drop'),
        }),
      },
      says(page, say.choose),
    ),
  ];
}

async function showDoubles(deps: PersonDeps, visit: Visit, { staff, scope }: AtDesk): Promise<Reply> {
  const [pairs, decided, frame] = await Promise.all([
    listDoubles(deps.db, scope),
    listDecided(deps.db, scope),
    deps.frame(visit, staff),
  ]);
  const files = await filesById(
    deps.db,
    decided.flatMap(({ one, other }) => [one, other]),
  );
  return show(h(DoublesPage, { ...frame, pairs, decided, numberOf: (id) => files.get(id)?.number ?? '' }));
}

/** What the page of a file says of its doubles. */
export async function readDoubles(deps: Pick<PersonDeps, 'db'>, { scope, enrolment }: FileAtDesk): Promise<Doubles> {
  const [perhaps, decided] = await Promise.all([
    doublesOf(deps.db, scope, [enrolment.id]),
    decidedOf(deps.db, scope.academy, enrolment.id),
  ]);
  const files = await filesById(
    deps.db,
    decided.flatMap(({ one, other, endsId }) => [one, other, endsId ?? one]),
  );
  return { perhaps, decided, sees: (file) => seesFile(scope, file), file: (id) => files.get(id) };
}

/** Of the queue's page, the files whose person runs twice in one session as far as anybody can tell. */
export async function collidingAmong(
  deps: Pick<PersonDeps, 'db'>,
  scope: Scope,
  files: readonly string[],
): Promise<ReadonlySet<string>> {
  if (scope.pieces === 'confidential') return new Set();
  const pairs = await doublesOf(deps.db, scope, files);
  return new Set(pairs.flatMap(({ one, collide }) => (collide ? [one.id] : [])));
}

function seesFile({ portfolios }: Scope, { portfolio }: DoubleFile): boolean {
  return portfolios === null || (portfolio !== null && portfolios.includes(portfolio));
}

async function showPair(
  deps: PersonDeps,
  visit: Visit,
  at: PairAtDesk,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { scope, staff } = at;
  const both = [at.enrolment.id, at.beside.enrolment.id] as const;
  const [files, standing, proposal, whyNot, pieces, members, frame] = await Promise.all([
    filesById(deps.db, both),
    findSamePerson(deps.db, scope.academy, accountsOf(at)),
    findSameProposal(deps.db, { academy: scope.academy, accounts: accountsOf(at) }),
    readKinship(deps.db, deps.catalogue().installation().secondPersonDays),
    listPiecesOf(deps.db, both),
    deps.accounts.listStaff(deps.db, scope.academy),
    deps.frame(visit, staff),
  ]);
  const [one, other] = [files.get(both[0]), files.get(both[1])];
  if (one === undefined || other === undefined) throw new Error('A visible file has no row');
  const numberOf = (id: string): string => files.get(id)?.number ?? '';
  const people = peopleOf(members, staff.accountId);
  const exam = deps.catalogue().exam(deps.catalogue().session(at.enrolment.session)?.exam ?? '');
  const compared = ({ enrolment, candidate }: FileAtDesk, file: DoubleFile): ComparedFile => ({
    id: file.id,
    number: file.number,
    cells: [
      personName(candidate),
      dayInWords(candidate.birthDate),
      addressInWords(candidate),
      file.phones.length === 0 ? say.none : file.phones.map(say.phone).join(', '),
      nameOfSession(deps.catalogue(), enrolment.session),
      specialityName(deps.catalogue(), file.speciality),
      filesTexts.states[file.state],
      piecesInWords(pieces.get(enrolment.id) ?? []),
      enrolment.registeredAt === null ? say.none : exactInstant(enrolment.registeredAt),
    ],
  });
  return show(
    h(PairPage, {
      ...frame,
      files: [compared(at, one), compared(at.beside, other)],
      why: likenessOf(one, other),
      collide: exam !== undefined && collide(at) ? { keep: keepOf(at), law: lawOf(exam, 'oneEnrolment') } : null,
      days: DAYS_TO_ANSWER,
      standing:
        standing === null
          ? null
          : {
              id: standing.id,
              words: standingInWords(standing, numberOf),
              by: say.by(people('staff', standing.officerId), standing.at),
              note: standing.words,
              told: standing.decision === 'same',
            },
      proposal:
        proposal === null
          ? null
          : {
              id: proposal.id,
              by: say.by(people('staff', proposal.proposedBy), proposal.proposedAt),
              words: proposal.words,
              keeps: proposal.keepsId === null ? null : numberOf(proposal.keepsId),
              barred: whyNot(staff.accountId, [proposal.proposedBy]),
            },
      state,
    }),
    status,
  );
}

function piecesInWords(
  pieces: readonly { readonly status: string; readonly confidential: boolean; readonly files: readonly unknown[] }[],
): string {
  const open = pieces.filter(({ confidential }) => !confidential);
  return say.pieces(
    open.filter(({ files, status }) => files.length > 0 || status === 'received').length,
    open.filter(({ status }) => status === 'compliant').length,
  );
}

function accountsOf(at: PairAtDesk): readonly [string, string] {
  return [at.candidate.accountId, at.beside.candidate.accountId];
}

function collide({ enrolment, beside }: PairAtDesk): boolean {
  return enrolment.session === beside.enrolment.session && isRunning(enrolment) && isRunning(beside.enrolment);
}

function keepOf({ enrolment, beside }: PairAtDesk): ReturnType<typeof keepField> {
  return keepField([enrolment, beside.enrolment].map(({ id, number }) => ({ id, label: number ?? '' })));
}

const MESSAGES = {
  same: 'meme-proposee',
  different: 'deux-personnes',
  undo: 'double-repris',
  confirm: 'meme-personne',
  drop: 'meme-abandonnee',
} as const;

/** What names, birth date or telephone bring together. */
async function areAlike(deps: PersonDeps, { enrolment, beside }: PairAtDesk): Promise<boolean> {
  const files = await filesById(deps.db, [enrolment.id, beside.enrolment.id]);
  const [one, other] = [files.get(enrolment.id), files.get(beside.enrolment.id)];
  return one !== undefined && other !== undefined && likenessOf(one, other) !== null;
}

function pairOrder(at: PairAtDesk) {
  const files = [at.enrolment.id, at.beside.enrolment.id] as const;
  return { academy: at.scope.academy, files, officerId: at.staff.accountId };
}
