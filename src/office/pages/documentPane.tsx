import type { JSX } from 'preact';
import type { ShownFile, Shut } from '../../pieces/index.ts';
import { Alert, Details, DocumentFrame, EmptyState, fileSize } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { QueueFilter } from '../office.ts';
import { shutInWords, texts } from '../texts.ts';

const say = texts.review;

export type DocumentPaneProps = {
  readonly pieceId: string;
  readonly label: string;
  readonly mode: 'online' | 'post';
  readonly files: readonly ShownFile[];
  readonly shown: ShownFile | null;
  /** Why it can't be opened. */
  readonly shut: Shut | null;
  readonly filter: QueueFilter;
};

/** The document under the officer's eyes, and the other files of the piece. */
export function DocumentPane(props: DocumentPaneProps): JSX.Element {
  const { pieceId, label, files, shown, shut } = props;
  const current = files.filter((file) => file.state === 'stored');
  const replaced = files.filter((file) => file.state === 'replaced');
  const index = shown === null ? 0 : current.indexOf(shown) + 1;
  return (
    <>
      {current.length > 1 && <FileLinks {...props} files={current} />}
      {shown === null ? (
        <EmptyState title={props.mode === 'post' ? say.byPost : say.noFile} />
      ) : (
        <>
          {shown.state === 'replaced' && <Alert tone="warn">{say.replacedMark}</Alert>}
          {shut === null ? (
            <DocumentFrame
              kind={shown.type === 'application/pdf' ? 'pdf' : 'image'}
              src={frameAddress(pieceId, shown)}
              label={say.documentOf(label, shown.name, index, current.length)}
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
          <FileLinks {...props} files={replaced} />
        </Details>
      )}
    </>
  );
}

/** The browser's own viewer, without its column of thumbnails, as wide as the pane. */
function frameAddress(pieceId: string, file: ShownFile): string {
  const address = addresses.document(pieceId, file.id);
  return file.type === 'application/pdf' ? `${address}#navpanes=0&view=FitH` : address;
}

function FileLinks({ pieceId, files, shown, filter }: DocumentPaneProps): JSX.Element {
  return (
    <nav aria-label={say.files}>
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            {file.id === shown?.id ? (
              <strong aria-current="true">{lineOf(file)}</strong>
            ) : (
              <a href={addresses.piece(pieceId, filter, { fichier: file.id })}>{lineOf(file)}</a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function lineOf(file: ShownFile): string {
  return say.fileLine(file.name, fileSize(file.size), file.finishedAt);
}
