import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy } from '../accounts/index.ts';
import { candidateOfEnrolment, type EnrolmentDeps, type OwnEnrolment } from '../enrolment/index.ts';
import { listPieces } from '../pieces/index.ts';
import { idempotencyKey } from '../platform/http/once.ts';
import { type Reply, type Route, route, type Visit } from '../platform/http/visit.ts';
import { act, emptyForm, type FormState, show } from '../ui/index.ts';
import { readMessages } from './actions/readMessages.ts';
import { writeToOffice } from './actions/writeToOffice.ts';
import { addresses } from './addresses.ts';
import { MESSAGE } from './message.ts';
import { MessagesPage, messageForm } from './pages/messagesPage.tsx';
import { pieceChoices, pieceLabelIn } from './pieceChoices.ts';
import { refusals } from './refusals.ts';
import { findThread, listAnswers, listMessages, listSettlements } from './store.ts';
import { texts } from './texts.ts';

/** The candidate's part of the messages. */
export function messageRoutes(deps: EnrolmentDeps): readonly Route[] {
  const who = candidateOfEnrolment(deps);
  const path = '/candidatures/:id/messages';
  return [
    route({ method: 'GET', path, who, handle: (visit, own) => showMessages(deps, visit, own) }),
    act({
      path,
      who,
      note: "Le candidat dont c'est le dossier écrit au bureau.",
      fields: async ({ enrolment }) =>
        messageForm(pieceChoices(deps.catalogue(), await listPieces(deps.db, enrolment.id))),
      do: ({ piece, message: words }, { candidate, enrolment: { id } }, visit) => {
        const order = { id, candidateId: candidate.accountId, piece, words, key: idempotencyKey(visit.body.cle) };
        return writeToOffice(deps, actBy(visit, candidate), order);
      },
      to: (_, { enrolment }) => `${addresses.messages(enrolment.id)}?message=envoye`,
      refusals,
      again: (...shown) => showMessages(deps, ...shown),
    }),
  ];
}

async function showMessages(
  deps: EnrolmentDeps,
  visit: Visit,
  { candidate, enrolment }: OwnEnrolment,
  state: FormState | null = null,
  status = 200,
): Promise<Reply> {
  const { db } = deps;
  const catalogue = deps.catalogue();
  const before = /^\d{1,9}$/.test(visit.query.avant ?? '') ? Number(visit.query.avant) : null;
  const [messages, answers, settlements, thread, pieces] = await Promise.all([
    listMessages(db, enrolment.id, MESSAGE.shown + 1, before),
    listAnswers(db, enrolment.id),
    listSettlements(db, enrolment.id),
    findThread(db, enrolment.id),
    listPieces(db, enrolment.id),
  ]);
  const shown = messages.slice(0, MESSAGE.shown);
  await readMessages(deps, actBy(visit, candidate), enrolment, {
    author: 'office',
    readerId: candidate.accountId,
    shown,
  });
  const choices = pieceChoices(catalogue, pieces);
  const asked = choices.find(({ value }) => value === visit.query.piece);
  const academy = catalogue.academy(enrolment.academy);
  return show(
    h(MessagesPage, {
      // After the reading: what was just read isn't counted as unread around the page.
      chrome: await deps.chrome(visit, candidate, enrolment),
      csrf: visit.csrf(),
      idempotencyKey: randomUUID(),
      enrolmentId: enrolment.id,
      bureau: academy?.letterhead.bureau ?? enrolment.academy,
      usualDays: academy?.answerDays ?? null,
      registered: enrolment.number !== null,
      fields: messageForm(choices),
      shown,
      answers,
      settlements,
      waiting: thread?.waiting ?? 0,
      older: messages.length > shown.length,
      isFirst: before === null,
      pieceLabel: pieceLabelIn(catalogue, enrolment.session),
      state: state ?? (asked === undefined ? emptyForm : { typed: { piece: asked.value }, faults: [] }),
      flash: visit.query.message === 'envoye' ? { tone: 'ok', text: texts.sent } : null,
    }),
    status,
  );
}
