/** Writes SVG markup that is well-formed whatever the words are. Pure. */

type Attributes = Readonly<Record<string, string | number | null>>;

/** An element with its attributes, those without a value left out; its content is markup already. Numbers are rounded to hundredths. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escapeXml(typeof value === 'number' ? String(rounded(value)) : String(value))}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** Words as content or value; what XML cannot hold at all is left out. */
export function escapeXml(words: string): string {
  return words
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[<>&"]/g, (sign) => signs[sign] ?? sign);
}

const signs: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

const rounded = (value: number): number => Math.round(value * 100) / 100;

/**
 * A colour as every program reads it, with its opacity: `rgb(1 2 3 / 0.5)` and `color(srgb 0.1 0.2 0.3)`, in which browsers
 * answer mixed colours, become `#010203` and 0.5. Null where nothing is to be painted.
 */
export function plainColour(colour: string): { readonly hex: string; readonly opacity: number } | null {
  const numbers = colour.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  const [red, green, blue, opacity = 1] = numbers;
  const isKnown = /^(rgba?|color)\(/.test(colour) && !/^color\((?!srgb )/.test(colour);
  if (!isKnown || red === undefined || green === undefined || blue === undefined || opacity === 0) return null;
  const scale = colour.startsWith('color') ? 255 : 1;
  const pair = (value: number): string =>
    Math.round(Math.min(255, Math.max(0, value * scale)))
      .toString(16)
      .padStart(2, '0');
  return { hex: `#${pair(red)}${pair(green)}${pair(blue)}`, opacity };
}
