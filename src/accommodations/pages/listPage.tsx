import type { JSX } from 'preact';
import { personName } from '../../accounts/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import {
  BackLink,
  EmptyState,
  ListHead,
  Page,
  type PageFrame,
  Pagination,
  Parts,
  type Row,
  RowList,
  Status,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { LISTS, type ListedRequest, type ListName, PAGE_SIZE } from '../request.ts';
import { shownState } from '../rules/requestActs.ts';
import { serviceTexts } from '../serviceTexts.ts';
import { requestDue } from './dueLines.ts';
import { LOOKS } from './requestView.ts';

const say = serviceTexts;

export type ListView = PageFrame & {
  readonly catalogue: Catalogue;
  readonly list: ListName;
  readonly counts: Readonly<Record<ListName, number>>;
  readonly files: readonly ListedRequest[];
  /** How the decision of each is notified, in words. */
  readonly notified: ReadonlyMap<string, string>;
  readonly page: number;
  readonly now: Temporal.Instant;
};

/** The requests that wait, and who said something of their health without one. */
export function ListPage(view: ListView): JSX.Element {
  const { list, counts, files, page } = view;
  const lead = say.leads[list];
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title}>
      <BackLink href={addresses.home}>{say.home}</BackLink>
      <ListHead title={say.title} count={say.count(counts[list])} help={say.order} />
      <Parts
        label={say.listsLabel}
        parts={LISTS.map((name) => ({
          key: name,
          href: addresses.list({ list: name }),
          label: say.tab(say.lists[name], counts[name]),
        }))}
        here={list}
      />
      {lead !== '' && <p>{lead}</p>}
      <p>
        <a href={addresses.letters}>{say.letters}</a>
      </p>
      {files.length === 0 ? (
        <EmptyState title={say.empty[list]}>{say.emptyText[list]}</EmptyState>
      ) : (
        <RowList rows={files.map((file) => rowOf(view, file))} level={2} />
      )}
      <Pagination
        page={page}
        pages={Math.ceil(counts[list] / PAGE_SIZE)}
        href={(number) => addresses.list({ list, page: number })}
      />
    </Page>
  );
}

function rowOf({ catalogue, notified, now }: ListView, file: ListedRequest): Row {
  const standing = notified.get(file.enrolmentId);
  const { enrolmentId, number, state, askedUntil, waitingSince, late, ticked, disabledWorker } = file;
  const shown = state === null ? null : shownState({ state, askedUntil }, 'service');
  return {
    key: `demande-${number}`,
    title: personName(file),
    href: addresses.file(enrolmentId),
    lines: [
      say.about(number, specialityOf(catalogue, file)),
      ...(waitingSince !== null && state !== 'decided' ? [say.waits(waitingSince)] : []),
      ...requestDue(catalogue, file, now).map(say.due),
      ...(late ? [say.late] : []),
      ...(file.beingRead ? [say.waitsToBeRead] : []),
      ...(file.prepared === null ? [] : [say.prepared[file.prepared]]),
      ...(standing === undefined ? [] : [standing]),
      ...(state === null && ticked ? [say.file.ticked] : []),
      ...saidLines(file),
      ...(disabledWorker ? [say.file.disabledWorker] : []),
    ],
    status:
      shown !== null ? (
        <Status name={LOOKS[shown]} label={say.states[shown]} />
      ) : ticked ? (
        <Status name="missing" label={say.noRequest} />
      ) : (
        <Status name="exempted" label={say.waiverOnly} />
      ),
  };
}

/** Of a request that isn't sent here. */
export function saidLines({
  state,
  said,
  sentOn,
}: Pick<ListedRequest, 'state' | 'said' | 'sentOn'>): readonly string[] {
  if (state !== null || said === null) return [];
  return [said === 'given-up' ? say.said['given-up'] : say.said['sent-elsewhere'](sentOn)];
}

export function specialityOf(catalogue: Catalogue, { speciality }: Pick<ListedRequest, 'speciality'>): string {
  return speciality === null ? '' : (catalogue.speciality(speciality)?.name ?? speciality);
}
