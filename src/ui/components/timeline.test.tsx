import { describe, expect, it } from 'vitest';
import { renderPage } from '../html.ts';
import { Timeline } from './timeline.tsx';

const entries = ['Validée', 'Signée', 'Enregistrée'].map((text, index) => ({
  key: text,
  at: Temporal.Instant.from('2023-11-15T10:00:00+01:00').subtract({ hours: index }),
  text,
  actor: 'Odile Vernet',
}));

describe('What happened', () => {
  it('is a line an act, with who did it', () => {
    const html = renderPage(<Timeline entries={entries} />);
    expect(html).not.toContain('<details');
    expect(html).toContain('<div class="by"><p class="typed">Validée</p><p class="muted">Odile Vernet</p></div>');
  });

  it('keeps the first lines in sight, folds the others and says how many; none is lost or said twice', () => {
    const html = renderPage(<Timeline entries={entries} shown={1} />);
    const [seen = '', folded = ''] = html.split('<details');
    expect([seen.match(/<li>/g)?.length, folded.match(/<li>/g)?.length]).toEqual([1, 2]);
    expect(folded).toContain('<summary>Voir ce qui précède (2)</summary>');
    expect(renderPage(<Timeline entries={entries} shown={3} />)).not.toContain('<details');
  });
});
