import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultIn, fillWords, namesIn, TEMPLATE_VARIABLES, type TemplateValues } from './variables.ts';

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
    expect(faultIn('Bonjour {civility} {name},\n\nMerci.', 'other')).toBeNull();
    expect(faultIn('La pièce {piece} est attendue.', 'piece')).toBeNull();
    expect(faultIn('Il vous reste :\n{todo}', 'todo')).toBeNull();
  });
  it.each([
    ['Bonjour {nom},', 'other', { code: 'unknown-variable', name: 'nom' }],
    ['Bonjour {numéro},', 'other', { code: 'unknown-variable', name: 'numéro' }],
    ['Bonjour { name },', 'other', { code: 'unknown-variable', name: ' name ' }],
    ['Avant le {date limite}.', 'other', { code: 'unknown-variable', name: 'date limite' }],
    ['Voici {link}.', 'other', { code: 'unknown-variable', name: 'link' }],
    ['Bonjour {name,', 'other', { code: 'stray-brace' }],
    ['Bonjour {}.', 'other', { code: 'stray-brace' }],
    ['La pièce est attendue.', 'piece', { code: 'missing-variable', name: 'piece' }],
    ['Tout est là.', 'todo', { code: 'missing-variable', name: 'todo' }],
    ['La pièce {piece}.', 'other', { code: 'undeclared-variable', name: 'piece' }],
    ['La pièce {piece}. {todo}', 'todo', { code: 'undeclared-variable', name: 'piece' }],
  ] as const)('%s (%s) is refused, with what is wrong', (words, about, fault) => {
    expect(faultIn(words, about)).toEqual(fault);
  });
});

describe('Words filled for a file', () => {
  it('say what it gives, and are refused where it gives nothing', () => {
    expect(fillWords('Bonjour {civility} {name}.', VALUES)).toEqual({ ok: true, value: 'Bonjour Mme Martin.' });
    expect(fillWords('{name} {piece}', VALUES)).toEqual({ ok: false, error: 'piece' });
    expect(fillWords("Jusqu'au {deadline}", VALUES)).toEqual({ ok: false, error: 'deadline' });
  });
  it('never read a value as words to fill', () => {
    const values = { ...VALUES, name: '{todo}' };
    expect(fillWords('{name} {todo}', values)).toEqual({ ok: true, value: '{todo} - Signer.' });
  });
  it('leave nothing between braces, whatever the words that may be saved', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom(...TEMPLATE_VARIABLES.map((name) => `{${name}}`)));
    const full: TemplateValues = { ...VALUES, piece: 'P', deadline: 'D' };
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const words = parts.join('');
        const about = words.includes('{piece}') ? 'piece' : 'other';
        fc.pre(faultIn(words, about) === null);
        const filled = fillWords(words, full);
        expect(filled.ok && namesIn(filled.value)).toEqual([]);
      }),
    );
  });
});
