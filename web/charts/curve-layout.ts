/** Where a pace curve's months lie in its picture, and which share lies under a pointer. Pure. */
export interface CurveLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The picture at a width, words left and below. */
export function curveLayout(width: number): CurveLayout {
  const height = Math.round(Math.min(320, Math.max(200, width * 0.45)));
  return { width, height, left: 44, right: width - 16, top: 16, bottom: height - 28 };
}

/** A month's end, 0 for the beginning of the year. */
export const xOf = ({ left, right }: CurveLayout, month: number): number => left + ((right - left) * month) / 12;

export const yOf = ({ top, bottom }: CurveLayout, share: number): number => bottom - (bottom - top) * share;

/** The share, to a thousandth, at a height of the picture as it is drawn: `y` from its upper edge, of `drawn` pixels in all. */
export function shareUnder({ top, bottom, height }: CurveLayout, y: number, drawn: number): number {
  const at = (y * height) / drawn;
  return Math.round(Math.min(1, Math.max(0, (bottom - at) / (bottom - top))) * 1000) / 1000;
}

/** The line through the months that are known, from nothing at the beginning of the year. */
export function curvePath(layout: CurveLayout, points: readonly (number | null)[]): string {
  const places = [0, ...points].flatMap((share, month) =>
    share === null ? [] : [`${Math.round(xOf(layout, month) * 10) / 10} ${Math.round(yOf(layout, share) * 10) / 10}`],
  );
  return `M${places.join('L')}`;
}
