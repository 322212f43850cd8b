import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, personName } from '../../../accounts/index.ts';
import { readRegistered } from '../../../enrolment/index.ts';
import { actDeps, type LetterDeskDeps, remainsOf } from '../../../papers/index.ts';
import { listPieces, pieceStatus } from '../../../pieces/index.ts';
import { idempotencyKey } from '../../../platform/http/once.ts';
import { type Guard, type Reply, type Route, route, type Visit, versionIn } from '../../../platform/http/visit.ts';
import {
  type FileAtDesk,
  orderOf,
  type People,
  peopleOf,
  pieceLabel,
  specialityName,
  unreachedSince,
} from '../../../scope/index.ts';
import { act, acts, emptyForm, type Fault, type FormState, type ShownAgain, show, typedIn } from '../../../ui/index.ts';
import { readMessages } from '../../actions/readMessages.ts';
import { settleThread } from '../../actions/settleThread.ts';
import { writeToCandidate } from '../../actions/writeToCandidate.ts';
import { fillTemplate } from '../../fillTemplate.ts';
import { MESSAGE, type Message, type Settlement } from '../../message.ts';
import type { ShownMessage } from '../../pages/conversation.tsx';
import { pieceChoices, pieceLabelIn } from '../../pieceChoices.ts';
import { refusals as messageRefusals } from '../../refusals.ts';
import { standingOf as messageStandingOf } from '../../rules/messageState.ts';
import { mayBeAbout } from '../../rules/pieces.ts';
import type { TemplateVariable } from '../../rules/variables.ts';
import { listTemplates } from '../../store/templates.ts';
import { findThread, listAnswers, listMessages, listReadings, listSettlements } from '../../store.ts';
import { addresses as messageDesk } from '../addresses.ts';
import { messageOfficeTexts } from '../messagesTexts.ts';
import { answerForm, THREAD_ACTS, ThreadPage } from '../pages/threadPage.tsx';
import { fillDeps } from './messageDeps.ts';

const say = messageOfficeTexts.thread;

type Shown = { readonly state: FormState | null; readonly status: number; readonly inserted: boolean };

const ASKED: Shown = { state: null, status: 200, inserted: false };

export async function showThread(
  deps: LetterDeskDeps,
  visit: Visit,
  at: FileAtDesk,
  { state, status, inserted }: Shown = ASKED,
): Promise<Reply> {
  const { enrolment, candidate, staff, scope } = at;
  const { db } = deps;
  const catalogue = deps.catalogue();
  const before = /^\d{1,9}$/.test(visit.query.avant ?? '') ? Number(visit.query.avant) : null;
  const [found, answers, settlements, thread, pieces, templates, members, unreached] = await Promise.all([
    listMessages(db, enrolment.id, MESSAGE.shown + 1, before),
    listAnswers(db, enrolment.id),
    listSettlements(db, enrolment.id),
    findThread(db, enrolment.id),
    listPieces(db, enrolment.id),
    listTemplates(db, scope.academy),
    deps.accounts.listStaff(db, scope.academy),
    unreachedSince(db, enrolment.candidateId),
  ]);
  const shown = found.slice(0, MESSAGE.shown);
  await readMessages(deps, actBy(visit, staff), enrolment, { author: 'candidate', readerId: staff.accountId, shown });
  const people = peopleOf(members, staff.accountId);
  const words = await wordsOn(deps, shown, people, {
    answers,
    settlements,
    label: pieceLabelIn(catalogue, enrolment.session),
  });
  const registered = readRegistered(catalogue, enrolment, candidate);
  const waitsNow = (message: Message): boolean =>
    message.author === 'candidate' && messageStandingOf(message, answers, settlements).is === 'waiting';
  return show(
    h(ThreadPage, {
      ...(await deps.frame(visit, staff)),
      at,
      name: personName(candidate),
      speciality: specialityName(catalogue, registered?.review.qualification.speciality.cfd ?? ''),
      thread,
      asked: words.filter(({ message }) => waitsNow(message)).toReversed(),
      messages: words.filter(({ message }) => !waitsNow(message)),
      older: found.length > shown.length ? (shown.at(-1)?.place ?? null) : null,
      isFirst: before === null,
      fields: answerForm(
        templates.map(({ id, title }) => ({ value: id, label: title })),
        pieceChoices(catalogue, pieces),
      ),
      acts: (await remainsOf(deps, at, pieces)).acts,
      pieces: pieces.filter(mayBeAbout).map((piece) => ({
        id: piece.id,
        code: piece.code,
        label: pieceLabel(catalogue, piece),
        status: pieceStatus(piece),
      })),
      phone: registered?.review.identification.phone ?? null,
      isUnreached: unreached !== null,
      inserted,
      state: state ?? aboutWhatWaits(shown, thread?.waiting ?? 0),
      idempotencyKey: randomUUID(),
    }),
    status,
  );
}

/** An answer is about what the last question is about, until somebody says otherwise. */
function aboutWhatWaits(shown: readonly Message[], waiting: number): FormState {
  const [last] = shown;
  if (waiting === 0 || last?.author !== 'candidate' || last.piece === null) return emptyForm;
  return { typed: { piece: last.piece }, faults: [] };
}

