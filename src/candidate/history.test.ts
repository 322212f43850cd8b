import { expect, it } from 'vitest';
import type { JournalEntry } from '../platform/journal.ts';
import type { Json } from '../platform/keys.ts';
import { shippedCatalogue } from '../testing/enrolments.ts';
import { EVENTS } from '../testing/histories.ts';
import { historyOf } from './history.ts';

const catalogue = await shippedCatalogue();
/** Told newest first, as the journal is read. */
const told = (...entries: readonly (readonly [at: string, name: string, data?: Json])[]): readonly string[] =>
  historyOf(
    { definedEvents: EVENTS, catalogue: () => catalogue },
    'bp-2024-clermont',
    entries.map(
      ([at, name, data = {}]) => ({ businessAt: Temporal.Instant.from(at), name, data }) as unknown as JournalEntry,
    ),
  ).map(({ at, text }) => `${at.toString()} ${String(text)}`);

it('What was done in a row on one day is one line, at the time of the last, in the order of the acts', () => {
  expect(
    told(
      ['2023-11-15T12:00:00Z', 'pieces.handedOver'],
      ['2023-11-15T11:59:00Z', 'pieces.handedOver'],
      ['2023-11-15T11:58:00Z', 'piece.deposited', { code: 'DOMICIL' }],
      ['2023-11-15T11:50:00Z', 'piece.deposited', { code: 'DCSTID01' }],
    ),
  ).toEqual([
    '2023-11-15T12:00:00Z Pièces remises au gestionnaire.',
    "2023-11-15T11:58:00Z 2 pièces déposées\u00a0: Document justifiant l'identité, Justificatif de domicile.",
  ]);
});

it('A piece given in several files is named once, with how many', () => {
  const at = ['2023-11-15T12:00:00Z', 'piece.deposited', { code: 'TRAVAIL' }] as const;
  const files = [at, at, at] as const;
  const name = 'Justificatif de domicile';
  const home = ['2023-11-15T11:00:00Z', 'piece.deposited', { code: 'DOMICIL' }] as const;
  expect(told(...files).map((line) => line.slice(21))).toEqual(['Pièce déposée\u00a0: TRAVAIL (3\u00a0fichiers).']);
  expect(told(...files, home).map((line) => line.slice(21))).toEqual([
    `2 pièces déposées\u00a0: ${name}, TRAVAIL (3\u00a0fichiers).`,
  ]);
  const judged = ['2023-11-15T12:00:00Z', 'piece.reviewed', { code: 'DOMICIL', decision: 'compliant' }] as const;
  expect(told(judged, judged).map((line) => line.slice(21))).toEqual([`Pièce conforme\u00a0: ${name}.`]);
});

it('Each file that could not be read is a line, by its receipt', () => {
  const bad = (receipt: string, more = {}) =>
    ['2023-11-15T12:00:00Z', 'piece.fileRefused', { code: 'DOMICIL', receipt, ...more }] as const;
  expect(told(bad('D-2'), bad('D-1'), bad('D-0', { replacedBy: 'D-1' })).map((line) => line.slice(21))).toEqual([
    "Un fichier n'a pas pu être lu\u00a0: Justificatif de domicile (reçu D-2).",
    "Un fichier n'a pas pu être lu\u00a0: Justificatif de domicile (reçu D-1).",
    "Un fichier n'a pas pu être lu, celui que vous avez donné après lui le remplace\u00a0: Justificatif de domicile (reçu D-0).",
  ]);
});

it('Another day of Paris, another decision, another hand are lines of their own', () => {
  expect(
    told(
      ['2023-11-15T23:30:00Z', 'piece.deposited', { code: 'DOMICIL' }],
      ['2023-11-15T22:30:00Z', 'piece.deposited', { code: 'DCSTID01' }],
      ['2023-11-15T22:20:00Z', 'piece.deposited', { code: 'DCSTID01', givenBy: 'officer' }],
      ['2023-11-15T22:10:00Z', 'piece.reviewed', { code: 'DOMICIL', decision: 'compliant' }],
      ['2023-11-15T22:09:00Z', 'piece.reviewed', { code: 'DCSTID01', decision: 'compliant' }],
      ['2023-11-15T22:08:00Z', 'piece.reviewed', { code: 'DCSTID01', decision: 'non-compliant' }],
      ['2023-11-15T22:07:00Z', 'file.read', {}],
    ).map((line) => line.slice(21)),
  ).toEqual([
    'Pièce déposée\u00a0: Justificatif de domicile.',
    "Pièce déposée\u00a0: Document justifiant l'identité.",
    "Pièce déposée pour vous par le rectorat\u00a0: Document justifiant l'identité.",
    "2 pièces conformes\u00a0: Document justifiant l'identité, Justificatif de domicile.",
    "Pièce à refaire\u00a0: Document justifiant l'identité.",
  ]);
});

it('An end that somebody noted long after is said with the day of its notification', () => {
  expect(told(['2024-03-29T10:00:00Z', 'setAside.ended', { on: '2023-12-02' }])).toEqual([
    "2024-03-29T10:00:00Z La décision qui écarte l'inscription vous a été notifiée le samedi 2\u00a0décembre\u00a02023\u00a0: l'inscription a pris fin.",
  ]);
});
