import { useText } from '../../text/messages/use-text.ts';
import { CopiedText } from './copied-text.tsx';
import { recipe, recipeKinds } from './recipes.ts';
import styles from './page.module.css';

interface RecipesProps {
  /** The token to fill in; null where it is not known any more. */
  readonly token: string | null;
}

/** How each program reads the dataset, to be copied. */
export function Recipes({ token }: RecipesProps) {
  const { t } = useText();
  return (
    <section className={styles.section}>
      <h2>{t('openData.recipes')}</h2>
      <p className={styles.hint}>{t(token === null ? 'openData.recipesHint' : 'openData.recipesReal')}</p>
      {recipeKinds.map((kind) => (
        <CopiedText
          key={kind}
          label={t(`openData.recipe.${kind}`)}
          text={recipe(kind, location.origin, token ?? 'xushi_TOKEN')}
        />
      ))}
    </section>
  );
}
