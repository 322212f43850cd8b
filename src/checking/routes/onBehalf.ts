import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, hasMailbox, personName } from '../../accounts/index.ts';
import { isRunning } from '../../enrolment/index.ts';
import { LARGEST_SENT } from '../../keptFiles/index.ts';
import {
  closingOf,
  depositFile,
  fileField,
  type GivenBy,
  isOver,
  pieceRefusals,
  saidToOfficer,
  whyNoDeposit,
} from '../../pieces/index.ts';
import { idempotencyKey } from '../../platform/http/once.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import { deskAddresses, pieceLabel } from '../../scope/index.ts';
import { emptyForm, type FormState, parseForm, rule, show, typedIn } from '../../ui/index.ts';
import type { PieceAtDesk } from '../checking.ts';
import type { CheckingDeps } from '../deps.ts';
import { ordinaryPieceAtDesk } from '../guards.ts';
import { onBehalfTexts as say } from '../onBehalfTexts.ts';
import { givenFields, OnBehalfPage } from '../pages/onBehalfPage.tsx';

export function onBehalfRoutes(deps: CheckingDeps): readonly Route[] {
  const who = ordinaryPieceAtDesk(deps);
  const path = '/gestion/pieces/:id/deposer';
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showForm(deps, visit, at) }),
    route({
      method: 'POST',
      path,
      who,
      upload: true,
      note: 'Un gestionnaire du dossier, ou le chef de bureau, dépose une pièce reçue sur papier.',
      handle: (visit, at) => deposit(deps, visit, at),
    }),
  ];
}

async function showForm(
  deps: CheckingDeps,
  visit: Visit,
  at: PieceAtDesk,
  state: FormState = emptyForm,
  status = 200,
  replaces = false,
): Promise<Reply> {
  const { enrolment, candidate, piece, staff } = at;
  const ended = isRunning(enrolment) ? null : ({ code: 'enrolment-ended' } as const);
  const shut = ended ?? whyNoDeposit(piece);
  return show(
    h(OnBehalfPage, {
      ...(await deps.frame(visit, staff)),
      pieceId: piece.id,
      enrolmentId: enrolment.id,
      number: enrolment.number ?? '',
      name: personName(candidate),
      byPost: !hasMailbox(candidate),
      piece: pieceLabel(deps.catalogue(), piece),
      asked: piece,
      repeatable: deps.catalogue().pieceType(piece)?.repeatable ?? false,
      replaces,
      shut: shut === null ? null : saidToOfficer(shut),
      over: isOver(piece, deps.clock.now()) ? closingOf(piece) : null,
      idempotencyKey: randomUUID(),
      state,
    }),
    status,
  );
}

/** Neither a day to come, nor one before there was an enrolment to give a piece for. */
function dayRules(today: Temporal.PlainDate, registered: Temporal.PlainDate) {
  return [
    rule<{ readonly jour: Temporal.PlainDate; readonly arrivee: GivenBy }>(['jour', 'arrivee'], ({ jour, arrivee }) => {
      if (Temporal.PlainDate.compare(jour, today) > 0) return { field: 'jour', message: say.future };
      return Temporal.PlainDate.compare(jour, registered) < 0 ? { field: 'jour', message: say.early(arrivee) } : null;
    }),
  ];
}

async function deposit(deps: CheckingDeps, visit: Visit, at: PieceAtDesk): Promise<Reply> {
  const { enrolment, candidate, piece, staff } = at;
  const { fields, file } = await visit.upload({ bytes: LARGEST_SENT });
  const registered = parisDay(enrolment.firstRegisteredAt ?? enrolment.savedAt);
  const replaces = fields.remplace === 'oui';
  const read = parseForm(givenFields, fields, dayRules(parisDay(deps.clock.now()), registered));
  if (!read.ok) {
    file?.content.resume();
    return showForm(deps, visit, at, read.error, 422, replaces);
  }
  const act = { ...actBy(visit, staff), onBehalfOf: candidate.accountId };
  const filed = await depositFile(deps, act, {
    enrolmentId: enrolment.id,
    candidateId: candidate.accountId,
    code: piece.code,
    key: idempotencyKey(fields.cle),
    file,
    replaces,
    given: { by: read.value.arrivee, on: read.value.jour, officerId: staff.accountId },
  });
  const message = hasMailbox(candidate) ? 'depose-pour' : 'depose-sans-mail';
  if (filed.ok) return redirect(`${deskAddresses.file(enrolment.id, { message })}#pieces`);
  const fault = { field: fileField.name, message: saidToOfficer(filed.error, read.value.arrivee) };
  const state = { typed: typedIn(givenFields, fields), faults: [fault] };
  return showForm(deps, visit, at, state, pieceRefusals.status(filed.error), replaces);
}
