import type { JSX } from 'preact';
import { texts } from '../texts.ts';

/** Never ticked for anybody: whether a document proves something is for who gives it to say. */
export function AlsoProves({
  id,
  code,
  label,
}: {
  readonly id: string;
  readonly code: string;
  readonly label: string;
}): JSX.Element {
  return (
    <div class="also">
      <input type="checkbox" id={id} name="aussi" value={code} />
      <label for={id}>{texts.alsoProves(label)}</label>
    </div>
  );
}
