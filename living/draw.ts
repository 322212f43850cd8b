import { createHash } from 'node:crypto';

/** A draw of its own for each person and each question: the same at each run, whatever else happens. */
export type Draw = {
  /** From 0 to 1, 1 excluded. */
  readonly share: () => number;
  /** From 0 to `count`, excluded. */
  readonly whole: (count: number) => number;
  readonly one: <T>(list: readonly T[]) => T;
};

export function drawFor(key: string): Draw {
  let turn = 0;
  const share = (): number => {
    turn += 1;
    return createHash('sha256').update(`${key} ${turn}`).digest().readUInt32BE() / 2 ** 32;
  };
  const whole = (count: number): number => Math.floor(share() * count);
  const one = <T>(list: readonly T[]): T => {
    const drawn = list[whole(list.length)];
    if (drawn === undefined) throw new Error('Nothing to draw from');
    return drawn;
  };
  return { share, whole, one };
}
