import { type Rule, rule } from '../ui/index.ts';
import type { Candidate, CivilStatus, PersonNames } from './account.ts';
import { birthDateFault } from './rules/birthDate.ts';
import { type PasswordOwner, type PasswordPolicy, passwordFaults } from './rules/passwordPolicy.ts';
import { isRetyped } from './rules/retyped.ts';
import { texts } from './texts.ts';

const words = texts.fields;

type Rules<V> = readonly Rule<V>[];

export function birthDateRules(today: Temporal.PlainDate): Rules<Pick<CivilStatus, 'birthDate'>> {
  return [
    rule(['birthDate'], (values) => {
      const fault = birthDateFault(values.birthDate, today);
      return fault === null ? null : { field: 'birthDate', message: texts.birthDateFaults[fault] };
    }),
  ];
}

export const retypedRules: Rules<RetypedName & RetypedDate> = [
  rule(['birthName', 'birthNameAgain'], ({ birthName, birthNameAgain }) =>
    isRetyped(birthName, birthNameAgain) ? null : { field: 'birthNameAgain', message: words.birthNameAgain.differs },
  ),
  rule(['birthDate', 'birthDateAgain'], ({ birthDate, birthDateAgain }) =>
    birthDate.equals(birthDateAgain) ? null : { field: 'birthDateAgain', message: words.birthDateAgain.differs },
  ),
];

type RetypedName = { readonly birthName: string; readonly birthNameAgain: string };
type RetypedDate = { readonly birthDate: Temporal.PlainDate; readonly birthDateAgain: Temporal.PlainDate };
type RetypedAddress = { readonly address: string; readonly addressAgain: string };

export const sameAddressRules: Rules<RetypedAddress> = [
  rule(['address', 'addressAgain'], ({ address, addressAgain }) =>
    isRetyped(address, addressAgain) ? null : { field: 'addressAgain', message: words.addressAgain.differs },
  ),
];

/** A password holds neither the names nor the address of its owner, as far as they are known. */
export function candidateOwner(person: Partial<PersonNames & Pick<Candidate, 'address'>>): PasswordOwner {
  const { birthName = '', usageName, firstNames = '', address = '' } = person;
  return { names: [birthName, usageName ?? '', firstNames], address };
}

type TypedPassword = { readonly password: string };

/** `owner` is known already (a reset, a change), or typed in the same form, of which some fields may be faulty. */
export function passwordRules<V extends TypedPassword>(
  policy: PasswordPolicy,
  owner: (values: Partial<V>) => PasswordOwner,
): Rules<V> {
  return [
    rule<V>(['password'], (values) => {
      const faults = passwordFaults(policy, values.password, owner(values));
      return faults.length === 0 ? null : { field: 'password', message: texts.passwordMessage(policy, faults) };
    }),
  ];
}

export const samePasswordRules: Rules<TypedPassword & { readonly passwordAgain: string }> = [
  rule(['password', 'passwordAgain'], ({ password, passwordAgain }) =>
    password === passwordAgain ? null : { field: 'passwordAgain', message: words.passwordAgain.differs },
  ),
];