/** Each message with who wrote it, what it is about and what became of it. */
async function wordsOn(
  { db }: LetterDeskDeps,
  shown: readonly Message[],
  people: People,
  about: {
    readonly answers: Awaited<ReturnType<typeof listAnswers>>;
    readonly settlements: readonly Settlement[];
    readonly label: (code: string) => string;
  },
): Promise<readonly ShownMessage[]> {
  const theirs = shown.filter(({ author }) => author === 'candidate').map(({ id }) => id);
  const readings = await listReadings(db, theirs);
  return shown.map((message): ShownMessage => {
    const readers = readings.filter(({ messageId }) => messageId === message.id);
    return {
      message,
      who: message.author === 'candidate' ? say.candidate : people('staff', message.staffId),
      isNew: message.author === 'candidate' && message.readAt === null,
      about: message.piece === null ? null : about.label(message.piece),
      notes:
        message.author === 'candidate'
          ? [
              standingOn(message, about, people),
              ...(readers.length === 0 ? [] : [say.readBy(readers.map(({ readerId }) => people('staff', readerId)))]),
            ]
          : [
              ...(message.lotId === null ? [] : [`${say.toMany}.`]),
              message.readAt === null ? say.notReadByCandidate : say.readByCandidate(message.readAt),
            ],
    };
  });
}

function standingOn(
  message: Message,
  {
    answers,
    settlements,
  }: { readonly answers: Awaited<ReturnType<typeof listAnswers>>; readonly settlements: readonly Settlement[] },
  people: People,
): string {
  const standing = messageStandingOf(message, answers, settlements);
  if (standing.is === 'waiting') return say.standings.waiting;
  if (standing.is === 'answered') return say.standings.answered(standing.at);
  const settlement = settlements.find(({ at }) => at.equals(standing.at));
  return say.standings.settled(people('staff', settlement?.officerId ?? null), standing.at);
}

export function threadActs(deps: LetterDeskDeps, path: string, who: Guard<FileAtDesk>): Route {
  const page = {
    path,
    who,
    refusals: messageRefusals,
    again: (...[visit, at, state, status]: ShownAgain<FileAtDesk>) =>
      showThread(deps, visit, at, { ...ASKED, state, status }),
  };
  return acts(
    'acte',
    {
      [THREAD_ACTS.settle]: act({
        ...page,
        note: "Un gestionnaire du dossier, ou le chef de bureau, classe une question qui n'appelle pas de réponse.",
        fields: [],
        do: (_, at, visit) => settleThread(deps, actBy(visit, at.staff), { ...orderOf(at), version: versionIn(visit) }),
        to: (_, { enrolment }) => messageDesk.thread(enrolment.id, { message: 'message-classe' }),
      }),
      [THREAD_ACTS.insert]: route({
        method: 'POST',
        path,
        who,
        note: "Un gestionnaire du dossier, ou le chef de bureau, met un modèle de réponse dans ce qu'il écrit\u00a0; rien n'est envoyé.",
        handle: (visit, at) => insert(deps, visit, at),
      }),
    },
    act({
      ...page,
      note: 'Un gestionnaire du dossier, ou le chef de bureau, écrit au candidat.',
      fields: async (at) => (await formFor(deps, at)).fields,
      do: ({ piece, message: words }, at, visit) => {
        const order = { ...orderOf(at), version: versionIn(visit), key: idempotencyKey(visit.body.cle) };
        return writeToCandidate(actDeps(deps), actBy(visit, at.staff), { ...order, piece, words });
      },
      to: (_, { enrolment }) => messageDesk.thread(enrolment.id, { message: 'message-envoye' }),
    }),
  );
}

async function formFor(deps: LetterDeskDeps, { enrolment, scope }: FileAtDesk) {
  const [templates, pieces] = await Promise.all([
    listTemplates(deps.db, scope.academy),
    listPieces(deps.db, enrolment.id),
  ]);
  const options = templates.map(({ id, title }) => ({ value: id, label: title }));
  return { templates, pieces, fields: answerForm(options, pieceChoices(deps.catalogue(), pieces)) };
}

/** A ready answer in what is being written: nothing is sent yet. */
async function insert(deps: LetterDeskDeps, visit: Visit, at: FileAtDesk): Promise<Reply> {
  const { templates, pieces, fields } = await formFor(deps, at);
  const typed = typedIn(fields, visit.body);
  const filled = await fillTemplate(fillDeps(deps), { ...at, pieces, now: deps.clock.now() }, templates, {
    template: typedText(typed.modele),
    piece: typedText(typed.piece) === '' ? null : typedText(typed.piece),
  });
  if (filled.ok) {
    const before = typedText(typed.message).trimEnd();
    const message = before === '' ? filled.value : `${before}\n\n${filled.value}`;
    return showThread(deps, visit, at, {
      state: { typed: { ...typed, message, modele: '' }, faults: [] },
      status: 200,
      inserted: true,
    });
  }
  return showThread(deps, visit, at, { ...ASKED, state: { typed, faults: [faultOn(filled.error)] }, status: 422 });
}

function faultOn(lacking: 'none' | 'gone' | TemplateVariable): Fault {
  if (lacking === 'none') return { field: 'modele', message: say.chooseTemplate };
  if (lacking === 'gone') return { field: 'modele', message: say.templateGone };
  return { field: lacking === 'piece' ? 'piece' : 'modele', message: say.lacking(lacking) };
}

function typedText(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}
