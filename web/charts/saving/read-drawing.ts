/** An SVG of the page as markup that needs no style sheet: what the browser computed stands at each shape. */
import { element, escapeXml, plainColour } from './markup.ts';

const geometry = [
  'd',
  'x',
  'y',
  'x1',
  'y1',
  'x2',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'width',
  'height',
  'points',
  'transform',
] as const;
const containers = new Set(['g', 'a']);
const shapes = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text']);

/** The drawing where it stands in the window. Links become groups: a saved picture leads nowhere. */
export function readDrawing(svg: SVGSVGElement): string {
  const { left, top, width, height } = svg.getBoundingClientRect();
  const box = svg.viewBox.baseVal;
  const place = {
    x: left,
    y: top,
    width,
    height,
    viewBox: svg.hasAttribute('viewBox') ? `${box.x} ${box.y} ${box.width} ${box.height}` : null,
    preserveAspectRatio: svg.getAttribute('preserveAspectRatio'),
    overflow: getComputedStyle(svg).overflowX === 'visible' ? 'visible' : null,
  };
  return element('svg', place, readChildren(svg));
}

const readChildren = (parent: Element): string => [...parent.children].map(readShape).join('');

function readShape(shape: Element): string {
  const name = shape.localName;
  const style = getComputedStyle(shape);
  if (style.display === 'none' || style.visibility === 'hidden') return '';
  if (containers.has(name)) {
    const content = readChildren(shape);
    const opacity = style.opacity === '1' ? null : style.opacity;
    return content === '' ? '' : element('g', { transform: shape.getAttribute('transform'), opacity }, content);
  }
  if (!shapes.has(name)) return '';
  const content = name === 'text' ? escapeXml(shape.textContent ?? '') : '';
  const drawn = { ...geometryOf(shape), ...paintOf(style), ...(name === 'text' ? wordsOf(style) : {}) };
  return drawn.fill === 'none' && !('stroke' in drawn) ? '' : element(name, drawn, content);
}

const geometryOf = (shape: Element) =>
  Object.fromEntries(geometry.map((name) => [name, shape.getAttribute(name)] as const));

function paintOf(style: CSSStyleDeclaration) {
  const fill = paint(style.fill, style.fillOpacity);
  const stroke = paint(style.stroke, style.strokeOpacity);
  return {
    fill: fill?.hex ?? 'none',
    'fill-opacity': opacityOf(fill),
    ...(stroke && {
      stroke: stroke.hex,
      'stroke-opacity': opacityOf(stroke),
      'stroke-width': Number.parseFloat(style.strokeWidth),
      'stroke-dasharray': unless('none', style.strokeDasharray.replaceAll('px', '')),
      'stroke-linecap': unless('butt', style.strokeLinecap),
      'stroke-linejoin': unless('miter', style.strokeLinejoin),
      'paint-order': unless('normal', style.paintOrder),
      'vector-effect': unless('none', style.getPropertyValue('vector-effect')),
    }),
    opacity: unless('1', style.opacity),
  };
}

function wordsOf(style: CSSStyleDeclaration) {
  return {
    'font-size': Number.parseFloat(style.fontSize),
    'font-weight': unless('400', style.fontWeight),
    'text-anchor': unless('start', style.textAnchor),
  };
}

interface Paint {
  readonly hex: string;
  readonly opacity: number;
}

function paint(colour: string, opacity: string): Paint | null {
  const plain = plainColour(colour);
  return plain && { ...plain, opacity: plain.opacity * Number(opacity) };
}

const opacityOf = (paint: Paint | null): number | null =>
  paint === null || paint.opacity === 1 ? null : paint.opacity;

const unless = (usual: string, value: string): string | null => (value === usual || value === '' ? null : value);
