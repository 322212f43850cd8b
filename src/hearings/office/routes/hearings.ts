import { h } from 'preact';
import { actBy, personName } from '../../../accounts/index.ts';
import { isPrepared, signerNotes } from '../../../decisions/index.ts';
import { lastDayToWithdraw } from '../../../law/index.ts';
import { actDeps, type LetterDeskDeps } from '../../../papers/index.ts';
import { certificateCodes, listPieces } from '../../../pieces/index.ts';
import { type Reply, type Route, route, type Visit } from '../../../platform/http/visit.ts';
import { parisDay } from '../../../platform/time.ts';
import {
  deskAddresses,
  type FileAtDesk,
  fileAtDesk,
  orderOf,
  peopleOf,
  pieceLabel,
  prepareFor,
} from '../../../scope/index.ts';
import { act, acts, emptyForm, type FormState, type Option, type ShownAgain, says, show } from '../../../ui/index.ts';
import { decideHearing, dropHearing } from '../../actions/decideHearing.ts';
import { giveUnitsBack } from '../../actions/giveUnitsBack.ts';
import { openUnitsHearing, openValidationHearing } from '../../actions/openHearing.ts';
import { LEFT_OUT, LEFT_OUT_REVERSED, VALIDATION_UNDONE } from '../../decisions.ts';
import { refusals } from '../../refusals.ts';
import { whyNotOwed } from '../../rules/certificates.ts';
import { isHeard } from '../../rules/times.ts';
import { listAnswers, listExclusions, listHearings } from '../../store.ts';
import { addresses } from '../addresses.ts';
import { hearingsTexts } from '../hearingsTexts.ts';
import {
  ACTS,
  basisField,
  givenBackField,
  lawField,
  noteField,
  optionalLawField,
  pieceField,
  reasonField,
  unitsField,
  wordsField,
} from '../pages/hearingFields.ts';
import { HearingsPage } from '../pages/hearingsPage.tsx';
import { OF_HEARING, UNITS_GIVEN_BACK } from '../signable.ts';
import { presentedBy } from '../unitsOf.ts';

/** One file: what the office thinks of, and what it decides. */
export function hearingOfficeRoutes(deps: LetterDeskDeps): readonly Route[] {
  const [who, path] = [fileAtDesk(deps), '/gestion/dossiers/:id/procedures'];
  const again = (...shown: ShownAgain<FileAtDesk>): Promise<Reply> => showHearings(deps, ...shown);
  const page = { path, who, refusals, again };
  const led =
    (message: string) =>
    (_: unknown, { enrolment }: FileAtDesk, { body }: Visit): string =>
      isPrepared(body) ? deskAddresses.toSign({ message: 'preparee' }) : addresses.hearings(enrolment.id, { message });
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showHearings(deps, visit, at) }),
    acts(
      'acte',
      {
        [ACTS.units]: act({
          ...page,
          note: "Le gestionnaire du dossier, ou le chef, invite le candidat à répondre avant de l'écarter d'unités.",
          unless: async (at) => ((await offered(deps, at)).units === null ? ({ code: 'nothing-owed' } as const) : null),
          fields: async (at) => {
            const { units, named } = await offered(deps, at);
            return [unitsField(units ?? []), named ? optionalLawField : lawField, wordsField('units')] as const;
          },
          do: async ({ unites, loi, texte: words }, at, visit) => {
            const { units, named } = await offered(deps, at);
            const chosen = (units ?? []).filter(({ value }) => unites.includes(value));
            const thought = chosen.map(({ value: id, label: title }) => ({ id, title }));
            const asked = { ...orderOf(at), words, units: thought, law: named ? null : (loi ?? null) };
            return openUnitsHearing(actDeps(deps), actBy(visit, at.staff), asked);
          },
          to: led('invite-a-repondre'),
        }),
        [ACTS.validation]: act({
          ...page,
          note: "Le gestionnaire du dossier, ou le chef, invite le candidat à répondre avant d'annuler sa validation.",
          unless: async (at) =>
            (await offered(deps, at)).validation === null ? ({ code: 'not-validated' } as const) : null,
          fields: async (at) => {
            const { validation } = await offered(deps, at);
            return [pieceField(validation?.pieces ?? []), basisField, wordsField('validation')] as const;
          },
          do: ({ piece: pieceId, droit: basis, texte: words }, at, visit) =>
            openValidationHearing(actDeps(deps), actBy(visit, at.staff), { ...orderOf(at), pieceId, basis, words }),
          to: led('invite-a-repondre'),
        }),
        [ACTS.decide]: act({
          ...page,
          note: 'Qui a la délégation de signature décide une fois le candidat entendu\u00a0; un autre gestionnaire prépare.',
          fields: async (at, visit) => {
            const hearing = (await listHearings(deps.db, [at.enrolment.id])).find(({ id }) => id === hearingIn(visit));
            const units = (hearing?.units ?? []).map(({ id: value, title: label }) => ({ value, label }));
            const isOfUnits = hearing?.kind === 'units';
            return [
              { ...unitsField(units), optional: !isOfUnits },
              reasonField(isOfUnits ? 'units' : 'validation'),
            ] as const;
          },
          do: ({ unites: units, motifs: reason }, at, visit) => {
            const hearingId = hearingIn(visit);
            const [kind, of] = units.length > 0 ? (['units', { units }] as const) : (['validation', {}] as const);
            if (isPrepared(visit.body))
              return prepareFor(deps, visit, at, OF_HEARING[kind], {
                reason,
                about: hearingId,
                asked: { hearing: hearingId, ...of },
              });
            const order = { ...orderOf(at), hearingId, reason, units };
            return decideHearing(actDeps(deps), actBy(visit, at.staff), order);
          },
          to: led('decision-prise'),
        }),
        [ACTS.giveBack]: act({
          ...page,
          note: 'Qui a la délégation de signature rend des unités au candidat\u00a0; un autre gestionnaire prépare.',
          unless: async ({ enrolment }) =>
            (await leftOut(deps, enrolment)).length === 0 ? ({ code: 'not-left-out' } as const) : null,
          fields: async ({ enrolment }) => [givenBackField(await leftOut(deps, enrolment)), noteField] as const,
          do: ({ rendues: units, note: words }, at, visit) =>
            isPrepared(visit.body)
              ? prepareFor(deps, visit, at, UNITS_GIVEN_BACK, { reason: words, asked: { units } })
              : giveUnitsBack(actDeps(deps), actBy(visit, at.staff), { ...orderOf(at), units, words }),
          to: led('unites-rendues'),
        }),
        [ACTS.drop]: act({
          ...page,
          note: 'Le gestionnaire du dossier, ou le chef, met fin à la procédure sans décision.',
          fields: [],
          do: (_, at, visit) =>
            dropHearing(actDeps(deps), actBy(visit, at.staff), { ...orderOf(at), hearingId: hearingIn(visit) }),
          to: (_, { enrolment }) => addresses.hearings(enrolment.id, { message: 'sans-decision' }),
        }),
      },
      says(page, hearingsTexts.file.unknownAct),
    ),
  ];
}

