import { rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfiguration } from './configuration.ts';
import { temporaryFolder } from './testing/temporaryFolder.ts';

const folder = temporaryFolder('configuration');
afterAll(() => rmSync(folder, { recursive: true }));
const faultsOf = (environment: Record<string, string>): readonly string[] => {
  const read = readConfiguration({ DATA_DIR: folder, ...environment }, '/app');
  return read.ok ? [] : read.error.map(({ variable, message }) => `${variable} ${message}`).toSorted();
};

describe('The configuration', () => {
  it('needs nothing for a demonstration, whose secret stays the same and is nobody else’s to read', () => {
    const read = [0, 1].map(() => readConfiguration({ DATA_DIR: folder, PORT: ' ' }, '/app'));
    const [first, second] = read.map((one) => (one.ok ? one.value : null));
    expect(first).toMatchObject({
      mode: 'demonstration',
      port: 3000,
      host: 'localhost',
      databaseUrl: null,
      clock: null,
      decisionDelaySeconds: 30,
      documentProcesses: availableParallelism(),
    });
    expect(first?.publicUrl.href).toBe('http://localhost:3000/');
    expect(first?.secret).toBe(second?.secret);
    expect(statSync(path.join(folder, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('names every fault at once', () => {
    expect(
      faultsOf({
        PORT: '70000',
        PUBLIC_URL: 'inscriptions.example.fr',
        DATABASE_URL: 'mysql://localhost/registre',
        SMTP_URL: 'http://relay',
        SEAL_KEY: 'cachet.key',
        TIME_STAMP_URL: 'ftp://horodatage',
        DECISION_MAIL_SECONDS: '3600',
        DATABASE_CONNECTIONS: '1',
        DOCUMENT_PROCESSES: '0',
        REGISTRE_WORK: 'pages, cuisine',
        REGISTRE_SECRET: 'short',
        REGISTRE_CLOCK: '2023-11-15T10:00:00',
        REGISTRE_ADMIN: 'nobody',
        REGISTRE_HEADS: 'un@example.fr deux@example.fr',
        REGISTRE_MODE: 'demo',
        FILES_URL: 's3://bucket',
        LOG_LEVEL: 'loud',
        TRUSTED_PROXIES: '0.0.0.0/0',
      }).map((fault) => fault.split(' ')[0]),
    ).toEqual([
      'DATABASE_CONNECTIONS',
      'DATABASE_URL',
      'DECISION_MAIL_SECONDS',
      'DOCUMENT_PROCESSES',
      'FILES_URL',
      'LOG_LEVEL',
      'PORT',
      'PUBLIC_URL',
      'REGISTRE_ADMIN',
      'REGISTRE_CLOCK',
      'REGISTRE_HEADS',
      'REGISTRE_MODE',
      'REGISTRE_SECRET',
      'REGISTRE_WORK',
      'SEAL_CERTIFICATES',
      'SMTP_URL',
      'TIME_STAMP_URL',
      'TRUSTED_PROXIES',
    ]);
  });

  it('of a real office says all that is missing, and refuses a clock and plain HTTP', () => {
    expect(
      faultsOf({
        REGISTRE_MODE: 'production',
        PUBLIC_URL: 'http://example.fr',
        REGISTRE_CLOCK: '2023-11-15T10:00:00Z',
      }).map((fault) => fault.split(' ')[0]),
    ).toEqual(['DATABASE_URL', 'FILES_URL', 'PUBLIC_URL', 'REGISTRE_CLOCK', 'REGISTRE_SECRET', 'SMTP_URL']);
  });

  it('of a real office, when whole, is taken', () => {
    const read = readConfiguration(
      {
        REGISTRE_MODE: 'production',
        PUBLIC_URL: 'https://inscriptions.example.fr',
        DATABASE_URL: 'postgres://registre:x@db/registre',
        FILES_URL: 'file:///var/lib/files',
        SMTP_URL: 'smtp://relay:587',
        REGISTRE_SECRET: 'x'.repeat(32),
        DOCUMENT_PROCESSES: '6',
        REGISTRE_WORK: 'jobs,pages',
        DATABASE_CONNECTIONS: '12',
        REGISTRE_ADMIN: 'Bureau@Example.fr',
        REGISTRE_HEADS: 'clermont=un@example.fr, clermont=deux@example.fr',
        TRUSTED_PROXIES: '10.0.0.5, 10.0.0.6',
        SEAL_KEY: '/etc/registre/seal.key.pem',
        SEAL_CERTIFICATES: '/etc/registre/seal.pem',
      },
      '/app',
    );
    expect(read.ok && read.value).toMatchObject({
      host: '0.0.0.0',
      decisionDelaySeconds: 600,
      documentProcesses: 6,
      work: ['pages', 'jobs'],
      connections: 12,
      listed: [
        { role: 'admin', academy: null, address: 'bureau@example.fr' },
        { role: 'head', academy: 'clermont', address: 'un@example.fr' },
        { role: 'head', academy: 'clermont', address: 'deux@example.fr' },
      ],
      catalogueFolders: ['/app/catalogue'],
      seal: { keyFile: '/etc/registre/seal.key.pem', certificatesFile: '/etc/registre/seal.pem' },
      timeStampUrl: null,
      trustedProxies: ['10.0.0.5', '10.0.0.6'],
      mailFrom: 'Registre <ne-pas-repondre@inscriptions.example.fr>',
    });
  });
});
