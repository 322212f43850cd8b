import type { Academy, Exam, JuryRules, ResolvedSession } from '../../catalogue/index.ts';
import { replacedUnit, sayReplacement } from '../../exam/index.ts';
import { parisDay } from '../../platform/time.ts';
import { instantInWords, listing, markInWords, wholeNumber } from '../../ui/index.ts';
import type { RecordContent, RecordSection } from '../content.ts';
import type { Weighed } from '../deliberation.ts';
import { averageInWords, codeOf, observationsOf } from '../inWords.ts';
import type { Jury, Member, Moment } from '../jury.ts';
import { recordTexts as say } from '../recordTexts.ts';
import { type Composition, compositionOf } from '../rules/composition.ts';
import type { UnitOf } from '../rules/readiness.ts';
import { membersAt, presenceHours, sittingHours } from '../rules/sitting.ts';
import type { VerdictSaid } from '../store/verdicts.ts';

export type RecordFrame = {
  readonly exam: Pick<Exam, 'name'>;
  readonly session: Pick<ResolvedSession, 'label'>;
  readonly academy: Pick<Academy, 'letterhead'>;
  readonly jury: Pick<Jury, 'name' | 'meetsOn' | 'place' | 'specialities' | 'proposedAt'>;
  /** « PV 2024-012 » */
  readonly record: string;
  readonly now: Temporal.Instant;
  readonly specialityName: (cfd: string) => string;
  readonly nameOf: (enrolmentId: string) => string;
};

/** What stands around the text of a record and of its additions. */
export function frameOf(frame: RecordFrame, title: string, reference: string): Omit<RecordContent, 'sections'> {
  const { letterhead } = frame.academy;
  const { year, month, day } = parisDay(frame.now);
  return {
    title,
    reference,
    letterhead: [letterhead.authority, letterhead.academy, letterhead.division, letterhead.bureau],
    subject: say.subject(frame.exam.name, frame.session.label, frame.jury.name),
    footer: say.footer(reference, frame.jury.name),
    paging: { page: say.page, of: say.of },
    day: { year, month, day },
  };
}

export type RecordSaid = RecordFrame & {
  readonly rules: JuryRules;
  readonly members: readonly Member[];
  readonly moments: readonly Moment[];
  /** When each was decided, who was kept unseen, and who left the room for them. */
  readonly candidates: readonly Pick<Weighed, 'account' | 'decidedAt' | 'kept' | 'apart'>[];
  readonly composition: Composition;
  readonly said: readonly VerdictSaid[];
  /** Replacement tests whose marks weren't locked. */
  readonly later: readonly UnitOf[];
  /** Whether the exam asks a second average. */
  readonly two: boolean;
  readonly persons: { readonly asked: string; readonly confirmed: string };
};

/** *Procès-verbal*: who sat, who was there, what was decided of each and by which points. */
export function recordContent(record: RecordSaid): RecordContent {
  const { jury, said, persons } = record;
  const specialities = jury.specialities.map(record.specialityName);
  return {
    ...frameOf(record, say.record, record.record),
    sections: [
      meeting(record, specialities),
      members(record),
      ...decisionsByHour(record),
      ...apart(record),
      counts(said),
      ...jury.specialities
        .filter((cfd) => said.some(({ account }) => account.speciality === cfd))
        .map((cfd) => candidates(record, cfd)),
      points(record),
      ...kept(record),
      ...later(record),
      {
        type: 'text',
        title: say.closing.title,
        paragraphs: say.closing.text(
          persons.asked,
          jury.proposedAt === null ? '' : instantInWords(jury.proposedAt),
          `${persons.confirmed} le ${instantInWords(record.now)}`,
        ),
      },
    ],
  };
}

function meeting({ jury, composition, moments }: RecordSaid, specialities: readonly string[]): RecordSection {
  const { there, flags, present } = composition;
  const parity = [
    say.parityHalves(there.teaching, there.trade),
    ...(flags.length === 0 ? [say.parityKept] : flags.map((flag) => say.flags[flag])),
  ];
  return {
    type: 'facts',
    title: say.meeting,
    lines: [
      [say.specialities, listing(specialities)],
      [say.meetsOn, say.day(jury.meetsOn)],
      ...(jury.place === '' ? [] : [[say.place, jury.place] as const]),
      [say.sitting, say.hours(sittingHours(moments))],
      [say.quorum, say.quorumFound(present)],
      [say.parity, parity.join('\u00a0; ')],
    ],
  };
}

function members({ members: all, moments, rules }: RecordSaid): RecordSection {
  const order = rules.qualities.map(({ code }) => code);
  const label = new Map(rules.qualities.map((one) => [one.code, one.label]));
  const { title, head, absent, member } = say.composition;
  return {
    type: 'table',
    title,
    head,
    widths: [28, 42, 30],
    rows: all
      .toSorted((a, b) => order.indexOf(a.quality) - order.indexOf(b.quality))
      .map((one) => [
        label.get(one.quality) ?? one.quality,
        member(one.title, one.name),
        say.hours(presenceHours(moments, one.id)) || absent,
      ]),
  };
}

