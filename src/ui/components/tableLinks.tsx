import type { JSX } from 'preact';

/** A table as a file, in the format that is liked: « Modèle : XLSX, CSV ». */
export function TableLinks({
  label,
  href,
}: {
  readonly label: string;
  readonly href: (format: 'xlsx' | 'csv') => string;
}): JSX.Element {
  return (
    <>
      {label}
      {'\u00a0: '}
      <a href={href('xlsx')} download>
        XLSX
      </a>
      ,{' '}
      <a href={href('csv')} download>
        CSV
      </a>
    </>
  );
}
