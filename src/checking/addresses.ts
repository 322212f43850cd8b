import { queryOf } from '../platform/query.ts';
import type { QueueFilter } from './checking.ts';
import { NO_FILTER, queueQuery } from './rules/queueFilter.ts';

type More = Readonly<Record<string, string | number | null | undefined>>;

const onTheWay = (filter: QueueFilter, more: More = {}): string => queueQuery(filter, { ...more, puis: filter.after });

/** What waits to be checked, a piece and its file, who takes care of it. */
export const addresses = {
  onBehalf: (piece: string): string => `/gestion/pieces/${piece}/deposer`,
  queue: (filter: QueueFilter = NO_FILTER, more: More = {}): string => `/gestion/corbeille${queueQuery(filter, more)}`,
  piece: (id: string, filter: QueueFilter = NO_FILTER, more: More = {}): string =>
    `/gestion/pieces/${id}${onTheWay(filter, more)}`,
  claimPiece: (id: string, filter: QueueFilter = NO_FILTER): string => `/gestion/pieces/${id}/prise${onTheWay(filter)}`,
  claimFile: (id: string): string => `/gestion/dossiers/${id}/prise`,
  takeBack: (id: string, filter: QueueFilter = NO_FILTER): string => `/gestion/pieces/${id}/reprise${onTheWay(filter)}`,
  document: (piece: string, deposit: string): string => `/gestion/pieces/${piece}/fichiers/${deposit}`,
  documentPage: (piece: string, deposit: string, page: number): string =>
    `/gestion/pieces/${piece}/fichiers/${deposit}/pages/${page}`,
  /** Of a document that is compared with another. */
  pageBeside: (piece: string, deposit: string): string =>
    `/gestion/pieces/${piece}/fichiers/${deposit}/pages/1?a-cote=oui`,
  handOver: (more: More = {}): string => `/gestion/confier${queryOf(more)}`,
};
