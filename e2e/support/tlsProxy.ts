import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createProxyServer } from 'httpxy';
import { generate } from 'selfsigned';

/** What stands before an office's nodes: people speak TLS with it, it speaks plain HTTP with the node behind. */
export type TlsProxy = {
  /** Where people go: `PUBLIC_URL`. */
  readonly url: string;
  /** From now on everything goes to this node. */
  readonly serve: (node: string) => void;
  readonly close: () => Promise<void>;
};

export type Certificate = { readonly key: string; readonly cert: string };

/** For « localhost », made for the run; this process trusts it from now on. */
export async function trustedCertificate(): Promise<Certificate> {
  // A name of its own: of two that bear one name, only the first that is trusted would be looked at.
  const made = await generate([{ name: 'commonName', value: randomUUID() }], {
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  });
  setDefaultCACertificates([...getCACertificates('default'), made.cert]);
  return { key: made.private, cert: made.cert };
}

export async function openTlsProxy(): Promise<TlsProxy> {
  const certificate = await trustedCertificate();
  const proxy = createProxyServer({ xfwd: true });
  let target = '';
  const door = createServer(certificate, (request, answer) => {
    proxy.web(request, answer, { target }).catch(() => answer.destroy());
  });
  door.listen(0, 'localhost');
  await once(door, 'listening');
  const { port } = door.address() as AddressInfo;
  return {
    url: `https://localhost:${port}`,
    serve: (node) => {
      target = node;
    },
    close: async () => {
      door.close();
      door.closeAllConnections();
      await once(door, 'close');
    },
  };
}
