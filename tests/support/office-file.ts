import { copyFileSync, existsSync } from 'node:fs';

/** Copies an office's file of SQLite with the key of its seals; without the key a start would find every seal a foreign one. */
export function copyOffice(from: string, to: string): void {
  copyFileSync(from, to);
  if (existsSync(`${from}-key`)) copyFileSync(`${from}-key`, `${to}-key`);
}
