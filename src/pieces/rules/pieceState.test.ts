import { describe, expect, it } from 'vitest';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { Deposit, DepositId, PieceId, PieceWithFiles } from '../piece.ts';
import { closingOf } from './deadline.ts';
import {
  allInOrder,
  handOverState,
  hasNotCome,
  isAsked,
  refuseDeposit,
  refuseSigning,
  shutBy,
  waitingForWaiver,
  whyNoDeposit,
} from './pieceState.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}+01:00`);
const closing = at('2023-12-01T17:00:00');
const corrections = at('2023-12-22T17:00:00');
const file = { id: 'f' as DepositId, kept: { scan: null } } as Deposit;
const piece = (changes: Partial<PieceWithFiles> = {}): PieceWithFiles => ({
  id: 'p' as PieceId,
  academy: 'clermont',
  session: 'bp-2024-clermont',
  enrolmentId: 'e' as EnrolmentId,
  code: 'DCSTID01',
  group: 'identite',
  mode: 'online',
  foundWanting: [],
  reasons: [],
  opensAt: at('2023-10-12T13:00:00'),
  dueAt: closing,
  countsForValidation: true,
  status: 'none',
  comment: null,
  receivedOn: null,
  postedOn: null,
  returnedOn: null,
  reviewedAt: null,
  correctableUntil: null,
  typedLate: false,
  awaitsNotice: false,
  daysRunFrom: null,
  givenAgainAt: null,
  handedOverAt: null,
  confidential: false,
  excuses: [],
  excusedBy: null,
  rowVersion: 1,
  files: [],
  refused: [],
  ...changes,
});
const give = (one: PieceWithFiles, begunAt: Temporal.Instant, now = begunAt): string | null =>
  refuseDeposit(one, { begunAt, now });

