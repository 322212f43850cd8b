import { defineField, oneOf, printedLine, someOf } from '../../ui/index.ts';
import { KEY, KEY_DAYS, SCOPES } from '../apiKey.ts';
import { integrationTexts, scopeData, scopeNames } from '../texts.ts';

const say = integrationTexts.make;

const scopes = SCOPES.map((value) => ({ value, label: scopeNames[value], hint: scopeData[value] }));
const lengths = KEY_DAYS.map((days) => ({ value: String(days), label: say.day(days) }));

export const keyForm = [
  defineField({
    name: 'nom',
    label: say.name,
    hint: say.nameHint,
    control: 'text',
    autocomplete: 'off',
    width: 40,
    missing: say.nameMissing,
    check: printedLine(KEY.nameLength),
  }),
  defineField({
    name: 'ouvre',
    label: say.scopes,
    hint: say.never,
    control: 'checkboxes',
    options: scopes,
    missing: say.scopesMissing,
    check: someOf(scopes),
  }),
  defineField({
    name: 'jours',
    label: say.days,
    control: 'radio',
    options: lengths,
    missing: say.daysMissing,
    check: oneOf(lengths),
  }),
] as const;
