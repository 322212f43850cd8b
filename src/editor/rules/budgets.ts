/** What a page of differences shows: more is said, and stands in the files. */
export const MOST = { lines: 2_000, values: 500, characters: 300_000, charactersOfOne: 5_000 } as const;

/** Comparing two long files without a line in common takes minutes: so long for all the files of a page. */
export const COMPARING_MS = 2_000;
