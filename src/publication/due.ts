import type { Catalogue } from '../catalogue/index.ts';
import { type Enrolment, whereOf } from '../enrolment/index.ts';
import type { LastDay } from '../law/index.ts';
import type { Contribution, DueSource } from '../pieces/index.ts';
import type { Database } from '../platform/database/database.ts';
import { endOfDay, parisDay } from '../platform/time.ts';
import { addresses } from './addresses.ts';
import type { Case, CaseReader } from './cases.ts';
import { caseTexts, waitingInWords } from './caseTexts.ts';
import { type CaseTime, lastDayToAsk } from './rules/caseTime.ts';
import { listOwnCases } from './store/cases.ts';
import { type CaseSubject, subjectsOf, timedCases } from './timedCases.ts';

type Deps = { readonly catalogue: () => Catalogue };

/** What may be asked of a result or against a decision that was told, and what was. */
export type Remedies = {
  /** Those that have a last day, and were not used; null: of a decision that isn't notified yet. */
  readonly open: readonly {
    readonly label: string;
    readonly href: string;
    readonly until: LastDay | null;
    readonly isAppeal: boolean;
  }[];
  readonly asked: readonly (Pick<Case, 'id' | 'outcome' | 'answeredAt' | 'toCarryOut'> & {
    readonly label: string;
    /** « de votre recours contre … », as its refusal is said to be contested. */
    readonly of: string;
    readonly href: string;
    readonly isAppeal: boolean;
    readonly time: CaseTime;
  })[];
};

/**
 * The last days to contest a result or a decision, and what became of what was asked. They are rights: nobody has to, nothing recalls them,
 * they outlive the enrolment, and of a result they are the same for who is admitted and who isn't, so that the page doesn't say which.
 */
export function remediesDue(deps: Deps): DueSource<Remedies> {
  return { readers: 'office', ...sourceOf(deps, 'office') };
}

/** Of what the service of accommodations decides: nobody of the office may know of it. */
export function healthRemediesDue(deps: Deps): DueSource<Remedies> {
  return { readers: 'service', ...sourceOf(deps, 'health') };
}

function sourceOf(deps: Deps, reader: CaseReader): Omit<DueSource<Remedies>, 'readers'> {
  return {
    outlives: true,
    read: (db, { enrolment }, now) => readRemedies(deps, db, enrolment, { reader, now }),
    lines: ({ open, asked }, _, now) => [
      ...open.flatMap((one) => mayAsk(one, now)),
      ...asked.flatMap((one) => afterAsking(one, now)),
    ],
  };
}

async function readRemedies(
  deps: Deps,
  db: Database,
  enrolment: Enrolment,
  { reader, now }: { readonly reader: CaseReader; readonly now: Temporal.Instant },
): Promise<Remedies | null> {
  const academy = deps.catalogue().academy(enrolment.academy);
  if (academy === undefined || enrolment.number === null) return null;
  const subjects = await subjectsOf(deps, db, enrolment, now, reader);
  const cases = (await listOwnCases(db, enrolment.id)).filter(
    ({ confidential }) => confidential === (reader === 'health'),
  );
  if (subjects.length === 0 && cases.length === 0) return null;
  const where = whereOf(academy, enrolment);
  const href = (contested: string | null): string =>
    contested === null ? `${addresses.own(enrolment.id)}#demandes` : addresses.contest(enrolment.id, contested);
  return {
    open: subjects
      .filter((subject) => !cases.some((one) => isOf(one, subject)))
      .flatMap(({ label, contested, from, remedy }) => {
        const until = from === null ? null : lastDayToAsk(remedy, from, where);
        const said = {
          label: contested === null ? label : caseTexts.hub.open(contested.title),
          href: href(contested?.id ?? null),
          isAppeal: contested !== null,
        };
        return contested === null && until === null ? [] : [{ ...said, until }];
      }),
    asked: (await timedCases(deps, db, cases, now)).map(
      ({ id, outcome, answeredAt, toCarryOut, label, contested, time }) => ({
        id,
        outcome,
        answeredAt,
        toCarryOut,
        label: contested === null ? label : caseTexts.hub.appealed(contested.title),
        of: contested === null ? caseTexts.hub.ofRequest(label) : caseTexts.hub.ofAppeal(contested.title),
        href: href(contested?.id ?? null),
        isAppeal: contested !== null,
        time,
      }),
    ),
  };
}

