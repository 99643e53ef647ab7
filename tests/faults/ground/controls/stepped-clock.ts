/** The machine's clock, set by so many milliseconds as the file of FAULT_CLOCK says: what anybody with the right may do to it. */
import { readFileSync } from 'node:fs';

const machine = Date;
const now = (): number => machine.now() + Number(readFileSync(process.env['FAULT_CLOCK'] ?? '', 'utf8'));

globalThis.Date = new Proxy(machine, {
  construct: (target, given: readonly unknown[]) =>
    given.length === 0 ? new target(now()) : Reflect.construct(target, given),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
