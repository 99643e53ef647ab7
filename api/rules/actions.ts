import type { Context } from '../http/context.ts';
import { readRules } from './checked.ts';
import type { RuleDetail } from './contract.ts';
import { presentRule } from './present.ts';

/** The rules, newest first. */
export async function listRules(context: Context): Promise<RuleDetail[]> {
  return (await readRules(context.database.reader)).map(presentRule);
}
