/**
 * A picture of the page as SVG markup: what the browser has laid out is read, so that there is no second renderer and a
 * table of pictures is saved like a drawing. Controls, tables' captions, what is only
 * read aloud and what repeats the title are left out: the frame says what a picture is.
 */
import type { DrawnPicture } from './frame-picture.ts';
import { element, plainColour } from './markup.ts';
import { readDrawing } from './read-drawing.ts';
import { readText } from './read-text.ts';

const leftOut = '.screen-only, .visually-hidden, caption, output, details, button, input, select, textarea';
const titles = 'figcaption, h2, h3';

/** Reads a picture in the light colours, whichever are shown: nothing is painted in between. */
export function readPicture(picture: HTMLElement, title: string): DrawnPicture {
  const { dataset } = document.documentElement;
  const shown = dataset['mantineColorScheme'];
  dataset['mantineColorScheme'] = 'light';
  try {
    const { left, top, width, height } = picture.getBoundingClientRect();
    const body = element('g', { transform: `translate(${-left} ${-top})` }, readChildren(picture, title));
    return { body, width, height, fonts: getComputedStyle(picture).fontFamily };
  } finally {
    if (shown === undefined) delete dataset['mantineColorScheme'];
    else dataset['mantineColorScheme'] = shown;
  }
}

function readChildren(parent: HTMLElement, title: string): string {
  return [...parent.childNodes]
    .map((node) => {
      if (node instanceof Text) return readText(node, getComputedStyle(parent));
      if (node instanceof SVGSVGElement) return isDrawn(node) ? readDrawing(node) : '';
      return node instanceof HTMLElement && isDrawn(node) && !repeats(node, title) ? readBox(node, title) : '';
    })
    .join('');
}

const repeats = (node: HTMLElement, title: string): boolean =>
  node.matches(titles) && (node.textContent ?? '').trim() === title.trim();

function isDrawn(node: Element): boolean {
  const { display, visibility, clipPath } = getComputedStyle(node);
  return !node.matches(leftOut) && display !== 'none' && visibility !== 'hidden' && clipPath === 'none';
}

/** An element's ground and edges, and what it holds. */
function readBox(node: HTMLElement, title: string): string {
  const style = getComputedStyle(node);
  const box = node.getBoundingClientRect();
  const ground = plainColour(style.backgroundColor);
  const place = { x: box.left, y: box.top, width: box.width, height: box.height };
  const filled =
    ground === null || box.width === 0
      ? ''
      : element('rect', { ...place, fill: ground.hex, 'fill-opacity': ground.opacity === 1 ? null : ground.opacity });
  return filled + edgesOf(style, box) + readChildren(node, title);
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
