import { accountTexts, type Candidate } from '../../accounts/index.ts';
import { numericDay } from '../../platform/french/dates.ts';
import { NBSP } from '../../platform/french/french.ts';
import { reviewTexts } from '../reviewTexts.ts';
import type { DeclaredFact } from './declaredFacts.ts';

const say = reviewTexts.facts;

export type FactLine = { readonly label: string; readonly value: string };

/** Declared facts as labels and words. */
export function factLines(facts: readonly DeclaredFact[], number: string | null): readonly FactLine[] {
  return facts.flatMap((fact) => linesOf(fact, number));
}

function linesOf(fact: DeclaredFact, number: string | null): readonly FactLine[] {
  switch (fact.kind) {
    case 'line':
      return [{ label: say.short[fact.name] ?? fact.label, value: fact.value }];
    case 'person':
      return [{ label: say.person, value: personInWords(fact.candidate) }];
    case 'age':
      return [{ label: say.age, value: say.years(fact.years, fact.minor) }];
    case 'months': {
      const { months, monthsAtExam, requiredMonths } = fact;
      const value =
        monthsAtExam > months
          ? say.monthsAtExam(months, monthsAtExam, requiredMonths)
          : say.monthsCounted(months, requiredMonths);
      return [{ label: say.months, value }];
    }
    case 'hours':
      return [{ label: say.hours, value: say.hoursCounted(fact.required, fact.printed) }];
    case 'annexes':
      return [{ label: say.annexes, value: fact.annexes.join(', ') }];
    case 'version':
      return versionLines(fact, number);
  }
}

/** `Mme Lefèvre (Durand) Camille Jeanne, 30/05/1998`: all the first names, as documents print them. */
function personInWords(candidate: Candidate): string {
  const { civility, birthName, usageName, firstNames, birthDate } = candidate;
  const used = usageName === null ? '' : ` (${usageName})`;
  return `${accountTexts.civilities[civility]}${NBSP}${birthName}${used} ${firstNames}, ${numericDay(birthDate)}`;
}

function versionLines(fact: Extract<DeclaredFact, { kind: 'version' }>, number: string | null): readonly FactLine[] {
  const { version, registeredAt, givenFor } = fact;
  const older = givenFor.some((one) => one !== version);
  const given = older ? say.olderVersion(givenFor, version) : say.sameVersion(version);
  return [
    { label: say.number, value: number ?? '' },
    { label: say.version, value: say.versionAt(version, registeredAt) },
    ...(givenFor.length === 0 ? [] : [{ label: say.givenFor, value: given }]),
  ];
}
