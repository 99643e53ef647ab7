/** Programs of the machine that make faults. Where one is missing, the test that needs it says so and is skipped. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const exists = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** Whether system calls can be watched and made to fail; some containers forbid it. */
export const canTrace = exists('strace') && spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0;

/** Whether disks of our own can be mounted: needs root and loop devices. */
export const canMount = process.getuid?.() === 0 && exists('mkfs.ext4') && exists('python3') && mountsTmpfs();

/** Runs a program to its end. @throws Error with what it said where it fails */
export function command(program: string, ...rest: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, rest, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${rest.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

function mountsTmpfs(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'xushi-mount-'));
  try {
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status !== 0) return false;
    return spawnSync('umount', [folder]).status === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A command that runs another one and does something  at the nth system call of this name, or from it on.
 * Not with `--seccomp-bpf`, which would be quicker: strace 6.1 sends no signal with it.
 */
export function atCall(call: string, nth: number | `${number}+`, does: string): readonly string[] {
  const inject = `inject=${call}:${does}:when=${nth}`;
  return ['strace', '-f', '-qq', '-o', '/dev/null', '-e', `trace=${call}`, '-e', inject];
}
