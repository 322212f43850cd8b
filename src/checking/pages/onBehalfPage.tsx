import type { JSX } from 'preact';
import { dayField, ForCandidatePage, type ForCandidateView, wayField } from '../../persons/index.ts';
import { fileField, type GivenBy, type PieceWithFiles, Replaces } from '../../pieces/index.ts';
import { Alert, FileInput, FormFields } from '../../ui/index.ts';
import { addresses as checkingAddresses } from '../addresses.ts';
import { onBehalfTexts as say } from '../onBehalfTexts.ts';

export const givenFields = [
  wayField<'arrivee', GivenBy>('arrivee', say.ways, { label: say.way, missing: say.wayMissing }),
  dayField({ label: say.day, hint: say.dayHint, missing: say.dayMissing }),
] as const;

export type OnBehalfView = ForCandidateView & {
  readonly pieceId: string;
  readonly piece: string;
  readonly asked: PieceWithFiles;
  /** May it have several files? */
  readonly repeatable: boolean;
  /** Was it said, of a file that wasn't taken, that it replaces what was refused? */
  readonly replaces: boolean;
  /** Has the candidate no mail box? */
  readonly byPost: boolean;
  /** When its time ended: what was posted or brought before alone is taken; null: it isn't over. */
  readonly over: Temporal.Instant | null;
};

/** A piece that came on paper, filed by an officer in the candidate's name. */
export function OnBehalfPage(view: OnBehalfView): JSX.Element {
  return (
    <ForCandidatePage
      view={view}
      title={say.title}
      kicker={`${say.title}, ${view.name}`}
      heading={view.piece}
      lead={view.byPost ? say.leadByPost : say.lead}
      shutTitle={say.shut}
      action={checkingAddresses.onBehalf(view.pieceId)}
      submit={say.submit}
    >
      {view.over !== null && <Alert tone="warn">{say.over(view.over)}</Alert>}
      <FormFields fields={givenFields} />
      <Replaces piece={view.asked} repeatable={view.repeatable} ticked={view.replaces} />
      <FileInput field={fileField} />
    </ForCandidatePage>
  );
}
