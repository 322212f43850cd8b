/**
 * What files of rules may be: five times the largest that ships (37,000 characters, 1,002 lines, 11,552 signs, 1,830 values),
 * and four times the whole (46 files, 236,000 characters).
 */
export const FILE = {
  characters: 200_000,
  lines: 6_000,
  /** Lists and maps within each other; a slip of the hand (a tabulation) makes dozens of them. */
  levels: 200,
  /** Words, signs and line ends, as YAML cuts a text: what reading it costs. */
  signs: 60_000,
  /** Values, where an alias (`*name`) counts for all that it stands for. */
  values: 20_000,
  /** Things in a list; and the values of one of them, or of a file that is one. The largest has 260. */
  things: 500,
  valuesOfOne: 1_500,
} as const;

/** Parts of one thing. The largest regulation has 13 units; forms draw every part. */
export const PARTS = {
  units: 60,
  rules: 30,
  cannedReasons: 40,
  conditions: 20,
  criteria: 60,
  levels: 8,
  phases: 9,
} as const;

export const WHOLE = { characters: 1_000_000, files: 500 } as const;

/** Faults that are listed: more are counted. Nobody mends from a longer list. */
export const FAULTS = { inFile: 50, inWhole: 200 } as const;
