import { defineField, type Field, freeText, ticked } from '../../ui/index.ts';

/** Characters, unless its page says otherwise. */
export const WORDS = 2000;

/** What a person decides about another is in writing: words that the candidate reads. */
export function wordsField<Name extends string>(
  name: Name,
  of: { readonly words: string; readonly hint: string; readonly missing: string },
  most: number = WORDS,
): Field<Name, string> {
  return defineField({
    name,
    label: of.words,
    hint: of.hint,
    control: 'textarea',
    rows: 4,
    missing: of.missing,
    check: freeText(most),
  });
}

/** The law that a decision against somebody stands on, in so many characters at most. */
export function groundField(
  of: { readonly ground: string; readonly groundHint: string; readonly groundMissing: string },
  most: number,
): Field<'fondement', string> {
  return defineField({
    name: 'fondement',
    label: of.ground,
    hint: of.groundHint,
    control: 'textarea',
    rows: 2,
    missing: of.groundMissing,
    check: freeText(most),
  });
}

/** A decision against somebody is that of a person who has read the file, and says so. */
export function sureField(of: { readonly sure: string; readonly sureMissing: string }): Field<'certain', true> {
  return defineField({
    name: 'certain',
    label: of.sure,
    control: 'checkbox',
    missing: of.sureMissing,
    check: ticked(),
  });
}
