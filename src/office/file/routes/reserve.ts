import { h } from 'preact';
import { actBy, hasMailbox, personName } from '../../../accounts/index.ts';
import { lawOf } from '../../../catalogue/index.ts';
import { isPrepared, signerNotes } from '../../../decisions/index.ts';
import {
  decideReserve,
  type EnrolmentRefusal,
  enrolmentRefusals,
  findReserve,
  REINSTATED,
  RESERVE_LIFTED,
  type Reserve,
  type ReserveDecision,
  SET_ASIDE,
} from '../../../enrolment/index.ts';
import { type Reply, type Route, redirect, route, type Visit, versionIn } from '../../../platform/http/visit.ts';
import type { FileAtDesk } from '../../../scope/index.ts';
import { deskAddresses, fileAtDesk, peopleOf, prepareFor } from '../../../scope/index.ts';
import { emptyForm, type Field, type FormState, parseForm, show, typedForm, withFault } from '../../../ui/index.ts';
import type { OfficeDeps } from '../../deps.ts';
import { GROUND, ReservePage, reserveForms } from '../pages/reservePage.tsx';
import { reserveTexts } from '../reserveTexts.ts';
import { OF_RESERVE } from '../signable.ts';

const say = reserveTexts;
const DECISIONS = ['lifted', 'set-aside', 'reinstated'] as const satisfies readonly ReserveDecision['decision'][];
const MESSAGES = { lifted: 'reserve-levee', 'set-aside': 'ecartee', reinstated: 'retablie' } as const;

export function reserveRoutes(deps: OfficeDeps): readonly Route[] {
  const who = fileAtDesk(deps);
  const path = '/gestion/dossiers/:id/reserve';
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showReserve(deps, visit, at) }),
    route({ method: 'POST', path, who, handle: (visit, at) => decide(deps, visit, at) }),
  ];
}

async function showReserve(
  deps: OfficeDeps,
  visit: Visit,
  at: FileAtDesk,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { enrolment, candidate, staff, scope } = at;
  const [reserve, members, signer, frame] = await Promise.all([
    findReserve(deps.db, enrolment.id),
    deps.accounts.listStaff(deps.db, scope.academy),
    signerNotes(
      deps,
      staff,
      Object.values(OF_RESERVE).map(({ declared }) => declared),
    ),
    deps.frame(visit, staff),
  ]);
  const catalogue = deps.catalogue();
  const exam = catalogue.exam(catalogue.session(enrolment.session)?.exam ?? '');
  const usual = exam === undefined ? '' : lawOf(exam, 'conditions').article;
  const sources = groundOf(reserve?.reasons ?? []) || usual;
  const waits = enrolment.status === 'registered' && enrolment.reserve === 'pending';
  return show(
    h(ReservePage, {
      ...frame,
      enrolmentId: enrolment.id,
      number: enrolment.number ?? '',
      name: personName(candidate),
      version: enrolment.version,
      reserve,
      open: waits ? 'pending' : enrolment.reserve === 'upheld' ? 'upheld' : null,
      people: peopleOf(members, staff.accountId),
      signers: {
        lifted: signer(RESERVE_LIFTED),
        'set-aside': signer(SET_ASIDE),
        reinstated: signer(REINSTATED),
      },
      byPost: !hasMailbox(candidate),
      state: { ...state, typed: { [GROUND]: sources, ...state.typed } },
    }),
    status,
  );
}

/** The texts of the reasons, each once, whatever its first letter; none but law, which a notice isn't. */
function groundOf(reasons: Reserve['reasons']): string {
  const texts = reasons.flatMap(({ source }) => source.split(/\s*;\s*/)).filter((one) => !/^notice\b/i.test(one));
  return [...new Map(texts.map((one) => [one.toLowerCase(), one])).values()].join('\u00a0; ');
}

async function decide(deps: OfficeDeps, visit: Visit, at: FileAtDesk): Promise<Reply> {
  const decision = DECISIONS.find((one) => one === visit.body.decision);
  if (decision === undefined) return showReserve(deps, visit, at, withFault(emptyForm, null, say.choose), 422);
  const prepares = isPrepared(visit.body);
  const fields: readonly Field[] = reserveForms(prepares)[decision];
  const state: FormState = typedForm(fields, visit.body);
  const read = readWords(decision, visit);
  if ('faults' in read) return showReserve(deps, visit, at, read, 422);
  if (prepares) {
    const typed = { reason: read.words, ground: read.ground ?? '' };
    const prepared = await prepareFor(deps, visit, at, OF_RESERVE[decision], typed);
    if (prepared.ok) return redirect(deskAddresses.toSign({ message: 'preparee' }));
    return again(deps, visit, at, state, prepared.error);
  }
  const done = await decideReserve(deps, actBy(visit, at.staff), {
    id: at.enrolment.id,
    academy: at.scope.academy,
    version: versionIn(visit),
    decision,
    ...read,
    officerId: at.staff.accountId,
  });
  if (done.ok) return redirect(deskAddresses.file(at.enrolment.id, { message: MESSAGES[decision] }));
  return again(deps, visit, at, state, done.error);
}

/** As it stands now that somebody else was found to have written. */
async function again(
  deps: OfficeDeps,
  visit: Visit,
  at: FileAtDesk,
  state: FormState,
  refusal: EnrolmentRefusal,
): Promise<Reply> {
  const now = await fileAtDesk(deps).admit(visit);
  const latest = 'denied' in now ? at : now;
  const shown = withFault(state, enrolmentRefusals.fieldOf(refusal), refusedInWords(refusal));
  return showReserve(deps, visit, latest, shown, enrolmentRefusals.status(refusal));
}

function readWords(
  decision: ReserveDecision['decision'],
  visit: Visit,
): { readonly words: string; readonly ground: string | null } | FormState {
  const forms = reserveForms(isPrepared(visit.body));
  if (decision === 'set-aside') {
    const read = parseForm(forms[decision], visit.body);
    return read.ok ? { words: read.value.motifs, ground: read.value.fondement } : read.error;
  }
  const read = parseForm(forms[decision], visit.body);
  return read.ok ? { words: read.value.note, ground: null } : read.error;
}

function refusedInWords(refusal: EnrolmentRefusal): string {
  return refusal.code === 'already-enrolled' ? say.otherEnrolment : enrolmentRefusals.inWords(refusal);
}
