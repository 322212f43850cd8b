/** A little random generator that a seed repeats (mulberry32). */
export type Luck = {
  /** A whole number below `limit`. */
  readonly below: (limit: number) => number;
  readonly of: <Value>(values: readonly Value[]) => Value;
};

export function luck(seed: number): Luck {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    of: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('nothing to choose from');
      return value;
    },
  };
}

type Change = (file: Buffer, other: Buffer, luck: Luck) => Buffer;

/** Words that mean something where they are put. */
const WORDS = [
  '/JavaScript',
  '/Launch',
  '/URI',
  '/Encrypt',
  '/ObjStm',
  '/XRef',
  '/FlateDecode',
  '/LZWDecode',
  '/JBIG2Decode',
  '/JPXDecode',
  '/CCITTFaxDecode',
  '/RunLengthDecode',
  '/Kids [2 0 R]',
  '/Length 999999999',
  '/Prev 0',
  'endstream',
  'endobj',
  '%%EOF',
  '<<',
  '>>',
  '[[[[',
  '1 0 R',
  '-2147483648',
  '1e38',
];

const CHANGES: readonly Change[] = [
  (file, _, { below }) => {
    const changed = Buffer.from(file);
    for (let times = 1 + below(16); times > 0; times -= 1) {
      const at = below(changed.length);
      changed[at] = (changed[at] ?? 0) ^ (1 << below(8));
    }
    return changed;
  },
  (file, _, { below, of }) => {
    const changed = Buffer.from(file);
    const at = below(changed.length);
    return changed.fill(of([0, 0x20, 0x7f, 0xff]), at, Math.min(changed.length, at + 1 + below(64)));
  },
  (file, _, { below }) => {
    const at = below(file.length);
    return Buffer.concat([file.subarray(0, at), file.subarray(at + 1 + below(200))]);
  },
  (file, _, { below }) => {
    const at = below(file.length);
    const piece = file.subarray(at, at + 1 + below(400));
    return Buffer.concat([file.subarray(0, at), piece, piece, piece, file.subarray(at)]);
  },
  (file, other, { below }) => {
    const from = below(other.length);
    const at = below(file.length);
    return Buffer.concat([file.subarray(0, at), other.subarray(from, from + 1 + below(600)), file.subarray(at)]);
  },
  (file, _, { below }) => file.subarray(0, 1 + below(file.length)),
  (file, _, { below, of }) => {
    const at = below(file.length);
    return Buffer.concat([file.subarray(0, at), Buffer.from(` ${of(WORDS)} `), file.subarray(at)]);
  },
  (file, _, { below, of }) => {
    // A number becomes another: offsets, lengths, sizes, references.
    const text = file.toString('latin1');
    const numbers = [...text.matchAll(/\d+/g)];
    if (numbers.length === 0) return file;
    const chosen = of(numbers);
    const value = of(['0', '1', '-1', '65535', '2147483648', '99999999999', String(below(1000))]);
    return Buffer.from(text.slice(0, chosen.index) + value + text.slice(chosen.index + chosen[0].length), 'latin1');
  },
];

/** The file after one to six changes, some with pieces of another. */
export function mutant(files: readonly Buffer[], chance: Luck): Buffer {
  let file = chance.of(files);
  for (let times = 1 + chance.below(6); times > 0 && file.length > 0; times -= 1)
    file = chance.of(CHANGES)(file, chance.of(files), chance);
  // Most cuts are told by the missing end: with one, they go on to the readers.
  return chance.below(2) === 0 ? Buffer.concat([file, Buffer.from('\n%%EOF\n')]) : file;
}
