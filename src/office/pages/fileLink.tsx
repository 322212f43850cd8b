import type { JSX } from 'preact';
import { Identifier } from '../../ui/index.ts';

export type ShownFile = { readonly number: string; readonly href: string | null } | null;

/** The number of a file, which opens it for those who read files. */
export function FileLink({ file }: { readonly file: ShownFile }): JSX.Element | null {
  if (file === null) return null;
  const number = <Identifier>{file.number}</Identifier>;
  return file.href === null ? number : <a href={file.href}>{number}</a>;
}
