import { describe, expect, it } from 'vitest';
import { decisionNews, saidOf, type ToldLast } from './decisionNews.ts';

type Piece = Parameters<typeof decisionNews>[1][number];
const ENROLMENT = { id: 'e', status: 'registered' } as unknown as Parameters<typeof decisionNews>[0];
const piece = (status: Piece['status'], more: Partial<Piece> = {}): Piece =>
  ({
    id: 'p',
    status,
    comment: null,
    receivedOn: null,
    returnedOn: null,
    correctableUntil: null,
    confidential: false,
    ...more,
  }) as Piece;
const refused = (comment: string): Piece => piece('non-compliant', { comment });
const news = (now: Piece, told: ToldLast | null = null) =>
  decisionNews(ENROLMENT, [now], new Map(told === null ? [] : [['p', told]]));
const kinds = (of: ReturnType<typeof news>): string =>
  (['refused', 'accepted', 'reopened'] as const)
    .flatMap((kind) => of[kind].map(({ after }) => (after === null ? kind : `${kind} after ${after}`)))
    .concat(of.confidential.map(() => 'confidential'))
    .join(' ');
const told = (of: Piece): ToldLast => ({ decision: of.status as ToldLast['decision'], said: saidOf(of) });

describe('What a mail tells of a piece', () => {
  const [old, other, good, received] = [
    refused('Trop ancien.'),
    refused('Illisible.'),
    piece('compliant'),
    piece('received'),
  ];
  it.each([
    ['a first refusal', old, null, 'refused'],
    ['the same refusal in the same words', old, told(old), ''],
    ['a refusal in other words', other, told(old), 'refused'],
    ['a first « Conforme »', good, null, 'accepted'],
    ['« Conforme » said twice', good, told(good), ''],
    ['a refusal taken back by « Conforme »', good, told(old), 'accepted after non-compliant'],
    ['a refusal taken back by « Reçue »', received, told(old), 'reopened after non-compliant'],
    ['« Conforme » taken back by « Reçue »', received, told(good), 'reopened after compliant'],
    ['« Conforme » taken back by a refusal', old, told(good), 'refused after compliant'],
    ['« Reçue », which decides nothing', received, null, ''],
    ['« Reçue » twice', received, told(received), ''],
    ['a refusal after one that was told as taken back', old, told(received), 'refused'],
    ['a refusal that its officer took back, once told', piece('none'), told(old), 'reopened after non-compliant'],
    ['« Conforme » that its officer took back, once told', piece('none'), told(good), 'reopened after compliant'],
    ['a decision taken back before it was told', piece('none'), null, ''],
  ] as const)('%s', (_, now, before, expected) => {
    expect(kinds(news(now, before))).toBe(expected);
  });
  it('is only that there is a decision, of a document of health', () => {
    expect(kinds(news({ ...old, confidential: true }))).toBe('confidential');
    expect(kinds(news({ ...received, confidential: true }))).toBe('');
  });
  it('of a version that left no mark of its words, is told again', () => {
    expect(kinds(news(old, { decision: 'non-compliant', said: null }))).toBe('refused');
  });
});

it('A validation is told once, and its end', () => {
  const of = (status: string, decision: ToldLast['decision'] | null) =>
    decisionNews(
      { ...ENROLMENT, status: status as never },
      [],
      new Map(decision === null ? [] : [['e', { decision, said: null }]]),
    ).validation;
  expect([of('validated', null), of('validated', 'validated')]).toEqual(['validated', null]);
  expect([of('registered', 'validated'), of('registered', null)]).toEqual(['undone', null]);
});
