import type { JSX } from 'preact';
import { texts } from '../texts.ts';
import { Facts } from './sheet.tsx';

const say = texts.components.keys;

/** The keys and how to switch them off (WCAG 2.1.4). Hidden until the script, without which there are none, shows it. */
export function KeysHelp({
  list,
  note,
}: {
  readonly list: readonly (readonly [string, string])[];
  readonly note: string;
}): JSX.Element {
  return (
    <details hidden data-keys>
      <summary>{say.title}</summary>
      <div>
        <div class="choice">
          <input type="checkbox" id="touches" checked />
          <label for="touches">{say.use}</label>
        </div>
        <p class="muted">{note}</p>
        <Facts caption={say.title} lines={list.map(([label, value]) => ({ label, value }))} />
      </div>
    </details>
  );
}
