import { describe, expect, it } from 'vitest';
import type { Json } from '../../../platform/keys.ts';
import { shippedCatalogue } from '../../../testing/catalogue.ts';
import { officeSays } from '../../../testing/histories.ts';
import { isSentAhead } from './history.ts';

const catalogue = await shippedCatalogue();

describe('An entry of the journal', () => {
  const words = (name: string, data: Json): string => officeSays(catalogue, name, data);
  it('reads what it carries by its kind, and nothing else', () => {
    expect(words('enrolment.withdrawn', {})).toBe('Inscription retirée');
    expect(words('enrolment.modified', { version: '2' })).toBe('Inscription modifiée');
    expect(words('pieces.excused', { pieces: ['R408A3', 4, null, 'R408A4'] })).toBe('Dispensé : R408A3 et R408A4');
    expect(words('pieces.excused', { pieces: 'R408A3' })).toBe('Dispensé : ');
    expect(words('piece.deposited', { code: 'DOMICIL', receipt: 7 })).toBe(
      'Fichier déposé : Justificatif de domicile (reçu )',
    );
    expect(words('piece.removed', ['code'])).toBe('Fichier supprimé : ');
    expect(words('document.viewed', { code: 'DOMICIL', ahead: 'true' })).toBe(
      'Document consulté : Justificatif de domicile',
    );
    expect(words('document.viewed', { code: 'DOMICIL', ahead: true })).toMatch(/^Document envoyé d'avance/);
  });
  it('was sent ahead only if it is a document that says so', () => {
    expect(isSentAhead({ name: 'piece.deposited', data: { ahead: true } })).toBe(false);
    expect(isSentAhead({ name: 'document.viewed', data: 3 })).toBe(false);
    expect(isSentAhead({ name: 'document.viewed', data: { ahead: true } })).toBe(true);
    for (const [page, hidden] of [
      [null, false],
      [1, false],
      [2, true],
    ] as const)
      expect(isSentAhead({ name: 'document.viewed', data: { ahead: false, page } })).toBe(hidden);
  });
});
