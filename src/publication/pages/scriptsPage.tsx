import type { JSX } from 'preact';
import {
  ActionForm,
  BackLink,
  Button,
  defineField,
  defineFileField,
  EmptyState,
  FileInput,
  Form,
  FormFields,
  type FormState,
  type Option,
  oneOf,
  Page,
  type PageFrame,
  PageTitle,
  printedLine,
  Section,
  Table,
  wholeNumber,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { standingOf } from '../rules/scriptRight.ts';
import type { ScriptScan } from '../scripts.ts';
import { scriptTexts } from '../scriptTexts.ts';

const say = scriptTexts.office;

export const scanField = defineFileField({
  name: 'fichier',
  label: say.scan,
  hint: say.scanHint,
  accept: ['application/pdf'],
  limits: say.scanLimits,
});

/** Which script it is: by its number, or by its unit. */
export function scriptFields(units: readonly Option[]) {
  return [
    defineField({
      name: 'numero',
      label: say.number,
      hint: say.numberHint,
      control: 'text',
      width: 12,
      optional: true,
      check: printedLine(20),
    }),
    defineField({
      name: 'unite',
      label: say.unit,
      control: 'select',
      options: units,
      optional: true,
      check: oneOf(units),
    }),
  ] as const;
}

export type Standing = ReturnType<typeof standingOf>;

export type ScriptsView = PageFrame & {
  readonly caseId: string;
  readonly session: string;
  readonly name: string;
  readonly scripts: readonly (ScriptScan & { readonly standing: Standing })[];
  /** Of the published result. */
  readonly units: readonly Option[];
  readonly state: FormState;
};

/** The scripts that somebody asked to see, sent to them one by one. */
export function ScriptsPage(view: ScriptsView): JSX.Element {
  const { caseId, scripts, csrf, state } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} title={say.title} faults={state.faults}>
      <BackLink href={addresses.cases({ session: view.session })}>{say.back}</BackLink>
      <PageTitle kicker={view.name} lead={say.lead}>
        {say.title}
      </PageTitle>
      <Section title={say.sent}>
        {scripts.length === 0 ? (
          <EmptyState title={say.none}>{say.noneText}</EmptyState>
        ) : (
          <Table
            caption={say.sent}
            columns={[
              { label: say.columns.unit, narrow: true },
              { label: say.columns.pages, figures: true, narrow: true },
              say.columns.state,
              { label: say.columns.act, narrow: true },
            ]}
            rows={scripts.map(({ id, unit, pages, standing, until }) => ({
              key: id,
              cells: [
                unit,
                wholeNumber(pages),
                standing === 'shown' ? `${say.states.shown} ${say.until(until)}` : say.states[standing],
                standing === 'over' ? (
                  ''
                ) : (
                  <ActionForm key="w" action={addresses.withdrawScript(caseId, id)} csrf={csrf}>
                    <Button kind="danger" about={unit}>
                      {say.withdraw}
                    </Button>
                  </ActionForm>
                ),
              ],
            }))}
          />
        )}
      </Section>
      <Section title={say.send}>
        <Form
          action={addresses.scripts(caseId)}
          csrf={csrf}
          state={state}
          label={say.send}
          multipart
          submit={say.submit}
        >
          <FormFields fields={scriptFields(view.units)} />
          <FileInput field={scanField} />
        </Form>
      </Section>
    </Page>
  );
}
