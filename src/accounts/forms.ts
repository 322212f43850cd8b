import * as z from 'zod';
import { ok, refuse } from '../platform/result.ts';
import {
  defineField,
  emailAddress,
  type Field,
  frenchDate,
  givenNames,
  type Option,
  oneOf,
  personName,
  textCheck,
} from '../ui/index.ts';
import type { CivilStatus, Datum } from './account.ts';
import { COUNTRIES, countryName } from './countries.ts';
import { PASSWORD_LENGTH, type PasswordPolicy } from './rules/passwordPolicy.ts';
import { texts } from './texts.ts';

const words = texts.fields;

const CIVILITIES = [
  { value: 'MME', label: texts.civilities.MME },
  { value: 'M', label: texts.civilities.M },
] as const satisfies readonly Option[];

const COUNTRY_OPTIONS: readonly Option[] = COUNTRIES.map(({ code, name }) => ({ value: code, label: name }));

/** The address as we keep it: in lower case, and of a form that better-auth accepts too. */
function mailAddress(): z.ZodType<string, string> {
  const check = emailAddress();
  return textCheck(
    (text) => {
      const read = check.safeParse(text);
      if (!read.success) return refuse(read.error.issues[0]?.message ?? words.address.unusual);
      return z.email().safeParse(read.data).success ? ok(read.data.toLowerCase()) : refuse(words.address.unusual);
    },
    (address) => address,
  );
}

/** A password is looked at by the policy, with its owner's names; alone, anything is a password. */
export const anyPassword = z.string();

const FIELDS = {
  civility: defineField({
    name: 'civility',
    ...words.civility,
    control: 'select',
    options: CIVILITIES,
    autocomplete: 'honorific-prefix',
    check: oneOf(CIVILITIES),
  }),
  birthName: defineField({
    name: 'birthName',
    ...words.birthName,
    control: 'text',
    autocomplete: 'family-name',
    check: personName(),
  }),
  usageName: defineField({
    name: 'usageName',
    ...words.usageName,
    control: 'text',
    autocomplete: 'off',
    optional: true,
    check: personName(),
  }),
  firstNames: defineField({
    name: 'firstNames',
    ...words.firstNames,
    control: 'text',
    autocomplete: 'given-name',
    check: givenNames(),
  }),
  birthDate: defineField({
    name: 'birthDate',
    ...words.birthDate,
    control: 'date',
    autocomplete: 'bday',
    width: 12,
    check: frenchDate(),
  }),
  birthCountry: defineField({
    name: 'birthCountry',
    ...words.birthCountry,
    control: 'select',
    options: COUNTRY_OPTIONS,
    autocomplete: 'country-name',
    check: oneOf(COUNTRY_OPTIONS),
    show: countryName,
  }),
} satisfies { readonly [Name in Datum]: Field<Name, CivilStatus[Name]> };

/** Of each datum of the civil status, in their order. */
export const civilStatusFields = Object.values(FIELDS);

const address = defineField({
  name: 'address',
  ...words.address,
  control: 'email',
  autocomplete: 'email',
  check: mailAddress(),
});

const birthNameAgain = again('birthNameAgain', words.birthNameAgain, 'text');

const birthDateAgain = defineField({
  name: 'birthDateAgain',
  label: words.birthDateAgain.label,
  example: words.birthDate.example,
  missing: words.birthDateAgain.missing,
  control: 'date',
  autocomplete: 'off',
  width: 12,
  check: frenchDate(),
});

const addressAgain = {
  ...again('addressAgain', words.addressAgain, 'email'),
  example: words.address.example,
};

function again<const Name extends string>(
  name: Name,
  said: { readonly label: string; readonly missing: string },
  control: 'text' | 'email',
): Field<Name, string> {
  return defineField({
    name,
    label: said.label,
    missing: said.missing,
    control,
    autocomplete: 'off',
    check: z.string(),
  });
}

/** The notice's form, in its order: what it has typed a second time follows what it is. */
export const signUpFields = (policy: PasswordPolicy) =>
  [
    ...civilStatusFields.flatMap((field) => [
      field,
      ...(field.name === 'birthName' ? [birthNameAgain] : []),
      ...(field.name === 'birthDate' ? [birthDateAgain] : []),
    ]),
    address,
    addressAgain,
    ...newPasswordFields(policy, words.password, words.passwordAgain),
  ] as const;

/** The same without anything typed twice: it is shown once more before the account is created. */
export const readBackFields = [...civilStatusFields, address] as const;

export type FieldWords = { readonly label: string; readonly missing: string };

export function newPasswordFields(policy: PasswordPolicy, first: FieldWords, second: FieldWords) {
  const password = { control: 'password', autocomplete: 'new-password', check: anyPassword } as const;
  const width = Math.min(PASSWORD_LENGTH[policy].most, 40);
  return [
    defineField({
      name: 'password',
      label: first.label,
      missing: first.missing,
      hint: texts.passwordHints[policy],
      width,
      ...password,
    }),
    defineField({ name: 'passwordAgain', label: second.label, missing: second.missing, width, ...password }),
  ] as const;
}

export const currentPasswordField = defineField({
  name: 'current',
  ...words.currentPassword,
  control: 'password',
  autocomplete: 'current-password',
  check: anyPassword,
});

/** An address to mail something to. */
export const addressFields = [
  defineField({
    name: 'address',
    label: words.address.label,
    missing: words.address.missing,
    example: words.address.example,
    control: 'email',
    autocomplete: 'email',
    check: mailAddress(),
  }),
] as const;

/** An address typed twice: nothing is proved of it yet. */
export const retypedAddressFields = [
  defineField({
    name: 'address',
    ...words.newAddress,
    example: words.address.example,
    control: 'email',
    autocomplete: 'email',
    check: mailAddress(),
  }),
  {
    ...again('addressAgain', { label: words.newAddressAgain.label, missing: words.addressAgain.missing }, 'email'),
    example: words.address.example,
  },
] as const;

export const newAddressFields = [...retypedAddressFields, currentPasswordField] as const;
