/** The dataset of 200,000 rows as a workbook, while somebody else is served: written as it is read, so that it needs no memory. */
import type { Finding } from './budgets.ts';
import { buildOffice } from './ground/office.ts';
import { startProduct } from './ground/processes.ts';

/** Two years of so many areas with 8 indicators are over 200,000 rows of the later one. */
const areas = 480;
const leastRows = 200_000;
const rounds = 3;

export async function measureDataset(): Promise<Finding[]> {
  const office = await buildOffice({ areas, years: [2019, 2020], stateOf: () => 'accepted' });
  const server = await startProduct(office.file);
  const read = async (format: string) => {
    const begun = performance.now();
    const reply = await fetch(`${server.origin}/api/dataset?format=${format}&year=2020`, {
      headers: { cookie: office.official },
    });
    if (reply.status !== 200 || reply.body === null) throw new Error(`the dataset was answered ${reply.status}`);
    let bytes = 0;
    let lines = 0;
    for await (const chunk of reply.body) {
      bytes += chunk.length;
      if (format === 'csv') for (const byte of chunk) if (byte === 10) lines += 1;
    }
    return { seconds: (performance.now() - begun) / 1000, bytes, lines };
  };
  const before = (await server.ask('usage')).rssMb;
  const csv = await read('csv');
  if (csv.lines <= leastRows) throw new Error(`the dataset has ${csv.lines} rows, and ${leastRows} were promised`);
  const times: number[] = [];
  const stalls: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    await server.ask('watch');
    const xlsx = await read('xlsx');
    stalls.push(await server.ask('stall'));
    times.push(xlsx.seconds);
    bytes = xlsx.bytes;
  }
  const added = (await server.ask('usage')).mostRssMb - before;
  await server.stop();
  return [
    { kind: 'measured', budget: 'dataset.time', rounds: times, note: `${csv.lines - 1} rows, ${mib(bytes)}` },
    { kind: 'measured', budget: 'dataset.memory', rounds: [added], note: '' },
    { kind: 'measured', budget: 'dataset.stall', rounds: stalls, note: '' },
    { kind: 'told', what: 'the same as CSV', figure: `${csv.seconds.toFixed(1)} s, ${mib(csv.bytes)}` },
  ];
}

const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
