import { h } from 'preact';
import { actBy, personName } from '../../../accounts/index.ts';
import { isPrepared, signerNotes } from '../../../decisions/index.ts';
import { lastDayToWithdraw } from '../../../law/index.ts';
import type { LetterDeskDeps } from '../../../papers/index.ts';
import { actDeps } from '../../../papers/index.ts';
import { certificateCodes, listPieces } from '../../../pieces/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import type { Result } from '../../../platform/result.ts';
import { parisDay } from '../../../platform/time.ts';
import type { FileAtDesk, Signable } from '../../../scope/index.ts';
import { deskAddresses, fileAtDesk, peopleOf, pieceLabel, prepareFor } from '../../../scope/index.ts';
import { emptyForm, type Field, type FormState, parseForm, show, typedForm, withFault } from '../../../ui/index.ts';
import { decideHearing, dropHearing } from '../../actions/decideHearing.ts';
import { giveUnitsBack } from '../../actions/giveUnitsBack.ts';
import { openUnitsHearing, openValidationHearing } from '../../actions/openHearing.ts';
import { LEFT_OUT, LEFT_OUT_REVERSED, VALIDATION_UNDONE } from '../../decisions.ts';
import { type Refusal as HearingRefusal, refusals as hearingRefusals } from '../../refusals.ts';
import { whyNotOwed } from '../../rules/certificates.ts';
import { isHeard } from '../../rules/times.ts';
import { listAnswers, listExclusions, listHearings } from '../../store.ts';
import { addresses as hearingDesk } from '../addresses.ts';
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
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showHearings(deps, visit, at) }),
    route({ method: 'POST', path, who, handle: (visit, at) => act(deps, visit, at) }),
  ];
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

/** What the forms of the page do. What none of them sends does nothing. */
async function act(deps: LetterDeskDeps, visit: Visit, at: FileAtDesk): Promise<Reply> {
  const order = { id: at.enrolment.id, academy: at.scope.academy, officerId: at.staff.accountId };
  const by = actBy(visit, at.staff);
  const hearingId = typeof visit.body.procedure === 'string' ? visit.body.procedure : '';
  const answer = (done: Result<unknown, HearingRefusal>, message: string, fields: readonly Field[]): Promise<Reply> =>
    done.ok
      ? Promise.resolve(redirect(hearingDesk.hearings(order.id, { message })))
      : refused(deps, visit, at, fields, done.error);
  const prepares = isPrepared(visit.body);
  switch (visit.body.acte) {
    case ACTS.units: {
      const { units, named } = await offered(deps, at);
      const fields = [unitsField(units ?? []), named ? optionalLawField : lawField, wordsField('units')] as const;
      const read = parseForm(fields, visit.body);
      if (units === null) return refused(deps, visit, at, fields, { code: 'nothing-owed' });
      if (!read.ok) return showHearings(deps, visit, at, read.error, 422);
      const chosen = units.filter(({ value }) => read.value.unites.includes(value));
      const thought = chosen.map(({ value: id, label: title }) => ({ id, title }));
      const done = await openUnitsHearing(actDeps(deps), by, {
        ...order,
        words: read.value.texte,
        units: thought,
        law: named ? null : (read.value.loi ?? null),
      });
      return answer(done, 'invite-a-repondre', fields);
    }
    case ACTS.validation: {
      const { validation } = await offered(deps, at);
      const fields = [pieceField(validation?.pieces ?? []), basisField, wordsField('validation')] as const;
      if (validation === null) return refused(deps, visit, at, fields, { code: 'not-validated' });
      const read = parseForm(fields, visit.body);
      if (!read.ok) return showHearings(deps, visit, at, read.error, 422);
      const { piece: pieceId, droit: basis, texte: words } = read.value;
      const done = await openValidationHearing(actDeps(deps), by, { ...order, pieceId, basis, words });
      return answer(done, 'invite-a-repondre', fields);
    }
    case ACTS.decide: {
      const hearing = (await listHearings(deps.db, [order.id])).find(({ id }) => id === hearingId);
      const units = (hearing?.units ?? []).map(({ id: value, title: label }) => ({ value, label }));
      if (hearing?.kind === 'units') {
        const fields = [unitsField(units), reasonField('units')] as const;
        const read = parseForm(fields, visit.body);
        if (!read.ok) return showHearings(deps, visit, at, read.error, 422);
        const { unites, motifs: reason } = read.value;
        const asked = { hearing: hearingId, units: unites };
        if (prepares) return prepare(deps, visit, at, OF_HEARING.units, fields, { reason, about: hearingId, asked });
        const done = await decideHearing(actDeps(deps), by, { ...order, hearingId, reason, units: unites });
        return answer(done, 'decision-prise', fields);
      }
      const fields = [reasonField('validation')] as const;
      const read = parseForm(fields, visit.body);
      if (!read.ok) return showHearings(deps, visit, at, read.error, 422);
      const { motifs: reason } = read.value;
      const asked = { hearing: hearingId };
      if (prepares) return prepare(deps, visit, at, OF_HEARING.validation, fields, { reason, about: hearingId, asked });
      const done = await decideHearing(actDeps(deps), by, { ...order, hearingId, reason, units: [] });
      return answer(done, 'decision-prise', fields);
    }
    case ACTS.giveBack: {
      const standing = (await listExclusions(deps.db, [order.id])).filter(({ liftedAt }) => liftedAt === null);
      const fields = [
        givenBackField(standing.map(({ id: value, title: label }) => ({ value, label }))),
        noteField,
      ] as const;
      if (standing.length === 0) return refused(deps, visit, at, fields, { code: 'not-left-out' });
      const read = parseForm(fields, visit.body);
      if (!read.ok) return showHearings(deps, visit, at, read.error, 422);
      const { rendues: units, note } = read.value;
      if (prepares) return prepare(deps, visit, at, UNITS_GIVEN_BACK, fields, { reason: note, asked: { units } });
      const done = await giveUnitsBack(actDeps(deps), by, { ...order, units, words: note });
      return answer(done, 'unites-rendues', fields);
    }
    case ACTS.drop:
      return answer(await dropHearing(actDeps(deps), by, { ...order, hearingId }), 'sans-decision', []);
    default:
      return showHearings(deps, visit, at, withFault(emptyForm, null, hearingsTexts.file.unknownAct), 422);
  }
}

async function prepare(
  deps: LetterDeskDeps,
  visit: Visit,
  at: FileAtDesk,
  signable: Signable<LetterDeskDeps>,
  fields: readonly Field[],
  typed: Parameters<typeof prepareFor>[4],
): Promise<Reply> {
  const prepared = await prepareFor(deps, visit, at, signable, typed);
  if (prepared.ok) return redirect(deskAddresses.toSign({ message: 'preparee' }));
  return refused(deps, visit, at, fields, prepared.error);
}

/** As the file stands now; nothing typed is lost. */
async function refused(
  deps: LetterDeskDeps,
  visit: Visit,
  at: FileAtDesk,
  fields: readonly Field[],
  refusal: HearingRefusal,
): Promise<Reply> {
  const now = await fileAtDesk(deps).admit(visit);
  const state = withFault(
    typedForm(fields, visit.body),
    hearingRefusals.fieldOf(refusal),
    hearingRefusals.inWords(refusal),
  );
  return showHearings(deps, visit, 'denied' in now ? at : now, state, hearingRefusals.status(refusal));
}
