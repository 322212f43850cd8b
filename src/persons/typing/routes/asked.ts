import type { EntryWay } from '../../../enrolment/index.ts';
import { parisDay } from '../../../platform/time.ts';
import { rule } from '../../../ui/index.ts';
import { typingTexts as say } from '../typingTexts.ts';

/** Neither a day to come, nor one before the register was open. */
export function dayRules(today: Temporal.PlainDate, opensAt: Temporal.Instant | null) {
  return [
    rule<{ readonly jour: Temporal.PlainDate }>(['jour'], ({ jour }) => {
      if (Temporal.PlainDate.compare(jour, today) > 0) return { field: 'jour', message: say.future };
      const isEarly = opensAt !== null && Temporal.PlainDate.compare(jour, parisDay(opensAt)) < 0;
      return isEarly ? { field: 'jour', message: say.early } : null;
    }),
  ];
}

export function askedOf(
  {
    demande: way,
    jour: receivedOn,
    mots: words,
  }: { readonly demande: EntryWay; readonly jour: Temporal.PlainDate; readonly mots: string },
  officerId: string,
) {
  return { way, receivedOn, words, officerId };
}
