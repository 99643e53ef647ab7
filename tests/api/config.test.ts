import { describe, expect, it } from 'vitest';
import { readConfig } from '#api/server/config.ts';

const timesOf = (more: Record<string, string>) => readConfig(more).backupTimes;

describe('the settings', () => {
  it('have defaults for a first start on one’s own machine', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      databaseAddress: 'file:data/xushi.db',
      loadsDemonstration: true,
      mayShowDemonstration: false,
      isPublic: false,
      publicOrigin: null,
      trustedProxies: [],
      signInsPerMinute: 30,
      backupTimes: [],
      backups: { folder: null, keep: { days: 30, weeks: 12 } },
      storageLimits: { low: { bytes: 2 * 2 ** 30, share: 0.1 }, full: { bytes: 64 * 2 ** 20, share: 0.01 } },
      sealKey: null,
      metricsToken: null,
      files: {
        limits: { fileBytes: 20 * 2 ** 20, perItem: 20, regionBytes: 2048 * 2 ** 20, officeBytes: 20_480 * 2 ** 20 },
        scan: null,
      },
      mail: null,
      logLevel: 'info',
    });
  });

  it('are read from the environment and cannot be changed afterwards', () => {
    const config = readConfig({
      PORT: '8080',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgres://xushi@db/xushi',
      XUSHI_DEMO: 'off',
      PUBLIC_ORIGIN: 'https://xushi.example.gov.cn',
      TRUSTED_PROXIES: '10.0.0.1,10.1.0.0/16',
      SIGN_INS_PER_MINUTE: '100',
      STORAGE_LOW: '512MiB,25%',
      LOG_LEVEL: 'warn',
    });
    expect(config).toMatchObject({
      port: 8080,
      loadsDemonstration: false,
      publicOrigin: 'https://xushi.example.gov.cn',
      trustedProxies: ['10.0.0.1', '10.1.0.0/16'],
      signInsPerMinute: 100,
      storageLimits: { low: { bytes: 512 * 2 ** 20, share: 0.25 } },
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('back an office of its own up each night, and the demonstration only where they say so', () => {
    expect(timesOf({ XUSHI_DEMO: 'off' })).toEqual(['02:30']);
    expect(timesOf({ XUSHI_DEMO: 'off', BACKUP_TIMES: 'off' })).toEqual([]);
    expect(timesOf({ BACKUP_TIMES: '12:30,02:30' })).toEqual(['02:30', '12:30']);
  });

  it('take an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', PUBLIC_ORIGIN: '' })).toEqual(readConfig({}));
  });

  it('name every bad variable at once', () => {
    const bad = { PORT: '0x50', XUSHI_DEMO: 'no', PUBLIC_ORIGIN: 'xushi.gov.cn', LOG_LEVEL: 'loud' };
    for (const name of Object.keys(bad)) expect(() => readConfig(bad)).toThrow(name);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PUBLIC_ORIGIN', 'https://xushi.example/path'],
    ['PUBLIC_ORIGIN', 'https://xushi.example/'],
    ['PUBLIC_ORIGIN', 'ftp://xushi.example'],
    ['TRUSTED_PROXIES', 'everyone'],
    ['STORAGE_LOW', '2GiB'],
    ['STORAGE_FULL', '64MiB,100%'],
    ['SIGN_INS_PER_MINUTE', '0'],
    ['SIGN_INS_PER_MINUTE', '1e3'],
    ['METRICS_TOKEN', 'short'],
    ['BACKUPS_KEPT', '0'],
    ['BACKUPS_KEPT_WEEKLY', '-1'],
    ['BACKUP_TIMES', '24:00'],
    ['BACKUP_TIMES', 'daily'],
    ['ATTACHMENT_MIB', '51'],
    ['ATTACHMENTS_PER_ITEM', '0'],
    ['SCAN_SECONDS', '301'],
    ['SMTP_SERVER', 'http://mail.example'],
    ['MAIL_FROM', 'nobody'],
  ])('refuse %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });
});
