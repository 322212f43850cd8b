import { currentPasswordField, signInCodeFields } from '../../accounts/index.ts';
import { defineField, ticked } from '../../ui/index.ts';
import { texts } from '../texts.ts';

const say = texts.form;
const [mailed] = signInCodeFields;

const password = {
  ...currentPasswordField,
  label: say.password,
  hint: say.passwordHint,
  missing: say.passwordMissing,
};

/** What is ticked, never beforehand, and what says who ticks it. `codeOf`: the name of another person who has the code. */
export function signFields(sentence: string, by: 'password' | { readonly codeOf: string | null }) {
  const agree = defineField({
    name: 'accord',
    label: sentence,
    control: 'checkbox',
    missing: say.agreeMissing,
    check: ticked(),
  });
  if (by === 'password') return [agree, password] as const;
  const label = by.codeOf === null ? say.code : say.codeOf(by.codeOf);
  return [agree, { ...mailed, label, missing: say.codeMissing }] as const;
}
