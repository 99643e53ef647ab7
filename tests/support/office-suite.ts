/** LibreOffice, where it is installed, and the parts of a workbook, which a test alters as a person would in a program. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { zipOf } from './zip.ts';

/** A folder of the test’s own. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xushi-office-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Opens a workbook in LibreOffice and saves it again as xlsx. Where LibreOffice or its Calc is missing it says so loudly, and
 * the workbook stays as it is.
 */
export function savedAgain(workbook: Buffer, folder: string): Buffer {
  const path = join(folder, `opened-${workbook.length}.xlsx`);
  writeFileSync(path, workbook);
  const out = join(folder, 'saved');
  // A profile of its own, so that an office that somebody has open does not take the file.
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const { stderr } = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out, path],
    { encoding: 'utf8' },
  );
  const saved = join(out, basename(path));
  if (existsSync(saved)) return readFileSync(saved);
  if (spawnSync('soffice', ['--headless', '--version']).status === 0 && hasCalc()) throw new Error(stderr);
  console.warn('LibreOffice Calc is missing: that it opens and saves our workbooks was NOT tried.');
  return workbook;
}

/** A suite may be installed with its word processor alone. */
function hasCalc(): boolean {
  const program = spawnSync('sh', ['-c', 'readlink -f "$(command -v soffice)"'], { encoding: 'utf8' }).stdout.trim();
  return ['libsclo.so', 'sclo.dll', 'libsclo.dylib'].some((library) => existsSync(join(dirname(program), library)));
}

/** The texts of a workbook’s parts by their names. */
export async function partsOf(workbook: Buffer): Promise<Record<string, string>> {
  const zip = await fromBufferPromise(workbook, { lazyEntries: true });
  const parts: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    parts[entry.fileName] = (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8');
  }
  return parts;
}

/** The workbook with these values written into empty or filled cells, which keep their looks. */
export async function filledIn(workbook: Buffer, values: Readonly<Record<string, number | string>>): Promise<Buffer> {
  const parts = await partsOf(workbook);
  const name = 'xl/worksheets/sheet1.xml';
  let xml = parts[name] ?? '';
  for (const [cell, value] of Object.entries(values)) {
    const found = new RegExp(`<c r="${cell}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`).exec(xml);
    if (found === null) throw new Error(`the workbook has no cell ${cell}`);
    const inner = typeof value === 'number' ? `><v>${value}</v>` : ` t="inlineStr"><is><t>${value}</t></is>`;
    xml = xml.replace(found[0], `<c r="${cell}"${found[1] ?? ''}${inner}</c>`);
  }
  return zipOf({ ...parts, [name]: xml });
}
