/** A difference of paces with its sign: “+0.45”, “−0.10”; “--” where it is not known. */
export function signed(change: number | null): string {
  if (change === null) return '--';
  const rounded = Math.abs(change).toFixed(2);
  if (rounded === '0.00') return rounded;
  return `${change < 0 ? '−' : '+'}${rounded}`;
}
