import { useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { useText } from '../text/messages/use-text.ts';
import type { FrameWords } from './saving/frame-picture.ts';
import styles from './savable-picture.module.css';

export interface SavablePictureProps {
  readonly title: string;
  /** What stands around the picture in a file, asked for when one is made. */
  readonly frame: () => FrameWords;
  /** What the file's name is made of: what it shows, indicator, month, region. */
  readonly name: readonly string[];
  readonly children: ReactNode;
}

/** A picture that can be copied and saved as PNG and SVG, in a frame that says what it shows and where it comes from. */
export function SavablePicture({ children, ...saved }: SavablePictureProps) {
  return (
    <div className={styles.place}>
      <div data-picture={saved.title}>{children}</div>
      <PictureMenu {...saved} />
    </div>
  );
}

type Outcome = 'copied' | 'saved' | 'failed';
type Work = (picture: HTMLElement) => Promise<void>;

/** The menu of the picture before it. */
function PictureMenu({ title, frame, name }: Omit<SavablePictureProps, 'children'>) {
  const { t } = useText();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const after = (work: Work, done: Outcome) => async (event: MouseEvent<HTMLButtonElement>) => {
    const menu = event.currentTarget.closest('details');
    const picture = menu?.previousElementSibling;
    if (!(picture instanceof HTMLElement)) return;
    setOutcome(await work(picture).then(() => done, failed));
    close(menu);
  };
  const save = (kind: 'png' | 'svg') =>
    after(async (picture) => (await files()).savePicture(picture, frame(), { kind, name }), 'saved');
  const choices = [
    { words: t('charts.saving.copy'), choose: after((picture) => copy(picture, frame()), 'copied') },
    { words: t('charts.saving.png'), choose: save('png') },
    { words: t('charts.saving.svg'), choose: save('svg') },
  ];
  return (
    <>
      <details
        className={`${styles.menu} screen-only`}
        onToggle={({ currentTarget: { open } }) => open && setOutcome(null)}
      >
        <summary aria-label={t('charts.saving.name', { title })} onKeyDown={closeOnEscape}>
          {t('charts.saving.menu')}
        </summary>
        <div className={styles.choices}>
          {choices.map(({ words, choose }) => (
            <button key={words} type="button" onClick={(event) => void choose(event)} onKeyDown={closeOnEscape}>
              {words}
            </button>
          ))}
        </div>
      </details>
      <span className={`${styles.outcome} screen-only`} role="status">
        {outcome !== null && t(`charts.saving.${outcome}`)}
      </span>
    </>
  );
}

const failed = (): Outcome => 'failed';

/** What makes the files is loaded when the first one is asked for. */
const files = () => import('./saving/picture-file.ts');

/** Asks for the clipboard while the click still counts: the picture itself may come later. */
async function copy(picture: HTMLElement, frame: FrameWords): Promise<void> {
  const png = files().then(({ pictureAsPng }) => pictureAsPng(picture, frame));
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
}

function closeOnEscape(event: KeyboardEvent<HTMLElement>): void {
  const menu = event.currentTarget.closest('details');
  if (event.key !== 'Escape' || !menu?.open) return;
  event.preventDefault();
  close(menu);
}

/** The focus goes back to where the menu was opened. */
function close(menu: HTMLDetailsElement | null): void {
  menu?.removeAttribute('open');
  menu?.querySelector('summary')?.focus();
}