describe('Le dépôt', () => {
  it('is open from the opening hour and shut at 17 h 00 sharp', () => {
    expect(give(piece(), at('2023-10-12T12:59:59.999'))).toBe('not-open-yet');
    expect(give(piece(), at('2023-10-12T13:00:00'))).toBeNull();
    expect(give(piece(), at('2023-12-01T16:59:59.999'))).toBeNull();
    expect(give(piece(), closing)).toBe('closed');
  });
  it('begun in time counts if it is finished within half an hour of the closing', () => {
    expect(give(piece(), at('2023-12-01T16:59:59'), at('2023-12-01T17:29:59'))).toBeNull();
    expect(give(piece(), at('2023-12-01T16:59:59'), at('2023-12-01T17:30:00'))).toBe('too-slow');
  });
  it('of a piece that was refused is open until the end of its own correction time, never less than the others', () => {
    const refused = piece({ status: 'non-compliant', comment: 'floue', files: [file], correctableUntil: corrections });
    expect(give(refused, at('2023-12-20T10:00:00'))).toBeNull();
    expect(give(refused, corrections)).toBe('closed');
    expect(closingOf(refused)).toBe(corrections);
    expect(closingOf({ dueAt: at('2024-03-08T00:00:00'), correctableUntil: corrections })).toEqual(
      at('2024-03-08T00:00:00'),
    );
  });
  it('once corrected may still be changed until then: the first try need not be the good one', () => {
    const corrected = piece({ files: [file], correctableUntil: corrections });
    expect(give(corrected, at('2023-12-20T10:00:00'))).toBeNull();
    expect(give(corrected, corrections)).toBe('closed');
  });
  it('is locked once handed over, until a refusal; and for good once compliant', () => {
    const before = at('2023-11-15T10:00:00');
    expect(give(piece({ handedOverAt: before, files: [file] }), before)).toBe('handed-over');
    expect(give(piece({ status: 'received', handedOverAt: before, files: [file] }), before)).toBe('handed-over');
    expect(give(piece({ status: 'non-compliant', handedOverAt: before, files: [file] }), before)).toBeNull();
    expect(give(piece({ status: 'compliant', files: [file] }), before)).toBe('compliant');
  });
  it('may be made again in place of what was found infected, though it was in order', () => {
    const infected = { ...file, kept: { scan: 'infected' } } as Deposit;
    const before = at('2023-11-15T10:00:00');
    expect(give(piece({ status: 'compliant', files: [file, infected] }), before)).toBeNull();
  });
  it('is open to another file beside what is with the office, as long as the time for it runs', () => {
    const [handedOverAt, again] = [at('2023-11-15T10:00:00'), at('2023-11-20T10:00:00')];
    const mayAgain = (changes: Partial<PieceWithFiles>, begunAt = at('2023-11-21T10:00:00')): boolean =>
      give(piece({ handedOverAt, files: [file], correctableUntil: corrections, ...changes }), begunAt) === null;
    expect(mayAgain({ givenAgainAt: again })).toBe(true);
    expect(mayAgain({ givenAgainAt: handedOverAt })).toBe(true);
    expect(mayAgain({ givenAgainAt: null })).toBe(false);
    expect(mayAgain({ givenAgainAt: again, correctableUntil: null })).toBe(false);
    // It was handed over once more since.
    expect(mayAgain({ givenAgainAt: at('2023-11-15T09:59:59') })).toBe(false);
    const justBefore = corrections.subtract({ milliseconds: 1 });
    expect([mayAgain({ givenAgainAt: again }, justBefore), mayAgain({ givenAgainAt: again }, corrections)]).toEqual([
      true,
      false,
    ]);
  });
  it('of a signed sheet that nobody looked at may be made beside it; of another piece not', () => {
    const handedOverAt = at('2023-11-15T10:00:00');
    const given = (changes: Partial<PieceWithFiles>): string | null =>
      give(piece({ handedOverAt, files: [file], ...changes }), handedOverAt);
    expect(given({ code: 'CINSIG01' })).toBeNull();
    expect(given({ code: 'CINSIG01', status: 'received' })).toBe('handed-over');
    expect(given({ code: 'DOMICIL' })).toBe('handed-over');
  });
  it('is shut with the instant that the sentence names, whatever the day', () => {
    expect(whyNoDeposit(piece())).toBeNull();
    expect(whyNoDeposit(piece({ mode: 'post' }))).toEqual({ code: 'by-post', at: closing });
    expect(whyNoDeposit(piece({ status: 'compliant', correctableUntil: corrections }))).toEqual({
      code: 'compliant',
      at: corrections,
    });
    const opensAt = at('2023-10-12T13:00:00');
    expect(shutBy(piece({ opensAt }), 'not-open-yet')).toEqual({ code: 'not-open-yet', at: opensAt });
    expect(shutBy(piece({ opensAt }), 'closed')).toEqual({ code: 'closed', at: closing });
  });
  it('is refused for a piece by post, and for one that is not asked', () => {
    expect(give(piece({ mode: 'post' }), at('2023-11-15T10:00:00'))).toBe('by-post');
    expect(give(piece({ status: 'not-applicable' }), at('2023-11-15T10:00:00'))).toBe('not-asked');
  });
});

describe("« J'ai fourni toutes mes pièces »", () => {
  it('is proposed when the last piece of the group is in', () => {
    expect(handOverState([piece({ files: [file] }), piece()])).toBe('missing');
    expect(handOverState([piece({ files: [file] }), piece({ files: [file] })])).toBe('ready');
  });
  it('counts neither what is compliant, nor what is no longer asked, nor what goes by post', () => {
    expect(
      handOverState([
        piece({ files: [file] }),
        piece({ status: 'compliant' }),
        piece({ status: 'not-applicable' }),
        piece({ mode: 'post' }),
      ]),
    ).toBe('ready');
  });
  it('counts as in what the office received on paper, without a file', () => {
    expect(handOverState([piece({ files: [file] }), piece({ status: 'received' })])).toBe('ready');
  });
  it('must be pressed again after a refusal', () => {
    const handed = piece({ files: [file], handedOverAt: closing });
    expect(handOverState([handed, piece({ status: 'non-compliant', files: [file] })])).toBe('missing');
    expect(handOverState([handed, piece({ files: [file] })])).toBe('ready');
    expect(handOverState([handed, handed])).toBe('handed-over');
  });
});

