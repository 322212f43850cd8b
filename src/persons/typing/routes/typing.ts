import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, personName } from '../../../accounts/index.ts';
import {
  type Enrolment,
  type EnrolmentId,
  enrolmentRefusals,
  isLiving,
  listEntries,
  refuseWriting,
  type WritingDeps,
  writingRoutes,
} from '../../../enrolment/index.ts';
import { fileRefusals, LARGEST_SENT } from '../../../keptFiles/index.ts';
import { idempotencyKey } from '../../../platform/http/once.ts';
import {
  file as fileReply,
  type Reply,
  type Route,
  redirect,
  route,
  type Visit,
} from '../../../platform/http/visit.ts';
import { parisDay } from '../../../platform/time.ts';
import { deskAddresses, peopleOf } from '../../../scope/index.ts';
import {
  type Body,
  emptyForm,
  type Fault,
  type FormState,
  parseForm,
  show,
  typedIn,
  withFault,
} from '../../../ui/index.ts';
import { leaveTyping, openTyping, scanAgain } from '../../actions/typeForCandidate.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import type { PersonDeps } from '../../deps.ts';
import { isWhole, listProofs } from '../../store/entryProofs.ts';
import { type AtTyping, typingAtDesk, writtenByOfficer } from '../guards.ts';
import { againField, askedFields, TypingPage } from '../pages/typingPage.tsx';
import { typingTexts as say } from '../typingTexts.ts';
import { accessLetterRoutes } from './accessLetter.ts';
import { askedOf, dayRules } from './asked.ts';
import { paperRoutes } from './paper.ts';
import { typingFault } from './typingFault.ts';

/** An officer types in a candidate's name: what was asked and its proof, then the candidate's own steps (decision 071). */
export function typingRoutes(deps: PersonDeps): readonly Route[] {
  const who = typingAtDesk(deps);
  const open = '/gestion/dossiers/:id/saisir';
  const steps = '/gestion/dossiers/:id/saisie';
  const { db, events, catalogue, clock, accounts } = deps;
  const writing: WritingDeps = { db, events, catalogue, clock, findCandidate: accounts.findCandidate };
  return [
    ...paperRoutes(deps),
    ...accessLetterRoutes(deps),
    route({ method: 'GET', path: open, who, handle: (visit, at) => showOpening(deps, visit, at) }),
    route({
      method: 'POST',
      path: open,
      who,
      upload: true,
      note: 'Un gestionnaire du dossier, ou le chef de bureau, ouvre la saisie pour un candidat, avec la preuve de sa demande.',
      handle: (visit, at) => openSteps(deps, visit, at),
    }),
    ...writingRoutes(writing, writtenByOfficer(deps), steps),
    route({
      method: 'POST',
      path: `${steps}/laisser`,
      who,
      note: "Un gestionnaire du dossier, ou le chef de bureau, ferme la saisie ouverte sans l'enregistrer.",
      handle: (visit, at) => leave(deps, visit, at),
    }),
    route({ method: 'GET', path: `${steps}/preuves/:saisie`, who, handle: (visit, at) => giveProof(deps, visit, at) }),
    route({
      method: 'POST',
      path: `${steps}/preuves/:saisie`,
      who,
      upload: true,
      note: 'Un gestionnaire du dossier, ou le chef de bureau, remplace la preuve de la demande qui ne se lit pas.',
      handle: (visit, at) => replace(deps, visit, at),
    }),
  ];
}

async function showOpening(
  deps: PersonDeps,
  visit: Visit,
  at: AtTyping,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { enrolment, candidate, staff, scope } = at;
  const entries = await listEntries(deps.db, enrolment.id);
  const open = entries.find(({ endedAt }) => endedAt === null) ?? null;
  const members = await deps.accounts.listStaff(deps.db, scope.academy);
  return show(
    h(TypingPage, {
      ...(await deps.frame(visit, staff)),
      enrolmentId: enrolment.id,
      number: enrolment.number ?? say.title,
      name: personName(candidate),
      shut: isLiving(enrolment) ? null : say.ended,
      open: open === null ? null : { entry: open, isOwn: open.officerId === staff.accountId },
      former: entries,
      proofs: await listProofs(
        deps.db,
        entries.map(({ id }) => id),
      ),
      people: peopleOf(members, staff.accountId),
      state,
      idempotencyKey: randomUUID(),
    }),
    status,
  );
}

