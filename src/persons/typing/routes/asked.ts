import type { AskedWay, TypedEntry } from '../../../enrolment/index.ts';
import { parisDay } from '../../../platform/time.ts';
import { type Rule, rule } from '../../../ui/index.ts';
import { typingTexts as say } from '../typingTexts.ts';

/** Neither a day to come, nor one before the register was open. */
type Day = { readonly jour: Temporal.PlainDate };

export function dayRules(today: Temporal.PlainDate, opensAt: Temporal.Instant | null): readonly Rule<Day>[] {
  return [
    rule<Day>(['jour'], ({ jour }) => {
      if (Temporal.PlainDate.compare(jour, today) > 0) return { field: 'jour', message: say.future };
      const isEarly = opensAt !== null && Temporal.PlainDate.compare(jour, parisDay(opensAt)) < 0;
      return isEarly ? { field: 'jour', message: say.early } : null;
    }),
  ];
}

export function askedOf(
  { demande: way, jour: receivedOn, mots: words }: Day & { readonly demande: AskedWay; readonly mots: string },
  officerId: string,
): Pick<TypedEntry, 'way' | 'receivedOn' | 'words' | 'officerId'> {
  return { way, receivedOn, words, officerId };
}
