import { PARTS } from '../../catalogue/index.ts';
import { type Field, tickedOrNot } from '../../ui/index.ts';
import { type Bound, linesBound, mappedBound, textBound, valueBound } from '../rules/bound.ts';
import { UNIT_ORDER } from '../rules/regulationEdits.ts';
import type { Thing } from '../rules/things.ts';
import { listAt, type Path, textAt, textsAt, valueAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/specialities.ts';
import { choiceField, lineField, numberField, proseField, yesNoField } from './fields.ts';
import { confidenceOptions } from './sessionForm.ts';
import { yearBound } from './specialityForm.ts';

const say = texts.regulation;

export type UnitForm = {
  /** Begins the names of its fields. */
  readonly name: string;
  readonly summary: string;
  readonly facts: string;
  readonly bounds: readonly Bound[];
};

export type RegulationForm = {
  readonly about: readonly Bound[];
  readonly units: readonly UnitForm[];
  /** Outside the file until it is filled. */
  readonly fresh: UnitForm & { readonly id: Field };
  readonly words: readonly Bound[];
};

export function regulationForm({ value }: Thing): RegulationForm {
  const nullable = (key: string): 'null' | 'absent' => (valueAt(value, [key]) === undefined ? 'absent' : 'null');
  const units = listAt(value, ['units']);
  return {
    about: [
      textBound(lineField({ name: 'title', label: say.title, missing: say.titleMissing, width: 60 }), {
        path: ['title'],
      }),
      textBound(lineField({ name: 'order', label: say.order, width: 60 }), { path: ['order'], empty: 'null' }),
      yearBound('firstSession', texts.edit.firstSession, ['firstSession']),
      yearBound('lastSession', texts.edit.lastSession, ['lastSession']),
      valueBound(smallNumber('totalCoefficient', say.total, say.totalHint), {
        path: ['totalCoefficient'],
        empty: nullable('totalCoefficient'),
      }),
      valueBound(
        yesNoField({
          name: 'unitsComplete',
          label: say.complete,
          hint: say.completeHint,
          missing: say.completeMissing,
        }),
        { path: ['unitsComplete'] },
      ),
      yesNoUnknown('compulsoryLanguage', say.compulsoryLanguage),
      yesNoUnknown('optionalLanguage', say.optionalLanguage),
      valueBound(smallNumber('maxOptionalUnits', say.maxOptional), {
        path: ['maxOptionalUnits'],
        empty: nullable('maxOptionalUnits'),
      }),
      textBound(proseField({ name: 'completeness', label: say.completeness, missing: say.completenessMissing }), {
        path: ['completeness'],
      }),
    ],
    units: units.slice(0, PARTS.units).map((unit, index) => unitForm(`unit-${index}`, ['units', index], unit, true)),
    fresh: {
      ...unitForm('unit-new', ['units', units.length], {}, false),
      id: lineField({
        name: 'unit-new-id',
        label: say.id,
        hint: say.idHint,
        width: 10,
        shape: { is: /^[A-Za-z0-9-]{1,20}$/, message: say.idShape },
      }),
    },
    words: [
      linesBound(proseField({ name: 'notes', label: say.notes, hint: texts.edit.oneALine }), { path: ['notes'] }),
      linesBound(
        proseField({
          name: 'sources',
          label: texts.edit.sources,
          hint: texts.edit.oneALine,
          missing: texts.edit.sourcesMissing,
        }),
        { path: ['sources'] },
      ),
    ],
  };
}

export function boundsOf(form: RegulationForm): readonly Bound[] {
  return [...form.about, ...form.units.flatMap(({ bounds }) => bounds), ...form.words];
}

export function fieldsOf(form: RegulationForm): readonly Field[] {
  return [
    ...form.about.map(({ field }) => field),
    ...form.units.flatMap((unit) => [...unit.bounds.map(({ field }) => field), removal(unit)]),
    form.fresh.id,
    ...form.fresh.bounds.map(({ field }) => field),
    ...form.words.map(({ field }) => field),
  ];
}

export function removal({ name }: Pick<UnitForm, 'name'>): Field {
  return {
    name: `${name}-remove`,
    label: say.remove,
    control: 'checkbox',
    optional: true,
    missing: '',
    check: tickedOrNot(),
  };
}

function unitForm(name: string, path: Path, unit: unknown, known: boolean): UnitForm {
  const needed = (missing: string): { missing?: string } => (known ? { missing } : {});
  const place = (
    key: string,
    empty: 'null' | 'absent' = 'null',
  ): { path: Path; empty: 'null' | 'absent'; order: readonly string[] } => ({
    path: [...path, key],
    empty,
    order: UNIT_ORDER,
  });
  const line = (
    key: string,
    label: string,
    width: number,
    empty: 'null' | 'absent' = 'null',
    more: object = {},
  ): Bound => textBound(lineField({ name: `${name}-${key}`, label, width, ...more }), place(key, empty));
  return {
    name,
    summary: say.unitSummary(textAt(unit, ['id']), textAt(unit, ['title'])),
    facts: say.unitFacts(textAt(unit, ['coefficient']), textAt(unit, ['mode']), textAt(unit, ['duration'])),
    bounds: [
      line('title', say.unitTitle, 60, 'absent', needed(say.unitTitleMissing)),
      valueBound(smallNumber(`${name}-coefficient`, say.coefficient), place('coefficient')),
      line('mode', say.mode, 12),
      line('duration', say.duration, 16),
      line('code', say.code, 10),
      line('test', say.test, 10),
      valueBound(
        choiceField({
          name: `${name}-kind`,
          label: say.kind,
          control: 'select',
          options: Object.entries<string>(say.kinds).map(([value, label]) => ({ value, label })),
          ...needed(say.kindMissing),
        }),
        place('kind'),
      ),
      line('choiceGroup', say.choiceGroup, 14, 'absent', { hint: say.choiceHint }),
      mappedBound(
        lineField({ name: `${name}-languages`, label: say.languages, hint: say.languagesHint, width: 24 }),
        place('languages', 'absent'),
        (value) => textsAt(value, []).join(', '),
        (typed) => languagesIn(typed),
      ),
      valueBound(
        choiceField({
          name: `${name}-confidence`,
          label: say.confidence,
          control: 'select',
          options: confidenceOptions,
          ...needed(texts.edit.confidenceMissing),
        }),
        place('confidence'),
      ),
      line('source', say.source, 60),
      textBound(proseField({ name: `${name}-note`, label: say.note, rows: 2 }), place('note', 'absent')),
    ],
  };
}

export function languagesIn(typed: unknown): readonly string[] | undefined {
  if (typeof typed !== 'string') return undefined;
  const languages = typed.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
  return languages.length === 0 ? undefined : languages;
}

function smallNumber(name: string, label: string, hint?: string): Field {
  return numberField({ name, label, min: 1, max: 200, message: say.number, ...(hint === undefined ? {} : { hint }) });
}

/** A source says yes, says no, or says nothing. */
function yesNoUnknown(key: string, label: string): Bound {
  const options = Object.entries(say.answers).map(([value, words]) => ({ value, label: words }));
  const answer = (value: unknown): string => (value === true ? 'oui' : value === false ? 'non' : 'inconnu');
  return mappedBound(
    choiceField({ name: key, label, options, missing: say.answerMissing }),
    { path: [key], empty: 'null' },
    answer,
    (typed) => (typed === 'inconnu' ? null : typed === 'oui'),
  );
}
