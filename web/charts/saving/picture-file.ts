/** Makes files of a picture, in the browser alone; loaded when somebody asks for one. */
import { pictureFileName } from './file-name.ts';
import { framePicture, type FramedPicture, type FrameWords } from './frame-picture.ts';
import { readPicture } from './read-picture.ts';
import { saveFile } from '../../ui/save-file.ts';

/** How many pixels of the file one of the screen becomes. */
const pngScale = 2;

const framed = (picture: HTMLElement, words: FrameWords): FramedPicture =>
  framePicture(readPicture(picture, words.title), words);

/** Saves the picture; the name says what it shows, of which indicator, month and region. */
export async function savePicture(
  picture: HTMLElement,
  words: FrameWords,
  { kind, name }: { readonly kind: 'png' | 'svg'; readonly name: readonly string[] },
): Promise<void> {
  const frame = framed(picture, words);
  const file = kind === 'svg' ? new Blob([frame.svg], { type: 'image/svg+xml' }) : await pngOf(frame);
  saveFile(file, pictureFileName(name, kind));
}

/**
 * The picture as PNG.
 * @throws Error where the browser cannot draw it
 */
export function pictureAsPng(picture: HTMLElement, words: FrameWords): Promise<Blob> {
  return pngOf(framed(picture, words));
}

async function pngOf({ svg, width, height }: FramedPicture): Promise<Blob> {
  const image = new Image();
  // An address of data: the policy of this product lets images come from nowhere else but its own server.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * pngScale;
  canvas.height = height * pngScale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
  });
}
