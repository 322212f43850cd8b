import type { SignedSheet, Verdict } from '../marking.ts';

/**
 * `signed`: by one; `agreed`: by two, or by one and a head; `contested`: another of the board doesn't agree; `disputed`: another tablet said otherwise
 * without knowing, and nobody has looked since.
 */
export type Standing = {
  readonly state: 'signed' | 'agreed' | 'contested' | 'disputed';
  /** The sheet that holds. */
  readonly sheet: SignedSheet;
  /** Said elsewhere without knowing of it. */
  readonly other: SignedSheet | null;
};

/**
 * What holds of a candidate and a unit, of their sheets in the order in which they came. The board's common sheet holds until somebody who had seen it
 * writes another; else the last that came. No clock of a device decides. Null: nothing was said.
 */
export function standingOf(sheets: readonly SignedSheet[]): Standing | null {
  const last = sheets.at(-1);
  if (last === undefined) return null;
  const common = sheets.findLast(isCommon);
  const isReplaced = sheets.some((one) => common !== undefined && one.rank > common.rank && knew(one, common));
  const sheet = common === undefined || isReplaced ? last : common;
  const looked = Math.max(sheet.seen, ...sheet.verdicts.map(({ seen }) => seen));
  const other =
    sheets.findLast(
      (one) => one.id !== sheet.id && one.rank > looked && one.device !== sheet.device && one.digest !== sheet.digest,
    ) ?? null;
  const contested = lastOfEach(sheet.verdicts).some(({ verdict }) => verdict === 'disagree');
  if (contested) return { state: 'contested', sheet, other };
  if (other !== null) return { state: 'disputed', sheet, other };
  return { state: isCommon(sheet) ? 'agreed' : 'signed', sheet, other };
}

/** Its author had it in sight: it was shown to them, or was said on the same tablet. */
function knew({ seen, device }: SignedSheet, of: SignedSheet): boolean {
  return seen >= of.rank || device === of.device;
}

/** Signed by its author and by another, or by a head. */
function isCommon({ examinerId, verdicts }: SignedSheet): boolean {
  const standing = lastOfEach(verdicts);
  return standing.every(({ verdict }) => verdict === 'agree') && standing.some((one) => one.examinerId !== examinerId);
}

/** Whoever says yes after no says yes. */
function lastOfEach(verdicts: readonly Verdict[]): readonly Verdict[] {
  return [...Map.groupBy(verdicts, ({ examinerId, by }) => examinerId ?? by).values()].flatMap((theirs) =>
    theirs.slice(-1),
  );
}
