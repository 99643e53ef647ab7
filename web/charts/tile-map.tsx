import type { MouseEvent } from 'react';
import type { Level } from '#api/measures/vocabulary.ts';
import { levelTint } from './level-tint.ts';
import { LevelShape } from './level-shape.tsx';
import { useText } from '../text/messages/use-text.ts';
import styles from './tile-map.module.css';

export interface Tile {
  readonly code: string;
  readonly row: number;
  readonly column: number;
  readonly name: string;
  readonly level: Level;
  /** A figure under the name, formatted. */
  readonly note: string;
  readonly href: string;
}

interface TileMapProps {
  /** What the map shows, in one sentence. */
  readonly title: string;
  readonly tiles: readonly Tile[];
  /** Opens a tile in the page; without it a tile is a plain link. */
  readonly onOpen?: (code: string) => void;
  /** Whether the map is drawn small, so that its words must be large to be read. */
  readonly hasLargeWords?: boolean;
}

const tileWidth = 120;
const tileHeight = 72;

/** Where a tile's parts stand: beside its shape, or where words are large under each other, the shape beside the figure. */
const places = {
  usual: { shape: 'translate(8 8)', name: [30, 21], word: [30, 39], note: 58 },
  large: { shape: 'translate(8 46)', name: [6, 20], word: [6, 41], note: 62 },
} as const;

/** One tile a city, where it roughly lies: a locator that leads to each city, never a map of boundaries. */
export function TileMap({ title, tiles, onOpen, hasLargeWords = false }: TileMapProps) {
  const width = (Math.max(0, ...tiles.map((tile) => tile.column)) + 1) * tileWidth;
  const height = (Math.max(0, ...tiles.map((tile) => tile.row)) + 1) * tileHeight;
  return (
    <nav aria-label={title}>
      <svg className={`${styles.map} ${hasLargeWords ? styles.large : ''}`} viewBox={`0 0 ${width} ${height}`}>
        {tiles.map((tile) => (
          <g
            key={tile.code}
            data-region={tile.code}
            transform={`translate(${tile.column * tileWidth + 3} ${tile.row * tileHeight + 3})`}
          >
            <TileLink tile={tile} onOpen={onOpen} place={places[hasLargeWords ? 'large' : 'usual']} />
          </g>
        ))}
      </svg>
    </nav>
  );
}

interface TileLinkProps {
  readonly tile: Tile;
  readonly onOpen: ((code: string) => void) | undefined;
  readonly place: (typeof places)[keyof typeof places];
}

function TileLink({ tile, onOpen, place }: TileLinkProps) {
  const { t } = useText();
  const open = (event: MouseEvent): void => {
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
    if (onOpen === undefined || elsewhere) return;
    event.preventDefault();
    onOpen(tile.code);
  };
  return (
    <a className={styles.tile} href={tile.href} onClick={open}>
      <rect className={`${styles.frame} ${levelTint(tile.level)}`} width={tileWidth - 6} height={tileHeight - 6} />
      <g transform={place.shape} aria-hidden="true">
        <LevelShape level={tile.level} />
      </g>
      <text className={styles.name} x={place.name[0]} y={place.name[1]}>
        {tile.name}
      </text>
      <text className={styles.word} x={place.word[0]} y={place.word[1]}>
        {t(`levels.word.${tile.level}`)}
      </text>
      <text className={styles.note} x={tileWidth - 14} y={place.note} textAnchor="end">
        {tile.note}
      </text>
    </a>
  );
}
