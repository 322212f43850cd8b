import { expect, it } from 'vitest';
import { renderPage } from '../html.ts';
import { AheadFirst } from './aheadFirst.tsx';

const shown = (isOver: (day: number) => boolean): string =>
  renderPage(
    <AheadFirst all={[1, 2, 3, 4]} isOver={isOver} over={(days) => `${days} days`}>
      {(some) => some.join(' ')}
    </AheadFirst>,
  );

it('What is to come stands first, what is over below it, the last first, behind one fold that is open where nothing else is there', () => {
  expect(shown((day) => day < 3)).toContain('3 4<details><summary>2 days</summary><div>2 1</div></details>');
  expect(shown(() => true)).toContain('<details open><summary>4 days</summary><div>4 3 2 1</div></details>');
  expect(shown(() => false)).not.toContain('details');
});
