import type { JSX } from 'preact';
import { ActionForm, Alert, Button } from '../../ui/index.ts';
import type { WhoHas } from '../rules/whoHas.ts';
import { severalTexts } from '../severalTexts.ts';

const say = severalTexts.claim;

/** Names of the hidden fields: what is done, and who held the file when the page was opened. */
export const CLAIM = { act: 'acte', seen: 'tenu-par' } as const;

/** « Je m'en occupe », or no longer. */
export function ClaimForm(props: {
  readonly who: WhoHas;
  readonly action: string;
  readonly csrf: string;
}): JSX.Element {
  const { who, action, csrf } = props;
  const words = who.mine ? say.leave : who.holderName === null ? say.take : say.takeOver(who.holderName);
  return (
    <ActionForm
      action={action}
      csrf={csrf}
      hidden={{ [CLAIM.act]: who.mine ? 'laisser' : 'prendre', [CLAIM.seen]: who.holder ?? '' }}
    >
      <Button kind="secondary">{words}</Button>
    </ActionForm>
  );
}

/** A colleague is here too, or takes care of it. Nobody is kept from deciding. */
export function WhoHasNotice({ who }: { readonly who: WhoHas }): JSX.Element | null {
  const lines = [
    ...(who.mine || who.holderName === null ? [] : [say.theirsLine(who.holderName)]),
    ...who.open.map(({ name, minutes }) => severalTexts.openNow(name, minutes)),
  ];
  if (lines.length === 0) return null;
  return (
    <Alert tone="info">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Alert>
  );
}
