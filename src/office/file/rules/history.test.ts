import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../catalogue/index.ts';
import type { Json } from '../../../platform/keys.ts';
import { shippedCatalogue } from '../../../testing/catalogue.ts';
import { EVENTS, officeSays } from '../../../testing/histories.ts';
import { isSentAhead } from './history.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await shippedCatalogue();
});
const say = (name: string, data: Json): string => officeSays(catalogue, name, data);

describe('The journal in words', () => {
  it('has a sentence for every name that the sources write, but of health', () => {
    const names = Object.keys(EVENTS);
    expect(names.length).toBeGreaterThan(200);
    expect(names.filter((name) => EVENTS[name]?.office === null)).toEqual(
      names.filter((name) => /^(accommodation|excuse|health)\./.test(name)),
    );
  });
  it('says which piece, which decision, which reason', () => {
    expect(say('piece.reviewed', { code: 'DOMICIL', decision: 'non-compliant' })).toBe(
      'Non conforme : Justificatif de domicile',
    );
    expect(say('pieces.handedOver', { pieces: ['DCSTID01', '1NATID01'] })).toBe(
      'Pièces remises au gestionnaire : DCSTID01 et 1NATID01',
    );
    expect(say('civilStatus.corrected', { reason: 'marriage' })).toBe(
      'État civil corrigé : mariage, divorce ou veuvage',
    );
    expect(say('enrolment.modified', { version: 2 })).toBe('Inscription modifiée, version 2');
  });
  it('tells a document that was looked at from one that was only sent ahead', () => {
    const viewed = { name: 'document.viewed', data: { code: 'DOMICIL', ahead: true } };
    expect([isSentAhead(viewed), isSentAhead({ ...viewed, data: { ahead: false } })]).toEqual([true, false]);
    expect(say('document.viewed', { code: 'DOMICIL', ahead: false })).toBe(
      'Document consulté : Justificatif de domicile',
    );
  });
  it.each<[string, string, Parameters<typeof say>[1], string]>([
    ['a plain sentence', 'draft.begun', null, 'Inscription commencée'],
    ['a version that is no number', 'enrolment.registered', { version: '2' }, 'Inscription enregistrée'],
    ['a name that is no text', 'staff.created', { name: 3 }, 'Personnel ajouté : '],
    ['what is text in a list', 'pieces.excused', { pieces: ['R408A3', 3] }, 'Dispensé : R408A3'],
    ['a list that is not there', 'rules.changed', {}, 'Règles changées : '],
    ['a list that is none', 'rules.changed', { sentences: 'x' }, 'Règles changées : '],
    ['a day that is not there', 'setAside.ended', {}, "Décision notifiée : l'inscription écartée a pris fin"],
    ['a list instead of names', 'staff.created', ['x'], 'Personnel ajouté : '],
  ])('says no more than it carries: %s', (_, name, data, expected) => {
    expect(say(name, data)).toBe(expected);
  });
  it('says of pieces handed over with one that holds health data what it says of the others', () => {
    const handed = { pieces: ['R408A3'], group: 'R408' };
    expect(say('pieces.handedOver', { ...handed, confidential: true })).toBe(
      say('pieces.handedOver', { ...handed, confidential: false }),
    );
  });
  it('takes for sent ahead nothing but a document', () => {
    expect(isSentAhead({ name: 'piece.reviewed', data: { ahead: true } })).toBe(false);
  });
  it('shows a name that it does not know, whatever it carries', () => {
    for (const data of [null, 3, 'x', [], { a: 1 }]) expect(say('new.thing', data)).toBe('new.thing');
    expect(say('toString', null)).toBe('toString');
    expect(say('piece.reviewed', null)).toContain(':');
  });
});