/** Was it asked already? Of a result, of the same publication. */
function isOf(one: Case, { code, contested, publicationId }: CaseSubject): boolean {
  if (contested !== null) return one.contestedId === contested.id;
  return one.kind === code && one.publicationId === publicationId;
}

const MAY = { who: 'candidate', act: 'other', state: 'may', piece: null, title: '', mail: null } as const;
type Said = Pick<Contribution, 'label' | 'href'>;

/** What comes late is read all the same, by a person: of a result, its page says so, and no line. */
function mayAsk(
  { label, href, until, isAppeal }: Remedies['open'][number],
  now: Temporal.Instant,
): readonly Contribution[] {
  const lines = mayUntil({ label, href }, until, now);
  return lines.length > 0 || until === null || !isAppeal
    ? lines
    : [mayAlso({ label, href }, caseTexts.hub.late(until), caseTexts.hub.noDuty)];
}

/** Nothing, once that day is over. */
function mayUntil(said: Said, last: LastDay | null, now: Temporal.Instant): readonly Contribution[] {
  const until = last === null ? null : endOfDay(last.last);
  if (until !== null && Temporal.Instant.compare(now, until) >= 0) return [];
  return until === null
    ? [mayAlso(said, caseTexts.hub.notYet, caseTexts.hub.noDuty)]
    : [{ ...MAY, ...said, until, detail: null, otherwise: caseTexts.hub.otherwise }];
}

function mayAlso(said: Said, detail: string, otherwise: string): Contribution {
  return { ...MAY, ...said, until: null, detail, otherwise };
}

/** Its answer is awaited, until silence is a refusal; a refusal, said or not, may be contested in its turn; what was accepted is awaited too. */
function afterAsking(
  { outcome, answeredAt, toCarryOut, label, of, href, isAppeal, time }: Remedies['asked'][number],
  now: Temporal.Instant,
): readonly Contribution[] {
  const { silence, reopens, contestUntil, fromLetter } = time;
  // Of an appeal, whose page no other leads to, what became of it stays said.
  const over = (detail: string, otherwise: string = caseTexts.hub.pageSays): readonly Contribution[] =>
    isAppeal ? [mayAlso({ label, href }, detail, otherwise)] : [];
  if (outcome === 'granted' && !toCarryOut)
    return answeredAt === null ? [] : over(caseTexts.hub.answered(parisDay(answeredAt)), caseTexts.hub.closed);
  if (outcome === 'refused') {
    const lines =
      contestUntil === null && !fromLetter
        ? []
        : mayUntil({ label: caseTexts.hub.contest(of), href }, contestUntil, now);
    return lines.length > 0 || answeredAt === null ? lines : over(caseTexts.hub.answered(parisDay(answeredAt)));
  }
  const waits = {
    who: 'office',
    act: 'other',
    state: 'waiting',
    until: null,
    piece: null,
    title: '',
    mail: null,
    href,
    label: isAppeal ? label : caseTexts.hub.asked(label),
    otherwise: null,
  } as const;
  if (toCarryOut) return [{ ...waits, detail: caseTexts.hub.accepted }];
  if (Temporal.PlainDate.compare(parisDay(now), silence.saidFrom) < 0)
    return [{ ...waits, detail: isAppeal ? caseTexts.contest.waits(silence.on) : waitingInWords(time) }];
  const lines = reopens ? mayUntil({ label: caseTexts.hub.silent(of), href }, silence.contest, now) : [];
  return lines.length > 0 ? lines : over(caseTexts.hub.unanswered(silence.on));
}
