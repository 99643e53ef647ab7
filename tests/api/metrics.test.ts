/** The figures of the process for Prometheus, of an app that listens, because streams and readers who leave are counted too. */
import { describe, expect, it } from 'vitest';
import { request as requested } from 'node:http';
import { once } from 'node:events';
import { enterJobs } from '#api/server/jobs.ts';
import { officeJobs } from '#api/server/office-jobs.ts';
import { raiseRevision } from '#db/revisions.ts';
import { writeLastBackup } from '#api/health/last-backup.ts';
import { demoApp } from '#tests/support/app.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { wenzhou } from '#tests/support/reporting.ts';

const token = 'a-token-of-at-least-24-characters';
const environment = { METRICS_TOKEN: token };

async function countedOffice() {
  const office = await listeningApp({ environment });
  const read = async () => {
    const reply = await fetch(`${office.origin}/metrics`, { headers: { authorization: `Bearer ${token}` } });
    return { type: reply.headers.get('content-type'), text: await reply.text() };
  };
  /** The value of a series, named as it stands in the text; null where there is none. */
  const value = async (series: string): Promise<number | null> => {
    const line = (await read()).text.split('\n').find((one) => one.startsWith(`${series} `));
    return line === undefined ? null : Number(line.slice(series.length));
  };
  return { ...office, read, value };
}

describe('/metrics', () => {
  it('is for whoever has the token, and is nowhere where none is set', async () => {
    const { anonymous } = await demoApp({ environment });
    for (const authorization of ['', 'Bearer ', `Bearer ${token}x`, token]) {
      const reply = await anonymous.get('/metrics', { authorization });
      expect([reply.statusCode, reply.headers['www-authenticate'], reply.body.includes('xushi_')]).toEqual([
        401,
        'Bearer',
        false,
      ]);
    }
    const without = await demoApp();
    const reply = await without.anonymous.get('/metrics', { authorization: `Bearer ${token}` });
    expect(reply.body).not.toContain('process_');
  });

  it('counts requests by endpoint and status, kept replies, pages and unknown addresses too', async () => {
    const office = await countedOffice();
    const { cookie } = await office.signedInAs('official');
    for (const path of [
      '/api/overview?year=2020&month=9',
      '/api/overview?year=2020&month=9',
      '/api/accounts',
      '/api/no',
    ]) {
      await (await fetch(office.origin + path, { headers: { cookie } })).arrayBuffer();
    }
    const total = (labels: string) => office.value(`xushi_http_requests_total{${labels}}`);
    await expect.poll(() => total('endpoint="overview",status="200"')).toBe(2);
    expect(await total('endpoint="listAccounts",status="403"')).toBe(1);
    expect(await total('endpoint="unknown",status="404"')).toBe(1);
    const durations = 'xushi_http_request_duration_seconds';
    expect(await office.value(`${durations}_count{endpoint="overview"}`)).toBe(2);
    expect(await office.value(`${durations}_bucket{le="5",endpoint="overview"}`)).toBe(2);
    expect(await office.value(`${durations}_sum{endpoint="overview"}`)).toBeGreaterThan(0);
  });

  it('counts refused sign-ins, open streams and who left before the answer', async () => {
    const office = await countedOffice();
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ name: 'official', password: 'wrong' });
    await fetch(`${office.origin}/api/session`, { method: 'POST', headers, body });
    await expect.poll(() => office.value('xushi_sign_in_failures_total{status="401"}')).toBe(1);
    const { cookie } = await office.signedInAs('official');
    const stream = requested(`${office.origin}/api/events`, { headers: { cookie } }).end();
    await once(stream, 'response');
    expect(await office.value('xushi_open_streams')).toBe(1);
    stream.destroy();
    await expect.poll(() => office.value('xushi_open_streams')).toBe(0);
    expect(await office.value('xushi_http_request_duration_seconds_count{endpoint="events"}')).toBeNull();
    const leaving = requested(`${office.origin}/api/session`, {
      method: 'POST',
      headers: { ...headers, 'content-length': 9 },
    });
    leaving.on('error', () => undefined).flushHeaders();
    leaving.write('{');
    await expect.poll(() => (leaving.socket?.bytesWritten ?? 0) > 0).toBe(true);
    leaving.destroy();
    await expect.poll(() => office.value('xushi_http_requests_total{endpoint="signIn",status="aborted"}')).toBe(1);
  });

  it('times writes, and reads jobs, backups and the data version when it is asked', async () => {
    const office = await countedOffice();
    expect(await office.value('xushi_backup_age_seconds')).toBeNull();
    const before = await office.value('xushi_database_write_duration_seconds_count{outcome="done"}');
    await enterJobs(office.app.services, officeJobs);
    await office.app.services.database.write((tx) => writeLastBackup(tx, '2020-10-19T00:00:00.000Z', true));
    expect(await office.value('xushi_database_write_duration_seconds_count{outcome="done"}')).toBe((before ?? 0) + 2);
    expect(await office.value('xushi_backup_age_seconds')).toBe(3600);
    expect(await office.value('xushi_job_failures{job="verify-seals"}')).toBe(0);
    const version = (await office.value('xushi_data_version')) ?? 0;
    await office.app.services.database.write(raiseRevision);
    expect(await office.value('xushi_data_version')).toBe(version + 1);
  });

  it('is the text that Prometheus reads, with memory and the lag of the event loop, and says nothing of an office', async () => {
    const office = await countedOffice();
    const { cookie } = await office.signedInAs('bureau', wenzhou);
    await (await fetch(`${office.origin}/api/submissions/2020/9/${wenzhou}`, { headers: { cookie } })).arrayBuffer();
    await expect.poll(() => office.value('xushi_http_requests_total{endpoint="getSubmission",status="200"}')).toBe(1);
    const { type, text } = await office.read();
    expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
    for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds']) {
      expect(text).toMatch(new RegExp(`^${name} [\\d.e+-]+$`, 'm'));
    }
    for (const line of text.split('\n').filter((one) => one !== ''))
      expect(line).toMatch(/^(# (HELP|TYPE) |[a-z0-9_]+(\{[^}]*\})? \S+$)/);
    expect(text).not.toMatch(/wenzhou|温州|330300|127\.0\.0\.1|official/);
  });
});
