import type { JSX } from 'preact';

/** « Justificatif de domicile DOMICIL »: staff speak in codes, candidates in words. */
export function pieceTitle(code: string, label: string): JSX.Element {
  return (
    <>
      {label} <span class="code">{code}</span>
    </>
  );
}
