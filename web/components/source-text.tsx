import type { Origin } from '#api/http/shapes.ts';
import { useText } from '../messages/use-text.ts';

interface SourceTextProps {
  readonly origin: Origin;
  readonly source: string | null;
}

/** Where a value comes from: its source's address where it was published, else that it was reported here or invented. */
export function SourceText({ origin, source }: SourceTextProps) {
  const { t } = useText();
  const address = source?.match(/https?:\/\/\S+/)?.[0];
  if (address === undefined) return source ?? t(`common.${origin}`);
  return (
    <a href={address} title={source ?? address} rel="noreferrer" target="_blank">
      {t('common.publishedAt', { host: new URL(address).hostname.replace(/^www\./, '') })}
    </a>
  );
}
