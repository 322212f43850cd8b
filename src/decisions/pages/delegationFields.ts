import { defineField, frenchDate, type Option, oneOf, printedLine, someOf, workingName } from '../../ui/index.ts';
import type { DeclaredAct } from '../decision.ts';
import { texts } from '../texts.ts';

const say = texts.delegations;

/** The fields of a delegation: who of the staff, as the arrêté names them, for which acts, by which text, on which days. */
export function delegationFields(people: readonly Option[], acts: readonly DeclaredAct[]) {
  const choices = acts.map(({ code, title }) => ({ value: code, label: title }));
  return [
    defineField({
      name: 'personne',
      label: say.person,
      control: 'select',
      options: people,
      missing: say.personMissing,
      check: oneOf(people),
    }),
    defineField({
      name: 'prenom',
      label: say.firstName,
      control: 'text',
      autocomplete: 'off',
      width: 30,
      missing: say.firstNameMissing,
      check: workingName(say.firstNameWhat),
    }),
    defineField({
      name: 'nom',
      label: say.surname,
      control: 'text',
      autocomplete: 'off',
      width: 30,
      missing: say.surnameMissing,
      check: workingName(say.surnameWhat),
    }),
    line('qualite', say.capacity, say.capacityMissing, say.capacityExample, say.capacityHint),
    line('de', say.grantor, say.grantorMissing, say.grantorExample),
    line('texte', say.text, say.textMissing, say.textExample),
    date('publie', say.publishedOn, say.publishedMissing),
    date('premier', say.from, say.fromMissing, say.fromHint),
    defineField({
      name: 'dernier',
      label: say.until,
      hint: say.untilHint,
      control: 'date',
      inputMode: 'numeric',
      width: 12,
      optional: true,
      check: frenchDate(),
    }),
    defineField({
      name: 'actes',
      label: say.actsAsked,
      hint: say.actsHint,
      control: 'checkboxes',
      options: choices,
      missing: say.actsMissing,
      check: someOf(choices),
    }),
  ] as const;
}

export type DelegationFields = ReturnType<typeof delegationFields>;

function line<const Name extends string>(name: Name, label: string, missing: string, example: string, hint?: string) {
  const shown = hint === undefined ? {} : { hint };
  return defineField({
    name,
    label,
    ...shown,
    example,
    control: 'text',
    autocomplete: 'off',
    width: 40,
    missing,
    check: printedLine(200),
  });
}

function date<const Name extends string>(name: Name, label: string, missing: string, hint?: string) {
  const shown = hint === undefined ? {} : { hint };
  return defineField({
    name,
    label,
    ...shown,
    control: 'date',
    inputMode: 'numeric',
    width: 12,
    missing,
    check: frenchDate(),
  });
}
