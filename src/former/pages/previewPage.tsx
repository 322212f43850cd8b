import type { JSX } from 'preact';
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  Form,
  Identifier,
  numericDay,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  SummaryList,
  Table,
  wholeNumber,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Difference, FormerImport, ImportGroup } from '../store/imports.ts';
import { resultInWords, previewTexts as say, texts } from '../texts.ts';

export type PreviewView = PageFrame & {
  readonly found: FormerImport;
  readonly differences: readonly Difference[];
  readonly groups: readonly ImportGroup[];
  /** Accounts that have marks of these numbers. */
  readonly linked: number;
  readonly speciality: (cfd: string) => string;
};

/** What a clean file changes, before anything is written. */
export function PreviewPage(view: PreviewView): JSX.Element {
  const { found, differences, groups, speciality } = view;
  const { added, changed, same, expired, unchecked } = found;
  const counts = [
    [say.added, added],
    [say.changed, changed],
    [say.same, same],
    [say.expired, expired],
    [say.unchecked, unchecked],
    [say.linked, view.linked],
  ] as const;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title}>
      <BackLink href={addresses.home()}>{texts.title}</BackLink>
      <PageTitle lead={say.lead(found.name)}>{say.title}</PageTitle>
      <SummaryList
        rows={counts
          .filter(([label, count]) => count > 0 || label === say.added)
          .map(([label, count]) => ({ label, value: wholeNumber(count) }))}
      />
      {differences.length > 0 && (
        <Section title={say.differences}>
          <Table
            caption={say.differences}
            columns={[say.candidate, say.session, say.unit, say.before, say.after]}
            rows={differences.map((one) => ({
              key: `${one.number}-${one.cfd}-${one.year}-${one.unit}`,
              cells: cellsOf(one, speciality),
            }))}
          />
          {changed > differences.length && <p>{say.cut(differences.length, changed)}</p>}
        </Section>
      )}
      <Section title={say.groups}>
        <Table
          caption={say.groups}
          columns={[say.session, say.speciality, say.persons, say.lines]}
          rows={groups.map(({ cfd, year, persons, lines }) => ({
            key: `${cfd}-${year}`,
            cells: [String(year), speciality(cfd), wholeNumber(persons), wholeNumber(lines)],
          }))}
        />
      </Section>
      <Form action={addresses.import(found.id)} csrf={view.csrf} label={say.title}>
        <Actions>
          <Button>{say.submit}</Button>
          <ButtonLink kind="secondary" href={addresses.home()}>
            {say.back}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}

function cellsOf(one: Difference, speciality: PreviewView['speciality']): readonly (JSX.Element | string)[] {
  const named = (name: string, first: string, born: Temporal.PlainDate): string =>
    `${name} ${first} (${numericDay(born)})`;
  const [before, after] = [
    named(one.beforeName, one.beforeFirst, one.beforeBirth),
    named(one.birthName, one.firstNames, one.birthDate),
  ];
  const renamed = before !== after;
  const said = (decision: Difference['beforeDecision']): string | null =>
    decision === null ? null : texts.decisions[decision];
  return [
    <div key="who">
      {after} <Identifier>{one.number}</Identifier>
    </div>,
    `${one.year}, ${speciality(one.cfd)}`,
    one.unit,
    say.value(
      resultInWords(one.beforeOutcome, one.beforeMark),
      one.beforeOn,
      said(one.beforeDecision),
      renamed ? before : null,
    ),
    say.value(
      resultInWords(one.afterOutcome, one.afterMark),
      one.afterOn,
      said(one.afterDecision),
      renamed ? after : null,
    ),
  ];
}
