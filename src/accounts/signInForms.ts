import * as z from 'zod';
import { ok, refuse } from '../platform/result.ts';
import { defineField, printedLine, textCheck } from '../ui/index.ts';
import { addressFields, anyPassword, currentPasswordField, type FieldWords } from './forms.ts';
import { passkeyTexts } from './passkeyTexts.ts';
import { secondFactorTexts } from './secondFactorTexts.ts';
import { texts } from './texts.ts';

const words = texts.fields;

export const signInFields = [
  defineField({
    name: 'address',
    label: words.address.label,
    missing: words.address.missing,
    example: words.address.example,
    control: 'email',
    autocomplete: 'username',
    check: z.string(),
  }),
  defineField({
    name: 'password',
    ...words.signInPassword,
    control: 'password',
    autocomplete: 'current-password',
    check: anyPassword,
  }),
] as const;

/** Figures from a mail or a telephone, however they are spaced. */
function codeField(
  { shape, ...said }: FieldWords & { readonly hint: string; readonly shape: string },
  figures: RegExp,
  width: number,
) {
  return defineField({
    name: 'code',
    ...said,
    control: 'text',
    inputMode: 'numeric',
    autocomplete: 'one-time-code',
    width,
    check: textCheck(
      (text) => {
        const bare = text.replace(/[\s-]/g, '');
        return figures.test(bare) ? ok(bare) : refuse(shape);
      },
      (code) => code,
    ),
  });
}

const SIX = /^\d{6}$/;

/** Six figures from a mail. */
export const signInCodeFields = [codeField(words.code, SIX, 6)] as const;

/** Six figures of an application, or the ten of a recovery code. */
export const secondProofFields = [codeField(secondFactorTexts.field, /^\d{6}(\d{4})?$/, 12)] as const;

export const setUpFields = [codeField(secondFactorTexts.setUpField, SIX, 6), currentPasswordField] as const;

/** As its owner knows it: « Ordinateur du bureau ». */
export const passkeyNameField = defineField({
  name: 'nom',
  ...passkeyTexts.field,
  control: 'text',
  autocomplete: 'off',
  check: printedLine(60),
});

export const codeFields = [...addressFields, ...signInCodeFields] as const;
