import type { Mark } from '../../marks/index.ts';
import type { Barred, Declared } from '../rules/account.ts';

/**
 * The same verdict, as a clerk finds it with a pencil: written apart from `rules/account.ts` and `rules/average.ts`, from the law
 * (D337-105, -107, -110, -114, -115, -116; D337-16), to be compared with them. One sheet, a line a unit, tenths of a point in whole
 * numbers of any size; the average is never reduced, its decimals come out one after the other.
 */
export type Sheet = {
  readonly verdict: 'admitted' | 'refused' | 'not judged';
  /** Tenths of points over the sum of coefficients; null: no average. */
  readonly average: { readonly tenths: bigint; readonly over: bigint; readonly printed: string } | null;
  readonly professional: { readonly tenths: bigint; readonly over: bigint } | null;
};

type Line = {
  readonly tenths: bigint;
  readonly coefficient: number | null;
  readonly trade: boolean;
};

export function onPaper(
  file: Declared,
  marks: ReadonlyMap<string, Mark>,
  passAt: { readonly all: bigint; readonly trade: bigint | null },
  barred: Barred,
): Sheet {
  const nothing: Sheet = { verdict: 'not judged', average: null, professional: null };
  if (file.inWords || file.slots.length === 0) return nothing;
  const lines: Line[] = [];
  let [hole, absent, unknown] = [false, false, false];
  const allAtOnce = file.form === 'GLOBAL' && !barred.underReserve;
  for (const slot of file.slots) {
    const { credit } = slot;
    // A dispense: the line is struck out.
    if (credit.choice === 'exempt') continue;
    const wanted = credit.choice === 'sit' ? file.options.get(slot.id) : credit.option;
    const unit = slot.units.length > 1 ? slot.units.filter((one) => one.id === wanted)[0] : slot.units[0];
    const coefficient =
      unit?.coefficient ?? (unit === undefined ? oneFor(slot.units.map((one) => one.coefficient)) : null);
    if (credit.choice !== 'sit') {
      lines.push({ tenths: BigInt(credit.halfPoints) * 5n, coefficient, trade: slot.professional });
      unknown ||= coefficient === null;
      continue;
    }
    const paper = unit === undefined || file.presented.indexOf(slot.id) < 0 ? undefined : marks.get(unit.id);
    if (paper?.code === 'exempt') continue;
    // All units at one session, and kept from this one: the diploma is refused, whatever it weighs.
    const shut = allAtOnce && unit !== undefined && barred.withheld.indexOf(unit.id) >= 0;
    if (shut && paper === undefined && file.presented.indexOf(slot.id) >= 0) {
      absent = true;
      continue;
    }
    unknown ||= coefficient === null;
    if (paper === undefined) hole = true;
    else if (paper.code === 'absent') absent = true;
    else
      lines.push({
        tenths: 'halfPoints' in paper ? BigInt(paper.halfPoints) * 5n : 0n,
        coefficient,
        trade: slot.professional,
      });
  }
  if (hole) return nothing;
  if (absent) return { ...nothing, verdict: 'refused' };
  if (unknown) return nothing;
  const whole = addUp(lines);
  if (whole.over === 0n) return { ...nothing, verdict: 'admitted' };
  for (const { id } of file.optional) {
    const paper = marks.get(id);
    if (paper?.code === 'mark' && paper.halfPoints > 20) whole.tenths += BigInt(paper.halfPoints - 20) * 5n;
  }
  const trade = passAt.trade === null ? { tenths: 0n, over: 0n } : addUp(lines.filter((line) => line.trade));
  const reached = whole.tenths >= 10n * passAt.all * whole.over;
  const tradeReached = passAt.trade === null || trade.tenths >= 10n * passAt.trade * trade.over;
  return {
    verdict: reached && tradeReached ? 'admitted' : 'refused',
    average: { ...whole, printed: printed(whole.tenths, whole.over) },
    professional: trade.over === 0n ? null : trade,
  };
}

function addUp(lines: readonly Line[]): { tenths: bigint; over: bigint } {
  let [tenths, over] = [0n, 0n];
  for (const line of lines)
    for (let times = line.coefficient ?? 0; times > 0; times -= 1) {
      tenths += line.tenths;
      over += 1n;
    }
  return { tenths, over };
}

/** Long division: two decimals and a third to round by; nobody below ten is printed as ten. */
function printed(tenths: bigint, over: bigint): string {
  let rest = tenths;
  const digits: bigint[] = [];
  const units = rest / (over * 10n);
  rest = (rest % (over * 10n)) * 10n;
  for (let place = 0; place < 2; place += 1) {
    digits.push(rest / (over * 10n));
    rest = (rest % (over * 10n)) * 10n;
  }
  let hundredths = units * 100n + (digits[0] ?? 0n) * 10n + (digits[1] ?? 0n);
  if (rest / (over * 10n) >= 5n) hundredths += 1n;
  if (units < 10n && hundredths >= 1000n) hundredths = 999n;
  const text = hundredths.toString().padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

function oneFor(coefficients: readonly (number | null)[]): number | null {
  return new Set(coefficients).size === 1 ? (coefficients[0] ?? null) : null;
}
