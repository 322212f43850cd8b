import type { JSX } from 'preact';
import { examAddresses as addresses } from '../../exam/index.ts';
import { Button, Form } from '../../ui/index.ts';
import { planTexts as say } from '../planTexts.ts';

/** A candidate by number or name. */
export function Search({
  session,
  numero,
  words,
}: {
  readonly session: string;
  readonly numero: number;
  readonly words: string;
}): JSX.Element {
  return (
    <Form action={addresses.planSearch()} method="get" label={say.search} inline>
      <input type="hidden" name="session" value={session} />
      <input type="hidden" name="numero" value={numero} />
      <div class="field">
        <label for="recherche">{say.search}</label>
        <p class="hint" id="recherche-aide">
          {say.searchHint}
        </p>
        <input id="recherche" name="q" type="text" value={words} maxlength={80} aria-describedby="recherche-aide" />
      </div>
      <Button kind="secondary">{say.searchSubmit}</Button>
    </Form>
  );
}
