import type { JSX } from 'preact';

/** A sheet of paper as a camera sees it: one good photo and four bad ones. Lines take the colour of the text around them. */
export type PhotoName = 'good' | 'cut' | 'tilted' | 'glare' | 'blurred';

const LINES = 'M36 24h28M36 32h28M36 40h20M36 48h28M36 56h24';
const SHEET = 'M30 14h40v52H30z';

const INSIDE: Readonly<Record<PhotoName, JSX.Element>> = {
  good: (
    <>
      <path d={SHEET} />
      <path d={LINES} />
    </>
  ),
  cut: (
    <>
      <path d="M4 24h50v52M4 34" />
      <path d="M4 34h40M4 42h40M4 50h28M4 58h40M4 66h36" />
    </>
  ),
  tilted: (
    <>
      <path d="M40 16h24l18 48H14z" />
      <path d="M40 24h22M37 32h28M34 40h24M31 48h40M28 56h34" />
    </>
  ),
  glare: (
    <>
      <path d={SHEET} />
      <path d="M36 24h28M36 56h24M36 48h4M60 48h4M36 32h4M60 32h4" />
      <circle cx="50" cy="40" r="9" fill="currentColor" stroke="none" />
      <path d="M50 24v4M50 52v4M34 40h4M62 40h4" />
    </>
  ),
  blurred: (
    <>
      <path d={SHEET} opacity="0.5" />
      <path d="M34 17h40v52H34z" opacity="0.5" />
      <path d={LINES} opacity="0.45" />
      <path d="M40 27h28M40 35h28M40 43h20M40 51h28M40 59h24" opacity="0.45" />
    </>
  ),
};

/** Beside its words: assistive technology hears those instead. */
export function PhotoDrawing({ name }: { readonly name: PhotoName }): JSX.Element {
  return (
    <svg width="150" height="120" viewBox="0 0 100 80" aria-hidden="true" focusable="false">
      <rect x="4" y="4" width="92" height="72" rx="4" fill="none" stroke="currentColor" opacity="0.6" />
      <g fill="none" stroke="currentColor" stroke-width="2">
        {INSIDE[name]}
      </g>
    </svg>
  );
}
