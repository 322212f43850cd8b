import type { JSX } from 'preact';
import { Identifier, Table, TypedWords } from '../../ui/index.ts';
import { addresses as deskAddresses } from '../addresses.ts';
import type { NamedFile } from '../store/names.ts';
import { texts } from '../texts.ts';

export type FindNamed = (id: string) => NamedFile | undefined;

/** Its number, which leads to it, and its candidate. */
export function nameCells(file: NamedFile | undefined): readonly (JSX.Element | string)[] {
  return [
    file === undefined ? (
      ''
    ) : (
      <a key="number" href={deskAddresses.file(file.id)}>
        <Identifier>{file.number}</Identifier>
      </a>
    ),
    <TypedWords key="name">{file?.name ?? ''}</TypedWords>,
  ];
}

/** The files of a list to which something isn't done, each with the reason in words. */
export function WhyNot(props: {
  readonly rows: readonly { readonly id: string; readonly said: string }[];
  readonly named: FindNamed;
  readonly caption: string;
}): JSX.Element {
  return (
    <Table
      caption={props.caption}
      columns={texts.whyNot}
      rows={props.rows.map(({ id, said }) => ({ key: id, cells: [...nameCells(props.named(id)), said] }))}
    />
  );
}
