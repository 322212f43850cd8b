import type { JSX } from 'preact';

/** What a form sends beside what is typed. Devices draw it too. */
export function HiddenFields({ fields }: { readonly fields: Readonly<Record<string, string>> }): JSX.Element {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
