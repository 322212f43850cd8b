import type { Visit } from '../../platform/http/visit.ts';

const NAME = 'registre_activation';
const ADDRESS = /^[^\s@]{1,64}@[^\s@]{1,190}$/;

/**
 * The address just typed, so that the next page can show where the mail went (an error is then seen at once) and needn't ask
 * again. In a cookie, because an address in the URL ends in histories and logs. It says nothing of who has an account.
 */
export function rememberAddress(publicUrl: URL, address: string): string {
  return cookie(publicUrl, encodeURIComponent(address), 3_600);
}

export function forgetAddress(publicUrl: URL): string {
  return cookie(publicUrl, '', 0);
}

export function rememberedAddress(visit: Visit): string | null {
  const address = visit.cookies[NAME] ?? '';
  return ADDRESS.test(address) ? address : null;
}

function cookie(publicUrl: URL, value: string, seconds: number): string {
  const secure = publicUrl.protocol === 'https:' ? '; Secure' : '';
  return `${NAME}=${value}; Path=/compte/activer; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}
