import { describe, expect, it } from 'vitest';
import { isRetyped } from './retyped.ts';

describe('« Confirmation du nom de naissance »', () => {
  it('forgives capitals, spaces and the shape of an apostrophe', () => {
    expect(isRetyped("D'Ûrville-Nuñez", 'd’ûrville - NUÑEZ')).toBe(true);
    expect(isRetyped('de  la Tour', ' De La Tour ')).toBe(true);
    expect(isRetyped('e\u0301lodie', 'Élodie')).toBe(true);
    expect(isRetyped('Anne\u2011Marie', 'Anne-Marie')).toBe(true);
    expect(isRetyped("d' Urville", "d'Urville")).toBe(true);
    expect(isRetyped("d 'Urville", "d'Urville")).toBe(true);
  });

  it('finds a typing error', () => {
    expect(isRetyped('Martin', 'Martun')).toBe(false);
    expect(isRetyped('Nuñez', 'Nunez')).toBe(false);
    expect(isRetyped('Le Goff', 'Legoff')).toBe(false);
    expect(isRetyped('Anne-Marie', 'Annemarie')).toBe(false);
    expect(isRetyped('Anne-Marie', "Anne'Marie")).toBe(false);
    expect(isRetyped("D'Urville", 'Durville')).toBe(false);
  });
});