async function openSteps(deps: PersonDeps, visit: Visit, at: AtTyping): Promise<Reply> {
  const { enrolment, candidate, staff, scope } = at;
  const { fields, file } = await visit.upload({ bytes: LARGEST_SENT });
  const opensAt = deps.catalogue().session(enrolment.session)?.window.opensAt ?? null;
  const read = parseForm(askedFields, fields, dayRules(parisDay(deps.clock.now()), opensAt));
  if (!read.ok) {
    file?.content.resume();
    return showOpening(deps, visit, at, read.error, 422);
  }
  const act = { ...actBy(visit, staff), onBehalfOf: candidate.accountId };
  const order = {
    academy: scope.academy,
    entry: askedOf(read.value, staff.accountId),
    file,
    key: idempotencyKey(fields.cle),
  };
  const opened = await openTyping(deps, act, order, enrolment.id, async () => ({ ok: true, value: enrolment.id }));
  if (opened.ok) return redirect(firstPage(opened.value, enrolment));
  const { fault, status } = typingFault(opened.error);
  return showOpening(deps, visit, at, faulty(fields, fault), status);
}

/** Of a registered enrolment, the summary with its *Modifier*; else the first step. */
function firstPage(id: EnrolmentId, { number }: Pick<Enrolment, 'number'>): string {
  return personAddresses.typing(id, number === null ? 'identification' : 'recapitulatif');
}

function faulty(fields: Body, fault: Fault): FormState {
  return { typed: typedIn(askedFields, fields), faults: [fault] };
}

async function leave(deps: PersonDeps, visit: Visit, at: AtTyping): Promise<Reply> {
  const { enrolment, staff, scope } = at;
  const entry = typeof visit.body.saisie === 'string' ? visit.body.saisie : '';
  const order = { id: enrolment.id, academy: scope.academy, entry };
  const left = await leaveTyping(deps, actBy(visit, staff), order);
  const isDraft = enrolment.number === null;
  if (left.ok)
    return redirect(
      isDraft
        ? personAddresses.paperEnrolment({ message: 'saisie-laissee' })
        : deskAddresses.file(enrolment.id, { message: 'saisie-laissee' }),
    );
  const pen = {
    chrome: () => deps.chrome(visit, staff),
    inWords: enrolmentRefusals.inWords,
    by: 'office' as const,
  };
  return refuseWriting(
    visit,
    { pen },
    left.error,
    isDraft ? personAddresses.paperEnrolment() : deskAddresses.file(enrolment.id),
  );
}

async function replace(deps: PersonDeps, visit: Visit, at: AtTyping): Promise<Reply> {
  const { enrolment, candidate, staff } = at;
  const { file } = await visit.upload({ bytes: LARGEST_SENT });
  const entries = await listEntries(deps.db, enrolment.id);
  const entry = entries.find(({ id }) => id === visit.params.saisie);
  if (entry === undefined) {
    file?.content.resume();
    return showOpening(deps, visit, at, emptyForm, 404);
  }
  const act = { ...actBy(visit, staff), onBehalfOf: candidate.accountId };
  const done = await scanAgain(deps, act, staff.accountId, { enrolment, entry: entry.id, file });
  if (done.ok) return redirect(`${personAddresses.type(enrolment.id)}?message=preuve-remplacee`);
  const { error } = done;
  if (error.code === 'proof-over')
    return showOpening(deps, visit, at, withFault(emptyForm, null, say.former.again.over), 409);
  const fault = withFault(emptyForm, againField.name, fileRefusals.inWords(error));
  return showOpening(deps, visit, at, fault, fileRefusals.status(error));
}

async function giveProof(deps: PersonDeps, visit: Visit, at: AtTyping): Promise<Reply> {
  const entries = await listEntries(deps.db, at.enrolment.id);
  const asked = entries.find(({ id }) => id === visit.params.saisie);
  const [proof] = asked === undefined ? [] : await listProofs(deps.db, [asked.id]);
  const isOpen = proof !== undefined && isWhole(proof) && proof.scan !== 'waiting';
  if (!isOpen) return showOpening(deps, visit, at, emptyForm, 404);
  const content = await deps.files.open(proof.fileKey);
  const name = `${at.enrolment.number ?? 'saisie'}-demande${proof.type === 'application/pdf' ? '.pdf' : '.jpg'}`;
  return fileReply(content, proof.type, name, 'attachment', proof.size);
}
