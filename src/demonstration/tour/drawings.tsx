import type { JSX } from 'preact';

/** What each person holds or looks at, drawn in lines, by the code of their tour. */
const LINES: Readonly<Record<string, string>> = {
  candidat: 'M13 3h14v34H13zM18 33h4M17 12h6M17 17h6M17 22h3',
  parent: 'M5 20 20 7l15 13M9 17v18h22V17M16 35V24h8v11',
  gestionnaire: 'M8 4h16l8 8v24H8zM24 4v8h8M13 24l4 4 9-9',
  chef: 'M4 35h32M9 35V22h5v13M18 35V13h5v22M27 35V6h5v29',
  amenagements: 'M20 34S5 25 5 14.5A7.5 7.5 0 0 1 20 11a7.5 7.5 0 0 1 15 3.5C35 25 20 34 20 34zM20 16v9M15.5 20.5h9',
  centre: 'M4 35h32M7 35V15L20 6l13 9v20M14 20h4v5h-4zM22 20h4v5h-4zM17 35v-5h6v5',
  examinatrice: 'M8 8h24v28H8zM15 8V4h10v4M13 17l2 2 4-4M13 26l2 2 4-4M22 18h6M22 27h6',
  jury: 'M20 5v30M12 35h16M6 11h28M6 11 2 22h8zM34 11l-4 11h8z',
  administration: 'M13 20a7 7 0 1 1 6.5 4.5L17 27h-4v4H9v4H4v-5l9.5-9.5',
};

export function Drawing({ of }: { readonly of: string }): JSX.Element {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true">
      <path d={LINES[of]} />
    </svg>
  );
}
