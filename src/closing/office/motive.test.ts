import { expect, it } from 'vitest';
import type { HearingAnswer } from '../../hearings/index.ts';
import type { FileCase } from '../fileCase.ts';
import { isUnanswered, motive } from './motive.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

const piece = (code: string, changes: object = {}): object => ({
  code,
  session: 'bp-2024-clermont',
  status: 'none',
  comment: null,
  dueAt: at('2023-12-01T17:00:00+01:00'),
  correctableUntil: null,
  refused: [],
  ...changes,
});
const fileCase = (changes: object = {}): FileCase =>
  ({
    enrolment: { number: 'BP24-00001-U' },
    pieces: [
      piece('DOMICIL'),
      piece('CINSIG01', { status: 'non-compliant', comment: 'Sans date.' }),
      piece('RELNOTES'),
    ],
    invitations: [],
    found: { missing: ['DOMICIL', 'CINSIG01', 'RELNOTES'], held: ['DOMICIL', 'CINSIG01'] },
    ...changes,
  }) as unknown as FileCase;
const sent = (settledAt: string) => ({ state: 'sent', settledAt: at(settledAt) }) as const;
const words = (...given: [FileCase, Parameters<typeof motive>[1], readonly HearingAnswer[]]): string =>
  motive(...given).replaceAll('\u00a0', ' ');

it('names what is missing alone, refused or never come, with its day', () => {
  const said = words(fileCase(), [], []);
  expect(said).toMatch(/DOMICIL : jamais parvenue, à donner jusqu'au vendredi 1er décembre 2023/);
  expect(said).toContain('CINSIG01 : refusée (Sans date.) et pas donnée de nouveau.');
  expect(said).not.toContain('RELNOTES');
  expect(said).not.toMatch(/relance|invitation/);
  // The letter says so, once.
  expect(said).not.toContain('observations');
  expect(isUnanswered(said)).toBe(false);
});

it('never says that nothing came of a piece whose file came and could not be read', () => {
  const refused = { finishedAt: at('2023-12-01T16:59:00+01:00'), receipt: 'D-X2F5-N64B' };
  const said = words(fileCase({ pieces: [piece('DOMICIL', { refused: [refused] })] }), [], []);
  expect(said).toContain('DOMICIL : pas donnée. Un fichier reçu le 1er décembre 2023 à 16 h 59 min 00 s');
  expect(said).toContain("(reçu D-X2F5-N64B) n'a pas pu être lu, et aucun autre n'est venu jusqu'au vendredi");
  expect(said).not.toContain('jamais');
  // Nor of one of several alone.
  const other = { finishedAt: at('2023-12-01T16:59:30+01:00'), receipt: 'D-Y2F5-N64B' };
  expect(words(fileCase({ pieces: [piece('DOMICIL', { refused: [refused, other] })] }), [], [])).toMatch(
    /2 fichiers, reçus le 1er décembre 2023 à 16 h 59 min 00 s[^,]*\(reçu D-X2F5-N64B\) et le 1er décembre 2023 à 16 h 59 min 30 s[^,]*\(reçu D-Y2F5-N64B\), n'ont pas pu être lus, et aucun autre n'est venu/,
  );
});

it('counts the reminders that were sent, the last by its day, whatever their order', () => {
  const said = words(
    fileCase(),
    [
      sent('2023-11-28T09:00:00Z'),
      sent('2023-11-24T09:00:00Z'),
      { state: 'planned', settledAt: null },
      { state: 'excluded', settledAt: at('2023-11-30T09:00:00Z') },
    ] as Parameters<typeof motive>[1],
    [],
  );
  expect(said).toMatch(/2 relances .* la dernière le 28 nov/);
});

it('ends open where the candidate wrote, until somebody answered', () => {
  const observations = [{ at: at('2023-12-08T09:00:00Z') }, { at: at('2023-12-10T09:00:00Z') }] as HearingAnswer[];
  const said = words(fileCase(), [], observations);
  expect(said).toContain('À vos observations du 10 déc');
  expect(isUnanswered(said)).toBe(true);
  expect(isUnanswered(`${said}  \n`)).toBe(true);
  expect(isUnanswered(`${said} le dépôt est venu après la date.`)).toBe(false);
});
