/** Prints the notes of one version out of CHANGELOG.md: node .github/release-notes.ts v1.2.3 */
import { readFileSync } from 'node:fs';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

/** The section of a version in a changelog (Keep a Changelog), without its heading. Throws if there is none. */
export function notesOf(version: string, changelog: string): string {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((one) => one.startsWith(`[${version}]`));
  if (!section) throw new Error(`CHANGELOG.md has no section for ${version}.`);
  return section
    .slice(section.indexOf('\n'))
    .replaceAll(/^\[[^\]]+\]: .*$/gm, '')
    .trim();
}

if (import.meta.main) {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const [tag = ''] = process.argv.slice(2);
  if (tag !== `v${version}`) throw new Error(`The tag is ${tag}, and package.json says ${version}.`);
  console.log(notesOf(version, read('CHANGELOG.md')));
}
