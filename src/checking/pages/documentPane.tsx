import type { JSX } from 'preact';
import type { CannotOpen } from '../../keptFiles/index.ts';
import type { ShownFile } from '../../pieces/index.ts';
import { fileSize } from '../../platform/french/french.ts';
import { Alert, Details, DocumentFrame, EmptyState } from '../../ui/index.ts';
import { addresses as checkingAddresses } from '../addresses.ts';
import type { QueueFilter } from '../checking.ts';
import { reviewTexts, shutInWords } from '../reviewTexts.ts';

const say = reviewTexts;

export type DocumentPaneProps = {
  readonly pieceId: string;
  readonly label: string;
  readonly mode: 'online' | 'post';
  readonly files: readonly ShownFile[];
  readonly shown: ShownFile | null;
  /** What counts beside it and may be opened: the other side of one document. */
  readonly others: readonly ShownFile[];
  /** The files of which the last refusal was said, by id. */
  readonly foundWanting: readonly string[];
  readonly sheet: string | null;
  /** What a machine saw in it. */
  readonly hints: string | null;
  /** That the last file couldn't be read. */
  readonly unreadable: string | null;
  /** Why it can't be opened. */
  readonly shut: CannotOpen | null;
  readonly filter: QueueFilter;
};

/** The document under the officer's eyes, and the other files of the piece. */
export function DocumentPane(props: DocumentPaneProps): JSX.Element {
  const { pieceId, label, files, shown, shut } = props;
  const current = files.filter((file) => file.state === 'stored');
  const replaced = files.filter((file) => file.state === 'replaced');
  const next = nextOf({ ...props, files: [...current, ...replaced] });
  const labelOf = (file: ShownFile): string =>
    say.documentOf(label, file.name, current.indexOf(file) + 1, current.length);
  return (
    <>
      {current.length > (shown?.state === 'replaced' ? 0 : 1) && <FileLinks {...props} files={current} next={next} />}
      {shown === null ? (
        <EmptyState title={props.mode === 'post' ? say.byPost : (props.unreadable ?? say.noFile)} />
      ) : (
        <>
          {props.sheet !== null && <p class="muted">{props.sheet}</p>}
          {props.hints !== null && <p class="muted">{props.hints}</p>}
          {shown.state === 'replaced' && <Alert tone="warn">{say.replacedMark}</Alert>}
          {shut === null ? (
            <DocumentFrame
              document={checkingAddresses.document(pieceId, shown.id)}
              firstPage={checkingAddresses.documentPage(pieceId, shown.id, 1)}
              label={labelOf(shown)}
              others={props.others.map((file) => ({
                firstPage: checkingAddresses.documentPage(pieceId, file.id, 1),
                label: labelOf(file),
              }))}
            />
          ) : (
            <Alert tone={shut.code === 'infected' ? 'danger' : 'info'} title={shown.name}>
              {shutInWords(shut)}
            </Alert>
          )}
        </>
      )}
      {replaced.length > 0 && (
        <Details summary={say.replaced(replaced.length)} open={shown?.state === 'replaced'}>
          <FileLinks {...props} files={replaced} next={next} />
        </Details>
      )}
    </>
  );
}

/** The key goes from one to the next, those that were replaced among them. */
function nextOf({ files, shown }: DocumentPaneProps): string | null {
  const here = files.findIndex(({ id }) => id === shown?.id);
  return files.length < 2 ? null : (files[(here + 1) % files.length]?.id ?? null);
}

function FileLinks({
  pieceId,
  files,
  shown,
  filter,
  next,
  foundWanting,
}: DocumentPaneProps & { readonly next: string | null }): JSX.Element {
  return (
    <nav aria-label={say.files}>
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            {file.id === shown?.id ? (
              <strong aria-current="true">{lineOf(file, foundWanting)}</strong>
            ) : (
              <a
                href={checkingAddresses.piece(pieceId, filter, { fichier: file.id })}
                data-next-file={file.id === next || undefined}
              >
                {lineOf(file, foundWanting)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function lineOf(file: ShownFile, foundWanting: readonly string[]): string {
  const line = say.fileLine(file.name, fileSize(file.size), file.finishedAt);
  if (file.kept.unread === true) return say.lineBeingRead(line);
  return file.state === 'stored' && foundWanting.includes(file.id) ? say.lineRefused(line) : line;
}
