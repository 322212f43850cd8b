import type { JSX } from 'preact';

/** Names of the hidden inputs, as the platform reads them. */
export const hiddenNames = { csrf: 'jeton', idempotencyKey: 'cle', version: 'version' } as const;

export type Hidden = {
  /** Token against forged forms; every POST has one. */
  readonly csrf?: string;
  readonly idempotencyKey?: string;
  /** The version on which the person worked: a newer one means that somebody else has written. */
  readonly version?: number | string;
  /** Other hidden inputs. */
  readonly hidden?: Readonly<Record<string, string>>;
};

/** They stand before the fields: a multipart reader must know them when the file begins. */
export function HiddenInputs({ csrf, idempotencyKey, version, hidden }: Hidden): JSX.Element {
  const known = [
    [hiddenNames.csrf, csrf],
    [hiddenNames.idempotencyKey, idempotencyKey],
    [hiddenNames.version, version],
    ...Object.entries(hidden ?? {}),
  ] as const;
  return (
    <>
      {known.map(
        ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
    </>
  );
}
