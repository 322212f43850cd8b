import type { JSX } from 'preact';
import { personName } from '../../../accounts/index.ts';
import type { Catalogue } from '../../../catalogue/index.ts';
import { nameOfSession, specialityName } from '../../../scope/index.ts';
import {
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  defineField,
  type Field,
  Form,
  FormField,
  type FormState,
  Identifier,
  numericDay,
  oneOf,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  SummaryList,
  Table,
  TypedWords,
  wholeNumber,
} from '../../../ui/index.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import { MOST } from '../changeover.ts';
import { changeoverTexts } from '../changeoverTexts.ts';
import type { ChangeoverImport, Pair } from '../store/imports.ts';
import type { CarriedPerson } from '../store/lines.ts';

const say = changeoverTexts.preview;
const SAID = { same: 'meme', other: 'autre' } as const;
type Said = keyof typeof SAID;

/** Is a line the person who is registered here? One question a pair, under a name of its own. */
export function pairField(catalogue: Catalogue, pair: Pair): Field<string, string> {
  const speciality = specialityName(catalogue, pair.speciality);
  const options = [
    { value: SAID.same, label: say.same(pair.ownNumber, pair.ownFirstNames, speciality) },
    { value: SAID.other, label: say.other },
  ];
  return defineField({
    name: pairName(pair.line),
    label: say.pair(`${pair.birthName} ${pair.firstNames}`, pair.birthDate, pair.number),
    control: 'radio',
    options,
    missing: say.unsaid,
    check: oneOf<string>(options),
  });
}

const pairName = (line: string): string => `paire-${line}`;

/** What a form that was sent says of a line. */
export function saidIn(body: Readonly<Record<string, unknown>>, line: string): Said | null {
  const said = body[pairName(line)];
  return said === SAID.same ? 'same' : said === SAID.other ? 'other' : null;
}

export type PreviewView = PageFrame & {
  readonly catalogue: Catalogue;
  readonly found: ChangeoverImport;
  readonly first: readonly CarriedPerson[];
  readonly groups: readonly { readonly speciality: string; readonly lines: number }[];
  readonly pairs: readonly Pair[];
  readonly state: FormState;
};

/** What a clean list brings, before anything is written. */
export function PreviewPage(view: PreviewView): JSX.Element {
  const { found, catalogue, pairs, first } = view;
  const isTooMany = pairs.length > MOST.pairs;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faults={view.state.faults}>
      <BackLink href={personAddresses.changeoverLists()}>{changeoverTexts.import.title}</BackLink>
      <PageTitle lead={say.lead(found.name, nameOfSession(catalogue, found.session))}>{say.title}</PageTitle>
      <SummaryList
        rows={[
          { label: say.added, value: wholeNumber(found.lines) },
          ...(found.known === 0 ? [] : [{ label: say.known, value: wholeNumber(found.known) }]),
        ]}
      />
      <p>{say.after}</p>
      <Section title={say.first}>
        <Table
          caption={say.first}
          columns={Object.values(changeoverTexts.columns).slice(0, -1)}
          rows={first.map((one) => ({
            key: one.id,
            cells: [
              <Identifier key="number">{one.number}</Identifier>,
              <TypedWords key="name">{personName(one)}</TypedWords>,
              numericDay(one.birthDate),
              specialityName(catalogue, one.speciality),
            ],
          }))}
        />
        {found.lines > first.length && <p>{say.cut(first.length, found.lines)}</p>}
      </Section>
      <Section title={say.groups}>
        <Table
          caption={say.groups}
          columns={[changeoverTexts.columns.speciality, { label: say.lines, figures: true }]}
          rows={view.groups.map(({ speciality, lines }) => ({
            key: speciality,
            cells: [specialityName(catalogue, speciality), wholeNumber(lines)],
          }))}
        />
      </Section>
      <Form action={personAddresses.changeoverList(found.id)} csrf={view.csrf} state={view.state} label={say.title}>
        {pairs.length > 0 && !isTooMany && (
          <Section title={say.pairs} id="paires">
            <p>{say.pairsText}</p>
            {pairs.map((pair) => (
              <FormField key={pair.line} field={pairField(catalogue, pair)} />
            ))}
          </Section>
        )}
        {isTooMany && <Alert tone="danger">{say.tooManyPairs}</Alert>}
        <Actions>
          {!isTooMany && <Button>{say.submit(found.lines)}</Button>}
          <ButtonLink kind="secondary" href={personAddresses.changeoverLists()}>
            {say.back}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}
