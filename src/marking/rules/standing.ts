import { markOut } from '../device/sheet.ts';
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

/** Of a sheet that two juries mark, those of one of them. A whole sheet is with the rest: it was signed before there were two. */
export function ofPart(sheets: readonly SignedSheet[], isApart: boolean): readonly SignedSheet[] {
  return sheets.filter(({ part }) => (part?.apart === true) === isApart);
}

/** Whether somebody filled one of them, or said what they think of one. */
export function hasSigned(sheets: readonly SignedSheet[], examinerId: string | null): boolean {
  return sheets.some((one) => [one, ...one.verdicts].some((said) => said.examinerId === examinerId));
}

/** `partial`: of two juries, one alone agreed on its part. */
export type WholeStanding = Omit<Standing, 'state'> & { readonly state: Standing['state'] | 'partial' };

/** What holds of all that was said of a candidate and a unit: of two parts, the mark that they make together, or the one that something is to be done with. */
export function wholeOf(sheets: readonly SignedSheet[]): WholeStanding | null {
  const [rest, apart] = [standingOf(ofPart(sheets, false)), standingOf(ofPart(sheets, true))];
  const lacking = rest ?? apart;
  if (lacking === null) return null;
  if (lacking.sheet.part === null || lacking.state !== 'agreed') return lacking;
  if (rest !== null && rest.sheet.outcome !== 'mark') return withoutMark(rest, apart);
  if (rest === null || apart === null) return { ...lacking, state: 'partial' };
  return apart.state === 'agreed' ? { ...rest, sheet: joined(rest.sheet, apart.sheet) } : apart;
}

/** Whoever wasn't there made nothing that another jury could mark. */
function withoutMark(rest: Standing, apart: Standing | null): Standing {
  return apart === null || rest.sheet.outcome === 'barred' ? rest : { ...rest, state: 'disputed', other: apart.sheet };
}

/** Whoever signed the other part, or agreed to it, agrees to the whole. */
function joined(rest: SignedSheet, apart: SignedSheet): SignedSheet {
  if (rest.part === null || apart.part === null) return rest;
  const { given, most } = apart.part;
  const { id: sheetId, rank, examinerId, words, seen, at, by } = apart;
  return {
    ...rest,
    part: null,
    halfPoints: markOut({ given: rest.part.given + given, most: rest.part.most + most }, rest.part),
    answers: { ...rest.answers, ...apart.answers },
    verdicts: [
      ...rest.verdicts,
      { sheetId, rank, verdict: 'agree', way: 'account', examinerId, words, seen, at, by },
      ...apart.verdicts,
    ],
  };
}
