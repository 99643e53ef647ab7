/** A rule tried on 36 months of 2,850 areas, each with 8 indicators, while somebody else is served. */
import { presets } from '#api/measures/rule.ts';
import type { Finding } from './budgets.ts';
import { connectTo } from './ground/connection.ts';
import { buildOffice } from './ground/office.ts';
import { startProduct } from './ground/processes.ts';

const body = JSON.stringify({
  conditions: presets.points,
  from: { year: 2018, month: 1 },
  to: { year: 2020, month: 12 },
});

export async function measureReplay(): Promise<Finding[]> {
  const office = await buildOffice({ areas: 2850, years: [2018, 2019, 2020], stateOf: () => 'accepted' });
  const server = await startProduct(office.file);
  const connection = connectTo(server.port, { cookie: office.official, origin: server.origin });
  const rounds: number[] = [];
  const stalls: number[] = [];
  let cold = 0;
  for (let round = 0; round < 4; round += 1) {
    await server.ask('watch');
    const { status, milliseconds } = await connection.send({
      method: 'POST',
      path: '/api/rules/replay',
      headers: { 'content-type': 'application/json' },
      body,
    });
    if (status !== 200) throw new Error(`the replay was answered ${status}`);
    const stall = await server.ask('stall');
    if (round === 0) cold = milliseconds;
    else {
      rounds.push(milliseconds);
      stalls.push(stall);
    }
  }
  const { mostRssMb } = await server.ask('usage');
  connection.close();
  await server.stop();
  return [
    { kind: 'measured', budget: 'replay.time', rounds },
    { kind: 'measured', budget: 'replay.stall', rounds: stalls },
    { kind: 'told', what: 'the first one, which reads three years of the database', figure: `${cold.toFixed(0)} ms` },
    { kind: 'told', what: 'most memory (RSS) meanwhile', figure: `${mostRssMb.toFixed(0)} MB` },
  ];
}
