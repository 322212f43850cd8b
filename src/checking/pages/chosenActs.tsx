import type { JSX } from 'preact';
import { Actions, Button } from '../../ui/index.ts';
import { handOverTexts as say } from '../handOverTexts.ts';

/** What can be done to several files of a list together (decision 057). */
export const CHOSEN_ACTS = { write: 'ecrire', hand: 'confier', document: 'document' } as const;

/** The box of one file, in the form of its list. */
export function Tick(props: { readonly id: string; readonly number: string; readonly checked: boolean }): JSX.Element {
  const { id, number, checked } = props;
  return <input type="checkbox" name="choix" value={id} checked={checked} aria-label={say.choose(number)} />;
}

/** Under the list: each act with its own page, where what will be done is read first. */
export function ChosenActs(): JSX.Element {
  return (
    <>
      <p>
        {say.chosen}
        {'\u00a0: '}
      </p>
      <Actions>
        {(['write', 'hand', 'document'] as const).map((act) => (
          <Button key={act} kind="secondary" name="acte" value={CHOSEN_ACTS[act]}>
            {say.acts[act]}
          </Button>
        ))}
      </Actions>
      <p class="muted">{say.individual}</p>
    </>
  );
}
