import { escapeHtml, page } from './page-frame.ts';

/** A contract that comes with an order: its terms are `content`. */
export type Contract = { name: string; url: string; content: string };

/**
 * Invented contracts, in the language and with the accents that the real ones have for a French account, on pages
 * of `pagesOrigin`. The same origin gives the same contracts: an approval is bound to their names, URLs and texts.
 */
export function contractsAt(pagesOrigin: string): Contract[] {
  return [
    {
      name: 'Conditions générales de service',
      url: `${pagesOrigin}/contracts/conditions-generales`,
      content:
        'CONDITIONS GÉNÉRALES DE SERVICE (local)\n\nCes conditions n’engagent personne : rien ici n’est réel.\n',
    },
    {
      name: 'Conditions particulières Public Cloud',
      url: `${pagesOrigin}/contracts/public-cloud`,
      content:
        'CONDITIONS PARTICULIÈRES PUBLIC CLOUD (local)\n\nLe projet, créé en mémoire, dure le temps du bac à sable.\n',
    },
  ];
}

/** The page behind a contract's URL: its text as it stands. */
export function contractPage({ name, content }: Contract): string {
  return page(name, `<article lang="fr"><h1>${escapeHtml(name)}</h1>${escapeHtml(content)}</article>`);
}
