import type { EnrolmentEvent } from '../enrolment/index.ts';
import { defineEvents, event, type PayloadsOf, saidIfAny } from '../platform/defineEvents.ts';
import type { JournalSubject } from '../platform/journal.ts';
import { dayAndHour, markInWords, plural } from '../ui/index.ts';
import type { Jury, Sitting } from './jury.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof JURY_EVENTS> {}
}

/** How a sitting stands, after the presences. */
const SAID: Readonly<Record<string, string>> = {
  paused: ', séance suspendue',
  ended: ', séance levée',
} satisfies Readonly<Partial<Record<Sitting, string>>>;

const specialities = (count: number): string => plural(count, 'spécialité', 'spécialités');

/** A chain a jury. */
export const JURY_EVENTS = defineEvents('jury', 'preparing', {
  'jury.opened': event<OfJury & { readonly specialities: readonly string[] }>(
    ({ list }) => `Jury ajouté\u00a0: ${specialities(list('specialities').length)}`,
  ),
  'jury.changed': event<OfJury & { readonly specialities: readonly string[] }>(
    ({ list }) => `Jury modifié\u00a0: ${specialities(list('specialities').length)}`,
  ),
  /** `examinerId`: somebody of the academy. `despite`: what spoke against them, set aside by who named them. */
  'jury.seated': event<
    OfJury & {
      readonly quality: string;
      readonly name: string;
      readonly examinerId: string | null;
      readonly despite: readonly string[];
    }
  >(({ text }) => `Membre ajouté au jury\u00a0: ${text('name')}`),
  'jury.left': event<OfJury & { readonly quality: string; readonly name: string }>(
    ({ text }) => `Membre retiré du jury\u00a0: ${text('name')}`,
  ),
  'jury.met': event<
    OfJury & {
      readonly present: number;
      readonly absent: number;
      readonly quorum: boolean;
      readonly sitting: Sitting;
      /** The instant, to the minute. */
      readonly hour: string;
    }
  >(
    ({ number, isTrue, text }) =>
      `Présences au jury\u00a0: ${plural(number('present') ?? 0, 'présent', 'présents')}, ${plural(number('absent') ?? 0, 'absent', 'absents')}${isTrue('quorum') ? ', en nombre pour délibérer' : ''}${saidIfAny(text('hour'), (hour) => ` (${dayAndHour(Temporal.Instant.from(hour))})`)}${SAID[text('sitting')] ?? ''}`,
  ),
  'jury.hourDropped': event<OfJury & { readonly hour: string }>(
    ({ text }) =>
      `Heure retirée de la séance du jury${saidIfAny(text('hour'), (hour) => `\u00a0: ${dayAndHour(Temporal.Instant.from(hour))}`)}`,
  ),
  'jury.kept': event<OfJury & { readonly count: number; readonly reason: string }>(
    ({ number, text }) =>
      `${plural(number('count') ?? 0, 'candidat gardé', 'candidats gardés')} sans être vus par le jury\u00a0: ${text('reason')}`,
  ),
  /** Of a unit, in half points; `after` null: taken back. */
  'jury.pointed': event<
    OfJury & {
      readonly enrolmentId: string;
      readonly number: string;
      readonly unit: string;
      readonly before: number;
      readonly after: number | null;
      readonly reason: string;
    }
  >(
    ({ text, number }) =>
      `Points du jury${number('after') === null ? ' retirés' : ''}, ${text('number')}, ${text('unit')}${saidIfAny(number('after'), (after) => `\u00a0: ${markInWords(number('before') ?? 0)} devient ${markInWords(after)}`)} (${text('reason')})`,
  ),
  'jury.proposed': event<OfJury>('Clôture du procès-verbal demandée'),
  'jury.reopened': event<OfJury & { readonly reason: string }>(
    ({ text }) => `Jury rendu à la délibération\u00a0: ${text('reason')}`,
  ),
  'jury.closed': event<
    OfJury & {
      readonly record: string;
      readonly admitted: number;
      readonly refused: number;
      readonly notJudged: number;
    }
  >(
    ({ text, number }) =>
      `Procès-verbal clos, ${text('record')}\u00a0: ${number('admitted') ?? 0} admis, ${plural(number('refused') ?? 0, 'refusé', 'refusés')}, ${plural(number('notJudged') ?? 0, 'non jugé', 'non jugés')}`,
  ),
  'jury.additionProposed': event<OfJury & EnrolmentEvent & { readonly reason: string }>(
    ({ text }) => `Additif proposé pour ${text('number')}\u00a0: ${text('reason')}`,
  ),
  'jury.additionDropped': event<OfJury & EnrolmentEvent & { readonly reason: string }>(
    ({ text }) => `Additif retiré pour ${text('number')}\u00a0: ${text('reason')}`,
  ),
  'jury.added': event<
    OfJury & EnrolmentEvent & { readonly before: string; readonly after: string; readonly reason: string }
  >(({ text }) => `Additif au procès-verbal pour ${text('number')}\u00a0: ${text('reason')}`),
});

declare module '../platform/jobs.ts' {
  interface JobKinds {
    'jury.print': { readonly sheetId: string };
  }
}

type OfJury = { readonly juryId: string };

export function subjectOf({ id, academy, session }: Pick<Jury, 'id' | 'academy' | 'session'>): JournalSubject {
  return { stream: `jury:${id}`, academy, session };
}
