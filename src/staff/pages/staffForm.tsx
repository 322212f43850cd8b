import type { JSX } from 'preact';
import { accountTexts, addressFields, type Role } from '../../accounts/index.ts';
import type { Academy } from '../../catalogue/index.ts';
import { capital } from '../../platform/french/french.ts';
import { defineField, FormField, oneOf, someOf, unmarked, workingName } from '../../ui/index.ts';
import { staffTexts } from '../staffTexts.ts';

const say = staffTexts;

const name = defineField({
  name: 'name',
  label: say.name,
  control: 'text',
  autocomplete: 'off',
  width: 30,
  missing: say.nameMissing,
  check: workingName(say.nameWhat),
});

/** The fields of a member of staff: the roles that may be given, the academy's groups. */
export function placeFields(roles: readonly Role[], academy: Academy | undefined) {
  // The roles are common nouns: « gestionnaire ».
  const choices = roles.map((role) => ({ value: role, label: capital(accountTexts.roles[role]) }));
  const groups = (academy?.portfolios ?? []).map(({ code, fields }) => ({
    value: code,
    label: say.portfolio(code, fields),
  }));
  return [
    name,
    defineField({
      name: 'role',
      label: say.role,
      control: 'radio',
      options: choices,
      missing: say.roleMissing,
      check: oneOf<Role>(choices),
    }),
    defineField({
      name: 'portfolios',
      label: say.portfolios,
      hint: say.portfoliosHint,
      control: 'checkboxes',
      options: groups,
      optional: true,
      check: someOf(groups),
    }),
  ] as const;
}

const [address] = addressFields;
/** Of a colleague: not of who types it. */
const theirAddress = { ...address, autocomplete: 'off', missing: say.addressMissing } as const;

export function invitationFields(roles: readonly Role[], academy: Academy | undefined) {
  return [theirAddress, ...placeFields(roles, academy)] as const;
}

export type StaffFields = ReturnType<typeof placeFields> | ReturnType<typeof invitationFields>;

export function StaffFormFields({ fields }: { readonly fields: StaffFields }): JSX.Element {
  return (
    <>
      {fields.map((field) => (
        <FormField key={field.name} field={field.name === 'portfolios' ? unmarked(field) : field} />
      ))}
    </>
  );
}
