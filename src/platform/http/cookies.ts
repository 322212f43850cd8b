/** A cookie that a room sets: declared once, and said on the page on personal data (`src/cookies.ts`). */
export type Cookie = {
  readonly name: `registre_${string}`;
  /** Where the browser sends it; `host`: everywhere, bound over https to this host alone (`__Host-`). */
  readonly path: 'host' | `/${string}`;
  /** null: until the browser is closed. */
  readonly seconds: number | null;
  /** What it is for, after « sert à », in French. */
  readonly purpose: string;
};

/** Browsers refuse the prefix `__Host-` on plain http. */
export function cookieName({ name, path }: Cookie, publicUrl: URL): string {
  return path === 'host' && publicUrl.protocol === 'https:' ? `__Host-${name}` : name;
}

/** No script reads it, no other site sends it with a form. */
export function setCookie(cookie: Cookie, publicUrl: URL, value: string): string {
  return line(cookie, publicUrl, value, cookie.seconds);
}

export function dropCookie(cookie: Cookie, publicUrl: URL): string {
  return line(cookie, publicUrl, '', 0);
}

function line(cookie: Cookie, publicUrl: URL, value: string, seconds: number | null): string {
  const path = cookie.path === 'host' ? '/' : cookie.path;
  const age = seconds === null ? '' : `; Max-Age=${seconds}`;
  const secure = publicUrl.protocol === 'https:' ? '; Secure' : '';
  return `${cookieName(cookie, publicUrl)}=${value}; Path=${path}; HttpOnly; SameSite=Lax${age}${secure}`;
}
