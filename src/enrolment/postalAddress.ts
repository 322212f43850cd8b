import type { Enrolment } from './enrolment.ts';

/** The lines of the address that was registered, below the name, as the post reads them; empty where none was. */
export function postalAddressOf({ registered }: Pick<Enrolment, 'registered'>): readonly string[] {
  const given = registered?.identification ?? {};
  const line = (name: string): string => {
    const value = given[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  return [line('address'), line('addressExtra'), `${line('postcode')} ${line('city').toUpperCase()}`.trim()].filter(
    (text) => text !== '',
  );
}
