import type { PassMarks } from '../../catalogue/index.ts';
import type { Credit } from '../../enrolment/index.ts';
import type { Mark } from '../../marks/index.ts';
import { type JudgedUnit, type Judgement, judgeAverage, type UnitResult } from './average.ts';

/** A unit as the regulation writes it. */
export type WrittenUnit = {
  readonly id: string;
  readonly code: string | null;
  readonly title: string;
  readonly coefficient: number | null;
};

/** What a registered file says of the units, as far as the average depends on it. */
export type Declared = {
  readonly form: 'GLOBAL' | 'PROGRESSIVE';
  /** What is kept and presented was told in words: nothing can be averaged. */
  readonly inWords: boolean;
  /** Each compulsory unit, or group of which one is presented. */
  readonly slots: readonly {
    readonly id: string;
    readonly units: readonly [WrittenUnit, ...WrittenUnit[]];
    readonly professional: boolean;
    readonly credit: Credit;
    /** Of an exemption, in the exam's words. */
    readonly ground: string | null;
  }[];
  /** The slots presented at this session: in the globale form, all that are left. */
  readonly presented: readonly string[];
  /** Of a group, the unit chosen. */
  readonly options: ReadonlyMap<string, string>;
  /** Optional units presented, the language among them. */
  readonly optional: readonly WrittenUnit[];
};

/** What stands between the file and the exam. */
export type Barred = {
  /** Presented, and not sat: a decision leaves them out. */
  readonly withheld: readonly string[];
  readonly underReserve: boolean;
};

/**
 * Why a unit has no mark, or has one that the file doesn't announce. **later**: left for another session; **withheld**: a decision
 * leaves them out of it; **awaited**: its marks aren't locked; **option-unknown**: which of a group is presented wasn't said;
 * **reserve**: the file is under reserve; **noted**: the centre wrote « dispensé » on the script.
 */
export type AccountNote = 'later' | 'withheld' | 'awaited' | 'option-unknown' | 'reserve' | 'noted';

/** What becomes of one unit, and where it is known from. */
export type UnitAccount = JudgedUnit & {
  readonly title: string;
  readonly code: string | null;
  /** Of a kept or carried mark. */
  readonly obtainedOn: Temporal.PlainDate | null;
  /** Of an exemption, in the exam's words. */
  readonly ground: string | null;
  readonly note: AccountNote | null;
};

export type JudgedAccount = { readonly units: readonly UnitAccount[]; readonly judgement: Judgement };

const NOT_JUDGED: Judgement = {
  outcome: 'NOT_JUDGED',
  average: null,
  professionalAverage: null,
  lines: [],
  missing: [],
};

/**
 * The units of one candidate with what was declared (kept, carried, exempted), what is locked and what bars them from the exam, judged
 * by the rule of the average. A file whose units are told in words isn't judged: no unit is no exemption of all.
 */
export function accountOf(
  declared: Declared,
  barred: Barred,
  marks: ReadonlyMap<string, Mark>,
  pass: PassMarks,
): JudgedAccount {
  if (declared.inWords || declared.slots.length === 0) return { units: [], judgement: NOT_JUDGED };
  const units = [
    ...declared.slots.map((slot) => inForm(declared, compulsory(slot, declared, barred, marks))),
    ...declared.optional.map((unit) => ({ ...base(unit), optional: true, ...sat(unit.id, barred, marks) })),
  ];
  return { units, judgement: judgeAverage(units, pass) };
}

/** What is withheld of who presents all units at this session isn't left for another one. */
function inForm({ form }: Declared, unit: UnitAccount): UnitAccount {
  return form === 'GLOBAL' && unit.note === 'withheld' ? { ...unit, leftOut: true } : unit;
}

function compulsory(
  slot: Declared['slots'][number],
  { presented, options }: Declared,
  barred: Barred,
  marks: ReadonlyMap<string, Mark>,
): UnitAccount {
  const { credit, professional } = slot;
  const chosen = chosenOf(
    slot,
    credit.choice === 'keep' || credit.choice === 'carry' ? credit.option : options.get(slot.id),
  );
  const unit = { ...base(chosen ?? together(slot)), professional };
  switch (credit.choice) {
    case 'keep':
    case 'carry': {
      const code = credit.choice === 'keep' ? 'kept' : 'carried';
      return { ...unit, outcome: { code, halfPoints: credit.halfPoints }, obtainedOn: credit.obtainedOn };
    }
    case 'exempt':
      return { ...unit, outcome: { code: 'exempt' }, ground: slot.ground };
    case 'sit':
      if (!presented.includes(slot.id)) return { ...unit, outcome: NOT_ENTERED, note: 'later' };
      if (chosen === undefined) return { ...unit, outcome: NOT_ENTERED, note: 'option-unknown' };
      return { ...unit, ...sat(chosen.id, barred, marks) };
  }
}

const NOT_ENTERED: UnitResult = { code: 'not-entered' };

/** A unit of which a mark is expected. What was marked stands, whatever barred the candidate: they sat it. */
function sat(
  id: string,
  { withheld, underReserve }: Barred,
  marks: ReadonlyMap<string, Mark>,
): Pick<UnitAccount, 'outcome' | 'note'> {
  const mark = marks.get(id);
  if (mark !== undefined) return { outcome: mark, note: mark.code === 'exempt' ? 'noted' : null };
  const note = underReserve ? 'reserve' : withheld.includes(id) ? 'withheld' : 'awaited';
  return { outcome: NOT_ENTERED, note };
}

function base(unit: WrittenUnit): UnitAccount {
  return { ...unit, optional: false, outcome: NOT_ENTERED, obtainedOn: null, ground: null, note: null };
}

function chosenOf({ units }: Declared['slots'][number], option: string | null | undefined): WrittenUnit | undefined {
  return units.length === 1 ? units[0] : units.find(({ id }) => id === option);
}

/** A group of which nobody said the one presented: a coefficient only where all have the same. */
function together({ id, units }: Declared['slots'][number]): WrittenUnit {
  const [{ coefficient }] = units;
  const same = units.every((one) => one.coefficient === coefficient);
  return { id, code: null, title: units.map(({ title }) => title).join(' / '), coefficient: same ? coefficient : null };
}
