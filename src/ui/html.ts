import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Public names of the files under `/static/`: `theme.css` → `/static/theme.3f9a1c.css`. */
export type AssetManifest = Readonly<Record<string, string>>;

let assets: AssetManifest = {};

/** Once, by main, when the build's manifest is read. */
export function setAssets(manifest: AssetManifest): void {
  assets = manifest;
}

/** The public address of a static file. */
export function asset(name: string): string {
  return (Object.hasOwn(assets, name) ? assets[name] : undefined) ?? `/static/${name}`;
}

/** A whole page, ready to send. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
