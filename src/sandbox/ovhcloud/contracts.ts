import { escapeHtml, page } from './page-frame.ts';
import { type Region, regionProfile } from './regions.ts';

/** A contract that comes with an order: its terms are `content`. */
export type Contract = { name: string; url: string; content: string };

/**
 * Invented contracts on pages of `pagesOrigin`: for ovh-eu in the language and with the accents that the real ones have
 * for a French account, elsewhere in English. The same origin and region give the same contracts: an approval is
 * bound to their names, URLs and texts.
 */
export function contractsAt(pagesOrigin: string, region: Region): Contract[] {
  const seller = { 'ovh-eu': '', 'ovh-ca': 'CANADA', 'ovh-us': 'US' }[region];
  if (seller) {
    return [
      {
        name: 'Terms of Service',
        url: `${pagesOrigin}/contracts/terms-of-service`,
        content: `TERMS OF SERVICE, ${seller} (local)\n\nThese terms bind no one: nothing here is real.\n`,
      },
      {
        name: 'Public Cloud Service Specific Terms',
        url: `${pagesOrigin}/contracts/public-cloud`,
        content: `PUBLIC CLOUD SERVICE SPECIFIC TERMS, ${seller} (local)\n\nThe project lasts as long as the sandbox.\n`,
      },
    ];
  }
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

/** The page behind a contract's URL: its current text. */
export function contractPage({ name, content }: Contract, region: Region): string {
  const language = regionProfile(region).language.slice(0, 2);
  return page(
    name,
    `<article lang="${language}"><h1>${escapeHtml(name)}</h1>${escapeHtml(content)}</article>`,
  );
}
