import type { JSX } from 'preact';
import { personName } from '../../accounts/index.ts';
import { parisDay } from '../../platform/time.ts';
import {
  BackLink,
  EmptyState,
  Identifier,
  numericDay,
  Page,
  type PageFrame,
  PageTitle,
  Table,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { personTexts as say } from '../personTexts.ts';
import type { WaitingClaim } from '../store/claims.ts';
import { texts } from '../texts.ts';

/** Who asks that their marks be given back. */
export function ClaimsPage(
  view: PageFrame & { readonly claims: readonly WaitingClaim[]; readonly isHead: boolean },
): JSX.Element {
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.claimsTitle}>
      {view.isHead && <BackLink href={addresses.home()}>{texts.title}</BackLink>}
      <PageTitle lead={say.claimsLead}>{say.claimsTitle}</PageTitle>
      {view.claims.length === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <Table
          caption={say.claimsTitle}
          columns={Object.values(say.columns)}
          rows={view.claims.map((one) => ({
            key: one.enrolmentId,
            cells: [
              <div key="who">
                <a href={addresses.person(one.enrolmentId)}>{personName(one)}</a>{' '}
                <span class="muted">{one.enrolmentNumber ?? say.draft}</span>
              </div>,
              numericDay(one.birthDate),
              one.number === null ? say.noNumber : <Identifier key="n">{one.number}</Identifier>,
              numericDay(parisDay(one.askedAt)),
            ],
          }))}
        />
      )}
    </Page>
  );
}
