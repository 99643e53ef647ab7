/** Whose formula is asked for, as addresses and marks write it. Pure. */

export interface FormulaOf {
  readonly region: string;
  readonly indicator: string;
}

/** `330300.prefab-area`. */
export const formulaKey = ({ region, indicator }: FormulaOf): string => `${region}.${indicator}`;

/** The way back; null for anything else. */
export function readFormula(key: string | undefined): FormulaOf | null {
  const [, region, indicator] = /^([^.]+)\.(.+)$/.exec(key ?? '') ?? [];
  return region === undefined || indicator === undefined ? null : { region, indicator };
}
