import type { JSX } from 'preact';
import type { LotPreview } from '../../../messages/index.ts';
import { Identifier, Table, TypedWords } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { NamedFile } from '../../store/names.ts';
import { lotTexts as say } from '../messageLotsTexts.ts';

export type Named = (id: string) => NamedFile | undefined;

export function Why(props: {
  readonly rows: LotPreview['wont'];
  readonly named: Named;
  readonly caption: string;
}): JSX.Element {
  return (
    <Table
      caption={props.caption}
      captionUnseen
      columns={say.whyColumns.map((label) => ({ label }))}
      rows={props.rows.map(({ id, why }) => ({ key: id, cells: [...nameCells(props.named(id)), say.why[why]] }))}
    />
  );
}

/** Its number, which leads to it, and its candidate. */
export function nameCells(file: NamedFile | undefined) {
  return [
    file === undefined ? (
      ''
    ) : (
      <a key="number" href={addresses.file(file.id)}>
        <Identifier>{file.number}</Identifier>
      </a>
    ),
    <TypedWords key="name">{file?.name ?? ''}</TypedWords>,
  ];
}

export function Words({ text }: { readonly text: string }): JSX.Element {
  return (
    <blockquote>
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={`${index}`} class="typed">
          {paragraph}
        </p>
      ))}
    </blockquote>
  );
}
