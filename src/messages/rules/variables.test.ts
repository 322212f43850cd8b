import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asWritten, faultIn, fillWords, namesIn, TEMPLATE_VARIABLES, type TemplateValues } from './variables.ts';

const VALUES: TemplateValues = {
  civility: 'Mme',
  name: 'Martin',
  number: 'BP24-00127-K',
  exam: 'le diplôme',
  speciality: 'Coiffure',
  session: 'session 2024',
  piece: null,
  deadline: null,
  todo: '- Signer.',
  contact: 'gestionnaire G2',
};

describe('The words of a ready answer', () => {
  it('are taken with the names that a file fills, and what it is about named', () => {
    expect(faultIn('Bonjour {civilité} {nom},\n\nMerci.', 'other')).toBeNull();
    expect(faultIn('La pièce {pièce} est attendue.', 'piece')).toBeNull();
    expect(faultIn('Il vous reste :\n{reste à faire}', 'todo')).toBeNull();
  });
  it.each([
    ['Bonjour {prénom},', 'other', { code: 'unknown-variable', name: 'prénom' }],
    ['Bonjour {__proto__}{constructor},', 'other', { code: 'unknown-variable', name: '__proto__' }],
    ['Dossier {N°}.', 'other', { code: 'unknown-variable', name: 'N°' }],
    ['Avant le {date limite}.', 'other', { code: 'unknown-variable', name: 'date limite' }],
    ['Voici {link}.', 'other', { code: 'unknown-variable', name: 'link' }],
    ['Bonjour {nom,', 'other', { code: 'stray-brace' }],
    ['Bonjour {}.', 'other', { code: 'stray-brace' }],
    ['La pièce est attendue.', 'piece', { code: 'missing-variable', name: 'piece' }],
    ['Tout est là.', 'todo', { code: 'missing-variable', name: 'todo' }],
    ['La pièce {pièce}.', 'other', { code: 'undeclared-variable', name: 'piece' }],
    ['La pièce {pièce}. {reste à faire}', 'todo', { code: 'undeclared-variable', name: 'piece' }],
  ] as const)('%s (%s) is refused, with what is wrong', (words, about, fault) => {
    expect(faultIn(words, about)).toEqual(fault);
  });
});

describe('A name between braces', () => {
  it.each(['{nom}', '{Nom}', '{ NOM }', '{name}'])('%s is the same, and those of the mails serve too', (written) => {
    expect(faultIn(`Bonjour ${written},`, 'other')).toBeNull();
    expect(fillWords(`Bonjour ${written},`, VALUES)).toEqual({ ok: true, value: 'Bonjour Martin,' });
  });
  it('is read without its accents', () => {
    expect(faultIn('La piece {piece}, avant le {echeance}. {Reste a faire}', 'piece')).toBeNull();
  });
});

describe('Words filled for a file', () => {
  it('say what it gives, and are refused where it gives nothing', () => {
    expect(fillWords('Bonjour {civilité} {nom}.', VALUES)).toEqual({ ok: true, value: 'Bonjour Mme Martin.' });
    expect(fillWords('{nom} {pièce}', VALUES)).toEqual({ ok: false, error: 'piece' });
    expect(fillWords("Jusqu'au {échéance}", VALUES)).toEqual({ ok: false, error: 'deadline' });
  });
  it('never read a value as words to fill', () => {
    const values = { ...VALUES, name: '{reste à faire}' };
    expect(fillWords('{nom} {reste à faire}', values)).toEqual({ ok: true, value: '{reste à faire} - Signer.' });
  });
  it('leave nothing between braces, whatever the words that may be saved', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom(...TEMPLATE_VARIABLES.map(asWritten)));
    const full: TemplateValues = { ...VALUES, piece: 'P', deadline: 'D' };
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const words = parts.join('');
        const about = words.includes('{pièce}') ? 'piece' : 'other';
        fc.pre(faultIn(words, about) === null);
        const filled = fillWords(words, full);
        expect(filled.ok && namesIn(filled.value)).toEqual([]);
      }),
    );
  });
});
