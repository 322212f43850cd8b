import type { JSX } from 'preact';

/** ○ ring · ◔ half · ● full · ▲ triangle · – dash. Drawn, because phones lack these signs and printers drop grounds. */
export type ShapeName = 'ring' | 'half' | 'full' | 'triangle' | 'dash';

const RING = 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z';
const PATHS: Readonly<Record<ShapeName, JSX.Element>> = {
  ring: <path d={RING} fill="none" stroke="currentColor" stroke-width="2" />,
  half: (
    <>
      <path d={RING} fill="none" stroke="currentColor" stroke-width="2" />
      <path d="M8 8V2a6 6 0 0 1 6 6z" fill="currentColor" />
    </>
  ),
  full: <circle cx="8" cy="8" r="7" fill="currentColor" />,
  triangle: <path d="M8 1.5 15.5 14.5H.5z" fill="currentColor" />,
  dash: <path d="M2 8h12" stroke="currentColor" stroke-width="2" />,
};

/** Beside a word, never instead of it: assistive technology does not see it. */
export function Shape({ name }: { readonly name: ShapeName }): JSX.Element {
  return (
    <svg class="shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {PATHS[name]}
    </svg>
  );
}