/** Where who was there changed on the way: who was there when each was decided. */
function decisionsByHour({ moments, members: all, rules, candidates: decided }: RecordSaid): readonly RecordSection[] {
  const { title, head, there } = say.moments;
  const sat = moments.filter(({ sitting }) => sitting === 'open');
  if (new Set(sat.map((moment) => moment.there.toSorted().join(' '))).size < 2) return [];
  const until = (moment: Moment): Temporal.Instant | null => moments[moments.indexOf(moment) + 1]?.at ?? null;
  const during = (moment: Moment, at: Temporal.Instant | null): boolean => {
    const end = until(moment);
    if (at === null || Temporal.Instant.compare(at, moment.at) < 0) return false;
    return end === null || Temporal.Instant.compare(at, end) < 0;
  };
  const rows = sat.map((moment) => {
    const { present, there: halves } = compositionOf(membersAt(all, moment), rules);
    const numbers = decided.filter(({ decidedAt }) => during(moment, decidedAt)).map(({ account }) => account.number);
    return [
      say.hours([{ from: moment.at, to: until(moment) }]),
      there(present, halves.teaching, halves.trade),
      numbers.length === 0 ? '–' : numbers.join(', '),
    ];
  });
  return [{ type: 'table', title, head, widths: [24, 30, 46], rows }];
}

/** Who left the room for whom; why is nobody's to read there. */
function apart({ candidates: decided }: RecordSaid): readonly RecordSection[] {
  const { title, head } = say.apart;
  const left = decided.flatMap(({ account, apart: names }) => names.map((name) => ({ name, number: account.number })));
  if (left.length === 0) return [];
  const rows = [...Map.groupBy(left, ({ name }) => name)].map(([name, some]) => [
    name,
    some.map(({ number }) => number).join(', '),
  ]);
  return [{ type: 'table', title, head, widths: [40, 60], rows }];
}

/** Whom the jury kept as the marks say, and why. */
function kept({ candidates: decided }: RecordSaid): readonly RecordSection[] {
  const { title, head } = say.kept;
  const reasons = Map.groupBy(
    decided.filter((one) => one.kept !== null),
    (one) => one.kept ?? '',
  );
  if (reasons.size === 0) return [];
  const rows = [...reasons].map(([reason, some]) => [reason, some.map(({ account }) => account.number).join(', ')]);
  return [{ type: 'table', title, head, widths: [40, 60], rows }];
}

function counts(said: readonly VerdictSaid[]): RecordSection {
  const count = (decision: VerdictSaid['decision']): string =>
    wholeNumber(said.filter((one) => one.decision === decision).length);
  const raised = said.reduce((sum, { juryPoints }) => sum + juryPoints.length, 0);
  const { title, candidates: all, admitted, refused, notJudged, raised: points } = say.counts;
  return {
    type: 'facts',
    title,
    lines: [
      [all, wholeNumber(said.length)],
      [admitted, count('ADMITTED')],
      [refused, count('REFUSED')],
      [notJudged, count('NOT_JUDGED')],
      [points, wholeNumber(raised)],
    ],
  };
}

function candidates({ said, two, nameOf, specialityName }: RecordSaid, cfd: string): RecordSection {
  const { head, headTwo } = say.candidates;
  return {
    type: 'table',
    title: specialityName(cfd),
    head: two ? headTwo : head,
    widths: two ? [18, 24, 11, 14, 11, 22] : [18, 28, 12, 12, 30],
    rows: said
      .filter(({ account }) => account.speciality === cfd)
      .map(({ enrolmentId, account, decision }) => [
        account.number,
        nameOf(enrolmentId),
        averageInWords(account.judgement.average),
        ...(two ? [averageInWords(account.judgement.professionalAverage)] : []),
        say.decisions[decision],
        observationsOf(account).join('\u00a0; '),
      ]),
  };
}

function points({ said, nameOf }: RecordSaid): RecordSection {
  const { title, none, head } = say.points;
  const rows = said.flatMap(({ enrolmentId, account, juryPoints }) =>
    juryPoints.map(({ unit, before, after, reason }) => {
      const named = account.units.find(({ id }) => id === unit);
      return [
        account.number,
        nameOf(enrolmentId),
        named === undefined ? unit : codeOf(named),
        markInWords(before),
        markInWords(after),
        reason,
      ];
    }),
  );
  return rows.length === 0
    ? { type: 'text', title, paragraphs: [none] }
    : { type: 'table', title, head, widths: [18, 22, 10, 9, 9, 32], rows };
}

/** What the record was closed without. */
function later({ later: batches, specialityName }: RecordSaid): readonly RecordSection[] {
  if (batches.length === 0) return [];
  const { title, paragraphs } = say.later;
  const names = batches.map(({ speciality, unit }) =>
    sayReplacement(unit, `${specialityName(speciality)} ${replacedUnit(unit)}`),
  );
  return [{ type: 'text', title, paragraphs: paragraphs(names) }];
}
