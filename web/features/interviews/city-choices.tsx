import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import styles from './interview.module.css';

interface CityChoicesProps {
  readonly chosen: readonly string[];
}

/** The cities to call in, as boxes of a form's field `regions`. */
export function CityChoices({ chosen }: CityChoicesProps) {
  const { t, language } = useText();
  const cities = [...useRegions().values()].filter(({ parent }) => parent !== null);
  return (
    <fieldset className={styles.choices}>
      <legend>{t('meetings.regions')}</legend>
      {cities.map(({ code, short }) => (
        <label key={code}>
          <input
            type="checkbox"
            className={styles.select}
            name="regions"
            value={code}
            defaultChecked={chosen.includes(code)}
          />
          {short[language]}
        </label>
      ))}
    </fieldset>
  );
}
