import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '../text/messages/use-text.ts';
import type { FrameWords } from './saving/frame-picture.ts';
import styles from './savable-picture.module.css';

export interface SavablePictureProps {
  /** What stands around the picture in a file. */
  readonly frame: FrameWords;
  /** What the file's name is made of: what it shows, indicator, month, region. */
  readonly name: readonly string[];
  readonly children: ReactNode;
}

type Outcome = 'copied' | 'saved' | 'failed';

/** A picture that can be copied and saved as PNG and SVG, in a frame that says what it shows and where it comes from. */
export function SavablePicture({ frame, name, children }: SavablePictureProps) {
  const { t } = useText();
  const picture = useRef<HTMLDivElement>(null);
  const menu = useRef<HTMLDetailsElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const act = (work: (picture: HTMLElement) => Promise<void>, done: Outcome) => async (): Promise<void> => {
    if (picture.current === null) return;
    try {
      await work(picture.current);
      setOutcome(done);
    } catch {
      setOutcome('failed');
    }
    menu.current?.removeAttribute('open');
    menu.current?.querySelector('summary')?.focus();
  };
  const save = (kind: 'png' | 'svg') =>
    act(async (node) => (await files()).savePicture(node, frame, { kind, name }), 'saved');
  const choices = [
    { words: t('charts.saving.copy'), choose: act((node) => copy(node, frame), 'copied') },
    { words: t('charts.saving.png'), choose: save('png') },
    { words: t('charts.saving.svg'), choose: save('svg') },
  ];
  return (
    <div className={styles.place}>
      <div ref={picture}>{children}</div>
      <details
        ref={menu}
        className={`${styles.menu} screen-only`}
        onKeyDown={closeOnEscape}
        onToggle={({ currentTarget: { open } }) => open && setOutcome(null)}
      >
        <summary aria-label={t('charts.saving.name', { title: frame.title })}>{t('charts.saving.menu')}</summary>
        <div className={styles.choices}>
          {choices.map(({ words, choose }) => (
            <button key={words} type="button" onClick={() => void choose()}>
              {words}
            </button>
          ))}
        </div>
      </details>
      <span className={`${styles.outcome} screen-only`} role="status">
        {outcome !== null && t(`charts.saving.${outcome}`)}
      </span>
    </div>
  );
}

/** What makes the files is loaded when the first one is asked for. */
const files = () => import('./saving/picture-file.ts');

/** Asks for the clipboard while the click still counts: the picture itself may come later. */
async function copy(picture: HTMLElement, frame: FrameWords): Promise<void> {
  const png = files().then(({ pictureAsPng }) => pictureAsPng(picture, frame));
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
}

function closeOnEscape(event: KeyboardEvent<HTMLDetailsElement>): void {
  if (event.key !== 'Escape' || !event.currentTarget.open) return;
  event.stopPropagation();
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary')?.focus();
}
