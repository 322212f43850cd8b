import type { Body, Rule } from '../../../ui/index.ts';
import type { Dossier } from '../../dossier.ts';
import { type Acquis, acquis } from '../acquis/acquis.ts';
import { type Qualification, qualification } from '../qualification/qualification.ts';
import { type KnownAnswers, type Read, readStep, valueIn } from '../reading.ts';
import { defineStep, type Step, type SummaryLine } from '../step.ts';
import { type Choices, type Epreuves, epreuvesFields, flatFields, optionMissing } from './choices.ts';
import { EpreuvesPage } from './page.tsx';
import { texts as say } from './texts.ts';
import { unitLines } from './unitLines.ts';

type Needed = { readonly qualification: Qualification; readonly acquis: Acquis };

/** Step 5. No impossible combination passes. */
export const epreuves: Step<'epreuves', Epreuves> = defineStep({
  name: 'epreuves',
  title: say.title,
  question: () => say.question,
  needs: [qualification, acquis],
  fields: (dossier, needed) => flatFields(epreuvesFields(dossier, needed.qualification, needed.acquis)),
  read,
  lines,
  page: EpreuvesPage,
  unasked: (dossier, needed) => ({
    presented: epreuvesFields(dossier, needed.qualification, needed.acquis).left.map(({ id }) => id),
    options: new Map(),
    compulsoryLanguage: null,
    optionalLanguage: null,
    optionalUnits: [],
    presentedInWords: null,
  }),
});

function read(dossier: Dossier, needed: Needed, body: Body): Read<Epreuves> {
  const choices = epreuvesFields(dossier, needed.qualification, needed.acquis);
  return readStep(flatFields(choices), body, rulesOf(choices), (known) => ({
    presented: presentedOf(choices, known),
    options: optionsOf(choices, known),
    compulsoryLanguage: choices.language === null ? null : valueIn(known, choices.language.field),
    optionalLanguage: choices.optionalLanguage === null ? null : valueIn(known, choices.optionalLanguage),
    optionalUnits: choices.others.filter(({ field }) => valueIn(known, field) === true).map(({ unit }) => unit.id),
    presentedInWords: choices.presentedInWords === null ? null : valueIn(known, choices.presentedInWords),
  }));
}

/** One ticked for a unit that isn't presented at this session says nothing yet. */
function optionsOf(choices: Choices, known: KnownAnswers): Epreuves['options'] {
  const presented = presentedOf(choices, known);
  return new Map(
    choices.options.flatMap(({ slot, field }) => {
      const option = valueIn(known, field);
      return option === null || !presented.includes(slot.id) ? [] : [[slot.id, option] as const];
    }),
  );
}

/** In the globale form, all that are left. */
function presentedOf({ left, presented }: Choices, known: KnownAnswers): readonly string[] {
  const ids = left.map((slot) => slot.id);
  return presented === null ? ids : ids.filter((id) => valueIn(known, presented).includes(id));
}

function rulesOf(choices: Choices): readonly Rule<KnownAnswers>[] {
  const { language, optionalLanguage, presented, others, most } = choices;
  const rules: Rule<KnownAnswers>[] = [];
  if (presented !== null) {
    rules.push({
      needs: [presented.name],
      look: (known) =>
        presentedOf(choices, known).length === 0 ? { field: presented.name, message: say.presentedMissing } : null,
    });
  }
  if (presented !== null) {
    for (const { slot, field } of choices.options)
      rules.push({
        needs: [presented.name, field.name],
        look: (known) =>
          valueIn(known, presented).includes(slot.id) && valueIn(known, field) === null
            ? { field: field.name, message: optionMissing(slot) }
            : null,
      });
  }
  if (language?.slot !== undefined && presented !== null) {
    rules.push({
      needs: [presented.name, language.field.name],
      look: (known) =>
        valueIn(known, presented).includes(language.slot?.id ?? '') && valueIn(known, language.field) === null
          ? { field: language.field.name, message: say.languageMissing }
          : null,
    });
  }
  if (language !== null && optionalLanguage !== null) {
    rules.push({
      needs: [language.field.name, optionalLanguage.name],
      look: (known) => {
        const chosen = valueIn(known, language.field);
        return chosen !== null && chosen === valueIn(known, optionalLanguage)
          ? { field: optionalLanguage.name, message: say.sameLanguage }
          : null;
      },
    });
  }
  rules.push({
    needs: [...(optionalLanguage === null ? [] : [optionalLanguage.name]), ...others.map(({ field }) => field.name)],
    look: (known) => {
      const taken =
        others.filter(({ field }) => valueIn(known, field) === true).length +
        (optionalLanguage !== null && valueIn(known, optionalLanguage) !== null ? 1 : 0);
      return taken > most
        ? { field: optionalLanguage?.name ?? others[0]?.field.name ?? null, message: say.tooManyOptional(most) }
        : null;
    },
  });
  return rules;
}

/** A line for each unit that is sat. */
function lines(dossier: Dossier, needed: Needed, epreuves: Epreuves): readonly SummaryLine[] {
  return unitLines(dossier, { ...needed, epreuves })
    .filter((unit) => unit.sat)
    .map((unit) => ({
      name: `${SAT}${unit.id}`,
      label: unit.code === '' ? unit.title : `${unit.code}\u00a0: ${unit.title}`,
      value: unit.choice,
    }));
}

const SAT = 'epreuve-';
/** Does a line of the summary say when a unit is sat? */
export const isSat = ({ name }: SummaryLine): boolean => name.startsWith(SAT);
