import { describe, expect, it } from 'vitest';
import { disclosureAnswers, disclosuresInWords } from './disclosure.ts';

const said = (online: boolean, press: boolean) => ({ online, press });

describe('The consent to publish results', () => {
  it('is said in words, or that there is none', () => {
    expect(disclosuresInWords(said(true, true))).toBe('sur internet et à la presse et aux collectivités');
    expect(disclosuresInWords(said(true, false))).toBe('sur internet');
    expect(disclosuresInWords(said(false, true))).toBe('à la presse et aux collectivités');
    expect(disclosuresInWords(said(false, false))).toBe('Aucune');
  });
  it('changes alone: all else that was answered stays', () => {
    const answers = { category: 'other', discloseOnline: 'oui' };
    expect(disclosureAnswers(answers, said(false, true))).toEqual({ category: 'other', disclosePress: 'oui' });
    expect(disclosureAnswers(answers, said(true, true))).toEqual({ ...answers, disclosePress: 'oui' });
    expect(disclosureAnswers({ ...answers, disclosePress: 'oui' }, said(false, false))).toEqual({ category: 'other' });
  });
});
