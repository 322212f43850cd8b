import type { JSX } from 'preact';
import { CONFIDENCES } from '../../catalogue/index.ts';
import { Actions, Alert, ButtonLink, EmptyState, Identifier, Section, Table } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { pageOf } from '../doors.ts';
import { DRAFT_LIFE } from '../draft.ts';
import { codeOf, examOf, type PackEntry } from '../rules/entries.ts';
import { listAt, numberAt, textAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/specialities.ts';
import type { DraftView } from './draftFrame.tsx';

const say = texts.regulation;
const CONFIDENCE_WORDS: Readonly<Record<string, string>> = CONFIDENCES;

/** The units of a regulation as the candidates find them. */
function UnitsTable({ regulation }: { readonly regulation: PackEntry }): JSX.Element {
  const { value } = regulation;
  const period = say.period(numberAt(value, ['firstSession']), numberAt(value, ['lastSession']));
  const { columns } = say;
  return (
    <Table
      caption={`${textAt(value, ['title'])} · ${period}`}
      captionShown
      columns={[
        columns.unit,
        columns.title,
        { label: columns.coefficient, figures: true },
        columns.mode,
        columns.duration,
        columns.sure,
      ]}
      rows={listAt(value, ['units']).map((unit, index) => ({
        key: String(index),
        cells: [
          <Identifier key="id">{textAt(unit, ['id'])}</Identifier>,
          textAt(unit, ['title']),
          textAt(unit, ['coefficient']) || '?',
          textAt(unit, ['mode']) || say.unknown,
          textAt(unit, ['duration']) || say.unknown,
          confidence(textAt(unit, ['confidence'])),
        ],
      }))}
    />
  );
}

function confidence(code: string): string {
  return (Object.hasOwn(CONFIDENCE_WORDS, code) ? CONFIDENCE_WORDS[code] : undefined) ?? code;
}

/** The regulations of a speciality with their units, and what may be begun. */
export function Regulations({
  view,
  speciality,
  regulations,
}: {
  readonly view: DraftView;
  readonly speciality: PackEntry;
  readonly regulations: readonly PackEntry[];
}): JSX.Element {
  const cfd = codeOf(speciality, 'specialities');
  const fresh = `specialites/${encodeURIComponent(cfd)}/reglements/nouveau`;
  return (
    <Section title={texts.regulations}>
      {regulations.length === 0 && (
        <EmptyState
          title={texts.noRegulation}
          action={
            <ButtonLink href={addresses.part(view.open.draft.id, fresh, { examen: examOf(speciality) })}>
              {say.first}
            </ButtonLink>
          }
        >
          {texts.noRegulationText}
        </EmptyState>
      )}
      {regulations.map((regulation) => (
        <RegulationCard key={regulation.file} view={view} regulation={regulation} />
      ))}
    </Section>
  );
}

function RegulationCard({
  view,
  regulation,
}: {
  readonly view: DraftView;
  readonly regulation: PackEntry;
}): JSX.Element {
  const completeness = textAt(regulation.value, ['completeness']);
  const { draft } = view.open;
  const page = pageOf(view.open, 'regulations', regulation);
  return (
    <>
      <UnitsTable regulation={regulation} />
      {completeness !== '' && <Alert tone="info">{completeness}</Alert>}
      {DRAFT_LIFE.may('save', draft.state) && (
        <Actions>
          <ButtonLink kind="secondary" href={addresses.part(draft.id, page)}>
            {say.edit}
          </ButtonLink>
          <ButtonLink kind="secondary" href={addresses.part(draft.id, `${page}/version`)}>
            {say.copy}
          </ButtonLink>
        </Actions>
      )}
    </>
  );
}
