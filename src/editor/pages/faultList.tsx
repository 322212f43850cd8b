import type { JSX } from 'preact';
import type { PackFault } from '../../catalogue/index.ts';
import { addresses } from '../addresses.ts';
import { texts } from '../texts.ts';

/** Every fault with its place, which opens the file at the line. */
export function FaultList({
  draft,
  faults,
}: {
  readonly draft: string;
  readonly faults: readonly PackFault[];
}): JSX.Element {
  return (
    <ul class="faults">
      {faults.map((fault) => (
        <li key={`${fault.file} ${fault.line} ${fault.column} ${fault.message}`}>
          <a href={`${addresses.part(draft, 'fichiers/editer', { fichier: fault.file, ligne: fault.line })}#ligne`}>
            {texts.draft.place(fault.file, fault.line)}
          </a>
          {fault.path !== '' && <span class="muted"> {fault.path}</span>}
          <br />
          {fault.message}
        </li>
      ))}
    </ul>
  );
}
