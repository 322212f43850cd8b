import { type Enrolment, whereOf } from '../enrolment/index.ts';
import type { LastDay } from '../law/index.ts';
import type { PaperActDeps } from '../papers/index.ts';
import type { Contribution, DueSource } from '../pieces/index.ts';
import { endOfDay, parisDay } from '../platform/time.ts';
import { addresses } from './addresses.ts';
import type { ResultCase } from './cases.ts';
import { caseTexts, waitingInWords } from './caseTexts.ts';
import { remediesOf, remedyOf } from './remedies.ts';
import { type CaseTime, lastDayToAsk, timeOfCase } from './rules/caseTime.ts';
import { listOwnCases } from './store/cases.ts';
import { findVisible } from './store/results.ts';

/** What may be asked of a result that was told, and what was. */
export type Remedies = {
  /** Those that have a last day, and were not used. */
  readonly open: readonly { readonly label: string; readonly until: LastDay }[];
  readonly asked: readonly (Pick<ResultCase, 'id' | 'outcome'> & { readonly label: string; readonly time: CaseTime })[];
};

/**
 * The last days to contest a result, and what became of what was asked. They are rights: nobody has to, nothing recalls them, and they are the
 * same for who is admitted and who isn't, so that the page doesn't say which.
 */
export function remediesDue({ catalogue }: Pick<PaperActDeps, 'catalogue'>): DueSource<Remedies> {
  return {
    readers: 'all',
    read: async (db, { enrolment }) => {
      const place = placeOf(catalogue(), enrolment);
      const visible = place === null ? null : await findVisible(db, enrolment.id);
      if (place === null || visible === null) return null;
      const { exam, where } = place;
      const cases = await listOwnCases(db, enrolment.id);
      const used = cases.filter(({ announcedAt }) => announcedAt.equals(visible.announcedAt)).map(({ kind }) => kind);
      return {
        open: remediesOf(exam).flatMap((remedy) => {
          const until = lastDayToAsk(remedy, parisDay(visible.announcedAt), where);
          return until === null || used.includes(remedy.code) ? [] : [{ label: remedy.label, until }];
        }),
        asked: cases.map(({ id, outcome, ...one }) => {
          const remedy = remedyOf(exam, one.kind);
          return { id, outcome, label: remedy.label, time: timeOfCase({ ...one, outcome }, remedy, where) };
        }),
      };
    },
    lines: ({ open, asked }, { enrolment }, now) => {
      const href = `${addresses.own(enrolment.id)}#demandes`;
      return [
        ...open.flatMap(({ label, until }) => mayUntil({ label, href }, until, now)),
        ...asked.flatMap((one) => afterAsking(one, href, now)),
      ];
    },
  };
}

function placeOf(rules: ReturnType<PaperActDeps['catalogue']>, enrolment: Enrolment) {
  const session = rules.session(enrolment.session);
  const exam = session === undefined ? undefined : rules.exam(session.exam);
  const academy = rules.academy(enrolment.academy);
  return exam === undefined || academy === undefined ? null : { exam, where: whereOf(academy, enrolment) };
}

/** Nothing, once that day is over: the page of the result says so, and that what comes late is read all the same. */
function mayUntil(
  said: Pick<Contribution, 'label' | 'href'>,
  last: LastDay,
  now: Temporal.Instant,
): readonly Contribution[] {
  const until = endOfDay(last.last);
  if (Temporal.Instant.compare(now, until) >= 0) return [];
  const line = {
    who: 'candidate',
    act: 'other',
    state: 'may',
    piece: null,
    detail: null,
    title: '',
    mail: null,
  } as const;
  return [{ ...line, ...said, until, otherwise: caseTexts.hub.otherwise }];
}

/** Its answer is awaited, until silence is a refusal; a refusal, said or not, may be contested in its turn. */
function afterAsking(
  { outcome, label, time }: Remedies['asked'][number],
  href: string,
  now: Temporal.Instant,
): readonly Contribution[] {
  const { silence, reopens, contestUntil } = time;
  if (outcome === 'granted') return [];
  if (outcome === 'refused')
    return contestUntil === null ? [] : mayUntil({ label: caseTexts.hub.contest(label), href }, contestUntil, now);
  const waits = {
    who: 'office',
    act: 'other',
    state: 'waiting',
    until: null,
    piece: null,
    title: '',
    mail: null,
    href,
    label: caseTexts.hub.asked(label),
    otherwise: null,
  } as const;
  if (Temporal.PlainDate.compare(parisDay(now), silence.saidFrom) < 0)
    return [{ ...waits, detail: waitingInWords(time) }];
  return reopens ? mayUntil({ label: caseTexts.hub.silent(label), href }, silence.contest, now) : [];
}
