import type { ComponentChildren, JSX } from 'preact';
import { SummaryList, type SummaryRow } from '../../ui/index.ts';
import { type Choice, choicesOf, choosing } from '../rules/scope.ts';
import { texts } from '../texts.ts';
import type { View } from './view.ts';

const say = texts.scope;

/** Which exam, then which academy: links to this same page. Nothing where there is nothing to choose. */
export function ScopeChoice({
  site,
  chrome,
  scope,
  academiesOnly = false,
}: View & { readonly academiesOnly?: boolean }): JSX.Element | null {
  const { exams, academies } = choicesOf(site.catalogue(), scope);
  const at = (choice: Choice): string => choosing(chrome.address, choice);
  const rows: readonly SummaryRow[] = [
    ...(exams.length > 1 && !academiesOnly
      ? [
          row(say.exam, [
            { label: say.everyExam, href: at({ examen: null }), chosen: scope.exam === null },
            ...exams.map((one) => ({ label: one.name, href: at({ examen: one.code }), chosen: one === scope.exam })),
          ]),
        ]
      : []),
    ...(academies.length > 1
      ? [
          row(say.academy, [
            { label: say.everyAcademy, href: at({ academie: null }), chosen: scope.academy === null },
            ...academies.map((one) => ({
              label: one.name,
              href: at({ academie: one.code }),
              chosen: one === scope.academy,
            })),
          ]),
        ]
      : []),
  ];
  if (rows.length === 0) return null;
  return (
    <nav aria-label={say.label}>
      <SummaryList rows={rows} />
    </nav>
  );
}

type Option = { readonly label: string; readonly href: string; readonly chosen: boolean };

function row(label: string, options: readonly Option[]): SummaryRow {
  const value: ComponentChildren = options.map(({ label: name, href, chosen }, index) => (
    <>
      {index > 0 && ' · '}
      {chosen ? <strong aria-current="true">{name}</strong> : <a href={href}>{name}</a>}
    </>
  ));
  return { label, value };
}
