import type { JSX } from 'preact';
import { page, type Reply, type Visit } from '../../platform/http/visit.ts';
import { renderPage } from '../html.ts';
import type { Chrome } from './chrome.ts';
import type { Flash } from './page.tsx';

/** What every page of a door stands in. */
export type PageFrame = { readonly chrome: Chrome; readonly csrf: string; readonly flash: Flash | null };

export function show(node: JSX.Element, status = 200, headers: Readonly<Record<string, string>> = {}): Reply {
  return page(renderPage(node), status, headers);
}

/** `messages`: what a `?message=` may say, by its name; another name says nothing. */
export function frameOf(chrome: Chrome, visit: Visit, messages: Readonly<Record<string, string>>): PageFrame {
  const name = visit.query.message ?? '';
  const text = Object.hasOwn(messages, name) ? messages[name] : undefined;
  return { chrome, csrf: visit.csrf(), flash: text === undefined ? null : { tone: 'ok', text } };
}
