/** The Chinese texts; a build writes those of the first pages alone into a file without the others (`vite.config.ts`). */
import { resources } from './catalogue.ts';

export const texts = resources.zh;
