import { ok, refuse } from '../../platform/result.ts';
import { type Field, someOf, textCheck } from '../../ui/index.ts';
import { type Bound, linesBound, mappedBound, textBound, ticksBound, valueBound } from '../rules/bound.ts';
import { readDay, typedDay } from '../rules/moments.ts';
import type { Thing } from '../rules/things.ts';
import type { Path } from '../rules/yamlTree.ts';
import { texts as sessionTexts } from '../texts/sessions.ts';
import { texts } from '../texts/specialities.ts';
import { lineField, numberField, proseField } from './fields.ts';

const say = texts.edit;
const CFD = { is: /^\d{8}$/, message: say.cfdShape };

export type SpecialityForm = {
  readonly about: readonly Bound[];
  readonly sessions: readonly Bound[];
  readonly scaffolding: readonly Bound[];
  readonly sources: readonly Bound[];
};

export function specialityForm({ path }: Thing): SpecialityForm {
  const at = (...steps: Path): Path => [...path, ...steps];
  return {
    about: [
      textBound(lineField({ name: 'name', label: say.name, missing: say.nameMissing, width: 60 }), {
        path: at('name'),
      }),
      linesBound(proseField({ name: 'trades', label: say.trades, hint: say.oneALine, rows: 5 }), {
        path: at('trades'),
      }),
      textBound(proseField({ name: 'dormant', label: say.dormant, hint: say.dormantHint, rows: 2 }), {
        path: at('dormant', 'note'),
      }),
    ],
    sessions: [
      yearBound('firstSession', say.firstSession, at('firstSession')),
      yearBound('lastSession', say.lastSession, at('lastSession')),
      yearBound('extraSession', say.extraSession, at('extraSession'), say.extraHint),
      textBound(
        lineField({ name: 'replacedBy', label: say.replacedBy, hint: say.replacedByHint, width: 10, shape: CFD }),
        { path: at('replacedBy'), empty: 'null' },
        true,
      ),
      dayBound('created', say.created, at('order', 'created')),
      dayBound('repealed', say.repealed, at('order', 'repealed')),
    ],
    scaffolding: [
      ticksBound(annexes(), { path: at('scaffolding', 'annexes') }, Number),
      textBound(lineField({ name: 'scaffolding-label', label: say.noticeLabel, width: 60 }), {
        path: at('scaffolding', 'noticeLabel'),
      }),
      linesBound(proseField({ name: 'scaffolding-units', label: say.units, hint: say.unitsHint }), {
        path: at('scaffolding', 'units'),
        empty: 'null',
      }),
      textBound(lineField({ name: 'scaffolding-source', label: say.source, width: 60 }), {
        path: at('scaffolding', 'source'),
      }),
    ],
    sources: [
      linesBound(proseField({ name: 'sources', label: say.sources, hint: say.oneALine, missing: say.sourcesMissing }), {
        path: at('sources'),
      }),
    ],
  };
}

/** Those that stand in the file whatever is typed; the whole blocks of R.408 and of a hidden speciality are written apart. */
export function boundsOf(form: SpecialityForm): readonly Bound[] {
  return [...form.about.filter(({ field }) => field.name !== 'dormant'), ...form.sessions, ...form.sources];
}

export function allBounds(form: SpecialityForm): readonly Bound[] {
  return [...form.about, ...form.sessions, ...form.scaffolding, ...form.sources];
}

export function yearBound(name: string, label: string, path: Path, hint?: string): Bound {
  const field = numberField({
    name,
    label,
    min: 1940,
    max: 2100,
    message: say.year,
    ...(hint === undefined ? {} : { hint }),
  });
  return valueBound(field, { path, empty: 'null' });
}

function dayBound(name: string, label: string, path: Path): Bound {
  const check = textCheck((text) => {
    const read = readDay(text);
    return read.ok ? ok(read.value) : refuse(sessionTexts.dayFault);
  }, typedDay);
  const field: Field = { name, label, control: 'text', width: 12, optional: true, missing: '', check };
  return mappedBound(
    field,
    { path, empty: 'null' },
    (value) => (typeof value === 'string' ? typedDay(value) : ''),
    (typed) => (typeof typed === 'string' ? typed : undefined),
  );
}

function annexes(): Field {
  const options = Object.entries(say.annexeNames).map(([value, label]) => ({ value, label }));
  return {
    name: 'scaffolding-annexes',
    label: say.annexes,
    control: 'checkboxes',
    options,
    optional: true,
    missing: '',
    check: someOf(options),
  };
}
