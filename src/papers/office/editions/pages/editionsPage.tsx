import type { JSX } from 'preact';
import { listFilters } from '../../../../scope/index.ts';
import {
  Alert,
  Button,
  EmptyState,
  FilterSelect,
  Form,
  type Option,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  shortInstant,
  Table,
} from '../../../../ui/index.ts';
import type { PaperBatch } from '../../../store/batches.ts';
import { addresses as paperDesk } from '../../addresses.ts';
import { editionTexts as say } from '../editionsTexts.ts';

/** What one chooses, as the address says it. */
export type EditionChoice = Readonly<Record<'session' | 'document' | 'specialite' | 'etat', string>>;

export type EditionsView = PageFrame & {
  readonly options: Readonly<Record<'sessions' | 'kinds' | 'specialities', readonly Option[]>>;
  readonly choice: EditionChoice;
  /** Before it is ordered: what would be printed; null where no document is chosen. */
  readonly preview: { readonly title: string; readonly papers: number; readonly without: number } | null;
  readonly fault: string | null;
  readonly batches: readonly (PaperBatch & { readonly title: string })[];
};

/** *Éditer en nombre*: which documents of which list; what that makes; what was ordered before. */
export function EditionsPage(view: EditionsView): JSX.Element {
  const { options, choice, batches } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title}>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {view.fault !== null && <Alert tone="danger">{view.fault}</Alert>}
      <Form action={paperDesk.editions()} method="get" label={say.title}>
        {options.sessions.length > 1 && (
          <FilterSelect
            {...listFilters.session}
            options={options.sessions}
            every={say.nextSession}
            chosen={choice.session}
          />
        )}
        <FilterSelect
          name="document"
          label={say.kind}
          every={say.kindHint}
          options={options.kinds}
          chosen={choice.document || null}
        />
        <FilterSelect {...listFilters.speciality} options={options.specialities} chosen={choice.specialite || null} />
        <FilterSelect {...listFilters.fileState} label={say.state} chosen={choice.etat || null} />
        <Button kind={view.preview === null ? 'primary' : 'secondary'}>{say.preview}</Button>
      </Form>
      <Preview view={view} />
      <Section title={say.latest}>
        {batches.length === 0 ? (
          <EmptyState title={say.none}>{say.noneText}</EmptyState>
        ) : (
          <Table
            caption={say.latest}
            columns={say.columns}
            rows={batches.map((batch) => ({
              key: batch.id,
              cells: [
                <a key="edition" href={paperDesk.edition(batch.id)}>
                  {batch.title}
                </a>,
                batch.what,
                shortInstant(batch.orderedAt),
                `${say.states[standingOf(batch)]}, ${say.progress(batch.printed, batch.total)}`,
              ],
            }))}
          />
        )}
      </Section>
    </Page>
  );
}

export function standingOf({ stoppedAt, finishedAt }: PaperBatch): 'stopped' | 'finished' | 'running' {
  return stoppedAt !== null ? 'stopped' : finishedAt !== null ? 'finished' : 'running';
}

function Preview({ view: { preview, choice, csrf } }: { readonly view: EditionsView }): JSX.Element | null {
  if (preview === null) return null;
  return (
    <Section title={say.previewTitle}>
      {preview.papers === 0 ? (
        <p>{say.nothing}</p>
      ) : (
        <Form action={paperDesk.editions()} csrf={csrf} hidden={choice} label={say.previewTitle}>
          <p>{say.willPrint(preview.papers, preview.title)}</p>
          <p>{say.without(preview.without)}</p>
          <p>{say.told}</p>
          <Button>{say.order(preview.papers)}</Button>
        </Form>
      )}
    </Section>
  );
}
