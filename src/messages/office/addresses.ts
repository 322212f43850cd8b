import { type Query, queryOf } from '../../platform/query.ts';

/** The office's: conversations, ready answers, what is written to a list. */
export const addresses = {
  thread: (id: string, more: Query = {}): string => `/gestion/messages/${id}${queryOf(more)}`,
  templates: (more: Query = {}): string => `/gestion/modeles${queryOf(more)}`,
  newTemplate: '/gestion/modeles/nouveau',
  template: (id: string, more: Query = {}): string => `/gestion/modeles/${id}${queryOf(more)}`,
  messageLots: '/gestion/envois',
  newMessageLot: (more: Query = {}): string => `/gestion/envois/nouveau${queryOf(more)}`,
  messageLot: (id: string, more: Query = {}): string => `/gestion/envois/${id}${queryOf(more)}`,
};
