import { ok, refuse } from '../../platform/result.ts';
import { type Field, type Option, textCheck } from '../../ui/index.ts';
import { type Bound, linesBound, textBound, valueBound } from '../rules/bound.ts';
import { readDay, readMoment, typedDay, typedMoment } from '../rules/moments.ts';
import { instantsOf, type SessionInstant } from '../rules/sessionInstants.ts';
import { listAt, textAt, valueAt } from '../rules/yamlTree.ts';
import { texts as common } from '../texts/common.ts';
import { texts } from '../texts/sessions.ts';
import { choiceField, lineField, numberField, proseField, yesNoField } from './fields.ts';

const say = texts.edit;

export const numberPrefix = { is: /^[A-Z0-9]{2,6}$/, message: say.prefixShape };

export type SessionForm = {
  readonly identity: readonly Bound[];
  /** In the order of time. */
  readonly timeline: readonly { readonly instant: SessionInstant; readonly bound: Bound }[];
  readonly origins: readonly Bound[];
  readonly switches: readonly Bound[];
  readonly groups: readonly { readonly label: string; readonly pieces: number; readonly bounds: readonly Bound[] }[];
  readonly sources: readonly Bound[];
};

export function sessionForm(session: unknown): SessionForm {
  return {
    identity: [
      textBound(
        lineField({ name: 'label', label: say.label, example: say.labelExample, missing: say.labelMissing, width: 30 }),
        { path: ['label'] },
      ),
      valueBound(
        numberField({
          name: 'year',
          label: say.year,
          min: 2000,
          max: 2100,
          message: say.yearMissing,
          missing: say.yearMissing,
        }),
        { path: ['year'] },
      ),
      textBound(
        lineField({
          name: 'numberPrefix',
          label: say.prefix,
          hint: say.prefixHint,
          example: say.prefixExample,
          missing: say.prefixMissing,
          width: 8,
          shape: numberPrefix,
        }),
        { path: ['numberPrefix'] },
        true,
      ),
    ],
    timeline: instantsOf(session).map((instant) => ({ instant, bound: instantBound(instant) })),
    origins: origins(session),
    switches: [correctionDays(), ...switches()],
    groups: listAt(session, ['pieceGroups']).map((group, index) => ({
      label: textAt(group, ['label']),
      pieces: listAt(group, ['pieces']).length,
      bounds: groupBounds(index, textAt(group, ['mode']) === 'post'),
    })),
    sources: [
      linesBound(
        proseField({
          name: 'sources',
          label: say.sources,
          hint: say.sourcesHint,
          missing: say.sourcesMissing,
          rows: 4,
        }),
        { path: ['sources'] },
      ),
    ],
  };
}

export function boundsOf(form: SessionForm): readonly Bound[] {
  return [
    ...form.identity,
    ...form.timeline.map(({ bound }) => bound),
    ...form.origins,
    ...form.switches,
    ...form.groups.flatMap(({ bounds }) => bounds),
    ...form.sources,
  ];
}

function instantBound({ name, path, group }: SessionInstant): Bound {
  const label = texts.instants(name, group);
  const hint: string | undefined = Object.hasOwn(texts.instantHints, name)
    ? texts.instantHints[name as keyof typeof texts.instantHints]
    : undefined;
  const isDay = name === 'examStartsOn';
  const known = name !== 'resultsAt';
  const field: Field = {
    name: path.join('-'),
    label,
    control: 'text',
    width: 22,
    ...(hint === undefined ? {} : { hint }),
    optional: !known,
    missing: known ? (isDay ? texts.dayMissing(label) : texts.momentMissing(label)) : '',
    check: isDay ? DAY : MOMENT,
  };
  return valueBound(field, { path, empty: 'null' }, (value) =>
    typeof value === 'string' ? (isDay ? typedDay(value) : typedMoment(value)) : '',
  );
}

const MOMENT = textCheck((text) => {
  const read = readMoment(text);
  return read.ok ? ok(read.value) : refuse(texts.momentFaults[read.error]);
}, typedMoment);

const DAY = textCheck((text) => {
  const read = readDay(text);
  return read.ok
    ? ok(read.value)
    : refuse(read.error === 'no-such-day' ? texts.momentFaults['no-such-day'] : texts.dayFault);
}, typedDay);

export const confidenceOptions: readonly Option[] = Object.entries<string>(common.confidences).map(
  ([value, label]) => ({
    value,
    label,
  }),
);

function origins(session: unknown): readonly Bound[] {
  const keys = (['correctionsEndAt', 'lastCorrectionAt', 'examStartsOn', 'resultsAt'] as const).filter(
    (key) => valueAt(session, [key]) !== undefined,
  );
  return keys.flatMap((key) => [
    textBound(lineField({ name: `${key}-source`, label: say.source(say.sourceNames[key]) }), {
      path: [key, 'source'],
      empty: 'null',
    }),
    valueBound(
      choiceField({
        name: `${key}-confidence`,
        label: say.confidence(say.sourceNames[key]),
        options: confidenceOptions,
        control: 'select',
        missing: say.confidenceMissing,
      }),
      { path: [key, 'confidence'] },
    ),
  ]);
}

function correctionDays(): Bound {
  const { correctionDays: label, correctionDaysHint: hint, correctionDaysMissing: missing } = say;
  const field = numberField({ name: 'correctionDays', label, hint, min: 1, max: 60, message: missing, missing });
  return valueBound(field, { path: ['correctionDays'] });
}

function switches(): readonly Bound[] {
  return Object.entries(texts.switches).map(([name, { label, options }]) => {
    const offered = Object.entries(options).map(([value, words]) => ({ value, ...words }));
    const declared = { name: `switch-${name}`, label, options: offered, missing: texts.switchMissing };
    const field = name === 'unkeptMarksAreLost' ? yesNoField(declared) : choiceField(declared);
    return valueBound(field, { path: ['switches', name] });
  });
}

const GROUP_ORDER = [
  'code',
  'label',
  'mode',
  'pieces',
  'opensAt',
  'dueAt',
  'countsForValidation',
  'sanction',
  'help',
  'postalAddress',
];

function groupBounds(index: number, byPost: boolean): readonly Bound[] {
  const group = texts.group;
  const name = (key: string): string => `group-${index}-${key}`;
  const place = (key: string): { path: (string | number)[]; order: string[] } => ({
    path: ['pieceGroups', index, key],
    order: GROUP_ORDER,
  });
  const modes = Object.entries(group.modes).map(([value, label]) => ({ value, label }));
  return [
    textBound(
      lineField({ name: name('label'), label: group.label, missing: group.labelMissing, width: 40 }),
      place('label'),
    ),
    linesBound(
      proseField({
        name: name('pieces'),
        label: group.pieces,
        hint: group.piecesHint,
        missing: group.piecesMissing,
        rows: 4,
      }),
      place('pieces'),
    ),
    valueBound(
      choiceField({ name: name('mode'), label: group.mode, options: modes, missing: group.modeMissing }),
      place('mode'),
    ),
    ...(byPost
      ? [
          textBound(
            proseField({ name: name('postalAddress'), label: group.postalAddress, hint: group.address }),
            place('postalAddress'),
          ),
        ]
      : []),
    valueBound(
      yesNoField({ name: name('counts'), label: group.counts, hint: group.countsHint, missing: group.countsMissing }),
      place('countsForValidation'),
    ),
    textBound(
      proseField({
        name: name('sanction'),
        label: group.sanction,
        hint: group.sanctionHint,
        missing: group.sanctionMissing,
      }),
      place('sanction'),
    ),
    textBound(proseField({ name: name('help'), label: group.help }), place('help')),
  ];
}