describe('La validation', () => {
  const ok = piece({ status: 'compliant' });
  it('needs every piece due at the closing to be compliant', () => {
    expect(allInOrder([ok, ok])).toBe(true);
    expect(allInOrder([ok, piece({ status: 'received' })])).toBe(false);
    expect(allInOrder([ok, piece()])).toBe(false);
    expect(allInOrder([])).toBe(false);
  });
  it('does not wait for R.408, nor for a piece no longer asked or excused', () => {
    expect(allInOrder([ok, piece({ countsForValidation: false })])).toBe(true);
    expect(allInOrder([ok, piece({ status: 'not-applicable' }), piece({ status: 'exempted' })])).toBe(true);
  });
});

describe('Un groupe avec une dispense', () => {
  const certificate = (changes: Partial<PieceWithFiles> = {}): PieceWithFiles =>
    piece({ code: 'R408A3', countsForValidation: false, ...changes });
  const waiver = (changes: Partial<PieceWithFiles> = {}): PieceWithFiles =>
    piece({ code: 'R408DISP', countsForValidation: false, confidential: true, excuses: ['R408A3'], ...changes });
  const handedOverAt = at('2023-11-15T10:00:00');

  it('can be handed over without it, when it was not given or was refused', () => {
    expect(handOverState([certificate(), waiver()])).toBe('missing');
    expect(handOverState([certificate({ files: [file] }), waiver()])).toBe('ready');
    expect(handOverState([certificate({ files: [file] }), waiver({ status: 'non-compliant', files: [file] })])).toBe(
      'ready',
    );
    expect(handOverState([certificate({ files: [file], handedOverAt }), waiver()])).toBe('handed-over');
  });
  it('can be handed over with it instead of the certificate, but not of another', () => {
    const given = waiver({ files: [file] });
    expect(handOverState([certificate(), given])).toBe('ready');
    expect(handOverState([certificate(), certificate({ code: 'R408A9' }), given])).toBe('missing');
    expect(handOverState([certificate(), waiver({ files: [file], handedOverAt })])).toBe('handed-over');
    expect(handOverState([certificate({ status: 'exempted' }), waiver({ status: 'compliant' })])).toBe('handed-over');
  });
  it('asks for the certificate again once it is refused', () => {
    expect([...waitingForWaiver([waiver({ files: [file] })])]).toEqual(['R408A3']);
    expect([...waitingForWaiver([waiver({ status: 'received' })])]).toEqual(['R408A3']);
    for (const status of ['non-compliant', 'compliant', 'not-applicable'] as const)
      expect([...waitingForWaiver([waiver({ status, files: [file] })])], status).toEqual([]);
    expect([...waitingForWaiver([waiver()])]).toEqual([]);
  });
  it('takes no file for what is excused, and says so', () => {
    expect(give(certificate({ status: 'exempted', excusedBy: 'R408DISP' }), at('2023-11-15T10:00:00'))).toBe(
      'exempted',
    );
  });
});

describe('A piece', () => {
  const asked = (status: PieceWithFiles['status']) => [isAsked({ status }), hasNotCome({ status, files: [] })];
  it('is still asked until it is in order or excused, and has not come while nothing good is in for it', () => {
    expect(asked('none')).toEqual([true, true]);
    expect(asked('received')).toEqual([true, false]);
    expect(asked('non-compliant')).toEqual([true, true]);
    for (const status of ['compliant', 'exempted', 'not-applicable'] as const)
      expect(asked(status), status).toEqual([false, false]);
    expect(hasNotCome({ status: 'none', files: [file] })).toBe(false);
    expect(hasNotCome({ status: 'non-compliant', files: [file] })).toBe(true);
  });
  it('is signed on line though a sheet was to come by the post or is with the office, as long as it is asked', () => {
    const signed = (changes: Partial<PieceWithFiles>, now = at('2023-11-15T10:00:00')): string | null =>
      refuseSigning(piece({ code: 'CINSIG01', ...changes }), { begunAt: now, now });
    expect(signed({ mode: 'post' })).toBeNull();
    expect(signed({ status: 'received', handedOverAt: at('2023-11-14T10:00:00') })).toBeNull();
    expect(signed({ mode: 'post' }, closing)).toBe('closed');
    expect(signed({ status: 'compliant' })).toBe('compliant');
  });
});
