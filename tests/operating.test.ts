/** What operators are given (service, proxy, container, settings, page) held against the code: it must not promise what is not there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingNames } from '#api/server/config.ts';
import { limits } from '#api/http/limits.ts';
import manifest from '../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const install = 'api/server/install';
const service = read(`${install}/xushi.service`);
const settings = read(`${install}/xushi.env`);
const nginx = read(`${install}/nginx.conf`);
const container = read(`${install}/Containerfile`);
const page = read('api/server/OPERATING.md');
const readme = read('README.md');

/** The words of a text that look like settings of ours, whatever stands around them. */
const settingsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\b(?:XUSHI|BACKUPS?|DATABASE|PUBLIC|TRUSTED|SIGN|METRICS|LOG)_[A-Z_]+\b/g)].map(([name]) => name);

describe('what operators are given', () => {
  it.each([
    ['service', service],
    ['settings', settings],
    ['nginx', nginx],
    ['Containerfile', container],
    ['page', page],
    ['README', readme],
  ])('names settings that there are: %s', (_what, text) => {
    expect(settingsIn(text).filter((name) => !settingNames.includes(name))).toEqual([]);
  });

  it('sets nothing that is no setting', () => {
    const set = [...settings.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
    const given = [...container.matchAll(/\b([A-Z_]+)=\S/g)].map(([, name]) => name);
    const ofNode = ['NODE_ENV', 'NODE_COMPILE_CACHE'];
    expect([...set, ...given].filter((name) => ![...settingNames, ...ofNode].includes(name ?? ''))).toEqual([]);
    expect(set).toContain('DATABASE_URL');
    expect(given).toContain('HOST');
  });

  it('has every setting in the table of the README', () => {
    expect(settingNames.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it('runs commands that package.json has', () => {
    const commands = [...`${page}${container}${readme}`.matchAll(/npm run ([a-z:-]+)/g)].map(([, name]) => name ?? '');
    expect(new Set(commands)).toContain('restore');
    expect([...new Set(commands)].filter((name) => !Object.hasOwn(manifest.scripts, name))).toEqual([]);
  });

  it('starts as npm start does', () => {
    const [, ...words] = manifest.scripts.start.split(' ');
    expect(service).toContain(`ExecStart=/opt/xushi/node_modules/.bin/node ${words.join(' ')}\n`);
    expect(container).toContain(`CMD ${JSON.stringify(['node', ...words]).replaceAll(',', ', ')}\n`);
  });

  it('keeps what a start compiles where its user may write', () => {
    const [, folder] = /^Environment=NODE_COMPILE_CACHE=\/var\/cache\/(\S+)$/m.exec(service) ?? [];
    expect(/^CacheDirectory=(\S+)$/m.exec(service)?.[1]).toBe(folder);
    // The home of the image's user, which is the one place besides the data that is its own.
    expect(container).toMatch(/^USER node$[\s\S]*^ENV NODE_COMPILE_CACHE=\/home\/node\//m);
  });

  it('names files that there are', () => {
    const named = [...page.matchAll(/\]\((?!#)([^)#]+)/g)].map(([, path]) => join('api/server', path ?? ''));
    const copied = [...container.matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(([, paths]) => (paths ?? '').split(' '));
    const inPage = [...page.matchAll(/api\/server\/install\/[a-zA-Z.]+/g)].map(([path]) => path);
    const all = [...named, ...copied, ...inPage];
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    // What the server and the build of the pages are made of is in the image.
    for (const [folder] of globSync('{api,db,seeds,web}', { cwd: root }).map((name) => [name]))
      expect(copied).toContain(folder);
  });

  it('leads to headings that there are', () => {
    const titles = [...page.matchAll(/^## (.+)$/gm)].map(([, text]) => text ?? '');
    const headings = new Set(titles.map((text) => text.toLowerCase().replaceAll(' ', '-')));
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, name]) => name ?? '');
    expect(links.filter((name) => !headings.has(name))).toEqual([]);
    expect(readme).toContain('](api/server/OPERATING.md)');
  });
});

describe('the proxy', () => {
  it('asks the port of the settings, and closes silent connections before the program does', () => {
    const port = /^PORT=(\d+)$/m.exec(settings)?.[1];
    expect(nginx).toContain(`server 127.0.0.1:${port};`);
    const seconds = Number(/keepalive_timeout (\d+)s/.exec(nginx)?.[1]);
    expect(seconds * 1000).toBeLessThan(limits.keepAliveTimeout);
  });

  it('passes streams on as they come, and keeps the figures of the process to the machine', () => {
    const at = (path: string) => new RegExp(`location = ${path} \\{([^}]*)\\}`).exec(nginx)?.[1] ?? '';
    expect(at('/api/events')).toContain('proxy_buffering off;');
    expect(at('/metrics')).toMatch(/return 404;|deny all;/);
    expect(nginx).toContain('proxy_http_version 1.1;');
    // Set to the sender's own address: what a sender claims would else be believed of a trusted proxy.
    expect(nginx).toContain('proxy_set_header X-Forwarded-For $remote_addr;');
  });
});
