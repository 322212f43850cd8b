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
  SET_ASIDE,
} from '../../../enrolment/index.ts';
import { type Reply, type Route, route, type Visit, versionIn } from '../../../platform/http/visit.ts';
import { deskAddresses, type FileAtDesk, fileAtDesk, peopleOf, prepareFor } from '../../../scope/index.ts';
import { act, acts, emptyForm, type FormState, type ShownAgain, says, show } from '../../../ui/index.ts';
import type { OfficeDeps } from '../../deps.ts';
import { GROUND, ReservePage, reserveForms } from '../pages/reservePage.tsx';
import { reserveTexts } from '../reserveTexts.ts';
import { OF_RESERVE } from '../signable.ts';

const say = reserveTexts;
type Decision = keyof typeof MESSAGES;
const MESSAGES = { lifted: 'reserve-levee', 'set-aside': 'ecartee', reinstated: 'retablie' } as const;

export function reserveRoutes(deps: OfficeDeps): readonly Route[] {
  const who = fileAtDesk(deps);
  const path = '/gestion/dossiers/:id/reserve';
  const page = {
    path,
    who,
    refusals: { ...enrolmentRefusals, inWords: refusedInWords },
    again: (...shown: ShownAgain<FileAtDesk>) => showReserve(deps, ...shown),
  };
  const led =
    (decision: Decision) =>
    (_: unknown, { enrolment }: FileAtDesk, { body }: Visit): string =>
      isPrepared(body)
        ? deskAddresses.toSign({ message: 'preparee' })
        : deskAddresses.file(enrolment.id, { message: MESSAGES[decision] });
  const carryOut = (decision: Decision, at: FileAtDesk, visit: Visit, words: string, ground: string | null) =>
    isPrepared(visit.body)
      ? prepareFor(deps, visit, at, OF_RESERVE[decision], { reason: words, ground: ground ?? '' })
      : decideReserve(deps, actBy(visit, at.staff), {
          id: at.enrolment.id,
          academy: at.scope.academy,
          version: versionIn(visit),
          decision,
          words,
          ground,
          officerId: at.staff.accountId,
        });
  const noted = (decision: 'lifted' | 'reinstated', note: string): Route =>
    act({
      ...page,
      note,
      fields: (_, { body }) => reserveForms(isPrepared(body))[decision],
      do: ({ note: words }, at, visit) => carryOut(decision, at, visit, words, null),
      to: led(decision),
    });
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showReserve(deps, visit, at) }),
    acts(
      'decision',
      {
        lifted: noted(
          'lifted',
          'Qui a la délégation de signature lève la réserve\u00a0; un autre gestionnaire prépare.',
        ),
        'set-aside': act({
          ...page,
          note: "Qui a la délégation de signature écarte l'inscription\u00a0; un autre gestionnaire prépare.",
          fields: (_, { body }) => reserveForms(isPrepared(body))['set-aside'],
          do: ({ motifs, fondement }, at, visit) => carryOut('set-aside', at, visit, motifs, fondement),
          to: led('set-aside'),
        }),
        reinstated: noted(
          'reinstated',
          "Qui a la délégation de signature rétablit l'inscription écartée\u00a0; un autre gestionnaire prépare.",
        ),
      },
      says(page, say.choose),
    ),
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

function refusedInWords(refusal: EnrolmentRefusal): string {
  return refusal.code === 'already-enrolled' ? say.otherEnrolment : enrolmentRefusals.inWords(refusal);
}
