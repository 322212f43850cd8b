import type { JSX } from 'preact';
import type { Catalogue } from '../../catalogue/index.ts';
import { type PieceWithFiles, pieceStatus } from '../../pieces/index.ts';
import { pieceLabel } from '../../scope/index.ts';
import { Parts, Status } from '../../ui/index.ts';
import { addresses as checkingAddresses } from '../addresses.ts';
import type { QueueFilter } from '../checking.ts';
import { reviewTexts } from '../reviewTexts.ts';

const say = reviewTexts.tabs;

/** A tab of a person's pieces. */
export type PieceTab = {
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly status: ReturnType<typeof pieceStatus>;
  /** It can be decided, and is what this filter shows. */
  readonly waits: boolean;
  /** Its candidate may still change it: they haven't said that all is there. */
  readonly early: boolean;
};

/** What is asked of this person, in the order of the list that they read; each is a page. */
export function tabsOf(
  catalogue: Catalogue,
  pieces: readonly PieceWithFiles[],
  { confidential, waiting }: { readonly confidential: boolean; readonly waiting: readonly string[] },
): readonly PieceTab[] {
  return pieces
    .filter((piece) => piece.confidential === confidential && piece.status !== 'not-applicable')
    .map((piece) => ({
      id: piece.id,
      code: piece.code,
      label: pieceLabel(catalogue, piece),
      status: pieceStatus(piece),
      waits: waiting.includes(piece.id),
      early: isUnderWay(piece),
    }));
}

/** Given, and not handed over. */
export function isUnderWay({ mode, status, files, handedOverAt }: PieceWithFiles): boolean {
  return mode === 'online' && status === 'none' && files.length > 0 && handedOverAt === null;
}

export function PersonTabs(props: {
  readonly name: string;
  readonly tabs: readonly PieceTab[];
  readonly here: string;
  readonly filter: QueueFilter;
}): JSX.Element {
  return (
    <Parts
      label={say.of(props.name)}
      here={props.here}
      parts={props.tabs.map(({ id, code, label, status, waits, early }) => ({
        key: id,
        href: checkingAddresses.piece(id, props.filter),
        label: (
          <span title={label}>
            <span class="code">{code}</span>
            <span class="unseen">, {label}, </span>
            {early ? (
              <Status name="doubted" label={say.early} shape />
            ) : waits ? (
              <Status name="deposited" label={say.waits} shape />
            ) : (
              <Status name={status} shape />
            )}
          </span>
        ),
      }))}
    />
  );
}
