/**
 * A picture of the page as SVG markup: what the browser has laid out is read, so that there is no second renderer and a
 * table of pictures is saved like a drawing. Controls, tables' captions, what is only read aloud and what repeats the
 * title are left out: the frame says what a picture is.
 */
import type { DrawnPicture } from './frame-picture.ts';
import { element, plainColour } from './markup.ts';
import { readDrawing } from './read-drawing.ts';
import { readText } from './read-text.ts';

const leftOut =
  '.screen-only, .visually-hidden, caption, output, details, button:not([data-formula]), input, select, textarea';
const titles = 'figcaption, h2, h3';

/** What is being read: its title, and from where to where anything is drawn. */
interface Reading {
  readonly title: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const nothing = { left: 0, right: 0, top: 0, bottom: 0 };

/** Reads a picture in the light colours, whichever are shown, and unscrolled: nothing is painted in between. */
export function readPicture(picture: HTMLElement, title: string): DrawnPicture {
  const { dataset } = document.documentElement;
  const shown = dataset['mantineColorScheme'];
  dataset['mantineColorScheme'] = 'light';
  picture.dataset['reading'] = '';
  try {
    const reading: Reading = { title, left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    const body = readChildren(picture, reading);
    const { left, right, top, bottom } = body === '' ? nothing : reading;
    return {
      body: element('g', { transform: `translate(${-left} ${-top})` }, body),
      width: right - left,
      height: bottom - top,
      fonts: getComputedStyle(picture).fontFamily,
    };
  } finally {
    delete picture.dataset['reading'];
    if (shown === undefined) delete dataset['mantineColorScheme'];
    else dataset['mantineColorScheme'] = shown;
  }
}

function readChildren(parent: HTMLElement, reading: Reading): string {
  return [...parent.childNodes]
    .map((node) => {
      if (node instanceof Text) return readWords(node, parent, reading);
      if (node instanceof SVGSVGElement) return isDrawn(node) ? grown(node, reading, readDrawing(node)) : '';
      return node instanceof HTMLElement && isDrawn(node) && !repeats(node, reading) ? readBox(node, reading) : '';
    })
    .join('');
}

function readWords(node: Text, parent: HTMLElement, reading: Reading): string {
  const words = readText(node, getComputedStyle(parent));
  return words === '' ? '' : grown(parent, reading, words);
}

/** What was drawn of a node, whose place counts for the size of the whole. */
function grown(node: Element, reading: Reading, drawn: string): string {
  const { left, right, top, bottom } = node.getBoundingClientRect();
  reading.left = Math.min(reading.left, left);
  reading.right = Math.max(reading.right, right);
  reading.top = Math.min(reading.top, top);
  reading.bottom = Math.max(reading.bottom, bottom);
  return drawn;
}

const repeats = (node: HTMLElement, { title }: Reading): boolean =>
  node.matches(titles) && (node.textContent ?? '').trim() === title.trim();

function isDrawn(node: Element): boolean {
  const { display, visibility, clipPath } = getComputedStyle(node);
  return !node.matches(leftOut) && display !== 'none' && visibility !== 'hidden' && clipPath === 'none';
}

/** An element's ground and edges, and what it holds. */
function readBox(node: HTMLElement, reading: Reading): string {
  const style = getComputedStyle(node);
  const box = node.getBoundingClientRect();
  const drawn = groundOf(style, box) + edgesOf(style, box);
  return (drawn === '' ? '' : grown(node, reading, drawn)) + readChildren(node, reading);
}

function groundOf({ backgroundColor }: CSSStyleDeclaration, { left, top, width, height }: DOMRect): string {
  const ground = plainColour(backgroundColor);
  if (ground === null || width === 0) return '';
  const opacity = ground.opacity === 1 ? null : ground.opacity;
  return element('rect', { x: left, y: top, width, height, fill: ground.hex, 'fill-opacity': opacity });
}

function edgesOf(style: CSSStyleDeclaration, { left, right, top, bottom }: DOMRect): string {
  const edges = [
    { name: 'top', d: `M${left} ${top}H${right}` },
    { name: 'right', d: `M${right} ${top}V${bottom}` },
    { name: 'bottom', d: `M${left} ${bottom}H${right}` },
    { name: 'left', d: `M${left} ${top}V${bottom}` },
  ] as const;
  return edges
    .map(({ name, d }) => {
      const width = Number.parseFloat(style.getPropertyValue(`border-${name}-width`));
      const colour = plainColour(style.getPropertyValue(`border-${name}-color`));
      const isPlain = style.getPropertyValue(`border-${name}-style`) !== 'none';
      if (!isPlain || width === 0 || colour === null) return '';
      return element('path', { d, fill: 'none', stroke: colour.hex, 'stroke-width': width });
    })
    .join('');
}
