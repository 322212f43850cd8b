import type { JSX } from 'preact';
import { examAddresses as addresses } from '../../exam/index.ts';
import { drawingTexts as say } from '../drawingTexts.ts';

/** The calendar as a list, or as a drawing. */
export function Views({ session, drawn = false }: { readonly session: string; readonly drawn?: boolean }): JSX.Element {
  const views = [
    [say.list, addresses.calendar({ session }), !drawn],
    [say.drawing, addresses.drawing({ session }), drawn],
  ] as const;
  return (
    <nav class="views" aria-label={say.views}>
      <ul>
        {views.map(([label, href, isHere]) => (
          <li key={href}>
            <a href={href} aria-current={isHere ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
