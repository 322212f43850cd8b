import type { Field } from '../../ui/index.ts';
import { isRelative } from '../rules/sessionInstants.ts';
import type { Thing } from '../rules/things.ts';
import { numberAt, textAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/sessions.ts';
import { choiceField, lineField, numberField } from './fields.ts';

const say = texts.copying;
const numberPrefix = { is: /^[A-Z0-9]{2,6}$/, message: texts.edit.prefixShape };

/** Sessions that can be copied, the last one first. */
export function bases(sessions: readonly Thing[]): readonly Thing[] {
  return sessions
    .filter(({ value }) => !isRelative(value) && textAt(value, ['code']) !== '' && numberAt(value, ['year']) !== null)
    .toSorted((a, b) => (numberAt(b.value, ['year']) ?? 0) - (numberAt(a.value, ['year']) ?? 0));
}

/** Which session, for which year, and how its dates move. */
export function choosingFields(sessions: readonly Thing[]): readonly Field[] {
  return [
    choiceField({
      name: 'base',
      label: say.base,
      control: 'select',
      missing: say.baseMissing,
      options: sessions.map(({ value }) => ({
        value: textAt(value, ['code']),
        label: textAt(value, ['label']) || textAt(value, ['code']),
      })),
    }),
    numberField({
      name: 'annee',
      label: say.year,
      hint: say.yearHint,
      min: 2000,
      max: 2100,
      message: say.yearMissing,
      missing: say.yearMissing,
    }),
    choiceField({
      name: 'decalage',
      label: say.shift,
      missing: say.shiftMissing,
      options: Object.entries(say.shifts).map(([value, words]) => ({ value, ...words })),
    }),
  ];
}

export const namingFields: readonly Field[] = [
  lineField({ name: 'label', label: texts.edit.label, missing: texts.edit.labelMissing, width: 30 }),
  lineField({
    name: 'code',
    label: say.code,
    hint: say.codeHint,
    missing: say.codeMissing,
    width: 30,
    shape: { is: /^(?!.*--)[A-Za-z0-9][A-Za-z0-9-]{0,59}$/, message: say.codeShape },
  }),
  lineField({
    name: 'numberPrefix',
    label: texts.edit.prefix,
    hint: texts.edit.prefixHint,
    missing: texts.edit.prefixMissing,
    width: 8,
    shape: numberPrefix,
  }),
];
