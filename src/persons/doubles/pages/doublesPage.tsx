import type { JSX } from 'preact';
import { personName } from '../../../accounts/index.ts';
import { deskAddresses, filesTexts } from '../../../scope/index.ts';
import {
  BackLink,
  ButtonLink,
  dayInWords,
  EmptyState,
  exactInstant,
  Identifier,
  ListHead,
  listing,
  Page,
  type PageFrame,
  Section,
  Table,
  Tag,
  TypedWords,
} from '../../../ui/index.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import { type DecidedPair, type DoubleFile, type DoublePair, MOST_PAIRS } from '../../store/doubles.ts';
import { doublesTexts as say } from '../doublesTexts.ts';

export type DoublesView = PageFrame & {
  readonly pairs: readonly DoublePair[];
  readonly decided: readonly DecidedPair[];
  readonly numberOf: (id: string) => string;
};

/** Files that may be one person's under two accounts, each with why. */
export function DoublesPage(view: DoublesView): JSX.Element {
  const { pairs, decided } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.open}>
      <BackLink href={deskAddresses.files()}>{filesTexts.title}</BackLink>
      <ListHead title={say.open} count={say.count(pairs.length)} />
      <p>{say.lead}</p>
      {pairs.length === 0 ? (
        <EmptyState title={say.empty}>{say.emptyText}</EmptyState>
      ) : (
        <Table
          caption={say.open}
          columns={say.columns}
          rows={pairs
            .slice(0, MOST_PAIRS)
            .map((pair) => ({ key: `${pair.one.id}${pair.other.id}`, cells: cellsOf(pair) }))}
        />
      )}
      {pairs.length > MOST_PAIRS && <p class="muted">{say.more(MOST_PAIRS)}</p>}
      {decided.length > 0 && (
        <Section title={say.decided}>
          <Table
            caption={say.decided}
            columns={say.decidedColumns}
            rows={decided.map((one) => ({
              key: one.id,
              cells: [
                exactInstant(one.at),
                <a key="files" href={personAddresses.double(one.one, one.other)}>
                  {say.pairTitle(view.numberOf(one.one), view.numberOf(one.other))}
                </a>,
                standingInWords(one, view.numberOf),
              ],
            }))}
          />
        </Section>
      )}
    </Page>
  );
}

/** What was decided, and what becomes of it. */
export function standingInWords(
  { decision, endsId, endsAt, outcome }: Pick<DecidedPair, 'decision' | 'endsId' | 'endsAt' | 'outcome'>,
  numberOf: (id: string) => string,
): string {
  const words = say.standing;
  if (decision === 'different') return words.different;
  if (endsId === null || endsAt === null) return words.beside;
  if (outcome === 'void') return words.void;
  return outcome === 'ended' ? words.ended(numberOf(endsId)) : words.waits(numberOf(endsId), endsAt);
}

function cellsOf({ one, other, why, collide }: DoublePair) {
  return [
    <FileCell key="one" file={one} />,
    <FileCell key="other" file={other} />,
    <>
      {listing(why.map((reason) => say.why[reason]))} {collide && <Tag>{say.collide}</Tag>}
    </>,
    <ButtonLink key="examine" kind="secondary" href={personAddresses.double(one.id, other.id)}>
      <span aria-hidden="true">{say.examine}</span>
      <span class="unseen">{say.examineThese(one.number, other.number)}</span>
    </ButtonLink>,
  ];
}

function FileCell({ file }: { readonly file: DoubleFile }): JSX.Element {
  return (
    <>
      <a href={deskAddresses.file(file.id)}>
        <Identifier>{file.number}</Identifier>
      </a>{' '}
      <TypedWords>{personName(file)}</TypedWords>
      <p class="muted">
        {dayInWords(file.birthDate)}, {filesTexts.states[file.state]}
      </p>
    </>
  );
}
