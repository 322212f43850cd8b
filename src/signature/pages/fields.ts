import { currentPasswordField, signInCodeFields } from '../../accounts/index.ts';
import { defineField, ticked } from '../../ui/index.ts';
import { doorTexts } from '../doorTexts.ts';
import { texts } from '../texts.ts';

const say = texts.form;
const [mailed] = signInCodeFields;

const password = {
  ...currentPasswordField,
  label: say.password,
  hint: say.passwordHint,
  missing: say.passwordMissing,
};

/** What is ticked, never beforehand. */
export function agreeField(sentence: string) {
  return defineField({
    name: 'accord',
    label: sentence,
    control: 'checkbox',
    missing: say.agreeMissing,
    check: ticked(),
  });
}

/** It, and what says who ticks it. */
export function signFields(sentence: string, by: 'password' | 'code') {
  const agree = agreeField(sentence);
  if (by === 'password') return [agree, password] as const;
  return [agree, { ...mailed, label: say.code, missing: say.codeMissing }] as const;
}

/** What opens the door of whoever answers for a minor. */
export const doorCodeFields = [{ ...mailed, label: doorTexts.locked.code, missing: say.codeMissing }] as const;
