import type { Catalogue, Remedy } from '../catalogue/index.ts';
import type { Enrolment } from '../enrolment/index.ts';
import { residenceOf, type Where } from '../law/index.ts';
import { decisionsToldTo, handedOver, type ToldDecision, toldDecisionsById } from '../papers/index.ts';
import type { Database } from '../platform/database/database.ts';
import { parisDay } from '../platform/time.ts';
import type { Case, CaseReader } from './cases.ts';
import { caseTexts } from './caseTexts.ts';
import { remediesOf, remedyOf } from './remedies.ts';
import { type CaseTime, timeOfCase } from './rules/caseTime.ts';
import { findVisible } from './store/results.ts';

type Delays = Pick<Remedy, 'nature' | 'within'>;
type Deps = { readonly catalogue: () => Catalogue };

/** An appeal against a decision: whatever the exam says of its results. */
const APPEAL: Delays = { nature: 'appeal' };

/** What may be asked of an enrolment: of its published result, or against a decision that its candidate was told of. */
export type CaseSubject = {
  /** Of the exam's remedy, or the id of the decision. */
  readonly code: string;
  readonly label: string;
  readonly remedy: Delays;
  readonly publicationId: string | null;
  readonly contested: ToldDecision | null;
  /** Since when its delay runs; null: nothing was notified yet. */
  readonly from: Temporal.PlainDate | null;
  /** The first day on which anybody could write about it. */
  readonly knownOn: Temporal.PlainDate;
};

/** `reader`: null: its candidate, whose they all are. */
export async function subjectsOf(
  { catalogue }: Deps,
  db: Database,
  enrolment: Pick<Enrolment, 'id' | 'session'>,
  now: Temporal.Instant,
  reader: CaseReader | null,
): Promise<readonly CaseSubject[]> {
  const exam = catalogue().exam(catalogue().session(enrolment.session)?.exam ?? '');
  const visible = exam === undefined || reader === 'health' ? null : await findVisible(db, enrolment.id);
  const ofResult = (exam === undefined || visible === null ? [] : remediesOf(exam)).map((remedy): CaseSubject => {
    const publishedOn = parisDay(visible?.announcedAt ?? now);
    const { code, label } = remedy;
    const publicationId = visible?.publicationId ?? null;
    return { code, label, remedy, publicationId, contested: null, from: publishedOn, knownOn: publishedOn };
  });
  const told = (await decisionsToldTo(db, enrolment, now)).filter((one) => mayRead(one, reader));
  return [
    ...ofResult,
    ...told.map((contested): CaseSubject => {
      const knownOn = parisDay(contested.takenAt);
      const label = caseTexts.against(contested.title, knownOn);
      const of = { remedy: APPEAL, publicationId: null, contested, from: contested.notifiedOn };
      return { code: contested.id, label, ...of, knownOn };
    }),
  ];
}

function mayRead({ confidential }: Pick<ToldDecision, 'confidential'>, reader: CaseReader | null): boolean {
  return reader === null || confidential === (reader === 'health');
}

/** A request with what it is about and what time does to it. `contested`: null: a result. */
export type TimedCase = Case & {
  readonly label: string;
  readonly contested: ToldDecision | null;
  readonly time: CaseTime;
};

export async function timedCases(
  { catalogue }: Deps,
  db: Database,
  cases: readonly Case[],
  now: Temporal.Instant,
): Promise<readonly TimedCase[]> {
  const told = await toldDecisionsById(
    db,
    cases.flatMap(({ contestedId }) => contestedId ?? []),
    now,
  );
  const reached = await handedOver(
    db,
    cases.flatMap(({ answerLetter }) => answerLetter ?? []),
  );
  const rules = catalogue();
  return cases.map((one) => {
    const contested =
      told.find(({ id, enrolmentId }) => id === one.contestedId && enrolmentId === one.enrolmentId) ?? null;
    const remedy =
      contested === null
        ? remedyOf(rules.exam(rules.session(one.session)?.exam ?? ''), one.kind)
        : { ...APPEAL, label: caseTexts.against(contested.title, parisDay(contested.takenAt)) };
    const from = contested === null ? one.announcedAt && parisDay(one.announcedAt) : contested.notifiedOn;
    const where: Where = {
      seat: rules.academy(one.academy)?.courtSeat ?? 'mainland',
      residence: residenceOf(one.postcode),
    };
    const handedOverOn = reached.get(one.answerLetter ?? '') ?? null;
    const time = timeOfCase({ ...one, from, handedOverOn }, remedy, where);
    return { ...one, label: remedy.label, contested, time };
  });
}
