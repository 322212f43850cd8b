import type { JSX } from 'preact';
import type { StaffMember } from '../../accounts/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  Button,
  ButtonLink,
  defineField,
  Form,
  FormField,
  type FormState,
  frenchDate,
  type Option,
  oneOf,
  type PageFrame,
  Section,
  someOf,
  unmarked,
} from '../../ui/index.ts';
import { absenceTexts } from '../absenceTexts.ts';
import { addresses as staffAddresses } from '../addresses.ts';
import { mayStandIn } from '../rules/absence.ts';
import { staffTexts } from '../staffTexts.ts';
import { Frame } from './memberPages.tsx';

const say = absenceTexts;

/** Names of hidden fields. */
export const ABSENCE = { act: 'acte', end: 'finir', id: 'absence' } as const;

/** Who stands in, which groups, from when until when. */
export function absenceFields(absent: StaffMember, members: readonly StaffMember[]) {
  const colleagues = members
    .filter((one) => one.accountId !== absent.accountId && mayStandIn(one))
    .map(
      ({ accountId, name, portfolios }): Option => ({ value: accountId, label: `${name} (${portfolios.join(', ')})` }),
    );
  const groups = absent.portfolios.map((code) => ({ value: code, label: code }));
  const dayField = <const Name extends string>(name: Name, label: string) =>
    defineField({
      name,
      label,
      hint: say.dayHint,
      control: 'date',
      inputMode: 'numeric',
      width: 12,
      missing: say.dayMissing,
      check: frenchDate(),
    });
  return [
    dayField('du', say.from),
    dayField('au', say.until),
    defineField({
      name: 'remplacant',
      label: say.by,
      control: 'select',
      options: colleagues,
      missing: say.byMissing,
      check: oneOf(colleagues),
    }),
    defineField({
      name: 'groupes',
      label: say.portfolios,
      control: 'checkboxes',
      options: groups,
      optional: true,
      check: someOf(groups),
    }),
  ] as const;
}

export type AbsenceView = PageFrame & {
  readonly member: StaffMember;
  readonly fields: ReturnType<typeof absenceFields>;
  readonly absences: readonly { readonly id: string; readonly line: string }[];
  readonly state: FormState;
};

/** The days on which somebody is away, and who reads their groups meanwhile. */
export function AbsencePage({ member, fields, absences, state, csrf, ...view }: AbsenceView): JSX.Element {
  const action = staffAddresses.absence(member.accountId);
  const possible = fields[2].options !== undefined && fields[2].options.length > 0;
  return (
    <Frame view={view} title={say.titleOf(member.name)} lead={say.lead} faults={state.faults}>
      {absences.length > 0 && (
        <Section title={say.title}>
          {absences.map(({ id, line }) => (
            <ActionForm key={id} action={action} csrf={csrf} hidden={{ [ABSENCE.act]: ABSENCE.end, [ABSENCE.id]: id }}>
              <p>{line}</p>
              <Button kind="secondary" about={line}>
                {say.end}
              </Button>
            </ActionForm>
          ))}
        </Section>
      )}
      {member.role !== 'officer' ? (
        <Alert tone="info">{say.onlyOfficers}</Alert>
      ) : !possible ? (
        <Alert tone="info">{say.nobody}</Alert>
      ) : (
        <Section title={say.plan}>
          <Form action={action} csrf={csrf} state={state} label={say.plan}>
            {fields.map((field) => (
              <FormField key={field.name} field={field.name === 'groupes' ? unmarked(field) : field} />
            ))}
            <Actions>
              <Button>{say.submit}</Button>
              <ButtonLink kind="secondary" href={staffAddresses.member(member.accountId)}>
                {staffTexts.keep}
              </ButtonLink>
            </Actions>
          </Form>
        </Section>
      )}
    </Frame>
  );
}
