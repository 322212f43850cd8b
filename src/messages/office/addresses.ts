import { type Query, queryOf } from '../../platform/query.ts';
import type { Cursor, ThreadFilter } from '../store/threads.ts';
import { messageQuery, NO_MESSAGE_FILTER } from './messageFilter.ts';

/** The office's: conversations, ready answers, what is written to a list. */
export const addresses = {
  messages: (filter: ThreadFilter = NO_MESSAGE_FILTER, after: Cursor | null = null): string =>
    `/gestion/messages${messageQuery(filter, after)}`,
  thread: (id: string, more: Query = {}): string => `/gestion/messages/${id}${queryOf(more)}`,
  templates: (more: Query = {}): string => `/gestion/modeles${queryOf(more)}`,
  newTemplate: '/gestion/modeles/nouveau',
  template: (id: string, more: Query = {}): string => `/gestion/modeles/${id}${queryOf(more)}`,
  messageLots: '/gestion/envois',
  newMessageLot: (more: Query = {}): string => `/gestion/envois/nouveau${queryOf(more)}`,
  messageLot: (id: string, more: Query = {}): string => `/gestion/envois/${id}${queryOf(more)}`,
};
