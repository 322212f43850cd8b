import { describe, expect, it } from 'vitest';
import { documentName } from './documentName.ts';

describe('The name of the file of a document of the office', () => {
  it('is its title in plain letters', () => {
    expect(documentName('Convocation aux épreuves (juin 2024)', null)).toBe(
      'bureau-convocation-aux-epreuves-juin-2024.pdf',
    );
    expect(documentName('Œuvres, CŒUR et Æneas', null)).toBe('bureau-oeuvres-coeur-et-aeneas.pdf');
  });
  it('bears its rank in an archive, so that two of one title are two files', () => {
    expect(documentName('Note', 1)).toBe('bureau-1-note.pdf');
    expect(documentName('Note', 2)).toBe('bureau-2-note.pdf');
  });
  it('takes nothing from the title that could name another folder, and never a hyphen at its ends', () => {
    expect(documentName('../../etc/passwd', null)).toBe('bureau-etc-passwd.pdf');
    expect(documentName('--- !', 3)).toBe('bureau-3.pdf');
    expect(documentName('文書', null)).toBe('bureau.pdf');
    expect(documentName('a ', null)).toBe('bureau-a.pdf');
  });
  it('is no longer than systems take', () => {
    expect(documentName('x'.repeat(100), null)).toBe(`bureau-${'x'.repeat(60)}.pdf`);
    expect(documentName(`${'x'.repeat(59)} y`, null)).toBe(`bureau-${'x'.repeat(59)}.pdf`);
  });
});
