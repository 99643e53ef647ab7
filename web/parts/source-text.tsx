import type { Origin } from '#api/http/shapes.ts';
import { useText } from '../text/messages/use-text.ts';
import { siteOf } from './frame-words.ts';

interface SourceTextProps {
  readonly origin: Origin;
  readonly source: string | null;
  /** Only the site's name, where there is little room. */
  readonly brief?: boolean;
}

/**
 * Where a value comes from: a link to the page that published it, with the arithmetic of one that follows from printed numbers; the words alone for a page that is evidence but no
 * place to send anybody; else that it was reported here or invented.
 */
export function SourceText({ origin, source, brief = false }: SourceTextProps) {
  const { t, language } = useText();
  if (source === null) return t(`everywhere.${origin}`);
  const [, arithmetic = '', address = source] = /^(.+?); (https?:.+)$/.exec(source) ?? [];
  const site = t(origin === 'derived' ? 'everywhere.derivedFrom' : 'everywhere.publishedAt', { host: siteOf(source) });
  if (/^https?:\/\//.test(address)) {
    const link = (
      <a href={address} rel="noreferrer" target="_blank" {...(arithmetic !== '' && { title: arithmetic })}>
        {site}
      </a>
    );
    return arithmetic === '' || brief ? (
      link
    ) : (
      <>
        {link} {arithmetic}
      </>
    );
  }
  return brief ? <span title={source}>{site}</span> : wordsIn(source, language);
}

/** A source in words has its kind in both languages before the address: `镜像页面 / mirror page: example.org/a`. */
function wordsIn(source: string, language: 'zh' | 'en'): string {
  const [, chinese, english, rest] = source.match(/^(.+?) \/ (.+?): (.+)$/) ?? [];
  if (rest === undefined) return source;
  return language === 'zh' ? `${chinese}：${rest}` : `${english}: ${rest}`;
}
