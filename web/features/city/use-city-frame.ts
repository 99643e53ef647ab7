import type { City } from '#api/standings/contract.ts';
import { useRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cityFrame, type CityPictureText } from './city-frame.ts';

/** Frames a picture of the reply's city for its file. */
export function useCityFrame(reply: City) {
  const { t, language } = useText();
  const { today } = useSession();
  const city = useRegions().get(reply.region)?.short[language] ?? reply.region;
  return (texts: CityPictureText) => cityFrame(texts, { reply, city, today: reply.known ?? today }, { t, language });
}