const hearingIn = ({ body: { procedure } }: Visit): string => (typeof procedure === 'string' ? procedure : '');

/** The units that the candidate is left out of. */
async function leftOut(
  { db }: LetterDeskDeps,
  { id: enrolmentId }: FileAtDesk['enrolment'],
): Promise<readonly Option[]> {
  const excluded = await listExclusions(db, [enrolmentId]);
  return excluded.flatMap(({ id: value, title: label, liftedAt }) => (liftedAt === null ? [{ value, label }] : []));
}

/** What may be begun now: the units and the pieces that the forms offer. */
async function offered({ db, catalogue: current, clock }: LetterDeskDeps, at: FileAtDesk) {
  const [catalogue, now] = [current(), clock.now()];
  const { enrolment } = at;
  const session = catalogue.session(enrolment.session);
  const [hearings, excluded, pieces] = await Promise.all([
    listHearings(db, [enrolment.id]),
    listExclusions(db, [enrolment.id]),
    listPieces(db, enrolment.id),
  ]);
  const isOpen = (kind: 'units' | 'validation') => hearings.some((one) => one.kind === kind && one.outcome === null);
  const standing = excluded.flatMap(({ id, liftedAt }) => (liftedAt === null ? [id] : []));
  const owed =
    session !== undefined &&
    whyNotOwed(pieces, { certificates: certificateCodes(catalogue, session), session, hearings }, now) === null;
  const { units, named } = presentedBy(catalogue, at, standing);
  const counted = pieces.filter(
    (piece) => piece.countsForValidation && piece.status === 'compliant' && !piece.confidential,
  );
  const { validatedAt } = enrolment;
  return {
    hearings,
    excluded,
    units: owed && !isOpen('units') && units.length > 0 ? units : null,
    named,
    validation:
      enrolment.status !== 'validated' || validatedAt === null || isOpen('validation')
        ? null
        : {
            pieces: counted.map((piece) => ({
              value: piece.id,
              label: `${pieceLabel(catalogue, piece)} (${piece.code})`,
            })),
            last: lastDayToWithdraw(parisDay(validatedAt)).last,
          },
  };
}

async function showHearings(
  deps: LetterDeskDeps,
  visit: Visit,
  at: FileAtDesk,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { enrolment, candidate, staff, scope } = at;
  const { hearings, excluded, units, named, validation } = await offered(deps, at);
  const now = deps.clock.now();
  const [frame, members, signer, answers] = await Promise.all([
    deps.frame(visit, staff),
    deps.accounts.listStaff(deps.db, scope.academy),
    signerNotes(deps, staff, [LEFT_OUT, LEFT_OUT_REVERSED, VALIDATION_UNDONE]),
    Promise.all(hearings.map(({ id }) => listAnswers(deps.db, id))),
  ]);
  return show(
    h(HearingsPage, {
      ...frame,
      enrolmentId: enrolment.id,
      number: enrolment.number ?? '',
      name: personName(candidate),
      version: enrolment.version,
      heard: hearings.map((hearing, index) => ({
        hearing,
        answers: answers[index] ?? [],
        over: !isHeard(hearing, now),
      })),
      excluded,
      units,
      named,
      validation,
      signers: {
        units: signer(LEFT_OUT),
        givenBack: signer(LEFT_OUT_REVERSED),
        validation: signer(VALIDATION_UNDONE),
      },
      people: peopleOf(members, staff.accountId),
      form: formIn(visit),
      state,
    }),
    status,
  );
}

/** Which form of the page was sent; null: none. */
function formIn({ body: { acte, procedure } }: Visit): string | null {
  if (acte === ACTS.decide && typeof procedure === 'string') return procedure;
  return typeof acte === 'string' ? acte : null;
}
